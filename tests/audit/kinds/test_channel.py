"""Where findings on facts and markup point, and what counts as said in files of each format."""

import json
from datetime import date

import pytest

from jdgen.audit.channels import CHANNELS
from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.hit import Context
from jdgen.audit.kinds.channel import check
from jdgen.audit.ruleset import Ruleset
from jdgen.audit.view import View
from jdgen.ingest.reader import read_document
from jdgen.model.finding import Finding

SENTENCES = "You visit adults at home and ask what matters to them. Together you write a plan, and look at it again. You call doctors and landlords. "
POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Case Manager",
    "description": f"<p>{SENTENCES}</p>",
    "datePosted": "2026-11-22",
    "hiringOrganization": {"@type": "Organization", "name": "Larch & Alder"},
    "jobLocation": {
        "@type": "Place",
        "address": {"addressLocality": "Boise", "addressRegion": "ID", "addressCountry": "US"},
    },
    "baseSalary": {"currency": "USD", "value": {"minValue": 62000, "maxValue": 71500, "unitText": "YEAR"}},
    "identifier": {"name": "Larch & Alder", "value": "LH-7"},
    "url": "https://larch.example/jobs/7",
}
SHOWN = "Larch &amp; Alder in Boise, Idaho. We pay $62,000 to $71,500 a year."


@pytest.fixture
def find(shipped_rules: Ruleset):
    """Return the findings on channels, all three asked for."""

    def run(source: str, ending: str) -> list[Finding]:
        request = AuditRequest(date(2026, 11, 22), (), CHANNELS)
        report = audit(read_document(source.encode(), f"case.{ending}"), shipped_rules, request)
        return [finding for finding in report.findings if finding.category == "channel" and finding.severity != "info"]

    return run


def rules(findings: list[Finding]) -> list[str]:
    return [finding.rule.removeprefix("channel.") for finding in findings]


def page(*, markup: str = "", words: str = SHOWN) -> str:
    script = f'<script type="application/ld+json">\n{markup}\n</script>' if markup else ""
    return (
        f"<!doctype html>\n<html>\n<head><title>Case Manager</title>\n{script}</head>\n<body><h1>Case Manager</h1>\n<h2>Duties</h2>"
        f"\n<p>{SENTENCES}{SENTENCES}</p>\n<p>{words}</p></body></html>"
    )


def test_a_finding_points_at_the_line_of_the_property(find) -> None:
    source = json.dumps({**POSTING, "datePosted": "11/22/2026"}, indent=2)

    (finding,) = find(source, "jsonld")

    assert (finding.rule, finding.matched) == ("channel.first-day-format", "11/22/2026")
    assert source.split("\n")[finding.line - 1].strip() == '"datePosted": "11/22/2026",'


def test_a_finding_on_a_missing_property_points_at_the_object(find) -> None:
    source = "\n\n" + json.dumps({name: value for name, value in POSTING.items() if name != "datePosted"}, indent=2)

    (finding,) = find(source, "jsonld")

    assert (finding.rule, finding.line, finding.column) == ("channel.no-first-day", 3, 1)


def test_a_finding_in_the_script_of_a_page_points_into_the_page(find) -> None:
    source = page(markup=json.dumps({**POSTING, "employmentType": ["FULL_TIME", "PRN"]}, indent=2))

    (finding,) = find(source, "html")

    assert finding.matched == "PRN"
    assert source.split("\n")[finding.line - 1].strip() == '"PRN"'


def test_a_complete_page_has_no_fault(find) -> None:
    assert find(page(markup=json.dumps(POSTING)), "html") == []


@pytest.mark.parametrize(
    ("words", "unseen"),
    [
        (SHOWN, []),
        ("LARCH & ALDER, Boise, $62k to 71500 dollars", []),
        ("Larch &amp; Alder in Nampa. $62,000 to $71,500 a year.", ["Boise"]),
        ("Boise. $62,000 to $71,500 a year.", ["Larch & Alder"]),
        ("Larch &amp; Alder in Boise. $64,000 to $71,500 a year.", ["62000"]),
    ],
)
def test_what_the_markup_says_has_to_stand_on_the_page(find, words: str, unseen: list[str]) -> None:
    found = [
        one
        for one in find(page(markup=json.dumps(POSTING), words=words), "html")
        if one.rule == "channel.unseen-on-page"
    ]

    assert [one.message.split("`")[1] for one in found] == unseen


