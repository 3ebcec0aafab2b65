"""A page → a tagged PDF that reads as well aloud as it looks: PDF/UA-1, with title, author, language and bookmarks.

Same page, same bytes on one machine: the only date inside is the one in the page. What the machine lacks is said with
the command that repairs it.
"""

import re
import shutil
import sys
import unicodedata
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from jdgen.errors import EnvironmentProblem
from jdgen.render.environment import Folders
from jdgen.render.native import load_native_libraries
from jdgen.render.style import font_settings
from jdgen.render.weasyprint_start import fonts_from, quick_import

_INSTALL = {
    "apt-get": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "dnf": "sudo dnf install pango",
    "pacman": "sudo pacman -S pango",
    "apk": "sudo apk add pango",
    "brew": "brew install pango",
}
_WINDOWS = "install MSYS2, then run `pacman -S mingw-w64-ucrt-x86_64-pango` in its shell"
_ANY_SYSTEM = "install Pango 1.44 or newer with the package manager of this system"

_LIST_TAG = re.compile(r"<(/?)(ul|ol|li)\b([^>]*)>")
# A bullet, a space and two thin spaces; `paper.css` indents by their width. No-break spaces would share the glyph of the
# space in our font, and every space of the document would be copied as one of them.
_BULLET = "\u2022 \u2009\u2009"


class Pdf(NamedTuple):
    """A finished PDF, and one sentence for each thing a person should know about it."""

    content: bytes
    warnings: tuple[str, ...] = ()


def render_pdf(page: str, *, style: str, folders: Folders) -> Pdf:
    """Return the PDF of a page; raise EnvironmentProblem where Pango is missing.

    Only the shipped fonts are used, so that every machine makes the same pages. A text with characters none of them has
    is set again with the machine's fonts behind ours.
    """
    fonts = font_settings(folders)
    paged = _paged(fonts)
    page = with_text_bullets(page)
    content, lines = paged.write(page, style, folders=folders, fonts=fonts)
    if paged.missing_characters(lines):
        content, lines = paged.write(page, style, folders=folders, fonts=font_settings(folders, machine=True))
    warnings = [f"WeasyPrint says: {line}" for line in paged.other_lines(lines)]
    if missing := paged.missing_characters(lines):
        warnings.insert(0, f"no font here has {', '.join(map(_named, missing))}; the PDF shows an empty box instead")
    return Pdf(content, tuple(warnings))


def with_text_bullets(page: str) -> str:
    """Write a bullet into each item of each plain list; the fact card has none."""
    lists: list[bool] = []

    def marked(match: re.Match[str]) -> str:
        closing, tag, attributes = match.groups()
        if tag == "li":
            return match[0] + _BULLET if not closing and lists and lists[-1] else match[0]
        if not closing:
            lists.append(tag == "ul" and "card" not in attributes)
        elif lists:
            lists.pop()
        return match[0]

    return _LIST_TAG.sub(marked, page)


def _paged(fonts: Path) -> ModuleType:
    load_native_libraries()
    try:
        with quick_import(), fonts_from(fonts):
            from jdgen.render import paged
    except OSError as error:
        hint = f"{install_command()}; or choose formats without PDF"
        raise EnvironmentProblem("a PDF needs the Pango library, which this machine lacks", hint=hint) from error
    return paged


def install_command() -> str:
    """Return the command that installs what a PDF needs on this system."""
    if sys.platform == "win32":
        return _WINDOWS
    found = (command for tool, command in _INSTALL.items() if shutil.which(tool))
    return next(found, _ANY_SYSTEM)


def _named(character: str) -> str:
    return f"{character} (U+{ord(character):04X} {unicodedata.name(character, 'unnamed')})"
