"""Sections about the people served, with the shipped rules."""

from collections.abc import Callable
from datetime import date

import pytest

from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.ruleset import Ruleset
from jdgen.ingest.reader import read_document

LINES = (
    "Catholic nuns who are over 90",
    "Christians, Jews and Muslims and people of no faith at our adult day center",
    "Refugees from Somalia, undocumented or not",
    "Muslim women who ask for a woman at the door",
    "A few Vietnam vets who only want to talk to a man",
    "Single mothers under 25",
)


@pytest.fixture
def found(shipped_rules) -> Callable[[str], list[str]]:
    """Return a function that gives the rules that fire on a posting in Markdown."""
    return lambda text: _found(text, shipped_rules)


def _found(text: str, ruleset: Ruleset) -> list[str]:
    request = AuditRequest(date(2026, 11, 22), ("ME",))
    report = audit(read_document(text.encode(), "ad.md"), ruleset, request)
    return [one.rule for one in report.findings if one.severity != "info"]


@pytest.mark.parametrize(
    "heading",
    [
        "Our clients",
        "Who we serve",
        "Who We Serve:",
        "The people you will serve",
        "About our residents",
        "Your caseload",
        "Population served",
        "Clients we serve",
        "Who are our clients?",
    ],
)
@pytest.mark.parametrize("line", LINES)
def test_lists_under_a_heading_of_the_people_served_describe_them(heading: str, line: str, found) -> None:
    assert found(f"## {heading}\n\n- {line}\n") == []


def test_a_plain_line_is_such_a_heading_too(shipped_rules) -> None:
    text = "Case Manager\n\nOur clients\n\n- Catholic nuns who are over 90\n\nRequirements\n\n- Must be Catholic\n"
    report = audit(read_document(text.encode(), "ad.txt"), shipped_rules, AuditRequest(date(2026, 11, 22)))
    assert [one.line for one in report.findings if one.category == "religion"] == [9]


@pytest.mark.parametrize(
    "line",
    [
        "You must be Catholic.",
        "Young candidates preferred",
        "Only women need apply.",
        "They want a case manager who is Muslim.",
        "Applicants over 50 need not apply.",
    ],
)
def test_sentences_that_turn_to_applicants_are_judged_under_it_too(line: str, found) -> None:
    assert found(f"## Our clients\n\n- {line}\n")


@pytest.mark.parametrize("heading", ["Requirements", "Client requirements", "Who you are", "Who we hire"])
def test_other_headings_change_nothing(heading: str, found) -> None:
    assert found(f"## {heading}\n\n- Catholic nuns who are over 90\n")


def test_a_heading_reaches_no_further_than_the_next_one(found) -> None:
    assert found("## Our clients\n\n- Elders\n\n## Requirements\n\n- Catholic nuns who are over 90\n")


def test_the_words_of_other_rules_are_judged_there_as_everywhere(found) -> None:
    assert found("## Our clients\n\n- Wheelchair-bound elders\n")


@pytest.mark.parametrize(
    "text",
    [
        "Participants must be women.",
        "Residents must be U.S. citizens to qualify for the voucher.",
        "All residents must not smoke.",
        "Our clients must be under 21 to enter the program.",
        "To enter the program, participants must be Christian.",
        "In this house: residents must not smoke.",
        "Each client must be a U.S. citizen to qualify.",
        "Participants must be women who fled a violent home.",
        "Tenants may not smoke.",
        "Members must be women to apply for housing.",
    ],
)
@pytest.mark.parametrize("heading", ["Requirements", "About us"])
def test_what_the_people_served_must_be_is_asked_of_no_applicant(heading: str, text: str, found) -> None:
    assert found(f"## {heading}\n\n{text}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "Applicants must be women.",
        "Applicants and members must be women.",
        "Members of our team must be Christian.",
        "Team members must be Christian.",
        "Candidates serving clients must be young.",
        "Residents must be under 40 to apply.",
        "Members must be women to be hired.",
        "Residents must be women, so our case managers must be women too.",
        "Residents must be women; women only.",
        "Clients must be women and so must staff.",
        "Clients must have a young case manager.",
        "Our clients must be sober, but you must be a woman.",
    ],
)
def test_demands_on_staff_beside_people_served_are_found(text: str, found) -> None:
    assert found(f"## Requirements\n\n{text}\n")
