"""What a `jdgen.yaml` asks of the rules: to leave some out, or to take them more or less seriously. Most ask for nothing, and do not need this."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from jdgen.audit.ruleset import ReadyRule, Ruleset
from jdgen.errors import InputError, InputErrors, Where
from jdgen.load.project import Workspace, shown
from jdgen.load.search import Kind, SearchPath, find_project, search_path
from jdgen.load.yaml_document import Node, find, plain, read_yaml
from jdgen.model.finding import CATEGORIES, SEVERITIES, Effect, RuleChange, Severity
from jdgen.text.closest import closest
from jdgen.text.words import join_words, some_of

_Asked = tuple[str, Severity | Literal["off"]]
"""The name by which the settings call a rule, and what they ask of it."""

_MOST_NAMED = 8

WEAKEST: Mapping[str, Severity] = {"trait": "warning", "license": "info", "pay-law": "warning"}
"""The kinds of rules that take some of their findings for weaker than others, and how mild those are."""
_GRADED_LICENSES = ("title", "below")


def as_asked(ruleset: Ruleset, workspace: Workspace) -> tuple[Ruleset, tuple[RuleChange, ...]]:
    """Return the rules as the settings want them, and what that changes; raise InputErrors for names that are no rules.

    What is switched off or made milder still speaks for its words, so that no other rule tells the same of them.
    """
    off, severity = workspace.settings.rules_off, workspace.settings.severity
    problems = list(_misnamed({"rules_off": off, "severity": severity}, ruleset, workspace.places))
    if problems:
        raise InputErrors(problems=problems)
    asked = {rule.id: said for rule in ruleset.rules if (said := _asked(rule, frozenset(off), severity))}
    rules = tuple(_at_least(rule, asked.get(rule.id)) for rule in ruleset.rules)
    changed = ruleset.change(rules=rules, asked={rule_id: said for rule_id, (_, said) in asked.items()})
    return changed, tuple(_changes(ruleset, asked, workspace.places))


def misnamed_beside(
    start: Path, beside: Path | None, given: Mapping[Kind, Path] | None, rules_of: Callable[[SearchPath], Ruleset]
) -> tuple[InputError, ...]:
    """Return the names that are no rules in a `jdgen.yaml` in which something else is wrong, so that all of it is said at once."""
    file = find_project(start) or (find_project(beside.parent) if beside else None)
    if file is None:
        return ()
    try:
        node = read_yaml(file, shown_as=shown(file, start), problems=[])
        written = plain(node)
        settings = written if isinstance(written, dict) else {}
        own = settings.get("rules")
        named: dict[Kind, Path] = {"rules": file.parent / own} if isinstance(own, str) else {}
        rules = rules_of(search_path(given=given, project=file.parent, named=named))
    except InputErrors as errors:
        return errors.problems
    except InputError as error:
        return (error,)
    asked = {field: tuple(_texts(settings.get(field))) for field in ("rules_off", "severity")}
    return tuple(_misnamed(asked, rules, _places(node, asked)))


def _places(node: Node, fields: Iterable[str]) -> dict[str, Where]:
    return {field: find(node, (field,)) for field in fields}


def _texts(value: Any) -> list[str]:  # noqa: ANN401 - whatever somebody wrote there
    names = [value] if isinstance(value, str) else value
    return [name for name in names if isinstance(name, str)] if isinstance(names, list | dict) else []


def _family(rule_id: str) -> str:
    return rule_id.partition(".")[0]


def names_of(rule_id: str) -> tuple[str, ...]:
    """Return what the settings may call a rule: its id, its family, and for `trait.age` the family `age` of the rules it stands in for."""
    family, _, what = rule_id.partition(".")
    return (rule_id, family, what) if family == "trait" else (rule_id, family)


def _misnamed(
    asked: Mapping[str, Iterable[str]], ruleset: Ruleset, places: Mapping[str, Where]
) -> Iterator[InputError]:
    """Give the names that are neither rules nor families: a misspelled one would change nothing, silently."""
    known = ruleset.known | {_family(rule_id) for rule_id in ruleset.known}
    for field, names in asked.items():
        for name in sorted(set(names) - known):
            # A category is looked through too: what is close to one was meant for it, not for a family that looks alike.
            meant = name if name in CATEGORIES else closest(name, known | {*CATEGORIES})
            is_category = meant in CATEGORIES and meant not in known
            hint = _families_of(str(meant), ruleset) if is_category else meant and f"did you mean `{meant}`?"
            yield InputError(
                f"`{name}` is neither a rule nor a family of rules",
                where=places[field],
                hint=hint or "`jdgen list rules` prints the ids; the family is what stands before the period",
            )


def _families_of(category: str, ruleset: Ruleset) -> str:
    """Return how the rules of a category are named: by families that lie in it whole, and the others one by one."""
    inside = {rule.id for rule in ruleset.rules if rule.category == category}
    outside = {_family(rule.id) for rule in ruleset.rules if rule.category != category}
    whole = sorted({_family(rule_id) for rule_id in inside} - outside)
    single = sorted(rule_id for rule_id in inside if _family(rule_id) in outside)
    parts = [f"its families {_ticked(whole)}"] if whole else []
    parts += [f"{'the rules' if whole else 'its rules'} {some_of(_each_ticked(single), _MOST_NAMED)}"] if single else []
    return f"`{category}` is a category; name {' and '.join(parts)}"


def _each_ticked(names: Iterable[str]) -> list[str]:
    return [f"`{name}`" for name in names]


def _ticked(names: Iterable[str]) -> str:
    return join_words(_each_ticked(names))


def _asked(rule: ReadyRule, off: frozenset[str], severity: Mapping[str, Severity]) -> _Asked | None:
    """Return what the settings ask of a rule; one that rests on nothing confirmed stays information."""
    names = names_of(rule.id)
    named_off = next((name for name in names if name in off), None)
    if named_off is not None:
        return named_off, "off"
    name = next((name for name in names if name in severity), None)
    return (name, severity[name]) if name is not None and rule.confidence != "U" else None


def _at_least(rule: ReadyRule, asked: _Asked | None) -> ReadyRule:
    """Return a rule that is as bad as the settings ask, or worse: which of two findings stays is decided before any is made milder."""
    if asked is None or asked[1] == "off":
        return rule
    return rule._replace(severity=min(asked[1], rule.severity, key=SEVERITIES.index))


def _changes(ruleset: Ruleset, asked: Mapping[str, _Asked], places: Mapping[str, Where]) -> Iterator[RuleChange]:
    """Give each name of the settings with the rules it changes; a rule whose findings all are as they are asked to be is none of them."""
    found: dict[tuple[Effect, str], list[tuple[str, Severity]]] = {}
    for rule_id, (name, said) in asked.items():
        rule = ruleset.by_id[rule_id]
        own = rule.severity
        if said != own or _mildest(rule) != own:
            found.setdefault((_effect(own, said), name), []).append((rule_id, own))
    for effect, name in sorted(found, key=lambda key: (get_args(Effect).index(key[0]), key[1])):
        rows = sorted(found[effect, name])
        said = asked[rows[0][0]][1]
        where = places["rules_off" if said == "off" else "severity"]
        yield RuleChange(effect, name, tuple(rows), where.path, where.line, None if said == "off" else said)


def _effect(own: Severity, said: Severity | Literal["off"]) -> Effect:
    if said == "off":
        return "off"
    return "milder" if SEVERITIES.index(said) > SEVERITIES.index(own) else "stricter"


def _mildest(rule: ReadyRule) -> Severity:
    """Return how mild the weakest finding of a rule is where nobody asks for anything: some kinds take what is unsure or still to come for less."""
    weak = WEAKEST.get(rule.kind, rule.severity)
    is_graded = rule.kind != "license" or rule.settings.get("check") in _GRADED_LICENSES
    return max(weak, rule.severity, key=SEVERITIES.index) if is_graded else rule.severity
