"""Specializations: find the file, follow `extends`, lay the requisition's changes over it, check what it refers to."""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import product
from typing import NamedTuple

from jdgen.errors import InputError, InputErrors, Where
from jdgen.load.cache import remembered
from jdgen.load.inheritance import EXTENDS, extend, lineage, resolve
from jdgen.load.modifiers import Overlay, conflicts, exclusions, licenses_named, modified
from jdgen.load.search import SearchPath
from jdgen.load.shared_models import validate_shared
from jdgen.load.text_file import read_text
from jdgen.load.yaml_document import Mapping, Node, Scalar, find, read_shared_yaml
from jdgen.load.yaml_document import Sequence as Items
from jdgen.model.facts import Facts
from jdgen.model.specialization import Specialization
from jdgen.text.closest import did_you_mean
from jdgen.text.words import join_words

_LEVELS = ("required", "preferred")


class Shelf(NamedTuple):
    """All specializations of a search path, by name."""

    profiles: dict[str, Specialization]


def load_specialization(
    name: str,
    search: SearchPath,
    facts: Facts,
    *,
    where: Where | None = None,
    changes: Mapping | None = None,
    overlays: Sequence[Overlay] = (),
) -> Specialization:
    """Return a specialization whole, with modifiers laid over it, and a requisition's `changes` over those.

    `where` is the place that names it, for the error when there is none. Raises InputErrors for everything wrong in the files,
    and for modifiers that make no sense with it.
    """
    problems: list[InputError] = []
    node = base = resolved(name, search, where=where, problems=problems)
    if overlays:
        excluded = exclusions(overlays, lineage(name, _reader(search, where, [])))
        if excluded:
            raise InputErrors(problems=[*problems, *excluded, *conflicts(overlays, _together(overlays))])
        node = modified(node, overlays)
    if changes is not None:
        node = extend(node, changes, problems=problems)
    profile, faults = _checked(node, is_lasting=changes is None)
    places = {fault.where for fault in faults}
    problems += [*faults, *(unknown for unknown in _unknown_ids(node, facts) if unknown.where not in places)]
    if profile is None:
        raise InputErrors(problems=problems)
    problems += [*_unfit(profile, node, facts), *_ungrouped(profile, node)]
    problems += conflicts(overlays, _together(overlays) | _asked(profile, base, facts))
    if problems:
        raise InputErrors(problems=problems)
    return profile


def _checked(node: Node, *, is_lasting: bool) -> tuple[Specialization | None, tuple[InputError, ...]]:
    """Return the model of a tree, or what is wrong with it: its ids can be looked up all the same."""
    try:
        return validate_shared(node, Specialization, what="specialization", is_lasting=is_lasting), ()
    except InputErrors as errors:
        return None, errors.problems


def load_all(search: SearchPath, facts: Facts) -> dict[str, Specialization]:
    """Return every specialization by its name; files that did not change since the last run are not checked again."""
    search.refuse_misnamed("specializations")
    paths = [search.require("specializations", name) for name in search.names("specializations", hidden=True)]
    texts = "".join(f"{path}\n{read_text(path)}" for path in paths)
    known = " ".join([*facts.credentials, *facts.licenses])
    names = search.names("specializations")
    shelf = remembered(
        f"{texts}{known}".encode(),
        Shelf,
        lambda: Shelf({name: load_specialization(name, search, facts) for name in names}),
    )
    return shelf.profiles


def resolved(
    name: str, search: SearchPath, *, where: Where | None = None, problems: list[InputError] | None = None
) -> Mapping:
    """Return the tree of a specialization with its parents merged in; what leaves a tree is added to `problems`, or raised."""
    return resolve(name, _reader(search, where, problems), problems=problems)


def _reader(
    search: SearchPath, where: Where | None, problems: list[InputError] | None
) -> Callable[[str, Where | None], Mapping]:
    """Return the function that reads one file by its name."""

    def load(wanted: str, named_at: Where | None) -> Mapping:
        path = search.require("specializations", wanted, where=named_at or where)
        node = read_shared_yaml(path, problems=problems)
        if not isinstance(node, Mapping):
            raise InputError("not a specialization, expected fields such as `title:`", where=node.where)
        parent = node.get(EXTENDS)
        if problems and isinstance(parent, Scalar) and parent.is_lost:  # without it almost everything would be missing
            raise InputErrors(problems=problems)
        return node

    return load


def _together(overlays: Iterable[Overlay]) -> dict[str, set[str]]:
    """Return the modifiers of one opening as facts that each of them may not go with."""
    return {one.kind: {one.name} for one in overlays}


