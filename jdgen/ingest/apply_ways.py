"""Where an old posting says applications go: an email address, a page, a phone number.

An address is taken where its own sentence, or the line that leads to it, is about applying. Every other address is left to people.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Literal, NamedTuple

from jdgen.ingest.links import HiddenLink, asks_to_apply, email_in, hidden_links, shown_links
from jdgen.ingest.recovery_words import pattern
from jdgen.model.document import Document, Role, Stated

Kind = Literal["email", "url", "phone"]
KINDS: tuple[Kind, ...] = ("email", "url", "phone")

_URL = r"(?<!\w)(?:https?://|www\.)[^\s<>\"`\\\u201c\u201d]{3,1000}"
_BARE = r"(?<![\w@./-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}(?:com|edu|gov|health|jobs|mil|net|org|care|co|io|us)(?![\w@.-]*@)(?!\.?[\w-])(?:/[^\s<>\"`\\\u201c\u201d]{0,1000})?"
_EMAIL = r"(?<![\w.+%-])[\w.+%-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?![\w-])"
_PHONE = r"(?<![\w.-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?:,? ?(?:x|ext\.?|extension) ?\d{1,6})?(?![\w-])"
_LEADS_TO_SITE = re.compile(r"\b(?:at|on|online|page|site|through|via|visit|visiting|website):?\s$", re.IGNORECASE)
_SPELLED = re.compile(r"https?://|www\.", re.IGNORECASE)
_ADDRESS = re.compile(rf"(?P<url>{_URL}|{_BARE})|(?P<email>{_EMAIL})|(?P<phone>{_PHONE})", re.IGNORECASE)
_APPLY = re.compile(r"\b(?:appl(?:y|ying|ications?))\b", re.IGNORECASE)
_QUESTIONS = re.compile(r"\bquestions?\b", re.IGNORECASE)
_CLOSING = ".,;:!?'\u2019\u201d*_"
_END = re.compile(r"[.!?]\s+(?=[A-Z\u201c\"(])|;\s")
_MOST = 200
"""A text with more addresses is no posting, and is not looked through."""

_NEAR = 500
"""So many characters on either side of an address are looked at."""

_LONGEST_LEAD = 160


class Way(NamedTuple):
    """An address, where it stands in the source, and whether the text says that one applies there."""

    kind: Kind
    text: str
    start: int
    end: int
    is_clear: bool


class _Context(NamedTuple):
    """What stands around an address: its sentence, the line that leads to it, what stands near it in its block, and what that is for."""

    sentence: str
    lead: str
    around: str
    role: Role


def apply_ways(document: Document) -> tuple[Way, ...]:
    """Return every address of a document once, in reading order; one that is clear in any place is clear."""
    found: dict[tuple[Kind, str], Way] = {}
    for way in islice(chain(_stated(document), _behind_words(document), _in_words(document)), _MOST):
        key = (way.kind, way.text.casefold())
        if key not in found or (way.is_clear and not found[key].is_clear):
            found[key] = way
    ways = sorted(found.values(), key=lambda way: way.start)
    return tuple(way for way in ways if is_complete(way) or not any(_is_part(way, other) for other in ways))


def _is_part(way: Way, other: Way) -> bool:
    """Say whether an address without its beginning is written in full elsewhere."""
    return other.kind == "url" and is_complete(other) and way.text.casefold() in other.text.casefold()


def clear_ways(ways: Sequence[Way]) -> dict[Kind, Stated]:
    """Return the way of each kind to apply, where there is exactly one and it can be opened as it stands."""
    chosen: dict[Kind, Stated] = {}
    for kind in KINDS:
        clear = [way for way in ways if way.kind == kind and way.is_clear]
        if len(clear) == 1 and is_complete(clear[0]):
            (way,) = clear
            chosen[kind] = Stated(way.text, way.text, way.start, way.end)
    return chosen


def is_complete(way: Way) -> bool:
    """Say whether an address says how to open it: `www.example.org` leaves that out."""
    return way.kind != "url" or way.text.lower().startswith("http")


def _stated(document: Document) -> Iterator[Way]:
    """Yield what front matter and markup state under the name of the field."""
    for kind in KINDS:
        for one in document.stated.get(f"apply.{kind}", ()):
            yield Way(kind, one.text, one.start, one.end, is_clear=True)


def _in_words(document: Document) -> Iterator[Way]:
    lead, shown = "", shown_links(document)
    for block in document.blocks:
        for start, end in _sentences(block.text):
            for kind, at, until in _addresses(block.text, start, end):
                context = _Context(
                    block.text[max(start, at - _NEAR) : min(end, until + _NEAR)],
                    lead if _leads(lead) else "",
                    block.text[max(0, at - _NEAR) : until + _NEAR],
                    block.role,
                )
                if _may_be_a_way(context):
                    is_clear = _is_clear(kind, context, document.sections[block.section].heading or "")
                    begin, stop = block.source_offset(at), block.source_offset(until - 1) + 1
                    is_led = _LEADS_TO_SITE.search(block.text, start, at) is not None
                    yield from _opened(Way(kind, block.text[at:until], begin, stop, is_clear), shown, is_led=is_led)
        if block.kind != "item":
            lead = block.text


def _may_be_a_way(context: _Context) -> bool:
    """Say whether a sentence may say where to apply; one in a paragraph about the law has to say so itself."""
    if _finds("asides", f"{context.lead} {context.sentence}"):
        return False
    return context.role != "legal" or _finds("ways", context.sentence)


def _opened(way: Way, shown: Mapping[str, HiddenLink], *, is_led: bool) -> Iterator[Way]:
    """Yield a way with the address that a link behind it opens; the bare name of a site counts only where words lead people there to apply."""
    link = None if is_complete(way) else shown.get(way.text)
    if link:
        yield way._replace(text=link.address, start=link.start, end=link.end)
    elif (way.is_clear and is_led) or way.kind != "url" or _SPELLED.match(way.text):
        yield way


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _END.finditer(text):
        yield start, end.end()
        start = end.end()
    yield start, len(text)


def _addresses(text: str, start: int, end: int) -> Iterator[tuple[Kind, int, int]]:
    for match in _ADDRESS.finditer(text, start, end):
        kind = next(kind for kind in KINDS if match[kind])
        until = match.start() + len(_without_closing(match.group()))
        if until > match.start():
            yield kind, match.start(), until


def _without_closing(address: str) -> str:
    """Return an address without the marks that end its sentence or the brackets around it."""
    while address and (address[-1] in _CLOSING or _closes_more(address)):
        address = address[:-1]
    return address


def _closes_more(address: str) -> bool:
    """Say whether the bracket at the end was opened before the address."""
    opening = _OPENING.get(address[-1])
    return opening is not None and address.count(opening) < address.count(address[-1])


_OPENING = {")": "(", "]": "["}


def _leads(line: str) -> bool:
    """Say whether a line leads to what stands below it: "Send your resume to:"."""
    return line[-1:] == ":" and len(line) <= _LONGEST_LEAD


def _is_clear(kind: Kind, context: _Context, heading: str) -> bool:
    """Say whether an address is where people apply: by its sentence, by the line that leads to it, or by its section."""
    words = f"{context.lead} {context.sentence}"
    if _finds("denied", words):
        return False
    if kind == "phone" and (not _finds("calls", words) or _finds("faxes", words)):
        return False
    if _finds("ways", context.sentence):
        return True
    # A section called "Contact" may be for questions, and so may a line of one called "How to apply".
    if _QUESTIONS.search(context.around):
        return False
    return _finds("ways", context.lead) or (context.role == "apply" and _APPLY.search(heading) is not None)


def _finds(name: str, text: str) -> bool:
    return pattern("apply", name).search(text) is not None


def _behind_words(document: Document) -> Iterator[Way]:
    """Yield the addresses of links whose words ask people to apply."""
    for link in hidden_links(document):
        email = email_in(link.address)
        is_clear = asks_to_apply(link.words) and not _finds("asides", link.words)
        yield Way("email" if email else "url", email or link.address, link.start, link.end, is_clear)
