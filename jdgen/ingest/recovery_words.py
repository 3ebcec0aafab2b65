"""What tells a fact of an old posting from a guess: the table `rules/_recovery.yaml`, ready to be asked."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from jdgen.load.cache import remembered
from jdgen.load.search import shipped_folder

_TOKEN = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_GAPS = re.compile(r"\s+")


class RecoveryTable(dict[str, Any]):
    """The table as it is written, kept for the next run."""


class Phrases(NamedTuple):
    """A list of words and phrases, asked without a pattern: looking up words costs less than compiling hundreds of them."""

    words: frozenset[str]
    letters: frozenset[str]
    longest: int

    def found_in(self, text: str) -> bool:
        """Say whether one of them stands in a text; letters in capitals count as they are written."""
        tokens = _TOKEN.findall(text)
        if any(token in self.letters for token in tokens):
            return True
        low = [token.lower() for token in tokens]
        if any(part in self.words for token in low if "-" in token for part in token.split("-")):
            return True
        for start in range(len(low)):
            for count in range(1, min(self.longest, len(low) - start) + 1):
                phrase = " ".join(low[start : start + count])
                if phrase in self.words or phrase.removesuffix("s") in self.words:
                    return True
        return False


def _read(file: Path) -> RecoveryTable:
    """Read the table; imported here, since a run that remembers it needs no YAML."""
    from jdgen.load.yaml_document import plain, read_yaml

    return RecoveryTable(plain(read_yaml(file)))


@lru_cache(maxsize=1)
def recovery_table() -> Mapping[str, Mapping[str, list[str]]]:
    """Return the shipped table: its lists by group and name."""
    file = shipped_folder() / "rules" / "_recovery.yaml"
    return remembered(file.read_bytes(), RecoveryTable, lambda: _read(file))


@lru_cache(maxsize=64)
def phrases(group: str, name: str) -> Phrases:
    """Return a list of the table."""
    listed = recovery_table()[group][name]
    letters = frozenset(one for one in listed if one.isupper())
    words = frozenset(" ".join(_TOKEN.findall(one)).lower() for one in listed if one not in letters)
    return Phrases(words, letters, max(one.count(" ") for one in words) + 1)


@lru_cache(maxsize=32)
def pattern(group: str, name: str) -> re.Pattern[str]:
    """Return a list of the table as one pattern in any letters, for who has to know where a phrase stands."""
    return any_of(recovery_table()[group][name])


def either(group: str, name: str) -> str:
    """Return a list of the table as a part for larger patterns, its phrases as they are written; what may follow them is for the caller to say."""
    return f"(?:{'|'.join(map(re.escape, recovery_table()[group][name]))})"


def either_capital(group: str, name: str) -> str:
    """Return the same, where each word may begin with a capital letter too."""
    spelled = (" ".join(map(_capital_or_not, one.split())) for one in recovery_table()[group][name])
    return f"(?:{'|'.join(spelled)})"


def _capital_or_not(word: str) -> str:
    first, rest = re.escape(word[0]), re.escape(word[1:])
    return first + rest if word.isupper() else f"(?:{first}|{first.upper()}){rest}"


def any_of(listed: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds whole phrases, the longest first, whatever stands between their words."""
    longest_first = sorted(listed, key=len, reverse=True)
    spelled = (_GAPS.sub(r"\\s+", re.escape(one).replace(r"\ ", " ")) for one in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w)", re.IGNORECASE)
