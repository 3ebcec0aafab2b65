"""People served whose ages exclude each other: a children's clinic whose patients are past 65."""

import re
from collections.abc import Iterator

from jdgen.audit.kinds.arithmetic_week import Clash, Span

_OLDEST = 120
_AGES = re.compile(
    r"\b(?:ages?|aged|grades? [k\d]+ (?:to|through|-) ?\d+|from birth|birth|under|below|over|past|above|from age)\b(?: age)?(?: of)? ?(?P<low>\d{1,2})?(?: ?(?P<end>-|to|and|through|or) ?(?P<high>\d{1,2}|older|over|up|above|younger|under))?"
    r"|\b(?P<since>\d{2}) (?:and|or) (?P<side>older|over|up|above|under|younger)\b"
)
_GROUPS = {
    (0, 2): "infants newborns newborn neonatal nicu babies",
    (0, 17): "children children's child's pediatric pediatrics kids toddlers",
    (12, 20): "teens teenagers teenager adolescents adolescent",
    (60, _OLDEST): "geriatric retirees seniors elders eldercare elder elderly",
}
_OF_WORD = {word: ages for ages, words in _GROUPS.items() for word in words.split()}
_SAID_IN_WORDS = re.compile(
    r"\bolder adults?\b|\bnursing homes?\b|\bmedicare\b|\bday ?care\b|\bpreschools?\b|\bkindergarten\b|\bat school\b|\bschool meetings\b|\bin their (?P<decade>thirties|forties|fifties|sixties|seventies|eighties)\b"
)
_OF_PHRASE = {"at school": (5, 18), "school meetings": (5, 18)}
_YOUNGEST, _OLD = (0, 6), (60, _OLDEST)
_DECADES = {"thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80}
_WHOLE = re.compile(
    r"\b(?:serves?|treats?|sees?|works? (?:only |just )?with|patients are|clients are|caseload (?:is|of)|your (?:patients|clients|caseload|panel)|its (?:patients|clients|members|residents)|our (?:patients|clients|members)|these (?:patients|clients|members)|each of our|(?:patients|clients|members) on your|clinic|unit|practice|program|agency|hospital)\b"
)
_SENTENCE_END = re.compile(r"[.!?] ")
_WORDS = re.compile(r"[a-z']+")

WORDS_OF_AGE = frozenset({
    *_OF_WORD, "older", "nursing", "medicare", "school", "preschool", "kindergarten", "daycare", "day", "age", "ages", "aged", "grades", "birth", "under", "over", "fifties", "sixties", "seventies",
})  # fmt: skip
WORDS_OF_SERVED = frozenset({
    "serve", "serves", "treat", "treats", "see", "sees", "work", "works", "patients", "clients", "members", "residents", "caseload", "panel", "each",
    "clinic", "unit", "practice", "program", "agency", "hospital",
})  # fmt: skip
"""Words of which one stands in each age, and in each sentence on all the people served."""

Ages = tuple[int, int]


def ages_apart(text: str, span: Span) -> Iterator[Clash]:
    """Find a sentence on the people served whose ages no one of the sentence before has."""
    before: list[Ages] = []
    for start, end in _sentences(text, span):
        ages = _ages(text[start:end]) if _WHOLE.search(text, start, end) else []
        if before and ages and _are_apart(before, ages):
            yield start, end, ""
            return
        before = ages


def _sentences(text: str, span: Span) -> Iterator[Span]:
    start = span[0]
    for match in _SENTENCE_END.finditer(text, *span):
        yield start, match.start()
        start = match.end()
    yield start, start + len(text[start : span[1]].rstrip(" .!?"))


def _are_apart(before: list[Ages], ages: list[Ages]) -> bool:
    return all(one[1] < other[0] or other[1] < one[0] for one in before for other in ages)


def _ages(sentence: str) -> list[Ages]:
    """Return the spans of years that a sentence names, in figures or in words; figures make words for the same people exact."""
    figures = [ages for match in _AGES.finditer(sentence) if (ages := _in_figures(match))]
    phrases = [_in_phrase(match) for match in _SAID_IN_WORDS.finditer(sentence)]
    return figures + phrases + [_OF_WORD[word] for word in _WORDS.findall(sentence) if word in _OF_WORD]


def _in_figures(match: re.Match[str]) -> Ages | None:
    words = match[0]
    if words.startswith("grade"):
        return 5, 19
    if match["since"]:
        age = int(match["since"])
        return (age, _OLDEST) if match["side"] in {"older", "over", "up", "above"} else (0, age)
    if not match["low"]:
        return (
            (0, int(match["high"])) if words.startswith(("birth", "from birth")) and _is_number(match["high"]) else None
        )
    low = int(match["low"])
    if words.startswith(("under", "below")):
        return 0, low
    if words.startswith(("over", "past", "above")):
        return low, _OLDEST
    if _is_number(match["high"]):
        return (low, int(match["high"])) if match["end"] in {"-", "to", "and", "through"} else None
    if match["high"] in {"older", "over", "up", "above"}:
        return low, _OLDEST
    return (0, low) if match["high"] else None


def _is_number(words: str | None) -> bool:
    return bool(words) and str(words).isdigit()


def _in_phrase(match: re.Match[str]) -> Ages:
    if match["decade"]:
        return _DECADES[match["decade"]], _DECADES[match["decade"]] + 9
    return _OF_PHRASE.get(match[0], _YOUNGEST if match[0][0] in "dpk" else _OLD)
