"""What Google, Indeed and LinkedIn would say does not depend on the format a posting is read in."""

from datetime import date
from pathlib import Path

import pytest

from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.ruleset import Ruleset
from jdgen.ingest.reader import read_document
from jdgen.load.postings import parse_posting
from jdgen.load.search import shipped_folder
from jdgen.render.formats import RENDERERS, Look

CASES = Path(__file__).parents[1] / "cases" / "render"
NAMES = ("community-mental-health", "hospital", "per-diem", "several-places")
ONE_AT_A_TIME = "i10"
"""Indeed wants one opening in each post: how many there are stands among the facts, and on no page."""


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ending", ["txt", "docx", "pdf", "jsonld"])
def test_a_posting_is_judged_alike_in_every_format(shipped_rules: Ruleset, name: str, ending: str) -> None:
    file = CASES / name / "posting.md"
    posting = parse_posting(file.read_text(encoding="utf-8"), str(file))
    look = Look((shipped_folder() / "templates",), "letter", None)
    made = RENDERERS[ending](posting, look).content

    reasons = [
        _reasons(content, path, shipped_rules) for content, path in ((file.read_bytes(), "a.md"), (made, f"a.{ending}"))
    ]

    assert reasons[0] == reasons[1]


def _reasons(content: bytes, path: str, ruleset: Ruleset) -> dict[str, list[str]]:
    report = audit(read_document(content, path), ruleset, AuditRequest(date(2026, 11, 22)))
    return {one.channel: [clause for clause, _ in one.reasons if clause != ONE_AT_A_TIME] for one in report.channels}
