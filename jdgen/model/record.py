"""What every model shares: the base class, and the field types of typed text.

Every field takes the text a person typed and holds a value: `pay: 38.50-52/hour` becomes a `Pay`. The reading itself lives in `jdgen/text`.
"""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, NoReturn, cast, dataclass_transform

from jdgen.model.markers import Before, Limits, ShownAs, shown_as, typed
from jdgen.text.dates import parse_date
from jdgen.text.employment import Employment, format_employment, parse_employment
from jdgen.text.links import complete_link
from jdgen.text.markdown_escape import one_line
from jdgen.text.pay import Pay, PayUnstated, format_pay, parse_pay
from jdgen.text.place import Place, format_place, parse_location
from jdgen.text.remote_area import RemoteArea, format_remote_area
from jdgen.text.slugs import LONGEST_SLUG, check_id
from jdgen.text.words import join_words, paragraphs
from jdgen.text.workplace import Workplace as WorkplaceName
from jdgen.text.workplace import parse_workplace

_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
# Without what no address holds and Markdown would read: control characters, backslashes, backticks (RFC 3986, section 2).
_LINK = r"^https?://[^\s<>\"\\`\x00-\x1f\x7f]+$"
_EMAIL = r"^[^@\s<>\x00-\x1f\x7f]+@[^@\s<>\x00-\x1f\x7f]+\.[^@\s<>.\x00-\x1f\x7f]+$"
_COLOR = r"^#[0-9a-fA-F]{6}$"


def field(**options: Any) -> Any:  # noqa: ANN401 - stands for a value of the field's type
    """Return a field of a `Record`: its default or default_factory, and what pydantic's `Field` knows (description, ge, alias …)."""
    defaults = {name: options.pop(name) for name in ("default", "default_factory") if name in options}
    return dataclasses.field(**defaults, metadata=options)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
class Record:
    """A frozen record that refuses fields it does not know.

    Its subclasses are dataclasses. What is read from files is checked by pydantic with the settings that stand here (`jdgen/load/records.py`);
    what jdgen itself makes is not checked again. The methods are the same for all: those that `dataclass` writes for each class one by one
    take a third of the time of a short command.
    """

    __pydantic_config__: ClassVar[Mapping[str, Any]] = {"extra": "forbid", "str_strip_whitespace": True}
    __dataclass_fields__: ClassVar[dict[str, "dataclasses.Field[Any]"]]

    def __init_subclass__(cls) -> None:
        """Make a dataclass of every subclass."""
        dataclasses.dataclass(init=False, repr=False, eq=False, match_args=False, kw_only=True)(cls)

    def __init__(self, **values: Any) -> None:  # noqa: ANN401 - the values of any fields
        """Take the fields by name; raise TypeError for one that is unknown or missing."""
        fields = self.__dataclass_fields__
        if unknown := values.keys() - fields.keys():
            raise TypeError(f"{type(self).__name__} has no {join_words(sorted(unknown), 'and')}")
        state = {name: values[name] if name in values else _default_of(one) for name, one in fields.items()}
        if missing := [name for name, value in state.items() if value is dataclasses.MISSING]:
            raise TypeError(f"{type(self).__name__} needs {join_words(missing, 'and')}")
        self.__dict__.update(state)
        self.__post_init__()

    def __post_init__(self) -> None:
        """Check what concerns several fields; pydantic calls it too."""

    def __setattr__(self, name: str, _: object) -> NoReturn:
        """Refuse: a record never changes. `dataclasses.replace` makes another."""
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse."""
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        """Say whether the other is of the same class and says the same."""
        return self.__dict__ == other.__dict__ if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        """Return a number that equal records share."""
        return hash((type(self), *(self.__dict__[name] for name in self.__dataclass_fields__)))

    def __repr__(self) -> str:
        """Return the fields by name."""
        told = ", ".join(f"{name}={self.__dict__[name]!r}" for name in self.__dataclass_fields__)
        return f"{type(self).__name__}({told})"


def field_names(record: type[Record] | Record) -> dict[str, str]:
    """Return the fields of a record by the names files give them: an alias, or the field's own name."""
    return {one.metadata.get("alias", one.name): one.name for one in dataclasses.fields(record)}


