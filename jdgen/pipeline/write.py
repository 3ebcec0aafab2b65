"""The only place that writes result files: whole or not at all, and never over somebody's edits.

Beside its results jdgen keeps `.jdgen.json`: the digest of each file as it was written. A file that no longer has that digest was
edited by hand, and is left alone unless forced.
"""

import json
from collections.abc import Iterable
from errno import EISDIR
from hashlib import blake2b
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from jdgen.errors import EnvironmentProblem, InputError, InputErrors, Where

LEDGER = ".jdgen.json"
_KEEP_THE_EDIT = "keep the edit with `jdgen export`, which makes the other formats from it, or lose it with `--force`"


class Result(NamedTuple):
    """A file to write: its name inside the folder, its bytes, and whether it only serves another, as a logo does."""

    name: str
    content: bytes
    is_asset: bool = False


def write_results(
    results: Iterable[Result], folder: Path, *, sources: Iterable[Result] = (), force: bool = False
) -> tuple[Path, ...]:
    """Write all results into a folder or none of them; return their paths.

    `sources` are files the results are made from and that are not written now: an edit to one of them would be missing from
    the results. Raises InputErrors naming every file that was edited by hand since jdgen wrote it, or that jdgen never wrote,
    unless `force`. Raises EnvironmentProblem where the folder cannot be written.
    """
    results = tuple(results)
    ledger = _read_ledger(folder)
    if not force:
        _refuse_edited((*results, *sources), folder, ledger)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        changed = [result for result in results if _digest_of(folder / result.name) != _digest(result.content)]
        _replace_all(changed, folder)
        # A file that holds the same already may be somebody's own work; only what is written becomes ours.
        ledger |= {result.name: _digest(result.content) for result in changed}
        _replace_all([Result(LEDGER, (json.dumps(ledger, indent=1, sort_keys=True) + "\n").encode())], folder)
    except OSError as error:
        raise _unwritable(folder, error) from error
    return tuple(folder / result.name for result in results)


def _refuse_edited(results: tuple[Result, ...], folder: Path, ledger: dict[str, str]) -> None:
    problems = [
        InputError(
            "was edited by hand, or not written by jdgen, so nothing was written",
            where=Where(str(folder / result.name)),
            hint=_KEEP_THE_EDIT if result.name.endswith(".md") else "move it away, or write over it with `--force`",
        )
        for result in results
        if _digest_of(folder / result.name) not in {None, ledger.get(result.name), _digest(result.content)}
    ]
    if problems:
        raise InputErrors(problems=problems)


def _replace_all(results: Iterable[Result], folder: Path) -> None:
    """Write every result to a temporary file first, then rename them all."""
    waiting: list[tuple[Path, Path]] = []
    try:
        for result in results:
            path = folder / result.name
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():  # found out now, and not after half of the files have their names
                raise IsADirectoryError(EISDIR, f"`{result.name}` is a folder")
            temporary = folder / f".jdgen-{token_hex(8)}"
            waiting.append((temporary, path))
            with temporary.open("xb") as file:
                file.write(result.content)
        while waiting:
            temporary, path = waiting[-1]
            temporary.replace(path)
            waiting.pop()
    finally:
        for temporary, _ in waiting:
            temporary.unlink(missing_ok=True)


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def _digest_of(path: Path) -> str | None:
    """Return the digest of a file, or None where there is none."""
    return _digest(path.read_bytes()) if path.is_file() else None


def _read_ledger(folder: Path) -> dict[str, str]:
    """Return the digests of earlier writes; an unreadable ledger counts as empty, so that nothing is overwritten."""
    try:
        ledger = json.loads((folder / LEDGER).read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(name): str(digest) for name, digest in ledger.items()} if isinstance(ledger, dict) else {}


def write_new(results: Iterable[Result], folder: Path) -> tuple[Path, ...]:
    """Write files that must not exist yet, all or none, for the user to keep; return their paths.

    Raises InputErrors naming every file that exists. They are the user's from the start, so the ledger does not list them.
    """
    results = tuple(results)
    problems = [
        InputError(
            "exists already, so nothing was written",
            where=Where(str(folder / result.name)),
            hint="choose another folder, or move it away",
        )
        for result in results
        if (folder / result.name).exists()
    ]
    if problems:
        raise InputErrors(problems=problems)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _replace_all(results, folder)
    except OSError as error:
        raise _unwritable(folder, error) from error
    return tuple(folder / result.name for result in results)


def copy_new(source: Path, target: Path) -> Path:
    """Copy a file to a place where none is yet; return that place."""
    return write_new([Result(target.name, source.read_bytes())], target.parent)[0]


def _unwritable(folder: Path, error: OSError) -> EnvironmentProblem:
    reason = error.strerror or "unknown reason"
    reason = reason[:1].lower() + reason[1:]
    return EnvironmentProblem(f"cannot write into `{folder}`: {reason}", hint="choose another folder")
