"""What no posting needs and what would keep the makers of HTML and PDF busy for hours, or run them out of stack.

Python-Markdown looks from every bracket to the end of its paragraph, and WeasyPrint descends into each element.
"""

import re
from collections.abc import Callable

from jdgen.errors import InputError, Where

MAX_DEPTH = 60
"""How deep elements may stand in each other, two for each list; WeasyPrint fails at about 150, earlier when called from deep."""

MAX_CHARACTERS = 100_000
"""The longest text, without its indentation; the longest posting anyone wrote is a fifth of it."""

_MOST_STEPS = 5_000_000
"""Marks times characters, over all paragraphs: half a second's work. A posting with a link in every line needs a hundredth."""

BODY = "the text"
"""The path that errors name: who knows the file puts it in."""
_BLANK_LINES = re.compile(r"\n(?:[ \t\r]*\n)+")
# A bracket that opens, a `<` that opens no tag, a heading: what is looked for to the end of the paragraph.
_MARK = re.compile(r"\\.|(\[|<(?![a-z/][^<>]*>)|^[ ]{0,3}#|^[ ]{0,3}[=-]+[ \t]*$)", re.MULTILINE | re.IGNORECASE)
_ELEMENT = re.compile(r"<(/?)(?!br>|hr>)[a-z][a-z0-9]*[^<>]*>")


def refuse_endless(markdown: str) -> None:
    """Raise InputError for a text that is too long, or a paragraph with more brackets than can be looked through, with its line."""
    length = len(" ".join(markdown.split()))
    if length > MAX_CHARACTERS:
        message = f"the text has {length:,} characters, expected at most {MAX_CHARACTERS:,}"
        raise InputError(
            message, where=Where(BODY), hint="keep to what the reader needs; most postings have fewer than 10,000"
        )
    steps = start = 0
    for end in [*(blank.start() for blank in _BLANK_LINES.finditer(markdown)), len(markdown)]:
        marks = sum(1 for mark in _MARK.finditer(markdown, start, end) if mark[1])
        steps += marks * (end - start)
        if steps > _MOST_STEPS:
            raise InputError(
                f"this paragraph holds {marks:,} opening brackets and headings in {end - start:,} characters, "
                "more than can be looked through",
                where=Where(BODY, line_of(markdown, start)),
                hint="put blank lines between paragraphs, and a backslash before a bracket that opens no link",
            )
        start = end


def convert_flat(convert: Callable[[str], str], text: str) -> str:
    """Return what a converter makes of a text; raise InputError where it stands deeper than `MAX_DEPTH` or than Python reaches."""
    try:
        html = convert(text)
    except RecursionError:
        raise _too_deep() from None
    depth = 0
    for element in _ELEMENT.finditer(html):
        depth += -1 if element[1] else 1
        if depth > MAX_DEPTH:
            raise _too_deep()
    return html


def line_of(text: str, position: int) -> int:
    """Return the line in which the first word at or after a position stands, from 1."""
    blank = len(text[position:]) - len(text[position:].lstrip())
    return text.count("\n", 0, position + blank) + 1


def _too_deep() -> InputError:
    return InputError(
        f"lists, quotes or tags stand more than {MAX_DEPTH // 2} levels deep in each other, expected a flatter text",
        where=Where(BODY),
        hint="write the inner lists as paragraphs of their own",
    )
