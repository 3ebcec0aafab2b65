"""Words that a hyphen parts at the end of a line: `gradu-` above `ates` is one word, `well-` above `being` keeps its hyphen.

The words of the text itself decide, then those of our own tables; where only tags stand between, `man-</b><b>ager`, one of them has to know the
word. Offsets stay exact. The lines of a PDF are joined in `page_lines`.
"""

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from jdgen.ingest.pieces import Piece, Reading, Runs, cut_runs
from jdgen.load.search import shipped_folder

_HYPHENS = "\\-\u2010\u00ad"
_LETTER = r"[^\W\d_]"
_BREAK = r"(?:[\r\n]|\\[nr]|<br)"
_PARTED = re.compile(rf"(?<!{_LETTER})(?P<begin>{_LETTER}+)(?P<hyphen>[-\u2010]) ?(?P<end>{_LETTER}+)")
_PARTED_UNSEEN = re.compile(_PARTED.pattern.replace("2010]) ?", "2010]?)(?: |(?<=[-\u2010]))"))
"""The same of words that a hyphen parts which is not seen elsewhere, and which no piece holds."""
_GAP = re.compile(rf"[{_HYPHENS}][^\w\r\n]{{0,20}}{_BREAK}", re.IGNORECASE)
_UNSEEN_GAP = re.compile(r"(?:\u00ad|&shy;|&#173;)(?:\s|</?[^<>]{1,80}>){1,12}", re.IGNORECASE)
_TAGS = re.compile(rf"[{_HYPHENS}]\s{{0,9}}(?:</?(?!br\b)[a-z][^<>]{{0,80}}>\s{{0,9}}){{1,12}}", re.IGNORECASE)
"""Tags that stand between a hyphen and the next letter."""
_ADDRESS = re.compile(r"(?:://|www\.)\S*$")
"""The hyphens of an address part no word."""
_WIDEST_GAP = 200
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TABLES = ("rules", "specializations")
_GOES_ON = frozenset({"and", "or", "to", "nor", "but", "through"})
"""Words before which a hyphen stands for the rest of a compound: short- and long-term."""


def with_whole_words(reading: Reading) -> Reading:
    """Return what was read with the words put together that a hyphen parts at the end of a line of the source."""
    pattern = _PARTED_UNSEEN if holds_unseen_hyphens(reading.source) else _PARTED
    every = (reading.pieces, *(told.pieces for told in reading.told))
    places = [[list(_places(piece, reading.source, pattern)) for piece in pieces] for pieces in every]
    pairs = [list(zip(pieces, parted, strict=True)) for pieces, parted in zip(every, places, strict=True)]
    words = {word for piece, parted in chain.from_iterable(pairs) for word in _whole_words(piece.text, parted)}
    pieces, *told = (tuple(_whole(piece, parted, words) for piece, parted in some) for some in pairs)
    return reading._replace(
        pieces=pieces, told=tuple(one._replace(pieces=some) for one, some in zip(reading.told, told, strict=True))
    )


def holds_unseen_hyphens(source: str) -> bool:
    """Say whether a source says where words may be parted, in whatever way it is written."""
    return "\u00ad" in source or "&shy;" in source or "&#173;" in source


def _places(piece: Piece, source: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the words of a piece that a hyphen and the end of a line part."""
    at = 0
    while found := pattern.search(piece.text, at):
        last, following = found.end("begin") - 1, found.start("end")
        first_of_gap, after = (cut_runs(piece.runs, place, place + 1)[0][1] for place in (last, following))
        gap = source[first_of_gap + 1 : min(after, first_of_gap + _WIDEST_GAP)]
        is_word = found["end"].lower() not in _GOES_ON and not _ADDRESS.search(piece.text, 0, found.start())
        if is_word and _parts(gap, found, source):
            yield found
        at = found.end("begin") + len(found["hyphen"])


def _parts(gap: str, found: re.Match[str], source: str) -> bool:
    """Say whether what stands between two halves parts a word: the end of a line, or tags inside of a word that somebody knows."""
    if _GAP.match(gap) or _UNSEEN_GAP.fullmatch(gap):
        return True
    if not _TAGS.fullmatch(gap):
        return False
    begin, end = found["begin"].lower(), found["end"].lower()
    return any(one in _vocabulary() or _is_in(one, source) for one in (begin + end, f"{begin}-{end}"))


def _is_in(word: str, source: str) -> bool:
    return re.search(rf"(?<![\w-]){word}(?![\w-])", source, re.IGNORECASE) is not None


def _whole_words(text: str, parted: Sequence[re.Match[str]]) -> Iterator[str]:
    """Yield the words of a text that nothing parts."""
    ends = [0, *(found.end() for found in parted)]
    for start, end in zip(ends, [*(found.start() for found in parted), len(text)], strict=True):
        yield from _WORD.findall(text[start:end].lower())


def _whole(piece: Piece, parted: Sequence[re.Match[str]], words: Container[str]) -> Piece:
    """Return a piece without the gaps in its words, and without the hyphens that only part."""
    if not parted:
        return piece
    parts: list[str] = []
    runs: list[tuple[int, int]] = []
    at = length = 0
    for found in (*parted, None):
        end = len(piece.text) if found is None else _end_of_first(found, words)
        parts.append(piece.text[at:end])
        runs += _shifted(cut_runs(piece.runs, at, end), length)
        length += end - at
        at = end if found is None else found.start("end")
    return piece._replace(text="".join(parts), runs=tuple(runs))


def _shifted(runs: Runs, by: int) -> Iterator[tuple[int, int]]:
    return ((start + by, origin) for start, origin in runs)


def _end_of_first(found: re.Match[str], words: Container[str]) -> int:
    """Return where the first part of a word ends: behind the hyphen of a compound, before one that only parts."""
    keeps = bool(found["hyphen"]) and _is_compound(found["begin"], found["end"], words)
    return found.end("hyphen") if keeps else found.end("begin")


def _is_compound(begin: str, end: str, words: Container[str]) -> bool:
    """Say whether the hyphen belongs to a word, as in well-being; one before a capital does, unless all are capitals."""
    if end[0].isupper() and not begin.isupper():
        return True
    begin, end = begin.lower(), end.lower()
    for known in (words, _vocabulary()):
        if f"{begin}-{end}" in known:
            return True
        if begin + end in known:
            return False
    return all(part in words or part in _vocabulary() for part in (begin, end))


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    """Return the words our own tables are written in; few texts ask for them."""
    files = (file for name in _TABLES for file in (shipped_folder() / name).rglob("*.yaml"))
    return frozenset(word for file in files for word in _WORD.findall(file.read_text("utf-8").lower()))
