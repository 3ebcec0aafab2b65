"""Specializations: find the file, follow `extends`, lay the requisition's changes over it, check what it refers to."""

from collections.abc import Collection

from jdgen.errors import InputError, InputErrors, Where
from jdgen.load.inheritance import extend, resolve
from jdgen.load.search import SearchPath
from jdgen.load.validation import validate
from jdgen.load.yaml_document import Mapping, Node, find, read_yaml
from jdgen.model.facts import Facts
from jdgen.model.specialization import Specialization
from jdgen.text.closest import did_you_mean


def load_specialization(
    name: str, search: SearchPath, facts: Facts, *, where: Where | None = None, changes: Mapping | None = None
) -> Specialization:
    """Return a specialization whole, with a requisition's `changes` laid over it.

    `where` is the place that names it, for the error when there is none. Raises InputErrors for everything wrong in the files.
    """
    node = resolved(name, search, where=where)
    if changes is not None:
        node = extend(node, changes)
    profile = validate(node, Specialization, what="specialization")
    problems = [*_unknown_ids(profile, node, facts), *_ungrouped(profile, node)]
    if problems:
        raise InputErrors(problems=problems)
    return profile


def resolved(name: str, search: SearchPath, *, where: Where | None = None) -> Mapping:
    """Return the tree of a specialization with its parents merged in."""

    def load(wanted: str, named_at: Where | None) -> Mapping:
        node = read_yaml(search.require("specializations", wanted, where=named_at or where))
        if not isinstance(node, Mapping):
            raise InputError("not a specialization, expected fields such as `title:`", where=node.where)
        return node

    return resolve(name, load)


def _unknown_ids(profile: Specialization, node: Node, facts: Facts) -> list[InputError]:
    """Find licenses and certifications that no fact table knows."""
    tables: dict[str, Collection[str]] = {"licenses": facts.licenses, "certifications": facts.credentials}
    return [
        InputError(
            f"there is no {field.removesuffix('s')} `{wanted}`, expected an id from the fact tables",
            where=find(node, ("qualifications", level, field, index)),
            hint=did_you_mean(wanted, known) or f"the ids are {', '.join(sorted(known))}",
        )
        for level in ("required", "preferred")
        for field, known in tables.items()
        for index, wanted in enumerate(getattr(getattr(profile.qualifications, level), field))
        if wanted not in known
    ]


def _ungrouped(profile: Specialization, node: Node) -> list[InputError]:
    """Find essential duties whose function stands under no heading, or under two: they would vanish or repeat."""
    grouped = [function for group in profile.duty_groups for function in group.functions]
    return [
        InputError(
            f"the function `{duty.function}` stands in {grouped.count(duty.function) or 'no'} duty groups, expected one",
            where=find(node, ("responsibilities", index, "function")),
            hint=f"list `{duty.function}` under one heading in `duty_groups`",
        )
        for index, duty in enumerate(profile.responsibilities)
        if grouped.count(duty.function) != 1
    ]
