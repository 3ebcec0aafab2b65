"""Text on a terminal, where a character takes no, one or two columns, and some would steer the terminal instead of standing in it."""

from unicodedata import category, east_asian_width

_UNSEEN = {"Mn", "Me", "Cf"}
_STEERS = {"Cc", "Cs", "Co", "Cn"}
_GAPS = frozenset("\t\n\r\v\f\x85\u2028\u2029")
# They turn the order of what follows around, also of what is not theirs.
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def visible(text: str) -> str:
    """Return the text with each character that is no character to read replaced by one that is; the length stays."""
    return text if text.isascii() and text.isprintable() else "".join(map(_visible, text))


def _visible(char: str) -> str:
    if char in _GAPS:
        return " "
    return "\N{REPLACEMENT CHARACTER}" if char in _TURNS or category(char) in _STEERS else char


def width(text: str) -> int:
    """Return how many columns a visible text takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(char: str) -> int:
    if category(char) in _UNSEEN:
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def padded(text: str, columns: int) -> str:
    """Return the text with spaces after it up to a number of columns."""
    return text + " " * (columns - width(text))


def cut(text: str, columns: int) -> str:
    """Return as much of the beginning as fits."""
    if width(text) <= columns:
        return text
    taken = 0
    for index, char in enumerate(text):
        taken += _width(char)
        if taken > columns:
            return text[:index]
    return text


def wrapped(text: str, columns: int) -> list[str]:
    """Return the words in lines of at most so many columns; a longer word, an address most likely, has a line of its own."""
    lines: list[str] = []
    for word in visible(text).split():
        if lines and width(lines[-1]) + 1 + width(word) <= columns:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
