"""The working folder: its settings, and where knowledge is looked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jdgen.errors import InputError, InputErrors
from jdgen.load.search import KINDS, Kind, SearchPath, find_project, search_path
from jdgen.load.validation import validate
from jdgen.load.yaml_document import find, read_yaml
from jdgen.model.project import Project


@dataclass(frozen=True, slots=True)
class Workspace:
    """The settings in force, the folder their paths start from, and the search path they make."""

    settings: Project
    folder: Path
    search: SearchPath

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
        return Workspace(Project(), start, search_path(given=given))
    node = read_yaml(file, shown_as=shown(file, start))
    settings = validate(node, Project, what="project")
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
    return Workspace(settings, file.parent, search_path(given=given, project=file.parent, named=named))


def shown(path: Path, start: Path) -> str:
    """Return a path as messages name it: from the folder the command runs in, where it lies below it."""
    return str(path.relative_to(start)) if path.is_relative_to(start) else str(path)
