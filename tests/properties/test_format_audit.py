"""Our own postings pass our own audit in every format a reader may get them in, not only in Markdown."""

from datetime import date
from pathlib import Path

import pytest

from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.ruleset import Ruleset
from jdgen.ingest.reader import read_document
from jdgen.load.project import open_workspace
from jdgen.load.yaml_document import plain, read_yaml
from jdgen.load.yaml_dump import dump_yaml
from jdgen.pipeline.check import load_ruleset
from jdgen.pipeline.single import render
from jdgen.pipeline.sources import Order

CASES = Path(__file__).resolve().parents[1] / "cases" / "audit" / "own"
DAY = date(2026, 11, 22)
FORMATS = ["html", "docx", "txt", "jsonld"]
# Their duties speak of papers, records, fees and illness, which among the demands on an applicant would be alarms.
SPECIALIZATIONS = ["assistant", "clinic", "developmental-disabilities", "homeless-services", "public-assistance", "reentry", "veterans"]  # fmt: skip


@pytest.fixture(scope="module")
def ruleset() -> Ruleset:
    return load_ruleset(open_workspace(CASES))


@pytest.mark.parametrize("template", ["posting", "objectives"])
@pytest.mark.parametrize("name", SPECIALIZATIONS)
def test_our_own_postings_pass_the_audit_in_every_format(
    name: str, template: str, tmp_path: Path, ruleset: Ruleset
) -> None:
    requisition = plain(read_yaml(CASES / "requisition.yaml"))
    assert isinstance(requisition, dict)
    path = tmp_path / "requisition.yaml"
    path.write_text(dump_yaml(requisition | {"specialization": name, "location": "Denver, CO"}), encoding="utf-8")
    (tmp_path / "employer.yaml").write_bytes((CASES / "employer.yaml").read_bytes())

    made = render([Order(path, template=template, posted=DAY)], open_workspace(tmp_path), formats=FORMATS)
    read = [read_document(one.content, one.name) for one in made.results if not one.is_asset]

    assert len(read) == len(FORMATS)
    assert _problems(read, ruleset) == []


def _problems(read: list, ruleset: Ruleset) -> list[str]:
    return [
        f"{document.format}: {one.rule}: {one.matched!r} {one.reason}"
        for document in read
        for one in audit(document, ruleset, AuditRequest(DAY, ("CO",))).findings
        if one.severity != "info"
    ]
