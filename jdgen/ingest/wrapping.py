"""Lines of plain text that belong together because a program, or a person, broke them at some width.

The text itself tells: a line is full when the first word of the next had no room on it, and a break inside a sentence shows in small letters
after it. Lists, addresses and labelled facts without marks stay apart, since nothing of that is seen in them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from jdgen.ingest.line_breaks import begins_anew, bullet_end
from jdgen.ingest.section_words import label_alone
from jdgen.model.document import Block, Document

Line = tuple[str, int]
"""A line without its end, and its offset."""

# Programs and people wrap lines between these widths; a shorter or longer line is a whole paragraph.
_LEAST, _MOST = 35, 120
_ENOUGH_BREAKS = 3
_RAGGED = 0.6
"""A line broken by hand fills at least so much of the width."""

_SENTENCE_ENDS = frozenset(".!?:;")
_CALLS = frozenset("!?")
_SHOUTED = 3
"""So many words in capitals are a line of their own; two may be an abbreviation and its neighbor."""
_QUOTES = "\"'()[]\u2018\u2019\u201c\u201d*_"
_LABELLED = re.compile(r"[A-Z][\w/&'\u2019-]*(?: [\w/&'\u2019()-]+){0,3}: ?\S")
_ADDRESS = re.compile(r"\d{1,6} [A-Z]\w|P\.? ?O\.? Box|[A-Z][\w.' -]{1,40},? [A-Z]{2} \d{5}(?:-\d{4})?[.,]?$")
_LEADS_ON = re.compile(
    r"(?<!\w)(?:a|an|and|are|as|at|be|by|for|from|in|is|its|of|on|or|our|that|the|their|this|to|with|your|you|we)$"
)


_NARROW = 16
"""So narrow may a column be whose lines break words."""
_BREAKS_WORDS = re.compile(r"[^\W\d_][-\u2010\u00ad\ufffe\x02]$")


class Wrap(NamedTuple):
    """How the lines of a text are broken: at what width, and whether often enough to be sure of every paragraph."""

    width: int
    is_sure: bool


def wrap_of(paragraphs: Iterable[Sequence[Line]]) -> Wrap:
    """Return at what width the lines of a text are broken; 0 where no sentence is broken."""
    pairs = [(above.rstrip(), below.strip()) for lines in paragraphs for (above, _), (below, _) in pairwise(lines)]
    least = _NARROW if any(is_word_broken(*pair) for pair in pairs) else _LEAST
    breaks = sorted(len(above) for above, below in pairs if _is_inside_sentence(above, below, least))
    if not breaks or not least <= breaks[-1] <= _MOST:
        return Wrap(0, is_sure=False)
    middle = breaks[len(breaks) // 2]
    return Wrap(breaks[-1], is_sure=len(breaks) >= _ENOUGH_BREAKS and middle >= _RAGGED * breaks[-1])


def groups(lines: Sequence[Line], wrap: Wrap) -> Iterator[Sequence[Line]]:
    """Yield the lines of a paragraph that are one thought."""
    if len(lines) == 1:
        yield lines
        return
    width = max(len(line.rstrip()) for line, _ in lines)
    has_breaks = any(_is_inside_sentence(above.rstrip(), below.strip()) for (above, _), (below, _) in pairwise(lines))
    if wrap.is_sure:
        width = max(wrap.width, width if width <= _MOST else 0)
    group, is_listed = [lines[0]], lines[0][0].lstrip()[0].islower()
    for line in lines[1:]:
        goes_on = (has_breaks or wrap.is_sure) and _goes_on(group, line[0], width, wrap)
        is_one = _hangs(group, line[0]) or is_word_broken(group[-1][0].rstrip(), line[0].strip())
        if is_one or (goes_on and not (is_listed and line[0].lstrip()[0].islower())):
            group.append(line)
        else:
            yield group
            is_listed = _begins_low(group[-1][0].rstrip(), line[0].lstrip(), width, is_listed=is_listed)
            group = [line]
    yield group


def _begins_low(before: str, text: str, width: int, *, is_listed: bool) -> bool:
    """Say whether a line that does not go on with the one before begins in small letters, as the lines of a list may."""
    return text[0].islower() and (is_listed or before[-1] in _SENTENCE_ENDS or len(before) < _RAGGED * width)


def is_word_broken(above: str, below: str) -> bool:
    """Say whether a line ends inside of a word, as far as a hyphen and a small letter below it tell; words in capitals go on in capitals."""
    if not _BREAKS_WORDS.search(above):
        return False
    return below[0].islower() or (below[0].isupper() and above[-2:-1].isupper() and below[1:2].isupper())


def leads_on(line: str) -> bool:
    """Say whether a line ends in a word that no sentence ends with."""
    return _LEADS_ON.search(line.rstrip()) is not None


def _is_inside_sentence(above: str, below: str, least: int = _LEAST) -> bool:
    """Say whether a break stands inside a sentence that begins as sentences do."""
    return (
        len(above) >= _RAGGED * least
        and above[-1] not in _SENTENCE_ENDS
        and (below[0].islower() or _LEADS_ON.search(above) is not None)
        and not _starts_anew(below)
    )


def _hangs(group: Sequence[Line], line: str) -> bool:
    """Say whether a line is indented below a bullet and goes on with it, be it a single word that elsewhere is a heading."""
    text, before = line.lstrip(), group[-1][0].rstrip()
    if len(line) - len(text) <= _indent(group[0][0]) or not bullet_end(group[0][0].lstrip()):
        return False
    if bullet_end(text):
        return False
    return (before[-1] not in _SENTENCE_ENDS and text.rstrip()[-1] != ":") or not begins_anew(text)


def _goes_on(group: Sequence[Line], line: str, width: int, wrap: Wrap) -> bool:
    """Say whether a line goes on with the thought of those above it."""
    before, text = group[-1][0].rstrip(), line.strip()
    if is_line_of_its_own(before, text):
        return False
    least = _RAGGED * width if wrap.is_sure else _LEAST
    if not least <= len(before) <= min(width, _MOST) or before[-1] == ":" or _starts_anew(text):
        return False
    is_full = len(before) + 1 + len(text.split(None, 1)[0]) > width
    if before[-1] in _SENTENCE_ENDS:
        return is_full
    if text[0].islower():
        return is_full or wrap.is_sure
    if wrap.is_sure and _LEADS_ON.search(before):
        return True
    if _ADDRESS.match(text):
        return False
    return is_full and (not text[0].isupper() or _is_name_broken(before, text))


def is_line_of_its_own(above: str, below: str) -> bool:
    """Say whether a line calls out, `CASE MANAGERS NEEDED!!!`, so that the one below begins something else, however full it is."""
    is_apart = (_is_shouted(above) and not below.isupper()) or (_is_shouted(below) and not above.isupper())
    return above[-1] in _CALLS or is_apart


def _is_shouted(line: str) -> bool:
    """Say whether a line stands in capitals, as slogans and names do; in a text that is all capitals, that tells nothing."""
    return line.isupper() and line.count(" ") >= _SHOUTED - 1


def _starts_anew(text: str) -> bool:
    """Say whether a line is a bullet, a labelled fact or a heading; a word in small letters is the rest of a sentence."""
    if text[0].islower() and ":" not in text:
        return bullet_end(text) > 0
    return begins_anew(text) or _LABELLED.match(text) is not None


def _is_name_broken(before: str, text: str) -> bool:
    """Say whether a capital may stand inside a sentence: between the words of a name, or after a word that leads on."""
    words = [word.strip(_QUOTES) for word in text.split(None, 2)[:2]]
    last = before.rsplit(None, 1)[-1].strip(_QUOTES)
    return (
        before[-1] == ","
        or _LEADS_ON.search(before) is not None
        or last[:1].isupper()
        or all(word[:1].isupper() for word in words)
        or words[0].isupper()
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def lines_of(document: Document, block: Block) -> Sequence[tuple[int, int]]:
    """Return where the lines of a block begin and end in its text: those of a Markdown paragraph that belong together as little as in plain text."""
    whole = ((0, len(block.text)),)
    if document.format != "markdown" or block.kind not in {"paragraph", "item"} or not block.text:
        return whole
    breaks = list(_breaks(document.source, block))
    if not breaks:
        return whole
    edges = [0, *(at + 1 for at in breaks), len(block.text)]
    lines = [(block.text[start:end].rstrip(), start) for start, end in pairwise(edges) if block.text[start:end].strip()]
    thoughts = groups(lines, wrap_of([lines]))
    spans = [(thought[0][1], thought[-1][1] + len(thought[-1][0])) for thought in thoughts]
    # A label in a line of its own stays with the value below it.
    labels = [label_alone(block.text[start:end].rstrip(":")) is not None for start, end in spans]
    starts = [start for (start, _), goes_on in zip(spans, [False, *labels[:-1]], strict=True) if not goes_on]
    ends = [end for (_, end), goes_on in zip(spans, [*labels[:-1], False], strict=True) if not goes_on]
    return tuple(zip(starts, ends, strict=True))


def _breaks(source: str, block: Block) -> Iterator[int]:
    """Yield the gaps of a block's text that are line breaks in its source."""
    last = block.source_offset(len(block.text) - 1)
    ends = [*(start for start, _ in block.runs[1:]), len(block.text)]
    number, at = 0, source.find("\n", block.runs[0][1], last)
    while at >= 0:
        while number + 1 < len(block.runs) and block.runs[number + 1][1] <= at:
            number += 1
        start, origin = block.runs[number]
        gap = min(start + at - origin, ends[number] - 1)
        if block.text[gap] == " ":
            yield gap
        at = source.find("\n", at + 1, last)
