"""The only place that writes result files: whole or not at all, and never over somebody's edits.

Beside its results jdgen keeps a ledger (`ledger`): the digest of each file as it was written. A file with another digest was
edited by hand, and is left alone unless forced. One process writes at a time (`folder_lock`), and the ledger is written first, so
that a run killed at any point leaves only files the next one knows.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from errno import EISDIR
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from jdgen.errors import EnvironmentProblem, InputError, InputErrors, Where
from jdgen.pipeline.folder_lock import locked
from jdgen.pipeline.ledger import LEDGER, Ledger, digest_of, read_ledger

_KEEP_THE_EDIT = "keep the edit with `jdgen export`, which makes the other formats from it, or lose it with `--force`"
_TEMPORARY = re.compile(r"\.jdgen-[0-9a-f]{16}", re.ASCII)


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
    with _writing(folder):
        ledger = read_ledger(folder)
        if not force:
            _refuse_edited((*results, *sources), folder, ledger)
        before = {result.name: _digest_of(folder / result.name) for result in results}
        after = {result.name: digest_of(result.content) for result in results}
        # A file that holds the same already may be somebody's own work; only what is written becomes ours.
        changed = [result for result in results if before[result.name] != after[result.name]]
        expecting = ledger.expecting(before, {result.name: after[result.name] for result in changed})
        with _prepared(changed, folder) as waiting:
            if changed:
                _replace_all([Result(LEDGER, expecting.content())], folder)
            _put_in_place(waiting)
        if expecting.settled(after) != ledger:
            with suppress(OSError):  # the ledger written before knows these files too
                _replace_all([Result(LEDGER, expecting.settled(after).content())], folder)
    return tuple(folder / result.name for result in results)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Make a folder, keep it for this process, and clear away what a killed one left; say in one sentence why that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder) as alone:
            if alone:
                _sweep(folder)
            yield
    except OSError as error:
        raise _unwritable(folder, error) from error


def _sweep(folder: Path) -> None:
    """Delete temporary files; nobody else is writing, so they belong to no one."""
    for path in folder.glob(".jdgen-*"):
        if _TEMPORARY.fullmatch(path.name) and path.is_file():
            path.unlink(missing_ok=True)


def _refuse_edited(results: tuple[Result, ...], folder: Path, ledger: Ledger) -> None:
    if ledger.is_damaged:
        raise InputError(
            "is damaged, so jdgen cannot tell its own files from edited ones, and nothing was written",
            where=Where(str(folder / LEDGER)),
            hint="choose another folder, or write over all results with `--force`",
        )
    problems = [
        InputError(
            "was edited by hand, or not written by jdgen, so nothing was written",
            where=Where(str(folder / result.name)),
            hint=_KEEP_THE_EDIT if result.name.endswith(".md") else "move it away, or write over it with `--force`",
        )
        for result in results
        if (digest := _digest_of(folder / result.name)) not in {None, digest_of(result.content)}
        and not ledger.knows(result.name, digest)
    ]
    if problems:
        raise InputErrors(problems=problems)


def _replace_all(results: Iterable[Result], folder: Path) -> None:
    """Write every result to a temporary file first, then rename them all."""
    with _prepared(results, folder) as waiting:
        _put_in_place(waiting)


@contextmanager
def _prepared(results: Iterable[Result], folder: Path) -> Iterator[Sequence[tuple[Path, Path]]]:
    """Write every result to a temporary file; give each with its future path, and clear away those that were not renamed."""
    waiting: list[tuple[Path, Path]] = []
    with ExitStack() as leftovers:
        for result in results:
            path = folder / result.name
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():  # found out now, and not after half of the files have their names
                raise IsADirectoryError(EISDIR, f"`{result.name}` is a folder")
            temporary = folder / f".jdgen-{token_hex(8)}"
            leftovers.callback(temporary.unlink, missing_ok=True)
            with temporary.open("xb") as file:
                file.write(result.content)
            waiting.append((temporary, path))
        yield waiting


def _put_in_place(waiting: Iterable[tuple[Path, Path]]) -> None:
    for temporary, path in waiting:
        temporary.replace(path)


def _digest_of(path: Path) -> str | None:
    """Return the digest of a file, or None where there is none."""
    return digest_of(path.read_bytes()) if path.is_file() else None


def write_new(results: Iterable[Result], folder: Path) -> tuple[Path, ...]:
    """Write files that must not exist yet, all or none, for the user to keep; return their paths.

    Raises InputErrors naming every file that exists. They are the user's from the start, so the ledger does not list them.
    """
    results = tuple(results)
    with _writing(folder):
        _refuse_existing(results, folder)
        _replace_all(results, folder)
    return tuple(folder / result.name for result in results)


def _refuse_existing(results: Iterable[Result], folder: Path) -> None:
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


def copy_new(source: Path, target: Path) -> Path:
    """Copy a file to a place where none is yet; return that place."""
    return write_new([Result(target.name, source.read_bytes())], target.parent)[0]


def _unwritable(folder: Path, error: OSError) -> EnvironmentProblem:
    reason = error.strerror or "unknown reason"
    reason = reason[:1].lower() + reason[1:]
    return EnvironmentProblem(f"cannot write into `{folder}`: {reason}", hint="choose another folder")
