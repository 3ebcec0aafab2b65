"""How somebody is employed: the kinds, weekly hours, the share of a full-time job, the term.

"Full-time", "PRN", "0.9 FTE", "contract, 13 weeks" and their combinations. Nothing is inferred that was not said: a
share below 1.0 FTE alone does not tell whether the employer calls it full-time, so its kinds stay empty.
"""

import re
from decimal import Decimal
from typing import Literal, NamedTuple, cast, get_args

from jdgen.text.problem import Problem, quoted
from jdgen.text.tokens import LONGEST_TEXT, Token, compile_words, cut, of_kind, plain
from jdgen.text.words import join_words

Kind = Literal["full-time", "part-time", "per-diem", "contract", "temporary", "internship", "volunteer"]

_HINT = "write for example `full-time, 40 hours/week`, `part-time, 0.6 FTE`, `per diem` or `contract, 13 weeks`"

_MOST_HOURS = Decimal(80)
_HIGHEST_FTE = Decimal("1.5")
# Below 30 hours a week nobody is full-time in federal law (26 U.S.C. 4980H(c)(4)). No employer calls 40 part-time.
_LEAST_FULL_TIME_HOURS = Decimal(30)
_STANDARD_HOURS = Decimal(40)
# Full-time weeks run from 35 hours (Bureau of Labor Statistics) to 40; a little more leaves room for paid breaks.
_FULL_WEEK = (Decimal(35), Decimal(42))

_NUMBER = r"(?:[0-9]{1,4}(?:\.[0-9]+)?|\.[0-9]+)"
_RANGE = rf"{_NUMBER}(?:\s?(?:-|to|or)\s?{_NUMBER})?"
_HOURS = r"[\s-]?(?:hours?|hrs?|h)(?![a-z])\.?"
_A_WEEK = r"\s?(?:/|per|an?|each|every)?\s?(?:weekly|week|wk)(?![a-z])"
_KINDS: dict[Kind, str] = {
    "full-time": r"full[ -]?time|f/?t",
    "part-time": r"part[ -]?time|p/?t",
    "per-diem": r"per[ -]diem|p\.?r\.?n\.?|as[ -]needed|casual",
    "contract": r"contract(?:or|ual)?|fixed[ -]term",
    "temporary": r"temp(?:orary)?",
    "internship": r"intern(?:ship)?",
    "volunteer": r"volunteer(?:ing)?",
}
_WORDS = compile_words(
    {
        "fte": rf"{_NUMBER}\s?f\.?t\.?e\.?(?![a-z])|f\.?t\.?e\.?[\s:=]*{_NUMBER}",
        "other_hours": rf"{_RANGE}{_HOURS}\s*+(?:/|per|every|each|an?|in)(?![a-z])\s*+(?!week|wk)[a-z0-9]*",
        "hours": rf"{_RANGE}{_HOURS}(?:{_A_WEEK})?",
        "term": rf"{_RANGE}[\s-]?(?:days?|weeks?|wks?|months?|mos?|years?|yrs?)(?![a-z])",
        **{kind.replace("-", "_"): rf"(?<![a-z0-9])(?:{words})(?![a-z0-9])" for kind, words in _KINDS.items()},
    },
    skipped=r"[,;:()+&/.-]|(?<![a-z])(?:or|and|with|of|for|at|an?|the"
    r"|regular|permanent|position|role|job|employee|employment|status|staff)(?![a-z])",
)
_UNITS_OF_TERM = {"d": "day", "w": "week", "m": "month", "y": "year"}
# Hours counted by the day, the shift or the pay period: refused, because dividing them would be a guess.
_OTHER_PERIOD = re.compile(r"(?:hour|hr|[0-9]h).*(?:shift|da(?:y|ily)|pay|month|year|week)", re.IGNORECASE | re.DOTALL)


class Employment(NamedTuple):
    """The kinds as typed, weekly hours from and to, the full-time equivalent, and a term such as "13 weeks"."""

    kinds: tuple[Kind, ...]
    hours: tuple[Decimal, Decimal] | None = None
    fte: Decimal | None = None
    term: str | None = None


def parse_employment(text: str) -> Employment | Problem:
    """Read kinds, hours a week, FTE and term in any order, all but one of them optional.

    Problems: empty, unreadable, hours-not-weekly, repeated, too-precise, reversed, implausible, contradiction.
    """
    if not text.strip():
        return Problem("empty", "the employment type is empty", _HINT)
    if len(text) > LONGEST_TEXT:
        return _unreadable(text)
    tokens = cut(_WORDS, plain(text))
    return _find_fault(text, tokens) or _check(text, _build(tokens))


def format_employment(employment: Employment) -> str:
    """Return the canonical shorthand: "full-time, 36-40 hours/week, 0.9 FTE"; `parse_employment` reads it back."""
    parts = [" or ".join(kind.replace("per-diem", "per diem") for kind in employment.kinds)]
    if employment.hours:
        parts.append(f"{_span(employment.hours, '-')} hours/week")
    if employment.fte is not None:
        parts.append(f"{_format_fte(employment.fte)} FTE")
    parts.append(employment.term or "")
    return ", ".join(part for part in parts if part)


def describe_employment(employment: Employment) -> str:
    """Return the words of a posting: "full-time, 40 hours a week (1.0 FTE)"; `parse_employment` reads them back."""
    parts = [join_words([kind.replace("per-diem", "per diem") for kind in employment.kinds], "or")]
    if employment.hours:
        parts.append(f"{_span(employment.hours, ' to ')} {'hour' if employment.hours[1] == 1 else 'hours'} a week")
    parts.append(employment.term or "")
    words = ", ".join(part for part in parts if part)
    if employment.fte is None:
        return words
    fte = f"{_format_fte(employment.fte)} FTE"
    return f"{words} ({fte})" if words else fte


