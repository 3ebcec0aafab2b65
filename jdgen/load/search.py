"""The one door for finding knowledge: specializations, templates and facts, file by file, the first folder wins.

Folders in order: the one given on the command line, the one beside the nearest `jdgen.yaml`, the shipped one. Nothing
is read here.
"""

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias, get_args

from jdgen.errors import InputError, InputErrors, UsageError, Where
from jdgen.text.closest import did_you_mean
from jdgen.text.slugs import slug

Kind: TypeAlias = Literal["specializations", "templates", "facts", "rules"]
Origin: TypeAlias = Literal["given", "project", "shipped"]

KINDS: tuple[Kind, ...] = get_args(Kind)
PROJECT_FILE = "jdgen.yaml"

_ENDINGS: dict[Kind, tuple[str, ...]] = {
    "specializations": (".yaml", ".yml"),
    "templates": (".md.j2",),
    "facts": (".yaml", ".yml"),
    "rules": (".yaml", ".yml"),
}
_SINGULAR: dict[Kind, str] = {
    "specializations": "specialization",
    "templates": "template",
    "facts": "fact table",
    "rules": "file of rules",
}
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,79}", re.ASCII)


class Found(NamedTuple):
    """A file and which kind of folder it came from."""

    path: Path
    origin: Origin


class Folder(NamedTuple):
    """One place to look in."""

    path: Path
    origin: Origin

    def file(self, names: Sequence[str]) -> Path | None:
        """Return the first file of exactly one of these names, case and all; raises `UsageError` for a link that leads elsewhere."""
        listed = self._listing()
        return next((path for name in names if name in listed and (path := self._own(name))), None)

    def _own(self, name: str) -> Path | None:
        path = self.path / name
        if not self._holds(path):
            message = f"`{path}` is a link that leads out of its folder, expected a file in the folder"
            raise UsageError(message, hint="put a copy of the file there")
        return path if path.is_file() else None

    def names(self, endings: tuple[str, ...]) -> set[str]:
        """Return the names, without ending, of the files here that have one of the endings."""
        found = set()
        for file in self._listing():
            ending = next((ending for ending in endings if file.endswith(ending)), None)
            if ending and _NAME.fullmatch(file) and self._holds(self.path / file) and (self.path / file).is_file():
                found.add(file.removesuffix(ending))
        return found

    def misnamed(self, endings: tuple[str, ...]) -> dict[Path, str]:
        """Return the user's files here whose names no requisition can say, each with a name that it can."""
        if self.origin == "shipped":
            return {}
        found = {}
        for file in sorted(self._listing()):
            stem, dot, ending = file.rpartition(".")
            mark = "_" if stem.startswith("_") else ""
            wanted = f"{mark}{slug(stem) or 'own'}{dot}{ending.lower()}"
            is_meant = stem[:1] not in {"", "."} and wanted.endswith(endings) and (self.path / file).is_file()
            if is_meant and file != wanted:
                found[self.path / file] = wanted
        return found

    def _listing(self) -> list[str]:
        """List the folder, so that `Hospital` is not found as `hospital` on machines that do not tell them apart."""
        try:
            return os.listdir(self.path)  # noqa: PTH208 - names alone take a third of the time
        except OSError:
            return []

    def _holds(self, path: Path) -> bool:
        """Say whether a file really lies here; the shipped files may be links, installers make them so."""
        return self.origin == "shipped" or path.resolve().is_relative_to(self.path.resolve())


