"""The sentences that name who hires, and those that only seem to."""

import pickle
from collections.abc import Callable

import pytest

from jdgen.ingest.employers import employer_lines
from jdgen.ingest.reader import read_document
from jdgen.ingest.recovery_words import recovery_table

WORDS = recovery_table()["employers"]
REST = "\n\nYou visit people at home, and plan with them.\n"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Bayside Elder Services is hiring a Case Manager to help older adults.", "Bayside Elder Services"),
        ("You like to listen. Larch Home Care seeks a nurse.", "Larch Home Care"),
        (
            "The Visiting Nurse Association of Boise is currently looking for you.",
            "Visiting Nurse Association of Boise",
        ),
        (
            "Maple Clinic (since 1990), a nonprofit in Ohio, has an immediate opening for a social worker.",
            "Maple Clinic",
        ),
        ("Alder & Birch, LLC is recruiting.", "Alder & Birch, LLC"),
        ("HealthBridge is hiring.", "HealthBridge"),
        ("Bayside is hiring. People at Bayside stay for years.", "Bayside"),
        ("Harbor Street Shelter is an equal opportunity employer.", "Harbor Street Shelter"),
        ("Willow Creek is firmly committed to fair pay.", "Willow Creek"),
        ("At Maple Clinic, we share the on-call weeks.", "Maple Clinic"),
        ("Here at Maple Clinic we share the on-call weeks.", "Maple Clinic"),
        ("Pine County Human Services is a public agency.", "Pine County Human Services"),
        ("Company: Cedar Ridge", "Cedar Ridge"),
        ("St. Brigid Hospital is hiring.", "St. Brigid Hospital"),
        ("Casco Elder Partners helps older adults in Maine. We have 64 staff.", "Casco Elder Partners"),
        ("Alder Homes, Inc. - Newark, NJ 07105", "Alder Homes, Inc."),
        ("Larch Staffing, 12 Oak St, Reno, NV 89501", "Larch Staffing"),
        ("You like people. The Mt. Alder Clinic is seeking a nurse.", "Mt. Alder Clinic"),
    ],
)
def test_the_name_is_found_with_its_place(read: Callable, sentence: str, name: str) -> None:
    document = read(f"Case Manager\n\n{sentence}{REST}", "ad.txt")

    assert document.employer is not None
    assert document.employer.value == document.employer.text == name
    assert document.source[document.employer.start : document.employer.end] == name


@pytest.mark.parametrize(
    "heading", ["About Maple Clinic", "Why work at Maple Clinic?", "\U0001f3e5 About Maple Clinic"]
)
def test_a_heading_above_what_an_employer_says_of_itself_names_it(read: Callable, heading: str) -> None:
    document = read(f"# Case Manager\n\n## {heading}{REST}", "ad.md")

    assert document.employer is not None
    assert document.employer.text == "Maple Clinic"


@pytest.mark.parametrize(
    "sentence",
    [
        "We are hiring. They are looking for you.",
        "Our Clinic is hiring.",
        "The Home Health Agency is seeking a nurse.",
        "Families are looking for somebody who listens.",
        "Somebody is looking for you.",
        "The Case Manager is looking for gaps in care.",
        "The Social Services Department is seeking a nurse.",
        "Boise is hiring. You drive in Boise.",
        "Idaho is hiring. You drive in Idaho.",
        "Candidates Of Note are seeking a change.",
        "Company Name is hiring.",
        "Ask whether Maple Clinic is hiring.",
        "Boise State is a city.",
        "Boise Bench is a provider of shade.",
        "Maple Clinic is a hard place to leave.",
        "Dr. Maria Lopez is looking for a nurse.",
        "Human Resources is looking for you.",
    ],
)
def test_what_may_be_anybody_names_nobody(read: Callable, sentence: str) -> None:
    assert read(f"Case Manager\n\nBoise, ID\n\n{sentence}{REST}", "ad.txt").employer is None