def _find_fault(text: str, tokens: tuple[Token, ...]) -> Problem | None:
    unknown = of_kind(tokens, "other_hours") + of_kind(tokens, "unread")
    if unknown and _OTHER_PERIOD.search(text):
        hint = "write the hours of one week, and the shifts in the schedule: `full-time, 36 hours/week`"
        return Problem("hours-not-weekly", f"{quoted(text)} counts hours by something other than the week", hint)
    if unknown:
        return Problem("unreadable", f"{quoted(text)} has the unknown word {quoted(unknown[0])}", _HINT)
    for kind in ("hours", "fte", "term"):
        found = of_kind(tokens, kind)
        if len(found) > 1:
            return Problem(
                "repeated", f"{quoted(text)} has two of {quoted(found[0])} and {quoted(found[1])}", "keep one"
            )
        if any("." in number and len(number.partition(".")[2]) > 2 for piece in found for number in _numbers_in(piece)):
            return Problem("too-precise", f"{quoted(found[0])} has more than two decimals", _HINT)
    return None if tokens else _unreadable(text)


def _build(tokens: tuple[Token, ...]) -> Employment:
    named = dict.fromkeys(token.kind.replace("_", "-") for token in tokens)
    kinds = [cast(Kind, kind) for kind in named if kind in get_args(Kind)]
    hours = next(iter(of_kind(tokens, "hours")), None)
    fte = next((Decimal(_numbers_in(piece)[0]) for piece in of_kind(tokens, "fte")), None)
    term = next(iter(of_kind(tokens, "term")), None)
    if fte == 1 and not kinds:
        kinds = ["full-time"]
    return Employment(tuple(kinds), _read_hours(hours) if hours else None, fte, _read_term(term) if term else None)


def _check(text: str, employment: Employment) -> Employment | Problem:
    """Return the employment unless its figures cannot be true or contradict each other."""
    low, high = employment.hours or (_STANDARD_HOURS, _STANDARD_HOURS)
    if low > high:
        return Problem(
            "reversed", f"{quoted(text)} has the larger hours first", f"write `{_span((high, low), '-')} hours/week`"
        )
    if low <= 0 or high > _MOST_HOURS:
        return Problem(
            "implausible", f"{quoted(text)} has hours that no week allows", "write the hours of one week, up to 80"
        )
    if employment.fte is not None and not 0 < employment.fte <= _HIGHEST_FTE:
        return Problem("implausible", f"{quoted(text)} has an FTE outside 0 to 1.5", "1.0 FTE is one full-time job")
    if not (employment.kinds or employment.hours or employment.fte):
        return Problem("unreadable", f"{quoted(text)} does not say full-time, part-time or another kind", _HINT)
    contradiction = _contradiction(employment)
    return (
        Problem("contradiction", f"{quoted(text)}: {contradiction}", "change one of the two")
        if contradiction
        else employment
    )


def _contradiction(employment: Employment) -> str | None:
    full_time, part_time = ("full-time" in employment.kinds, "part-time" in employment.kinds)
    if employment.hours and employment.fte is not None:
        least, most = (hours * employment.fte for hours in _FULL_WEEK)
        if employment.hours[1] < least or employment.hours[0] > most:
            return (
                f"{_format_fte(employment.fte)} FTE is about {_figure(_STANDARD_HOURS * employment.fte)} hours a week"
            )
    if full_time == part_time:
        return None
    least_hours, most_hours = _hours_meant(employment)
    if full_time and most_hours < _LEAST_FULL_TIME_HOURS:
        return f"full-time is at least {_LEAST_FULL_TIME_HOURS} hours a week"
    if part_time and least_hours >= _STANDARD_HOURS:
        return f"{_STANDARD_HOURS} hours a week are full-time"
    return None


def _hours_meant(employment: Employment) -> tuple[Decimal, Decimal]:
    """Return the hours as typed or as the FTE has them; without either, hours that contradict nothing."""
    if employment.hours:
        return employment.hours
    if employment.fte is not None:
        return (_STANDARD_HOURS * employment.fte,) * 2
    return (Decimal(0), _MOST_HOURS)


def _read_hours(piece: str) -> tuple[Decimal, Decimal]:
    numbers = [Decimal(number) for number in _numbers_in(piece)]
    return numbers[0], numbers[-1]


def _read_term(piece: str) -> str:
    """Return the term in one spelling: "13-wk" becomes "13 weeks", "3-6 mos" becomes "3 to 6 months"."""
    numbers = [_figure(Decimal(number)) for number in _numbers_in(piece)]
    unit = _UNITS_OF_TERM[re.sub(r"[^a-z]|to|or", "", piece.lower())[0]]
    return f"{' to '.join(numbers)} {unit if numbers == ['1'] else unit + 's'}"


def _numbers_in(piece: str) -> list[str]:
    return re.findall(_NUMBER, piece)


def _span(hours: tuple[Decimal, Decimal], to: str) -> str:
    low, high = (_figure(end) for end in hours)
    return low if low == high else f"{low}{to}{high}"


def _figure(number: Decimal) -> str:
    """Return a number without needless zeros: "36", "37.5"."""
    return f"{number.normalize():f}"


def _format_fte(fte: Decimal) -> str:
    """Return an FTE with one decimal at least: "1.0", "0.9", "0.75"."""
    shown = _figure(fte)
    return shown if "." in shown else f"{shown}.0"


def _unreadable(text: str) -> Problem:
    return Problem("unreadable", f"{quoted(text)} is not a kind of employment jdgen can read", _HINT)
