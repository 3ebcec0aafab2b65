"""Requisitions and employers: a YAML file, options of the command line laid over it, or options alone."""

from collections.abc import Iterable
from collections.abc import Mapping as Mappable
from pathlib import Path

from jdgen.errors import InputError, Where
from jdgen.load.inheritance import overlay
from jdgen.load.validation import validate
from jdgen.load.yaml_document import Entry, Mapping, Scalar, Sequence, read_yaml
from jdgen.model.employer import Employer
from jdgen.model.requisition import Requisition

Option = tuple[str, tuple[str, ...], str]
"""An option of the command line: the field it sets (dotted), its values, and how it was typed."""


def read_requisition_tree(path: Path | None, options: Iterable[Option] = ()) -> Mapping:
    """Read a requisition file, or none, with options laid over it, not yet checked against the model."""
    tree = Mapping({}, Where("command line")) if path is None else _mapping(path, "requisition")
    # What is missing is missing in the file, whatever options add to it.
    return Mapping(overlay(tree, _options(options)).entries, tree.where)


def requisition_of(tree: Mapping) -> Requisition:
    """Return the requisition a tree holds; raise InputErrors for all problems at once."""
    return validate(tree, Requisition, what="requisition")


def read_employer(path: Path) -> Employer:
    """Read `employer.yaml`; raise InputErrors for all problems at once."""
    return validate(_mapping(path, "employer"), Employer, what="employer")


def _mapping(path: Path, what: str) -> Mapping:
    node = read_yaml(path)
    if isinstance(node, Mapping):
        return node
    raise InputError(
        f"not {'an' if what == 'employer' else 'a'} {what}, expected fields such as `name: value`", where=node.where
    )


def _options(options: Iterable[Option]) -> Mapping:
    """Return options as the tree a file would have given; errors name the option."""
    tree: dict[str, object] = {}
    for field, values, typed in options:
        *parents, last = field.split(".")
        branch = tree
        for parent in parents:
            nested = branch.setdefault(parent, {})
            if not isinstance(nested, dict):
                raise InputError(f"`{parent}` is given twice, as a value and with a field", where=Where(typed))
            branch = nested
        where = Where(typed)
        scalars = tuple(Scalar(value, where) for value in values)
        is_list = len(scalars) > 1 or last.endswith(("+", "-"))
        branch[last] = Sequence(scalars, where) if is_list else scalars[0]
    return _tree(tree, Where("command line"))


def _tree(branch: Mappable[str, object], where: Where) -> Mapping:
    entries = {}
    for key, value in branch.items():
        node = _tree(value, where) if isinstance(value, dict) else value
        assert isinstance(node, Scalar | Sequence | Mapping)  # noqa: S101 - tells mypy what the lines above made
        entries[key] = Entry(key, node.where, node)
    return Mapping(entries, where)
