"""Finding what somebody meant to type, for "did you mean" hints."""

import re
from collections.abc import Iterable

# difflib compares in quadratic time, and nobody mistypes a name of this length.
_LONGEST_WORD = 80
_SIMILAR_ENOUGH = 0.6
_VERY_SIMILAR = 0.75


def closest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that looks most like the word, or None; case, spaces, `_` and `-` make no difference."""
    return next(iter(_close(word, choices, 1, _SIMILAR_ENOUGH)), None)


def all_close(word: str, choices: Iterable[str], *, most: int = 3) -> list[str]:
    """Return the choices that look very much like the word, the likest first; else the one that looks most like it, if any does."""
    choices = tuple(choices)
    return _close(word, choices, most, _VERY_SIMILAR) or _close(word, choices, 1, _SIMILAR_ENOUGH)


def _close(word: str, choices: Iterable[str], most: int, cutoff: float) -> list[str]:
    if len(word) > _LONGEST_WORD:
        return []
    from difflib import get_close_matches  # only who mistypes needs it

    by_key = {_key(choice): choice for choice in sorted(choices, reverse=True)}
    return [by_key[key] for key in get_close_matches(_key(word), by_key, n=most, cutoff=cutoff)]


def did_you_mean(word: str, choices: Iterable[str]) -> str | None:
    """Return the hint "did you mean `x`?", or None when nothing is close."""
    found = closest(word, choices)
    return f"did you mean `{found}`?" if found is not None else None


def _key(text: str) -> str:
    return re.sub(r"[\s_-]+", "-", text.strip()).casefold()
