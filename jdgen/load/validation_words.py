"""One pydantic error in plain words: what stands there, what was expected, how to repair it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias, get_args, get_origin

from pydantic_core.core_schema import ErrorType

from jdgen.errors import InputError, Where
from jdgen.load.annotations import Shape
from jdgen.load.yaml_document import Mapping, Node, Scalar, Sequence
from jdgen.text.closest import did_you_mean
from jdgen.text.words import counted, join_words

Loc: TypeAlias = tuple[str | int, ...]

_OWN_WORDS = frozenset(("value_error", "assertion_error"))
_PYDANTICS = frozenset(get_args(ErrorType)) - _OWN_WORDS
_QUOTE_TEXT = "put text that holds `: ` or starts with a bracket in quotes"
_MOST_NAMES = 12
_LONGEST = 40

FIELDS_HERE = "the fields here are"
"""How the hint for an unknown field begins that is like none of those it lists."""

_EXPECTED: tuple[tuple[str, str], ...] = (
    ("string_", "text"),
    ("int_", "a whole number"),
    ("float_", "a number"),
    ("decimal_", "a number"),
    ("finite_number", "a number"),
    ("bool_", "`true` or `false`"),
    ("date_", "a date such as `2026-12-31`"),
    ("url_", "a link such as `https://example.org`"),
    ("list_type", "a list"),
    ("tuple_type", "a list"),
    ("set_type", "a list"),
    ("dict_type", "fields, one `key: value` a line"),
)
"""What was expected, by the beginning of pydantic's name for the error."""

_TYPES: tuple[tuple[type, str], ...] = (
    (str, "text"),
    (int, "a whole number"),
    (float, "a number"),
    (Decimal, "a number"),
    (bool, "`true` or `false`"),
    (date, "a date"),
    (list, "a list"),
    (tuple, "a list"),
    (dict, "fields"),
)
"""What a field wants, by its type."""

_EXAMPLE = re.compile(r"Such as ('[^']+'|[^;]+)")
"""A description that is nothing but an example: "Such as 16 to 20 patients"."""

_BOUNDS: dict[str, Callable[[Any], str]] = {
    "string_too_short": lambda said: f"at least {counted(said['min_length'], 'character')}",
    "string_too_long": lambda said: f"at most {counted(said['max_length'], 'character')}",
    "string_pattern_mismatch": lambda said: f"the form `{said['pattern']}`",
    "too_short": lambda said: f"at least {counted(said['min_length'], 'item')}",
    "too_long": lambda said: f"at most {counted(said['max_length'], 'item')}",
    "greater_than": lambda said: f"more than {said['gt']}",
    "greater_than_equal": lambda said: f"at least {said['ge']}",
    "less_than": lambda said: f"less than {said['lt']}",
    "less_than_equal": lambda said: f"at most {said['le']}",
}
"""What was expected of a value of the right kind, from what pydantic says beside the error."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A pydantic error laid on the tree: where, which members of unions were tried, what stands there.

    `missing` names the field that is not there; `rivals` are the faults of the other members of a union when none fits.
    """

    loc: Loc
    tried: tuple[tuple[int, str], ...]
    detail: Any
    value: Node
    missing: str | None = None
    rivals: tuple["Fault", ...] = ()

    @property
    def kind(self) -> str:
        """Pydantic's name for the error."""
        return str(self.detail["type"])

    @property
    def said(self) -> dict[str, Any]:
        """What pydantic says beside the error."""
        return self.detail.get("ctx") or {}

    @property
    def is_unknown_field(self) -> bool:
        """Say whether it is about a field the model does not have."""
        return self.kind in {"extra_forbidden", "unexpected_keyword_argument"}

    @property
    def follows(self) -> bool:
        """Say whether this only follows from other faults.

        Pydantic counts the items of a list without the bad ones. A value that YAML lost is missed by the model, and was reported.
        """
        value = self.value.get(self.missing) if isinstance(self.value, Mapping) and self.missing else self.value
        if isinstance(value, Scalar) and value.is_lost and not self.is_unknown_field:
            return True
        items = self.value.items if isinstance(self.value, Sequence) else ()
        return self.kind == "too_short" and len(items) >= self.said["min_length"]

    def misfits(self, place: Loc) -> bool:
        """Say whether the value at `place` is of another kind than asked for, as against wrong in a detail."""
        about_kind = self.kind in _PYDANTICS and not self.is_unknown_field
        return self.loc == place and self.missing is None and about_kind


