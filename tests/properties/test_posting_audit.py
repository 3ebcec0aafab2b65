"""Our own postings pass our own audit: every specialization by every template in ten places, with everything the law asks for."""

from datetime import date
from pathlib import Path

import pytest

from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.ruleset import Ruleset
from jdgen.ingest.reader import read_document
from jdgen.load.facts import load_facts
from jdgen.load.postings import dump_posting
from jdgen.load.project import open_workspace
from jdgen.load.yaml_document import plain, read_yaml
from jdgen.load.yaml_dump import dump_yaml
from jdgen.pipeline.check import load_ruleset
from jdgen.pipeline.single import compose_posting
from jdgen.pipeline.sources import Order

CASES = Path(__file__).resolve().parents[1] / "cases" / "audit" / "own"
DAY = date(2026, 11, 22)
PLACES = [
    "Denver, CO", "Portland, ME", "New York, NY", "Chicago, IL", "Seattle, WA", "San Francisco, CA", "Minneapolis, MN", "Columbus, OH",
    "Houston, TX", "Remote - California, Colorado, New Jersey",
]  # fmt: skip
SHIPPED = open_workspace(CASES)
TEMPLATES = SHIPPED.search.names("templates")
SPECIALIZATIONS = SHIPPED.search.names("specializations")
FACTS = load_facts(SHIPPED.search)


@pytest.fixture(scope="module")
def ruleset() -> Ruleset:
    return load_ruleset(SHIPPED)


def _problems(name: str, template: str, place: str, folder: Path, ruleset: Ruleset) -> list[str]:
    requisition = plain(read_yaml(CASES / "requisition.yaml"))
    assert isinstance(requisition, dict)
    remote = {"workplace": "remote"} if place.startswith("Remote") else {}
    path = folder / "requisition.yaml"
    path.write_text(dump_yaml(requisition | {"specialization": name, "location": place} | remote), encoding="utf-8")
    (folder / "employer.yaml").write_bytes((CASES / "employer.yaml").read_bytes())
    composed = compose_posting(Order(path, template=template, posted=DAY), open_workspace(folder), FACTS)
    document = read_document(dump_posting(composed.posting).encode(), "posting.md")
    report = audit(document, ruleset, AuditRequest(DAY))
    return [
        f"{place}: {one.rule}: {document.source.splitlines()[one.line - 1][:160]!r} {one.message} {one.reason}"
        for one in report.findings
        if one.severity != "info"
    ]


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("name", SPECIALIZATIONS)
def test_our_own_postings_pass_the_audit(name: str, template: str, tmp_path: Path, ruleset: Ruleset) -> None:
    problems = [one for place in PLACES for one in _problems(name, template, place, tmp_path, ruleset)]

    assert problems == []


def test_the_audit_would_notice(tmp_path: Path, ruleset: Ruleset) -> None:
    """What the requisition lacks is found: here the pay, in a state that asks for it."""
    text = (CASES / "requisition.yaml").read_text(encoding="utf-8")
    (tmp_path / "employer.yaml").write_bytes((CASES / "employer.yaml").read_bytes())
    path = tmp_path / "requisition.yaml"
    path.write_text(
        "\n".join(line for line in text.splitlines() if not line.startswith("pay:"))
        + "\nspecialization: hospital\nlocation: Denver, CO\n",
        encoding="utf-8",
    )
    composed = compose_posting(Order(path, posted=DAY), open_workspace(tmp_path), FACTS)
    document = read_document(dump_posting(composed.posting).encode(), "posting.md")

    assert "pay-transparency.pay-missing" in {one.rule for one in audit(document, ruleset, AuditRequest(DAY)).findings}
