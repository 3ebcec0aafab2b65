"""How a text is built: each measure where it counts, and where it does not."""

import pytest

from jdgen.audit.kinds import measure_structure as structure
from jdgen.audit.view import View
from jdgen.ingest.reader import read_document

ROW = "intake, assessment, plans, notes, court, school, rides, forms, phones, filing, billing, data"


def measured(measure, text: str, role: str | None = "duties", path: str = "ad.md") -> list[tuple[str, float]]:
    view = View(read_document(text.encode(), path), line_role=role)
    return [(view.words_at(start, end).strip(), value) for start, end, value in measure(view)]


@pytest.mark.parametrize("text", ["Job Duties: N/A", "Minimum qualifications: not applicable.", "Duties: none"])
def test_a_part_that_says_nothing_is_found(text: str) -> None:
    assert [value for _, value in measured(structure.empty_parts, text, None)] == [1]


@pytest.mark.parametrize(
    "text", ["Supervisory responsibilities: N/A", "Travel: none", "Duties: none of them is done alone"]
)
def test_what_may_be_empty_is_left_alone(text: str) -> None:
    assert measured(structure.empty_parts, text, None) == []


def test_a_heading_with_nothing_under_it_but_not_applicable_is_an_empty_part() -> None:
    assert measured(structure.empty_parts, "# Nurse\n\n## Duties\n\nN/A\n", None) == [("N/A", 1)]
    assert measured(structure.empty_parts, "# Nurse\n\n## Licenses\n\nN/A\n", None) == []


def test_the_label_of_a_section_is_counted_in_its_paragraph() -> None:
    text = "Duties: sees people. Duties: writes. Other duties (continued): files."

    assert measured(structure.repeated_labels, text, None) == [("Duties: sees people. Duties: writes. Other duties", 3)]
    assert measured(structure.repeated_labels, "Monday: one. Monday: two. Monday: three.", None) == []


@pytest.mark.parametrize(
    "text", [f"You do {ROW}.", ROW.replace(", ", "; "), ROW.replace(", ", " / "), "You do 1) a 2) b 3) c 4) d 5) e 6) f 7) g 8) h 9) i 10) j 11) k 12) l"]
)  # fmt: skip
def test_tasks_in_a_row_are_counted_however_they_are_parted(text: str) -> None:
    assert [value for _, value in measured(structure.tasks_in_a_row, text, path="ad.txt")] == [12]


def test_a_row_of_names_is_no_row_of_tasks() -> None:
    assert measured(structure.tasks_in_a_row, ROW.title()) == []
    assert measured(structure.tasks_in_a_row, ROW, "benefits") == []


def test_a_sentence_that_goes_to_and_fro_between_kinds_is_counted_by_its_turns() -> None:
    text = (
        "You write care plans, have a bachelor's degree, get dental, make home visits, earn $24 an hour and need a car."
    )

    assert [value for _, value in measured(structure.kinds_in_a_sentence, text)] == [5]
    assert (
        measured(
            structure.kinds_in_a_sentence,
            "Pay is $25 an hour, with dental, vision, a pension, vacation and free parking.",
        )
        == []
    )


def test_the_name_of_the_job_is_counted_where_it_fills_the_paragraph() -> None:
    text = "Our case manager does case management as a case manager in Tampa case management."

    assert [value for _, value in measured(structure.phrase_in_a_paragraph, text)] == [4]
    assert (
        measured(
            structure.phrase_in_a_paragraph, "You train case managers, and case managers train you in case management."
        )
        == []
    )


def test_questions_that_open_a_posting_and_name_no_job_are_counted() -> None:
    assert [
        value for _, value in measured(structure.questions_first, "Bored? Ready to bloom? Join us.", "summary")
    ] == [2]
    assert measured(structure.questions_first, "Bored? Ready to be a case manager? Join us.", "summary") == []
    assert measured(structure.questions_first, "Join us. Bored? Ready to bloom?", "summary") == []
    assert (
        measured(
            structure.questions_first, f"Ready to {'and '.join(['bloom '] * 9)}with all of us? Join us.", "summary"
        )
        == []
    )


def test_only_the_first_paragraph_opens_a_posting() -> None:
    text = "We are one of the oldest agencies of the county.\n\nBored? Ready to bloom? Join us.\n"

    assert measured(structure.questions_first, text, "summary") == []
