"""What jdgen knows, as rows for `list` and whole entries for `show`."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from jdgen.compose.market import market_table, wages_of
from jdgen.errors import UsageError, Where
from jdgen.load.facts import TABLES, load_facts, load_table
from jdgen.load.matching import TABLE, look_up
from jdgen.load.modifiers import FILES, load_modifier, modifier_names
from jdgen.load.project import Workspace
from jdgen.load.rules import find_rule, load_rules
from jdgen.load.search import Kind
from jdgen.load.specializations import load_all, load_specialization, resolved
from jdgen.load.text_file import read_text
from jdgen.load.yaml_document import plain, read_yaml
from jdgen.load.yaml_dump import dump_yaml
from jdgen.model.fact import Fact
from jdgen.model.record import known, stated
from jdgen.pipeline.places import place_facts, place_rows
from jdgen.render.formats import FORMATS
from jdgen.text.closest import did_you_mean
from jdgen.text.pay import Pay

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing jdgen knows: its text, the file it comes from, and the folder where a copy of that file would win."""

    text: str
    path: Path
    own: Path | None
    note: str | None = None
    """What the name was taken for, where it is not an id."""


def catalog(what: str, workspace: Workspace) -> list[Row]:
    """Return one row for each thing of a kind; every row has `id` and `name`."""
    return CATALOGS[what](workspace)


def entry(name: str, workspace: Workspace) -> Entry:
    """Return a specialization, fact, template or place whole; raise UsageError with the closest name if there is none.

    A fact whose id is also the name of something else, as `rn` is, is reached behind its table: `licenses/rn`.
    """
    for find in (
        _rule_entry,
        _table_entry,
        _modifier_entry,
        _specialization_entry,
        _fact_entry,
        _template_entry,
        _place_entry,
    ):
        if found := find(name, workspace):
            return replace(found, note=None if find is _fact_entry else _fact_of_the_same_name(name, workspace))
    known = [str(row["id"]) for what in CATALOGS for row in catalog(what, workspace)]
    hint = did_you_mean(name, known)
    if name.casefold() not in {other.casefold() for other in known}:
        looked_up = look_up(name, workspace.search)
        if looked_up.meaning and (meant := _specialization_entry(looked_up.meaning.id, workspace)):
            return replace(meant, note=looked_up.meaning.note)
        hint = looked_up.hint or hint
    raise UsageError(f"there is nothing called `{name}`", hint=hint or "see `jdgen list specializations`")


def _specializations(workspace: Workspace) -> list[Row]:
    return [
        {
            "id": name,
            "name": profile.name,
            "title": profile.title,
            "occupation": profile.occupation.code,
            "responsibilities": len(profile.responsibilities),
        }
        for name, profile in load_all(workspace.search, load_facts(workspace.search)).items()
    ]


def _modifiers(workspace: Workspace) -> list[Row]:
    loaded = [
        load_modifier(kind, name, workspace.search, where=Where(name))
        for kind, name in modifier_names(workspace.search)
    ]
    return [{"id": one.name, "name": one.modifier.name, "kind": one.kind} for one in loaded]


def _credentials(workspace: Workspace) -> list[Row]:
    rows = load_table(workspace.search, "credentials").values()
    return [
        {"id": row.id, "name": f"{row.name} ({row.abbreviation})", "issuer": row.issuer, **_evidence(row)}
        for row in rows
    ]


def _licenses(workspace: Workspace) -> list[Row]:
    rows = load_table(workspace.search, "licenses").values()
    return [{"id": row.id, "name": row.name, **_evidence(row)} for row in rows]


def _channels(workspace: Workspace) -> list[Row]:
    rows = load_table(workspace.search, "channels").values()
    return [
        {
            "id": row.id,
            "name": f"{row.channel} {row.level}: {row.rule}",
            "channel": row.channel,
            "level": row.level,
            **_evidence(row),
        }
        for row in rows
    ]


def _rules(workspace: Workspace) -> list[Row]:
    return [
        {
            "id": rule.id,
            "name": rule.message,
            "category": rule.category,
            "severity": rule.severity,
            "evidence": rule.evidence,
            "source": list(rule.sources),
            "checked": rule.checked.isoformat(),
            "confidence": rule.confidence,
        }
        for rule in load_rules(workspace.search)
    ]


def _evidence(row: Fact) -> Row:
    """Return where a row comes from, when it was checked and how sure it is."""
    return {"source": list(row.source), "checked": row.checked.isoformat(), "confidence": row.confidence}


def _places(workspace: Workspace) -> list[Row]:
    return place_rows(workspace.search)


def _templates(workspace: Workspace) -> list[Row]:
    names = workspace.search.names("templates")
    return [{"id": name, "name": _first_comment(workspace.search.require("templates", name))} for name in names]