def required_fields(record: type[Record]) -> list[str]:
    """Return the names files give to the fields that have no default."""
    return [
        one.metadata.get("alias", one.name)
        for one in dataclasses.fields(record)
        if _default_of(one) is dataclasses.MISSING
    ]


def as_plain(value: object) -> Any:  # noqa: ANN401 - a tree of mappings, lists and plain values
    """Return a record as mappings, lists and plain values; what was typed is written the way people type it. Dates stay dates."""
    return _plain(value, lambda _, __: True)


def known(record: Record) -> dict[str, Any]:
    """Return a record as `as_plain` does, without the fields that are None, here and in the records it holds."""
    return cast("dict[str, Any]", _plain(record, lambda _, value: value is not None))


def stated(record: Record) -> dict[str, Any]:
    """Return a record as `as_plain` does, without the fields that are at their default, here and in the records it holds."""
    return cast("dict[str, Any]", _plain(record, lambda one, value: value != _default_of(one)))


def _plain(value: object, is_told: Callable[["dataclasses.Field[Any]", object], bool]) -> Any:  # noqa: ANN401 - as `as_plain`
    if write := _WRITERS.get(type(value)):
        return write(value)
    if isinstance(value, Record):
        told = ((one.name, getattr(value, one.name), one) for one in dataclasses.fields(value))
        return {name: _plain(item, is_told) for name, item, one in told if is_told(one, item)}
    if isinstance(value, tuple | list):
        return type(value)(_plain(item, is_told) for item in value)
    if isinstance(value, Mapping):
        return {key: _plain(item, is_told) for key, item in value.items()}
    return value


def _default_of(one: "dataclasses.Field[Any]") -> object:
    return one.default if one.default_factory is dataclasses.MISSING else one.default_factory()


_WRITERS: dict[type, Callable[[Any], str]] = {
    Pay: format_pay,
    PayUnstated: lambda pay: pay.words,
    Place: format_place,
    RemoteArea: format_remote_area,
    Employment: format_employment,
}
"""How each kind of value is written so that its reader takes it back."""


def _line(value: object) -> object:
    """Put a text on one line, without control characters and other things that cannot be seen."""
    return one_line(value) if isinstance(value, str) else value


def _prose(value: object) -> object:
    """Put each paragraph on one line, with a blank line between them."""
    if not isinstance(value, str):
        return value
    return "\n\n".join(line for paragraph in paragraphs(value) if (line := one_line(paragraph)))


Line = Annotated[str, Limits(min_length=1, max_length=600), Before(_line)]
Prose = Annotated[str, Limits(min_length=1, max_length=20_000), Before(_prose)]
Slug = Annotated[
    str,
    Limits(pattern=_SLUG, max_length=LONGEST_SLUG),
    shown_as("Lower-case words joined by hyphens, such as mental-health", pattern=_SLUG),
]
Link = Annotated[
    str,
    Limits(pattern=_LINK, max_length=2_000),
    typed(complete_link),
    shown_as("A web address such as https://www.example.org/jobs", pattern=_LINK),
]
Email = Annotated[
    str,
    Limits(pattern=_EMAIL, max_length=254),
    shown_as("An email address such as jobs@example.org", pattern=_EMAIL),
]
Color = Annotated[str, Limits(pattern=_COLOR), shown_as("A color such as '#0b5c6b', in quotes", pattern=_COLOR)]
Identifier = Annotated[
    str, typed(check_id), shown_as("Letters, digits, `.`, `_` and `-`; files are named after it", maxLength=40)
]

Day = Annotated[
    date,
    typed(parse_date),
    shown_as("A date such as 2026-12-31 or December 31, 2026"),
]
PayText = Annotated[
    Pay | PayUnstated,
    typed(parse_pay),
    shown_as("Pay such as 38.50-52/hour or 80000-95000/year"),
]
Location = Annotated[
    Place | RemoteArea,
    typed(parse_location),
    shown_as("A place such as Denver, CO 80204, or Remote (CO, MN)"),
]
EmploymentText = Annotated[
    Employment,
    typed(parse_employment),
    shown_as("Such as full-time, 40 hours; part-time, 24 hours; 0.9 FTE; per diem; contract, 13 weeks"),
]
Workplace = Annotated[
    WorkplaceName,
    typed(parse_workplace),
    ShownAs(keywords=(("enum", ("onsite", "hybrid", "remote")),)),
]
