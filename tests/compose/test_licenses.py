"""The license line, with the shipped tables: what a state calls the license, and which compact counts there."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from jdgen.compose.licenses import Practice, license_lines, ungranted
from jdgen.compose.wording import state_words
from jdgen.load.facts import load_facts
from jdgen.load.project import open_workspace
from jdgen.load.specializations import load_specialization
from jdgen.text.states import STATES

SEARCH = open_workspace(Path(__file__).parent).search
FACTS = load_facts(SEARCH)
BEGIN = "Current, unrestricted"
NURSES = "a multistate license under the Nurse Licensure Compact"
SOCIAL_WORK = ("clinical-social-work", "master-social-work", "bachelor-social-work")


def lines(kinds: str, *states: str, serves_all: bool = False) -> tuple[str, ...]:
    return license_lines(kinds.split(), Practice(states, serves_all=serves_all), FACTS)


@pytest.mark.parametrize(
    ("kind", "state", "expected"),
    [
        ("rn", "MN", "registered nurse (RN) license in Minnesota"),
        ("rn", "CO", f"registered nurse (RN) license in Colorado, or {NURSES}"),
        ("rn", "MA", "registered nurse (RN) license in Massachusetts"),
        ("rn", "GU", "registered nurse (RN) license in Guam"),
        ("lpn", "CO", f"licensed practical nurse (LPN) license in Colorado, or {NURSES}"),
        ("lpn", "CA", "licensed vocational nurse (LVN) license in California"),
        (
            "clinical-social-work",
            "MA",
            "licensed independent clinical social worker (LICSW) license in Massachusetts",
        ),
        ("clinical-social-work", "CO", "licensed clinical social worker (LCSW) license in Colorado"),
        (
            "clinical-social-work",
            "MD",
            "licensed certified social worker - clinical (LCSW-C) license in Maryland",
        ),
        ("clinical-social-work", "AK", "licensed clinical social worker (LCSW) license in Alaska"),
        ("marriage-family-therapy", "NY", "marriage and family therapist license in New York"),
        ("clinical-social-work", "PR", "clinical social worker license in Puerto Rico"),
        (
            "clinical-counseling",
            "OH",
            "licensed professional clinical counselor (LPCC) license in Ohio, or a privilege to practice under the Counseling Compact",
        ),
        ("rn", "DC", "registered nurse (RN) license in the District of Columbia"),
    ],
)
def test_a_license_is_named_as_its_state_names_it(kind: str, state: str, expected: str) -> None:
    assert lines(kind, state) == (f"{BEGIN} {expected}",)


def test_no_license_asked_is_no_line() -> None:
    assert lines("", "CO") == ()


def test_without_a_place_the_state_of_the_practice_counts() -> None:
    assert lines("rn") == (f"{BEGIN} registered nurse (RN) license in the state where you practice",)
    assert lines("rn lpn", serves_all=True) == (
        f"{BEGIN} license in the state where you practice as a registered nurse (RN) or practical nurse (LPN)",
    )


def test_an_unconfirmed_title_is_never_printed() -> None:
    unconfirmed = [row for row in FACTS.license_titles.values() if row.confidence == "U"]

    assert unconfirmed
    for row in unconfirmed:
        for state in row.states:
            (line,) = lines(row.license, state)
            assert f"({row.title})" not in line
            assert FACTS.licenses[row.license].holder in line


def test_a_kind_of_license_that_a_state_does_not_have_is_left_out() -> None:
    assert lines("clinical-social-work master-social-work", "CA") == (
        f"{BEGIN} licensed clinical social worker (LCSW) license in California",
    )


def test_the_only_license_asked_stays_also_where_no_state_has_it() -> None:
    """What the recruiter asks for is not dropped; the line then names the kind in plain words."""
    assert lines("addiction-counseling", "AL") == (f"{BEGIN} addiction counselor license in Alabama",)


def test_several_kinds_are_alternatives_on_one_line() -> None:
    (line,) = lines("rn clinical-social-work", "CO")

    assert line == (
        f"{BEGIN} license in Colorado as a registered nurse (RN) or licensed clinical social worker (LCSW);"
        " a multistate RN license under the Nurse Licensure Compact also counts"
    )
    assert lines("rn lpn", "TX")[0].endswith(
        "or licensed vocational nurse (LVN); a multistate RN or LPN license under the Nurse Licensure Compact also counts"
    )


@pytest.mark.parametrize("state", sorted(STATES))
def test_titles_of_jobs_stand_without_capitals(state: str) -> None:
    (line,) = lines("rn lpn clinical-social-work clinical-counseling", state)

    holders = line.partition(" as a ")[2].partition("; ")[0]
    assert [word for word in re.sub(r"\([^)]*\)", "", holders).split() if word != word.lower()] == []


def test_a_license_that_a_state_does_not_grant_is_told() -> None:
    assert ungranted(["addiction-counseling"], ("AL", "TX", "GA"), FACTS) == ("AL", "GA")
    assert ungranted(["addiction-counseling", "rn"], ("AL",), FACTS) == ()
    assert ungranted([], ("AL",), FACTS) == ()


def test_nothing_is_said_of_a_place_whose_licenses_nobody_looked_up() -> None:
    assert ungranted(["rn", "addiction-counseling"], ("GU", "PR"), FACTS) == ()


def test_two_compacts_are_named_apart() -> None:
    assert lines("rn clinical-counseling", "OH")[0].endswith(
        "; a multistate RN license under the Nurse Licensure Compact also counts"
        "; a privilege to practice under the Counseling Compact also counts"
    )


def test_states_that_ask_for_the_same_share_a_line() -> None:
    assert lines("clinical-social-work", "CO", "TX") == (
        f"{BEGIN} licensed clinical social worker (LCSW) license in the state where you work (Colorado or Texas)",
    )
    assert lines("rn", "CO", "WY") == (
        f"{BEGIN} registered nurse (RN) license in the state where you work (Colorado or Wyoming), or {NURSES}",
    )


def test_states_that_ask_for_something_else_get_a_line_each_that_begins_with_the_place() -> None:
    assert lines("clinical-social-work", "CO", "MA", "TX") == (
        "If you work in Colorado or Texas: current, unrestricted licensed clinical social worker (LCSW) license in that state",
        "If you work in Massachusetts: current, unrestricted licensed independent clinical social worker (LICSW) license in that state",
    )
    assert lines("rn", "MN", "CO") == (
        "If you work in Minnesota: current, unrestricted registered nurse (RN) license in that state",
        f"If you work in Colorado: current, unrestricted registered nurse (RN) license in that state, or {NURSES}",
    )


def test_who_serves_several_states_at_once_needs_each_and_the_compact_covers_its_members() -> None:
    assert lines("rn", "CO", "MN", serves_all=True) == (
        f"{BEGIN} registered nurse (RN) license for each state you serve (Colorado and Minnesota); {NURSES} covers Colorado",
    )
    assert lines("rn", "CO", "WY", serves_all=True)[0].endswith(f"; {NURSES} covers Colorado and Wyoming")
    assert lines("rn", "CA", "MN", serves_all=True)[0].endswith("(California and Minnesota)")


def test_a_compact_covers_only_its_own_members() -> None:
    """Colorado is in the nurses' compact alone, Minnesota in the counselors' alone."""
    (line,) = lines("rn clinical-counseling", "CO", "MN", serves_all=True)

    assert line.endswith(
        "; a multistate RN license under the Nurse Licensure Compact covers Colorado"
        "; a privilege to practice under the Counseling Compact covers Minnesota"
    )


def test_who_serves_one_state_needs_that_one() -> None:
    assert lines("rn", "MN", serves_all=True) == lines("rn", "MN")


def test_a_compact_that_issues_nothing_yet_is_not_named() -> None:
    compact = FACTS.compacts["social-work-licensure-compact"]
    members = [member.state for member in compact.members]

    assert not compact.issuing
    assert members
    for kind in SOCIAL_WORK:
        said = [line for state in members for line in lines(kind, state)]
        assert [line for line in [*said, *lines(kind, *members, serves_all=True)] if "ompact" in line] == []


def test_a_state_that_has_not_started_is_not_covered() -> None:
    compact = FACTS.compacts["nurse-licensure-compact"]
    waiting = [member.state for member in compact.members if member.status != "operational"]

    assert waiting
    assert [state for state in waiting if "ompact" in lines("rn", state)[0]] == []


def test_an_unconfirmed_compact_is_not_named() -> None:
    row = replace(FACTS.compacts["nurse-licensure-compact"], confidence="U")
    facts = FACTS._replace(compacts={row.id: row})

    assert license_lines(["rn"], Practice(("CO",)), facts) == (f"{BEGIN} registered nurse (RN) license in Colorado",)


EMPTY = ("  ", "()", " ,", ",,", "; ;", "None", "\0", ". ", "as a or")
LICENSED = {
    kinds
    for name in SEARCH.names("specializations")
    for wanted in [load_specialization(name, SEARCH, FACTS).qualifications]
    for kinds in (wanted.required.licenses, wanted.preferred.licenses)
    if kinds
}


@pytest.mark.parametrize("kinds", sorted(LICENSED), ids=" ".join)
def test_every_specialization_has_one_whole_line_in_every_state(kinds: tuple[str, ...]) -> None:
    for state in STATES:
        (line,) = license_lines(kinds, Practice((state,)), FACTS)
        (together,) = license_lines(kinds, Practice((state, "CO" if state != "CO" else "MN"), serves_all=True), FACTS)
        for text in (line, together):
            assert text.startswith(f"{BEGIN} ")
            assert state_words(state) in text
            assert " license " in text
            assert [part for part in EMPTY if part in text.replace("U.S. ", "")] == []
            assert not text.endswith((".", ",", ";", " "))


def test_there_are_licenses_to_try() -> None:
    assert len(LICENSED) >= 10
