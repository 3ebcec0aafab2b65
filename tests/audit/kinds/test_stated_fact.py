"""Faults in the facts a file states apart from its words."""

import json
from datetime import date

import pytest

from jdgen.audit.engine import AuditRequest, audit
from jdgen.ingest.reader import read_document

HEAD = "---\ntitle: Case Manager\n{fact}\n---\n# Case Manager\n\n{words}\n"


def _found(run_case, fact: str, words: str = "You visit people at home.") -> set[str]:
    text = HEAD.format(fact=fact, words=words)
    return {
        one.rule
        for one in run_case(text).findings
        if one.rule.startswith(("consistency.fact", "placeholder.unfilled-fact"))
    }


@pytest.mark.parametrize(
    ("fact", "rule"),
    [
        ("employer:\n  name: '[insert employer name]'", "placeholder.unfilled-fact"),
        ("closes: 1/15/27", "consistency.fact-unreadable"),
        ("pay: a fair wage and a half", "consistency.fact-unreadable"),
        ("pay: 31-36/hour", "consistency.fact-not-said"),
        ("location: Portland, ME", "consistency.fact-not-said"),
    ],
)
def test_a_faulty_fact_is_found(fact: str, rule: str, run_case) -> None:
    assert _found(run_case, fact) == {rule}


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ("closes: 2027-01-15", "You visit people."),
        ("pay: 31-36/hour", "We pay $31.00 to $36.00 an hour."),
        ("location: Portland, ME", "The office is in Portland."),
        ("location: Remote - Maine", "You call people."),
        ("pay: DOE", "You call people."),
    ],
)
def test_a_fact_that_is_said_and_read_is_left_alone(fact: str, words: str, run_case) -> None:
    assert _found(run_case, fact, words) == set()


@pytest.mark.parametrize(
    ("fact", "message"),
    [
        ("closes: 1/15/27", "the closing date `1/15/27` cannot be read"),
        ("employer:\n  name: '[insert name]'", "the name of the employer `[insert name]` is not filled in"),
        ("pay: a fair wage and a half", "the pay `a fair wage and a half` cannot be read"),
    ],
)
def test_a_fact_is_called_by_its_words_and_not_by_its_field(run_case, fact: str, message: str) -> None:
    assert message in [one.message for one in run_case(HEAD.format(fact=fact, words="Hi.")).findings]


def test_the_finding_stands_where_the_fact_stands(run_case) -> None:
    (finding,) = [
        one
        for one in run_case(HEAD.format(fact="closes: 1/15/27", words="Hi.")).findings
        if one.rule == "consistency.fact-unreadable"
    ]

    assert (finding.line, finding.column, finding.matched) == (3, 9, "1/15/27")


@pytest.mark.parametrize(
    ("states", "law"), [((), "federal law on"), (("ME", "NY"), "the law of Maine and New York on")]
)
def test_the_report_says_by_which_law_it_judged(states: tuple[str, ...], law: str, shipped_rules) -> None:
    text = HEAD.format(fact="closes: 2027-01-15", words="You visit people.")
    report = audit(read_document(text.encode(), "ad.md"), shipped_rules, AuditRequest(date(2026, 11, 22), states))

    assert any(law in note and "November 22, 2026" in note for note in report.notes)


def test_a_fact_of_several_texts_of_json_is_shown_as_one(shipped_rules) -> None:
    address = {"addressLocality": "Portland", "addressRegion": "Oregon", "postalCode": "04101"}
    markup = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Nurse",
        "jobLocation": {"address": address},
    }
    document = read_document(json.dumps(markup).encode(), "ad.jsonld")
    findings = audit(document, shipped_rules, AuditRequest(date(2026, 11, 22))).findings

    (finding,) = [one for one in findings if one.rule == "consistency.fact-unreadable"]
    assert finding.message == "the place `Portland, Oregon 04101` cannot be read"


@pytest.mark.parametrize(
    ("fact", "line"),
    [("pay: 31-36/hour", "Pay: $31.00 to $36.00 an hour."), ("location: Portland, ME", "Location: Portland, ME.")],
)
def test_what_is_not_said_comes_with_a_line_that_would_say_it(run_case, fact: str, line: str) -> None:
    text = HEAD.format(fact=fact, words="You visit people at home.")
    (finding,) = [one for one in run_case(text).findings if one.rule == "consistency.fact-not-said"]

    assert finding.suggestions[0].endswith(f"a line at the top: {line}")
