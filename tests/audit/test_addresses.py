"""Words inside of e-mail and web addresses, which name hosts and mailboxes."""

from datetime import date

import pytest

from jdgen.audit.addresses import is_in_address
from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.view import View
from jdgen.ingest.reader import read_document


def _is_in_address(text: str, word: str) -> bool:
    view = View(read_document(text.encode(), "ad.txt"))
    start = view.text.index(word)
    return is_in_address(view, start, start + len(word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Email jane.doe@casco.org.", "doe"),
        ("Email doe@casco.org today.", "doe"),
        ("Write to jobs@young-hearts.org.", "young"),
        ("See https://casco.org/young/jobs for more.", "young"),
        ("See www.young.net.", "young"),
        ("Apply at young-hearts.org/jobs.", "hearts"),
        ("Apply at casco.org/young.", "young"),
    ],
)
def test_a_word_inside_of_an_address_is_part_of_it(text: str, word: str) -> None:
    assert _is_in_address(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Pay: DOE. Email jane@casco.org.", "doe"),
        ("Young people write to hr@casco.org.", "young"),
        ("We want young/energetic people.", "young"),
        ("We are young.Apply today.", "young"),
        ("Email jane.doe@casco.org.", "jane.doe@casco.org"),
        ("See casco.org for young people.", "young"),
    ],
)
def test_words_beside_an_address_and_whole_addresses_are_not(text: str, word: str) -> None:
    assert not _is_in_address(text, word)


def test_no_rule_on_words_fires_inside_of_an_address(shipped_rules) -> None:
    def found(text: str) -> list[str]:
        return [
            one.rule
            for one in audit(
                read_document(text.encode(), "ad.md"), shipped_rules, AuditRequest(date(2026, 11, 22))
            ).findings
        ]

    assert found("Email jane.doe@casco.org.") == []
    assert "pay.vague" in found("Pay is DOE, so email jane.doe@casco.org.")
