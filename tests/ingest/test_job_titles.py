"""Which line is the job title."""

from collections.abc import Callable

import pytest

from jdgen.ingest.job_titles import heading_title, is_no_title, names_job, title_in
from jdgen.ingest.recovery import recovered
from jdgen.ingest.recovery_words import recovery_table


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("RN Case Manager", "RN Case Manager"),
        ("NOW HIRING: RN Case Manager", "RN Case Manager"),
        ("NOW HIRING RN CASE MANAGERS!", "RN CASE MANAGERS"),
        ("RN Case Manager - Now Hiring!", "RN Case Manager"),
        ("Join our team as a Case Manager", "Case Manager"),
        ("Cedar Ridge is hiring a Housing Navigator", "Housing Navigator"),
        ("Career Opportunity: Hospice Social Worker", "Hospice Social Worker"),
        ("Hiring Manager", "Hiring Manager"),
        ("Employment Specialist", "Employment Specialist"),
        ("Nurse-Manager", "Nurse-Manager"),
        ("Directors of Nursing", "Directors of Nursing"),
    ],
)
def test_a_title_is_found_without_its_slogans(line: str, title: str) -> None:
    assert title_in(line) == title


@pytest.mark.parametrize(
    "line",
    [
        "NOW HIRING!!!", "Join our team", "We\u2019re hiring!", "Supervisor: Jane Doe, RN", "Cedar Ridge Medical Center", "November 22, 2026", "What a case manager does",
        "We want you, case managers", "Is a case manager what you want to be?", "Case ManagerREPORTS TO: Director", "jobs@manager.example", "Manager " * 20,
    ],
)  # fmt: skip
def test_what_is_no_title_is_not_taken_for_one(line: str) -> None:
    assert title_in(line) is None


def test_a_name_without_a_noun_for_a_job_is_open() -> None:
    assert [is_no_title(line) for line in ("Cedar Ridge", "Cedar Ridge Hospital", "Urgent! Now hiring!", "RN")] == [
        False,
        True,
        True,
        False,
    ]


def test_letters_name_a_job_only_in_capitals() -> None:
    assert (names_job("Hospice RN"), names_job("rn")) == (True, False)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("NOW HIRING!!!\n\nRN Case Manager\n\nCedar Ridge\n", "a.txt"),
        ("Cedar Ridge Medical Center\nNovember 22, 2026\nRN Case Manager\n\nWe plan discharges.\n", "a.txt"),
        ("Cedar Ridge\n\nRN Case Manager\n\nWe plan discharges.\n", "a.txt"),
        ("# Join our team!\n\n## Cedar Ridge\n\n## RN Case Manager\n\nWe hire.\n", "a.md"),
        ("<p>RN Case Manager</p><p>We plan discharges.</p>", "a.html"),
        ("RN Case Manager\n\nClinic Director\n", "a.md"),
        ("<h1>We are hiring</h1><p><b>Cedar Ridge</b></p><p>RN Case Manager</p><p>We hire.</p>", "a.html"),
    ],
)
def test_the_title_of_a_flyer_is_the_line_that_names_the_job(read: Callable, text: str, path: str) -> None:
    document = read(text, path)
    (title,) = recovered(document)["title"]

    assert (document.title, title.value) == ("RN Case Manager", "RN Case Manager")
    assert document.source[title.start : title.end] == "RN Case Manager"


@pytest.mark.parametrize(
    "text",
    [
        "# RN Case Manager\n\n## Clinic Director\n\nYou report to her.\n",
        "# Patient Navigation\n\nReports to the Clinic Director\n\nWe hire.\n",
        "# Patient Navigation\n\n## About the Case Manager\n\nWe hire.\n",
        "# Patient Navigation\n\n- Case Manager\n",
        "# Case manager for days\n\nClinic Director\n",
    ],
)
def test_a_first_heading_gives_way_only_to_a_title(read: Callable, text: str) -> None:
    document = read(text)

    assert document.title == text.partition("\n")[0].removeprefix("# ")