def test_an_address_in_the_description_of_markup_leads_to_the_opening(find) -> None:
    bare = {name: value for name, value in POSTING.items() if name != "url"}
    told = bare | {"description": f"<p>{SENTENCES} Apply online: https://larch.example/jobs/7</p>"}

    assert rules(find(json.dumps(bare), "jsonld")) == ["no-apply-address"]
    assert find(json.dumps(told), "jsonld") == []


@pytest.mark.parametrize(
    ("lines", "leads"),
    [
        ("Larch Home Care\nhttps://www.larch.example\n", False),
        ("Larch Home Care\nwww.larch.example\n", False),
        ("Larch Home Care\nhttps://larch.example/jobs/7\n", True),
        ("Apply at https://larch.example\n", True),
    ],
)
def test_the_home_page_in_a_letterhead_is_no_address_to_apply_at(
    find,
    lines: str,
    leads: bool,  # noqa: FBT001 - a column of the table
) -> None:
    source = f"Case Manager\n\n{lines}\nDuties:\n\n{SENTENCES}{SENTENCES}\n"

    assert ("no-apply-address" not in rules(find(source, "txt"))) is leads
    assert "no-apply-address" not in rules(find(f"{source}\n\n\nwww.larch.example", "txt"))


@pytest.mark.parametrize(("unit", "expected"), [("hour", True), ("shift", False), ("visit", False)])
def test_pay_that_markup_has_no_unit_for_is_not_asked_of_it(
    find,
    unit: str,
    expected: bool,  # noqa: FBT001 - a column of the table
) -> None:
    facts = {name: value for name, value in POSTING.items() if name != "baseSalary"}
    found = find(page(markup=json.dumps(facts), words=f"Larch &amp; Alder in Boise. We pay $60 a {unit}."), "html")

    assert ("pay-in-words-only" in rules(found)) is expected


def test_a_page_that_a_program_fills_is_not_blamed_for_its_few_words(find) -> None:
    markup = json.dumps(POSTING)

    assert (
        find(f'<html><head><script type="application/ld+json">{markup}</script></head><body></body></html>', "html")
        == []
    )


def test_a_page_needs_markup_and_a_piece_of_one_does_not(find) -> None:
    piece = f"<h1>Case Manager</h1><h2>Duties</h2><p>{SENTENCES}</p>"

    assert "page-without-markup" in rules(find(page(), "html"))
    assert "page-without-markup" not in rules(find(piece, "html"))
    assert "page-without-markup" not in rules(
        find(page(words='<i itemtype="http://schema.org/JobPosting">x</i>'), "html")
    )


def test_an_object_in_a_graph_has_the_context_of_the_graph(find) -> None:
    inner = {name: value for name, value in POSTING.items() if name != "@context"}

    assert find(json.dumps({"@context": "https://schema.org", "@graph": [inner]}), "jsonld") == []
    assert rules(find(json.dumps({"@graph": [inner]}), "jsonld")) == ["context"]


def test_the_context_of_one_script_is_not_that_of_another(find) -> None:
    inner = json.dumps({name: value for name, value in POSTING.items() if name != "@context"})
    other = '{"@context": "https://schema.org", "@type": "WebSite"}</script><script type="application/ld+json">'

    assert rules(find(page(markup=other + inner), "html")) == ["context"]


def test_words_say_facts_only_where_the_file_has_no_others(find) -> None:
    body = f"# Case Manager\n\nPosted on November 22, 2026 at Larch Home Care, Boise, Idaho. Job ID: 7\n\n## Duties\n\n{SENTENCES}\n\nhttps://larch.example\n"

    assert find(body, "md") == []
    with_facts = find(f"---\ntitle: Case Manager\n---\n{body}", "md")
    assert set(rules(with_facts)) == {"no-employer", "no-first-day", "no-id", "no-apply-address", "no-place"}


