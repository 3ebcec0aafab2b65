"""HTML and a style sheet → PDF bytes, by WeasyPrint. Importing this module imports it: only `pdf.py` does, and late.

Fonts and style sheets are parsed once for each process: that is a fifth of the time of a posting, and nearly all the
memory that WeasyPrint would keep for each document.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

# WeasyPrint carries no types.
from weasyprint import CSS, HTML  # type: ignore[import-untyped]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]
from weasyprint.urls import URLFetcher, URLFetcherResponse  # type: ignore[import-untyped]

from jdgen.render.environment import Folders
from jdgen.render.table_heads import complete_table_heads
from jdgen.render.weasyprint_start import fonts_from

_MISSING = re.compile(r"\.notdef glyph rendered .* \(U\+([0-9A-F]+)\)$")


class OwnFilesOnly(URLFetcher):  # type: ignore[misc]  # no types, as above
    """Fetches data: addresses and files of the template folders; whatever else is asked for does not exist."""

    def __init__(self, folders: Folders) -> None:
        """Allow the files below these folders."""
        super().__init__(allowed_protocols={"data", "file"}, allow_redirects=False)
        self._folders = [folder.resolve() for folder in folders]

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return the content; raise ValueError where the address is not allowed."""
        if url.startswith("data:"):
            return super().fetch(url, headers)
        # What is fetched is the very path that was checked, so that no second reading of the address can differ.
        return super().fetch(self._own_file(url).as_uri(), headers)

    def _own_file(self, url: str) -> Path:
        """Return the file of an address without host; raise ValueError where it lies outside of the folders."""
        parts = urlsplit(url)
        path = Path(url2pathname(parts.path))
        if parts.scheme == "file" and not parts.netloc and path.is_absolute():
            path = path.resolve()
            if any(path.is_relative_to(folder) for folder in self._folders):
                return path
        raise ValueError("a page may only use files of its template folders")


def write(page: str, style: str, *, folders: Folders, fonts: Path) -> tuple[bytes, list[str]]:
    """Return the PDF and the lines WeasyPrint logged."""
    with _logged() as lines:
        document = HTML(string=page, base_url=_address(folders[0]), url_fetcher=OwnFilesOnly(folders))
        sheet = _sheet(style, folders, fonts)
        content: bytes = document.write_pdf(
            finisher=complete_table_heads, stylesheets=[sheet], font_config=_fonts(fonts), pdf_variant="pdf/ua-1"
        )
    return content, lines


def missing_characters(lines: list[str]) -> list[str]:
    """Return the characters no font had, each once, from what WeasyPrint logged."""
    matches = (_MISSING.match(line) for line in lines)
    return sorted({chr(int(match[1], 16)) for match in matches if match})


def other_lines(lines: list[str]) -> list[str]:
    """Return what WeasyPrint logged besides missing characters, each line once."""
    return [line for line in dict.fromkeys(lines) if not _MISSING.match(line)]


@lru_cache(maxsize=2)
def _fonts(settings: Path) -> Any:  # noqa: ANN401 - WeasyPrint carries no types
    with fonts_from(settings):
        return FontConfiguration()


@lru_cache(maxsize=16)
def _sheet(style: str, folders: Folders, settings: Path) -> Any:  # noqa: ANN401 - WeasyPrint carries no types
    return CSS(
        string=style, base_url=_address(folders[0]), url_fetcher=OwnFilesOnly(folders), font_config=_fonts(settings)
    )


def _address(folder: Path) -> str:
    return folder.resolve().as_uri() + "/"


@contextmanager
def _logged() -> Iterator[list[str]]:
    """Collect what WeasyPrint logs inside the block instead of letting it pass."""
    logger = logging.getLogger("weasyprint")
    handler = _Collector()
    propagates, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield handler.lines
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagates


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
