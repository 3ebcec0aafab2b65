"""What stands on two sides of a gutter: columns, a box beside a text, or a table."""

import pytest

from jdgen.ingest.page_lines import PageLine
from jdgen.ingest.page_sides import are_columns, are_facts, breaks, is_table, starts


def side(left: float, *texts: str, top: float = 700, bold: bool = False) -> list[PageLine]:
    """Return lines below one another; an empty text leaves a gap."""
    return [
        PageLine(text, 0, left, left + 5 * len(text), top - 14 * row, 11, bold)
        for row, text in enumerate(texts)
        if text
    ]


PROSE = ("We visit people at home and", "plan their care with them and", "with their families.", "We stay.")
OTHER = ("You know the clinics of the", "county and the people who", "work in them.", "You listen.")
FACTS = ("Location: Reno, NV", "Pay: $31 an hour", "Job type: Full-time")


def test_running_text_on_both_sides_is_columns() -> None:
    assert are_columns(side(60, *PROSE), side(320, *OTHER))


def test_a_box_of_facts_beside_running_text_is_a_column() -> None:
    assert are_columns(side(60, *PROSE), side(320, *FACTS))
    assert are_columns(side(60, *FACTS), side(320, *PROSE))


def test_short_lines_at_the_heights_of_others_are_cells() -> None:
    assert not are_columns(side(60, "Visits", "Calls", "Notes"), side(320, *PROSE))
    assert are_columns(side(60, "Visits", "Calls", "Notes", top=694), side(320, *PROSE))


@pytest.mark.parametrize("labels", [("Location", "Pay", "Schedule"), ("About us", "Requirements", "Benefits")])
def test_labels_and_headings_alone_are_the_heads_of_rows(labels: tuple[str, ...]) -> None:
    assert not are_columns(side(60, *labels, top=694), side(320, *PROSE))


def test_facts_in_rows_are_no_columns() -> None:
    left = side(60, "Location", "Reno, and the towns that", "lie around it and", "beyond", "", "Pay", "$31 an hour")
    right = side(320, "Schedule", "Monday to Friday with", "one evening", "a week", "", "Employer", "Larch Home Care")

    assert breaks(left) == breaks(right) == 2
    assert not are_columns(left, right)


def test_sides_without_running_text_or_with_few_lines_are_no_columns() -> None:
    assert not are_columns(side(60, "Reno", "Sparks", "Elko"), side(320, *FACTS))
    assert not are_columns(side(60, *PROSE[:2]), side(320, *OTHER))


def test_cells_that_begin_at_the_same_heights_are_a_table() -> None:
    rows = ("Visit people", "at home", "", "Call clinics", "", "", "Write notes")

    assert is_table(side(60, *rows), side(320, "Twice a day", "", "", "Often", "and long", "", "At once"))
    assert not is_table(side(60, *rows), side(320, "One", "", "Two", "", "", "", "Three"))


def test_a_paragraph_begins_below_a_wider_gap() -> None:
    assert starts(side(60, "One", "and two", "", "Three")) == [700, 658]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (PROSE, 2),
        (("We visit.", "and plan."), 0),
        (("Reno", "Sparks"), 0),
        (("We coordi-", "nate care."), 1),
        (("We visit people and", "", "", "plan their care"), 0),
    ],
)
def test_sentences_that_break_at_the_end_of_a_line_are_counted(texts: tuple[str, ...], expected: int) -> None:
    assert breaks(side(60, *texts)) == expected


def test_facts_are_lines_with_labels_in_them_or_above_them() -> None:
    assert are_facts(side(60, *FACTS))
    assert are_facts(side(60, "Location", "Reno, NV", "Pay", "$31 an hour"))
    assert not are_facts(side(60, *PROSE))
