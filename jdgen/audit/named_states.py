"""The states a sentence names: in full, after a city, or right before the license it speaks of."""

import re
from collections.abc import Iterator
from functools import lru_cache

from jdgen.audit.view import Sentence, View
from jdgen.text.states import ALSO_WORDS, STATES

_BY_NAME = {name.lower(): postal for postal, name in STATES.items()}
_ANY_NAME = re.compile(
    r"(?<![^\W_])(?:washington,? d\.?c\b|"
    + "|".join(sorted(_BY_NAME, key=len, reverse=True))
    + r")(?![^\W_])(?! (?:city|street|avenue|ave|st|(?:state )?university|heights)\b)"
)
_AFTER_CITY = re.compile(r"[A-Z][\w.'-]+, ?(?P<postal>[A-Z]{2})(?![\w-])")
_BEFORE_LICENSE = re.compile(
    r"(?<![\w-])(?P<postal>[A-Z]{2})[ -](?=(?:state )?(?:licen[sc]|RN\b|LPN\b|LVN\b|L[A-Z]{2,}|board|multi|compact|nurs))"
)
_BRACKETED = re.compile(r"(?:\((?P<postal>[A-Z]{2})\)|\bin (?P<other>[A-Z]{2})(?![\w-]))")
_DEGREES = frozenset({"MA", "MS", "MD", "PA", "ID", "AS"})
"""Letters that are a degree or a profession as often as a state."""


def named_states(view: View, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Give each state a sentence names, with where its name starts and ends."""
    for match in _ANY_NAME.finditer(view.text, sentence.start, sentence.end):
        yield *match.span(), _BY_NAME.get(match.group(), "DC")
    for pattern, sure in ((_AFTER_CITY, True), (_BEFORE_LICENSE, False), (_BRACKETED, False)):
        for match in pattern.finditer(view.cased, sentence.start, sentence.end):
            group = match.lastgroup or "postal"
            if _is_state(match[group], sure=sure):
                yield *match.span(group), match[group]


@lru_cache(maxsize=512)
def _is_state(letters: str, *, sure: bool) -> bool:
    """Say whether two capitals are a state; those that are words or degrees count only after a city."""
    return letters in STATES and (sure or not (letters in _DEGREES or letters.lower() in ALSO_WORDS))
