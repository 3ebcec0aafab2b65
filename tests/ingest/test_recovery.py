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
