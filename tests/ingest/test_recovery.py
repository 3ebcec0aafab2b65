"""Facts of old postings: labelled lines in every shape, and nothing from running text."""

from collections.abc import Callable

import pytest

from jdgen.ingest.recovery import recovered
from jdgen.text.place import Place


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
