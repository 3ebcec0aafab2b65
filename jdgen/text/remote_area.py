"""Where a remote worker may live: some states, or anywhere in the United States."""

import re
from typing import NamedTuple

from jdgen.text.closest import did_you_mean
from jdgen.text.problem import Problem, quoted
from jdgen.text.states import ALSO_WORDS, STATES, find_state, state_name
from jdgen.text.tokens import LONGEST_TEXT, compile_words, cut, of_kind, plain
from jdgen.text.words import join_words
from jdgen.text.workplace import REMOTE

_HINT = "write `Remote` for anywhere in the United States, or `Remote (CO, MN)` with the states"

_NAMES = "|".join(sorted(map(re.escape, STATES.values()), key=len, reverse=True))
_PLAIN_CODES = "|".join(code for code in STATES if code.lower() not in ALSO_WORDS)
_CODES_LIKE_WORDS = "|".join(code.upper() for code in sorted(ALSO_WORDS))

# `IN`, `OR`, `ME` and the like are states in capitals and words in small letters. An unknown word is refused, because
# it may turn the meaning around: "except CA".
_WORDS = compile_words(
    {
        "state": rf"\b(?:{_NAMES}|{_PLAIN_CODES}|(?-i:{_CODES_LIKE_WORDS}))\b",
        "remote": rf"\b(?:{REMOTE})\b",
        "whole": r"\b(?:nation[ -]?wide|anywhere|all (?:50 )?states|any state)\b",
        "nation": r"\b(?:u\.?s\.?(?:a\b\.?)?|united states(?: of america)?)(?![a-z])",
    },
    skipped=r"[,;:/()&|+.-]|100 ?%|\b(?:and|or|in|within|from|for|the|of|only|fully|work(?:ing|ers?)?|people|candidates"
    r"|residents|living|based|who live|must live|states?|these|following|position|job|role|across)\b",
)

_LONGEST_LIST = 1000
"""All states by name are some 700 characters."""


class RemoteArea(NamedTuple):
    """The postal abbreviations of the states a remote worker may live in; none means anywhere in the United States."""

    states: tuple[str, ...] = ()


def mentions_remote(text: str) -> bool:
    """Tell whether a location speaks of remote work or of the whole nation instead of a place."""
    tokens = cut(_WORDS, plain(text[:LONGEST_TEXT]))
    return bool(of_kind(tokens, "remote")) or (bool(tokens) and {token.kind for token in tokens} <= {"whole", "nation"})


def parse_remote_area(text: str) -> RemoteArea | Problem:
    """Read `Remote`, `Remote, US`, `Remote (CO, MN, WI)`, `remote in CO and WY`, `Remote - Colorado or Minnesota`.

    Problems: empty, unreadable, unknown-state, ambiguous (`REMOTE IN OR`, all in capitals).
    """
    if not text.strip():
        return Problem("empty", "the remote area is empty", _HINT)
    if len(text) > _LONGEST_LIST:
        return Problem("unreadable", f"{quoted(text)} is not a remote area jdgen can read", _HINT)
    typed = plain(text)
    tokens = cut(_WORDS, typed)
    if unknown := of_kind(tokens, "unread"):
        return _unknown(typed, unknown[0])
    named = of_kind(tokens, "state")
    if typed.isupper() and {"IN", "OR"} & set(named) and any(word in typed for word in ("REMOTE IN", " OR ")):
        hint = "write the names: `Remote (Indiana, Oregon)`"
        return Problem("ambiguous", f"in {quoted(typed)} `IN` or `OR` may be a state or a word", hint)
    states = tuple(dict.fromkeys(found for name in named if (found := find_state(name))))
    if states and of_kind(tokens, "whole"):
        return Problem("ambiguous", f"{quoted(typed)} names the whole nation and single states", _HINT)
    return RemoteArea(states)


def format_remote_area(area: RemoteArea) -> str:
    """Return `Remote` or `Remote (CO, MN, WI)`; `parse_remote_area` reads it back."""
    return f"Remote ({', '.join(area.states)})" if area.states else "Remote"


def describe_remote_area(area: RemoteArea) -> str:
    """Return the words of a posting: "Remote, for people living in Colorado, Minnesota, or Wisconsin"."""
    if not area.states:
        return "Remote, anywhere in the United States"
    names = ["the District of Columbia" if state == "DC" else state_name(state) for state in area.states]
    return f"Remote, for people living in {join_words(names, 'or')}"


def _unknown(typed: str, word: str) -> Problem:
    if not word.isalpha():
        return Problem("unreadable", f"{quoted(typed)} is not a remote area jdgen can read", _HINT)
    hint = did_you_mean(word, STATES.values()) or _HINT
    return Problem("unknown-state", f"{quoted(typed)} has {quoted(word)}, which is not a state", hint)
