"""Addresses that stand behind words in HTML and Markdown, for who turns a posting into clean text."""

import re
from collections.abc import Iterator

from jdgen.model.document import Document

_HTML = re.compile(
    r"<a\s[^<>]{0,500}?href\s*=\s*[\"']?(https?://[^\s\"'<>]{1,1000})[^<>]{0,500}>([^<]{0,200})", re.IGNORECASE
)
_MARKDOWN = re.compile(r"\[([^\[\]]{1,200})\]\((https?://[^\s()<>]{1,1000})\)")


def hidden_links(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the words and the address of each link whose words do not show the address, each address once."""
    found = (
        [(match[1], match[2]) for match in _MARKDOWN.finditer(document.source)] if document.format == "markdown" else []
    )
    if document.format in {"markdown", "html"}:
        found += [(match[2], match[1]) for match in _HTML.finditer(document.source)]
    seen: set[str] = set()
    for words, address in found:
        text = " ".join(words.split())
        if text and address not in seen and text not in address:
            seen.add(address)
            yield text, address
