"""The box of facts against the front matter: what it contradicts is told, what cannot be compared is not."""

from collections.abc import Callable

import pytest

from jdgen.model.posting import PostingFacts
from jdgen.render.blocks import words_of
from jdgen.render.body import read_body
from jdgen.render.card_faults import card_faults

FACTS = {
    "pay": "38.50-52/hour",
    "closes": "2026-12-31",
    "location": "Denver, CO 80204",
    "workplace": "onsite",
    "employment": "full-time, 40 hours",
    "schedule": "Monday to Friday",
}
CARD = {
    "Pay": "$38.50 to $52.00 an hour",
    "Apply by": "December 31, 2026",
    "Location": "Denver, Colorado",
    "Workplace": "On site",
    "Job type": "Full-time, 40 hours a week",
    "Schedule": "Monday to Friday",
}


@pytest.fixture
def faults(make_facts: Callable[..., PostingFacts]) -> Callable[..., list[str]]:
    def find(**lines: str) -> list[str]:
        card = "\n".join(f"- **{label}:** {said}" for label, said in (CARD | lines).items())
        facts = make_facts(**FACTS)
        return list(card_faults(facts, words_of(read_body(f"# A\n\n{card}\n\nText.\n", title="A"))))

    return find


def test_a_box_that_repeats_the_facts_has_no_fault(faults: Callable) -> None:
    assert faults() == []


@pytest.mark.parametrize(
    ("label", "said", "known"),
    [
        ("Pay", "$38.50 to $52.00 a year", "$38.50 to $52.00 an hour"),
        ("Pay", "$90.00 to $99.00 an hour", "$38.50 to $52.00 an hour"),
        ("Apply by", "January 8, 2027", "December 31, 2026"),
        ("Location", "Denver, North Carolina", "Denver, Colorado"),
        ("Workplace", "Hybrid", "onsite"),
        ("Job type", "Part-time", "full-time, 40 hours a week"),
        ("Job type", "Full-time, 36 hours a week", "full-time, 40 hours a week"),
        ("Schedule", "Saturday and Sunday", "Monday to Friday"),
    ],
)
def test_each_line_is_held_against_its_fact(faults: Callable, label: str, said: str, known: str) -> None:
    assert faults(**{label: said}) == [f"its text says {said}, its facts say {known}"]


@pytest.mark.parametrize(
    ("label", "said"),
    [("Pay", "By agreement"), ("Apply by", "Soon"), ("Location", "Our Denver clinic"), ("Mood", "Part-time")],
)
def test_what_cannot_be_read_or_is_no_line_of_ours_is_left_alone(faults: Callable, label: str, said: str) -> None:
    assert faults(**{label: said}) == []
