"""Names that are safe as files, anchors and addresses on every system."""

import re
import unicodedata

from jdgen.text.problem import Problem, quoted

LONGEST_SLUG = 60
"""Characters of the names of specializations, templates and rules."""
_LONGEST_ID = 40
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")

# Windows opens a device instead of a file under these names, whatever the extension.
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"} | {f"{port}{n}" for port in ("com", "lpt") for n in "0123456789"}
)

# Letters that Unicode does not take apart into an ASCII letter and an accent.
_SPELLED_OUT = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "\u0131": "i", "&": " and ",
})  # fmt: skip


def slug(text: str) -> str:
    """Return the text as lower-case ASCII words joined by hyphens: "Denver, CO" becomes "denver-co".

    A text without a single Latin letter or digit gives the empty string; the caller knows a better name than we do.
    """
    letters = unicodedata.normalize("NFKD", text.lower().translate(_SPELLED_OUT))
    ascii_only = re.sub(r"['\u2018\u2019\u02bc]", "", letters).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")


def is_slug(text: str) -> bool:
    """Say whether a text is a name as it stands: what `slug` would make of it, and not too long."""
    return bool(text) and text == slug(text) and len(text) <= LONGEST_SLUG


def check_id(text: str) -> str | Problem:
    """Return the text if it is a safe file name as it stands, else why not, with a repaired one in the hint.

    Safe: 1 to 40 ASCII letters, digits, `.`, `_` and `-`, first a letter or digit, no `..`, no final dot,
    and not a device name of Windows.
    """
    reason = _fault(text)
    if reason is None:
        return text
    return Problem("unsafe-id", f"{quoted(text)} cannot be a file name: {reason}", f"write `{_repaired(text)}`")


def _fault(text: str) -> str | None:
    if not text.strip():
        return "it is empty"
    if len(text) > _LONGEST_ID:
        return f"it has {len(text)} characters, at most {_LONGEST_ID} are allowed"
    if not _ID.fullmatch(text):
        return "it may only hold ASCII letters, digits, `.`, `_` and `-`, and starts with a letter or digit"
    if ".." in text or text.endswith("."):
        return "it has two dots in a row or a dot at the end"
    if _is_device(text):
        return "Windows keeps this name for a device"
    return None


def _is_device(text: str) -> bool:
    return text.partition(".")[0].lower() in _DEVICES


def _repaired(text: str) -> str:
    """Return a safe name as close to the text as possible, keeping its capitals."""
    letters = unicodedata.normalize("NFKD", text[: 4 * _LONGEST_ID]).encode("ascii", "ignore").decode()
    name = re.sub(r"\.{2,}", ".", re.sub(r"[^A-Za-z0-9._-]+", "-", letters))
    name = name.strip("-._")[:_LONGEST_ID].rstrip("-._")
    if _is_device(name):
        return f"job-{name}"[:_LONGEST_ID].rstrip("-._")
    return name or "job-1"
