"""The words of a comment that allows findings: `allow[-file] RULE[, RULE] because REASON [until DATE]`.

A day that was mistyped must never let a finding pass for good. So what begins as a day and is none makes the comment unreadable, and so does
a comment that only looks as if it allowed something.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from jdgen.text.dates import parse_date
from jdgen.text.problem import Problem, quoted

_OURS = re.compile(r"\s*jdgen:\s*(allow(?:-file)?)(?![\w-])", re.IGNORECASE)
_ALIKE = re.compile(
    r"\s*(?P<typed>jdgen(?:\s*[:;=]|[\s_-]+(?:allow|permit|accept|except|exempt|ignor|disabl|suppress|skip|silenc|mute|hide|off\b|no(?:qa|lint)\b)))",
    re.IGNORECASE,
)
"""How a comment begins that was meant for jdgen."""
_NAME = re.compile(r"(?=[^.]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)?", re.ASCII)
_BETWEEN_NAMES = re.compile(r"(?:\s*,)?\s+(?:and\s+)?|\s*,\s*")
_BECAUSE = re.compile(r"\sbecause(?=\s|$)", re.IGNORECASE)
_UNTIL = re.compile(
    r"(?<![\w-])(?:(?P<ours>until)|(?:untill|till|'?til|through|thru|expir(?:es|ing))(?: on)?)(?![\w-])[\s:]*",
    re.IGNORECASE,
)
_LONGEST_DAY, _WORDS_OF_A_DAY = 80, 5
_OPENING, _CLOSING = " ([{\"'`", " .,;:!?)]}\"'`\u2026"
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_YEAR = r"(?P<year>(?:19|20|21)[0-9]{2})"
_OF_MONTHS = tuple(
    re.compile(rf"(?:the )?(?:end of )?{shape}(?=[.,;:!?)\]]*(?:\s|$))", re.IGNORECASE)
    for shape in (
        rf"(?P<month>[a-z]{{3,9}})\.?,? (?:of )?{_YEAR}",
        rf"(?P<month>[0-9]{{1,2}})[/.-]{_YEAR}",
        rf"{_YEAR}[/.-](?P<month>[0-9]{{1,2}})",
    )
)
_OF_YEAR = re.compile(rf"(?:the )?(?:end of )?(?:the year )?{_YEAR}(?=[.,;:!?)\]]|\s*$)", re.IGNORECASE)
_CLAUSE = re.compile(r"[^,;()]{0,60}")
_LIKE_A_DAY = re.compile(
    r"\b(?:19|20|21)[0-9]{2}(?:[0-9]{4})?\b|\b[0-9]{1,2}/[0-9]{1,4}\b|\b[0-9]{1,2}\.[0-9]{1,2}\.|^[0-9]{1,2}-[0-9]{1,2}\W*$"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\b\.? ?[0-9]|[0-9](?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\W*$"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|tonight|tomorrow)\b"
    r"|\bnext (?:week|month|quarter|year|spring|summer|fall|autumn|winter)\b|\bq[1-4]\b",
    re.IGNORECASE,
)
"""What nobody writes behind `until` who does not mean a day."""


class Comment(NamedTuple):
    """A comment of ours: its place, whether it is for the whole file, and what stands in it; `words` are those after `allow`, if it is of that form."""

    span: tuple[int, int]
    typed: str
    words: str | None = None
    whole_file: bool = False


class Meaning(NamedTuple):
    """What a comment says, or which rule on such comments it breaks."""

    names: tuple[str, ...] = ()
    reason: str = ""
    until: date | None = None
    mistake: str = ""


_UNREADABLE = Meaning(mistake="allow.unreadable")


def comments_in(source: str) -> Iterator[Comment]:
    """Give each comment that was meant for jdgen, in order; the time it takes grows with the text and no faster."""
    start = source.find("<!--")
    while start != -1:
        end = source.find("-->", start + 4)
        if end == -1:
            yield from islice(_unclosed(source, start), 1)
            return
        inside = source.rfind("<!--", start + 4, end)
        if inside != -1:
            yield from islice(_unclosed(source, start, inside), 1)
        start = max(start, inside)
        yield from _comment(source, (start, end + 3))
        start = source.find("<!--", end + 3)


def _unclosed(source: str, start: int, end: int | None = None) -> Iterator[Comment]:
    """Give what opens as a comment of ours and is not closed; each is shown as far as its line goes."""
    while start != -1:
        if match := _ALIKE.match(source, start + 4):
            line_end = source.find("\n", match.end())
            stop = len(source) if line_end == -1 else line_end
            begin = match.start("typed")
            yield Comment((start, stop), source[begin : min(stop, begin + _LONGEST_DAY)])
        start = source.find("<!--", start + 4, end)


def _comment(source: str, span: tuple[int, int]) -> Iterator[Comment]:
    start, end = span[0] + 4, span[1] - 3
    alike = _ALIKE.match(source, start, end)
    if alike is None:
        return
    ours = _OURS.match(source, start, end)
    words = source[ours.end() : end] if ours else None
    whole_file = ours is not None and ours[1].lower() == "allow-file"
    yield Comment(span, source[alike.start("typed") : end], words, whole_file)


def meaning_of(comment: Comment) -> Meaning:
    """Read a comment; the day may also stand before `because`."""
    if comment.words is None:
        return _UNREADABLE
    because = _BECAUSE.search(comment.words)
    before, reason = (
        (comment.words[: because.start()], comment.words[because.end() :]) if because else (comment.words, "")
    )
    reason, day = _without_day(reason)
    before, other = _without_day(before)
    names = tuple(dict.fromkeys(name for name in _BETWEEN_NAMES.split(before.strip().lower()) if name))
    is_readable = names and all(map(_NAME.fullmatch, names)) and not {"until", "till", "expires"} & {*names}
    if not is_readable or isinstance(day, Problem) or isinstance(other, Problem):
        return _UNREADABLE
    if not re.search(r"\w", reason):
        return Meaning(names, mistake="allow.no-reason")
    return Meaning(names, " ".join(reason.split()), day or other)


def _without_day(text: str) -> tuple[str, date | Problem | None]:
    """Return the last day that a text names behind `until`; words that are no day at all, "until the grant ends", are part of the text.

    The day is taken out where it is the end: in the middle of a reason, the words stay as they are.
    """
    for found in reversed(list(_UNTIL.finditer(text))):
        day, end = _day_at(text[found.end() : found.end() + _LONGEST_DAY], anywhere=bool(found["ours"]))
        if day is None and found["ours"] and not text[found.end() :].strip(_CLOSING):
            return text, Problem("empty", "the day behind `until` is missing", "write it as `2027-01-31`")
        if day is None:
            continue
        is_end = found["ours"] and not text[found.end() + end :].strip(_CLOSING)
        return (text[: found.start()].rstrip(_OPENING + ",;") if is_end else text), day
    return text, None


def _day_at(text: str, *, anywhere: bool) -> tuple[date | Problem | None, int]:
    """Return the day a text begins with, and where it ends; of a month or a year the last one.

    A Problem is what was meant as one: it begins so, or with `anywhere` its clause names a year, a month or the like.
    """
    begin = len(text) - len(text.lstrip(_OPENING))
    problem: Problem | None = None
    words = list(re.finditer(r"\S+", text))[:_WORDS_OF_A_DAY]
    for word in reversed(words):
        typed = text[begin : word.end()].rstrip(_CLOSING)
        outcome = parse_date(typed)
        if not isinstance(outcome, Problem):
            return outcome, begin + len(typed)
        if outcome.kind not in {"unreadable", "empty"}:
            problem = outcome
    if problem is None:
        day, end = _last_day(text[begin:])
        if day:
            return day, begin + end
    match = _CLAUSE.match(text, begin)
    clause = match[0] if match else ""
    if problem is None and (_LIKE_A_DAY.search if anywhere else _LIKE_A_DAY.match)(clause):
        problem = Problem("unreadable", f"{quoted(clause)} is not a day jdgen can read", "write it as `2027-01-31`")
    return problem, 0


def _last_day(text: str) -> tuple[date | None, int]:
    """Return the last day of the month or the year a text begins with, and where that ends."""
    for shape in _OF_MONTHS:
        if (match := shape.match(text)) and (month := _month(match["month"])):
            year = int(match["year"])
            return date(year, month, monthrange(year, month)[1]), match.end()
    match = _OF_YEAR.match(text)
    return (date(int(match["year"]), 12, 31), match.end()) if match else (None, 0)


def _month(typed: str) -> int:
    """Return 1 to 12 for a number, or for a name of at least three letters; 0 for none."""
    if typed.isdigit():
        return int(typed) if 1 <= int(typed) <= 12 else 0
    starts = (number for number, name in enumerate(_MONTHS, 1) if name.startswith(typed.lower()))
    return next(starts, 0)
