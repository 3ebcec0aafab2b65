"""What a report says of rules that files of the user leave out, make milder or stricter, or put others in place of.

Only a report that has such a thing to say imports this.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from jdgen.model.finding import Effect, RuleChange
from jdgen.text.words import counted, join_words, some_of

_MOST = 8


class Told(NamedTuple):
    """What one file changes, in a clause that begins with its name."""

    text: str
    path: str
    line: int | None


def told(changes: Iterable[RuleChange]) -> tuple[Told, ...]:
    """Return one clause for each file and what it does, in the order of the changes."""
    groups = groupby(changes, key=lambda one: (one.effect, path_from_here(one), one.line, not one.rules))
    return tuple(
        Told(_sentence(effect, path + (f":{line}" if line else ""), list(rows)), path, line)
        for (effect, path, line, _), rows in groups
    )


def sentences(changes: Iterable[RuleChange]) -> tuple[str, ...]:
    """Return the clauses alone."""
    return tuple(one.text for one in told(changes))


def _sentence(effect: Effect, where: str, rows: Sequence[RuleChange]) -> str:
    rules = [rule for row in rows for rule, _ in row.rules]
    number = counted(len(rules), "rule")
    if not rules:
        return f"{where} stands in for jdgen's table {_ticked(row.name for row in rows)}"
    if effect == "replaced":
        return f"{where} stands in for {number} of jdgen's: {_some(rules)}"
    if effect == "off" and rows[0].line is None:
        return f"{where} stands in for jdgen's file and lacks {number} of it: {_some(rules)}"
    if effect == "off":
        return f"{where} leaves out {number}, which no score and no channel counts: {join_words(map(_named, rows))}"
    return f"{where} makes {number} {effect}: {join_words(map(_named, rows))}"


def _named(row: RuleChange) -> str:
    """Return a name as the settings have it, with how many rules it stands for and what they become."""
    number = "" if row.rules[0][0] == row.name else counted(len(row.rules), "rule")
    told = ", ".join(part for part in (number, f"now {row.severity}" if row.severity else "") if part)
    return f"`{row.name}`" + (f" ({told})" if told else "")


def _some(rules: Iterable[str]) -> str:
    return some_of((f"`{rule}`" for rule in rules), _MOST)


def _ticked(names: Iterable[str]) -> str:
    return join_words(f"`{name}`" for name in names)


def path_from_here(change: RuleChange) -> str:
    """Return the path of a change, from here where the file lies below this folder."""
    path, here = Path(change.path), Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else change.path


def as_objects(changes: Iterable[RuleChange]) -> list[dict[str, Any]]:
    """Return the changes as objects for programs; a severity of null means that nothing is reported."""
    return [
        {
            "effect": change.effect,
            "name": change.name,
            "path": path_from_here(change),
            "line": change.line,
            "severity": change.severity,
            "rules": [{"rule": rule, "severity": own} for rule, own in change.rules],
        }
        for change in changes
    ]


def overrides(changes: Iterable[RuleChange], levels: dict[Any, str]) -> Iterator[dict[str, Any]]:
    """Give the changed rules as SARIF does: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, section 3.20.5."""
    for change in changes:
        for rule, _ in change.rules if change.effect != "replaced" else ():
            changed = {"level": levels[change.severity]} if change.severity else {"enabled": False}
            yield {"descriptor": {"id": rule}, "configuration": changed}
