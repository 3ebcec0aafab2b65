"""The rules of the audit: every file below a `rules` folder, the user's over the shipped ones."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from jdgen.errors import InputError, InputErrors
from jdgen.load.rule_files import rule_files
from jdgen.load.search import Found, Origin, SearchPath
from jdgen.load.text_file import read_text
from jdgen.load.validation import validate
from jdgen.load.yaml_document import Mapping, Node, Sequence, find, parse_yaml
from jdgen.model.rule import Rule, RuleTable, StanceFile, WhoFile, WhoTable

_WHO, _STANCE = "_who", "_stance"


def load_rules(search: SearchPath) -> tuple[Rule, ...]:
    """Return every rule in the order of files; raise InputErrors for broken rules and for ids that stand twice.

    A rule of the user takes the place of the shipped one of the same id.
    """
    problems: list[InputError] = []
    rules: dict[str, tuple[Rule, Origin]] = {}
    for file in rule_files(search):
        try:
            for rule, node in read_rules(file.path):
                if rule.id not in rules:
                    rules[rule.id] = (rule, file.origin)
                elif rules[rule.id][1] == file.origin:
                    problems.append(_twice(rule, node))
        except InputErrors as errors:
            problems += errors.problems
        except InputError as error:
            problems.append(error)
    if problems:
        raise InputErrors(problems=problems)
    return tuple(rule for rule, _ in rules.values())


def own_ids(search: SearchPath) -> frozenset[str]:
    """Return the ids of the rules that the user wrote."""
    files = (file for file in rule_files(search) if file.origin != "shipped")
    return frozenset(rule.id for file in files for rule, _ in read_rules(file.path))


def problems_of_rules(
    files: Iterable[Found], judge: Callable[[Rule], Iterable[tuple[tuple[str | int, ...], str, str | None]]]
) -> tuple[InputError, ...]:
    """Return what somebody finds wrong in the rules of files, given as places in a rule, words and repairs, with the places in the files."""
    return tuple(
        InputError(f"in the rule `{rule.id}`, {message}", where=find(node, place), hint=hint)
        for file in files
        for rule, node in read_rules(file.path)
        for place, message, hint in judge(rule)
    )


def find_rule(rule_id: str, search: SearchPath) -> tuple[Rule, Path] | None:
    """Return the rule of an id and the file it stands in, or None where there is none. Files that do not hold the id are not parsed."""
    for file in rule_files(search):
        if rule_id not in read_text(file.path):
            continue
        for rule, _ in read_rules(file.path):
            if rule.id == rule_id:
                return rule, file.path
    return None


def load_who(search: SearchPath) -> WhoTable:
    """Return the signs of whom a sentence speaks, and of what it wants of the person hired."""
    path = search.require("rules", _WHO)
    who = validate(parse_yaml(read_text(path), str(path)), WhoFile, what="table of signs").who
    beside = search.require("rules", _STANCE)
    stance = validate(parse_yaml(read_text(beside), str(beside)), StanceFile, what="table of stances").stance
    return replace(who, stance=stance)


def read_rules(path: Path) -> Iterator[tuple[Rule, Node]]:
    """Give the rules of one file, each with where it stands; raise InputErrors for what is wrong."""
    node = parse_yaml(read_text(path), str(path))
    table = validate(node, RuleTable, what="file of rules")
    strangers = [
        InputError(
            f"the rule `{rule.id}` stands in the family `{table.family}`, expected an id that starts with `{table.family}.`",
            where=find(node, ("rules", index, "id")),
        )
        for index, rule in enumerate(table.rules)
        if not rule.id.startswith(f"{table.family}.")
    ]
    if strangers:
        raise InputErrors(problems=strangers)
    rows = node.get("rules") if isinstance(node, Mapping) else None
    if isinstance(rows, Sequence):
        yield from zip(table.rules, rows.items, strict=True)


def _twice(rule: Rule, node: Node) -> InputError:
    return InputError(f"the rule `{rule.id}` stands twice, expected each id once", where=find(node, ("id",)))
