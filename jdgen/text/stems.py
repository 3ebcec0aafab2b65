"""Word stems, so that "coordinates care" is found when "care coordination" is looked for. Snowball's English stemmer does the work."""

import sys
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec

_PACKAGE = "snowballstemmer"


@lru_cache(maxsize=1)
def _stem_word() -> Callable[[str], str]:
    """Return Snowball's function for English; imported here, since most checks look for no key phrase.

    The package imports thirty languages, which takes as long as to check a posting. The module of one language needs none of the others:
    it is imported beside a package whose own code is not run.
    """
    spec = find_spec(_PACKAGE)
    is_new = spec is not None and sys.modules.setdefault(_PACKAGE, bare := module_from_spec(spec)) is bare
    try:
        function: Callable[[str], str] = import_module(f"{_PACKAGE}.english_stemmer").EnglishStemmer().stemWord
    finally:
        if is_new:
            del sys.modules[_PACKAGE]
    return function


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of a word in small letters."""
    return str(_stem_word()(word))


def stems(words: Iterable[str]) -> tuple[str, ...]:
    """Return the stem of every word."""
    return tuple(map(stem, words))


class _Known(dict[str, str]):
    def __missing__(self, word: str) -> str:
        return stem(word)


class StemTable:
    """Stems worked out before: who finds all words in it needs no stemmer. Tables are told apart by being the same one."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        """Work out the stems of words in small letters."""
        self._known = _Known((word, stem(word)) for word in words)

    def stem(self, word: str) -> str:
        """Return the stem of a word, also of one that is not in the table."""
        return self._known[word]

    def stems(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return the stem of every word."""
        return tuple(map(self._known.__getitem__, words))


class StemsNear(dict[str, str]):
    """The stems of words that can have one of some stems. Any other word stands for itself and is none of them: most words of a text need no stemmer.

    Snowball changes nothing in the first two letters, and the third only to an i, or to an e behind which nothing stands: "dry" and "dri", "using"
    and "use". In words such as dying it changes the second letter too; words with an apostrophe are looked up in any case.
    """

    def __init__(self, wanted: Iterable[str], table: StemTable) -> None:
        """Note how words begin that can have a stem of the `wanted` ones."""
        super().__init__()
        self._table = table
        wanted = frozenset(wanted)
        short = (one[:2] for one in wanted if one[2:3] == "i" or one[2:] == "e")
        self._beginnings = frozenset((*(one[:3] for one in wanted), *short))

    def __missing__(self, word: str) -> str:
        """Look a word up when it is first asked for."""
        beginnings = {word[:1], word[:2], word[:3]}
        is_near = not self._beginnings.isdisjoint(beginnings) or "'" in word or word[1:] == "ying"
        self[word] = found = self._table.stem(word) if is_near else word
        return found

    def of(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return the stems of a text's words."""
        return tuple(map(self.__getitem__, words))


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
