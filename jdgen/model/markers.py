"""What an annotation tells pydantic of a field beside its type: limits of a text, how typed text is read, how a schema shows it.

Pydantic asks the markers when it makes a schema, so a command that finds its schemas in the cache (`jdgen/load/records.py`) starts without it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from pydantic_core import CoreSchema, PydanticCustomError

from jdgen.text.problem import Problem


@dataclass(frozen=True)
class Limits:
    """How long a text may be, and what it has to look like (a regular expression)."""

    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:  # noqa: ANN401 - pydantic's protocol
        """Return the schema of the text with the limits."""
        limits: Any = {name: limit for name, limit in vars(self).items() if limit is not None}
        schema: CoreSchema = handler(source) | limits
        return schema


@dataclass(frozen=True)
class Before:
    """What is done to a value before it is checked; `or_as` is another type that may be written instead."""

    read: Callable[[object], object]
    or_as: Any = field(default=None, compare=False)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:  # noqa: ANN401 - pydantic's protocol
        """Return the schema of the field with the reading before it."""
        from pydantic_core.core_schema import no_info_before_validator_function

        shown = None if self.or_as is None else handler.generate_schema(self.or_as)
        return no_info_before_validator_function(self.read, handler(source), json_schema_input_schema=shown)


@dataclass(frozen=True)
class ShownAs:
    """How the JSON Schema, and so an error message, shows a text."""

    description: str = ""
    keywords: Iterable[tuple[str, Any]] = ()

    def __get_pydantic_json_schema__(self, _: CoreSchema, __: object) -> dict[str, Any]:
        """Return what stands in the JSON Schema."""
        return (
            {"type": "string"} | ({"description": self.description} if self.description else {}) | dict(self.keywords)
        )


@dataclass(frozen=True)
class _Reading:
    """A reader of `jdgen/text` as pydantic calls it: its problem becomes an error that carries the hint."""

    parse: Callable[[str], object]

    def __call__(self, value: object) -> object:
        if not isinstance(value, str):
            if isinstance(value, dict | list):
                raise PydanticCustomError("string_type", "expected one line of text")
            return value
        outcome = self.parse(value)
        if isinstance(outcome, Problem):
            raise refusal(outcome)
        return outcome


def typed(parse: Callable[[str], object]) -> Before:
    """Have a reader of `jdgen/text` turn typed text into a value."""
    return Before(_Reading(parse))


def one_or_many(item: Any) -> Before:  # noqa: ANN401 - any type of a list's items
    """Let one value stand for a list of one, also in the JSON Schema: `location: Denver, CO`."""
    return Before(_as_list, or_as=item | tuple[item, ...])


def _as_list(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def shown_as(description: str, **keywords: Any) -> ShownAs:  # noqa: ANN401 - JSON Schema values are of any type
    """Say in the JSON Schema, and so in error messages, what a text is to look like."""
    return ShownAs(description, tuple(keywords.items()))


def refusal(problem: Problem) -> PydanticCustomError:
    """Return the pydantic error that says what a reader of `jdgen/text` found."""
    # Pydantic fills {braces} in a message from the context, so text typed by the user goes in as a value.
    kind = problem.kind.replace("-", "_")
    return PydanticCustomError(kind, "{message}", {"message": problem.message, "hint": problem.hint})
