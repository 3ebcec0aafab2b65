"""Where the work is, as a posting says it: in its facts, in a labelled line, or as "City, ST" in the short lines at its beginning.

Where none of these names a place, one inside a sentence counts that says where somebody is hired: "looking for a case manager in Boston, MA".
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from jdgen.ingest.job_titles import names_job
from jdgen.ingest.recovery import labelled
from jdgen.ingest.stated import state
from jdgen.model.document import Document, Stated
from jdgen.text.states import STATES

_NAMES = "|".join(sorted(map(re.escape, STATES.values()), key=len, reverse=True))
_PLACE = re.compile(
    rf"(?<![\w'])(?:[A-Z][\w.'\u2019-]+ ){{0,2}}[A-Z][\w.'\u2019-]+, (?:{'|'.join(STATES)}|{_NAMES})\b(?: \d{{5}}(?:-\d{{4}})?)?(?=\s*(?:$|[,.;:)|/\u2013\u2014-]))"
)
_CITY = r"(?:(?!(?:Case|Care|Manager|Nurse|Worker|Social|Coordinator|Assistant|Physician|Medical|Full|Part|Time|Remote|Health|Home)\b)[A-Z][a-z][\w.'\u2019-]*)"
_WITHOUT_COMMA = re.compile(
    rf"(?:^|(?<=[,:;|(/\u00b7\u2022\u2013\u2014-] )|(?<=\()|(?<=\b[Ii]n ))(?:{_CITY} ){{0,2}}{_CITY} (?:{'|'.join(STATES)})(?: \d{{5}}(?:-\d{{4}})?)?(?=\s*(?:$|[,.;:)|/\u2013\u2014-]))"
)
"""`Portland ME`: only where it stands apart, because two capital letters after a name may be a credential."""
_IN_A_SENTENCE = re.compile(
    rf"(?<=\b[Ii]n )(?:{_CITY} ){{0,2}}{_CITY}(?:, (?:{'|'.join(STATES)}|{_NAMES})(?![\w'-])"
    rf"| (?:{'|'.join(STATES)})(?=\s*(?:$|[,.;:)|/\u2013\u2014-])))"
)
_SENTENCE_ENDS = re.compile(r"[.!?;]\s")
_HIRES = re.compile(
    r"\b(?:looking|hiring|seeking|seeks|recruiting|positions?|openings?|vacancy|roles?|jobs?)\b", re.IGNORECASE
)
_PAST = re.compile(
    r"\b(?:experience|worked|lived|born|grew|moved|degree|graduated|founded|headquartered)\b", re.IGNORECASE
)
"""Before a place, these tell of somebody's past, or of the employer."""

_REACH = 80
"""How many characters before a place may hold the job."""

_LINES_AT_THE_TOP = 12
_LONGEST_LINE = 120


def with_places(document: Document) -> Document:
    """Return the document with the places it names; those of its facts go first and leave the others aside."""
    ways = (_stated, _labelled, _at_the_top, _in_sentences)
    for found in (tuple(way(document)) for way in ways):
        read = tuple(one for one in found if one.value is not None)
        if read:
            return document._replace(places=read)
    return document


def _stated(document: Document) -> Iterable[Stated]:
    return document.stated.get("location", ())


def _labelled(document: Document) -> Iterator[Stated]:
    for field, stated in labelled(document):
        if field == "location":
            yield from stated


def _at_the_top(document: Document) -> Iterator[Stated]:
    short = (block for block in document.blocks if len(block.text) <= _LONGEST_LINE)
    for block in islice(short, _LINES_AT_THE_TOP):
        for match in chain(_PLACE.finditer(block.text), _WITHOUT_COMMA.finditer(block.text)):
            yield state(
                "location", match.group(), block.source_offset(match.start()), block.source_offset(match.end() - 1) + 1
            )


def _in_sentences(document: Document) -> Iterator[Stated]:
    """Yield the places before which a sentence names a job or says that somebody is hired; of the first block that has any."""
    for block in document.blocks:
        found = [match for match in _IN_A_SENTENCE.finditer(block.text) if _is_of_the_job(block.text, match.start())]
        for match in found:
            yield state(
                "location", match.group(), block.source_offset(match.start()), block.source_offset(match.end() - 1) + 1
            )
        if found:
            return


def _is_of_the_job(text: str, at: int) -> bool:
    before = _SENTENCE_ENDS.split(text[max(at - _REACH, 0) : at])[-1]
    return not _PAST.search(before) and (_HIRES.search(before) is not None or names_job(before))