def _first_comment(path: Path) -> str:
    """Return the comment a template starts with, which says what it is for."""
    first = read_text(path).partition("\n")[0]
    return first.removeprefix("{#").removesuffix("#}").strip() if first.startswith("{#") else path.name


def _formats(_workspace: Workspace) -> list[Row]:
    return [{"id": name, "name": description} for name, description in FORMATS.items()]


def _table(name: str) -> Callable[[Workspace], list[Row]]:
    """Return the rows of a fact table; what a row is called depends on the table."""

    def rows(workspace: Workspace) -> list[Row]:
        found = load_table(workspace.search, name).values()
        return [{"id": row.id, "name": _called(row), **_evidence(row)} for row in found]

    return rows


def _called(row: Fact) -> str:
    names = (getattr(row, field, None) for field in ("name", "title", "county", "rule", "text"))
    return str(next(name for name in names if name))


CATALOGS: dict[str, Callable[[Workspace], list[Row]]] = {
    "specializations": _specializations,
    "modifiers": _modifiers,
    "credentials": _credentials,
    "licenses": _licenses,
    "places": _places,
    "channels": _channels,
    "rules": _rules,
    "templates": _templates,
    "formats": _formats,
} | {name.replace("_", "-"): _table(name) for name in TABLES if name not in {"credentials", "licenses", "channels"}}
"""What `jdgen list` can list, by name."""


def _modifier_entry(name: str, workspace: Workspace) -> Entry | None:
    """Return a modifier by its name or by that of its file; a specialization of the same name goes first."""
    if name in workspace.search.names("specializations"):
        return None
    for kind, modifier in modifier_names(workspace.search):
        if name in {modifier, FILES[kind] + modifier}:
            where = Where(name)
            path = workspace.search.require("specializations", FILES[kind] + modifier, where=where)
            load_modifier(kind, modifier, workspace.search, where=where)
            return Entry(dump_yaml(plain(read_yaml(path))), path, _own("specializations", workspace))
    return None


def _rule_entry(name: str, workspace: Workspace) -> Entry | None:
    """Return a rule of the audit; only its name holds a period. What is copied is the file of its family."""
    found = find_rule(name, workspace.search) if "." in name else None
    if found is None:
        return None
    rule, path = found
    return Entry(dump_yaml(stated(rule)), path, _own("rules", workspace))


def _table_entry(name: str, workspace: Workspace) -> Entry | None:
    """Return the word table of names, which lies with the specializations and is none."""
    if name != TABLE:
        return None
    path = workspace.search.require("specializations", name)
    return Entry(read_text(path), path, _own("specializations", workspace))


def _specialization_entry(name: str, workspace: Workspace) -> Entry | None:
    path = _find("specializations", name, workspace)
    if path is None:
        return None
    load_specialization(name, workspace.search, load_facts(workspace.search))
    return Entry(dump_yaml(plain(resolved(name, workspace.search))), path, _own("specializations", workspace))


def _fact_of_the_same_name(name: str, workspace: Workspace) -> str | None:
    """Return how to reach the fact that something else of the same name hides, or None where there is none."""
    hidden = (table for table in TABLES if name in load_table(workspace.search, table))
    table = next(hidden, "").replace("_", "-")
    return f"`{name}` is also one of the {table.replace('-', ' ')}: `jdgen show {table}/{name}`" if table else None


def _fact_entry(name: str, workspace: Workspace) -> Entry | None:
    wanted, _, name = name.rpartition("/")
    for table in TABLES:
        if wanted and wanted != table.replace("_", "-"):
            continue
        if row := load_table(workspace.search, table).get(name):
            shown = {key: value for key, value in known(row).items() if value != ()}
            return Entry(dump_yaml(shown), workspace.search.require("facts", table), _own("facts", workspace))
    return None


def _place_entry(name: str, workspace: Workspace) -> Entry | None:
    known = place_facts(name, workspace.search)
    path = workspace.search.require("facts", "pay_laws")
    return Entry(dump_yaml(known), path, _own("facts", workspace)) if known else None


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


def market(name: str, workspace: Workspace, pay: Pay | None) -> str:
    """Return the wage percentiles of a specialization's occupations, and where a pay falls."""
    facts = load_facts(workspace.search)
    path = workspace.search.require("specializations", name)
    profile = load_specialization(name, workspace.search, facts)
    wages = wages_of(profile.occupation, profile.license_kinds, facts)
    if not wages:
        raise UsageError(
            f"no wages are known for {profile.occupation.title}", hint=f"its occupation code stands in `{path}`"
        )
    return "\n".join(market_table(wage, pay) for wage in wages)
