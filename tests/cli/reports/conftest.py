"""A posting with findings, made by hand: what a report shows must not depend on what the rules say today."""

from collections.abc import Callable
from typing import Any

import pytest

from jdgen.model.document import Block, Document, Section, starts_of_lines
from jdgen.model.finding import Allowed, ChannelVerdict, FileReport, Finding, KeyPhrase, Replacement, RuleCard
from jdgen.pipeline.check import Checked

POSTING = """# Case Manager

We want young and energetic people for our team in Denver.

- Recent graduates only
- Helps addicts find housing
"""
CARD = RuleCard(
    id="age.young",
    category="age",
    severity="error",
    evidence="law",
    why="The law protects applicants of 40 years and more.",
    message="asks for young people: {matched}",
    suggestions=("Name what the work needs",),
    sources=("https://www.example.gov/age",),
    checked="2026-11-22",
)


@pytest.fixture
def make_document() -> Callable[..., Document]:
    """Return a maker of documents: each line of the text is a block."""

    def make(source: str = POSTING, path: str = "jobs/denver.md", **changes: Any) -> Document:
        starts = starts_of_lines(source)
        blocks = [
            _block(line, start) for start, line in zip(starts, source.split("\n"), strict=True) if line.strip("# -")
        ]
        document = Document(path, "markdown", source, tuple(blocks), (Section("other"),), line_starts=starts)
        return document._replace(**changes)

    return make


def _block(line: str, start: int) -> Block:
    text = line.lstrip("# -")
    kind = "heading" if line.startswith("#") else "item" if line.startswith("-") else "paragraph"
    level = 1 if kind != "paragraph" else 0
    return Block(kind, text, "other", 0, ((0, start + len(line) - len(text)),), level)  # type: ignore[arg-type] - one of the kinds


@pytest.fixture
def find() -> Callable[..., Finding]:
    """Return a maker of findings: on the words given, where they stand for the nth time in a document."""

    def make(document: Document, words: str, rule: str = "age.young", *, nth: int = 0, **changes: Any) -> Finding:
        start = -1
        for _ in range(nth + 1):
            start = document.source.index(words, start + 1)
        end = start + len(words)
        first, last = document.position(start), document.position(end - 1 if words else end)
        finding = Finding(
            rule=rule,
            category="age",
            severity="error",
            message=f"asks for young people: {words}",
            why="The law protects applicants of 40 years and more.",
            line=first.line,
            column=first.column,
            end_line=last.line,
            end_column=last.column + bool(words),
            matched=words,
            suggestions=("Name what the work needs",),
            sources=("https://www.example.gov/age",),
            evidence="law",
            reason="applicant: we want; served: nothing",
            start=start,
            end=end,
        )
        return finding._replace(**changes)

    return make


@pytest.fixture
def make_checked() -> Callable[..., Checked]:
    """Return a maker of results: one document, its findings, and what else its report says."""

    def make(document: Document, *findings: Finding, problems: tuple[Any, ...] = (), **more: Any) -> Checked:
        report = FileReport(document.path, findings, unit=document.unit, **more)
        return Checked((report,), (document,), {"age.young": CARD}, problems)

    return make


@pytest.fixture
def checked(make_document: Callable[..., Document], find: Callable[..., Finding]) -> Checked:
    """Return a result that has something of everything."""
    document = make_document()
    young, recent = find(document, "young"), find(document, "Recent graduates")
    addicts = find(
        document,
        "addicts",
        "stigma.addict",
        category="stigma",
        severity="warning",
        message="calls people addicts",
        why="People are more than an illness.",
        evidence="style",
        sources=(),
    )
    start = addicts.start
    addicts = addicts._replace(replacement=Replacement(start, start + 7, "people with addiction"))
    missing = find(document, "", "pay.missing", category="pay", severity="info", message="states no pay")
    report = FileReport(
        document.path,
        (missing, young, recent, addicts),
        allowed=(Allowed(find(document, "energetic", "age.energetic"), "the union agreed", 3, "2027-01-01"),),
        score={"lawful": 40, "true": 100, "respectful": 85, "findable": 71, "clear": 90},
        channels=(
            ChannelVerdict("google", ready=True, advice=(("g40", "name the street"),)),
            ChannelVerdict("indeed", ready=False, reasons=(("i03", "the place is missing"),)),
        ),
        key_phrases=(
            KeyPhrase("case manager", "title", 3, 1.25, ("title", "body")),
            KeyPhrase("discharge planning", "skill", 0, 0.0, (), "say it once under the duties"),
        ),
        notes=("page 3 is a picture",),
        words=21,
    )
    return Checked((report,), (document,), {"age.young": CARD})
