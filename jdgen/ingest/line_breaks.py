"""Where a new line means a new thought, and where line breaks got lost: bullets, labels and section words tell.

Works on lines of any format and on finished pieces; offsets stay exact.
"""

import re
from collections.abc import Iterable, Iterator

from jdgen.ingest.pieces import Piece
from jdgen.ingest.section_words import exact_role, is_title_case, labelled_field, section_words

LOST = 250
"""A paragraph with more characters may be a list, or a whole posting, that lost its line breaks."""

_SIGNS = "\u2022\u25cf\u25aa\u2023\u25e6\u25a0\u25c6\u2756\u27a2\u27a4\u2713\u2714\u25cb\u25a1\u2219\uf0b7\uf0a7\u00b7"
_BULLET = re.compile(
    rf"(?:[{_SIGNS}]\s*|[*\ue000-\uf8ff\u2013\u2014-]\s+|o\s{{1,8}}(?=[A-Z])|(?:\d{{1,2}}[.)]|\([a-z0-9]\))\s+)(?=\S)"
)
_INNER_BULLET = re.compile(rf"(?:(?<=\s)|^)[{_SIGNS}]+\s*(?=\S)")
COLON = re.compile(r":(?=\s|[A-Z])")
"""A colon behind which something is said, and no time of day."""
_CAPITAL = re.compile(r"(?<!\S)[A-Z][a-zA-Z]{0,40}")
_ENDS = frozenset(f".!?;:{_SIGNS}")
_WORDS_BEFORE = re.compile(r"\S+")
_LONGEST_LABEL = 60
_MOST_WORDS = 6
_SHORTEST_PHRASE = 8
_OPENING_ROLES = frozenset({"duties", "required", "preferred", "qualifications", "benefits", "summary", "pay"})


def bullet_end(line: str) -> int:
    """Return where the words of a bullet's line start, 0 when it has no bullet."""
    bullet = _BULLET.match(line)
    return bullet.end() if bullet else 0


def begins_anew(line: str) -> bool:
    """Say whether a line starts a block of its own: a bullet, a labelled fact, a heading."""
    text = line.strip()
    if not text:
        return True
    if bullet_end(text):
        return True
    plain = text.strip("*_ ")
    colon = plain.find(":", 0, _LONGEST_LABEL)
    if colon > 0:
        label = plain[:colon].strip("*_ ")
        return bool(labelled_field(label) or exact_role(label))
    return exact_role(plain) is not None


def mended(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces, those cut apart that lost their line breaks, and make items of those that start with a bullet."""
    for piece in pieces:
        if piece.kind in {"paragraph", "item"}:
            yield from _mended(piece)
        else:
            yield piece


def _mended(piece: Piece) -> Iterator[Piece]:
    start = bullet_end(piece.text)
    if start and piece.kind == "paragraph":
        piece = piece.cut(start, len(piece.text))._replace(kind="item", level=max(piece.level, 1))
    if len(piece.text) <= LOST and not (start and _INNER_BULLET.search(piece.text)):
        yield piece
        return
    cuts = sorted({*_at_bullets(piece.text), *_at_sections(piece.text)})
    position, is_item = 0, piece.kind == "item"
    for at, end, opens_item in [*cuts, (len(piece.text), len(piece.text), False)]:
        if at < position:
            continue
        part = piece.cut(position, at)
        if part.text:
            yield part._replace(kind="item" if is_item else "paragraph", level=max(piece.level, 1) if is_item else 0)
        position, is_item = end, opens_item


def _at_bullets(text: str) -> Iterator[tuple[int, int, bool]]:
    bullets = list(_INNER_BULLET.finditer(text))
    # A dot in the middle of a line also parts a name from a place; a list has several.
    if len(bullets) > 2 or any(bullet.group()[0] != "\u00b7" for bullet in bullets):
        yield from ((bullet.start(), bullet.end(), True) for bullet in bullets)


def _at_sections(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the beginning and the end of every section word that stands in running text."""
    for colon in COLON.finditer(text):
        start = label_start(text, colon.start())
        if start is not None:
            yield (start, start, False)
            if not labelled_field(text[start : colon.start()]):
                yield (colon.end(), colon.end(), False)
    first_words = section_words().first_words
    for word in _CAPITAL.finditer(text):
        place = word.start()
        end = _phrase_end(text, place) if word.group().lower() in first_words else None
        if end is not None:
            yield (place, place, False)
            yield (end, end, False)


def label_start(text: str, colon: int) -> int | None:
    """Return where the longest known label before a colon starts; it starts with a capital."""
    window = max(0, colon - _LONGEST_LABEL)
    words = [word.start() + window for word in _WORDS_BEFORE.finditer(text[window:colon])][-_MOST_WORDS:]
    for start in words:
        label = text[start:colon]
        if label[0].isupper() and (exact_role(label) or labelled_field(label)):
            return start
    return None


def _phrase_end(text: str, start: int) -> int | None:
    """Return where a section word in running text ends: its words have capitals, and so has the one after it.

    One word alone counts only after the end of a sentence.
    """
    words = [word.end() + start for word in _WORDS_BEFORE.finditer(text[start : start + _LONGEST_LABEL])][:_MOST_WORDS]
    after_sentence = start == 0 or (start > 1 and text[start - 2] in _ENDS)
    for count in range(len(words) - 1, 0 if after_sentence else 1, -1):
        end = words[count - 1]
        following = text[end + 1 : end + 2]
        phrase = text[start:end]
        if not (following.isupper() or following in _SIGNS) or end - start < _SHORTEST_PHRASE:
            continue
        if exact_role(phrase) in _OPENING_ROLES and is_title_case(phrase):
            return end
    return None