class SearchPath(NamedTuple):
    """The folders to look in, by kind, in order."""

    folders: Mapping[Kind, tuple[Folder, ...]]

    def locate(self, kind: Kind, name: str) -> Found | None:
        """Return the file that wins for a name without ending, or None; raises `UsageError` for an unsafe name."""
        _check_name(kind, name)
        return self._first(kind, [name + ending for ending in _ENDINGS[kind]])

    def find(self, kind: Kind, name: str) -> Path | None:
        """Return the path that wins for a name without ending, or None; raises `UsageError` for an unsafe name."""
        found = self.locate(kind, name)
        return found.path if found else None

    def find_file(self, kind: Kind, filename: str) -> Path | None:
        """Return the path that wins for a whole file name, such as a style sheet beside the templates, or None."""
        _check_name(kind, filename)
        found = self._first(kind, [filename])
        return found.path if found else None

    def origin(self, kind: Kind, name: str) -> Origin | None:
        """Return which kind of folder a name is found in, or None."""
        found = self.locate(kind, name)
        return found.origin if found else None

    def require(self, kind: Kind, name: str, *, where: Where | None = None) -> Path:
        """Return the path that wins for a name; an unknown one is an error with the closest name.

        Raises `InputError` when a file at `where` names it, `UsageError` when the command line does.
        """
        try:
            found = self.find(kind, name)
        except UsageError as error:
            raise _at(where, error.message, error.hint) from None
        if found:
            return found
        names = self.names(kind)
        hint = did_you_mean(name, names) or ("there are " + ", ".join(names) if names else None)
        raise _at(where, f"there is no {_SINGULAR[kind]} `{name}`", hint)

    def names(self, kind: Kind, *, hidden: bool = False) -> list[str]:
        """Return all names of a kind, sorted; those that start with `_` only when `hidden`."""
        found = set[str]().union(*(folder.names(_ENDINGS[kind]) for folder in self.folders[kind]))
        return sorted(name for name in found if hidden or not name.startswith("_"))

    def refuse_misnamed(self, kind: Kind) -> None:
        """Raise InputErrors for every file of the user that would be passed over because of its name."""
        found: dict[Path, str] = {}
        for folder in self.folders[kind]:
            found |= folder.misnamed(_ENDINGS[kind])
        if found:
            raise InputErrors(problems=[_misnamed(kind, path, wanted) for path, wanted in found.items()])

    def _first(self, kind: Kind, filenames: list[str]) -> Found | None:
        for folder in self.folders[kind]:
            if path := folder.file(filenames):
                return Found(path, folder.origin)
        return None


def search_path(
    *,
    given: Mapping[Kind, Path] | None = None,
    project: Path | None = None,
    named: Mapping[Kind, Path] | None = None,
) -> SearchPath:
    """Return where to look: folders `given` by option, those of the `project` folder, the shipped ones.

    `named` are the folders a `jdgen.yaml` names instead of those beside it. Raises `UsageError` for a given or named
    folder that is none.
    """
    given, named = given or {}, named or {}
    for folder in (*given.values(), *named.values()):
        if not folder.is_dir():
            raise UsageError(f"there is no folder `{folder}`", hint="check its name")
    folders: dict[Kind, tuple[Folder, ...]] = {}
    for kind in KINDS:
        places = [Folder(given[kind], "given")] if kind in given else []
        if kind in named:
            places.append(Folder(named[kind], "project"))
        elif project:
            places.append(Folder(project / kind, "project"))
        folders[kind] = (*places, Folder(shipped_folder() / kind, "shipped"))
    return SearchPath(folders)


def find_project(start: Path) -> Path | None:
    """Return the nearest `jdgen.yaml` in a folder or the folders above it, or None."""
    start = start.absolute()
    for folder in (start, *start.parents):
        try:
            if (folder / PROJECT_FILE).is_file():
                return folder / PROJECT_FILE
        except OSError:  # a folder that may not be looked into holds no project of ours
            continue
    return None


def shipped_folder() -> Path:
    """Return the folder that holds the shipped knowledge: inside an installed package, else the checkout."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "_shipped"
    return shipped if shipped.is_dir() else package.parent


def can_be_name(text: str) -> bool:
    """Say whether a text can be the name of a file here: only plain ASCII file names are looked for."""
    return _NAME.fullmatch(text) is not None


def _check_name(kind: Kind, name: str) -> None:
    """Refuse names that could leave the folder."""
    if not can_be_name(name):
        shown = name.encode("unicode_escape").decode("ascii")
        message = f"`{shown}` cannot be the name of a {_SINGULAR[kind]}, expected letters, digits, `-`, `_` or `.`"
        raise UsageError(message, hint=f"`jdgen list {kind}` prints the names")


def _misnamed(kind: Kind, path: Path, wanted: str) -> InputError:
    message = (
        f"a {_SINGULAR[kind]} cannot be called `{path.name}`, expected lower-case letters and digits joined by hyphens"
    )
    return InputError(message, where=Where(str(path)), hint=f"rename its file to `{wanted}`")


def _at(where: Where | None, message: str, hint: str | None) -> InputError | UsageError:
    if where is None:
        return UsageError(message, hint=hint)
    return InputError(message, where=where, hint=hint)