@pytest.mark.parametrize("heading", ["About the Role", "About You", "About Us", "About Boise", "About Case Management", "About Maple Street", "About Alder"])  # fmt: skip
def test_a_heading_about_something_else_names_nobody(read: Callable, heading: str) -> None:
    assert read(f"# Case Manager\n\nBoise, ID\n\n## {heading}\n\nIn Alder we ski.{REST}", "ad.md").employer is None


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("hiring", "Maple Clinic is {} nurses."),
        ("hires", "Maple Clinic {} nurses."),
        ("often", "Maple Clinic is {} hiring."),
        ("first", "{}, Maple Clinic is hiring."),
        ("first", "{} Maple Clinic is hiring."),
        ("openings", "Maple Clinic has a new {}."),
        ("chances", "Maple Clinic has an exciting {} a nurse."),
        ("proud", "Maple Clinic is {} an equal opportunity employer."),
        ("equal", "Maple Clinic is {} in all things."),
        ("committed", "Maple Clinic is firmly {} fair pay."),
        ("promises", "Maple Clinic {} against anybody."),
        ("organizations", "Maple Clinic is a small {} by the river."),
    ],
)
def test_every_listed_word_tells_who_hires(read: Callable, name: str, sentence: str) -> None:
    documents = {word: read(f"Nurse\n\n{sentence.format(word)}{REST}", "ad.txt") for word in WORDS[name]}

    assert documents
    assert [
        word for word, one in documents.items() if one.employer is None or one.employer.text != "Maple Clinic"
    ] == []


@pytest.mark.parametrize("written", [str, str.capitalize, str.title])
def test_every_listed_heading_names_the_employer_in_small_letters_and_with_capitals(
    read: Callable, written: Callable
) -> None:
    headings = [word if word.isupper() else written(word) for word in WORDS["headings"]]
    documents = {word: read(f"# Nurse\n\n## {word} Maple Clinic{REST}", "ad.md") for word in headings}

    assert documents
    assert [
        word for word, one in documents.items() if one.employer is None or one.employer.text != "Maple Clinic"
    ] == []


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nobody", "{} Maple is hiring."),
        ("other_things", "Maple {} Ridge is hiring."),
        ("parts", "Maple Ridge {} is hiring."),
        ("plain", "{} Clinic is hiring."),
        ("partners", "Cedar Ridge Clinic is a hospital {} know."),
    ],
)
def test_every_listed_word_keeps_a_name_from_being_taken(read: Callable, name: str, sentence: str) -> None:
    written = str if name == "partners" else str.title
    documents = {word: read(f"Nurse\n\n{sentence.format(written(word))}{REST}", "ad.txt") for word in WORDS[name]}

    assert documents
    assert read(f"Nurse\n\n{sentence.format('Cedar')}{REST}", "ad.txt").employer is not None
    assert [word for word, one in documents.items() if one.employer is not None] == []


def test_two_employers_are_left_to_people(read: Callable) -> None:
    text = "Maple Clinic is hiring a nurse.\n\nLarch Home Care is hiring a driver."

    assert read(f"Two jobs\n\n{text}{REST}", "ad.txt").employer is None


def test_the_surest_sentence_decides(read: Callable) -> None:
    text = "Maple Clinic is hiring a nurse.\n\nLarch Home Care is a company we work with."

    assert read(f"Nurse\n\n{text}{REST}", "ad.txt").employer.text == "Maple Clinic"


@pytest.mark.parametrize("short", ["PCHS", "Pine County"])
def test_the_fullest_way_a_name_is_written_is_taken(read: Callable, short: str) -> None:
    text = f"{short} is hiring. Staff at {short} stay.\n\nPine County Human Services is hiring."

    assert read(f"Nurse\n\n{text}{REST}", "ad.txt").employer.text == "Pine County Human Services"


def test_what_is_stated_counts_before_the_words(read: Callable) -> None:
    document = read(f"---\nemployer: Alder Care\n---\n# Nurse\n\nMaple Clinic is hiring.{REST}", "ad.md")

    assert document.employer.text == "Alder Care"


