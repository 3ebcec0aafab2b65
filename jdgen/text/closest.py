"""Finding what somebody meant to type, for "did you mean" hints."""

import re
from collections.abc import Iterable

# difflib compares in quadratic time, and nobody mistypes a name of this length.
_LONGEST_WORD = 80
_SIMILAR_ENOUGH = 0.6


def closest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that looks most like the word, or None; case, spaces, `_` and `-` make no difference."""
    if len(word) > _LONGEST_WORD:
        return None
    from difflib import get_close_matches  # only who mistypes needs it

    by_key = {_key(choice): choice for choice in sorted(choices, reverse=True)}
    found = get_close_matches(_key(word), by_key, n=1, cutoff=_SIMILAR_ENOUGH)
    return by_key[found[0]] if found else None


def did_you_mean(word: str, choices: Iterable[str]) -> str | None:
    """Return the hint "did you mean `x`?", or None when nothing is close."""
    found = closest(word, choices)
    return f"did you mean `{found}`?" if found is not None else None


def _key(text: str) -> str:
    return re.sub(r"[\s_-]+", "-", text.strip()).casefold()
