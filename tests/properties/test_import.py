"""Whatever is imported reads back: no crash, a posting file that loads, can be checked and exported, and every word of the old one in it."""

import re
from collections import Counter
from datetime import date
from functools import cache
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.ruleset import Ruleset
from jdgen.ingest.reader import read_document
from jdgen.load.postings import parse_posting
from jdgen.load.project import open_workspace
from jdgen.model.document import Document
from jdgen.pipeline.check import load_ruleset
from jdgen.pipeline.importing import CredentialRows, import_posting, load_credentials
from jdgen.render.formats import RENDERERS, Look

SHIPPED = open_workspace(Path(__file__).parent)
LINES = (
    "NOW HIRING!!!", "Cedar Ridge Medical Center", "RN Case Manager", "# RN Case Manager", "November 22, 2026", "Location: Denver, CO 80204", "Location", "Denver, CO",
    "Pay: $38.50 to $52 an hour", "Salary: ask us", "Position: Full-time", "Closes: 13/45/2026", "Requirements:", "## Required", "- BSW, MSW, RN or equivalent", "- Current RN license",
    "* CCM preferred", "Send your resume to jobs@cedar.example.", "Apply at https://cedar.example/jobs?a=1&b=2.", "[Apply](https://cedar.example/1)", "Employer.", "You plan discharges with families and",
    "stay in touch with them for a month", "afterward.", "| Shift | Days |", "| --- | --- |", "---", "===", "title: x", "***", "<b>Benefits</b>", "&lt;p&gt;", "1. One", "    code", "> quote", "`a` *b* _c_",
    "[insert city]", "\u2022 Dental", "\u00a0", "", "", "\ufeff", "caf\u00e9 \u2014 \u201cwe\u201d", "a" * 130,
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(LINES), min_size=1, max_size=18).map("\n".join)


@cache
def rows() -> CredentialRows:
    """Return the shipped credentials."""
    return load_credentials(SHIPPED.search)


@cache
def ruleset() -> Ruleset:
    """Return every shipped rule; no fixture, whose value hypothesis would print where a test fails."""
    return load_ruleset(SHIPPED)


def words(document: Document) -> Counter[str]:
    """Return the words of a document; a label and its value may have been joined by a colon."""
    return Counter(word for block in document.blocks for word in re.findall(r"\w+", block.text))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for old postings."""
    return tmp_path_factory.mktemp("old")


@pytest.mark.parametrize("ending", ["txt", "md", "html"])
@given(text=TEXTS)
def test_an_imported_posting_reads_back_with_every_word(folder: Path, ending: str, text: str) -> None:
    if ending == "html":
        text = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
    path = folder / f"old.{ending}"
    path.write_text(f"Cedar.\n\n{text}\n", encoding="utf-8")

    content = import_posting(path, rows()).result.content

    old = read_document(path.read_bytes(), str(path))
    new = read_document(content, "old.md")
    posting = parse_posting(content.decode(), "old.md")
    assert not words(old) - words(new)
    assert posting.facts.title not in {"NOW HIRING!!!", "Cedar Ridge Medical Center", "November 22, 2026", "Full-time"}
    assert "rn" not in posting.facts.licenses.required or "Current RN license" in text


@given(text=TEXTS)
@settings(max_examples=15)
def test_an_imported_posting_can_be_checked_and_exported(folder: Path, text: str) -> None:
    path = folder / "again.txt"
    path.write_text(f"Cedar.\n\n{text}\n", encoding="utf-8")
    content = import_posting(path, rows()).result.content

    report = audit(read_document(content, "again.md"), ruleset(), AuditRequest(date(2026, 11, 22)))
    posting = parse_posting(content.decode(), "again.md")
    look = Look(SHIPPED.template_folders, "letter", None)

    assert report.path == "again.md"
    assert all(RENDERERS[name](posting, look).content for name in ("html", "docx", "txt"))
