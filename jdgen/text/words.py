"""Small grammar of English: lists, articles, counts, sentences, paragraphs."""

import re
from collections.abc import Iterable

# Letters whose *name* starts with a vowel sound: "an RN", "an MSW", "an LCSW", but "a BSN".
_LETTERS_SAID_WITH_A_VOWEL = frozenset("AEFHILMNORSX")

_LONGEST_SPELLED_OUT = 5

# Acronyms said as a word, not letter by letter: "a SNAP office", "a HIPAA rule", "a NICU".
_SAID_AS_A_WORD = frozenset({
    "FAQ", "FEMA", "FERPA", "HEDIS", "HIPAA", "HUD", "LOCUS", "MICU", "NAMI", "NICU", "SICU", "SNAP", "SOAP", "SOAR",
})  # fmt: skip

# Words whose first letter and first sound disagree.
_VOWEL_SOUND = re.compile(r"(?:hour|honou?r|honest|heir|8|11(?!\d)|18(?!\d))", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(
    r"(?:one(?![a-z]{2})|once|eu|ewe|ubiquit|uni(?![dmn])|us(?:e|a|u|er)|ut(?:i|ensil)|ur(?:o|i|an))",
    re.IGNORECASE,
)

_FIRST_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_PARAGRAPH_END = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*")
_CLOSING = (".", "!", "?", "…", ":", ".)", "!)", "?)", '."', '!"', '?"', ".”", "!”", "?”")


def join_words(items: Iterable[str], conjunction: str = "and") -> str:
    """Join items as a sentence does: "a", "a and b", "a, b, and c".

    Three or more are parted by semicolons when one holds a comma itself: "Reno, Nevada; Boise, Idaho; or remote".
    """
    words = list(items)
    if len(words) <= 2:
        return f" {conjunction} ".join(words)
    mark = ";" if any("," in word for word in words) else ","
    return f"{mark} ".join([*words[:-1], f"{conjunction} {words[-1]}"])


def some_of(items: Iterable[str], most: int = 3) -> str:
    """Join the first of many items as a sentence does: "a, b, c, and 7 others"."""
    words = list(items)
    more = len(words) - most
    return join_words([*words[:most], *([counted(more, "other")] if more > 0 else [])])


def with_article(phrase: str) -> str:
    """Put "a" or "an" before a phrase by its first sound: "an RN role", "a university", "an 8-hour shift"."""
    return f"{'an' if _starts_with_vowel_sound(phrase) else 'a'} {phrase}"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """Return "1 opening", "2 openings", "1,200 beds"; `plural` is for words that do not just take an s."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def sentence(text: str) -> str:
    """Return the text on one line with a capital first letter and a closing mark; other capitals stay."""
    line = " ".join(text.split())
    if not line:
        return ""
    closed = line if line.endswith(_CLOSING) else line.rstrip(",;-\u2013 ") + "."
    return closed[0].upper() + closed[1:]


def paragraphs(text: str) -> list[str]:
    """Split at blank lines and put each paragraph on one line; empty ones vanish."""
    lines = (" ".join(part.split()) for part in _PARAGRAPH_END.split(text))
    return [line for line in lines if line]


def _starts_with_vowel_sound(phrase: str) -> bool:
    match = _FIRST_WORD.search(phrase)
    word = match.group() if match else ""
    if _is_spelled_by_letter(word):
        return word[0] in _LETTERS_SAID_WITH_A_VOWEL
    if _VOWEL_SOUND.match(word):
        return True
    return word[:1].lower() in {*"aeiou"} and not _CONSONANT_SOUND.match(word)


def _is_spelled_by_letter(word: str) -> bool:
    """Tell whether an acronym is read letter by letter; a final s or digits do not matter ("RNs", "F2F")."""
    letters = word.rstrip("s").replace(".", "")
    is_acronym = letters[:1].isalpha() and letters.isupper() and len(letters) <= _LONGEST_SPELLED_OUT
    return is_acronym and letters not in _SAID_AS_A_WORD