def test_a_document_finds_its_employer_in_another_process_too(read: Callable) -> None:
    document = pickle.loads(pickle.dumps(read(f"Nurse\n\nMaple Clinic is hiring.{REST}", "ad.txt")))  # noqa: S301 - our own bytes

    assert document.employer.text == "Maple Clinic"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("High Plains Behavioral Health, Pueblo, CO", "High Plains Behavioral Health"),
        ("Harbor Light Home Care - Portland, Maine 04101", "Harbor Light Home Care"),
        ("Behavioral Health, Pueblo, CO", None),
        ("Pueblo, CO", None),
        ("High Plains Behavioral Health", None),
        ("Nurse Care Manager, Pueblo, CO", None),
        ("Geriatric Services | Denver, CO", None),
    ],
)
def test_a_line_at_the_top_with_a_place_names_the_employer(line: str, name: str | None) -> None:
    document = read_document(f"RN Case Manager\n\n{line}\n\nYou visit people at home.\n".encode(), "ad.txt")

    assert (document.employer.text if document.employer else None) == name


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Home | Jobs | Log in\n\nCase Manager\n", "ad.txt"),
        ("[Home Care](/a) [Jobs](/b) [Our Care](/c)\n\n# Case Manager\n", "ad.md"),
        ("<p><a href=/>Home</a> <a href=/j>Jobs</a> <a href=/c>Our Care</a></p><h1>Case Manager</h1>", "ad.html"),
    ],
)
def test_a_line_of_links_names_no_employer(text: str, path: str) -> None:
    assert list(employer_lines(read_document(text.encode(), path))) == []


@pytest.mark.parametrize("place", ["first", "last"])
@pytest.mark.parametrize(
    ("line", "is_taken"),
    [
        ("Sunrise Community Health", True),
        ("SUNRISE COMMUNITY HEALTH", True),
        ("Harbor Light Home Care", True),
        ("Mental Health Services", False),
        ("Sunrise Health", False),
        ("Sunrise Community Health Department", False),
        ("Join Our Family Health", False),
        ("Sunrise Health Insurance Perks", False),
        ("Employee Assistance Services Summary", False),
        ("- Sunrise Community Health", False),
    ],
)
def test_a_name_alone_in_the_first_line_or_the_last_is_the_employer(line: str, place: str, *, is_taken: bool) -> None:
    body = "RN Case Manager\n\nYou visit people at home.\n\nPay: $30 an hour"
    text = f"{line}\n\n{body}\n" if place == "first" else f"{body}\n\n{line}\n"

    employer = read_document(text.encode(), "ad.txt").employer

    assert (employer.text if employer else None) == (line if is_taken else None)


def test_two_names_alone_are_left_to_people(read: Callable) -> None:
    assert (
        read("Sunrise Community Health\n\nNurse\n\nYou visit.\n\nHarbor Light Home Care\n", "ad.txt").employer is None
    )


def test_a_company_that_somebody_deals_with_is_not_the_employer(read: Callable) -> None:
    assert read(f"Nurse\n\nEpic Systems is a company we work with.{REST}", "ad.txt").employer is None


@pytest.mark.parametrize(
    "text",
    [
        "# Case Manager\n\n| Client | Gulf Plains Medical Center, Reno, NV |\n| --- | --- |\n| Pay | $40 an hour |\n",
        "# Case Manager\n\nPine County Hospital helps those who come to us. People from there call.\n",
        "# Case Manager\n\nLarch Family Center\n\nYou visit people.\n\nThey live near the center.\n",
    ],
)
def test_who_is_only_served_or_named_once_does_not_hire(read: Callable, text: str) -> None:
    assert read(text, "ad.md").employer is None


@pytest.mark.parametrize(
    "text",
    [
        "Larch Family Network logo\n\nLarch Family Network\n\nShare\n\nCase Manager\n\nYou visit people.\n",
        "Case Manager\n\nYou visit people.\n\nLarch Family Network, 12 Oak St - Page 1\n\nLarch Family Network | DRAFT\n",
    ],
)
def test_a_name_that_begins_lines_at_the_edges_hires(read: Callable, text: str) -> None:
    employer = read(text, "ad.txt").employer

    assert employer is not None
    assert employer.text == "Larch Family Network"
