"""Facts that disagree, and dates that cannot be."""

import json
from datetime import date

import pytest

from jdgen.audit.kinds.statement import check

FACTS = "---\ntitle: Nurse\npay: 30-36/hour\nlocation: Denver, CO\nemployment: full-time\nposted: 2026-11-20\ncloses: 2026-12-20\n---\n"


@pytest.fixture
def judge(find, rule):
    """Return a function that runs one check of this kind and returns what it says."""

    def run(name: str, text: str, path: str = "ad.md", **context):
        found = find(check, text, rule("statement", settings={"check": name}), path=path, **context)
        return [
            (words, hit.fills["origin"], hit.fills["there"], hit.fills["other"])
            for words, hit in zip(found.words, found.hits, strict=True)
        ]

    return run


@pytest.mark.parametrize(
    ("name", "body", "here", "there", "line"),
    [
        ("title", "# Case Manager\n", "Case Manager", "Nurse", 2),
        ("pay", "# Nurse\n\nWe pay $31 to $36 an hour.\n", "$31 to $36 an hour", "30-36/hour", 3),
        ("employment", "# Nurse\n\nA part-time job.\n", "part-time", "full-time", 5),
        ("closes", "# Nurse\n\nApply by December 24, 2026.\n", "December 24, 2026", "December 20, 2026", 7),
    ],
)
def test_words_that_contradict_the_front_matter_are_shown_with_its_line(
    judge, name: str, body: str, here: str, there: str, line: int
) -> None:
    assert judge(name, FACTS + body) == [(here, "the text", there, f"the front matter (line {line})")]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("title", "# nurse!\n"),
        ("title", "No heading here.\n"),
        ("pay", "# Nurse\n\nWe pay $30.00 - $36 per hour.\n"),
        ("pay", "# Nurse\n\nWe pay $31 to $36 an hour. The pay is $30 to $36 an hour.\n"),
        ("pay", "# Nurse\n\nWe pay $70,000 to $80,000 a year.\n"),
        ("employment", "# Nurse\n\nFull time or part time.\n"),
        ("closes", "# Nurse\n\nApply by 2026-12-20.\n"),
    ],
)
def test_words_that_agree_or_speak_of_something_else_are_not(judge, name: str, body: str) -> None:
    assert judge(name, FACTS + body) == []


def test_markup_is_held_against_the_front_matter_and_shown_in_the_file(find, rule) -> None:
    markup = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Aide"}
    text = f'{FACTS}# Nurse\n\n<script type="application/ld+json">{json.dumps(markup)}</script>\n'

    found = find(check, text, rule("statement", settings={"check": "title"}), path="ad.md")

    (hit,) = found.hits
    assert (hit.fills["here"], hit.fills["origin"], hit.in_source) == ("Aide", "the markup", True)
    assert text.index("<script") < hit.start <= text.index("</script>")


def test_words_among_themselves_contradict_only_about_one_figure_or_day(judge) -> None:
    text = "# Nurse\n\nWe pay $30 to $36 an hour. We pay $30 to $40 an hour. We pay $30 to $41 an hour. A full-time or part-time job."

    assert [words for words, *_ in judge("pay", text)] == ["$30 to $40 an hour"]
    assert judge("employment", text) == []


@pytest.mark.parametrize(
    ("name", "facts", "fires"),
    [
        ("dates-reversed", "posted: 2026-12-20\ncloses: 2026-12-19", True),
        ("dates-reversed", "posted: 2026-12-20\ncloses: 2026-12-20", False),
        ("dates-reversed", "closes: 2026-12-20", False),
        ("past", "closes: 2026-11-21", True),
        ("past", "closes: 2026-11-22", False),
        ("past", "closes: until filled", False),
        ("future", "posted: 2026-11-24", True),
        ("future", "posted: 2026-11-23", False),
        ("long-open", "posted: 2026-11-22\ncloses: 2027-02-21", True),
        ("long-open", "posted: 2026-11-22\ncloses: 2027-02-20", False),
        ("long-open", "closes: 2027-02-21", True),
        ("long-open", "posted: 2026-12-22\ncloses: 2027-02-21", False),
        ("long-open", "posted: 2026-11-22\ncloses: until filled", False),
    ],
)
def test_dates_are_held_against_each_other_and_against_today(judge, name: str, facts: str, fires: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(judge(name, f"---\n{facts}\n---\n# Nurse\n")) is fires


def test_today_is_the_day_the_audit_is_told(judge) -> None:
    text = "---\ncloses: 2026-11-22\n---\n# Nurse\n"

    assert judge("past", text, day=date(2026, 11, 23)) == [
        ("2026-11-22", "the front matter", "November 22, 2026", "line 2, column 9")
    ]


def test_weekly_hours_of_the_words_are_compared(judge) -> None:
    said = "# Nurse\n\nFull-time, 40 hours a week.\n\n## Schedule\n\n"

    assert judge("hours", f"{said}You will work 32 hours a week.\n") == [
        ("32 hours a week", "the text", "40 hours a week", "line 3")
    ]
    assert judge("hours", f"{said}You will work 40 hours a week.\n") == []
    assert judge("hours", f"{said}In a part-time job you work 32 hours a week.\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "Closing: January 10, 2027",
        "Closes January 10, 2027",
        "The job is open until January 10, 2027.",
        "Send a resume to jobs@casco.org by January 10, 2027.",
    ],
)
def test_a_second_closing_day_is_found_however_it_is_said(judge, line: str) -> None:
    said = "# Nurse\n\nClosing date: January 3, 2027\n\n"

    assert judge("closes", f"{said}{line}\n") == [("January 10, 2027", "the text", "January 3, 2027", "line 3")]
    assert judge("closes", f"{said}## Duties\n\n- {line}\n") == []
    assert judge("closes", f"{said}Enrollment in our health plan closes January 10, 2027.\n") == []


def test_a_day_of_json_stands_where_the_file_says_it(find, rule) -> None:
    markup = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Aide", "validThrough": "2015-02-13"}
    found = find(check, json.dumps(markup), rule("statement", settings={"check": "past"}), path="ad.jsonld")

    assert found.words == ["2015-02-13"]


@pytest.mark.parametrize(
    "line", ["Weekend rate: $39.00 an hour", "Pay rises to $38.00 an hour after a year.", "$2 an hour more for Spanish"]
)
def test_what_is_paid_at_times_or_later_is_not_held_against_the_base_range(judge, line: str) -> None:
    said = "# Nurse\n\nPay: $30 to $36 an hour\n\n## Pay\n\n"

    assert judge("pay", f"{said}- {line}\n") == []
    assert judge("pay", f"{said}- {line}\n- The wage is $28.00 an hour.\n") != []
