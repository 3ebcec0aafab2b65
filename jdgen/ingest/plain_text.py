"""Plain text to pieces: paragraphs, wrapped lines joined, bullets, the title on top."""

import re
from collections.abc import Iterator, Sequence

from jdgen.ingest.job_titles import title_index
from jdgen.ingest.line_breaks import bullet_end
from jdgen.ingest.pieces import Piece, Spool, with_plain_bullets
from jdgen.ingest.section_words import exact_role, labelled_field
from jdgen.ingest.wrapping import Line, Wrap, groups, wrap_of

_LONGEST_TITLE = 90
_LEAST_LETTERS = 4
_LETTER = re.compile(r"[^\W\d_]")
_DRAWN = re.compile(r"={3,}|-{3,}|~{3,}|_{3,}|\*{3,}")
_RETURN = re.compile(r"\r(?!\n)")
_MAIL = ("\n>", "\n >", "ubject:", "UBJECT:", " wrote:", "\nFrom:", "\n*From:")
"""Some of this stands in every text that came by mail."""
_COMMENT = re.compile(r"<!--\s{0,9}jdgen:[\s\S]{0,2000}?-->", re.IGNORECASE)
"""What a file says to jdgen: no words of the posting."""


def read_plain_text(source: str, start: int = 0) -> list[Piece]:
    """Return the pieces of a text from an offset on."""
    text = with_plain_bullets(source[start:] if start else source)
    if "\r" in text:
        text = _RETURN.sub("\n", text)  # as many characters as before
    if "<!--" in text:
        text = _COMMENT.sub(lambda comment: "".join(char if char == "\n" else " " for char in comment[0]), text)
    if any(mark in text for mark in _MAIL) or text.startswith(">"):
        from jdgen.ingest.mail import without_mail  # few texts came by mail

        text = without_mail(text)
    pieces: list[Piece] = []
    indents: list[int] = []
    spool = Spool()
    paragraphs = list(_paragraphs(text, start))
    wrap = wrap_of(paragraphs)
    for paragraph in paragraphs:
        for lines, level in _parts(paragraph, wrap):
            piece = _piece(lines, spool, indents)
            if piece:
                pieces.append(piece._replace(kind="heading", level=level) if level else piece)
    return with_title(pieces)


def with_title(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with the first as a heading, where it looks like a job title and no line near it is one."""
    is_first = len(pieces) > 1 and pieces[0].kind == "paragraph" and _looks_like_title(pieces[0].text)
    if is_first and title_index([pieces[0]._replace(kind="heading", level=1), *pieces[1:]]) is None:
        pieces[0] = pieces[0]._replace(kind="heading", level=1)
    return pieces


def _paragraphs(text: str, start: int) -> Iterator[list[Line]]:
    """Yield the lines between blank lines."""
    at = start
    lines: list[Line] = []
    for line in text.split("\n"):
        if line and not line.isspace():
            lines.append((line, at))
        elif lines:
            yield lines
            lines = []
        at += len(line) + 1
    if lines:
        yield lines


def _parts(lines: list[Line], wrap: Wrap) -> Iterator[tuple[Sequence[Line], int]]:
    """Yield the thoughts of a paragraph, each with its level as a heading: 0 for none, else by the line drawn below it."""
    begin = 0
    for number in range(1, len(lines)):
        level = _level_drawn(lines[number - 1][0], lines[number][0]) if number > begin else 0
        if level:
            if number - 1 > begin:
                yield from ((group, 0) for group in groups(lines[begin : number - 1], wrap))
            yield lines[number - 1 : number], level
            begin = number + 1
    if begin < len(lines):
        yield from ((group, 0) for group in groups(lines[begin:], wrap))


def _level_drawn(above: str, line: str) -> int:
    """Return the level of a heading whose line is drawn in signs as long as its words, or 0."""
    drawn, words = line.strip(), above.strip()
    if (
        not _DRAWN.fullmatch(drawn)
        or len(words) > _LONGEST_TITLE
        or bullet_end(words)
        or abs(len(drawn) - len(words)) > 4
    ):
        return 0
    return 1 if drawn[0] == "=" else 2


def _piece(lines: Sequence[Line], spool: Spool, indents: list[int]) -> Piece | None:
    first, at = lines[0]
    indent = _indent(first)
    bullet = bullet_end(first[indent:])
    if not bullet:
        indents.clear()
    skipped = indent + bullet
    spool.add(first[skipped:], at + skipped)
    for line, start in lines[1:]:
        spool.gap(start - 1)
        spool.add(line, start)
    return spool.take("item", _depth(indent, indents)) if bullet else spool.take("paragraph")


def _depth(indent: int, indents: list[int]) -> int:
    """Return how deep an item stands, by the indents of the items around it."""
    while indents and indent < indents[-1]:
        indents.pop()
    if not indents or indent > indents[-1]:
        indents.append(indent)
    return len(indents)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _looks_like_title(text: str) -> bool:
    if (
        not text[0].isalnum()
        or len(text) > _LONGEST_TITLE
        or text[-1] in ".!?:;,"
        or len(_LETTER.findall(text)) < _LEAST_LETTERS
    ):
        return False
    label, colon, _ = text.partition(":")
    return exact_role(text) is None and not (colon and (labelled_field(label) or exact_role(label)))
