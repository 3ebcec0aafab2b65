"""Where the work is, as facts, labelled lines and the top of a posting say it."""

import pytest

from jdgen.ingest.reader import read_document
from jdgen.text.remote_area import RemoteArea


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
        ("Case Manager\n\nLocation: Albany, NY (hybrid)\n", ["NY"]),
        ("Case Manager\n\nLocation: 12 Oak St, Denver, CO 80204 (Capitol Hill)\n", ["CO"]),
        ("Case Manager\n\nDenver, CO 80204 Type: Full-time\n", ["CO"]),
        ("Case Manager\n\nLocation: Denver, CO 80204 Type: Full-time\n", ["CO"]),
        ("Case Manager\n\nDenver, CO      Full-time\n", ["CO"]),
        ("Case Manager\n\nLocation: New York City\n", ["NY"]),
        ("Case Manager\n\nSt. Paul, Minn.\n", ["MN"]),
        ("Case Manager - Portland, Me. (onsite)\n", ["ME"]),
        ("Case Manager\n\nFresno, Calif. 93701\n", ["CA"]),
        ("Case Manager\n\nWash. D.C.\n", ["DC"]),
        ("Case Manager\n\nLocation: Wash., D.C.\n", ["DC"]),
        ("Case Manager\n\nTell me about it, Me. We listen.\n", []),
        ("Case Manager\n\nLocation: Denver, CO and Boise, ID\n", ["CO", "ID"]),
        ("Case Manager\n\nJob ID\n\nx\n", []),
        ("Case Manager\n\nChicago, IL \u00b7 2 weeks ago\n", ["IL"]),
        ("SHELTER CASE MANAGER\nCLEVELAND, OHIO\n", ["OH"]),
        ("Case Manager\n\nUS-WA-Seattle\n", ["WA"]),
        ("Case Manager\n\nNewark | NJ\n", ["NJ"]),
        ("Case Manager\n\nTherapist | CA\n", []),
        ("Case Manager\n\nLarch Clinic (CA)\n", []),
        ("Case Manager\n\nSalary\t$30 an hour\tLocation\tDuluth, MN\n", ["MN"]),
        ("Case Manager\n\nFull-time, Hourly\tDuluth, MN\n", ["MN"]),
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
        ("Join our clinic in Denver, Colorado as a nurse." + REST, ["CO"]),
        ("Plans are made with families, and the office is in Portland, Maine." + REST, ["ME"]),
        ("Join a team of nine in Denver, Colorado." + REST, ["CO"]),
        ("Our clinic in Denver, Colorado is growing." + REST, ["CO"]),
        ("You will work in New York City." + REST, ["NY"]),
        ("We hire nurses in Denver, CO and Boise, ID." + REST, ["CO", "ID"]),
        ("Join a team with headquarters in Denver, CO." + REST, []),
        ("The nurse is licensed in Denver, CO." + REST, []),
        ("A nurse trained in Denver, CO." + REST, []),
        ("We have clinics in Denver, CO." + REST, []),
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


@pytest.mark.parametrize("path", ["ad.md", "ad.txt"])
@pytest.mark.parametrize(
    "lines",
    [
        "RN Case Manager - Denver, Colorado\n$24.50 - $31.00 an hour",
        "Location: Denver, CO\n$24.50 - $31.00 an hour",
        "Location:\nDenver, CO\nFull-time",
        "Larch Home Care\nDenver, CO\nFull-time",
    ],
)
def test_lines_of_a_paragraph_are_read_one_by_one_in_every_format(lines: str, path: str) -> None:
    assert _states(f"Larch Home Care\n\n{lines}\n\nYou visit people.\n", path) == ["CO"]


def test_a_place_that_is_broken_between_lines_is_read() -> None:
    text = (
        "Job\n\nWe are looking for a case manager who visits people at home in Salt Lake\nCity, UT, and plans care.\n"
    )

    assert _states(text, "ad.md") == ["UT"]


def test_several_labels_of_a_line_of_a_page_are_parted() -> None:
    page = "<h1>RN</h1><p><b>Location:</b> Buffalo, NY 14203 &nbsp; <b>Type:</b> Full Time / Part Time</p>"

    assert _states(page, "ad.html") == ["NY"]


@pytest.mark.parametrize(
    ("value", "states"),
    [
        ("Colorado", ("CO",)),
        ("NC, SC", ("NC", "SC")),
        ("Washington", None),
        ("Maine, remote later", None),
        ("Portland or Maine", None),
        ("in", None),
    ],
)
def test_states_without_a_city_are_enough_for_their_law(value: str, states: tuple[str, ...] | None) -> None:
    (place,) = read_document(f"Case Manager\n\nLocation: {value}\n".encode(), "ad.txt").places

    assert place.value == (RemoteArea(states) if states else None)


def test_a_place_that_cannot_be_read_is_kept_without_a_value() -> None:
    (place,) = read_document(b"Case Manager\n\nLocation: Springfield\n", "ad.txt").places

    assert (place.text, place.value) == ("Springfield", None)


def test_a_region_is_no_city_but_its_state_counts() -> None:
    for line in ("Location: Bay Area, CA", "Bay Area, CA"):
        (place,) = read_document(f"Case Manager\n\n{line}\n".encode(), "ad.txt").places

        assert place.value == RemoteArea(("CA",))


def test_a_place_behind_a_tab_does_not_take_the_words_before_it_along() -> None:
    (place,) = read_document(b"Case Manager\n\nHourly\tDuluth, MN\n", "ad.txt").places

    assert place.text == "Duluth, MN"
