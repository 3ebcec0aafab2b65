"""Cutting a short typed text into the words a reader knows and the words it does not.

Every reader of shorthand (pay, employment, workplace, remote areas) works the same way: cut, complain about what is
unknown, then look at what is left. A word nobody knows is never skipped, because it may turn the meaning around
("not remote", "80k bonus").
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple, NewType

# Longer texts are prose, not shorthand. The limit also keeps every reader linear on hostile input.
LONGEST_TEXT = 200

# ASCII, because case folding otherwise takes the long s of old prints and the dotless i of Turkish for s and i.
_FLAGS = re.IGNORECASE | re.DOTALL | re.ASCII

# What typographic programs put where the keyboard has one plain character, and what web pages hide between letters.
_PLAIN = str.maketrans(
    dict.fromkeys("\u00ad\u200b\u2060\ufeff", "")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
    | dict.fromkeys("\u2018\u2019\u02bc\uff07", "'")
)

Words = NewType("Words", str)
"""The words one reader knows, as one pattern."""


class Token(NamedTuple):
    """A piece of typed text and the kind of word it is."""

    kind: str
    text: str


def plain(text: str) -> str:
    """Return the text with every dash as `-`, every apostrophe as `'`, single spaces, and nothing hidden."""
    return " ".join(text.translate(_PLAIN).split())


def compile_words(words: Mapping[str, str], *, skipped: str) -> Words:
    """Join kinds and their patterns, the first that fits wins; `skipped`, tried after them, means nothing."""
    known = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in words.items())
    unread = r"[^\s0-9!-/:-@\[-`{-~]+|[0-9]+(?:[.,][0-9]+)*|."
    return Words(rf"{known}|(?P<skipped>\s+|{skipped})|(?P<unread>{unread})")


@lru_cache(maxsize=32)
def _compiled(words: Words) -> re.Pattern[str]:
    """Compile the words of one reader when the first text comes: most commands need few of them, and each takes milliseconds."""
    return re.compile(words, _FLAGS)


def cut(words: Words, text: str) -> tuple[Token, ...]:
    """Cut the text into tokens; a piece no pattern knows has the kind `unread`."""
    found = ((match.lastgroup or "unread", match.group()) for match in _compiled(words).finditer(text))
    return tuple(Token(kind, piece) for kind, piece in found if kind != "skipped")


def of_kind(tokens: tuple[Token, ...], kind: str) -> tuple[str, ...]:
    """Return the texts of the tokens of one kind, in reading order."""
    return tuple(token.text for token in tokens if token.kind == kind)
