"""Node trees to models: every fault of the data at once, each with its place, in plain words.

The models live in `jdgen/model`; the wording of a single fault is in `validation_words`.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from pydantic_core import ValidationError

from jdgen.errors import InputError, InputErrors
from jdgen.load.annotations import Shape
from jdgen.load.records import as_record
from jdgen.load.validation_words import FIELDS_HERE, Fault, explain
from jdgen.load.yaml_document import Mapping, Node, Sequence, find, plain
from jdgen.model.record import Record, required_fields
from jdgen.text.words import join_words, with_article

Model = TypeVar("Model", bound=Record)
Loc = tuple[str | int, ...]


def validate(node: Node, model: type[Model], *, what: str, problems: Iterable[InputError] = ()) -> Model:
    """Return the model of a tree; `what` is its name in a sentence, such as "posting".

    A field left empty counts as left out, so that its default applies. Raises `InputErrors` with every fault, and with the `problems`
    that were found before.
    """
    found = [*problems]
    if not isinstance(node, Mapping) or not node.entries:
        nothing = _nothing_to_validate(node, model, what)
        if nothing:
            raise InputErrors(problems=[*found, nothing])
    shape = Shape.of(model)
    try:
        valid = as_record(without_blanks(plain(node), shape), model)
    except ValidationError as error:
        explained = [explain(fault, shape, find(node, fault.loc)) for fault in _faults(node, error)]
        raise InputErrors(problems=[*found, *_listed_once(explained)]) from None
    if found:
        raise InputErrors(problems=found)
    return valid


def _faults(node: Node, error: ValidationError) -> list[Fault]:
    """Return what is wrong, without what only follows from something else."""
    found = (_fault(node, detail) for detail in error.errors(include_url=False))
    return _collapse([fault for fault in found if not fault.follows])


def _listed_once(problems: Iterable[InputError]) -> list[InputError]:
    """Keep a long list of fields in the hint of the first error only."""
    said: set[str] = set()
    kept = []
    for problem in problems:
        if problem.hint and problem.hint.startswith(FIELDS_HERE):
            problem.hint = None if problem.hint in said else problem.hint
            said.add(problem.hint or "")
        kept.append(problem)
    return kept


def _nothing_to_validate(node: Node, model: type[Record], what: str) -> InputError | None:
    required = [f"`{name}`" for name in required_fields(model)]
    expected = with_article(what) + (f" with {join_words(required, 'and')}" if required else "")
    if isinstance(node, Mapping):
        message = f"there is nothing here, expected {expected}"
        return InputError(message, where=node.where) if required else None
    kind = "a list" if isinstance(node, Sequence) else "no fields"
    hint = "write one `key: value` a line"
    return InputError(f"found {kind}, expected {expected}", where=node.where, hint=hint)


def without_blanks(data: Any, shape: Shape) -> Any:  # noqa: ANN401 (a tree of dict, list, str and None)
    """Return plain data without the known fields that were left empty; unknown ones stay, to be reported."""
    if isinstance(data, list):
        items = shape.step(0)
        return [without_blanks(item, items) for item in data]
    if not isinstance(data, dict):
        return data
    fields = shape.fields()
    return {
        key: without_blanks(value, fields[key] if key in fields else shape.step(key))
        for key, value in data.items()
        if value is not None or key not in fields
    }


def _fault(node: Node, detail: Any) -> Fault:  # noqa: ANN401 (pydantic's ErrorDetails)
    """Part a pydantic `loc` into the path in the tree and the names of the union members tried on the way."""
    loc: list[str | int] = []
    tried: list[tuple[int, str]] = []
    parts = detail["loc"]
    for number, part in enumerate(parts):
        child = _child(node, part)
        if child is not None:
            node = child
            loc.append(part)
        elif detail["type"] == "missing" and number == len(parts) - 1:
            return Fault(tuple(loc), tuple(tried), detail, value=node, missing=str(part))
        elif isinstance(part, str):
            tried.append((len(loc), part))
    return Fault(tuple(loc), tuple(tried), detail, value=node)


def _child(node: Node, part: str | int) -> Node | None:
    if isinstance(node, Mapping) and isinstance(part, str):
        return node.get(part)
    if isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
        return node.items[part]
    return None


def _collapse(faults: list[Fault]) -> list[Fault]:
    """Keep of each union the faults of the member that was meant, or say once that no member fits."""
    kept = [fault for fault in faults if not fault.tried]
    unions: dict[Loc, list[Fault]] = {}
    for fault in faults:
        if fault.tried:
            unions.setdefault(fault.loc[: fault.tried[0][0]], []).append(fault)
    for place, tried in unions.items():
        kept.extend(_meant(place, tried))
    return kept


def _meant(place: Loc, faults: list[Fault]) -> list[Fault]:
    """Choose among the members of the union at `place`: the one of the right kind that has the fewest faults."""
    tried: dict[str, list[Fault]] = {}
    for fault in faults:
        tried.setdefault(fault.tried[0][1], []).append(replace(fault, tried=fault.tried[1:]))
    members = [_collapse(found) for found in tried.values()]
    misfits = [fault for found in members for fault in found if fault.misfits(place)]
    fitting = [found for found in members if not any(fault.misfits(place) for fault in found)]
    if fitting:
        return min(fitting, key=lambda found: (len(found), sum(fault.is_unknown_field for fault in found)))
    return [replace(misfits[0], rivals=tuple(misfits[1:]))]
