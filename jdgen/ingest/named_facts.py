"""Where an old posting may name a fact that nothing states: the one place that stands alone, and lines for a person to look at.

Only the place is taken, and only where the posting names no other; who hires is looked for in `employers`. The words stand in `rules/_recovery.yaml`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from jdgen.ingest.employers import employer_lines
from jdgen.ingest.job_titles import names_job
from jdgen.ingest.recovery_words import pattern, phrases
from jdgen.ingest.stated import read_value
from jdgen.ingest.wrapping import lines_of
from jdgen.model.document import Block, Document, Stated
from jdgen.text.pay import PayUnstated
from jdgen.text.pay_in_words import find_pay
from jdgen.text.place import Place

IN_WORDS = ("closes", "employment", "pay", "posted", "workplace")
"""Facts that words of `rules/_recovery.yaml` point to."""

_LINES_AT_THE_TOP = 12
_LONGEST_AT_THE_TOP = 120
_MARKS_OF_PARTS = re.compile(r"\s*[|\u2022\u00b7()]\s*|\s[\u2013\u2014]\s(?!\$)")
_MOST_LINES = 100
_MOST_CHARACTERS = 2000
"""A block with more is a whole posting in one line, and is looked at no further."""

_END = re.compile(r"[.!?]+\s+(?=[A-Z\u201c\"(])|;\s")
_UNTIL = re.compile(
    r"\b(?:by|before|until|through|no later than)\s(?:\w+,?\s)?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d|\d{1,2}/\d)"
)
"""A day by which something is to be done."""

_FIGURE = re.compile(r"\$\s?\d")
_PARTS = re.compile(r"\s*(?:[|/,;:\u2022\u00b7\u2013\u2014(]|(?<=\s)-(?=\s))\s*$")
_ENDS = re.compile(r"[*_]*\s*(?:$|[|/;:,.()\u2022\u00b7\u2013\u2014]|-\s)")


def one_place(document: Document) -> Stated | None:
    """Return the place a document names, where it names no other and it stands apart from other words; the fullest way it is written."""
    places = [one.value for one in document.places if isinstance(one.value, Place)]
    if len(places) < len(document.places) or len({(one.city.casefold(), one.state) for one in places}) != 1:
        return None
    apart = [one for one in document.places if _is_city(one.value.city) and _stands_apart(document, one)]
    return max(apart, key=lambda one: len(one.text), default=None)


def alone(document: Document, field: str) -> Stated | None:
    """Return a fact that a line at the top says and nothing besides, as job boards print it; none where the words may name another one."""
    found = [one for block in document.blocks[:_LINES_AT_THE_TOP] for one in _parts_of(document, block, field)]
    values = {one.value for one in found}
    places = [(one.start, one.end) for one in found]
    others = (one for one in _sentences_about(document, field) if not _holds(one, places))
    return found[0] if len(values) == 1 and all(_agrees(field, one, found[0]) for one in others) else None


def _parts_of(document: Document, block: Block, field: str) -> Iterator[Stated]:
    """Yield the parts of short lines, between their marks, that are a fact each."""
    for start, end in lines_of(document, block) if block.kind in {"paragraph", "row"} else ():
        marks = [mark.span() for mark in _MARKS_OF_PARTS.finditer(block.text, start, end)]
        edges = [start, *chain.from_iterable(marks), end] if end - start <= _LONGEST_AT_THE_TOP else []
        for begin, until in zip(edges[::2], edges[1::2], strict=True):
            value = read_value(field, block.text[begin:until]) if until > begin else None
            if value is not None and not isinstance(value, PayUnstated):
                yield _stated(block, begin, until)._replace(value=value)


def _holds(sentence: Stated, places: Sequence[tuple[int, int]]) -> bool:
    return any(sentence.start <= start and end <= sentence.end for start, end in places)


def _agrees(field: str, sentence: Stated, fact: Stated) -> bool:
    """Say whether a sentence names the same fact, as far as it can be read."""
    return bool(read_value(field, sentence.text.partition(":")[2] or sentence.text) == fact.value)


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
    before, after = _around(document, place)
    return (not before.strip("#*_> \t") or _PARTS.search(before) is not None) and _ENDS.match(after) is not None


def _around(document: Document, place: Stated) -> tuple[str, str]:
    """Return what stands before and behind a place in its line; where markup makes the lines, in its block."""
    source = document.source
    if document.format in {"markdown", "text"}:
        begin, end = source.rfind("\n", 0, place.start) + 1, source.find("\n", place.end)
        return source[begin : place.start], source[place.end : end if end >= 0 else None]
    block = next(block for block in reversed(document.blocks) if block.source_offset(0) <= place.start)
    before, _, after = block.text.partition(place.text)
    return before, after


def _sentences_about(document: Document, field: str) -> Iterator[Stated]:
    words = pattern("named", field)
    for block in document.blocks:
        if block.role == "legal" or len(block.text) > _MOST_CHARACTERS:
            continue
        for start, end in _sentences(block.text):
            sentence = block.text[start:end]
            if words.search(sentence) or _says_it(field, sentence):
                yield _stated(block, start, end)


def _says_it(field: str, sentence: str) -> bool:
    """Say whether a sentence may name a fact by its figures: an amount of money, or the day by which to apply."""
    if field == "closes":
        return _UNTIL.search(sentence) is not None and pattern("apply", "ways").search(sentence) is not None
    return field == "pay" and _is_of_pay(sentence)


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
