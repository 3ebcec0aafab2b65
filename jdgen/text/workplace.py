"""Where the work is done: on site, hybrid or remote, by the many names people give them."""

from typing import Literal

from jdgen.text.problem import Problem, quoted
from jdgen.text.tokens import LONGEST_TEXT, compile_words, cut, plain

Workplace = Literal["onsite", "hybrid", "remote"]

_HINT = "write `onsite`, `hybrid` or `remote`"

_COUNT = (
    r"(?:[1-4](?: ?(?:-|to|or) ?[1-4])?|one|two|three|four)(?: days?| ?x)?(?: ?/ ?week| (?:a|per|each) week| weekly)?"
)
REMOTE = (
    r"remote(?:ly)?|tele-?(?:work(?:ing)?|commut(?:e|ing))|wfh|(?:work(?:ing)? )?(?:from|at) home|home[ -]based|virtual"
)
_ONSITE = (
    r"on[ -]?(?:site|premises?|location)|in[ -]?person|in(?:[ -]the)?[ -]office|office[ -]based|face[ -]to[ -]face"
)

# What is partly remote or partly on site is hybrid, so that reading stands first. A word that is not here is refused,
# because it may turn the meaning around: "no", "not", "eventually".
_WORDS = compile_words(
    {
        "wholly": r"100 ?%|fully|completely|entirely|only",
        "hybrid": rf"hybrid|(?:part(?:ly|ially)|sometimes|some|{_COUNT}(?: work(?:ing)?)?) (?:{REMOTE}|{_ONSITE})",
        "days": _COUNT,
        "remote": REMOTE,
        "onsite": _ONSITE,
    },
    skipped=r"[.,:;()/&+-]|\b(?:and|or|with|work(?:place)?|schedule|position|role|job|model)\b",
)
_MEANING: dict[frozenset[str], Workplace] = {
    frozenset({"remote"}): "remote",
    frozenset({"onsite"}): "onsite",
    frozenset({"hybrid"}): "hybrid",
    frozenset({"hybrid", "remote"}): "hybrid",
    frozenset({"hybrid", "onsite"}): "hybrid",
    frozenset({"hybrid", "remote", "onsite"}): "hybrid",
}


def parse_workplace(text: str) -> Workplace | Problem:
    """Read `on-site`, `in person`, `hybrid - 2 days`, `remote`, `telework`, `WFH` and the like.

    Days beside `hybrid` are refused, so that they are not lost. Problems: empty, unreadable, two-kinds, days.
    """
    if not text.strip():
        return Problem("empty", "the workplace is empty", _HINT)
    if len(text) > LONGEST_TEXT:
        return _unreadable(text)
    kinds = {token.kind for token in cut(_WORDS, plain(text))}
    if "hybrid" in kinds and "days" in kinds:
        return Problem(
            "days", f"{quoted(text)} holds more than the workplace", "write `hybrid`, and the days into `schedule`"
        )
    if kinds == {"onsite", "remote"}:
        return Problem("two-kinds", f"{quoted(text)} names two workplaces", "write `hybrid`, or the one that applies")
    if kinds & {"onsite", "remote"}:
        kinds.discard("wholly")
    return _MEANING.get(frozenset(kinds)) or _unreadable(text)


def _unreadable(text: str) -> Problem:
    return Problem("unreadable", f"{quoted(text)} is not a workplace jdgen can read", _HINT)
