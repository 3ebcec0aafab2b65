"""HTML to pieces: whole pages, fragments, unclosed lists and paragraphs.

The words of navigation, headers, footers and forms are left out, unless there is not enough without them.
"""

import re
from typing import NamedTuple

from jdgen.ingest.forced_breaks import inside_sentences
from jdgen.ingest.html_tokens import Tag, Text, attributes, tokens
from jdgen.ingest.links import is_navigation
from jdgen.ingest.pieces import Page, Piece, Spool
from jdgen.model.document import HEAD_OF_TABLE, BlockKind, Stated

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_BOLD = frozenset({"b", "strong"})
_CELLS = frozenset({"td", "th"})
_PARAGRAPHS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "head", "header", "hr", "html", "legend", "main", "nav", "p", "pre", "section", "summary", "tbody", "tfoot",
    "thead",
})  # fmt: skip
_UNSEEN = frozenset({"template", "svg", "object", "select", "math", "noscript"})
_ASIDE = frozenset({"nav", "header", "footer", "form", "aside", "button", "dialog"})
_ASIDE_ANYWHERE = frozenset({"nav", "form", "button", "dialog"})
_HEADS = frozenset({"nav", "header"})
_MAIN = frozenset({"main", "article"})

_LONG_CELL = 160
"""A table whose cells hold more is there for the layout, and what stands in it are paragraphs."""

_DEEPEST = 20
"""Navigation inside of navigation, so deep at most."""

_APART = 2
"""So many breaks begin a paragraph, and so does any other block."""

_ENOUGH = 40
"""So many words are a posting."""


class _Found(NamedTuple):
    piece: Piece
    asides: tuple[str, ...]
    is_main: bool
    is_below_break: bool = False
    """Whether one `<br>`, and nothing else, parts it from the piece before."""


def read_html(source: str, start: int = 0, end: int | None = None) -> Page:
    """Return what a page, or a part of one, holds."""
    walk = _Walk(source)
    for token in tokens(source, start, end):
        walk.take(token)
    walk.flush()
    return Page(_kept(_with_sentences(walk.found), source), walk.meta, tuple(walk.scripts))


def _kept(found: list[_Found], source: str) -> list[Piece]:
    """Return the pieces of the posting: its main part, else all but navigation and forms, else all but navigation, else all but lines of links."""
    choices = (
        [one for one in found if one.is_main and not one.asides],
        [one for one in found if not one.asides],
        [one for one in found if set(one.asides) <= {"form"}],
    )
    for chosen in choices:
        if len(chosen) == len(found) or sum(one.piece.text.count(" ") + 1 for one in chosen) >= _ENOUGH:
            return _with_title([one.piece for one in chosen], found)
    return [one.piece for one in found if not _leads_around(one, source)]


def _leads_around(one: _Found, source: str) -> bool:
    """Say whether a line of navigation or of the head of a page is one of links."""
    first, last = one.piece.runs[0][1], one.piece.runs[-1][1] + len(one.piece.text) - one.piece.runs[-1][0]
    return not _HEADS.isdisjoint(one.asides) and is_navigation(one.piece.text, source[first:last])


def _with_title(pieces: list[Piece], found: list[_Found]) -> list[Piece]:
    """Put the heading of the page back that stands outside of its main part."""
    if any(piece.kind == "heading" and piece.level == 1 for piece in pieces):
        return pieces
    first = next((one.piece for one in found if one.piece.kind == "heading" and one.piece.level == 1), None)
    return [first, *pieces] if first else pieces


def _with_sentences(found: list[_Found]) -> list[_Found]:
    """Join what a `<br>` parts inside of a sentence."""
    if not any(one.is_below_break for one in found):
        return found
    whole: list[_Found] = []
    starts = [number for number, one in enumerate(found) if not one.is_below_break]
    for start, end in zip(starts, [*starts[1:], len(found)], strict=True):
        lines = found[start:end]
        inside = inside_sentences([one.piece.text for one in lines])
        goes_on = [
            again and above.piece.is_bold == one.piece.is_bold
            for again, above, one in zip(inside, [lines[0], *lines], lines, strict=False)
        ]
        begins = [number for number, again in enumerate(goes_on) if not again]
        for first, last in zip(begins, [*begins[1:], len(lines)], strict=True):
            others = [one.piece for one in lines[first + 1 : last]]
            whole.append(lines[first]._replace(piece=lines[first].piece.joined(others)) if others else lines[first])
    return whole


