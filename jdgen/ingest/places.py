"""Where the work is, as a posting says it: in its facts, in a labelled line, or as "City, ST" in the short lines at its beginning.

Where none of these names a place, one inside a sentence counts that says where somebody is hired: "looking for a case manager in Boston, MA".
"""

import re
from collections.abc import Iterable, Iterator

from jdgen.ingest.job_titles import names_job
from jdgen.ingest.recovery import labelled, parts_of
from jdgen.ingest.recovery_words import phrases
from jdgen.ingest.stated import state
from jdgen.ingest.wrapping import lines_of
from jdgen.model.document import Block, Document, Stated
from jdgen.text.places_in_words import places_apart, places_in_sentences
from jdgen.text.remote_area import RemoteArea, parse_remote_area
from jdgen.text.states import find_state

_SENTENCE_ENDS = re.compile(r"[.!?;]\s")
_HIRES = re.compile(
    r"\b(?:looking|hiring|seeking|seeks|recruiting|positions?|openings?|vacancy|roles?|jobs?|join(?:ing)?|you(?:'ll|\u2019ll| will)? work|work (?:for|with) us)\b"
    r"|\bour (?:[\w-]+ ){0,3}(?:clinic|office|hospital|team|agency|program|center|site|facility|branch|campus|location) (?:(?:is )?(?:located |based )?in )?$"
    r"|\bthe (?:[\w-]+ )?(?:clinic|office|hospital|program|center|site|facility|campus|location) is (?:located |based )?in $",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:experience|worked|lived|born|grew|moved|degree|graduated|attended|studied|trained|founded|headquarter\w*|licen[sc]\w*)\b",
    re.IGNORECASE,
)
"""Before a place, these tell of somebody's past, or of the employer."""

_REACH = 80
"""How many characters before a place may hold the job."""

_LINES_AT_THE_TOP = 12
_LONGEST_LINE = 120


def with_places(document: Document) -> Document:
    """Return the document with the places it names; those of its facts go first and leave the others aside.

    Where none can be read, it keeps what is stated as one, or labelled: as an area where only states are named, else without a value.
    """
    ways = (_stated, _labelled, _at_the_top, _in_sentences)
    unread: tuple[Stated, ...] = ()
    for found in (tuple(way(document)) for way in ways):
        read = tuple(one for one in found if one.value is not None)
        if read:
            return document._replace(places=read)
        unread = unread or found
    return document._replace(places=tuple(map(_with_states, unread))) if unread else document


def _with_states(unread: Stated) -> Stated:
    """Return a place without a city as the states it names: "Colorado", or "Bay Area, CA", is enough for the law. Washington alone may be the capital."""
    if "washington" in unread.text.casefold():
        return unread
    region, comma, last = unread.text.rpartition(",")
    if comma and region[-4:].casefold() == "area" and (named := find_state(last)):
        return unread._replace(value=RemoteArea((named,)))
    area = parse_remote_area(f"Remote ({unread.text})")
    return unread._replace(value=area) if isinstance(area, RemoteArea) and area.states else unread


def _stated(document: Document) -> Iterable[Stated]:
    return document.stated.get("location", ())


def _labelled(document: Document) -> Iterator[Stated]:
    for field, stated in labelled(document):
        if field == "location":
            yield from stated


def _at_the_top(document: Document) -> Iterator[Stated]:
    for block, line in _short_lines(document):
        for start, end in parts_of(document, block, *line):
            begin = start + len(block.text[start:end]) - len(block.text[start:end].lstrip())
            for match in places_apart(block.text[begin:end].rstrip()):
                if _may_be_town(match.group()):
                    yield _place(block, begin + match.start(), begin + match.end())


def _may_be_town(text: str) -> bool:
    """Say whether what stands before a bar or a bracket with a state may be a town, and is neither a job nor an employer: `Therapist | CA`."""
    name = text.partition(" | ")[0].partition(" (")[0]
    return name == text or not (names_job(name) or phrases("titles", "employers").found_in(name))


def _short_lines(document: Document) -> Iterator[tuple[Block, tuple[int, int]]]:
    """Yield the short lines at the top, and where each stands in its block; those of longer blocks only where few lines stand before them."""
    short = lines = 0
    for block in document.blocks:
        is_short = len(block.text) <= _LONGEST_LINE
        short += is_short
        if short > _LINES_AT_THE_TOP:
            return
        if is_short or lines < _LINES_AT_THE_TOP:
            for start, end in lines_of(document, block):
                lines += 1
                if end - start <= _LONGEST_LINE:
                    yield block, (start, end)


def _in_sentences(document: Document) -> Iterator[Stated]:
    """Yield the places before which a sentence names a job or says that somebody is hired; of the first block that has any."""
    for block in document.blocks:
        found = [span for span in places_in_sentences(block.text) if _is_of_the_job(block.text, span[0])]
        yield from (_place(block, *span) for span in found)
        if found:
            return


def _place(block: Block, start: int, end: int) -> Stated:
    return state("location", block.text[start:end], block.source_offset(start), block.source_offset(end - 1) + 1)


def _is_of_the_job(text: str, at: int) -> bool:
    before = _SENTENCE_ENDS.split(text[max(at - _REACH, 0) : at])[-1]
    return not _PAST.search(before) and (_HIRES.search(before) is not None or names_job(before))
