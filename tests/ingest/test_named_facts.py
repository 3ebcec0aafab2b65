"""The one place that is taken, and the words that are shown to whoever imports."""

from collections.abc import Callable

import pytest

from jdgen.ingest.named_facts import alone, named, one_place

OPENING = "Case Manager\n\n"


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Toledo, Ohio", "Toledo"),
        ("Lakeview Family Services \u2013 Chicago, IL 60614", "Chicago"),
        ("Harbor Street Shelter, Toledo, Ohio", "Toledo"),
        ("Hospice | Portland, ME, full-time", "Portland"),
        ("Toledo, Ohio\n\nWe hire in Toledo, Ohio.", "Toledo"),
        ("Mission, TX", "Mission"),
    ],
)
def test_the_only_place_is_taken_where_it_stands_apart(read: Callable, text: str, city: str) -> None:
    document = read(f"{OPENING}{text}\n", "ad.txt")
    place = one_place(document)

    assert place is not None
    assert place.value.city == city
    assert document.source[place.start : place.end] == place.text


@pytest.mark.parametrize(
    "text",
    [
        "We are near Toledo, Ohio and glad of it.",
        "You visit people in Toledo, Ohio.",
        "Toledo, Ohio\n\nLima, Ohio",
        "Lakeview Services Chicago, IL",
        "Case Manager Denver, CO",
        "We hire.",
    ],
)
def test_several_places_and_those_in_sentences_are_left_to_people(read: Callable, text: str) -> None:
    assert one_place(read(f"{OPENING}{text}\n", "ad.txt")) is None


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("closes", "Apply by 3/4/26"),
        ("closes", "The position is open until filled"),
        ("closes", "Send your resume to Ana by January 15, 2027"),
        ("employment", "This is a full-time job with 40 hours"),
        ("pay", "You get $24 each hour, and more on weekends"),
        ("pay", "The hourly rate depends on experience"),
        ("pay", "We offer 70-80k a year"),
        ("workplace", "You work from home two days a week"),
        ("posted", "Posted on the board in November"),
    ],
)
def test_the_sentence_that_may_name_a_fact_is_shown(read: Callable, field: str, sentence: str) -> None:
    document = read(f"{OPENING}You visit people. {sentence}. Then you write a note.\n", "ad.txt")
    (found,) = named(document, field)

    assert (found.text, found.value) == (sentence, None)
    assert document.source[found.start : found.end] == sentence
    assert document.position(found.start).line == 3


def test_sentences_about_something_else_are_not_shown(read: Callable) -> None:
    document = read(f"{OPENING}You visit people and plan with them.\n", "ad.txt")

    assert [named(document, field) for field in ("closes", "employment", "pay", "workplace", "posted", "title")] == [
        ()
    ] * 6


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Lakeview Family Services \u2013 Chicago, IL 60614", "Lakeview Family Services"),
        ("Harbor Street Shelter", "Harbor Street Shelter"),
        ("WILLOW CREEK HOUSING, Toledo, Ohio", "WILLOW CREEK HOUSING"),
        ("Family Services of Cook County", "Family Services of Cook County"),
    ],
)
def test_a_line_at_the_top_that_reads_as_an_employer_is_shown(read: Callable, line: str, name: str) -> None:
    (found,) = named(read(f"NOW HIRING\n\n{line}\n\nWe hire.\n", "ad.txt"), "employer.name")

    assert found.text == name


@pytest.mark.parametrize(
    "line",
    ["Home Health Case Manager", "We serve families in our center.", "Health", "JOIN OUR CLINIC!", "About Our Agency", "Department: Home Care"],
)  # fmt: skip
def test_a_job_a_sentence_and_a_slogan_are_no_employer(read: Callable, line: str) -> None:
    assert named(read(f"Case Manager\n\n{line}\n\nWe hire.\n", "ad.txt"), "employer.name") == ()


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("# Case Manager\n\n**Corner House, Toledo, Ohio**\n", "ad.md"),
        ('<div><h1>Case Manager</h1><div class="location">Toledo, Ohio</div></div>', "ad.html"),
    ],
)
def test_markup_around_a_place_is_no_word_beside_it(read: Callable, text: str, path: str) -> None:
    place = one_place(read(text, path))

    assert place is not None
    assert place.text == "Toledo, Ohio"


def test_a_place_in_a_sentence_of_a_page_stays_with_people(read: Callable) -> None:
    page = "<h1>Case Manager</h1><p>Our team in Toledo, Ohio and its people are kind.</p>"

    assert one_place(read(page, "ad.html")) is None


@pytest.mark.parametrize(
    ("lines", "field", "text"),
    [
        ("Hybrid", "workplace", "Hybrid"),
        ("Reno, NV \u2022 On-site \u2022 3 days ago", "workplace", "On-site"),
        ("Reno, NV (Hybrid)", "workplace", "Hybrid"),
        ("Full-time", "employment", "Full-time"),
        ("$24/hr - $29/hr", "pay", "$24/hr - $29/hr"),
        ("On-site\n\nThis job is remote.", "workplace", None),
        ("On-site\n\nHybrid", "workplace", None),
        ("$24/hr\n\nOvertime pays $36 an hour.", "pay", None),
        ("$24/hr\n\nPay: $24/hr", "pay", "$24/hr"),
        ("You work on-site with us.", "workplace", None),
        ("DOE", "pay", None),
    ],
)
def test_a_fact_that_is_a_line_of_its_own_is_taken_where_nothing_else_is_named(
    read: Callable, lines: str, field: str, text: str | None
) -> None:
    document = read(f"{OPENING}{lines}\n", "ad.txt")
    found = alone(document, field)

    assert (found and found.text) == text
    assert found is None or document.source[found.start : found.end] == text
