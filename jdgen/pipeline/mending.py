"""Safe repairs, made in the files themselves or shown as a difference."""

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from jdgen.audit.fix import fix
from jdgen.errors import EnvironmentProblem, InputError
from jdgen.load.project import Workspace
from jdgen.pipeline.check import STDIN, AuditOptions, Checked, check_files
from jdgen.pipeline.rewrite import as_saved, encoded, rewrite_text

_PASSES = 5
"""A repair can uncover another, where two overlapped. More rounds than these would mean two rules that undo each other."""


class Repair(NamedTuple):
    """One file with its repairs made: its text before and after, and how many findings that mends."""

    path: str
    before: str
    after: str
    number: int


class Difference(NamedTuple):
    """What a repair would change, as `diff -u` shows it, in the encoding of the file so that `patch` takes it; or the sentence why it cannot."""

    patch: bytes = b""
    note: str = ""


def difference(repair: Repair) -> Difference:
    """Return what a repair would change; raise InputError where the file could not be written back either."""
    path = Path(repair.path)
    mark, encoding = (b"", "utf-8") if repair.path == STDIN else as_saved(path, repair.before)
    if encoding.startswith("utf-16"):
        return Difference(
            note=f"{path} is saved as UTF-16, and no difference can be applied to such a file; without `--dry-run`, `--fix` mends it"
        )
    encoded(path, repair.after, encoding)
    from difflib import unified_diff  # only a dry run shows one

    before, after = (_lines(mark.decode(encoding) + text) for text in (repair.before, repair.after))
    lines = list(unified_diff(before, after, repair.path, f"{repair.path} (fixed)"))
    head, body = "".join(lines[:2]), "".join(map(_ended, lines[2:]))
    return Difference(os.fsencode(head) + body.encode(encoding, errors="replace"))


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


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

    A file that cannot be written back is left alone, and is one of the problems; every other one is mended.
    """
    checked = check_files(paths, workspace, options)
    mended: Counter[str] = Counter()
    refused: dict[str, InputError | EnvironmentProblem] = {}
    for _ in range(_PASSES):
        waiting = [repair for repair in repairs(checked) if repair.path not in refused and repair.path != STDIN]
        if not waiting:
            break
        for repair in waiting:
            try:
                rewrite_text(Path(repair.path), repair.before, repair.after)
                mended[repair.path] += repair.number
            except (InputError, EnvironmentProblem) as problem:
                refused[repair.path] = problem
        checked = check_files(paths, workspace, options)
    return checked._replace(problems=(*checked.problems, *refused.values())), mended


def _lines(text: str) -> list[str]:
    """Split at line feeds alone: what else parts lines belongs to the text."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
