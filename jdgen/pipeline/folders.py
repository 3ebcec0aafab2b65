"""What people mean when they name a folder: every posting in it and below."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

ENDINGS = (".md", ".markdown", ".html", ".htm", ".docx", ".pdf", ".txt", ".jsonld")
"""What a posting's file ends with. A `.json` file may be one too; in a folder it is mostly something else, so it has to say that it is one."""

# Papers of a project, and what programs write beside them; each of them can still be checked by its name.
_NO_POSTINGS = (
    "readme",
    "changelog",
    "contributing",
    "license",
    "code_of_conduct",
    "security",
    "requirements",
    "robots.",
)
_JOB_POSTING = re.compile(rb'"@type"\s*:\s*(?:\[[^\]]{0,200})?"(?:https?://schema\.org/)?JobPosting"')
_REPORT = b'<meta name="generator" content="jdgen check">'
_HEAD = 2_000
"""Bytes at the top of a page, among which it says what made it."""
_MUCH = 100_000
"""Bytes at the top of a JSON file, among which a posting says that it is one."""
_NO_FOLDERS = frozenset({"node_modules", "__pycache__", "venv"})


def expand(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the files, each once, and for a folder the postings below it, by name; a folder's hidden files are not looked at."""
    return tuple(dict.fromkeys(file for path in paths for file in _files(path)))


def _files(path: str) -> Iterator[str]:
    if path == "-" or not Path(path).is_dir():
        yield str(Path(path))
        return
    # Links are not followed: one that leads upward would never end.
    for folder, inner, names in os.walk(path):
        inner[:] = sorted(name for name in inner if not name.startswith((".", "~")) and name not in _NO_FOLDERS)
        found = (Path(folder, name) for name in sorted(names) if is_posting(name) or _is_markup(Path(folder, name)))
        yield from (str(file) for file in found if not _is_report(file))


def _is_report(file: Path) -> bool:
    """Say whether a page is the report of an audit (`templates/audit.html.j2`), which quotes postings and is none."""
    return file.suffix.lower() in {".html", ".htm"} and _REPORT in _top(file, _HEAD)


def _is_markup(file: Path) -> bool:
    """Say whether a JSON file is a posting as schema.org data."""
    is_data = file.suffix.lower() == ".json" and not file.name.startswith((".", "~"))
    return is_data and _JOB_POSTING.search(_top(file, _MUCH)) is not None


def _top(file: Path, size: int) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(size)
    except OSError:  # whoever reads it says what is wrong
        return b""


def is_posting(name: str) -> bool:
    """Say whether a file found in a folder is looked at, by its name."""
    lower = name.lower()
    return lower.endswith(ENDINGS) and not lower.startswith((".", "~", *_NO_POSTINGS))
