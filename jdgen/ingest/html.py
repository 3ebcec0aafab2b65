"""HTML to pieces: whole pages, fragments, unclosed lists and paragraphs. Which parts of a page belong to the posting is decided in `html_parts`."""

import re
from typing import NamedTuple

from jdgen.ingest.forced_breaks import inside_sentences
from jdgen.ingest.html_parts import Found, Parts, posting_of
from jdgen.ingest.html_tokens import Tag, Text, attributes, tokens
from jdgen.ingest.pieces import Page, Spool, with_plain_bullets
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
_QUIET = frozenset({"a", "label", "legend"})
"""Elements whose words lead elsewhere, or ask for something."""

_LONG_CELL = 160
"""A table whose cells hold more is there for the layout, and what stands in it are paragraphs."""

_APART = 2
"""So many breaks begin a paragraph, and so does any other block."""


def read_html(source: str, start: int = 0, end: int | None = None) -> Page:
    """Return what a page, or a part of one, holds."""
    walk = _Walk(source)
    for token in tokens(source, start, end):
        walk.take(token)
    walk.flush()
    pieces, notes = posting_of(_with_sentences(walk.found), source)
    return Page(pieces, walk.meta, tuple(walk.scripts), notes)


def _with_sentences(found: list[Found]) -> list[Found]:
    """Join what a `<br>` parts inside of a sentence."""
    if not any(one.is_below_break for one in found):
        return found
    whole: list[Found] = []
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
        self.found: list[Found] = []
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
        self._parts = Parts()
        self._quiet = ""
        self._quiet_letters = 0
        self._breaks = _APART

    def take(self, token: Tag | Text) -> None:
        """Take one token."""
        if self._unseen.hides(token):
            return
        if isinstance(token, Text):
            self._text(token)
        elif token.name in _BOLD or token.name == "span":
            self._weight(token)
        elif token.name in _QUIET:
            self._quieten(token)
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
        if piece and kind == "paragraph" and not piece.text.isascii():
            bulleted = with_plain_bullets(piece.text)
            piece = piece if bulleted == piece.text else piece._replace(text=bulleted)  # `line_breaks` makes it an item
        self._jump = _Jump()
        if self._row:
            self._row = _Row()
        if piece and not is_jump:
            self._is_fresh_item &= kind != "item"
            self.found.append(Found(piece, self._parts.part, self._breaks == 1, self._quiet_letters))
        if piece:
            self._breaks = _APART if is_jump else 0
            self._quiet_letters = 0

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
        if self._quiet:
            self._quiet_letters += len(words.strip())
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

    def _quieten(self, tag: Tag) -> None:
        """Follow what leads elsewhere or asks for something; a link that acts as a button is one."""
        is_button = tag.name == "a" and 'role="button"' in self._source[tag.start : min(tag.end, tag.start + 500)]
        if tag.name == "legend":
            self._paragraph(tag)
        elif is_button or (tag.is_end and self._quiet == "button"):
            self._block(tag._replace(name="button"))
        elif tag.name == "a":
            self._link(tag)
        self._quiet = "" if tag.is_end else ("button" if is_button else tag.name)

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
        elif name in _PARAGRAPHS or name in {"button", "dialog"}:
            self._paragraph(tag)
        self._parts.take(tag, self._source)

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