def explain(fault: Fault, root: Shape, where: Where) -> InputError:
    """Return the error a person reads; `root` is the shape of the whole model."""
    if fault.missing is not None:
        return _missing(fault, root, where)
    if fault.is_unknown_field:
        return _unknown_field(fault, root, where)
    shape = root.walk(fault.loc)
    typed = fault.value.value if isinstance(fault.value, Scalar) else None
    if isinstance(fault.value, Scalar) and typed is None:
        expected = _expected_by_type(shape) if fault.kind == "missing" else _expected(fault, shape)
        hint = f"write it after the colon: {_line_of(fault.loc, shape)}" if _line_of(fault.loc, shape) else None
        return InputError(f"{_subject(fault.loc)} is empty, expected {expected}", where=where, hint=hint)
    if fault.kind not in _PYDANTICS:
        message = re.sub(
            r"^(Value error|Assertion failed), ", "", str(fault.said.get("message") or fault.detail["msg"])
        )
        nearest = did_you_mean(typed, shape.choices()) if typed else None
        return InputError(message, where=where, hint=nearest or fault.said.get("hint"))
    message = f"{_subject(fault.loc)} {_found(fault)}, expected {_expected(fault, shape)}"
    return InputError(message, where=where, hint=_hint(fault, shape))


def _missing(fault: Fault, root: Shape, where: Where) -> InputError:
    message = f"missing `{fault.missing}`{_inside(fault.loc)}"
    field = root.walk(fault.loc).fields().get(str(fault.missing), Shape(()))
    return InputError(f"{message}, expected {_expected_by_type(field)}", where=where, hint=_added(fault.missing, field))


def _added(name: str | None, field: Shape) -> str:
    """Return how to add a field that is missing."""
    if line := _line_of((str(name),), field):
        return f"add the line {line}"
    if field.fields() and not field.form:
        return f"add `{name}:`, and its fields below it, indented"
    is_list = any((get_origin(member) or member) in {list, tuple} for member in field.members)
    return f"add `{name}:`, and each item below it after `- `" if is_list else f"add a line that starts with `{name}:`"


def _line_of(loc: Loc, shape: Shape) -> str | None:
    """Return a field with an example of its value, as it would stand in the file, or None where no example is known."""
    said = _EXAMPLE.match(shape.description or "")
    example = shape.example or (said[1] if said else None)
    return f"`{loc[-1]}: {example}`" if example and loc and isinstance(loc[-1], str) else None


def _unknown_field(fault: Fault, root: Shape, where: Where) -> InputError:
    name = str(fault.loc[-1])
    names = [field for field in root.walk(fault.loc[:-1]).fields() if field != name]
    hint = did_you_mean(name, names)
    if hint is None and names:
        hint = f"{FIELDS_HERE} {join_words(map(_code, names), 'and')}"
    return InputError(f"unknown field {_code(name)}{_inside(fault.loc[:-1])}", where=where, hint=hint)


def _found(fault: Fault) -> str:
    """Say what stands there, in the measure the fault is about."""
    value = fault.value
    if isinstance(value, Sequence) and fault.kind in {"too_short", "too_long"}:
        return f"has {counted(len(value.items), 'item')}"
    if isinstance(value, Scalar) and fault.kind == "string_too_long":
        return f"has {counted(len(value.value or ''), 'character')}"
    return f"is {_shown(value)}"


def _expected(fault: Fault, shape: Shape) -> str:
    form = shape.form or (shape.description if fault.kind == "string_pattern_mismatch" else None)
    is_about_form = fault.kind in {"string_pattern_mismatch", "string_type"} or _is_about_fields(fault)
    if form and (fault.rivals or is_about_form):
        form = _in_a_sentence(form)
        return f"text {form}" if form.startswith("such as") else form
    words = dict.fromkeys(_expected_by_kind(rival, shape) for rival in (fault, *fault.rivals))
    return join_words(words, "or")


