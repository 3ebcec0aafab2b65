"""The facts on top of a Markdown or text file, ours or anybody's: what can be read is, the rest stays as typed.

Nothing here stops an audit: broken YAML is a note. The strict reading of our own postings is in `jdgen/load/postings.py`.
"""

import re
from typing import NamedTuple

from jdgen.model.document import Stated

_FENCES = re.compile(r"(---[ \t]*\r?\n)(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


_OLD_TOP = re.compile(r"---[ \t]*\r(?!\n)")
_RETURN = re.compile(r"\r(?!\n)")


class FrontMatter(NamedTuple):
    """What the top of a file states, where its body starts, and what could not be read."""

    stated: dict[str, tuple[Stated, ...]]
    body_start: int
    notes: tuple[str, ...] = ()


def typed_facts(source: str) -> str:
    """Return the YAML on top of a file as it was typed, nothing where there is none."""
    fences = _FENCES.match(_with_line_ends(source)) if source.startswith("---") else None
    return fences[2] if fences else ""


def read_front_matter(source: str, path: str) -> FrontMatter:
    """Return the front matter of a file; one without any states nothing and starts at once."""
    source = _with_line_ends(source)
    fences = _FENCES.match(source) if source.startswith("---") else None
    if not fences:
        return FrontMatter({}, 0)
    # It brings YAML, which takes longer to import than most files take to read.
    from jdgen.ingest.front_matter_facts import read_facts

    stated, notes = read_facts(source, fences[2], path)
    # Two rules of Markdown with a paragraph between them look like front matter, and are not.
    return FrontMatter({}, 0) if stated is None else FrontMatter(stated, fences.end(), notes)


def _with_line_ends(source: str) -> str:
    """Return a text whose top old Macs wrote, with a return for the end of a line, as others write it; no place changes."""
    return _RETURN.sub("\n", source) if source.startswith("---") and _OLD_TOP.match(source) else source
