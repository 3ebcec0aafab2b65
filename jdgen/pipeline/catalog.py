"""What jdgen knows, as rows for `list` and whole entries for `show`."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from jdgen.errors import UsageError
from jdgen.load.facts import load_facts
from jdgen.load.project import Workspace
from jdgen.load.search import Kind
from jdgen.load.specializations import load_specialization, resolved
from jdgen.load.text_file import read_text
from jdgen.load.yaml_document import plain
from jdgen.load.yaml_dump import dump_yaml
from jdgen.render.formats import FORMATS
from jdgen.text.closest import did_you_mean

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing jdgen knows: its text, the file it comes from, and the folder where a copy of that file would win."""

    text: str
    path: Path
    own: Path | None


def catalog(what: str, workspace: Workspace) -> list[Row]:
    """Return one row for each thing of a kind; every row has `id` and `name`."""
    return CATALOGS[what](workspace)


def entry(name: str, workspace: Workspace) -> Entry:
    """Return a specialization, credential, license or template whole; raise UsageError with the closest name if there is none."""
    for find in (_specialization_entry, _fact_entry, _template_entry):
        if found := find(name, workspace):
            return found
    known = [str(row["id"]) for what in CATALOGS for row in catalog(what, workspace)]
    raise UsageError(
        f"there is nothing called `{name}`", hint=did_you_mean(name, known) or "see `jdgen list specializations`"
    )


def _specializations(workspace: Workspace) -> list[Row]:
    facts = load_facts(workspace.search)
    rows: list[Row] = []
    for name in workspace.search.names("specializations"):
        profile = load_specialization(name, workspace.search, facts)
        rows.append({
            "id": name,
            "name": profile.name,
            "title": profile.title,
            "occupation": profile.occupation.code,
            "responsibilities": len(profile.responsibilities),
        })
    return rows


def _credentials(workspace: Workspace) -> list[Row]:
    return [
        {
            "id": row.id,
            "name": f"{row.name} ({row.abbreviation})",
            "issuer": row.issuer,
            "source": list(row.source),
            "checked": row.checked.isoformat(),
            "confidence": row.confidence,
        }
        for row in load_facts(workspace.search).credentials.values()
    ]


def _templates(workspace: Workspace) -> list[Row]:
    names = workspace.search.names("templates")
    return [{"id": name, "name": _first_comment(workspace.search.require("templates", name))} for name in names]


def _first_comment(path: Path) -> str:
    """Return the comment a template starts with, which says what it is for."""
    first = read_text(path).partition("\n")[0]
    return first.removeprefix("{#").removesuffix("#}").strip() if first.startswith("{#") else path.name


def _formats(_workspace: Workspace) -> list[Row]:
    return [{"id": name, "name": description} for name, description in FORMATS.items()]


CATALOGS: dict[str, Callable[[Workspace], list[Row]]] = {
    "specializations": _specializations,
    "credentials": _credentials,
    "templates": _templates,
    "formats": _formats,
}
"""What `jdgen list` can list, by name."""


def _specialization_entry(name: str, workspace: Workspace) -> Entry | None:
    path = _find("specializations", name, workspace)
    if path is None:
        return None
    load_specialization(name, workspace.search, load_facts(workspace.search))
    return Entry(dump_yaml(plain(resolved(name, workspace.search))), path, _own("specializations", workspace))


def _fact_entry(name: str, workspace: Workspace) -> Entry | None:
    facts = load_facts(workspace.search)
    for table, rows in (("credentials", facts.credentials), ("licenses", facts.licenses)):
        if row := rows.get(name):
            shown = {key: value for key, value in row.model_dump().items() if value not in (None, ())}
            return Entry(dump_yaml(shown), workspace.search.require("facts", table), _own("facts", workspace))
    return None


def _template_entry(name: str, workspace: Workspace) -> Entry | None:
    path = _find("templates", name, workspace)
    return Entry(read_text(path), path, _own("templates", workspace)) if path else None


def _own(kind: Kind, workspace: Workspace) -> Path | None:
    """Return the user's folder that jdgen looks into first, or None where there is none."""
    folders = workspace.search.folders[kind]
    return next((folder.path for folder in folders if folder.origin != "shipped"), None)


def _find(kind: Kind, name: str, workspace: Workspace) -> Path | None:
    try:
        return workspace.search.find(kind, name)
    except UsageError:
        return None
