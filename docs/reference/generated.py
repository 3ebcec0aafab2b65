"""The generated parts of the documentation, as Markdown: cog puts them into the pages beside this file and into README.md.

Everything comes from the code and the shipped knowledge. What a page says around it is written by hand, in the page.
"""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

import click
from click.testing import CliRunner
from pydantic import TypeAdapter

from jdgen.audit.score import DIMENSION_OF, POINTS
from jdgen.cli.exit_codes import ExitCode
from jdgen.cli.main import cli
from jdgen.load.facts import load_facts
from jdgen.load.rules import load_rules
from jdgen.load.search import search_path
from jdgen.load.specializations import load_specialization
from jdgen.model.fact import Fact
from jdgen.model.facts import Facts
from jdgen.model.finding import CATEGORIES, DIMENSIONS, SEVERITIES
from jdgen.model.law import PayLaw
from jdgen.model.schema import SCHEMAS
from jdgen.model.specialization import Specialization
from jdgen.render.formats import FORMATS
from jdgen.text.states import STATES

_WIDTH = 96
"""Columns of a help text; the pages show it as it stands."""

_FILES = {
    "specialization": "A specialization: `specializations/*.yaml`",
    "modifier": "A modifier: the block `modifier:` of `specializations/_level-senior.yaml` and the like",
    "employer": "The employer: `employer.yaml`",
    "requisition": "A requisition: `requisition.yaml`",
    "posting": "A posting: the facts at its top",
    "project": "Settings: `jdgen.yaml`",
    "rule": "Rules of the audit: `rules/**/*.yaml`",
}
_CODES = {
    ExitCode.FINE: "Everything you asked for was done. Warnings do not change the code.",
    ExitCode.FINDINGS: "`jdgen check` found something at or above `--fail-on`.",
    ExitCode.WRONG_USAGE: "The command line names something that does not exist, or options that do not fit together.",
    ExitCode.BAD_INPUT: "A file or a value cannot be used, a field such as `[insert pay]` is not filled in, or a file you edited would be overwritten.",
    ExitCode.OUR_FAULT: "The machine lacks something, such as Pango or a folder to write into, or jdgen made a mistake.",
}
_PLAIN_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "`true` or `false`",
    "object": "fields",
}

_PART = re.compile(r"#/\$defs/(\w+)")

Schema = dict[str, Any]


def commands() -> str:
    """Return the help of jdgen and of every command."""
    words = [[], *([name] for name in cli.list_commands(click.Context(cli)))]
    return "\n\n".join(f"## {' '.join(['jdgen', *word])}\n\n```text\n{_help(word)}\n```" for word in words)


def _help(words: list[str]) -> str:
    arguments = [*words, "--help"]
    outcome = CliRunner().invoke(cli, arguments, prog_name="jdgen", terminal_width=_WIDTH, catch_exceptions=False)
    return outcome.stdout.rstrip()


def formats() -> str:
    """Return what `-f` knows."""
    return _table(("Name", "What it is"), ((f"`{name}`", words) for name, words in FORMATS.items()))


def exit_codes() -> str:
    """Return what each exit code says."""
    return _table(("Code", "What it says"), ((str(code.value), _CODES[code]) for code in ExitCode))


def files() -> str:
    """Return the fields of every file people write, then those of the parts these files are made of."""
    _, schema = TypeAdapter.json_schemas([(what, "validation", TypeAdapter(model)) for what, model in SCHEMAS.items()])
    records: dict[str, Schema] = schema["$defs"]
    whole = {model.__name__: _FILES[what] for what, model in SCHEMAS.items()}
    parts = {
        name for record in records.values() for name in _PART.findall(str(record)) if "properties" in records[name]
    }
    sections = [_record(f"## {heading}", records[name]) for name, heading in whole.items()]
    return "\n\n".join([
        *sections,
        "## Parts",
        *(_record(f"### {_part(name)}", records[name]) for name in sorted(parts)),
    ])


def _record(heading: str, record: Schema) -> str:
    """Return one record: its heading, what it is, and a row for each field."""
    required = record.get("required", [])
    rows = (
        (f"`{name}`{' (required)' if name in required else ''}", _type(field), _meaning(field))
        for name, field in record["properties"].items()
    )
    return f"{heading}\n\n{record['description']}\n\n{_table(('Field', 'Write', 'What it is for'), rows)}"


def _meaning(field: Schema) -> str:
    """Return the description, and what holds where nobody says otherwise."""
    default = field.get("default")
    values = default if isinstance(default, list) else [default]
    known = [str(value) for value in values if value not in (None, "") and not isinstance(value, dict)]
    usual = f". Usual: {', '.join(f'`{value}`' for value in known)}" if known else ""
    return f"{field['description']}{usual}"


def _type(schema: Schema) -> str:
    """Return what to write, in words."""
    if "$ref" in schema:
        name = _part(_PART.findall(schema["$ref"])[0])
        return f"the fields of [{name}](#{name.lower().replace(' ', '-')})"
    if "anyOf" in schema:
        return _choice([choice for choice in schema["anyOf"] if choice.get("type") != "null"])
    if "enum" in schema:
        return ", ".join(f"`{choice}`" for choice in schema["enum"])
    if "const" in schema:
        return f"`{schema['const']}`"
    if schema["type"] == "array":
        item = _item(schema["items"])
        return "a list of texts" if item == _PLAIN_TYPES["string"] else f"a list, each item {item}"
    return _PLAIN_TYPES[schema["type"]]


