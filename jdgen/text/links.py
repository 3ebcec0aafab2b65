"""Web addresses as people type them."""

import re

from jdgen.text.problem import Problem, quoted

_WITHOUT_SCHEME = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:[/?#]\S*)?", re.IGNORECASE | re.ASCII)


def complete_link(text: str) -> str | Problem:
    """Return an address as it was typed, unless it only lacks its beginning; which of two it is, is the user's to say. Problem: scheme."""
    typed = text.strip()
    if not _WITHOUT_SCHEME.fullmatch(typed):
        return text
    return Problem("scheme", f"{quoted(typed)} does not say how to open the page", f"write `https://{typed}`")