@pytest.mark.parametrize(
    "text",
    ["# Now hiring!\n\nWe hire.\n", "# Cedar Ridge Hospital\n\nWe hire.\n", "Position: Full-time\n\nWe hire today.\n"],
)
def test_a_title_that_is_not_there_has_no_value(read: Callable, text: str) -> None:
    assert [title.value for title in recovered(read(text)).get("title", ())] in ([None], [])


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Patient Greeter", "Patient Greeter"),
        ("Case Manager at Our House", "Case Manager at Our House"),
        ("Care Coordinator, They Matter", "Care Coordinator, They Matter"),
        ("PATIENT GREETER", "PATIENT GREETER"),
        ("RN Case Manager - Now hiring!", "RN Case Manager"),
        ("Join Our Winning Crew", None),
        ("Make a Difference Today", None),
        ("Why Work With Us?", None),
        ("We are hiring", None),
        ("Cedar Ridge Hospital", None),
        ("people who care for people", None),
    ],
)
def test_a_heading_is_the_title_unless_it_is_surely_something_else(heading: str, title: str | None) -> None:
    assert heading_title(heading) == title


@pytest.mark.parametrize(
    "heading",
    [
        "Now hiring: Case Manager | Great pay!",
        "Case Manager | Great pay | Weekends off",
        "Case Manager ~ Come grow with us!",
        "Case Manager: Make a difference!",
        "Case Manager! Great benefits and competitive salary!!",
        "Case Manager \u2013 up to $5,000 sign-on bonus",
        "Case Manager, flexible hours",
        "Case Manager (excellent benefits)",
        "Case Manager * Paid training *",
    ],
)
def test_what_a_title_is_dressed_up_with_is_left_out(heading: str) -> None:
    assert heading_title(heading) == "Case Manager"


@pytest.mark.parametrize(
    ("name", "slogan"),
    [
        ("praise", "{} pay"),
        ("praised", "great {}"),
        ("praised", "great pay, {} & benefits"),
        ("bonuses", "up to $2,000 {} bonus"),
        ("days", "{} off"),
        ("days", "nights & {} off"),
        ("days", "no {}"),
        ("lures", "{}"),
        ("calls", "{} at Maple Clinic!"),
    ],
)
def test_every_listed_word_makes_a_slogan_that_is_left_out(name: str, slogan: str) -> None:
    titles = {word: heading_title(f"Case Manager | {slogan.format(word)}") for word in recovery_table()["titles"][name]}

    assert titles
    assert [word for word, title in titles.items() if title != "Case Manager"] == []


@pytest.mark.parametrize(("name", "line"), [("calls", "{} Greeter at Maple"), ("other_lines", "{} Greeter at Maple")])
def test_a_heading_that_begins_with_a_listed_word_is_no_title(name: str, line: str) -> None:
    words = [word for word in recovery_table()["titles"][name] if word[-1] != ":"]

    assert heading_title(line.format("Patient")) == "Patient Greeter at Maple"
    assert [word for word in words if heading_title(line.format(word.title())) is not None] == []


def test_a_line_that_says_where_the_work_is_done_calls_nobody() -> None:
    lines = [f"Case Manager | {word.capitalize()} home!" for word in recovery_table()["titles"]["no_calls"]]

    assert lines
    assert [heading_title(line) for line in lines] == lines


@pytest.mark.parametrize(
    "title",
    [
        "Case Manager | Home Health",
        "Case Manager - Weekends",
        "Case Manager, Great Falls",
        "Case Manager - Great Lakes Hospice",
        "Case Manager, Pay and Benefits",
        "Case Manager - Work from Home!",
        "Great Pay Case Manager",
        "Sign-on Bonus Case Manager",
        "Case Manager (Hospice)",
    ],
)
def test_a_unit_a_place_and_a_kind_of_job_stay_in_the_title(title: str) -> None:
    assert heading_title(title) == title


def test_the_name_of_a_county_is_no_job() -> None:
    assert not names_job("Lakeview Family Services of Cook County")
    assert names_job("Head Cook, Cook County")
