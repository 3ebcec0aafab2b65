"""From hits to findings: where they stand in files of each format, which stay, and what the report says beside them."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jdgen.audit.engine import AuditRequest, audit, context_of
from jdgen.audit.lookup import ClauseFact, Lookup, PayLawFact, ProfileFact
from jdgen.audit.preparation import make_ruleset
from jdgen.ingest.reader import read_document
from jdgen.load.records import as_record
from jdgen.model.finding import FileReport, Finding, Replacement
from jdgen.model.rule import Rule, WhoTable

TODAY = date(2026, 11, 22)
SIGNS = as_record(
    {
        "weights": {"name": -5, "quoted": -3, "preceding-head": 0.9, "own-head": 0.5, "subject": 0.5, "fade": 0.06, "least": 0.3},
        "reach": {"head": 5, "subject": 6, "governor": 14, "after": 9, "name": 5, "denial": 4, "questions": 4},
        "roles": {}, "heads": {}, "governors": {"2": "must be"}, "after": {}, "openings": {}, "denials": {},
        "name-heads": "clinic", "stops": "and",
    }, WhoTable)  # fmt: skip
WHOLE = "---\ntitle: Nurse\n---\n# Nurse\n\n## Duties\n\nYou plan care.\n"


def rule(rule_id: str = "test.words", **fields: Any) -> Rule:
    whole = {
        "id": rule_id,
        "category": "style",
        "severity": "warning",
        "evidence": "style",
        "message": "`{matched}` is found",
        "why": "Nobody says {matched}.",
        "suggestions": ("Say something for {matched}.",),
        "checked": "2026-11-22",
        "tests": {"fires": ("a",), "silent": ("b",)},
    }
    return as_record(whole | fields, Rule)


def lacking(rule_id: str = "test.lacking", **fields: Any) -> Rule:
    return rule(rule_id, kind="missing", settings={"stated": ("pay",)}, message="the pay is missing", **fields)


def judged(text: str, *rules: Rule, path: str = "ad.md", lookup: Lookup | None = None, **request: Any) -> FileReport:
    document = read_document(text.encode(), path)
    return audit(document, make_ruleset(rules, SIGNS, lookup=lookup), AuditRequest(TODAY, **request))


def only(report: FileReport) -> Finding:
    (finding,) = report.findings
    return finding


def place(finding: Finding) -> tuple[int, int, int, int]:
    return finding.line, finding.column, finding.end_line, finding.end_column


@pytest.mark.parametrize(
    ("path", "source", "expected", "shown"),
    [
        ("ad.txt", "We want\na rock star.\n", (2, 3, 2, 12), "rock star"),
        ("ad.md", "We want *a rock star*.\n", (1, 12, 1, 21), "rock star"),
        ("ad.md", "A **rock** star.\n", (1, 5, 1, 16), "rock** star"),
        ("ad.md", "A [rock star](https://a.example/x).\n", (1, 4, 1, 13), "rock star"),
        ("ad.md", "Tom &amp; Co: rock star\n", (1, 15, 1, 24), "rock star"),
        ("ad.md", "Be a rock\nstar here.\n", (1, 6, 2, 5), "rock\nstar"),
        ("ad.md", "---\ntitle: A\n---\n# B\n\n- One\n- A rock star\n", (7, 5, 7, 14), "rock star"),
        ("ad.html", "<p>One</p>\n<p>A <b>rock</b>&nbsp;star</p>", (2, 9, 2, 27), "rock</b>&nbsp;star"),
        ("ad.jsonld", '{"@type": "JobPosting",\n "description": "<p>A rock star</p>"}', (2, 23, 2, 32), "rock star"),
    ],
)
def test_words_are_found_where_they_stand_in_the_file(
    path: str, source: str, expected: tuple[int, ...], shown: str
) -> None:
    finding = only(judged(source, rule(terms=("rock star",)), path=path))

    assert place(finding) == expected
    assert source[finding.start : finding.end] == shown
    assert " ".join(finding.matched.split()) == "rock star"


def test_a_finding_says_what_its_rule_says_of_these_words() -> None:
    finding = only(judged("A Rock star.", rule(terms=("rock star",), sources=("https://a.example",), evidence="study")))

    assert (finding.message, finding.why, finding.suggestions) == (
        "`Rock star` is found",
        "Nobody says Rock star.",
        ("Say something for Rock star.",),
    )
    assert (finding.category, finding.severity, finding.evidence) == ("style", "warning", "study")
    assert finding.sources == ("https://a.example",)


def test_what_a_kind_of_rule_found_fills_the_braces_too() -> None:
    asked = rule(kind="measure", settings={"measure": "posting-words", "below": 90}, message="{value} of {limit} words")

    assert only(judged(WHOLE, asked)).message == "5 of 90 words"


def test_a_finding_tells_how_it_was_decided() -> None:
    asked = rule(terms=("young",), about="applicant")

    assert only(judged("You must be young.", asked)).reason == "about the applicant +2.0 (governed by “must be” +2.0)"


def test_what_is_missing_has_a_place_and_no_words() -> None:
    finding = only(judged(WHOLE, lacking()))

    assert (finding.matched, place(finding)) == ("", (4, 3, 4, 3))


def test_a_posting_of_facts_alone_is_judged_from_its_beginning() -> None:
    assert place(only(judged("---\ntitle: Nurse\n---\n", lacking()))) == (1, 1, 1, 1)


@pytest.mark.parametrize("text", ["We hire nurses.", "", " \n", "<!-- nothing -->"])
def test_a_fragment_is_asked_only_for_its_words(text: str) -> None:
    report = judged(text, lacking(), rule(terms=("nurses",)))

    assert report.fragment
    assert {finding.rule for finding in report.findings} <= {"test.words"}


@pytest.mark.parametrize(
    "fields", [{"places": ("CO",)}, {"effective_from": "2027-01-01"}, {"effective_to": "2026-11-21"}]
)
def test_every_kind_of_rule_holds_only_in_its_place_and_time(fields: dict[str, Any]) -> None:
    asked = rule(kind="measure", settings={"measure": "posting-words", "below": 90}, **fields)

    assert judged(WHOLE, asked).findings == ()
    assert len(judged(WHOLE, replace(asked, **dict.fromkeys(fields) | {"places": ()})).findings) == 1


def test_a_document_that_is_a_whole_posting_is_no_fragment() -> None:
    assert not judged(WHOLE).fragment


def test_an_internal_job_description_is_no_advertisement() -> None:
    """It goes to nobody outside, so nothing has to stand in it; its words and what it contradicts still count."""
    rules = lacking(), rule(terms=("care",)), rule("test.past", kind="statement", settings={"check": "past"})
    source = WHOLE.replace("title: Nurse", "title: Nurse\ncloses: 2026-01-01\ntemplate: internal")

    assert [finding.rule for finding in judged(source, *rules).findings] == ["test.past", "test.words"]
    assert [finding.rule for finding in judged(source.replace("internal", "posting"), *rules).findings] == [
        "test.past",
        "test.lacking",
        "test.words",
    ]


def test_a_hit_may_be_milder_than_its_rule() -> None:
    asked = rule(kind="pay-law", severity="error", settings={"item": "pay"}, message="{law} asks for pay")
    source = "---\nlocation: Denver, CO\n---\nWork.\n"

    now = judged(source, asked, lookup=Lookup(pay_laws=(_law(), _law(state="UT"))), states=("UT",))
    soon = judged(source, asked, lookup=Lookup(pay_laws=(_law(effective_from=date(2026, 12, 1)),)))

    assert (only(now).severity, only(now).message) == ("error", "Colorado and Utah asks for pay")
    assert (only(soon).severity, only(soon).reason) == ("warning", "Colorado from 2026-12-01")


def _law(**changed: Any) -> Any:
    whole = {
        "id": "x", "name": "X", "citation": "X 1", "state": "CO", "localities": (), "effective_from": date(2021, 1, 1), "effective_to": None,
        "min_employees": 1, "must_hold": frozenset({"pay"}), "open_ended": False, "confidence": "V", "source": "https://a.example",
    }  # fmt: skip
    return PayLawFact(**(whole | changed))


@pytest.mark.parametrize(
    ("changed", "stays"),
    [
        ({"severity": "error"}, "test.other"),
        ({"severity": "info"}, "test.words"),
        ({"terms": ("young rock star",)}, "test.other"),
        ({"terms": ("star",)}, "test.words"),
        ({"terms": ("star around",)}, "test.other"),
    ],
)
def test_of_the_same_words_the_worst_and_longest_finding_of_a_category_stays(
    changed: dict[str, Any], stays: str
) -> None:
    others = rule("test.other", **{"terms": ("young rock",), **changed})

    assert only(judged("A young rock star around.", rule(terms=("rock star",)), others)).rule == stays


def test_words_beside_each_other_and_of_other_categories_are_found_each() -> None:
    rules = (
        rule(terms=("rock",)),
        rule("test.other", terms=("star",)),
        rule("test.third", terms=("rock star",), category="seo"),
    )

    assert [finding.rule for finding in judged("A rock star.", *rules).findings] == [
        "test.third",
        "test.words",
        "test.other",
    ]


def test_a_mild_long_finding_gives_way_to_worse_ones_inside() -> None:
    rules = (
        rule(terms=("one", "four"), severity="error"),
        rule("test.other", terms=("one two three four",), severity="info"),
    )

    assert [finding.matched for finding in judged("One two three four.", *rules).findings] == ["One", "four"]


def test_several_things_that_are_missing_stand_at_the_same_place() -> None:
    assert len(judged(WHOLE, lacking(), lacking("test.more")).findings) == 2


def test_findings_stand_in_reading_order_the_worst_first() -> None:
    rules = (
        rule("test.b", terms=("zebra", "apple")),
        lacking("test.c", severity="info"),
        lacking("test.a"),
        lacking("test.d", severity="error"),
    )

    report = judged("---\ntitle: x\n---\nZebra, then apple.\n", *rules)

    assert [(finding.rule, finding.matched) for finding in report.findings] == [
        ("test.d", ""),
        ("test.a", ""),
        ("test.b", "Zebra"),
        ("test.c", ""),
        ("test.b", "apple"),
    ]


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        ("ad.md", "We Utilize it.", Replacement(3, 10, "Use")),
        ("ad.txt", "We utilize it.", Replacement(3, 10, "use")),
        ("ad.html", "<p>We UTILIZE it.</p>", Replacement(6, 13, "USE")),
        ("ad.md", "We *utilize* it.", Replacement(4, 11, "use")),
        ("ad.md", "We util*ize* it.", None),
        ("ad.md", "We u&#116;ilize it.", None),
        ("ad.jsonld", json.dumps({"@type": "JobPosting", "description": "We utilize it."}), None),
    ],
)
def test_words_are_replaced_only_where_the_file_holds_them_plainly(
    path: str, source: str, expected: Replacement | None
) -> None:
    finding = only(judged(source, rule(terms=("utilize",), replacements={"utilize": "use"}), path=path))

    assert finding.replacement == expected


def test_what_the_file_allows_is_no_finding_and_costs_no_points() -> None:
    source = "<!-- jdgen: allow test.words because it is a band -->\n\nA rock star.\n\nA rock star.\n"

    report = judged(source, rule(terms=("rock star",)))

    assert [finding.line for finding in report.findings] == [5]
    assert [(one.finding.line, one.reason) for one in report.allowed] == [(3, "it is a band")]
    assert report.score["clear"] == 92


def test_a_comment_that_allows_nothing_is_a_finding_itself_in_its_place() -> None:
    source = "<!-- jdgen: allow test.words -->\n\nA rock star.\n"

    assert [finding.rule for finding in judged(source, rule(terms=("rock star",))).findings] == [
        "allow.no-reason",
        "test.words",
    ]


def test_a_comment_on_a_rule_that_is_switched_off_is_no_mistake() -> None:
    rules = make_ruleset((rule(terms=("ninja",)),), SIGNS)
    document = read_document(b"Work. <!-- jdgen: allow test.off because it is so -->", "ad.md")
    knowing = rules._replace(known=frozenset({"test.off"}))

    found = [audit(document, one, AuditRequest(TODAY)).findings for one in (rules, knowing)]

    assert [finding.rule for findings in found for finding in findings] == ["allow.unknown", "allow.unused"]


@pytest.mark.parametrize(
    ("facts", "asked", "states"),
    [
        ("location: Denver, CO", (), ("CO",)),
        ('location: ["Denver, CO", "Boise, ID"]', (), ("CO", "ID")),
        ("location: Remote (CO, MN)", ("NY",), ("NY", "CO", "MN")),
        ("location: Denver, CO", ("CO",), ("CO",)),
        ("location: nowhere", (), ()),
        ("title: x", ("CO",), ("CO",)),
    ],
)
def test_the_states_are_those_of_the_posting_and_those_asked_for(
    facts: str, asked: tuple[str, ...], states: tuple[str, ...]
) -> None:
    document = read_document(f"---\n{facts}\n---\nWork.\n".encode(), "ad.md")

    context = context_of(document, AuditRequest(TODAY, asked, ("google",)))

    assert (context.day, context.states, context.asked_states, context.channels) == (TODAY, states, asked, ("google",))


@pytest.mark.parametrize(("size", "employees"), [("12", 12), ("1,200", 1200), ("many", None)])
def test_the_number_of_employees_is_what_the_posting_states(size: str, employees: int | None) -> None:
    document = read_document(f"---\nemployer:\n  size: {size!r}\n---\nWork.\n".encode(), "ad.md")

    assert context_of(document, AuditRequest(TODAY)).employees == employees


def test_a_line_can_be_judged_as_part_of_a_section() -> None:
    asked = rule(terms=("nurse",), roles=("required",))

    assert judged("A nurse.", asked).findings == ()
    assert len(judged("A nurse.", asked, line_role="required").findings) == 1


def test_the_report_says_what_was_read() -> None:
    report = judged(WHOLE, path="a/b.md")

    assert (report.path, report.words, report.unit) == ("a/b.md", 5, "line")
    assert any("front matter" in note for note in judged("---\na: [\n---\nWork.\n").notes)
    unread = judged(f"{WHOLE}\nPlace: Rome\n\n", path="a.md").notes[-1]
    assert "; no state could be read from `Rome`, " in unread


def test_channels_are_judged_by_what_breaks_their_clauses() -> None:
    clauses = ClauseFact("g01", "google", "must", "Say it.", "V", "https://a.example", frozenset({"google"}))
    asked = rule(terms=("rock star",), clauses=("g01",))

    (verdict,) = judged(
        WHOLE + "\nA rock star.\n", asked, lookup=Lookup(clauses=(clauses,)), channels=("google",)
    ).channels

    assert (verdict.channel, verdict.ready) == ("google", False)
    assert verdict.reasons[0][0] == "g01"


def test_the_phrases_people_search_for_come_with_the_report() -> None:
    profile = ProfileFact("x", "Nurse", ("Nurse",), (), ("care plan",), "29-1141")

    assert [row.phrase for row in judged(WHOLE, lookup=Lookup(profiles={"x": profile})).key_phrases] == [
        "nurse",
        "care plan",
    ]
