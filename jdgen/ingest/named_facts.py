"""Where an old posting may name a fact that nothing states: the one place that stands alone, and lines for a person to look at.

Only the place is taken, and only where the posting names no other; who hires is looked for in `employers`. The words stand in `rules/_recovery.yaml`.
"""

import re
from collections.abc import Iterator
from itertools import islice

from jdgen.ingest.employers import employer_lines
from jdgen.ingest.job_titles import names_job
from jdgen.ingest.recovery_words import pattern, phrases
from jdgen.model.document import Block, Document, Stated
from jdgen.text.pay_in_words import find_pay
from jdgen.text.place import Place

IN_WORDS = ("closes", "employment", "pay", "posted", "workplace")
"""Facts that words of `rules/_recovery.yaml` point to."""

_MOST_LINES = 100
_MOST_CHARACTERS = 2000
"""A block with more is a whole posting in one line, and is looked at no further."""

_END = re.compile(r"[.!?]+\s+(?=[A-Z\u201c\"(])|;\s")
_FIGURE = re.compile(r"\$\s?\d")
_PARTS = re.compile(r"\s*(?:[|/,;:\u2022\u00b7\u2013\u2014(]|(?<=\s)-(?=\s))\s*$")
_ENDS = re.compile(r"\s*(?:$|[|/;:,.()\u2022\u00b7\u2013\u2014]|-\s)")


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
        return tuple(employer_lines(document))
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
            if words.search(sentence) or (field == "pay" and _is_of_pay(sentence)):
                yield _stated(block, start, end)


def _is_of_pay(sentence: str) -> bool:
    return _FIGURE.search(sentence) is not None or any(find_pay(sentence))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _END.finditer(text):
        yield start, end.start()
        start = end.end()
    if text[start:].strip():
        yield start, start + len(text[start:].rstrip(" .;"))


def _stated(block: Block, start: int, end: int) -> Stated:
    end = max(end, start + 1)
    return Stated(block.text[start:end], None, block.source_offset(start), block.source_offset(end - 1) + 1)
