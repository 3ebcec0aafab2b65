"""The inline marks of Markdown taken away: emphasis, links, code, escapes, entities and tags vanish, each character keeps its place.

Follows CommonMark 0.31 where it matters to words; a mark that marks nothing (`5 * 3`, `[insert city]`) stays. Blocks are found in `markdown`.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Sequence
from typing import NamedTuple

from jdgen.ingest.pieces import Spool
from jdgen.text.entities import unescape


class Line(NamedTuple):
    """One line of a paragraph and the offset of its first character in the source."""

    text: str
    at: int


class _Change(NamedTuple):
    start: int
    end: int
    instead: str


_MARK = re.compile(r"[\\`<&\]*_~]|!?\[")
_RUN = re.compile(r"`+|\*+|_+|~+")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
# Every quantifier has a bound, so that a file of one mark a million times takes no longer than one of words.
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>|<[?!][^<>]{0,2000}>")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TARGET = re.compile(
    r"\(\s{0,9}(?:<[^<>\n]{0,2000}>|[^\s()<>]{0,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500}){0,5})"
    r"(?:\s{1,9}(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?\s{0,9}\)"
)
_LABEL = re.compile(r"\[([^\[\]]{0,300})\]")


def read_inline(lines: Sequence[Line], references: Container[str], spool: Spool) -> None:
    """Add the words of a paragraph to the spool; `references` holds the normalized labels of link definitions."""
    text = "\n".join(line.text for line in lines)
    changes = _Scan(text, references).changes() if _MARK.search(text) else []
    bold = _is_wholly_bold(text)
    position = index = 0
    starts = _starts(lines)
    for change in (*changes, _Change(len(text), len(text), "")):
        if change.start < position:
            continue
        while position < change.start:
            index = bisect_right(starts, position, lo=index) - 1
            end = min(change.start, starts[index] + len(lines[index].text) + 1)
            spool.add(text[position:end], lines[index].at + position - starts[index], is_bold=bold)
            position = end
        if change.instead:
            index = bisect_right(starts, position, lo=index) - 1
            spool.add(change.instead, lines[index].at + position - starts[index], is_bold=bold)
        position = change.end


def _starts(lines: Sequence[Line]) -> list[int]:
    starts = []
    at = 0
    for line in lines:
        starts.append(at)
        at += len(line.text) + 1
    return starts


_BOLD = re.compile(
    r"(?:\*\*\*?|__|<(?:b|strong)>)(?=\S)(?:(?!\*\*|__).)+?(?:\*\*\*?|__|</(?:b|strong)>)\s{0,3}:?\s*", re.IGNORECASE
)


def _is_wholly_bold(text: str) -> bool:
    return text[:1] in "*_<" and len(text) < 300 and _BOLD.fullmatch(text) is not None


class _Scan:
    """One pass over a paragraph; every mark is looked at once, and what it closes is found in constant time."""

    def __init__(self, text: str, references: Container[str]) -> None:
        self._text = text
        self._references = references
        self._changes: list[_Change] = []
        self._brackets: list[tuple[int, int]] = []
        self._openers: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
        self._ticks: dict[int, list[int]] | None = None
        self._no_more_comments = False

    def changes(self) -> list[_Change]:
        """Return what to leave out or replace, in the order of the text."""
        handlers = {"\\": self._escape, "`": self._code, "<": self._angle, "&": self._entity, "]": self._close_bracket}
        handlers |= {
            "*": self._emphasis,
            "_": self._emphasis,
            "~": self._emphasis,
            "[": self._open_bracket,
            "!": self._open_bracket,
        }
        mark = _MARK.search(self._text)
        while mark:
            mark = _MARK.search(self._text, handlers[mark.group()[0]](mark.start()))
        return sorted(self._changes)

    def _drop(self, start: int, end: int, instead: str = "") -> int:
        self._changes.append(_Change(start, end, instead))
        return end

    def _escape(self, at: int) -> int:
        following = self._text[at + 1 : at + 2]
        if following in _PUNCTUATION and following:
            self._drop(at, at + 1)
            return at + 2
        if following in {"\n", ""}:
            self._drop(at, at + 1)
        return at + 1

    def _code(self, at: int) -> int:
        if self._ticks is None:
            self._ticks = defaultdict(list)
            for run in re.finditer("`+", self._text):
                self._ticks[len(run.group())].append(run.start())
        length = len(_run_at(self._text, at))
        closers = self._ticks.get(length, [])
        index = bisect_left(closers, at + length)
        if index == len(closers):
            return at + length
        self._drop(at, at + length)
        return self._drop(closers[index], closers[index] + length)

    def _angle(self, at: int) -> int:
        if self._text.startswith("<!--", at):
            end = -1 if self._no_more_comments else self._text.find("-->", at + 4)
            self._no_more_comments = end < 0
            return self._drop(at, end + 3) if end >= 0 else at + 4
        link = _AUTOLINK.match(self._text, at)
        if link:
            self._drop(at, at + 1)
            return self._drop(link.end() - 1, link.end())
        tag = _TAG.match(self._text, at)
        return self._drop(at, tag.end()) if tag and not self._is_placeholder(at) else at + 1

    def _is_placeholder(self, at: int) -> bool:
        from jdgen.ingest.angle_brackets import is_placeholder  # few texts have any tags

        return is_placeholder(self._text, at)

    def _entity(self, at: int) -> int:
        entity = _ENTITY.match(self._text, at)
        decoded = unescape(entity.group()) if entity else ""
        if entity and decoded != entity.group():
            return self._drop(at, entity.end(), decoded)
        return at + 1

    def _open_bracket(self, at: int) -> int:
        end = at + (2 if self._text[at] == "!" else 1)
        self._brackets.append((at, end))
        return end

    def _close_bracket(self, at: int) -> int:
        if not self._brackets:
            return at + 1
        start, end = self._brackets.pop()
        after = self._end_of_link(end, at)
        if after is None:
            return at + 1
        if end - start == 2:  # a picture has no words on the page
            return self._drop(start, after)
        self._drop(start, end)
        return self._drop(at, after)

    def _end_of_link(self, start: int, at: int) -> int | None:
        """Return where the target of a link ends, or None where the brackets are only brackets."""
        target = _TARGET.match(self._text, at + 1)
        if target:
            return target.end()
        label = _LABEL.match(self._text, at + 1)
        if label and _is_known(label[1] or self._text[start : min(at, start + 300)], self._references):
            return label.end()
        return at + 1 if at - start <= 300 and _is_known(self._text[start:at], self._references) else None

    def _emphasis(self, at: int) -> int:
        run = _run_at(self._text, at)
        end = at + len(run)
        opens, closes = _flanks(self._text, at, end)
        if run[0] == "~":
            opens, closes = opens and len(run) == 2, closes and len(run) == 2
        openers = self._openers[run[0]]
        left = at
        while closes and openers and left < end:
            opener = openers[-1]
            count = min(end - left, opener[1] - opener[0])
            opener[1] -= count
            self._drop(opener[1], opener[1] + count)
            left = self._drop(left, left + count)
            if opener[0] == opener[1]:
                openers.pop()
        if opens and left < end:
            openers.append([left, end])
        return end


def _run_at(text: str, at: int) -> str:
    run = _RUN.match(text, at)
    return run.group() if run else text[at]


def _is_known(label: str, references: Container[str]) -> bool:
    return " ".join(label.split()).upper() in references


def _flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Say whether a run of marks can open and whether it can close, as CommonMark's flanking rules have it."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left = not after.isspace() and (after.isalnum() or before.isspace() or not before.isalnum())
    right = not before.isspace() and (before.isalnum() or after.isspace() or not after.isalnum())
    if text[start] != "_":
        return left, right
    return left and (not right or not before.isalnum()), right and (not left or not after.isalnum())
