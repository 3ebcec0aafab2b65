"""A place that a form asks for in parts, `City: Denver State: CO`, or by a part of a city alone, `Location: Brooklyn`.

City and state may stand in one line or in lines below one another. Anything else between them, and nothing is taken.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from jdgen.ingest.recovery_words import phrases
from jdgen.ingest.stated import read_value
from jdgen.model.document import Block, Document, Stated
from jdgen.text.place import Place
from jdgen.text.states import STATES, find_state

_MOST_BLOCKS = 3
_LONGEST = 200
_CITY = re.compile(r"(?:^|[\s,;|/-])City(?: *:| \|) *(?=[A-Z])")
_PARTS = re.compile(
    r"(?P<city>[A-Z][A-Za-z.' -]{1,40}?)[\s,;|]{1,4}(?:State|STATE)(?: *:| \|) *(?P<state>[A-Za-z. ]{2,20}?)"
    r"(?=$|[,;|\n]| (?:[A-Z][a-z]+ )?[A-Z][A-Za-z]*(?: Code)?(?::| \|))"
    r"(?:[\s,;|]{1,4}(?:Zip|ZIP|Postal)(?: [Cc]ode)?(?: *:| \|) *(?P<code>\d{5}(?:-\d{4})?))?"
)


def place_in_parts(document: Document) -> Iterator[Stated]:
    """Yield the places whose city and state have labels of their own."""
    for number, block in enumerate(document.blocks):
        label = _CITY.search(block.text) if len(block.text) <= _LONGEST else None
        if label:
            yield from _read(document.blocks[number : number + _MOST_BLOCKS], label.end())


def _read(blocks: Sequence[Block], start: int) -> Iterator[Stated]:
    blocks = [block for block in blocks if len(block.text) <= _LONGEST]
    found = _PARTS.match("\n".join(block.text for block in blocks), start)
    if found and find_state(found["state"]):
        value = read_value("location", " ".join(filter(None, (f"{found['city']}, {found['state']}", found["code"]))))
        if isinstance(value, Place):
            end = max(found.end("state"), found.end("code"))
            begin, last = _source_offset(blocks, found.start("city")), _source_offset(blocks, end - 1)
            yield Stated(found[0][: end - found.start()], value, begin, last + 1)


def _source_offset(blocks: Sequence[Block], at: int) -> int:
    starts = [0, *accumulate(len(block.text) + 1 for block in blocks)]
    index = max(number for number, start in enumerate(starts[:-1]) if start <= at)
    return blocks[index].source_offset(at - starts[index])


def with_borough(document: Document, stated: Stated) -> Stated:
    """Return a labelled place that is a borough with its state, unless the posting names another one."""
    name = stated.text.strip(" .")
    if stated.value is not None or name.casefold() not in phrases("places", "boroughs").words:
        return stated
    others = (state for state in STATES.values() if state != "New York")
    if any(re.search(rf"(?<!\w){state}(?!\w)", document.source) for state in others):
        return stated
    return stated._replace(value=Place("Bronx" if name.casefold().endswith("bronx") else name.title(), "NY"))
