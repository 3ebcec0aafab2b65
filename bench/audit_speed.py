"""How fast the audit is: words a second beside proselint, joblint and a plain loop of compiled expressions, and one file as a whole process.

joblint is no dependency and is not on npm any more; where a `joblint` is on the PATH, it is measured too.
"""

import contextlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from _measure import ROOT, Row, compare, process
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.ruleset import Ruleset
from jdgen.ingest.reader import read_document
from jdgen.load.project import open_workspace
from jdgen.pipeline.check import load_ruleset

_BIN = Path(sys.executable).parent
_REQUEST = AuditRequest(date(2026, 11, 22))
_JOBLINT = """
const joblint = require(process.argv[1]);
require("readline").createInterface({input: process.stdin}).on("line", line => {
  for (const text of JSON.parse(line)) joblint(text);
  console.log("done");
});
"""
"""Checks the texts of each line it is given and answers: the program starts once, and is as warm as the others."""


def main() -> int:
    """Measure; a goal is a ratio to the first row of its table. A file of postings, one JSON object a line, may be named instead of our own."""
    texts = _texts(Path(sys.argv[1])) if len(sys.argv) > 1 else _our_own()
    ruleset = load_ruleset(open_workspace(ROOT))
    words, sentences = sum(len(text.split()) for text in texts), _share_of_repeats(texts)
    print(f"{len(texts)} postings, {words} words, {len(ruleset.rules)} rules, {len(ruleset.terms)} terms")
    print(f"{sentences:.0%} of the lines repeat one before; nothing found in a text is kept for the next")
    good = compare("Audit, warm, the same texts", _warm_rows(texts, ruleset), rounds=3)
    return 0 if _one_file(texts[0]) and good else 1


def _our_own() -> list[str]:
    return [_body(path) for path in sorted((ROOT / "tests/cases/render").rglob("*.md"))]


def _texts(path: Path) -> list[str]:
    """Return the different texts of a file such as the shared corpus."""
    bodies = (json.loads(line)["body"] for line in path.read_text(encoding="utf-8").splitlines())
    return list(dict.fromkeys(body for body in bodies if isinstance(body, str)))


def _share_of_repeats(texts: Sequence[str]) -> float:
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    return 1 - len(set(lines)) / len(lines)


def _warm_rows(texts: list[str], ruleset: Ruleset) -> list[Row]:
    expressions = [re.compile(pattern.regex) for pattern, _ in ruleset.terms]
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

    return [
        Row("proselint", proselint),
        *_joblint_rows(texts),
        Row("plain loop of our compiled terms", plain_loop),
        Row("jdgen, reading and all rules with context", whole, goal=0.05),
        Row("jdgen, all rules with context", rules_only),
    ]


def _joblint_rows(texts: list[str]) -> list[Row]:
    """Return a row for joblint's 140 expressions, in a program that stays open; none where it is not installed."""
    command, node = shutil.which("joblint"), shutil.which("node")
    if command is None or node is None:
        print("joblint is not on the PATH: left out")
        return []
    package = Path(command).resolve().parents[1]
    program = subprocess.Popen([node, "-e", _JOBLINT, str(package)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    return [Row("joblint, its 140 expressions", _asking(program, json.dumps(texts).encode() + b"\n"))]


def _asking(program: "subprocess.Popen[bytes]", line: bytes) -> Callable[[], None]:
    def ask() -> None:
        if program.stdin is None or program.stdout is None:
            raise RuntimeError("joblint was started without pipes")
        program.stdin.write(line)
        program.stdin.flush()
        if program.stdout.readline() != b"done\n":
            raise RuntimeError("joblint gave no answer")

    return ask


def _one_file(text: str) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "posting.md")
        file.write_text(text, encoding="utf-8")
        joblint = shutil.which("joblint")
        others = [Row("joblint", process(joblint, str(file), accepted=(0, 1)))] if joblint else []
        rows = [
            Row("proselint check", process(str(_BIN / "proselint"), "check", str(file), accepted=(0, 1))),
            *others,
            Row("jdgen check", process(str(_BIN / "jdgen"), "check", str(file), accepted=(0, 1)), goal=1.0),
        ]
        return compare("Audit of one file, whole process", rows)


def _body(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("---\n", 2)[-1]


if __name__ == "__main__":
    sys.exit(main())
