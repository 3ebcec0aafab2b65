"""Requisitions and employers: a YAML file, options of the command line laid over it, or options alone."""

from collections.abc import Iterable
from collections.abc import Mapping as Mappable
from functools import lru_cache
from pathlib import Path

from jdgen.errors import InputError, Where
from jdgen.load.file_kinds import Kind, refuse_other_kind, refuse_posting
from jdgen.load.inheritance import overlay
from jdgen.load.shared_models import validate_shared
from jdgen.load.text_file import read_text
from jdgen.load.validation import validate
from jdgen.load.yaml_document import MAX_DEPTH, Entry, Mapping, Node, Scalar, Sequence, parse_yaml, read_yaml
from jdgen.model.employer import Employer
from jdgen.model.requisition import Requisition
from jdgen.text.words import with_article

Option = tuple[str, tuple[str, ...], str]
"""An option of the command line: the field it sets (dotted), its values, and how it was typed."""


def read_requisition_tree(
    path: Path | None, options: Iterable[Option] = (), *, problems: list[InputError] | None = None
) -> Mapping:
    """Read a requisition file, or none, with options laid over it, not yet checked against the model.

    What is wrong with the file and leaves a tree is added to `problems`, and raised if there is no such list.
    """
    tree = Mapping({}, Where("command line"))
    if path is not None:
        refuse_posting(path, "requisition")
        tree = _mapping(read_yaml(path, problems=problems), path, "requisition")
    # What is missing is missing in the file, whatever options add to it.
    return Mapping(overlay(tree, _options(options)).entries, tree.where)


def requisition_of(tree: Mapping) -> Requisition:
    """Return the requisition a tree holds; raise InputErrors for all problems at once."""
    return validate(tree, Requisition, what="requisition")


def read_employer(path: Path) -> Employer:
    """Read `employer.yaml`; raise InputErrors for all problems at once."""
    refuse_posting(path, "employer")
    return _employer(read_text(path), path)


@lru_cache(maxsize=16)
def _employer(text: str, path: Path) -> Employer:
    """Return the employer of a text, made once for all openings of a run; faults are not kept."""
    problems: list[InputError] = []
    tree = _mapping(parse_yaml(text, str(path), problems=problems), path, "employer")
    return validate_shared(tree, Employer, what="employer", problems=problems)


def _mapping(node: Node, path: Path, what: Kind) -> Mapping:
    if not isinstance(node, Mapping):
        raise InputError(f"not {with_article(what)}, expected fields such as `name: value`", where=node.where)
    refuse_other_kind(node, path, what)
    return node


def _options(options: Iterable[Option]) -> Mapping:
    """Return options as the tree a file would have given; errors name the option."""
    tree: dict[str, object] = {}
    for field, values, typed in options:
        *parents, last = field.split(".")
        if len(parents) >= MAX_DEPTH:
            raise InputError(f"this names more than {MAX_DEPTH} fields inside each other", where=Where(typed))
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
