"""What a reader of typed text answers when the text cannot be read."""

from typing import NamedTuple

_LONGEST_QUOTE = 60


class Problem(NamedTuple):
    """Why a text could not be read: a stable kind, one sentence, and the repair."""

    kind: str
    message: str
    hint: str


def quoted(text: str) -> str:
    """Return the text as a message shows it: one line, in backticks, shortened, nothing unprintable."""
    line = " ".join(text[: 4 * _LONGEST_QUOTE].split())
    shown = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)
    if len(shown) > _LONGEST_QUOTE:
        shown = shown[: _LONGEST_QUOTE - 1].rstrip() + "…"
    return f"`{shown}`"
