"""Where an old posting may name a fact that nothing states: the one place that stands alone, and lines for a person to look at.

Only the place is taken, and only where the posting names no other. The words stand in `rules/_recovery.yaml`.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from jdgen.ingest.job_titles import names_job
from jdgen.ingest.recovery_words import pattern, phrases
from jdgen.ingest.section_words import exact_role, heading_role, is_title_case, labelled_field
from jdgen.model.document import Block, Document, Stated
from jdgen.text.place import Place

IN_WORDS = ("closes", "employment", "pay", "posted", "workplace")
"""Facts that words of `rules/_recovery.yaml` point to."""

_LINES_AT_THE_TOP = 8
_LONGEST_NAME = 80
_MOST_LINES = 100
_MOST_CHARACTERS = 2000
"""A block with more is a whole posting in one line, and is looked at no further."""

_END = re.compile(r"[.!?]+\s+(?=[A-Z\u201c\"(])|;\s")
_FIGURE = re.compile(r"\$\s?\d")
_PARTS = re.compile(r"\s*(?:[|/,;:\u2022\u00b7\u2013\u2014(]|(?<=\s)-(?=\s))\s*$")
_ENDS = re.compile(r"\s*(?:$|[|/;:,.()\u2022\u00b7\u2013\u2014]|-\s)")
_EDGES = " \t:;,.|/\u2022\u00b7\u2013\u2014-("


def one_place(document: Document) -> Stated | None:
    """Return the place a document names, where it names no other and it stands apart from other words; the fullest way it is written."""
    places = [one.value for one in document.places if isinstance(one.value, Place)]
    if len(places) < len(document.places) or len({(one.city.casefold(), one.state) for one in places}) != 1:
        return None
    apart = [one for one in document.places if _is_city(one.value.city) and _stands_apart(document, one)]
    return max(apart, key=lambda one: len(one.text), default=None)


def named(document: Document, field: str) -> tuple[Stated, ...]:
    """Return the words that may name a fact, by the name of the fact in a posting's front matter."""
    if field == "location":
        return document.places
    if field == "employer.name":
        return tuple(_employers(document))
    return tuple(islice(_sentences_about(document, field), _MOST_LINES)) if field in IN_WORDS else ()


def _is_city(name: str) -> bool:
    """Say whether a name is that of a city alone: a job or an employer may stand before it without a mark between."""
    return not (names_job(name) or (" " in name and phrases("titles", "employers").found_in(name)))


def _stands_apart(document: Document, place: Stated) -> bool:
    """Say whether nothing but marks stand around a place in its line."""
    begin = document.source.rfind("\n", 0, place.start) + 1
    end = document.source.find("\n", place.end)
    before, after = document.source[begin : place.start], document.source[place.end : end if end >= 0 else None]
    return (not before.strip("#*_> \t") or _PARTS.search(before) is not None) and _ENDS.match(after) is not None


def _sentences_about(document: Document, field: str) -> Iterator[Stated]:
    words = pattern("named", field)
    for block in document.blocks:
        if block.role == "legal" or len(block.text) > _MOST_CHARACTERS:
            continue
        for start, end in _sentences(block.text):
            sentence = block.text[start:end]
            if words.search(sentence) or (field == "pay" and _FIGURE.search(sentence)):
                yield _stated(block, start, end)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _END.finditer(text):
        yield start, end.start()
        start = end.end()
    if text[start:].strip():
        yield start, start + len(text[start:].rstrip(" .;"))


def _employers(document: Document) -> Iterator[Stated]:
    """Yield the names among the lines at the top of which employers are made; what follows them, such as a place, is left out."""
    ends = {one.start: one for one in document.places}
    for block in document.blocks[:_LINES_AT_THE_TOP]:
        end = min((at for at in _offsets(block, ends)), default=len(block.text))
        name = block.text[:end].rstrip(_EDGES)
        if _is_employer(name):
            yield _stated(block, 0, len(name))


def _offsets(block: Block, starts: Iterable[int]) -> Iterator[int]:
    """Yield where in a block's text the places of the source start that stand in it."""
    last = block.source_offset(len(block.text) - 1)
    for start in starts:
        if block.source_offset(0) <= start <= last:
            yield next(at for at in range(len(block.text)) if block.source_offset(at) >= start)


def _is_employer(name: str) -> bool:
    if not 0 < len(name) <= _LONGEST_NAME or name[-1] in "!?:" or ":" in name or " " not in name:
        return False
    if exact_role(name) or labelled_field(name) or heading_role(name) or names_job(name):
        return False
    return (name.isupper() or is_title_case(name)) and phrases("titles", "employers").found_in(name)


def _stated(block: Block, start: int, end: int) -> Stated:
    end = max(end, start + 1)
    return Stated(block.text[start:end], None, block.source_offset(start), block.source_offset(end - 1) + 1)
