"""Typographic quotes, apostrophes and dashes for English prose in HTML; the Markdown keeps what a keyboard types.

Links, code and addresses stay to the letter. The input is sanitized HTML, in which `<` and `>` only ever stand around tags.
"""

import re
from functools import lru_cache

from jdgen.text.language import is_english

_PIECE = re.compile(
    r"""
      (?P<kept><(?P<name>a|code|pre)\b[^>]*>.*?</(?P=name)>)
    | <(?P<block>/?(?:p|li|ul|ol|h[1-6]|t[dhr]|table|tbody|thead|blockquote|br|hr)\b)?[^>]*>
    | (?P<address>[^\s<>]*(?:://|@)[^\s<>]*)
    | (?P<quote>["'])
    | (?P<dash>(?<!-)---?(?!-))
    """,
    re.VERBOSE | re.DOTALL,
)
_ELISION = re.compile(r"\d\d|(?:tis|twas|em|til|cause|n)\b", re.IGNORECASE)
_OPENS = set(" \n\t\u00a0([{\u201c\u2018\u2013\u2014")
_OPENING = {'"': "\u201c", "'": "\u2018"}
_CLOSING = {'"': "\u201d", "'": "\u2019"}
_DASHES = {"--": "\u2013", "---": "\u2014"}


@lru_cache(maxsize=4096)
def typeset(html: str, *, language: str) -> str:
    """Return sanitized HTML with the marks a typesetter would use; other languages than English have other marks, and keep theirs."""
    return _Setter(html).run() if is_english(language) else html


class _Setter:
    """Goes through one text; knows which quotations are open: the mark of `6"` ends one, or stands for inches."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._start = 0
        self._open: set[str] = set()

    def run(self) -> str:
        return _PIECE.sub(self._set, self._html)

    def _set(self, piece: re.Match[str]) -> str:
        if piece["block"]:
            self._start, self._open = piece.end(), set()
        if piece["dash"]:
            return self._dash(piece)
        return self._quote(piece) if piece["quote"] else piece[0]

    def _quote(self, piece: re.Match[str]) -> str:
        before, after, mark = self._before(piece), self._after(piece), piece["quote"]
        other = "'" if mark == '"' else '"'
        is_measure = before.isdecimal() and not after.isalpha() and mark not in self._open
        if is_measure:  # feet and inches
            return mark
        if before in _OPENS or (before == other and mark not in self._open):
            if mark == "'" and _ELISION.match(self._html, piece.end()):
                return _CLOSING[mark]
            self._open.add(mark)
            return _OPENING[mark]
        if not (before.isalpha() and after.isalpha()):  # an apostrophe inside a word ends nothing
            self._open.discard(mark)
        return _CLOSING[mark]

    def _dash(self, piece: re.Match[str]) -> str:
        """Return a dash between two words or two spaces; what only begins or ends with hyphens is something else."""
        before, after = self._before(piece), self._after(piece)
        is_between = (before.isspace() and after.isspace()) or (before.isalnum() and after.isalnum())
        return _DASHES[piece[0]] if is_between else piece[0]

    def _before(self, piece: re.Match[str]) -> str:
        """Return the character before a mark, a space at the beginning of a block; tags in between do not count."""
        end = piece.start()
        while end > self._start and self._html[end - 1] == ">":
            end = self._html.rindex("<", 0, end)
        if end <= self._start or self._html.endswith("&nbsp;", 0, end):
            return " "
        return self._html[end - 1]

    def _after(self, piece: re.Match[str]) -> str:
        return self._html[piece.end() : piece.end() + 1]
