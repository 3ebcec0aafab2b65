"""What we publish, our own audit takes: markup and page are ready for Google, and a posting it would refuse carries none."""

import json
from datetime import date
from pathlib import Path

import pytest

from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.ruleset import Ruleset
from jdgen.ingest.reader import read_document
from jdgen.load.postings import parse_posting
from jdgen.load.project import open_workspace
from jdgen.model.finding import ChannelVerdict
from jdgen.model.posting import Posting
from jdgen.pipeline.check import load_ruleset
from jdgen.render.formats import RENDERERS, Look, Rendered

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases" / "render"
LOOK = Look(folders=(ROOT / "templates",), paper="letter", logo=None)
PUBLIC = ["hospital", "community-mental-health", "remote", "several-places", "per-diem", "telephonic", "modifiers"]


@pytest.fixture(scope="module")
def ruleset() -> Ruleset:
    return load_ruleset(open_workspace(ROOT))


def of_case(case: str, template: str) -> Posting:
    path = CASES / case / f"{template}.md"
    return parse_posting(path.read_text(encoding="utf-8"), str(path))


def google(made: Rendered, name: str, ruleset: Ruleset) -> ChannelVerdict:
    report = audit(read_document(made.content, name), ruleset, AuditRequest(date(2026, 11, 22), channels=("google",)))
    return next(verdict for verdict in report.channels if verdict.channel == "google")


@pytest.mark.parametrize("template", ["posting", "classic", "objectives"])
@pytest.mark.parametrize("case", PUBLIC)
@pytest.mark.parametrize("name", ["html", "jsonld"])
def test_google_would_take_it(case: str, template: str, name: str, ruleset: Ruleset) -> None:
    made = RENDERERS[name](of_case(case, template), LOOK)

    verdict = google(made, f"p.{name}", ruleset)

    assert [said for said in made.warnings if "no pay by the shift" not in said] == []
    assert (verdict.ready, verdict.reasons) == (True, ())


@pytest.mark.parametrize("case", ["bare", "weird-text", "changed-profile"])
def test_what_google_would_refuse_carries_no_markup_and_says_why(case: str) -> None:
    made = RENDERERS["html"](of_case(case, "posting"), LOOK)

    assert b"ld+json" not in made.content
    assert [warning.partition(":")[0] for warning in made.warnings] == [
        "the page carries no structured data for search engines"
    ]


def test_an_internal_job_description_carries_no_markup_and_needs_no_word() -> None:
    made = RENDERERS["html"](of_case("hospital", "internal"), LOOK)

    assert b"ld+json" not in made.content
    assert made.warnings == ()


def test_the_paper_carries_no_markup() -> None:
    page = RENDERERS["html"](of_case("hospital", "posting"), LOOK).content.decode()
    start = page.index('<script type="application/ld+json">')

    assert json.loads(page[start:].partition(">")[2].partition("</script>")[0])["@type"] == "JobPosting"
    assert b"JobPosting" not in RENDERERS["pdf"](of_case("hospital", "posting"), LOOK).content
