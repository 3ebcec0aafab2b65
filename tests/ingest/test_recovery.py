"""Facts of old postings: labelled lines in every shape, and nothing from running text."""

from collections.abc import Callable

import pytest

from jdgen.ingest.reader import read_document
from jdgen.ingest.recovery import recovered
from jdgen.text.place import Place
from jdgen.text.remote_area import RemoteArea
from jdgen.text.states import STATES


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("# RN\n\n**Location:** Denver, CO\n", "a.md"),
        ("# RN\n\n- Location: Denver, CO\n", "a.md"),
        ("# RN\n\n| Location | Denver, CO |\n| --- | --- |\n", "a.md"),
        ("RN Case Manager\n\nLocation\n\nDenver, CO\n", "a.txt"),
        ("<p><b>Location</b> Denver, CO</p>", "a.html"),
        ("<dl><dt>Location:<dd>Denver, CO</dl>", "a.html"),
        ("---\nlocation: Denver, CO\n---\n", "a.md"),
    ],
)
def test_a_labelled_place_is_recovered(read: Callable, text: str, path: str) -> None:
    document = read(text, path)
    (place,) = recovered(document)["location"]

    assert place.value == Place("Denver", "CO")
    assert document.source[place.start : place.end] == "Denver, CO"


def test_several_places_of_one_line_are_several_facts(read: Callable) -> None:
    places = recovered(read("# RN\n\nLocations: Denver, CO; Boulder, CO\n"))["location"]

    assert [place.text for place in places] == ["Denver, CO", "Boulder, CO"]


def test_running_text_states_nothing(read: Callable) -> None:
    found = recovered(read("# RN\n\nThe pay is $30 an hour, full-time, in Denver, CO.\n"))

    assert found.keys() == {"title"}


def test_a_fact_that_cannot_be_read_is_kept_as_typed(read: Callable) -> None:
    (pay,) = recovered(read("# RN\n\nSalary: ask us\n"))["pay"]

    assert (pay.text, pay.value) == ("ask us", None)


def test_a_labelled_line_helps_where_front_matter_cannot_be_read(read: Callable) -> None:
    found = recovered(
        read("---\npay: ask us\nlocation: Denver, CO\n---\n\nPay: $30 an hour\n\nLocation: Boulder, CO\n")
    )

    assert found["pay"][0].text == "$30 an hour"
    assert found["location"][0].text == "Denver, CO"


def test_a_label_without_a_colon_counts_only_when_the_rest_can_be_read(read: Callable) -> None:
    found = recovered(
        read("<p>Pay attention to detail</p><p>Position yourself well</p><p>Pay $30 an hour</p>", "a.html")
    )

    assert [one.text for one in found["pay"]] == ["$30 an hour"]
    assert "title" not in found


def test_the_title_is_the_heading(read: Callable) -> None:
    document = read("# RN *Case* Manager\n")
    (title,) = recovered(document)["title"]

    assert title.text == "RN Case Manager"


def test_a_label_below_a_heading_is_no_part_of_the_value(read: Callable) -> None:
    (pay,) = recovered(read("# RN\n\nPay\n\nSalary: DOE\n"))["pay"]

    assert pay.text == "DOE"


@pytest.mark.parametrize(
    "line",
    [
        "Company: Mohawk Elder Services     Location: Albany, New York   Type: Full-time",
        "Company: Mohawk Elder Services Location: Albany, New York Type: Full-time",
        "Company:\tMohawk Elder Services\tLocation:\tAlbany, New York\tType:\tFull-time",
        "Company: Mohawk Elder Services | Location: Albany, New York | Type: Full-time",
        "Company: Mohawk Elder Services; Location: Albany, New York; Type: Full-time",
    ],
)
@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.docx"])
def test_several_labels_of_a_line_are_several_facts(read: Callable, make_docx: Callable, line: str, path: str) -> None:
    document = (
        read_document(make_docx("RN", line.replace("|", "\u2022")), path)
        if path == "a.docx"
        else read(f"# RN\n\n{line}\n", path)
    )
    found = recovered(document)

    assert [one.text for one in found["employer.name"]] == ["Mohawk Elder Services"]
    assert [one.value for one in found["location"]] == [Place("Albany", "NY")]
    assert [one.text for one in found["employment"]] == ["Full-time"]


