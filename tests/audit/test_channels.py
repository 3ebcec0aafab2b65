"""Verdicts on Google, Indeed and LinkedIn: what blocks, what only advises, and what stays out of sight."""

import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from jdgen.audit.channels import CHANNELS, CLAUSES_OF_CATEGORIES
from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.ruleset import Ruleset
from jdgen.ingest.reader import read_document
from jdgen.model.finding import CATEGORIES, ChannelVerdict, FileReport

WORDS = (
    "You visit adults at home and ask what matters to them. Together you write a plan, and you look at it again every three months. "
    "You call doctors, landlords and schools, find rides, and explain letters nobody understands. When somebody is in a crisis you stay "
    "until help is there. Notes are due on the same day; a laptop and a car of the agency are yours during the week. Your team has five "
    "colleagues, a nurse among them, and meets on Tuesdays. A supervisor reads along in the first months and is on the telephone "
    "whenever you are out. Families tell us that they notice who comes back. You keep about eighteen households, most of them in the "
    "north of the city, and nobody hands you a twentieth without asking."
)
FACTS = {
    "id": "LH-7",
    "title": "Community Case Manager",
    "employer": {"name": "Larch Home Care"},
    "location": "Boise, ID",
    "employment": "full-time",
    "pay": "30.50-36/hour",
    "posted": "2026-11-22",
    "apply": {"url": "https://larch.example/jobs/lh-7"},
}
BODY = f"""
# {{title}}

Full-time in Boise, Idaho.

## Responsibilities

- Plan care with people who left a hospital
- Find housing, food and transport

{WORDS}

## Qualifications

- A bachelor's degree in social work

## Pay

$30.50 to $36.00 an hour, with medical insurance and paid time off.

## How to apply

Apply at https://larch.example/jobs/lh-7. We are an equal opportunity employer. For an accommodation, call 208-555-0100.
"""
MARKUP = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Community Case Manager",
    "description": f"<p>Full-time. {WORDS}</p><p>Apply at https://larch.example/jobs/lh-7.</p>",
    "datePosted": "2026-11-22",
    "employmentType": "FULL_TIME",
    "url": "https://larch.example/jobs/lh-7",
    "identifier": {"@type": "PropertyValue", "name": "Larch Home Care", "value": "LH-7"},
    "hiringOrganization": {"@type": "Organization", "name": "Larch Home Care"},
    "jobLocation": {
        "@type": "Place",
        "address": {
            "@type": "PostalAddress",
            "addressLocality": "Boise",
            "addressRegion": "ID",
            "addressCountry": "US",
        },
    },
}


def posting(*, without: str = "", body: str = BODY, **changed: object) -> bytes:
    """Return a posting of ours; YAML reads JSON."""
    facts = {name: value for name, value in {**FACTS, **changed}.items() if name != without}
    return f"---\n{json.dumps(facts)}\n---\n{body.format(title=facts.get('title', 'Case Manager'))}".encode()


def markup(*, without: str = "", **changed: object) -> bytes:
    return json.dumps({name: value for name, value in {**MARKUP, **changed}.items() if name != without}).encode()


@pytest.fixture
def check(shipped_rules: Ruleset):
    def run(content: bytes, ending: str = "md", channels: Sequence[str] = ()) -> FileReport:
        request = AuditRequest(date(2026, 11, 22), (), tuple(channels))
        return audit(read_document(content, f"case.{ending}"), shipped_rules, request)

    return run


def verdict(report: FileReport, channel: str) -> ChannelVerdict:
    return next(one for one in report.channels if one.channel == channel)


def blocked_by(report: FileReport) -> dict[str, list[str]]:
    return {one.channel: [clause for clause, _ in one.reasons] for one in report.channels if not one.ready}


def advised_by(report: FileReport, channel: str) -> list[str]:
    return [clause for clause, _ in verdict(report, channel).advice]


def test_a_complete_posting_is_ready_for_all_three(check) -> None:
    report = check(posting())

    assert [(one.channel, one.ready, one.reasons) for one in report.channels] == [(one, True, ()) for one in CHANNELS]


