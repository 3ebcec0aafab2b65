"""The day of publication stands in every format that people read, once, and nowhere else."""

from collections.abc import Callable

import pytest

from jdgen.model.posting import Posting
from jdgen.render.blocks import plain, read_words
from jdgen.render.body import read_body
from jdgen.render.posted_day import with_day_posted, words_with_day_posted

CARD = "# Nurse\n\n- **Location:** Denver, Colorado\n{}\nCome and work."


def lines(posting: Posting) -> list[str]:
    return [f"{plain(label)}: {plain(value)}" for label, value in words_with_day_posted(posting).card]


@pytest.mark.parametrize(
    ("body", "before"), [(CARD.format(""), ["Location: Denver, Colorado"]), ("# Nurse\n\nCome.", [])]
)
def test_the_day_is_the_last_of_the_facts_on_top(make_facts: Callable, body: str, before: list[str]) -> None:
    assert lines(Posting(make_facts(), body)) == [*before, "Date posted: November 22, 2026"]


def test_the_page_shows_the_same_facts_as_the_other_formats(make_facts: Callable) -> None:
    facts = make_facts()
    page = with_day_posted(read_body(CARD.format(""), title="Nurse"), facts)

    assert [f"{one.label.html}: {one.value.html}" for one in page.card] == lines(Posting(facts, CARD.format("")))


@pytest.mark.parametrize("label", ["Posted", "Date posted", "Prepared", "Published"])
def test_a_posting_that_says_the_day_is_left_alone(make_facts: Callable, label: str) -> None:
    told = f"- **{label}:** November 22, 2026\n"

    assert lines(Posting(make_facts(), CARD.format(told))) == [
        "Location: Denver, Colorado",
        f"{label}: November 22, 2026",
    ]


@pytest.mark.parametrize("facts", [{"posted": None}, {"language": "es-US"}])
def test_without_a_day_and_in_another_language_nothing_is_added(make_facts: Callable, facts: dict[str, object]) -> None:
    assert lines(Posting(make_facts(**facts), CARD.format(""))) == ["Location: Denver, Colorado"]


def test_the_words_that_search_engines_and_feeds_take_stay_as_they_are(make_facts: Callable) -> None:
    posting = Posting(make_facts(), CARD.format(""))
    lines(posting)

    assert len(read_words(posting).card) == 1