def _choice(choices: list[Schema]) -> str:
    """Return several types as one phrase; one item or a list of such items is said shortly."""
    one, *others = choices
    if [other.get("items") for other in others] == [one]:
        return f"{_item(one)}; one, or a list of them"
    return " or ".join(map(_item, choices))


def _item(schema: Schema) -> str:
    """Return what an item is. Its own words say more than its type; those of a field stand in another column."""
    words = schema.get("description", "")
    return f"{words[:1].lower()}{words[1:]}" if words else _type(schema)


def _part(name: str) -> str:
    """Return the name of a model as words: `DutyGroup` becomes `Duty group`."""
    return re.sub(r"(?<=[a-z])[A-Z]", lambda letter: f" {letter[0].lower()}", name)


def specializations() -> str:
    """Return the shipped specializations with their size and the phrases people search for."""
    rows = (
        (
            f"`{name}`",
            profile.name,
            f"{profile.occupation.code} {profile.occupation.title}",
            str(len(profile.responsibilities)),
            ", ".join(profile.key_phrases),
        )
        for name, profile in _shipped().items()
    )
    return _table(("`-s`", "Name", "O*NET-SOC occupation", "Duties", "Key phrases"), rows)


def specializations_in_short() -> str:
    """Return the shipped specializations with the titles people know them by."""
    rows = ((f"`{name}`", profile.name, "; ".join(profile.title_variants[:3])) for name, profile in _shipped().items())
    return _table(("`-s`", "Who is hired", "Also advertised as"), rows)


def credentials() -> str:
    """Return the certifications with their issuers and sources."""
    rows = (
        (f"`{row.id}`", f"{row.name} ({row.abbreviation})", row.issuer, *_evidence(row))
        for row in _facts().credentials.values()
    )
    return _table(("Id", "Name", "Issuer", "Sure", "Checked", "Sources"), rows)


def licenses() -> str:
    """Return the kinds of state license with their sources."""
    rows = (
        (f"`{row.id}`", row.name, "yes" if row.varies_by_state else "no", *_evidence(row))
        for row in _facts().licenses.values()
    )
    return _table(("Id", "Name", "Title differs by state", "Sure", "Checked", "Sources"), rows)


def pay_laws() -> str:
    """Return the laws that ask for pay in the posting, by the day they start in each place."""
    rows = (
        (
            _place(law),
            law.effective_from.isoformat(),
            str(law.min_employees),
            ", ".join(item.replace("-", " ") for item in law.must_hold),
            *_evidence(law),
        )
        for law in _facts().pay_laws.values()
    )
    return _table(("Place", "From", "Employees", "The posting holds", "Sure", "Checked", "Sources"), rows)


def rules() -> str:
    """Return the rules of the audit in the order of their files."""
    header = ("Id", "Category", "Severity", "Evidence", "What it says", "Sources", "Checked")
    rows = (
        (
            f"`{row.id}`",
            row.category,
            row.severity,
            row.evidence,
            row.message,
            str(len(row.sources)),
            row.checked.isoformat(),
        )
        for row in load_rules(search_path())
    )
    return _table(header, rows)


def points() -> str:
    """Return what a finding takes off a score."""
    return _table(("Severity", "Points"), ((severity, f"{POINTS[severity]:g}") for severity in SEVERITIES))


def dimensions() -> str:
    """Return which categories count for which score."""
    by_dimension = {
        dimension: [category for category in CATEGORIES if DIMENSION_OF[category] == dimension]
        for dimension in DIMENSIONS
    }
    return _table(("Score", "Categories"), ((name, ", ".join(found)) for name, found in by_dimension.items()))


def places() -> str:
    """Return every state with what it calls the licenses postings ask for most, and the compacts it takes part in."""
    facts = _facts()
    kinds = [kind for kind in facts.licenses.values() if kind.varies_by_state]

    def title(kind: str, state: str) -> str:
        row = facts.title_of(kind, state)
        return row.title if row else "?" if facts.exists_in(kind, state) else "none"

    rows = (
        (f"{name} ({state})", *(title(kind.id, state) for kind in kinds), _compacts(state, facts))
        for state, name in STATES.items()
    )
    return _table(("Place", *(kind.name for kind in kinds), "Compacts in use"), rows)


def _compacts(state: str, facts: Facts) -> str:
    return ", ".join(compact.name for compact in facts.compacts.values() if compact.operational_in(state))


def _place(law: PayLaw) -> str:
    where = law.jurisdiction
    return f"{where.locality}, {where.state}" if where.locality else STATES[where.state]


def _evidence(row: Fact) -> tuple[str, str, str]:
    links = ", ".join(f"[{urlsplit(link).netloc.removeprefix('www.')}]({link})" for link in row.source)
    return row.confidence, row.checked.isoformat(), links


def _facts() -> Facts:
    return load_facts(search_path())


def _shipped() -> dict[str, Specialization]:
    search, facts = search_path(), _facts()
    return {name: load_specialization(name, search, facts) for name in search.names("specializations")}


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [header, ("---",) * len(header), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
