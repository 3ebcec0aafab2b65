"""Word stems, so that "coordinates care" is found when "care coordination" is looked for. Snowball's English stemmer does the work."""

from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer  # type: ignore[import-untyped]  # carries no types

_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of a word in small letters."""
    return str(_STEMMER.stemWord(word))


def stems(words: Iterable[str]) -> tuple[str, ...]:
    """Return the stem of every word."""
    return tuple(map(stem, words))


def occurrences(phrase: tuple[str, ...], text: tuple[str, ...]) -> list[int]:
    """Return where a phrase of stems stands in a text of stems, one after the other."""
    if not phrase:
        return []
    size, first, at = len(phrase), phrase[0], -1
    found: list[int] = []
    for _ in range(text.count(first)):
        at = text.index(first, at + 1)
        if text[at : at + size] == phrase:
            found.append(at)
    return found