def test_a_row_may_hold_several_labels_and_their_values(read: Callable) -> None:
    row = "| Location | Denver, CO | Workplace | Remote | Pay | $30 an hour |\n| --- | --- | --- | --- | --- | --- |\n"
    found = recovered(read(f"# RN\n\n{row}"))

    assert {field: [one.text for one in found[field]] for field in ("location", "workplace", "pay")} == {
        "location": ["Denver, CO"],
        "workplace": ["Remote"],
        "pay": ["$30 an hour"],
    }


def test_what_stands_in_a_column_of_its_own_is_no_part_of_a_name(read: Callable) -> None:
    (employer,) = recovered(read("RN\n\nCompany: Mohawk Elder Services      Albany, New York\n", "a.txt"))[
        "employer.name"
    ]

    assert employer.text == "Mohawk Elder Services"


def test_a_label_inside_of_a_sentence_labels_nothing(read: Callable) -> None:
    found = recovered(read("# RN\n\nWe ask the Title: of every book.\n"))

    assert found["title"][0].text == "RN"


def test_a_place_beside_a_note_is_the_place_alone(read: Callable) -> None:
    (place,) = recovered(read("# RN\n\nLocation: 12 Oak St, Denver, CO 80204 (hybrid)\n"))["location"]

    assert place.text == "12 Oak St, Denver, CO 80204"


def test_many_states_to_work_from_home_in_are_read(read: Callable) -> None:
    names = ", ".join(list(STATES.values())[:40])
    (area,) = recovered(read(f"RN\n\nLocation\n\nRemote, for people living in {names}\n", "a.txt"))["location"]

    assert area.value == RemoteArea(tuple(STATES)[:40])


def facts(read: Callable, lines: str, path: str = "a.txt") -> dict[str, list[object]]:
    """Return the texts of what a posting states besides its title."""
    found = recovered(read(f"RN Case Manager\n\n{lines}\n\nYou visit people at home.\n", path))
    return {field: [one.text for one in stated] for field, stated in found.items() if field != "title"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Work Location: In person", {"workplace": ["In person"]}),
        ("Work Location: Hybrid remote in Denver, CO 80204", {"workplace": ["Hybrid remote"], "location": ["Denver, CO 80204"]}),
        ("Location: Albany, NY (on-site)", {"workplace": ["on-site"], "location": ["Albany, NY"]}),
        ("Location: Denver, CO; Boise, ID", {"location": ["Denver, CO", "Boise, ID"]}),
        ("Location: Newark | NJ", {"location": ["Newark | NJ"]}),
        ("Location: US-WA-Seattle | US-OR-Portland", {"location": ["US-WA-Seattle", "US-OR-Portland"]}),
        ("Location: by the river", {"location": ["by the river"]}),
        ("Job Types: Full-time, Part-time", {"employment": ["Full-time, Part-time"]}),
        ("Hospitals: three in the county", {}),
        ("Work schedule\n\nFull-time", {"employment": ["Full-time"]}),
        ("Work schedule: Days, 7 to 3", {"schedule": ["Days, 7 to 3"]}),
        ("Location\n\n1 vacancy in the following location:\n\nBoise, ID", {"location": ["Boise, ID"]}),
    ],
)  # fmt: skip
def test_what_job_boards_label_is_read_whole(read: Callable, line: str, found: dict[str, list[str]]) -> None:
    assert facts(read, line) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("Schedule:\n\n* 8 hour shift\n* No weekends", {"schedule": ["8 hour shift, No weekends"]}),
        ("Job type:\n\n* Full-time\n* Contract", {"employment": ["Full-time, Contract"]}),
        ("Locations:\n\n* Denver, CO\n* Boise, ID", {"location": ["Denver, CO", "Boise, ID"]}),
        ("Location:\n\n* Boise, ID\n* Near the river", {}),
        ("Pay:\n\n* $30 an hour\n* Overtime", {}),
        ("Schedule:\n\n* " + "You plan your own day with the team. " * 5, {}),
    ],
)  # fmt: skip
def test_a_list_below_a_label_is_its_value(read: Callable, lines: str, found: dict[str, list[str]]) -> None:
    assert facts(read, lines) == found


def test_a_line_of_labels_and_values_in_columns_is_cut_at_its_gaps(read: Callable) -> None:
    line = "Salary\t$31.12 Hourly\tDepartment\tPublic Health\nClosing Date\t12/31/2026\tLocation\tDuluth, MN"

    assert facts(read, line) == {"pay": ["$31.12 Hourly"], "closes": ["12/31/2026"], "location": ["Duluth, MN"]}
