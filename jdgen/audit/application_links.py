"""Ways to apply that no words alone show: a link, an e-mail address or a telephone number where a posting speaks of applying."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from jdgen.audit.terms import WORD
from jdgen.audit.view import Sentence, View, folded

_LONGEST_LINK = 500
"""Characters of the words of a link, and of its address."""

_MARKDOWN = re.compile(
    rf"\[(?P<words>[^\[\]]{{0,{_LONGEST_LINK}}})\]\(\s?<?(?P<address>[^\s()<>]{{1,{_LONGEST_LINK}}})"
)
_HTML = re.compile(
    rf"<a\s(?P<tag>[^<>]{{1,{2 * _LONGEST_LINK}}})>(?P<words>.{{0,{_LONGEST_LINK}}}?)</a>", re.IGNORECASE | re.DOTALL
)
_HREF = re.compile(rf"\bhref\s?=\s?[\"']?(?P<address>[^\s\"'<>]{{1,{_LONGEST_LINK}}})", re.IGNORECASE)
_TARGET = re.compile(r"https?://|mailto:|tel:|sms:|www\.|[/.#]", re.IGNORECASE)
_ADDRESS = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
    r"|\b(?:https?://|www\.)[^\s<>()\"]{3,500}"
    r"|(?<![\w.@-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:com|org|net|gov|us|edu|info|health|care|jobs|example)\b(?:/[^\s<>()\"]{0,500})?"
    r"|(?<![\w-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])?\d{3}[.-]\d{4}(?![\w-])"
)
"""An e-mail address, an address of the web, or a telephone number as Americans write it."""

_ELSEWHERE = frozenset([
    "accommodation",
    "accommodations",
    "accommodate",
    "privacy",
    "unsubscribe",
    "eeoc",
    "complaint",
    "complaints",
    "crisis",
    "hotline",
])
"""Words of a sentence whose address is for something else than an application."""

_APPLYING = frozenset({"apply", "applying", "resume", "cv"})
_BY = frozenset({
    "call",
    "email",
    "mail",
    "text",
    "fax",
    "visit",
    "contact",
    "write",
    "ask",
    "portal",
    "website",
    "site",
    "page",
    "form",
    "button",
    "link",
    "click",
    "scan",
    "qr",
    "upload",
    "bring",
    "drop",
    "stop",
    "desk",
    "person",
})
"""Words of a sentence on applying that say by what means, or where."""
_NAME = re.compile(r"(?<!\w)[A-Z][\w'-]{1,30}\.? [A-Z][\w'-]")
_WITHOUT_LINKS = frozenset({"docx", "pdf"})
"""Formats whose links are not read."""
_BUTTON = re.compile(r"<(?:button|form|input)\b", re.IGNORECASE)

_OF_MESSAGES = ("mailto:", "tel:", "sms:")
_STEMS = ("appl", "resume", "job", "career")
"""How words begin that make the address of a page a way to apply; to call or to write takes more than a page."""


class _Link(NamedTuple):
    """A link whose address leads somewhere: its words, and where they start and end in the source."""

    words: str
    address: str
    start: int
    end: int


def is_offered(view: View, words: Collection[str]) -> bool:
    """Say whether a link speaks of applying, a line with one of the words holds an address, a link or a telephone number, or words tell the way.

    `words` are what people do to apply, such as apply, send or call.
    """
    wanted = frozenset(words)
    return (
        any(_speaks_of(link, wanted) for link in _links(view))
        or any(_is_a_way(view, block, wanted) for block in view.blocks_with_words(wanted))
        or _is_told(view)
        or _may_be_hidden(view)
    )


def _is_told(view: View) -> bool:
    """Say whether a sentence tells how one applies without an address, "Apply in person", or the section on applying whom to turn to."""
    sections = [number for number, block in enumerate(view.blocks) if block.role == "apply" and block.kind != "heading"]
    sentences = [number for block in sections for number in _sentences(view, block)]
    if any(_holds_address(view, view.all_sentences[number]) or _names_a_way(view, number) for number in sentences):
        return True
    others = [block for block in view.blocks_with_words(_APPLYING) if view.blocks[block].role != "duties"]
    vocabularies = (view.sentence_vocabularies[number] for block in others for number in _sentences(view, block))
    return any(not (_APPLYING.isdisjoint(said) or _BY.isdisjoint(said)) for said in vocabularies)


def _names_a_way(view: View, number: int) -> bool:
    """Say whether a sentence of the section on applying says by what means one applies, or to whom."""
    sentence = view.all_sentences[number]
    is_way = not _BY.isdisjoint(view.sentence_vocabularies[number])
    return is_way or _NAME.search(view.cased, sentence.start, sentence.end) is not None


def _sentences(view: View, block: int) -> Iterator[int]:
    """Give the numbers of a block's sentences but those on accommodations and complaints."""
    first, last = view.sentence_numbers_of(block)
    for number in range(first, last + 1):
        if _ELSEWHERE.isdisjoint(view.sentence_vocabularies[number]):
            yield number


def _may_be_hidden(view: View) -> bool:
    """Say whether a call to apply may have a link or a button behind it that the file's format does not show."""
    document = view.document
    hides = document.format in _WITHOUT_LINKS or (document.format == "html" and _BUTTON.search(document.source))
    return bool(hides) and any(True for _ in view.blocks_with_words(frozenset({"apply"})))


def _links(view: View, start: int = 0, end: int | None = None) -> Iterator[_Link]:
    """Give the links of a part of the source, as the file's format writes them."""
    source = view.document.source
    pattern = {"markdown": _MARKDOWN, "html": _HTML}.get(view.document.format)
    if pattern is None:
        return
    for match in pattern.finditer(source, max(0, start), len(source) if end is None else end):
        found = match if pattern is _MARKDOWN else _HREF.search(match["tag"])
        if found and _TARGET.search(found["address"]):
            yield _Link(match["words"], found["address"], *match.span("words"))


def _speaks_of(link: _Link, wanted: frozenset[str]) -> bool:
    """Say whether a link's words, or the words in its address, are about applying: `[Start](https://larch.example/apply/7)`."""
    said = {*WORD.findall(folded(link.words)), *WORD.findall(folded(link.address))}
    if not link.address.lower().startswith(_OF_MESSAGES):
        wanted = frozenset(word for word in wanted if word.startswith(_STEMS))
    return not wanted.isdisjoint(said) and _ELSEWHERE.isdisjoint(said)


def _is_a_way(view: View, block: int, wanted: frozenset[str]) -> bool:
    """Say whether a block speaks of applying and shows where; sentences on accommodations and complaints are left out."""
    sentences = list(_sentences(view, block))
    if all(wanted.isdisjoint(view.sentence_vocabularies[number]) for number in sentences):
        return False
    return any(_holds_address(view, view.all_sentences[number]) for number in sentences)


def _holds_address(view: View, sentence: Sentence) -> bool:
    """Say whether a sentence shows an address, or has a link behind its words."""
    if _ADDRESS.search(view.text, sentence.start, sentence.end):
        return True
    first, last = view.source_span(sentence.start, sentence.end)
    # The marks of a link stand around its words, which is all a block knows of it.
    links = _links(view, first - _LONGEST_LINK, last + 2 * _LONGEST_LINK)
    return any(first <= link.end and link.start <= last for link in links)
