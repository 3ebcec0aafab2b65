"""Counting syllables and grading prose.

The grade is Flesch-Kincaid: 0.39 * words a sentence + 11.8 * syllables a word - 15.59 (Kincaid, Fishburne, Rogers and Chissom, 1975, Navy
Research Branch Report 8-75). Syllables are counted from the spelling.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouyszxhcg]es|[^aeiouy]que|gue)$")
_LE_END = re.compile(r"[^aeiouy]les?$")
_SPLIT = re.compile(
    r"ia(?!l|n$|ge)|iu|io(?!n|us)|ier(?=$|s$)|ie(?=t)|ua(?!r|l|g|n)|uou|creat|being|doing|seeing|cooper|coord|reass|reim|preex|nuity$"
)
_UNLIKE_THEIR_SPELLING = {
    "people": 2, "experience": 4, "experiences": 5, "experienced": 4, "employee": 3, "employees": 3, "area": 3, "areas": 3, "behavioral": 4,
    "behavior": 3, "behaviors": 3, "schedule": 2, "schedules": 2, "scheduled": 2, "idea": 3, "ideas": 3, "required": 2, "requires": 2,
    "video": 3, "business": 2, "every": 2, "evening": 2, "evenings": 2, "different": 3, "interest": 3, "audience": 3, "science": 2,
    "sciences": 3, "client": 2, "clients": 2, "diet": 2, "quiet": 2, "society": 4, "variety": 4, "anxiety": 4, "reliable": 4, "trial": 2,
    "colleague": 2, "colleagues": 2, "league": 1, "psychiatry": 4, "neonatal": 4, "preferred": 2, "referred": 2, "inpatient": 3,
    "inpatients": 3, "outpatient": 3, "outpatients": 3, "geriatric": 4, "pediatric": 4, "medicaid": 3, "medicare": 3, "hospice": 2,
    "psychosocial": 5, "oriented": 4, "initiative": 4, "initiatives": 4,
}  # fmt: skip
"""Words of the field whose syllables the rules below miscount."""

_FUSED = re.compile(r"(?<=[^aeiouy])e(?=ment|ful|less|ly|ness|work|time|line|care|giver|load)")


@lru_cache(maxsize=50_000)
def syllables(word: str) -> int:
    """Return how many syllables a word has, judged by its spelling; at least 1. Abbreviations count one for each letter."""
    if len(word) < 7 and word.isupper():
        return len(word)
    small = word.lower()
    if small in _UNLIKE_THEIR_SPELLING:
        return _UNLIKE_THEIR_SPELLING[small]
    if len(small) <= 3:
        return 1
    stem = _FUSED.sub("", small)
    count = len(_VOWELS.findall(stem)) + len(_SPLIT.findall(stem))
    if _SILENT_END.search(stem) and not _LE_END.search(stem):
        count -= 1
    return max(count, 1)


def grade(sentences: Iterable[list[str]]) -> float | None:
    """Return the school grade of sentences, each a list of words, or None where there are fewer than a hundred words."""
    parts = [words for words in sentences if words]
    count = sum(map(len, parts))
    if count < _FEWEST_WORDS:
        return None
    total = sum(sum(map(syllables, words)) for words in parts)
    return round(0.39 * count / len(parts) + 11.8 * total / count - 15.59, 1)


_FEWEST_WORDS = 100
