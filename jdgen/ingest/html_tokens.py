"""HTML cut into tags, texts and entities with their places, in one pass.

Python's own parser takes quadratic time on unclosed tags in many of its versions; this one looks at every character a fixed number of times,
and forgives what browsers forgive. Nothing is fetched or run. What tags mean is in `html`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jdgen.ingest.angle_brackets import names_no_element
from jdgen.text.entities import unescape

_MARK = re.compile(r"[<&]")
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]{0,40})")
_QUOTE_OR_END = re.compile(r"[>\"']")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9A-Fa-f]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_LONGEST_TAG = 100_000
_MOST_BROKEN = 50
"""After so many tags whose quotes never close, quotes mean nothing."""

_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""Elements whose content holds no tags."""


class Text(NamedTuple):
    """Words as they stand from `start`; `decoded` is what an entity means."""

    start: int
    end: int
    decoded: str | None = None


class Tag(NamedTuple):
    """A tag; `raw` is where the content of a script, a style or a title stands."""

    name: str
    is_end: bool
    start: int
    end: int
    raw: tuple[int, int] | None = None


Token = Text | Tag


def tokens(source: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens of a part of the source."""
    return _Tokenizer(source, len(source) if end is None else end).run(start)


def attributes(source: str, tag: Tag) -> dict[str, str]:
    """Return the attributes of a tag by their names in small letters; the first of two counts."""
    inside = source[tag.start + 1 + len(tag.name) : min(tag.end - 1, tag.start + _LONGEST_TAG)]
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(inside):
        found.setdefault(name.lower(), unescape(next((value for value in values if value), "")))
    return found


class _Tokenizer:
    def __init__(self, source: str, end: int) -> None:
        self._source = source
        self._end = end
        self._broken = 0
        self._has_more_tags = True
        self._has_more_comments = True

    def run(self, at: int) -> Iterator[Token]:
        source, end = self._source, self._end
        text = at
        mark = _MARK.search(source, at, end)
        while mark:
            token = self._entity(mark.start()) if mark.group() == "&" else self._markup(mark.start())
            at = mark.start() + 1
            if token:
                if text < mark.start():
                    yield Text(text, mark.start())
                if not (isinstance(token, Tag) and not token.name):
                    yield token
                text = at = token.raw[1] if isinstance(token, Tag) and token.raw else token.end
            mark = _MARK.search(source, at, end)
        if text < end:
            yield Text(text, end)

    def _entity(self, at: int) -> Text | None:
        entity = _ENTITY.match(self._source, at, self._end)
        decoded = unescape(entity.group()) if entity else ""
        return Text(at, entity.end(), decoded) if entity and decoded != entity.group() else None

    def _markup(self, at: int) -> Tag | None:
        """Return the tag, a nameless one for a comment, or None where `<` is only a character."""
        if self._source.startswith("<!--", at):
            return self._comment(at)
        if self._source.startswith(("<!", "<?"), at):
            end = self._find_end(at)
            return _nothing(at, end) if end else None
        name = _NAME.match(self._source, at, self._end)
        end = self._tag_end(name.end()) if name else None
        if not (name and end) or names_no_element(self._source, at):
            return None
        is_end = self._source[at + 1] == "/"
        tag = name[1].lower()
        raw = self._raw(tag, end) if tag in _RAW and not is_end else None
        return Tag(tag, is_end, at, end, raw)

    def _comment(self, at: int) -> Tag | None:
        end = self._source.find("-->", at + 4, self._end) if self._has_more_comments else -1
        self._has_more_comments = end >= 0
        if (
            end < 0
        ):  # as browsers do, a comment that never ends takes the rest; here only its line, so that no words get lost
            end_of_line = self._source.find("\n", at, self._end)
            return _nothing(at, self._end if end_of_line < 0 else end_of_line)
        return _nothing(at, end + 3)

    def _find_end(self, at: int) -> int | None:
        end = self._source.find(">", at, self._end) if self._has_more_tags else -1
        self._has_more_tags = end >= 0
        return end + 1 if end >= 0 else None

    def _tag_end(self, at: int) -> int | None:
        """Return where a tag ends; a `>` in quotes does not end it, as long as the quotes close."""
        first = self._find_end(at)
        if first is None or self._broken >= _MOST_BROKEN:
            return first
        position, limit = at, min(self._end, at + _LONGEST_TAG)
        while mark := _QUOTE_OR_END.search(self._source, position, limit):
            if mark.group() == ">":
                return mark.end()
            close = self._source.find(mark.group(), mark.end(), limit)
            if close < 0:
                break
            position = close + 1
        self._broken += 1
        return first

    def _raw(self, name: str, at: int) -> tuple[int, int]:
        close = _closing_tag(name).search(self._source, at, self._end)
        return (at, close.start() if close else self._end)


def _nothing(start: int, end: int) -> Tag:
    """Return what stands for a comment or a declaration: a tag without a name."""
    return Tag("", is_end=False, start=start, end=end)


def _closing_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
