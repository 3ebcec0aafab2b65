"""Modifiers: a level, a model, a way of delivery and languages, each laid over any specialization.

A modifier is a file such as `specializations/_level-senior.yaml`: changes in the language of a child, and a block `modifier:`
(`jdgen/model/modifier.py`). What it cannot stand beside is data too; here it is compared with the opening.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from collections.abc import Mapping as Mappable
from dataclasses import replace
from functools import reduce
from itertools import product
from typing import NamedTuple, get_args

from jdgen.errors import InputError, InputErrors, Where
from jdgen.load import yaml_document as yaml
from jdgen.load.inheritance import extend, overlay
from jdgen.load.search import SearchPath
from jdgen.load.validation import validate
from jdgen.load.yaml_document import Entry, Mapping, Node, Scalar, find, plain, read_shared_yaml
from jdgen.model.language import Language
from jdgen.model.modifier import TITLE_LENGTH, Modifier, ModifierKind
from jdgen.model.specialization import Function
from jdgen.text.closest import did_you_mean
from jdgen.text.slugs import slug
from jdgen.text.words import join_words

FILES: dict[ModifierKind, str] = {
    "level": "_level-", "model": "_model-", "delivery": "_delivery-", "languages": "_",
}  # fmt: skip
"""How the files of each kind begin, in the order they are laid over a specialization."""
LANGUAGES = "bilingual"

_INWARD: tuple[ModifierKind, ...] = ("delivery", "model", "languages", "level")
"""The order in which words gather around a title: Senior Bilingual Telephonic …"""
_BLANK = re.compile(r"\{(?:languages|level|why)\}")
_EXPERIENCE = ("qualifications", "required", "experience")


class Overlay(NamedTuple):
    """A modifier as one requisition names it; `where` is the place that does."""

    kind: ModifierKind
    name: str
    modifier: Modifier
    changes: Mapping
    where: Where


def modifier_names(search: SearchPath) -> list[tuple[ModifierKind, str]]:
    """Return the kind and the name of every modifier there is."""
    hidden = search.names("specializations", hidden=True)
    named = [
        (kind, file.removeprefix(start)) for kind, start in FILES.items() for file in hidden if file.startswith(start)
    ]
    return [(kind, name) for kind, name in named if kind != "languages" or name == LANGUAGES]


def load_modifier(kind: ModifierKind, name: str, search: SearchPath, *, where: Where) -> Overlay:
    """Return a modifier; raise InputErrors for what is wrong in its file."""
    problems: list[InputError] = []
    node = read_shared_yaml(search.require("specializations", FILES[kind] + name, where=where), problems=problems)
    block = node.get("modifier") if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or block is None:
        missing = InputError("not a modifier, expected a block `modifier:`", where=node.where)
        raise InputErrors(problems=[*problems, missing])
    changes = Mapping({key: entry for key, entry in node.entries.items() if key != "modifier"}, node.where)
    return Overlay(kind, name, validate(block, Modifier, what="modifier", problems=problems), changes, where)


def modifiers_of(tree: Mapping, languages: Sequence[Language], search: SearchPath) -> tuple[Overlay, ...]:
    """Return the modifiers a requisition names, in the order they are laid; raise InputErrors for all unknown ones."""
    named = {kind: name for kind in get_args(ModifierKind)[:-1] if (name := slug(_value(tree, (kind,)) or ""))}
    known = modifier_names(search) if named else []
    found: list[Overlay] = []
    problems: list[InputError] = []
    for kind, name in named.items():
        if (kind, name) in known:
            try:
                found.append(load_modifier(kind, name, search, where=find(tree, (kind,))))
            except InputErrors as errors:
                problems += errors.problems
        else:
            problems.append(_unknown(kind, name, known, find(tree, (kind,))))
    if problems:
        raise InputErrors(problems=problems)
    if languages:
        bilingual = load_modifier("languages", LANGUAGES, search, where=find(tree, ("languages",)))
        found.append(_spoken(bilingual, languages))
    return tuple(found)


def _unknown(kind: str, name: str, known: Iterable[tuple[str, str]], where: Where) -> InputError:
    names = [other for group, other in known if group == kind]
    hint = did_you_mean(name, names) or f"there are {join_words([f'`{other}`' for other in names])}"
    return InputError(f"there is no {kind} `{name}`", where=where, hint=hint)


def _spoken(bilingual: Overlay, languages: Sequence[Language]) -> Overlay:
    """Fill the languages into a modifier; a line that speaks of one language stands once for each."""
    names = join_words([one.language for one in languages])
    levels = bilingual.modifier.levels
    values = [
        {"{languages}": names, "{level}": levels[one.level].replace("{language}", one.language), "{why}": one.why}
        for one in languages
    ]

    def filled(text: str, number: int = 0) -> str:
        return _BLANK.sub(lambda blank: values[number][blank.group()], text)

    def walk(node: Node) -> Node:
        if isinstance(node, Scalar):
            return node._replace(value=filled(node.value)) if node.value else node
        if isinstance(node, Mapping):
            entries = {key: entry._replace(value=walk(entry.value)) for key, entry in node.entries.items()}
            return Mapping(entries, node.where)
        return yaml.Sequence(tuple(new for item in node.items for new in each(item)), node.where)

    def each(item: Node) -> list[Node]:
        if isinstance(item, Scalar) and item.value and "{why}" in item.value:
            return [item._replace(value=filled(item.value, number)) for number in range(len(languages))]
        return [walk(item)]

    changes = walk(bilingual.changes)
    assert isinstance(changes, Mapping)  # noqa: S101 - a mapping stays one
    titles = tuple(filled(title) for title in bilingual.modifier.title)
    return bilingual._replace(changes=changes, modifier=replace(bilingual.modifier, title=titles))


def modified(node: Mapping, overlays: Sequence[Overlay]) -> Mapping:
    """Return the tree of a specialization with modifiers laid over it; none of their duties is left without a heading."""
    title = find(node, ("title",)), _value(node, ("title",))
    for one in overlays:
        node = _laid(node, one)
    if title[1]:
        node = overlay(node, _nested(("title",), Scalar(titled(title[1], overlays), title[0])))
    return node


def titled(title: str, overlays: Sequence[Overlay]) -> str:
    """Return a job title with the words of modifiers around it, in the longest form that search results show whole."""
    ordered = sorted((one for one in overlays if one.modifier.title), key=lambda one: _INWARD.index(one.kind))
    forms = [reduce(_wrapped, choice, title) for choice in product(*(one.modifier.title for one in ordered))]
    return next((form for form in forms if len(form) <= TITLE_LENGTH), min(forms, key=len))


def _wrapped(title: str, pattern: str) -> str:
    """Put the words of a pattern around a title that does not have them yet."""
    added = pattern.replace("{title}", "").casefold().split()
    return title if {*added} <= {*title.casefold().split()} else pattern.replace("{title}", title)


def _laid(node: Mapping, one: Overlay) -> Mapping:
    before = _value(node, (*_EXPERIENCE, "text"))
    months = _value(node, (*_EXPERIENCE, "months")), _value(one.changes, (*_EXPERIENCE, "months"))
    changed = _with_homes(extend(node, one.changes, fits_any=True), one.changes)
    if not (one.modifier.adds_experience and before):
        return changed
    if all(part and part.isdecimal() for part in months) and int(months[0] or 0) > int(months[1] or 0):
        raise InputError(
            f"{one.kind} `{one.name}` asks {months[1]} months of experience where the specialization asks {months[0]}",
            where=one.where,
            hint="choose a higher level, or leave it out",
        )
    other = _at(changed, ("qualifications", "required", "other"))
    items = other.items if isinstance(other, yaml.Sequence) else ()
    kept = Scalar(before, find(node, (*_EXPERIENCE, "text")))
    return overlay(changed, _nested(("qualifications", "required", "other"), yaml.Sequence((kept, *items), kept.where)))


def _with_homes(node: Mapping, changes: Mapping) -> Mapping:
    """Give each function that a modifier's duties bring, and that no heading has, to the heading nearest in the process.

    A modifier does not know the headings of the specialization it meets. `Function` names the steps in their order.
    """
    groups = _at(node, ("duty_groups",))
    data = plain(groups) if isinstance(groups, yaml.Sequence) else []
    duties = plain(_at(changes, ("responsibilities+",)) or yaml.Sequence((), node.where))
    steps = list(get_args(Function))
    try:
        homes = {function: index for index, group in enumerate(data) for function in group.get("functions", ())}
        named = {duty for group in data for duty in group.get("duties", ())}
        homeless = {duty["function"] for duty in duties if duty["id"] not in named} - homes.keys()
        nearest = {
            new: homes[min(homes, key=lambda known: abs(steps.index(known) - steps.index(new)))] for new in homeless
        }
    except (AttributeError, KeyError, TypeError, ValueError):  # not the shape of duties; the model says what is wrong
        return node
    for function in sorted(nearest, key=steps.index):
        node = _adopted(node, nearest[function], function)
    return node


def _adopted(node: Mapping, group: int, function: str) -> Mapping:
    """Return a tree in which a duty group has one function more."""
    groups = _at(node, ("duty_groups",))
    functions = _at(node, ("duty_groups", group, "functions"))
    assert isinstance(groups, yaml.Sequence)  # noqa: S101 - the caller found the group in it
    assert isinstance(functions, yaml.Sequence)  # noqa: S101
    longer = yaml.Sequence((*functions.items, Scalar(function, functions.where)), functions.where)
    items = list(groups.items)
    old = items[group]
    assert isinstance(old, Mapping)  # noqa: S101
    items[group] = overlay(old, _nested(("functions",), longer))
    return overlay(node, _nested(("duty_groups",), yaml.Sequence(tuple(items), groups.where)))


def exclusions(overlays: Iterable[Overlay], lineage: Collection[str]) -> list[InputError]:
    """Find modifiers that make no sense with a specialization; `lineage` are its name and those of all it extends."""
    return [
        InputError(
            f"{one.kind} `{one.name}` does not go with the specialization `{name}`: {exclusion.why}",
            where=one.where,
            hint=f"leave `{one.kind}` out, or choose another specialization",
        )
        for one in overlays
        for exclusion in one.modifier.not_for
        for name in lineage
        if name in exclusion.ids
    ]


def conflicts(overlays: Sequence[Overlay], situation: Mappable[str, Collection[str]]) -> list[InputError]:
    """Find what modifiers cannot stand beside, or lack; a fact the `situation` does not speak of is not looked at."""
    together: Callable[[Collection[str], str], Collection[str]] = lambda values, fact: {*values} & {*situation[fact]}
    problems = []
    for one in overlays:
        for condition in one.modifier.conflicts:
            if condition.fact in situation and (both := together(condition.values, condition.fact)):
                shown = condition.shown or f"{condition.fact} {join_words([f'`{value}`' for value in sorted(both)])}"
                message = f"{one.kind} `{one.name}` does not go with {shown}: {condition.why}"
                problems.append(InputError(message, where=one.where, hint=condition.repair))
        for condition in one.modifier.needs:
            if condition.fact in situation and not together(condition.values, condition.fact):
                names = join_words([f"`{value}`" for value in condition.values], "or")
                message = (
                    f"{one.kind} `{one.name}` needs {condition.shown or f'{condition.fact} {names}'}: {condition.why}"
                )
                problems.append(InputError(message, where=one.where, hint=condition.repair))
    return problems


def licenses_named(node: Mapping) -> set[str]:
    """Return the licenses a specialization's tree names, required or preferred."""
    found = [_at(node, ("qualifications", level, "licenses")) for level in ("required", "preferred")]
    items = [item for licenses in found if isinstance(licenses, yaml.Sequence) for item in licenses.items]
    return {item.value for item in items if isinstance(item, Scalar) and item.value}


def _at(node: Node, loc: tuple[str | int, ...]) -> Node | None:
    """Return the node at the end of a path, or None."""
    found: Node | None = node
    for part in loc:
        if isinstance(found, Mapping) and isinstance(part, str):
            found = found.get(part)
        elif isinstance(found, yaml.Sequence) and isinstance(part, int) and part < len(found.items):
            found = found.items[part]
        else:
            return None
    return found


def _value(node: Node, loc: tuple[str | int, ...]) -> str | None:
    found = _at(node, loc)
    return found.value if isinstance(found, Scalar) else None


def _nested(loc: tuple[str, ...], value: Node) -> Mapping:
    """Return a tree that holds one value, at the end of a path."""
    for part in reversed(loc):
        value = Mapping({part: Entry(part, value.where, value)}, value.where)
    assert isinstance(value, Mapping)  # noqa: S101 - a path has at least one part
    return value
