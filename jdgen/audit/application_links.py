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
    """Say whether a link speaks of applying, or a line with one of the words holds an address, a link or a telephone number.

    `words` are what people do to apply, such as apply, send or call.
    """
    wanted = frozenset(words)
    return any(_speaks_of(link, wanted) for link in _links(view)) or any(
        _is_a_way(view, block, wanted) for block in view.blocks_with_words(wanted)
    )


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
    first, last = view.sentence_numbers_of(block)
    sentences = [
        number for number in range(first, last + 1) if _ELSEWHERE.isdisjoint(view.sentence_vocabularies[number])
    ]
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