def _asked(profile: Specialization, base: Mapping, facts: Facts) -> dict[str, set[str]]:
    """Return what a specialization asks: the licenses it names before any modifier, experience, certifications that take it."""
    required = profile.qualifications.required
    taking_years = any(
        facts.credentials[name].months_of_experience for name in required.certifications if name in facts.credentials
    )
    return {
        "licenses": licenses_named(base),
        "experience": {"required"} if required.experience and required.experience.months else set(),
        "certifications": {"earned-by-experience"} if taking_years else set(),
    }


def _unknown_ids(node: Mapping, facts: Facts) -> list[InputError]:
    """Find licenses and certifications that no fact table knows, also in a tree that is no specialization yet."""
    families = {credential.family for credential in facts.credentials.values() if credential.family}
    tables: dict[str, Collection[str]] = {"licenses": facts.licenses, "certifications": {*facts.credentials, *families}}
    return [
        _unknown_id(field.removesuffix("s"), item.value, known, item.where)
        for level, (field, known) in product(_LEVELS, tables.items())
        for item in _texts(node, ("qualifications", level, field))
        if item.value and item.value not in known
    ]


def _texts(node: Node, path: Iterable[str]) -> list[Scalar]:
    """Return the texts of the list at the end of a path."""
    found: Node | None = node
    for part in path:
        found = found.get(part) if isinstance(found, Mapping) else None
    return [item for item in found.items if isinstance(item, Scalar)] if isinstance(found, Items) else []


def _unknown_id(what: str, wanted: str, known: Collection[str], where: Where) -> InputError:
    hint = did_you_mean(wanted, known) or f"the ids are {', '.join(sorted(known))}"
    return InputError(f"there is no {what} `{wanted}`, expected an id from the fact tables", where=where, hint=hint)


def _can_be_preferred(wanted: str, profile: Specialization, facts: Facts) -> bool:
    """Say whether somebody in the role could hold a certification."""
    return any(credential.fits(profile.license_kinds) for credential in facts.versions(wanted))


def _can_be_required(wanted: str, profile: Specialization, facts: Facts) -> bool:
    """Say whether everybody whom the license line admits could hold a certification, in one of its versions."""
    versions = facts.versions(wanted)
    if any(not version.held_with for version in versions):
        return True
    admitted = frozenset(profile.qualifications.required.licenses)
    return bool(admitted) and admitted <= frozenset().union(*(version.held_with for version in versions))


_FITS = {"required": _can_be_required, "preferred": _can_be_preferred}


def _unfit(profile: Specialization, node: Node, facts: Facts) -> list[InputError]:
    """Find certifications that the fact tables know and nobody in the role can hold."""
    return [
        _misfit(wanted, facts, find(node, ("qualifications", level, "certifications", index)))
        for level in _LEVELS
        for index, wanted in enumerate(getattr(profile.qualifications, level).certifications)
        if facts.versions(wanted) and not _FITS[level](wanted, profile, facts)
    ]


def _misfit(wanted: str, facts: Facts, where: Where) -> InputError:
    held_with = dict.fromkeys(kind for version in facts.versions(wanted) for kind in sorted(version.held_with))
    holders = join_words([facts.licenses[kind].holder if kind in facts.licenses else kind for kind in held_with], "or")
    return InputError(
        f"`{wanted}` is held with a license as {holders}, and this role is open to people without one",
        where=where,
        hint=f"take `{wanted}` out, or name only licenses that go with it",
    )


def _ungrouped(profile: Specialization, node: Node) -> list[InputError]:
    """Find duties that stand under no heading, or under two: they would vanish or repeat."""
    grouped = [function for group in profile.duty_groups for function in group.functions]
    named = [duty for group in profile.duty_groups for duty in group.duties]
    return [
        InputError(
            f"the function `{duty.function}` stands in {grouped.count(duty.function) or 'no'} duty groups, expected one",
            where=find(node, ("responsibilities", index, "function")),
            hint=f"list `{duty.function}` under one heading in `duty_groups`",
        )
        for index, duty in enumerate(profile.responsibilities)
        if grouped.count(duty.function) != 1 and duty.id not in named
    ] + [
        InputError(
            f"the duty `{duty.id}` is named in {named.count(duty.id)} duty groups, expected one",
            where=find(node, ("responsibilities", index, "id")),
            hint=f"name `{duty.id}` under one heading in `duty_groups`",
        )
        for index, duty in enumerate(profile.responsibilities)
        if named.count(duty.id) > 1
    ]
