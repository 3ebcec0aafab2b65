"""Safe repairs, made in the files themselves or shown as a difference."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from jdgen.audit.fix import fix
from jdgen.errors import InputError
from jdgen.load.project import Workspace
from jdgen.pipeline.check import STDIN, AuditOptions, Checked, check_files
from jdgen.pipeline.rewrite import rewrite_text

_PASSES = 5
"""A repair can uncover another, where two overlapped. More rounds than these would mean two rules that undo each other."""


class Repair(NamedTuple):
    """One file with its repairs made: its text before and after, and how many findings that mends."""

    path: str
    before: str
    after: str
    number: int

    @property
    def diff(self) -> str:
        """The difference in unified form, with as many lines around as `diff -u` shows."""
        from difflib import unified_diff  # only a dry run shows one

        lines = unified_diff(_lines(self.before), _lines(self.after), self.path, f"{self.path} (fixed)")
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def repairs(checked: Checked) -> tuple[Repair, ...]:
    """Return what can be repaired, file by file; only where the text that was checked is the very file."""
    found = []
    for report, document in zip(checked.reports, checked.documents, strict=True):
        if document.can_be_fixed:
            fixed = fix(document.source, report.findings)
            if fixed.applied:
                found.append(Repair(report.path, document.source, fixed.source, len(fixed.applied)))
    return tuple(found)


def mend(paths: Sequence[str], workspace: Workspace, options: AuditOptions) -> tuple[Checked, Mapping[str, int]]:
    """Repair files until nothing is left to repair; return what is wrong then, and how many findings were mended in each file.

    A file that cannot be written back is left alone, and is one of the problems.
    """
    checked = check_files(paths, workspace, options)
    mended: Counter[str] = Counter()
    refused: dict[str, InputError] = {}
    for _ in range(_PASSES):
        waiting = [repair for repair in repairs(checked) if repair.path not in refused and repair.path != STDIN]
        if not waiting:
            break
        for repair in waiting:
            try:
                rewrite_text(Path(repair.path), repair.before, repair.after)
                mended[repair.path] += repair.number
            except InputError as problem:
                refused[repair.path] = problem
        checked = check_files(paths, workspace, options)
    return checked._replace(problems=(*checked.problems, *refused.values())), mended


def _lines(text: str) -> list[str]:
    """Split at line feeds alone: what else parts lines belongs to the text."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
