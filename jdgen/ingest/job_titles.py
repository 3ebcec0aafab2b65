"""Which line of an announcement is the job title: not a slogan, not the employer, not a day.

A line counts when it holds a noun for a job; what holds none is left to people. The words stand in `rules/_recovery.yaml`.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from jdgen.ingest.pieces import Piece
from jdgen.ingest.recovery_words import any_of, either, phrases, recovery_table
from jdgen.ingest.section_words import exact_role, heading_role, is_title_case, labelled_field
from jdgen.text.dates import parse_date
from jdgen.text.problem import Problem

LONGEST_TITLE = 120

_LONGEST_LINE = 2 * LONGEST_TITLE
"""A title with a slogan on either side; a longer line is a paragraph, and nothing is looked for in it."""

_LINES_AT_THE_TOP = 8
_LONGEST_AT_THE_TOP = 150
"""What is longer is the first paragraph, and the title stands above it."""

_MOST_WORDS = 12
_EDGES = " \t!:;,.*#~|/\\\u2022\u00b7\u2013\u2014-"
_ENDS = frozenset("!:;,*|~/\u2022\u00b7\u2013\u2014-")
_STICKS = re.compile(r"[a-z][A-Z]{3,}")
"""Two lines that lost the break between them: `Case ManagerREPORTS TO`."""

_MARK = re.compile(r"\s*[!:.*|~\u2022\u2013\u2014-][\s!:.*|~\u2022\u2013\u2014-]*")
_ARTICLE = re.compile(
    r"\s+(?:(?:for|as)\s+)?(?:(?:an?|our|our next|the|experienced|several|multiple|\d+)\s+)*", re.IGNORECASE
)
_ADDRESS = re.compile(r"@|://|www\.|\d{3}[-.) ]+\d{3}[-. ]\d{4}", re.IGNORECASE)
_COUNTY = re.compile(r"\b[A-Z][\w'\u2019-]* (?:County|COUNTY|Parish|PARISH)\b")
_CAPITALS = re.compile(r"\b[A-Z]{2,3}\b")
_SENTENCE = re.compile(r"\b(?:is|are|was|will|who|you|your|we|our|us|they|this)\b", re.IGNORECASE)


_TAIL = re.compile(
    r"(?:\s*[!:;,]|\s*[|~*\u2022\u00b7]|\s+[/\u2013\u2014-])\s+(?=[^|~*\u2022\u00b7]+$)|\s*\((?=[^()]+\)\W*$)"
)
"""Marks before the last part of a line, which may be there to lure: `| Great pay!`."""


def names_job(text: str) -> bool:
    """Say whether a line holds a noun for a job; in Cook County nobody cooks."""
    return phrases("titles", "jobs").found_in(_COUNTY.sub(" ", text))


def title_in(text: str) -> str | None:
    """Return the job title of a line without the slogans at its ends, or None where it holds no noun for a job."""
    title = _without_slogans(text.strip()) if len(text) <= _LONGEST_LINE else text
    if len(title) > LONGEST_TITLE or title[-1:] == "?" or _beginning("other_lines").match(title):
        return None
    if _STICKS.search(title) or _ADDRESS.search(title) or _SENTENCE.search(_CAPITALS.sub("", title)):
        return None
    return title if names_job(title) else None


def heading_title(text: str) -> str | None:
    """Return the title in the heading of a document: one without a noun we know counts too, unless it is surely something else."""
    title = title_in(text)
    if title or is_no_title(text):
        return title
    rest = _without_slogans(text.strip())
    if len(rest) > LONGEST_TITLE or rest[-1] in ".?!":
        return None
    if _beginning("calls").match(rest) or _beginning("other_lines").match(rest):
        return None
    return rest if rest.isupper() or is_title_case(rest) else None


def is_no_title(text: str) -> bool:
    """Say whether a line is surely something else: a slogan, a day, an address, the name of an employer."""
    if len(text) > _LONGEST_LINE:
        return True
    rest = _without_slogans(text.strip())
    return (
        not rest
        or _ADDRESS.search(rest) is not None
        or _STICKS.search(rest) is not None
        or not isinstance(parse_date(rest), Problem)
        or (not names_job(rest) and phrases("titles", "employers").found_in(rest))
    )


def title_index(pieces: Sequence[Piece]) -> int | None:
    """Return which piece at the top is the job title, where the first heading is none and a line near it is."""
    if len(pieces) < 2:
        return None
    heading = next((index for index, piece in enumerate(pieces) if piece.kind == "heading" and piece.level == 1), None)
    top = pieces[heading or 0].text
    if title_in(top) and (heading is not None or not _is_title_line(top)):
        return None
    for index, piece in enumerate(pieces[:_LINES_AT_THE_TOP]):
        if piece.kind not in {"heading", "paragraph"} or len(piece.text) > _LONGEST_AT_THE_TOP:
            return None
        if index != heading and _is_title_line(piece.text):
            return index
        if index not in {0, heading} and _opens_section(piece.text):
            return None
    return None


def _is_title_line(text: str) -> bool:
    """Say whether a line is a job title and nothing besides, as one that stands alone is printed."""
    if text[-1] in ".;:?," or ":" in text or text.count(" ") >= _MOST_WORDS or not text[0].isalnum():
        return False
    if _opens_section(text) or title_in(text) is None:
        return False
    return text.isupper() or is_title_case(text)


def _opens_section(text: str) -> bool:
    label = text.partition(":")[0]
    return exact_role(label) is not None or labelled_field(label) is not None or heading_role(text) is not None


def _without_slogans(text: str) -> str:
    """Return a line without the slogans it begins and ends with; where nothing else is left, nothing."""
    before = ""
    while text != before:
        before = text
        text = _without_one(text)
    return text


def _without_one(text: str) -> str:
    if not text.strip(_EDGES):
        return ""
    start = len(text) - len(text.lstrip(_EDGES))
    opening = _slogans("slogans").match(text, start)
    mark = _MARK.match(text, opening.end()) if opening else None
    if opening and not text[opening.end() :].strip(_EDGES):
        return ""
    if mark:
        return text[mark.end() :].strip()
    return _after_running(text) or _before_slogan(text)


def _after_running(text: str) -> str | None:
    """Return the title that a slogan runs into, "Cedar Ridge is hiring a Case Manager", where it stands in capitals and ends the line."""
    running = _slogans("running").search(text)
    if not running:
        return None
    mark = _MARK.match(text, running.end()) or _ARTICLE.match(text, running.end())
    rest = text[mark.end() :].strip(_EDGES) if mark else ""
    return rest if rest and is_title_case(rest) and names_job(rest) else None


def _before_slogan(text: str) -> str:
    for closing in _slogans("slogans").finditer(text):
        rest = text[: closing.start()].rstrip()
        if not text[closing.end() :].strip(_EDGES) and rest[-1:] and rest[-1] in _ENDS:
            return rest.rstrip(_EDGES)
    framed = text.rstrip(" \t*|~\u2022\u00b7")
    tails = [tail for tail in _TAIL.finditer(framed) if tail.start() and _lures(framed[tail.end() :])]
    return framed[: tails[0].start()].rstrip(_EDGES) if tails else text


def _lures(tail: str) -> bool:
    """Say whether the last part of a line praises the job, or calls people to something."""
    words = tail.rstrip(f"{_EDGES})")
    is_call = tail.rstrip()[-1:] == "!" and _beginning("calls").match(words) and not _beginning("no_calls").match(words)
    return bool(is_call) or _lure().fullmatch(words) is not None


@lru_cache(maxsize=2)
def _slogans(name: str) -> re.Pattern[str]:
    return any_of(recovery_table()["titles"][name])


@lru_cache(maxsize=3)
def _beginning(name: str) -> re.Pattern[str]:
    return re.compile(rf"{either('titles', name)}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _lure() -> re.Pattern[str]:
    """Return what a title is dressed up with: praise, a bonus, time off. A place, a unit and a kind of job are no such thing."""
    praise, praised, bonuses, days, lures = (
        either("titles", name) for name in ("praise", "praised", "bonuses", "days", "lures")
    )
    return re.compile(
        rf"{praise} {praised}(?:(?: (?:and|&|\+) |, )(?:{praise} )?{praised})*"
        rf"|(?:up to |earn )?(?:\$[\d,]+k? )?{bonuses} bonus(?:es)?(?: (?:available|offered|(?:of |up to )?\$[\d,]+k?))?"
        rf"|{days}(?: (?:and|&) {days})? off|no {days}|{lures}",
        re.IGNORECASE,
    )