@pytest.mark.parametrize("name", ["hospital"])
def test_our_own_rendered_posting_is_ready_for_all_three(check, name: str) -> None:
    path = Path(__file__).parents[1] / "cases" / "render" / name / "posting.md"

    assert blocked_by(check(path.read_bytes())) == {}


def test_complete_markup_is_ready_for_all_three(check) -> None:
    assert blocked_by(check(markup(), "jsonld")) == {}


def test_only_the_channels_asked_for_get_a_verdict(check) -> None:
    report = check(posting(), channels=["linkedin", "google"])

    assert [one.channel for one in report.channels] == ["google", "linkedin"]


def test_a_fragment_gets_no_verdict(check) -> None:
    assert check(b"Case managers must be under 40.").channels == ()


@pytest.mark.parametrize(
    ("field", "blocked"),
    [
        ("posted", {"google": ["g02"], "indeed": ["i03"]}),
        ("location", {"google": ["g02"], "indeed": ["i05"], "linkedin": ["l01"]}),
        ("employer", {"google": ["g02"], "indeed": ["i05"], "linkedin": ["l01"]}),
        ("id", {"indeed": ["i05"], "linkedin": ["l01"]}),
        ("apply", {"indeed": ["i05"], "linkedin": ["l01"]}),
    ],
)
def test_a_missing_fact_blocks_the_channels_that_ask_for_it(check, field: str, blocked: dict[str, list[str]]) -> None:
    assert blocked_by(check(posting(without=field))) == blocked


def test_all_that_is_missing_is_named_although_it_stands_at_one_place(check) -> None:
    facts = {name: value for name, value in FACTS.items() if name not in {"id", "apply", "posted"}}
    source = f"---\n{json.dumps(facts)}\n---\n{BODY.format(title=FACTS['title'])}".encode()

    report = check(source, channels=["indeed"])

    found = {one.rule for one in report.findings if one.category == "channel" and one.severity == "error"}
    assert found == {"channel.no-id", "channel.no-apply-address", "channel.no-first-day"}
    assert blocked_by(report) == {"indeed": ["i03", "i05", "i05"]}


def test_each_reason_says_what_is_wrong(check) -> None:
    report = check(posting(without="posted"))

    assert verdict(report, "google").reasons == (("g02", "nothing says on which day it was first published"),)


def test_a_missing_fact_is_no_finding_unless_its_channel_was_asked_for(check) -> None:
    def found(*channels: str) -> list[str]:
        report = check(posting(without="id"), channels=channels)
        return [one.rule for one in report.findings if one.category == "channel"]

    assert (found(), found("google"), found("indeed")) == ([], [], ["channel.no-id"])


def test_markup_asks_for_google_and_for_nothing_else(check) -> None:
    description = re.sub(r"https?://\S+", "our website", str(MARKUP["description"]))
    report = check(markup(without="datePosted", url="", description=description), "jsonld")

    rules = [one.rule for one in report.findings if one.category == "channel" and one.severity == "error"]
    assert rules == ["channel.no-first-day"]
    assert blocked_by(report) == {"google": ["g02"], "indeed": ["i03", "i05"], "linkedin": ["l01"]}


def test_a_link_in_the_description_of_markup_is_an_address_to_apply_at(check) -> None:
    report = check(
        markup(url="", description=f"{MARKUP['description']} Apply: https://jobs.example.com/1042"), "jsonld"
    )

    assert blocked_by(report) == {}


def test_a_rule_of_another_family_blocks_by_its_clauses(check) -> None:
    report = check(posting(title="Case Manager #4471"))

    assert blocked_by(report) == {"google": ["g03"], "indeed": ["i02"]}


def test_a_clause_that_recommends_only_advises(check) -> None:
    report = check(posting(body=BODY.replace("We are an equal opportunity employer.", "")))

    assert blocked_by(report) == {}
    assert advised_by(report, "indeed") == ["c10"]
    assert advised_by(report, "linkedin") == ["c10"]
    assert advised_by(report, "google") == []


def test_no_channel_and_no_key_phrase_is_looked_at_in_an_internal_job_description(check) -> None:
    public, internal = check(posting()), check(posting(template="internal"))

    assert public.channels
    assert public.key_phrases
    assert (internal.channels, internal.key_phrases) == ((), ())
    assert any("internal job description" in note for note in internal.notes)
    assert not any("internal job description" in note for note in public.notes)


