"""Whatever a file holds, it can be audited, and every finding points at words that stand there."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.ruleset import Ruleset
from jdgen.errors import InputError, InputErrors
from jdgen.ingest.reader import read_document
from jdgen.load.project import open_workspace
from jdgen.model.document import Document
from jdgen.model.finding import DIMENSIONS, FileReport
from jdgen.pipeline.check import load_ruleset

REQUEST = AuditRequest(date(2026, 11, 22), ("CO", "NY"), ("google", "indeed", "linkedin"))
SAID = (
    "We want a young energetic rock star RN CCM LCSW BSN must be able to lift 50 pounds $30 - $40 /hour up to $80k Denver, CO clients aged 65 "
    "no criminal record native English speaker guys he/she addicts wheelchair-bound synergy TBD [TITLE] APPLY TODAY NURSES !!! \u2728 utilize "
    ". ; : \n\n # ## - * _ > ` <b> </b> &amp; <!-- jdgen: allow age because x --> \u201cyoung\u201d \u2014 \u0130 \x00 \u2028 \t | [a](b) "
    "Apply by January 5, 2027"
)
WORDS = st.sampled_from(SAID.split(" "))
ADS = st.lists(WORDS, max_size=60).map(" ".join)
FACTS = st.sampled_from([
    "",
    "---\ntitle: Nurse\nlocation: Denver, CO\npay: 30-36/hour\ncloses: 2026-01-01\n---\n",
    "---\ntitle: [\n---\n",
    "---\npay: 1\n---\n",
])
ENDINGS = st.sampled_from(["ad.md", "ad.html", "ad.txt", "ad.jsonld", "-"])


@lru_cache(maxsize=1)
def shipped() -> Ruleset:
    """Return every shipped rule; no fixture, whose value hypothesis would print where a test fails."""
    return load_ruleset(open_workspace(Path(__file__).parent))


def audited(text: str, path: str) -> tuple[Document, FileReport] | None:
    try:
        document = read_document(text.encode("utf-8", errors="surrogatepass"), path)
    except (InputError, InputErrors):
        return None
    return document, audit(document, shipped(), REQUEST)


def assert_sound(document: Document, report: FileReport) -> None:
    for finding in (*report.findings, *(one.finding for one in report.allowed)):
        assert 0 <= finding.start <= finding.end <= len(document.source)
        assert (finding.line, finding.column) == document.position(finding.start)
        assert (finding.line, finding.column) <= (finding.end_line, finding.end_column)
        assert "{matched}" not in finding.message
    assert list(report.score) == list(DIMENSIONS)
    assert all(0 <= value <= 100 for value in report.score.values())


@given(text=ADS, facts=FACTS, path=ENDINGS)
def test_every_finding_in_any_advertisement_lies_inside_the_file(text: str, facts: str, path: str) -> None:
    found = audited(facts + text, path)

    if found:
        assert_sound(*found)


@given(text=st.text(max_size=300), path=ENDINGS)
def test_any_text_can_be_audited(text: str, path: str) -> None:
    found = audited(text, path)

    if found:
        assert_sound(*found)


@given(text=ADS)
def test_in_plain_text_the_words_found_are_those_that_stand_there(text: str) -> None:
    found = audited(text, "ad.txt")

    if found:
        document, report = found
        for finding in report.findings:
            if not finding.rule.startswith("allow."):
                standing = document.source[finding.start : finding.end]
                assert "".join(standing.split()) == "".join(finding.matched.split())


@given(text=ADS, facts=FACTS, path=ENDINGS)
def test_auditing_again_finds_the_same(text: str, facts: str, path: str) -> None:
    assert audited(facts + text, path) == audited(facts + text, path)
