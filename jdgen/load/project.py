"""The working folder: its settings, and where knowledge is looked for."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol, cast

from jdgen.errors import InputError, InputErrors, Where
from jdgen.load.search import KINDS, Kind, SearchPath, find_project, search_path


class Settings(Protocol):
    """What a `jdgen.yaml` says or leaves at its default; `jdgen.model.project.Project` describes every field."""

    @property
    def employer(self) -> str | None: ...  # noqa: D102 - see `Project`
    @property
    def template(self) -> str: ...  # noqa: D102
    @property
    def formats(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def output(self) -> str: ...  # noqa: D102
    @property
    def paper(self) -> Literal["letter", "a4"]: ...  # noqa: D102
    @property
    def rules_off(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def severity(self) -> Mapping[str, Literal["error", "warning", "info"]]: ...  # noqa: D102


class _Defaults:
    """The defaults of every setting, looked up in the model when one is asked for: a command that needs none starts without pydantic."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the setting holds
        from jdgen.model.project import Project

        return getattr(Project(), name)


_NOWHERE: Mapping[str, Where] = {}


class Workspace(NamedTuple):
    """The settings in force, the folder their paths start from, the search path they make, and where `jdgen.yaml` says each of them."""

    settings: Settings
    folder: Path
    search: SearchPath
    places: Mapping[str, Where] = _NOWHERE
    """Empty where there is no `jdgen.yaml`, or one that says nothing."""

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """The folders with templates, the user's first, the shipped one last."""
        return tuple(folder.path for folder in self.search.folders["templates"] if folder.path.is_dir())


def open_workspace(start: Path, *, beside: Path | None = None, given: Mapping[Kind, Path] | None = None) -> Workspace:
    """Return the workspace of the nearest `jdgen.yaml` at or above `start`, else `beside` a named file, else defaults.

    `given` are folders named on the command line; they win. Raises InputErrors for a broken `jdgen.yaml`.
    """
    file = find_project(start) or (find_project(beside.parent) if beside else None)
    if file is None:
        return Workspace(cast("Settings", _Defaults()), start, search_path(given=given))
    return _read(file, start, given)


def _read(file: Path, start: Path, given: Mapping[Kind, Path] | None) -> Workspace:
    """Read the settings of a file. What checks them is heavy, and most folders have no such file."""
    from jdgen.load.shared_models import validate_shared
    from jdgen.load.yaml_document import find, plain, read_yaml
    from jdgen.model.project import Project

    problems: list[InputError] = []
    node = read_yaml(file, shown_as=shown(file, start), problems=problems)
    settings = validate_shared(node, Project, what="project", problems=problems)
    named: dict[Kind, Path] = {kind: file.parent / folder for kind in KINDS if (folder := getattr(settings, kind))}
    missing = [
        InputError(
            f"there is no folder `{getattr(settings, kind)}`",
            where=find(node, (kind,)),
            hint="paths start at the folder of `jdgen.yaml`",
        )
        for kind, folder in named.items()
        if not folder.is_dir()
    ]
    if missing:
        raise InputErrors(problems=missing)
    stated = plain(node) or {}
    places = {name: find(node, (name,)) for name, value in stated.items() if value is not None}
    return Workspace(settings, file.parent, search_path(given=given, project=file.parent, named=named), places)


def shown(path: Path, start: Path) -> str:
    """Return a path as messages name it: from the folder the command runs in, where it lies below it."""
    return str(path.relative_to(start)) if path.is_relative_to(start) else str(path)
