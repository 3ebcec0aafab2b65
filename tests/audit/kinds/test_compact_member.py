"""What a posting says of a state and a compact, held against the members."""

import pytest

from jdgen.model.rule import RuleCase


@pytest.fixture
def found(run_case):
    def run(line: str, state: str | None = None) -> list[tuple[str, str]]:
        report = run_case(RuleCase(text=line, state=state), only="license.compact-member")
        return [(finding.matched, finding.message.partition(": ")[2]) for finding in report.findings]

    return run


@pytest.mark.parametrize(
    ("line", "matched", "fact"),
    [
        ("As California is a compact state, come.", "California is a compact state", "California is not in the Nurse"),
        ("Illinois participates in the NLC.", "Illinois participates in the NLC", "Illinois is not in the Nurse"),
        ("Maine isn't in the compact.", "Maine isn't in the compact", "Maine is in the Nurse"),
        ("Live in NLC states like Nevada.", "NLC states like Nevada", "Nevada is not in the Nurse"),
        ("Texas did not join the nurse compact.", "Texas did not join the nurse compact", "Texas is in the Nurse"),
        (
            "New York belongs to the social work compact.",
            "New York belongs to the social work compact",
            "New York is not in the Social Work",
        ),
    ],
)
def test_what_the_facts_deny_is_found(found, line: str, matched: str, fact: str) -> None:
    ((words, message),) = found(line)

    assert words == matched
    assert message.startswith(fact)


@pytest.mark.parametrize(
    "line",
    [
        "Texas is a compact state, and Maine belongs to the NLC.",
        "California is not a compact state.",
        "Massachusetts has not joined the compact in time for this job, which no nurse will mind.",
        "Ask whether Illinois is a compact state.",
        "California is where the compact program lives.",
        "“California is a compact state” is what they told us.",
        "Virginia is in the social work compact.",
    ],
)
def test_what_is_right_asked_quoted_or_of_another_thing_is_silent(found, line: str) -> None:
    assert found(line) == []


def test_our_state_is_the_one_a_posting_is_for(found) -> None:
    assert [words for words, _ in found("We are a compact state.", "CA")] == ["We are a compact state"]
    assert [words for words, _ in found("Our state is not in the NLC.", "TX")] == ["Our state is not in the NLC"]
    assert found("We are a compact state.", "TX") == []
    assert found("We are a compact state.") == []
