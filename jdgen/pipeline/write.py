"""The only place that writes result files: whole or not at all, and never over somebody's edits.

Beside its results jdgen keeps a ledger (`ledger`): the digest of each file as it was written. A file with another digest was
edited by hand, and is left alone unless forced. One process writes at a time (`folder_lock`), and the ledger is written first, so
that a run killed at any point leaves only files the next one knows.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from errno import EISDIR
from fnmatch import fnmatchcase
from hashlib import file_digest
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from jdgen.errors import EnvironmentProblem, InputError, InputErrors, Where
from jdgen.pipeline.folder_lock import locked
from jdgen.pipeline.ledger import LEDGER, Ledger, digest_of, new_digest, read_ledger

_KEEP_THE_EDIT = "keep the edit with `jdgen export`, which makes the other formats from it, or lose it with `--force`"
_TEMPORARY = re.compile(r"\.jdgen-[0-9a-f]{16}", re.ASCII)


class Result(NamedTuple):
    """A file to write: its name inside the folder, its bytes, and whether it only serves another, as a logo does."""

    name: str
    content: bytes
    is_asset: bool = False


class Poured(NamedTuple):
    """A text to write piece by piece, since it is too large to be held whole."""

    name: str
    pieces: Iterable[str]


class Kept(NamedTuple):
    """A file that is as it shall be, known without looking at it: it is neither written nor cleared away."""

    name: str


class Written(NamedTuple):
    """The paths of all results, and the names of those that were new or other than before, and of those cleared away."""

    paths: tuple[Path, ...]
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def write_results(
    results: Iterable[Result | Poured | Kept],
    folder: Path,
    *,
    sources: Iterable[Result] = (),
    force: bool = False,
    clearing: tuple[str, ...] = (),
    once_ready: Callable[[], None] = lambda: None,
) -> Written:
    """Write all results into a folder or none of them. They are taken one by one, so that any number of them fits into memory.

    `sources` are files the results are made from and that are not written now: an edit to one of them would be missing from
    the results. `clearing` are patterns such as `assets/*` of files that are deleted where jdgen wrote them and nothing makes them now.
    `once_ready` is called when everything is made and nothing has its name yet.
    Raises InputErrors naming every file that was edited by hand since jdgen wrote it, or that jdgen never wrote,
    unless `force`. Raises EnvironmentProblem where the folder cannot be written.
    """
    with _writing(folder), ExitStack() as leftovers:
        ledger = read_ledger(folder)
        if ledger.is_damaged and not force:
            raise _damaged(folder)
        staged = _stage(results, folder, leftovers, None if force else ledger)
        if not force:
            staged.problems += [
                _edited(source.name, folder)
                for source in sources
                if _is_edited(source.name, _digest_of(folder / source.name), digest_of(source.content), ledger)
            ]
        if staged.problems:
            raise InputErrors(problems=staged.problems)
        once_ready()
        stale = tuple(_stale(folder, ledger, staged.names, clearing))
        # A file that holds the same already may be somebody's own work; only what is written becomes ours.
        expecting = ledger.expecting(staged.before, staged.changed)
        if staged.changed:
            _replace_all([Result(LEDGER, expecting.content())], folder)
        _put_in_place(staged.waiting)
        for name in stale:
            (folder / name).unlink(missing_ok=True)
        settled = expecting.settled(staged.after).without(stale)
        if settled != ledger:
            with suppress(OSError):  # the ledger written before knows these files too
                _replace_all([Result(LEDGER, settled.content())], folder)
    return Written(tuple(folder / name for name in staged.names), tuple(staged.changed), stale)


@dataclass
class _Staged:
    """What a run is about to do: the digests of its files before and after, and where the new ones wait."""

    names: dict[str, None] = field(default_factory=dict)
    before: dict[str, str | None] = field(default_factory=dict)
    after: dict[str, str] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)
    waiting: list[tuple[Path, Path]] = field(default_factory=list)
    problems: list[InputError] = field(default_factory=list)


def _stage(
    results: Iterable[Result | Poured | Kept], folder: Path, leftovers: ExitStack, ledger: Ledger | None
) -> _Staged:
    """Write every result that differs from its file to a temporary one. `ledger` tells edited files; None lets them go."""
    staged = _Staged()
    for result in results:
        staged.names[result.name] = None
        if isinstance(result, Kept):
            continue
        before = _digest_of(folder / result.name)
        temporary, after = _made(result, before, folder, leftovers)
        staged.before[result.name], staged.after[result.name] = before, after
        if ledger and _is_edited(result.name, before, after, ledger):
            staged.problems.append(_edited(result.name, folder))
        elif before != after:
            staged.changed[result.name] = after
            staged.waiting.append((temporary, folder / result.name))
    return staged


def _made(result: Result | Poured, before: str | None, folder: Path, leftovers: ExitStack) -> tuple[Path, str]:
    """Return the temporary file of a result, and its digest; none is written where the digest shows that it need not be."""
    if isinstance(result, Poured):
        temporary = _prepared(result.name, (piece.encode() for piece in result.pieces), folder, leftovers)
        return temporary, _digest_of(temporary) or ""
    after = digest_of(result.content)
    place = folder / result.name
    return (place if before == after else _prepared(result.name, [result.content], folder, leftovers)), after


def _is_edited(name: str, found: str | None, wanted: str, ledger: Ledger) -> bool:
    return found not in {None, wanted} and not ledger.knows(name, found)


def _stale(folder: Path, ledger: Ledger, names: Collection[str], clearing: tuple[str, ...]) -> Iterator[str]:
    """Give the files of ours that nothing makes any more; one edited since is somebody's work and stays."""
    for name in sorted(ledger.digests.keys() - names):
        if any(fnmatchcase(name, pattern) for pattern in clearing) and ledger.knows(name, _digest_of(folder / name)):
            yield name


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


def _damaged(folder: Path) -> InputError:
    return InputError(
        "is damaged, so jdgen cannot tell its own files from edited ones, and nothing was written",
        where=Where(str(folder / LEDGER)),
        hint="choose another folder, or write over all results with `--force`",
    )


def _edited(name: str, folder: Path) -> InputError:
    return InputError(
        "was edited by hand, or not written by jdgen, so nothing was written",
        where=Where(str(folder / name)),
        hint=_KEEP_THE_EDIT if name.endswith(".md") else "move it away, or write over it with `--force`",
    )


def _replace_all(results: Iterable[Result], folder: Path) -> None:
    """Write every result to a temporary file first, then rename them all."""
    with ExitStack() as leftovers:
        _put_in_place([
            (_prepared(result.name, [result.content], folder, leftovers), folder / result.name) for result in results
        ])


def _prepared(name: str, pieces: Iterable[bytes], folder: Path, leftovers: ExitStack) -> Path:
    """Write a file under a temporary name, to be cleared away unless it is renamed; return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():  # found out now, and not after half of the files have their names
        raise IsADirectoryError(EISDIR, f"`{name}` is a folder")
    temporary = folder / f".jdgen-{token_hex(8)}"
    leftovers.callback(temporary.unlink, missing_ok=True)
    with temporary.open("xb") as file:
        file.writelines(pieces)
    return temporary


def _put_in_place(waiting: Iterable[tuple[Path, Path]]) -> None:
    for temporary, path in waiting:
        temporary.replace(path)


def _digest_of(path: Path) -> str | None:
    """Return the digest of a file, or None where there is none."""
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return file_digest(file, new_digest).hexdigest()


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
