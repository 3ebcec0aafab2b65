"""Postings whose line breaks got lost are cut where their bullets, labels and section words stand."""

import pytest

from jdgen.ingest.line_breaks import begins_anew, bullet_end, mended
from jdgen.ingest.pieces import Piece

FILLER = (
    "Cedar Ridge is a hospital of 310 beds that has cared for the west of Denver since 1956, and it hires people who like the work. "
    * 2
)


def mend(text: str, kind: str = "paragraph") -> list[tuple[str, str]]:
    """Return kind and words of what a piece is cut into."""
    return [(piece.kind, piece.text) for piece in mended([Piece(kind, text, ((0, 0),))])]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("\u2022 One", "One"),
        ("\u2022One", "One"),
        ("- One", "One"),
        ("o  One", "One"),
        ("1. One", "One"),
        ("(a) One", "One"),
        ("2 years", "2 years"),
        ("-5 days", "-5 days"),
    ],
)
def test_bullets_are_known(line: str, words: str) -> None:
    assert line[bullet_end(line) :] == words


@pytest.mark.parametrize("line", ["Location: Denver", "**Pay:** $30", "- One", "Requirements", "Benefits:"])
def test_some_lines_start_anew(line: str) -> None:
    assert begins_anew(line)


@pytest.mark.parametrize("line", ["and their families", "Note that we hire at 9:30", "Denver, CO"])
def test_other_lines_go_on(line: str) -> None:
    assert not begins_anew(line)


def test_a_lost_list_becomes_items_again() -> None:
    text = f"{FILLER}Responsibilities: \u2022 Plan care \u2022 Write notes Requirements: \u2022 A degree"

    assert mend(text) == [
        ("paragraph", FILLER.strip()),
        ("paragraph", "Responsibilities:"),
        ("item", "Plan care"),
        ("item", "Write notes"),
        ("paragraph", "Requirements:"),
        ("item", "A degree"),
    ]


def test_a_space_that_got_lost_too_is_no_obstacle() -> None:
    assert mend(f"{FILLER}Job Duties:Plan care at 9:30.")[1:] == [
        ("paragraph", "Job Duties:"),
        ("paragraph", "Plan care at 9:30."),
    ]


def test_section_words_without_a_colon_are_found_after_a_sentence() -> None:
    assert mend(f"{FILLER}Responsibilities Plan care.")[1:] == [
        ("paragraph", "Responsibilities"),
        ("paragraph", "Plan care."),
    ]


def test_several_section_words_are_found_anywhere() -> None:
    assert mend(f"{FILLER}and more Job Description We hire.")[1:] == [
        ("paragraph", "Job Description"),
        ("paragraph", "We hire."),
    ]


def test_a_labelled_fact_stays_with_its_label() -> None:
    assert mend(f"{FILLER}Location: Denver, CO Salary: $30 an hour")[1:] == [
        ("paragraph", "Location: Denver, CO"),
        ("paragraph", "Salary: $30 an hour"),
    ]


def test_section_words_inside_of_a_sentence_are_left_alone() -> None:
    text = f"{FILLER}Your responsibilities Grow with you. You share responsibilities with Nurses, and the benefits are good: dental, vision and more of it."

    assert mend(text) == [("paragraph", text)]


def test_a_short_line_with_separators_is_left_alone() -> None:
    assert mend("Denver, CO \u2022 Full-time \u2022 $30 an hour") == [
        ("paragraph", "Denver, CO \u2022 Full-time \u2022 $30 an hour")
    ]


def test_a_line_of_several_bullets_is_a_list() -> None:
    assert mend("\u2022 One \u2022 Two") == [("item", "One"), ("item", "Two")]


def test_parts_keep_their_places() -> None:
    text = f"{FILLER}Requirements: \u2022 A degree"

    assert [piece.runs for piece in mended([Piece("paragraph", text, ((0, 7),))])][-1] == (
        (0, 7 + text.index("A degree")),
    )


def test_headings_and_rows_are_left_alone() -> None:
    assert mend(f"{FILLER}Requirements: \u2022 A", "row") == [("row", f"{FILLER}Requirements: \u2022 A")]
