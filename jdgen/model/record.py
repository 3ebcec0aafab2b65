"""What every model shares: the strict base class and the field types of typed text.

Every field takes the text a person typed and holds a value: `pay: 38.50-52/hour` becomes a `Pay`. The reading itself lives in `jdgen/text`.
"""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from jdgen.text.dates import parse_date
from jdgen.text.employment import Employment, format_employment, parse_employment
from jdgen.text.links import complete_link
from jdgen.text.markdown_escape import one_line
from jdgen.text.pay import Pay, PayUnstated, format_pay, parse_pay
from jdgen.text.place import Place, format_place, parse_location
from jdgen.text.problem import Problem
from jdgen.text.remote_area import RemoteArea, format_remote_area
from jdgen.text.slugs import check_id
from jdgen.text.words import paragraphs
from jdgen.text.workplace import Workplace as WorkplaceName
from jdgen.text.workplace import parse_workplace

Value = TypeVar("Value")

_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
# Without what no address holds and Markdown would read: control characters, backslashes, backticks (RFC 3986, section 2).
_LINK = r"^https?://[^\s<>\"\\`\x00-\x1f\x7f]+$"
_EMAIL = r"^[^@\s<>\x00-\x1f\x7f]+@[^@\s<>\x00-\x1f\x7f]+\.[^@\s<>.\x00-\x1f\x7f]+$"
_COLOR = r"^#[0-9a-fA-F]{6}$"


class Record(BaseModel):
    """A frozen model that refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True)


def typed(parse: Callable[[str], Value | Problem]) -> BeforeValidator:
    """Make a validator from a reader of `jdgen/text`: its problem becomes a pydantic error that carries the hint."""

    def read(value: object) -> object:
        if not isinstance(value, str):
            if isinstance(value, dict | list):
                raise PydanticCustomError("string_type", "expected one line of text")
            return value
        outcome = parse(value)
        if isinstance(outcome, Problem):
            raise refusal(outcome)
        return outcome

    return BeforeValidator(read)


def refusal(problem: Problem) -> PydanticCustomError:
    """Return the pydantic error that says what a reader of `jdgen/text` found."""
    # Pydantic fills {braces} in a message from the context, so text typed by the user goes in as a value.
    kind = problem.kind.replace("-", "_")
    return PydanticCustomError(kind, "{message}", {"message": problem.message, "hint": problem.hint})


def one_or_many(item: Any) -> BeforeValidator:  # noqa: ANN401 - any type of a list's items
    """Let one value stand for a list of one, also in the JSON Schema: `location: Denver, CO`."""

    def wrapped(value: object) -> object:
        return (value,) if isinstance(value, str) else value

    return BeforeValidator(wrapped, json_schema_input_type=item | tuple[item, ...])


def _line(value: object) -> object:
    """Put a text on one line, without control characters and other things that cannot be seen."""
    return one_line(value) if isinstance(value, str) else value


def _prose(value: object) -> object:
    """Put each paragraph on one line, with a blank line between them."""
    if not isinstance(value, str):
        return value
    return "\n\n".join(line for paragraph in paragraphs(value) if (line := one_line(paragraph)))


def _pay_words(pay: Pay | PayUnstated) -> str:
    return format_pay(pay) if isinstance(pay, Pay) else pay.words


def _location_words(location: Place | RemoteArea) -> str:
    return format_place(location) if isinstance(location, Place) else format_remote_area(location)


def shown_as(description: str, **keywords: Any) -> WithJsonSchema:  # noqa: ANN401 - JSON Schema values are of any type
    """Say in the JSON Schema, and so in error messages, what a text is to look like."""
    return WithJsonSchema({"type": "string", "description": description, **keywords})


Line = Annotated[str, StringConstraints(min_length=1, max_length=600), BeforeValidator(_line)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=20_000), BeforeValidator(_prose)]
Slug = Annotated[
    str,
    StringConstraints(pattern=_SLUG, max_length=60),
    shown_as("Lower-case words joined by hyphens, such as mental-health", pattern=_SLUG),
]
Link = Annotated[
    str,
    StringConstraints(pattern=_LINK, max_length=2_000),
    typed(complete_link),
    shown_as("A web address such as https://www.example.org/jobs", pattern=_LINK),
]
Email = Annotated[
    str,
    StringConstraints(pattern=_EMAIL, max_length=254),
    shown_as("An email address such as jobs@example.org", pattern=_EMAIL),
]
Color = Annotated[
    str, StringConstraints(pattern=_COLOR), shown_as("A color such as '#0b5c6b', in quotes", pattern=_COLOR)
]
Identifier = Annotated[
    str, typed(check_id), shown_as("Letters, digits, `.`, `_` and `-`; files are named after it", maxLength=40)
]

Day = Annotated[
    date,
    typed(parse_date),
    PlainSerializer(lambda day: day, return_type=date),
    shown_as("A date such as 2026-12-31 or December 31, 2026"),
]
PayText = Annotated[
    Pay | PayUnstated,
    typed(parse_pay),
    PlainSerializer(_pay_words, return_type=str),
    shown_as("Pay such as 38.50-52/hour or 80000-95000/year"),
]
Location = Annotated[
    Place | RemoteArea,
    typed(parse_location),
    PlainSerializer(_location_words, return_type=str),
    shown_as("A place such as Denver, CO 80204, or Remote (CO, MN)"),
]
EmploymentText = Annotated[
    Employment,
    typed(parse_employment),
    PlainSerializer(format_employment, return_type=str),
    shown_as("Such as full-time, 40 hours; part-time, 24 hours; 0.9 FTE; per diem; contract, 13 weeks"),
]
Workplace = Annotated[
    WorkplaceName,
    typed(parse_workplace),
    WithJsonSchema({"type": "string", "enum": ["onsite", "hybrid", "remote"]}),
]
