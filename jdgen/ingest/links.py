"""Addresses that stand behind words in HTML, Markdown and JSON-LD, for who turns a posting into clean text."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from jdgen.model.document import Document

_HTML = re.compile(
    r"<a\s[^<>]{0,500}?href\s*=\s*\\?[\"']?((?:https?:\\?/\\?/|mailto:)[^\s\"'<>]{1,1000})[^<>]{0,500}>((?:[^<]|<(?!\\?/?a\b)){0,400})",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(r"\[([^\[\]]{1,200})\]\(((?:https?://|mailto:)[^\s()<>]{1,1000})\)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,500}>")
_APPLY = re.compile(r"\b(?:appl(?:y|ications?))\b", re.IGNORECASE)
_MAILTO = "mailto:"
_SCHEME = re.compile(r"(?:https?://|mailto:)(?:www\.)?", re.IGNORECASE)


_ITEMS = re.compile(r"\s+[|\u2022\u00b7>/\u00bb]\s+")
_LEAST_ITEMS = 3
_LONGEST_ITEM = 24


class HiddenLink(NamedTuple):
    """The words of a link, its address, and where the address stands in the source."""

    words: str
    address: str
    start: int
    end: int


def hidden_links(document: Document) -> Iterator[HiddenLink]:
    """Yield each link whose words do not show the address, each address once."""
    seen: set[str] = set()
    for link in _links(document):
        if link.words and link.address not in seen and not _shows(link):
            seen.add(link.address)
            yield link


def shown_links(document: Document) -> dict[str, HiddenLink]:
    """Return the links whose words are a part of their address, such as `example.org/jobs`, by these words."""
    return {link.words: link for link in _links(document) if link.words and _shows(link)}


def _links(document: Document) -> Iterator[HiddenLink]:
    if document.format == "markdown":
        yield from (_link(match, 1, 2) for match in _MARKDOWN.finditer(document.source))
    if document.format in {"markdown", "html", "jsonld"}:
        yield from html_links(document.source)


def html_links(source: str) -> Iterator[HiddenLink]:
    """Yield every link of a page, or of JSON that holds parts of one."""
    return (_link(match, 2, 1) for match in _HTML.finditer(source))


def asks_to_apply(words: str) -> bool:
    """Say whether the words of a link are about applying."""
    return _APPLY.search(words) is not None


def email_in(address: str) -> str | None:
    """Return the email address of a link that opens a letter."""
    is_mail = address.lower().startswith(_MAILTO)
    return address[len(_MAILTO) :].partition("?")[0] if is_mail else None


def _link(match: re.Match[str], words: int, address: int) -> HiddenLink:
    text = " ".join(unescape(_TAG.sub(" ", match[words])).split())
    return HiddenLink(text, unescape(match[address]).replace("\\", ""), match.start(address), match.end(address))


def _shows(link: HiddenLink) -> bool:
    """Say whether the words are the address, or a part of it such as `example.org`."""
    shown = _SCHEME.sub("", link.words, count=1)
    return shown in link.address and ("." in shown or "/" in shown)


def is_navigation(words: str, typed: str) -> bool:
    """Say whether a line leads around a site, "Home | Jobs | Log in": three short names or more, with marks or links between; `typed` is its source."""
    items = _ITEMS.split(words)
    if len(items) >= _LEAST_ITEMS:
        return all(len(item) <= _LONGEST_ITEM for item in items)
    links = max(typed.count("</a"), typed.count("](")) + 1  # the last one ends behind the words
    return links >= _LEAST_ITEMS and len(words) <= links * _LONGEST_ITEM
