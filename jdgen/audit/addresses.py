"""E-mail and web addresses in a text: the words inside of one are names of hosts and mailboxes, and say nothing about the job."""

import re

from jdgen.audit.view import View

_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*"
    r"|\bhttps?://[^\s<>()\"]+"
    r"|\bwww\.[^\s<>()\"]+"
    r"|(?<![\w.@-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|info|health|care|jobs|example)\b(?:/[^\s<>()\"]*)?"
)
_LONGEST = 300
"""Characters of an address that are looked at before and behind a word."""
_SPACE = re.compile(r"\s")
_OF_ADDRESSES = frozenset("@./")
"""Marks that only addresses hold: words with one of them were looked for as an address."""


def is_in_address(view: View, start: int, end: int) -> bool:
    """Say whether a span of the view's text is a part of an address, and was not looked for as one."""
    if not _OF_ADDRESSES.isdisjoint(view.text[start:end]):
        return False
    before, after = max(start - _LONGEST, 0), min(end + _LONGEST, len(view.text))
    begin = max(view.text.rfind(" ", before, start) + 1, view.text.rfind("\n", before, start) + 1, before)
    space = _SPACE.search(view.text, end, after)
    return any(
        match.start() <= start and end <= match.end()
        for match in _ADDRESS.finditer(view.text, begin, space.start() if space else after)
    )
