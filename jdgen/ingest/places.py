"""Where the work is, as a posting says it: in its facts, in a labelled line, or as "City, ST" in the short lines at its beginning."""

import re
from collections.abc import Iterator
from itertools import chain, islice

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
_LINES_AT_THE_TOP = 12
_LONGEST_LINE = 120


def with_places(document: Document) -> Document:
    """Return the document with the places it names; those of its facts go first and leave the others aside."""
    for found in (document.stated.get("location", ()), tuple(_labelled(document)), tuple(_at_the_top(document))):
        read = tuple(one for one in found if one.value is not None)
        if read:
            return document._replace(places=read)
    return document


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
