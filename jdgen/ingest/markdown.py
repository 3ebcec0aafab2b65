"""Markdown to pieces: markdown-it finds the blocks and their lines, `inline` takes the marks away."""

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from typing import Any

from jdgen.ingest.inline import Line, read_inline
from jdgen.ingest.line_breaks import begins_anew
from jdgen.ingest.pieces import Page, Piece, Spool, with_plain_bullets
from jdgen.ingest.plain_blocks import plain_tokens
from jdgen.model.document import HEAD_OF_TABLE, BlockKind

_Token = Any
"""A token of markdown-it; its own type would import the library, which takes as long as reading a posting."""

_LINE_END = re.compile(r"\r\n?|\n")
_BREAK = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)
_HARD_BREAK = re.compile(r"(?:[ ]{2,}|\\)$")
_LONGEST_HEADING = 200
_DEEPEST = 100
"""So many lists, items and quotes may stand in each other; what stands deeper markdown-it leaves out."""
_BETWEEN_CELLS = " | "
_CELL = re.compile(r"[^\s|](?:\\\||[^|\r\n])*")
_OPENS = ("list_open", "item_open", "quote_open")
_ODD_SPACE = re.compile(r"[^\S \t\r\n]")
_STAND_IN = "\u200b"
"""Stands for spaces other than the plain one while blocks are looked for: markdown-it takes them off, and whole lines with them."""
_ANGLE = re.compile(r"<(?=[A-Za-z])")
_QUOTED = re.compile(r"(?:\s{0,3}>)+")
_QUOTED_DEEP = re.compile(r"^((?:[ ]{0,3}>){10})(?:[ ]{0,3}>)+", re.MULTILINE)
"""More marks of a quote than tell anything; no place is lost, since what is read is looked for at the end of its line."""


def read_markdown(source: str, start: int = 0) -> Page:
    """Return what a Markdown text holds from an offset on (CommonMark with tables)."""
    source = with_plain_bullets(source)
    tokens, line = plain_tokens(source[start:])
    walk = _Walk(source, start)
    for token in tokens:
        walk.take(token)
    if line < len(walk.starts):
        walk.take_rest(line)
    return Page(walk.pieces, scripts=tuple(walk.scripts), notes=tuple(walk.notes))


@lru_cache(maxsize=1)
def _parser() -> Any:  # noqa: ANN401 - as for `_Token`
    from markdown_it import MarkdownIt  # only Markdown needs it, and it takes a while to import

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.core.ruler.disable(["inline", "text_join"])  # `inline` keeps offsets, markdown-it's does not
    return parser


