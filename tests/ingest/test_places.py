"""Where the work is, as facts, labelled lines and the top of a posting say it."""

import pytest

from jdgen.ingest.reader import read_document


def _states(text: str, path: str = "ad.txt") -> list[str]:
    return [place.value.state for place in read_document(text.encode(), path).places]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Case Manager\n\nLocation: Denver, CO 80204\n", ["CO"]),
        ("Case Manager\n\nLocation: Denver, CO; Boise, ID\n", ["CO", "ID"]),
        ("Geriatric Case Manager - Portland, ME\n\nWe visit people.\n", ["ME"]),
        ("Harbor Light Home Care - Portland, Maine 04101\n", ["ME"]),
        ("Geriatric Case Manager - Portland ME\n\nWe visit people.\n", ["ME"]),
        ("Case Manager\n\nSouth Portland ME 04106\n", ["ME"]),
        ("Case Manager (Bangor ME)\n", ["ME"]),
        ("Nurse Case Manager MA\n", []),
        ("Case Manager\n\nMaria Lopez MA, director\n\nLocation: Reno NV\n", ["NV"]),
        ("COME WORK WITH ME\n\nYou visit people.\n", []),
        ("Case Manager\n\nYou visit people.\n", []),
        ("Case Manager\n\nSmith, OK with the plan, signs.\n", []),
        ("We are " + "very " * 40 + "near Denver, CO and glad of it.\n", []),
    ],
)
def test_places_are_read_from_lines_and_not_from_other_running_text(text: str, states: list[str]) -> None:
    assert _states(text) == states


REST = " You visit people at home, plan their care with them, call the clinic and keep notes for the whole team."


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("looking for a Geriatric Case Manager in Boston MA, salary 70k, must drive, send a resume." + REST, ["MA"]),
        ("We are hiring for our small office in South Portland, Maine this spring." + REST, ["ME"]),
        ("One position in Reno, NV and another in St. George, UT." + REST, ["NV", "UT"]),
        ("The case manager works in Reno, NV." + REST + "\n\nOther jobs are in Boise, ID." + REST, ["NV"]),
        ("We serve families in Reno, NV." + REST, []),
        ("We want a nurse. Families in Reno, NV wait." + REST, []),
        ("Our director worked as a nurse in Reno, NV." + REST, []),
        ("The job is in Portland OR nearby." + REST, []),
        ("Location: Boise, ID\n\nWe hire a nurse in Reno, NV." + REST, ["ID"]),
    ],
)
def test_where_nothing_else_names_a_place_a_sentence_on_the_job_may(text: str, states: list[str]) -> None:
    assert _states(text) == states


def test_the_facts_of_the_file_go_first() -> None:
    assert _states("---\nlocation: Reno, NV\n---\n# Case Manager - Portland, ME\n", "ad.md") == ["NV"]


def test_a_place_knows_where_it_stands() -> None:
    document = read_document(b"Case Manager\n\nLocation: Denver, CO\n", "ad.txt")
    (place,) = document.places

    assert document.source[place.start : place.end] == "Denver, CO"