def _expected_by_kind(fault: Fault, shape: Shape) -> str:
    if fault.kind in {"literal_error", "enum"}:
        return _one_of(_choices(fault))
    if fault.kind in _BOUNDS:
        return _BOUNDS[fault.kind](fault.said)
    if _is_about_fields(fault):
        return _some_fields(shape)
    known = next((words for beginning, words in _EXPECTED if fault.kind.startswith(beginning)), None)
    if known:
        return known
    said = re.sub(r"^(Input|Value) should (be )?", "", fault.detail["msg"])
    return said[:1].lower() + said[1:]


def _expected_by_type(shape: Shape) -> str:
    """Return what a field wants, from its types alone."""
    if shape.form:
        return _in_a_sentence(shape.form)
    if shape.choices():
        return _one_of(shape.choices())
    if shape.fields():
        return _some_fields(shape)
    names = {get_origin(member) or member for member in shape.members}
    return join_words([words for kind, words in _TYPES if kind in names], "or") or "a value"


def _some_fields(shape: Shape) -> str:
    names = list(shape.fields())[:4]
    return f"fields such as {join_words(map(_code, names), 'and')}" if names else "fields, one `key: value` a line"


def _is_about_fields(fault: Fault) -> bool:
    return fault.kind.startswith(("model_", "dataclass_"))


def _hint(fault: Fault, shape: Shape) -> str | None:
    typed = fault.value.value if isinstance(fault.value, Scalar) else None
    choices = [choice for rival in (fault, *fault.rivals) for choice in _choices(rival)]
    if typed and choices:
        return did_you_mean(typed, choices)
    if fault.kind == "string_type":
        return None if shape.form and isinstance(fault.value, Sequence) else _quote_it(fault.value)
    if fault.kind in {"list_type", "tuple_type", "set_type"}:
        return "write each item on a line of its own, after `- `"
    if _is_about_fields(fault) and not shape.form:
        return "write them as `key: value` on lines of their own, indented"
    line = _line_of(fault.loc, shape)
    return f"write it as in {line}" if line else None


def _quote_it(value: Node) -> str:
    """Return the repair for text that YAML takes for fields or a list: `- Retirement: 403(b) match`."""
    entries = list(value.entries.values()) if isinstance(value, Mapping) else []
    if len(entries) == 1 and isinstance(entries[0].value, Scalar):
        text = f"{entries[0].key}: {entries[0].value.value or ''}".strip()
        return f'put the text in quotes: `"{text}"`' if len(text) <= _LONGEST and '"' not in text else _QUOTE_TEXT
    return _QUOTE_TEXT


def _choices(fault: Fault) -> list[str]:
    """Return the choices pydantic names, written as Python does: 'a', 'b' or "it's"."""
    found = re.findall(r"'([^']*)'|\"([^\"]*)\"", str(fault.said.get("expected", "")))
    return [single or double for single, double in found]


def _one_of(choices: list[str]) -> str:
    if len(choices) > _MOST_NAMES:
        return f"one of {len(choices)} words such as {join_words(map(_code, choices[:3]), 'and')}"
    return ("one of " if len(choices) > 2 else "") + join_words(map(_code, choices), "or")


def _subject(loc: Loc) -> str:
    return _named(loc[-1:]) + _inside(loc[:-1]) if loc and isinstance(loc[-1], str) else _named(loc)


def _inside(loc: Loc) -> str:
    return f" in {_named(loc)}" if loc else ""


def _named(loc: Loc) -> str:
    """Return a path in words: `qualifications.required`, item 3 of `responsibilities`."""
    if not loc:
        return "the file"
    if isinstance(loc[-1], int):
        item = f"item {loc[-1] + 1}"
        return f"{item} of {_named(loc[:-1])}" if len(loc) > 1 else item
    start = len(loc)
    while start and isinstance(loc[start - 1], str):
        start -= 1
    names = f"`{'.'.join(map(str, loc[start:]))}`"
    return f"{names} of {_named(loc[:start])}" if start else names


def _shown(node: Node) -> str:
    if isinstance(node, Scalar):
        return _code(" ".join(str(node.value).split())) if node.value else "empty"
    return "a group of fields" if isinstance(node, Mapping) else "a list"


def _code(text: str) -> str:
    return f"`{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}`"


def _in_a_sentence(description: str) -> str:
    """Return a field's description as it continues a sentence: no capital, no period."""
    words = description.strip().rstrip(".")
    starts_with_a_word = re.match(r"[A-Z]([a-z]| )", words)
    return words[0].lower() + words[1:] if starts_with_a_word else words
