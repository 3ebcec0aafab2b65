"""How fast the audit is: words a second beside proselint and a plain loop of compiled expressions, and one file as a whole process."""

import contextlib
import re
import sys
import tempfile
from datetime import date
from pathlib import Path

from _measure import ROOT, Row, compare, process
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

from jdgen.audit.engine import AuditRequest, audit
from jdgen.ingest.reader import read_document
from jdgen.load.project import open_workspace
from jdgen.pipeline.check import load_ruleset

_BIN = Path(sys.executable).parent
_REQUEST = AuditRequest(date(2026, 11, 22))


def main() -> int:
    """Measure; a goal is a ratio to the first row of its table."""
    texts = [_body(path) for path in sorted((ROOT / "tests/cases/render").rglob("*.md"))]
    words = sum(len(text.split()) for text in texts)
    ruleset = load_ruleset(open_workspace(ROOT))
    expressions = [re.compile(pattern.regex) for pattern, _ in ruleset.patterns]
    documents = [read_document(text.encode(), "posting.txt") for text in texts]
    CheckRegistry().register_many(__register__)

    def proselint() -> None:
        for text in texts:
            LintFile("posting.txt", text).lint()

    def plain_loop() -> None:
        for text in texts:
            small = text.lower()
            for expression in expressions:
                with contextlib.suppress(StopIteration):
                    next(expression.finditer(small))

    def whole() -> None:
        for text in texts:
            audit(read_document(text.encode(), "posting.txt"), ruleset, _REQUEST)

    def rules_only() -> None:
        for document in documents:
            audit(document, ruleset, _REQUEST)

    print(f"{len(texts)} postings, {words} words, {len(ruleset.rules)} rules, {len(expressions)} terms")
    good = compare(
        "Audit, warm, the same texts",
        [
            Row("proselint", proselint),
            Row("plain loop of our compiled terms", plain_loop),
            Row("jdgen, reading and all rules with context", whole, goal=0.05),
            Row("jdgen, all rules with context", rules_only),
        ],
        rounds=5,
    )
    return 0 if _one_file(texts[0]) and good else 1


def _one_file(text: str) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "posting.md")
        file.write_text(text, encoding="utf-8")
        rows = [
            Row("proselint check", process(str(_BIN / "proselint"), "check", str(file), accepted=(0, 1))),
            Row("jdgen check", process(str(_BIN / "jdgen"), "check", str(file), accepted=(0, 1)), goal=1.0),
        ]
        return compare("Audit of one file, whole process", rows)


def _body(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("---\n", 2)[-1]


if __name__ == "__main__":
    sys.exit(main())
