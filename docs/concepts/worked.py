"""The worked examples of the concept pages, as Markdown: cog puts them into the pages beside this file.

Everything is what jdgen itself says of the texts the pages give; no figure is written by hand.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from jdgen.audit.preparation import who_words
from jdgen.audit.score import DIMENSION_OF, POINTS
from jdgen.audit.view import View
from jdgen.audit.who import Decision, decide
from jdgen.cli.main import cli
from jdgen.ingest.reader import read_document
from jdgen.load.rules import find_rule, load_who
from jdgen.load.search import search_path

SCORED = """Candidates under 40 only. Nobody over 50 will be considered.

You are a rock star who helps addicts in a fast-paced agency.
"""
"""The ad whose score is worked out."""

_DAY = "2026-11-22"


def finding(rule: str, text: str) -> str:
    """Return what `jdgen check -v` prints of one rule: the place, the words, and how it decided."""
    lines = _check(text, "-v").splitlines()
    end = next(number for number, line in enumerate(lines) if line.startswith(f"  rule    {rule} "))
    start = max(number for number, line in enumerate(lines[:end]) if line.startswith("ad.md:"))
    reasons = next(number for number, line in enumerate(lines[start:], start) if line.startswith("  why "))
    return "\n".join(["```text", *lines[start:reasons], "```"])


def decision(rule: str, marked: str) -> str:
    """Return whom the words in brackets speak of, as the audit decides for a rule that stays silent on them."""
    decided = decided_of(rule, marked)
    if decided.is_applicant:
        raise ValueError(f"{rule} finds something in `{marked}`: choose another example")
    return "\n".join(["```text", marked.replace("[", "").replace("]", ""), *_wrapped(f"({decided})"), "```"])


def decided_of(rule: str, marked: str) -> Decision:
    """Decide for the words in brackets as a rule does."""
    found = find_rule(rule, search_path())
    if not found:
        raise ValueError(f"there is no rule {rule}")
    start, end = marked.index("["), marked.index("]") - 1
    view = View(read_document(marked.replace("[", "").replace("]", "").encode(), "ad.txt"))
    sentence = view.all_sentences[view.sentence_number(start)]
    words = who_words(load_who(search_path()))
    return decide(view, sentence, (start, end), words=words, lean=found[0].lean, denials=not found[0].negated)


def points_lost(text: str) -> str:
    """Return a row for each finding, the worst first, with what it takes off which score, then what remains."""
    report = json.loads(_check(text, "--format", "json"))["files"][0]
    findings = sorted(report["findings"], key=lambda one: list(POINTS).index(one["severity"]))
    seen: Counter[str] = Counter()
    rows = []
    for one in findings:
        rows.append(_row(one, POINTS[one["severity"]] / 2 ** seen[one["rule"]]))
        seen[one["rule"]] += 1
    scores = " · ".join(f"{name} {value}" for name, value in report["score"].items())
    return "\n".join([
        "| Found | Rule | Severity | Score | Points |",
        "| --- | --- | --- | --- | --- |",
        *rows,
        "",
        f"What remains: {scores}.",
    ])


def _row(one: dict[str, Any], points: float) -> str:
    dimension = DIMENSION_OF[one["category"]]
    return f"| `{one['matched']}` | `{one['rule']}` | {one['severity']} | {dimension} | {points:g} |"


def _check(text: str, *words: str) -> str:
    runner = CliRunner()
    with runner.isolated_filesystem():
        Path("ad.md").write_text(text, encoding="utf-8")
        arguments = ["check", "ad.md", "--date", _DAY, "--fail-on", "never", *words]
        return runner.invoke(cli, arguments, prog_name="jdgen", catch_exceptions=False).stdout


def _wrapped(line: str, width: int = 76) -> list[str]:
    lines = [""]
    for word in line.split(" "):
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [f"    {one}" for one in lines]
