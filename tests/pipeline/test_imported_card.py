"""Facts that stood only beside the text are shown below the title."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from jdgen.ingest.reader import read_document
from jdgen.ingest.stated import state
from jdgen.pipeline.imported_card import with_card

TYPED = {
    "location": "Denver, CO",
    "workplace": "hybrid",
    "employment": "full-time",
    "pay": "38.50-52/hour",
    "closes": "2026-12-31",
}


def shown(words: str, typed: Mapping[str, str] = TYPED) -> list[str]:
    """Return the lines that are put below the title of a text with facts on top."""
    document = read_document(words.encode(), "a.md")
    stated = {field: (state(field, text, 0, 1),) for field, text in typed.items()}
    facts: dict[str, Any] = dict.fromkeys(typed, "known")
    body = with_card(f"# RN\n\n{words}\n", document._replace(stated=stated), facts)
    return [line for line in body.splitlines() if line.startswith("- ")]


def test_facts_the_text_does_not_show_are_put_below_the_title() -> None:
    assert shown("We hire.") == [
        "- Location: Denver, Colorado",
        "- Workplace: hybrid",
        "- Job type: full-time",
        "- Pay: $38.50 to $52.00 an hour",
        "- Apply by: December 31, 2026",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Work in Denver, hybrid and full time, for $38.50 to $52 an hour; write by December 31.",
        "DENVER. Hybrid. Full-Time. Between 38.5 and 52.00. December 31st.",
    ],
)
def test_facts_the_text_shows_in_other_words_are_not_repeated(words: str) -> None:
    assert shown(words) == []


def test_a_yearly_pay_in_thousands_is_shown() -> None:
    assert shown("Between $80k and 90k.", {"pay": "80000-90000/year"}) == []
    assert shown("Between $80k and 95k.", {"pay": "80000-90000/year"}) == ["- Pay: $80,000 to $90,000 a year"]


def test_a_fact_that_was_not_taken_is_not_shown() -> None:
    document = read_document(b"We hire.", "a.md")._replace(stated={"closes": (state("closes", "2026-12-31", 0, 1),)})

    assert with_card("# RN\n\nWe hire.\n", document, {}) == "# RN\n\nWe hire.\n"
    assert "December 31, 2026" in with_card("# RN\n\nWe hire.\n", document, {"closes": date(2026, 12, 31)})
