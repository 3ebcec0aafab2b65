"""What the audit finds for Google keeps a posting out of search engines, whoever makes its page."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from jdgen.errors import InputErrors
from jdgen.load.postings import read_posting
from jdgen.load.project import open_workspace
from jdgen.pipeline import google
from jdgen.pipeline.google import google_refusals
from jdgen.pipeline.single import export

FEE = "Send $40 as an application fee."


@pytest.fixture(autouse=True)
def _shared_rules(monkeypatch: pytest.MonkeyPatch, shipped_rules: object) -> None:
    monkeypatch.setattr(google, "load_ruleset", lambda _workspace: shipped_rules)


def test_structured_data_of_such_a_posting_is_refused(post: Callable) -> None:
    path = post()
    path.write_text(path.read_text(encoding="utf-8") + f"\n{FEE}\n", encoding="utf-8")

    with pytest.raises(InputErrors, match=r"makes applicants pay \(g21\)"):
        export([path], open_workspace(path.parent), formats=["jsonld"])


def test_a_sound_posting_is_made_with_its_page(post: Callable) -> None:
    path = post()

    made = export([path], open_workspace(path.parent), formats=["html", "jsonld"])

    assert all(b"schema.org" in result.content for result in made.results)
    assert made.warnings == ()


def test_no_rule_is_read_for_other_formats(post: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(google, "load_ruleset", lambda _workspace: pytest.fail("the rules were read"))
    path = post()

    assert export([path], open_workspace(path.parent), formats=["txt", "html"]).results


def test_a_posting_without_day_or_words_is_left_to_others(post: Callable) -> None:
    facts = read_posting(post()).facts
    refusals = google_refusals(open_workspace(Path()))

    assert refusals(facts, f"# Case Manager\n\n{FEE}\n".encode() * 9, "a.md") != ()
    assert refusals(replace(facts, posted=None), f"# Case Manager\n\n{FEE}\n".encode() * 9, "a.md") == ()
    assert refusals(facts, b"", "a.md") == ()