@pytest.mark.parametrize(
    "words",
    [
        "Bayside Elder Services is hiring a Case Manager.",
        "HealthBridge seeks a Case Manager.",
        "Care is what we do at Maple Clinic.",
        "You visit families for the organization.",
    ],
)
def test_an_employer_that_the_words_name_is_named(find, words: str) -> None:
    body = f"# Case Manager\n\n{{words}}\n\n## Duties\n\n{SENTENCES}\n"

    assert "no-employer" not in rules(find(body.format(words=words), "md"))
    assert "no-employer" in rules(find(body.format(words="We are hiring a Case Manager."), "md"))


@pytest.mark.parametrize(
    ("location", "expected"), [("Boise, ID", []), ("Remote (ID, OR)", []), ("near the river", ["place-unread"])]
)
def test_a_place_of_the_front_matter_has_to_be_read(find, location: str, expected: list[str]) -> None:
    source = f"---\ntitle: Case Manager\nlocation: {location}\n---\n# Case Manager\n\nRemote or not, {SENTENCES}"

    assert [rule for rule in rules(find(source, "md")) if "place" in rule] == expected


@pytest.mark.parametrize(("employer", "named"), [("Act Health, LLC", True), ("ACT", False), ("Health Partners", False)])
def test_a_name_too_short_to_be_told_from_a_word_is_not_looked_for_in_the_title(
    find,
    employer: str,
    named: bool,  # noqa: FBT001 - a column of the table
) -> None:
    found = rules(find(f"---\ntitle: ACT Case Manager, Act Health\nemployer: {employer}\n---\n{SENTENCES}", "md"))

    assert ("employer-in-title" in found) is named


def test_remote_work_is_not_hybrid(find) -> None:
    def found(body: str) -> list[str]:
        return [
            one.matched
            for one in find(f"---\ntitle: Case Manager\nworkplace: remote\n---\n# Case Manager\n\n{body}\n", "md")
            if one.rule == "channel.remote-denied"
        ]

    assert found("The work is remote. A hybrid schedule is possible.") == ["hybrid"]
    assert found("The work is remote and not hybrid.") == []
    assert found("The work is not hybrid, and yet partly remote.") == ["partly remote"]


def test_every_finding_of_broken_markup_lies_inside_of_the_file(shipped_rules: Ruleset) -> None:
    source = json.dumps({name: {"@id": [7, None, {}]} for name in POSTING} | {"@type": "JobPosting"})
    document = read_document(source.encode(), "case.jsonld")

    hits = list(check(View(document), shipped_rules, Context(date(2026, 11, 22))))

    assert hits
    assert all(0 <= hit.start <= hit.end <= len(source) for hit in hits if hit.in_source)


def test_endless_lists_of_faults_are_cut_off(shipped_rules: Ruleset) -> None:
    posting = {"@type": "JobPosting", "employmentType": ["PRN"] * 200, "jobLocation": ["Boise"] * 200}
    document = read_document(json.dumps({"@graph": [posting] * 50}).encode(), "case.jsonld")

    hits = [hit.rule.id for hit in check(View(document), shipped_rules, Context(date(2026, 11, 22)))]

    assert hits.count("channel.kind-of-job-value") == 50 * 20
    assert hits.count("channel.no-title") == 50


def test_every_posting_of_a_graph_is_looked_at_and_has_its_context(find) -> None:
    bare = {name: value for name, value in POSTING.items() if name != "@context"}
    undated = {name: value for name, value in bare.items() if name != "datePosted"}
    graph = {"@context": "https://schema.org/", "@graph": [*[bare] * 30, undated]}

    found = [one.rule for one in find(json.dumps(graph), "jsonld")]
    without = [one.rule for one in find(json.dumps({"@graph": [*[bare] * 30, undated]}), "jsonld")]

    assert found.count("channel.no-first-day") == 1
    assert found.count("channel.context") == 0
    assert without.count("channel.context") == 31