class _Walk:
    """Follows tags and texts from the top; no tree is built, so nothing has to be closed."""

    def __init__(self, source: str) -> None:
        self.found: list[_Found] = []
        self.meta: dict[str, Stated] = {}
        self.scripts: list[tuple[int, int]] = []
        self._source = source
        self._spool = Spool()
        self._heading = 0
        self._lists = 0
        self._is_fresh_item = False
        self._row: _Row | None = None
        self._jump = _Jump()
        self._bold = 0
        self._bold_spans: list[bool] = []
        self._preformatted = 0
        self._unseen = _Unseen(source)
        self._asides: list[str] = []
        self._main = 0
        self._breaks = _APART

    def take(self, token: Tag | Text) -> None:
        """Take one token."""
        if self._unseen.hides(token):
            return
        if isinstance(token, Text):
            self._text(token)
        elif token.name in _BOLD or token.name == "span":
            self._weight(token)
        elif token.name == "a":
            self._link(token)
        elif token.raw:
            self._raw(token, token.raw)
        elif token.name in {"meta", "link", "html"} and not token.is_end:
            self._about_page(token)
        else:
            self._block(token)

    def flush(self) -> None:
        """End the block that is open."""
        kind, level = self._kind()
        is_jump = 0 < len(self._spool) == self._jump.end
        piece = self._spool.take(kind, level)
        self._jump = _Jump()
        if self._row:
            self._row = _Row()
        if piece and not is_jump:
            self._is_fresh_item &= kind != "item"
            self.found.append(_Found(piece, tuple(self._asides), self._main > 0, self._breaks == 1))
        if piece:
            self._breaks = _APART if is_jump else 0

    def _kind(self) -> tuple[BlockKind, int]:
        if self._heading:
            return "heading", self._heading
        if self._is_fresh_item:
            return "item", max(self._lists, 1)
        if self._row and self._row.cells > 1:
            return "row", HEAD_OF_TABLE if self._row.is_head else 0
        return "paragraph", 0

    def _text(self, token: Text) -> None:
        words = self._source[token.start : token.end] if token.decoded is None else token.decoded
        if self._row and self._row.separator is not None and not words.isspace():
            self._spool.add(" | ", self._row.separator)
            self._row = _Row(self._row.cells + 1, is_head=self._row.is_head)
        if not (self._preformatted and "\n" in words):
            self._spool.add(words, token.start, is_bold=self._bold > 0)
            return
        at = token.start
        for line in words.splitlines(keepends=True):
            self._spool.add(line, at, is_bold=self._bold > 0)
            at += len(line)
            if line.endswith("\n"):
                self.flush()

    def _weight(self, tag: Tag) -> None:
        """Follow what is bold: tags that say so, and spans whose style does."""
        if tag.name in _BOLD:
            self._bold = max(self._bold + (-1 if tag.is_end else 1), 0)
        elif not tag.is_end:
            self._bold_spans.append("bold" in self._source[tag.start : min(tag.end, tag.start + 500)])
            self._bold += self._bold_spans[-1]
        elif self._bold_spans:
            self._bold = max(self._bold - self._bold_spans.pop(), 0)

    def _link(self, tag: Tag) -> None:
        """Note a link within the page that is all its paragraph holds: navigation, and no heading."""
        if tag.is_end and self._jump.is_open:
            self._jump = _Jump(end=len(self._spool))
        elif not tag.is_end and not self._spool.has_words():
            self._jump = _Jump(is_open='href="#' in self._source[tag.start : min(tag.end, tag.start + 500)])

    def _raw(self, tag: Tag, raw: tuple[int, int]) -> None:
        start, end = raw
        if tag.name == "script" and "ld+json" in self._source[tag.start : tag.end]:
            self.scripts.append(raw)
        elif tag.name == "title" and not self._lists:
            self._state("title", self._source[start:end], start, end)

    def _about_page(self, tag: Tag) -> None:
        about = attributes(self._source, tag)
        if tag.name == "html" and about.get("lang"):
            self._state("language", about["lang"], tag.start, tag.end)
        elif tag.name == "link" and about.get("rel", "").lower() == "canonical":
            self._state("canonical", about.get("href", ""), tag.start, tag.end)
        elif tag.name == "meta" and about.get("name", "").lower() == "description":
            self._state("description", about.get("content", ""), tag.start, tag.end)

    def _state(self, name: str, text: str, start: int, end: int) -> None:
        spool = Spool()
        for token in tokens(text):
            if isinstance(token, Text):
                spool.add(text[token.start : token.end] if token.decoded is None else token.decoded, token.start)
        piece = spool.take("paragraph")
        if piece:
            self.meta.setdefault(name, Stated(piece.text, piece.text, start, end))

    def _block(self, tag: Tag) -> None:
        name = tag.name
        if name in _HEADINGS:
            self._start_heading(tag)
        elif name in _LISTS:
            self._end_of_line()
            self._lists = max(self._lists + (-1 if tag.is_end else 1), 0)
            self._is_fresh_item = False
        elif name == "li":
            self._end_of_line()
            self._is_fresh_item = not tag.is_end
        elif name in {"tr", "table"}:
            self.flush()
            self._breaks = _APART
            self._row = _Row() if name == "tr" and not tag.is_end else None
        elif name in _CELLS:
            self._cell(tag)
        elif name in _PARAGRAPHS or name in _ASIDE:
            self._paragraph(tag)

    def _start_heading(self, tag: Tag) -> None:
        self._end_of_line()
        self._heading = 0 if tag.is_end else _HEADINGS[tag.name]
        self._lists = 0
        self._is_fresh_item = False

    def _end_of_line(self) -> None:
        """End a block that cannot stand in a row of a table: what holds lists and headings is layout."""
        self.flush()
        self._breaks = _APART
        self._row = None
        self._bold = 0
        self._bold_spans.clear()

    def _cell(self, tag: Tag) -> None:
        if self._row is None or len(self._spool) > _LONG_CELL:
            self.flush()
            return
        is_head = self._row.is_head and tag.name == "th"
        waits = not tag.is_end and self._spool.has_words()
        self._row = _Row(self._row.cells, tag.start if waits else self._row.separator, is_head)

    def _paragraph(self, tag: Tag) -> None:
        is_cell = self._row is not None and len(self._spool) <= _LONG_CELL
        if is_cell or (tag.name == "br" and self._heading):
            self._spool.gap(tag.start)
        else:
            has_words = self._spool.has_words()
            self.flush()
            self._heading = 0 if has_words else self._heading  # a block after the words of a heading ends it
            self._breaks = self._breaks + 1 if tag.name == "br" else _APART
        if tag.name == "pre":
            self._preformatted = max(self._preformatted + (-1 if tag.is_end else 1), 0)
        elif tag.name in _MAIN:
            self._main = max(self._main + (-1 if tag.is_end else 1), 0)
        elif tag.name in _ASIDE:
            self._aside(tag)

    def _aside(self, tag: Tag) -> None:
        """Follow navigation and the like; in the main part, a header and a footer belong to the posting."""
        if not tag.is_end and (tag.name in _ASIDE_ANYWHERE or not self._main) and len(self._asides) < _DEEPEST:
            self._asides.append(tag.name)
        elif tag.is_end and tag.name in self._asides:
            while self._asides.pop() != tag.name:
                pass


class _Row(NamedTuple):
    """A row of a table: how many cells have words, where the cell starts that has none yet, and whether all name their columns."""

    cells: int = 1
    separator: int | None = None
    is_head: bool = True


class _Jump(NamedTuple):
    """A link to a place in the same page at the start of a block, and how many characters it holds once it has ended."""

    is_open: bool = False
    end: int = 0


class _Unseen:
    """Elements nobody sees; one that never ends hides nothing."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._name = ""
        self._endless: set[str] = set()

    def hides(self, token: Tag | Text) -> bool:
        """Say whether a token stands in such an element, or opens or closes one."""
        if not self._name:
            return isinstance(token, Tag) and token.name in _UNSEEN and not token.is_end and self._opens(token)
        if isinstance(token, Tag) and token.name == self._name and token.is_end:
            self._name = ""
        return True

    def _opens(self, tag: Tag) -> bool:
        if tag.name in self._endless:
            return False
        if not re.compile(f"</{tag.name}", re.IGNORECASE).search(self._source, tag.end):
            self._endless.add(tag.name)
            return False
        self._name = tag.name
        return True