class _Walk:
    """Follows the tokens of markdown-it from the top."""

    def __init__(self, source: str, start: int) -> None:
        self.pieces: list[Piece] = []
        self.scripts: list[tuple[int, int]] = []
        self.notes: list[str] = []
        self._source = source
        self._text = source
        """The source as markdown-it reads it, with as many characters."""
        ends = [(match.start(), match.end()) for match in _LINE_END.finditer(source, start)]
        self.starts = [start, *(end for _, end in ends)]
        self._ends = [*(begin for begin, _ in ends), len(source)]
        self._references: Container[str] = ()
        self._spool = Spool()
        self._depth = 0
        self._heading = 0
        self._is_fresh_item = False
        self._in_row = False
        self._in_head = False
        self._cell_at = 0
        self._row_end = 0

    def take_rest(self, line: int) -> None:
        """Take what markdown-it finds from a line on."""
        environment: dict[str, Any] = {}
        self._text = _as_blocks_need(self._source)
        text = _QUOTED_DEEP.sub(r"\1", self._text[self.starts[line] :])
        tokens = _parser().parse(text, environment)
        self._references = {label.replace(_STAND_IN, " ") for label in environment.get("references", ())}
        for token in tokens:
            if token.map:
                token.map = [token.map[0] + line, token.map[1] + line]
                if token.level >= _DEEPEST - 1 and token.type.endswith(_OPENS) and not self.notes:
                    self.notes.append(
                        f"line {self._line(token)} is nested too deep, and what stands in it was not read"
                    )
            self.take(token)

    def _line(self, token: _Token) -> int:
        return self._source.count("\n", 0, self.starts[token.map[0]]) + 1

    def take(self, token: _Token) -> None:
        """Take one token."""
        kind = token.type
        if kind == "inline":
            self._inline(token)
        elif kind.endswith(("list_open", "list_close")):
            self._depth += token.nesting
        elif kind == "list_item_open":
            self._is_fresh_item = True
        elif kind in {"heading_open", "heading_close"}:
            self._heading = int(token.tag[1]) if token.nesting > 0 else 0
        elif kind in {"thead_open", "thead_close"}:
            self._in_head = token.nesting > 0
        elif kind in {"tr_open", "tr_close"}:
            self._row(token)
        elif kind in {"fence", "code_block"}:
            self._verbatim(token)
        elif kind == "html_block":
            end = self._ends[min(token.map[1], len(self._ends)) - 1]
            from jdgen.ingest.html import read_html  # few texts hold any

            page = read_html(self._source, self.starts[token.map[0]], end)
            self.pieces += page.pieces
            self.scripts += page.scripts
            self.notes += page.notes

    def _inline(self, token: _Token) -> None:
        if self._in_row:
            self._cell(token)
            return
        lines = self._lines(token)
        if self._heading and len(token.content) <= _LONGEST_HEADING:
            read_inline(lines, self._references, self._spool)
            self._put("heading", self._heading)
            return
        for group in _groups(lines):
            self._paragraph(group)

    def _paragraph(self, lines: Sequence[Line]) -> None:
        kind: BlockKind = "item" if self._is_fresh_item else "paragraph"
        read_inline(lines, self._references, self._spool)
        self._is_fresh_item &= not self._put(kind, self._depth if kind == "item" else 0)

    def _put(self, kind: BlockKind, level: int) -> bool:
        piece = self._spool.take(kind, level)
        if piece:
            self.pieces.append(piece)
        return piece is not None

    def _row(self, token: _Token) -> None:
        self._in_row = token.nesting > 0
        if self._in_row:
            self._cell_at = self.starts[token.map[0]]
            self._row_end = self._ends[token.map[0]]
        else:
            self._further_cells()
            self._put("row", HEAD_OF_TABLE if self._in_head else 0)

    def _cell(self, token: _Token) -> None:
        """Add a cell; markdown-it gives its words, and where they stand is looked for behind the cell before."""
        if not token.content:
            return
        typed = token.content.replace("|", "\\|")
        end = self._ends[token.map[0]]
        at = self._text.find(typed, self._cell_at, end)
        if at < 0:
            typed, at = token.content, max(self._text.find(token.content, self._cell_at, end), self._cell_at)
        if len(self._spool):
            self._part_cells(at)
        self._cell_at = min(at + len(typed), end)
        read_inline([Line(self._source[at : self._cell_at], at)], self._references, self._spool)

    def _further_cells(self) -> None:
        """Add the cells of a row for which the head has no column; markdown-it leaves them out."""
        for cell in _CELL.finditer(self._source, self._cell_at, self._row_end):
            self._part_cells(cell.start())
            self._cell_at = cell.end()
            read_inline([Line(cell.group(), cell.start())], self._references, self._spool)

    def _part_cells(self, at: int) -> None:
        """Put a mark between two cells, where it stands in the source."""
        if self._source.startswith(_BETWEEN_CELLS, at - len(_BETWEEN_CELLS)):
            self._spool.add(_BETWEEN_CELLS, at - len(_BETWEEN_CELLS))
            return
        mark = max(self._source.find("|", self._cell_at, at), self._cell_at)
        for letter in _BETWEEN_CELLS:
            self._spool.add(letter, mark)

    def _verbatim(self, token: _Token) -> None:
        """Read an indented or fenced block: pasted text, more often than code."""
        first, last = token.map
        skipped = 1 if token.type == "fence" else 0
        said = token.info.strip() if skipped else ""
        if " " in said:  # words behind the marks, and no name of a language
            self._spool.add(said, max(self._text.find(said, self.starts[first]), self.starts[first]))
            self._put("paragraph", 0)
        for index in range(first + skipped, min(last, len(self._ends))):
            line = self._source[self.starts[index] : self._ends[index]]
            quote = _QUOTED.match(line) if token.level else None
            begin = quote.end() if quote else 0
            if skipped and index == last - 1 and not line[begin:].strip(f"{token.markup[0]} \t"):
                break
            self._spool.add(line[begin:], self.starts[index] + begin)
            self._put("paragraph", 0)

    def _lines(self, token: _Token) -> list[Line]:
        """Return the lines of a paragraph with their places: each is the end of its line in the source."""
        lines: list[Line] = []
        for index, content in enumerate(token.content.split("\n"), start=token.map[0]):
            line = content.strip()
            begin, end = self.starts[index], self._ends[index]
            at = begin + len(self._text[begin:end].rstrip()) - len(line)
            if not self._text.startswith(line, at):
                at = max(self._text.find(line, begin, end), begin)  # the marks that close a heading
            stop = at + len(line) if self._heading else max(end, at + len(line))
            lines += _broken(Line(self._source[at:stop], at))
        return lines


def _as_blocks_need(source: str) -> str:
    """Return a source without what markdown-it takes for something else: odd spaces, and placeholders that look like tags."""
    text = _ODD_SPACE.sub(_STAND_IN, source)
    if not _ANGLE.search(text):
        return text
    from jdgen.ingest.angle_brackets import without_placeholders  # few texts have any

    return without_placeholders(text, _STAND_IN)


def _broken(line: Line) -> Iterator[Line]:
    """Yield a line in parts where `<br>` breaks it; a part that is broken ends in two spaces, as Markdown writes it."""
    position = 0
    for mark in _BREAK.finditer(line.text) if "<" in line.text else ():
        yield Line(line.text[position : mark.start()] + "  ", line.at + position)
        position = mark.end()
    yield Line(line.text[position:], line.at + position)


def _groups(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Yield the lines that belong together: a hard break parts them, and so does a line that starts something of its own."""
    parts: list[Sequence[Line]] = []
    start = 0
    for index in range(1, len(lines)):
        if _HARD_BREAK.search(lines[index - 1].text) or begins_anew(lines[index].text):
            parts.append(lines[start:index])
            start = index
    parts.append(lines[start:])
    yield from _with_sentences(parts) if len(parts) > 1 else parts


def _with_sentences(parts: Sequence[Sequence[Line]]) -> Iterator[Sequence[Line]]:
    """Join what a hard break parts inside of a sentence; what is all bold is no part of one."""
    from jdgen.ingest.forced_breaks import inside_sentences  # few texts have such breaks

    words = [" ".join(line.text.rstrip("\\").strip() for line in part) for part in parts]
    inside = inside_sentences([text.strip("*_ ") or text or " " for text in words])
    group = list(parts[0])
    for part, above, goes_on in zip(parts[1:], words, inside[1:], strict=False):
        is_bold = above.startswith(("**", "__")) and above.endswith(("**", "__"))
        if goes_on and _HARD_BREAK.search(group[-1].text) and not is_bold:
            group += part
        else:
            yield group
            group = list(part)
    yield group