def test_an_unconfirmed_clause_only_advises(shipped_rules: Ruleset) -> None:
    lookup = shipped_rules.lookup
    unsure = tuple(clause._replace(confidence="U") if clause.id == "i05" else clause for clause in lookup.clauses)
    document = read_document(posting(without="id"), "case.md")

    report = audit(
        document, shipped_rules._replace(lookup=lookup._replace(clauses=unsure)), AuditRequest(date(2026, 11, 22))
    )

    assert blocked_by(report) == {"linkedin": ["l01"]}
    assert advised_by(report, "indeed") == ["i05"]


def test_a_title_too_long_for_an_unconfirmed_limit_is_only_advised_against(check) -> None:
    title = "Bilingual Community Mental Health Case Manager for Families of Children with Asthma"

    report = check(posting(title=title))

    assert verdict(report, "indeed").ready
    assert "i08" in advised_by(report, "indeed")


def test_a_finding_for_information_only_advises(check) -> None:
    """Indeed Apply's fifty characters are a must, but not everybody uses Indeed Apply."""
    report = check(posting(title="Bilingual Community Mental Health Case Manager for Families"))

    assert verdict(report, "indeed").ready
    assert "i09" in advised_by(report, "indeed")


def test_what_the_file_allows_itself_only_advises(check) -> None:
    comment = "\n<!-- jdgen: allow-file channel.several-openings because we sponsor it -->\n"

    blocked = check(posting(openings=2))
    allowed = check(posting(openings=2, body=BODY + comment))

    assert blocked_by(blocked) == {"indeed": ["i10"]}
    assert blocked_by(allowed) == {}
    assert advised_by(allowed, "indeed") == ["i10"]
    assert [one.rule for one in allowed.findings if one.rule.startswith("allow.")] == []


def test_discrimination_blocks_linkedin_and_is_advised_against_by_indeed(check) -> None:
    body = BODY.replace("- A bachelor's degree in social work", "- You must be under 40 years of age")

    report = check(posting(body=body))

    assert blocked_by(report) == {"linkedin": ["l12"]}
    assert advised_by(report, "indeed") == ["i16"]


def test_a_job_that_is_none_is_blocked_everywhere(check) -> None:
    body = BODY.replace("- A bachelor's degree in social work", "- You must pay a $75 training fee before you start")

    assert blocked_by(check(posting(body=body))) == {"google": ["g21"], "indeed": ["i12"], "linkedin": ["l10"]}


def test_a_rule_broken_often_is_one_reason(check) -> None:
    body = BODY.replace("## Pay", "- You must be under 40 years of age\n- Applicants must be under 35\n\n## Pay")

    assert blocked_by(check(posting(body=body))) == {"linkedin": ["l12"]}


def test_a_clause_for_all_counts_only_where_its_note_says_so(shipped_rules: Ruleset) -> None:
    channels = {clause.id: clause.counts_for for clause in shipped_rules.lookup.clauses}

    assert channels["c09"] == {"linkedin"}
    assert channels["c06"] == {"google", "linkedin"}
    assert channels["g02"] == {"google"}
    assert all(channels.values())


def test_every_clause_a_rule_names_exists(shipped_rules: Ruleset) -> None:
    known = {clause.id for clause in shipped_rules.lookup.clauses}
    named = {(rule.id, clause) for rule in shipped_rules.rules for clause in rule.clauses}
    named |= {(category, clause) for category, clauses in CLAUSES_OF_CATEGORIES.items() for clause in clauses}

    assert len(named) > 100
    assert {(rule, clause) for rule, clause in named if clause not in known} == set()


def test_every_rule_on_channels_names_a_clause(shipped_rules: Ruleset) -> None:
    rules = shipped_rules.of_kind("channel")

    assert len(rules) > 40
    assert [rule.id for rule in rules if not rule.clauses] == []


def test_what_whole_categories_break_is_keyed_by_categories() -> None:
    assert set(CLAUSES_OF_CATEGORIES) <= set(CATEGORIES)
