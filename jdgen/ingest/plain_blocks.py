"""The blocks of Markdown as most postings hold them, found without markdown-it: headings, paragraphs and flat lists.

A text with anything else, or with a line that might be anything else, is left to the library: it decides, and takes ten times as long.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_HEADING = re.compile(r"(#{1,6}) +(\S.*)")
_ITEM = re.compile(r"([-*+]) (?=\S)")
_ORDERED = re.compile(r"\d{1,9}[.)](?: |$)")
_EMPHASIS = re.compile(r"(?:\*{1,3}|_{1,3})[^\s*_]")
_WORDY = frozenset("$(\"'&\\{[!%@./?")
"""Marks that open no block where they begin a line."""

_FOREIGN = ("\r", "\t", "\0", "]:")
"""What changes how lines are read: other line ends, tabs, a character that is replaced, and definitions of links."""


class BlockToken(NamedTuple):
    """What a token of markdown-it says of a block."""

    type: str
    nesting: int = 0
    tag: str = ""
    map: tuple[int, int] = (0, 0)
    content: str = ""


def plain_tokens(text: str) -> tuple[list[BlockToken], int]:
    """Return the tokens of a text, without those that open and close paragraphs, and the line from which on the library has to look at it.

    That line is a heading, which ends whatever stands above it, or the first one.
    """
    lines = text.split("\n")
    if any(mark in text for mark in _FOREIGN):
        return [], 0
    found: list[BlockToken] = []
    kept = heading = 0
    try:
        for token in _tokens(lines):
            if token.type == "heading_open":
                kept, heading = len(found), token.map[0]
            found.append(token)
    except _NotPlainError:
        return found[:kept], heading
    return found, len(lines)


class _NotPlainError(Exception):
    """A line may be something else."""


def _tokens(lines: list[str]) -> Iterator[BlockToken]:
    bullet, at = "", 0
    while at < len(lines):
        line, end = lines[at], at + 1
        item = _ITEM.match(line)
        if item:
            if item[1] != bullet:
                yield from _closed(bullet)
                yield BlockToken("bullet_list_open", 1)
            bullet = item[1]
            yield from _item(lines, at, item.end())
        elif line.strip(" "):
            yield from _closed(bullet)
            bullet = ""
            heading = _HEADING.match(line)
            if heading:
                yield from _heading(heading, at)
            else:
                end = _end_of_paragraph(lines, at)
                yield BlockToken("inline", map=(at, end), content=_content("\n".join(lines[at:end])))
        at = end
    yield from _closed(bullet)


def _closed(bullet: str) -> Iterator[BlockToken]:
    if bullet:
        yield BlockToken("bullet_list_close", -1)


def _heading(heading: re.Match[str], at: int) -> Iterator[BlockToken]:
    if heading[2].rstrip().endswith("#"):
        raise _NotPlainError
    tag = f"h{len(heading[1])}"
    yield BlockToken("heading_open", 1, tag, (at, at + 1))
    yield BlockToken("inline", map=(at, at + 1), content=_content(heading[2]))
    yield BlockToken("heading_close", -1, tag)


def _item(lines: list[str], at: int, start: int) -> Iterator[BlockToken]:
    """Give an item of one line; what stands right below it and begins nothing new would be part of it."""
    content = lines[at][start:]
    following = lines[at + 1] if at + 1 < len(lines) else ""
    if not _is_wordy(content) or (following.strip(" ") and not _begins_block(following)):
        raise _NotPlainError
    yield BlockToken("list_item_open", 1)
    yield BlockToken("inline", map=(at, at + 1), content=_content(content))


def _content(text: str) -> str:
    """Return words without the spaces around them; what spaces other than the plain one are, the library decides."""
    content = text.strip(" ")
    if content != content.strip():
        raise _NotPlainError
    return content


def _end_of_paragraph(lines: list[str], at: int) -> int:
    end = at
    while end < len(lines) and lines[end].strip(" ") and not (end > at and _begins_block(lines[end])):
        if not _is_wordy(lines[end]):
            raise _NotPlainError
        end += 1
    return end


def _begins_block(line: str) -> bool:
    return bool(_ITEM.match(line) or _HEADING.match(line))


def _is_wordy(line: str) -> bool:
    """Say whether a line that is not blank can only be words."""
    first = line[0]
    if first.isalpha() or first in _WORDY:
        return True
    if first.isdigit():
        return not _ORDERED.match(line)
    return bool(_EMPHASIS.match(line)) if first in "*_" else not first.isascii() and not first.isspace()
