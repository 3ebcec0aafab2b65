"""Names and titles as a typesetter writes them, so that lists say them as postings do."""

from html import escape, unescape

from jdgen.render.typography import typeset


def set_line(text: str, *, language: str = "en-US") -> str:
    """Return plain text with typographic quotes and dashes, as the page of a posting in that language has them."""
    return unescape(typeset(escape(text, quote=False), language=language))
