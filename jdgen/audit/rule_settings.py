"""Which settings each kind of rule takes, and which of a rule's fields it looks at; the one place that says so.

A kind that can do several things is told by one of its settings which of them: `check`, `measure` or `item`.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, get_args

from jdgen.audit.job_posting import MARKUP_CHECKS
from jdgen.audit.kinds import arithmetic, measure, program_age, stated_fact, statement, wanted_twice
from jdgen.audit.preparation_traits import SORTS
from jdgen.audit.setting_shapes import (
    OCCUPATION,
    PROPERTY,
    STATE,
    Shape,
    any_text,
    is_day,
    many,
    matching,
    name_of,
    number,
    plain_words,
    row,
    single,
    small,
    split,
)
from jdgen.model.document import Role
from jdgen.model.law import AdItem

Shapes = Mapping[str, Shape]


_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Takes(NamedTuple):
    """What a rule takes: settings it needs, further ones, fields beside its settings, names of which one at least is filled, and fills of its words."""

    needs: Shapes = _NOTHING
    may_have: Shapes = _NOTHING
    fields: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    fills: tuple[str, ...] | None = ("matched",)
    """What its message, why and suggestions may name in braces; None where that is not known. A test holds it against what is filled in."""


class Kind(NamedTuple):
    """A kind of rule: the setting that says what it does, and what it takes by that; of a kind without such a setting, under ""."""

    named_by: str
    takes: Mapping[str, Takes]


FIELDS: Mapping[str, object] = {
    "terms": (), "exceptions": (), "unless": (), "needs": (), "within": "sentence", "unless_within": None, "about": "anyone", "lean": 0,
    "roles": (), "not_roles": (), "exact_case": False, "names": False, "negated": False, "replacements": {},
}  # fmt: skip
"""Fields that not every kind looks at, with what they hold where a rule says nothing."""

_SECTIONS = ("roles", "not_roles")
_LIMITS = {"above": number(0, 1_000_000), "below": number(0, 1_000_000)}
_WORDS = many(small)
_SKIPPED = many(any_text, least=0)
_FIELD = matching(r"[a-z_]+(?:\.[a-z_]+)*", "a field of the front matter, such as `apply.url`")
_PRESENT: Shapes = {
    "stated": many(_FIELD, or_one=True),
    "markup": many(PROPERTY, or_one=True),
    "sections": many(name_of(get_args(Role)), or_one=True),
    "beside-addresses": _WORDS,
}
"""Where a thing may stand that must not be missing; see `jdgen.audit.kinds.missing`."""

_NOT_MISSING = Takes(may_have=_PRESENT, fields=("terms",), one_of=("terms", *_PRESENT))
_LAW = ("law", "citation")
_PROFESSIONS = {"professions": many(row("nurse: rn, registered nurse", any_text, split(",", small)))}
_TITLES = {"titles": many(any_text)}
_CITIES = {"cities": many(row("CA: Fresno, Oakland", STATE, split(",", any_text)), least=0)}
_OCCUPATIONS = row("social worker: 21-1021, 21-1022", split(",", small), split(",", OCCUPATION))
_LICENSES = {"licenses": many(row("29-1141: RN, Registered Nurse", OCCUPATION, split(",", any_text)))}


def _each(names: Iterable[str], takes: Takes) -> dict[str, Takes]:
    return dict.fromkeys(names, takes)


def _filled(table: Mapping[str, Takes], *names: str) -> dict[str, Takes]:
    """Let every rule of a table name further fills in its words."""
    return {name: takes._replace(fills=(*(takes.fills or ()), *names)) for name, takes in table.items()}


def _in_sections(table: Mapping[str, Takes]) -> dict[str, Takes]:
    """Let every rule of a table say which sections it looks at."""
    return {name: takes._replace(fields=(*takes.fields, *_SECTIONS)) for name, takes in table.items()}


_CREDENTIAL = _filled({
    "issuer": Takes(
        {"heads": _WORDS, "organizations": many(split("=", any_text))},
        {"also": many(row("bls: american red cross", any_text, split("=", any_text)), least=0)},
        ("unless",),
    ),
    "giver": Takes({"givers": _WORDS, "courses": _WORDS}, {"skip": _SKIPPED}, ("unless",)),
    "license": Takes(may_have={"skip": _SKIPPED}, fields=("unless",)),
    "degree": Takes(),
    "name": Takes(may_have={"other-meanings": many(small, least=0)}),
    **_filled(_each(("holder", "only"), Takes(_PROFESSIONS, fields=("unless",))), "profession"),
    **_filled({"pile": Takes({"licenses": many(plain_words), "above": number(0, 100, whole=True)})}, "count"),
    **_filled({"experience": Takes(fields=("terms", "exceptions", "unless", "needs"), one_of=("terms",))}, "months"),
    **_filled({"renewal": Takes(fields=("unless",))}, "years"),
}, "credential", "name", "issuer", "held")  # fmt: skip
_LICENSE = {
    **_filled(
        {"title": Takes(may_have={"skip": _SKIPPED}, fields=("unless",)), "below": Takes(_TITLES, fields=("unless",))},
        "state",
        "own",
    ),
    **_filled({"elsewhere": Takes(_TITLES, fields=("unless",))}, "state", "home"),
    **_filled(
        _each(("compact-unused", "compact-state"), Takes(may_have=_CITIES, fields=("unless", "exceptions"))),
        "compact",
        "state",
    ),
    **_filled({"compact-member": Takes(fields=("unless",))}, "compact", "state", "fact"),
    "certified": Takes(fields=("unless",)),
    "place": Takes(fields=("unless", "terms"), one_of=("terms",)),
}
_WAGE = {
    "minimum": Takes({"below": number(0, 1000)}),
    **_filled({"wide": Takes({"above": number(1, 1000)})}, "times"),
    "reversed": Takes(),
    **_filled({"year-for-hour": Takes({"above": number(0, 1)})}, "made"),
    **_filled(_each(("below-p10", "above-p90"), Takes(_LICENSES)), "figure", "hourly", "occupation", "period"),
    "exempt-below": Takes({"below": number(0, 100_000)}),
    **_filled({"median-claimed": Takes({"occupations": many(_OCCUPATIONS)})}, "low", "high", "period"),
    "growth-claimed": Takes({"above": number(0, 1000, whole=True)}),
}
_PROGRAMS = {
    "programs": many(row("care court = care act: 2023-10-01", split("=", small), lambda day: is_day(day.strip())))
}
_STATEMENT = {
    **_filled(_each((*statement.COMPARED, *statement.JUDGES), Takes()), "here", "there", "origin", "other", "place"),
    **_filled(_each(stated_fact.CHECKS, Takes()), "fact", "line"),
    **_filled({wanted_twice.CHECK: Takes()}, "place"),
    **_filled(_each(arithmetic.CHECKS, Takes(fields=("unless", *_SECTIONS))), "made"),
    **_filled({program_age.CHECK: Takes(_PROGRAMS, fields=_SECTIONS)}, "began", "program"),
}
_PROPERTY = {"property": single(PROPERTY)}
_VALUES = {"values": many(any_text)}
_MEASURED = ("title", "description", "employer", "id")
_CHANNEL = {
    **_filled(
        _each(MARKUP_CHECKS, Takes())
        | _each(("lacking", "iso-date", "boolean"), Takes(_PROPERTY))
        | _each(("pay", "tags"), Takes(_VALUES))
        | {"one-of": Takes(_PROPERTY | _VALUES, {"inside": single(PROPERTY)})},
        "fault",
    ),
    **_each(("foreign-characters", "plain-http", "pay-in-words-only", "page-without-markup"), Takes()),
    **_filled(_each(("several-openings", "several-postings", "unseen"), Takes()), "value"),
    **_filled(_each(("employer-in-title", "city-in-title"), Takes()), "name"),
    "field": Takes(
        may_have={
            **_PRESENT,
            "body": many(name_of(("title", "description")), or_one=True),
            "words": many(name_of(("link", "company")), or_one=True),
            "meta": many(any_text, or_one=True),
        },
        fields=("terms",),
        one_of=("terms", "stated", "markup", "sections", "body", "words", "meta"),
    ),
    "unread": Takes({"field": single(_FIELD)}),
    **_filled({"length": Takes({"of": single(name_of(_MEASURED))}, _LIMITS, one_of=tuple(_LIMITS))}, "value"),
    "context": Takes({"scheme": single(name_of(("none", "http", "https")))}),
    "hidden-employer": Takes(fields=("needs",), one_of=("needs",)),
    "telecommute-denied": Takes(fields=("needs", "exceptions"), one_of=("needs",)),
    "remote-unsaid": _NOT_MISSING,
}

_KEY_PHRASE = {
    "title-not-in-opening": ("phrase",),
    "few-found": ("phrases", "count", "total"),
    "stuffed": ("phrase", "count"),
}

KINDS: Mapping[str, Kind] = {
    "phrase": Kind(
        "",
        {
            "": Takes(
                may_have={"not-titled": _WORDS, "trim": _WORDS, "needs-in": single(name_of(("posting",)))},
                fields=tuple(FIELDS),
                one_of=("terms",),
            )
        },
    ),
    "missing": Kind("", {"": _NOT_MISSING._replace(fills=())}),
    "measure": Kind(
        "measure",
        _filled(
            _each(
                (*measure.OF_WORDS, *measure.OF_POSTINGS),
                Takes(may_have=_LIMITS, fields=(*_SECTIONS, "unless"), one_of=tuple(_LIMITS)),
            ),
            "value",
            "limit",
        ),
    ),
    "pay-law": Kind(
        "item",
        {
            **_each(
                get_args(AdItem), _NOT_MISSING._replace(may_have={**_PRESENT, "left-open": many(any_text)}, fills=_LAW)
            ),
            "closed-range": Takes(fills=("matched", *_LAW)),
        },
    ),
    "credential": Kind("check", _in_sections(_CREDENTIAL)),
    "license": Kind("check", _in_sections(_LICENSE)),
    "wage": Kind("check", _WAGE),
    "statement": Kind("check", _STATEMENT),
    "duplicate": Kind(
        "", _filled({"": Takes(may_have={"share": number(1, 100)}, fields=_SECTIONS)}, "earlier", "place")
    ),
    "key-phrase": Kind("check", {name: Takes(fills=fills) for name, fills in _KEY_PHRASE.items()}),
    "channel": Kind("check", _CHANNEL),
    "trait": Kind(
        "",
        {
            "": Takes(
                may_have=dict.fromkeys(SORTS, many(any_text, least=0)),
                fields=("exceptions", "unless", "negated", *_SECTIONS),
                one_of=SORTS,
                fills=("matched", "stance"),
            )
        },
    ),
}
