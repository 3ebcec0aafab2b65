"""The style sheets of a posting with the employer's colors written into them: one for the screen, one for paper."""

from base64 import b64encode
from functools import lru_cache
from pathlib import Path

from jdgen.model.project import Paper
from jdgen.render.brand import Palette
from jdgen.render.environment import Folders, find_file

_FACES = {400: "JdgenSans-Regular.woff2", 600: "JdgenSans-Semibold.woff2"}

# What the two files hold; other characters come from the reader's own fonts.
_LATIN = (
    "U+0020-007E, U+00A0-017F, U+2013-2014, U+2018-201A, U+201C-201E, U+2020-2022, U+2026, U+2030, U+2032-2033, "
    "U+2039-203A, U+2044, U+20AC, U+2122, U+2153-2154, U+2190-2193, U+2212, U+2248, U+2260, U+2264-2265, U+2713"
)


def screen_style(palette: Palette, *, folders: Folders) -> str:
    """Return the style sheet an HTML page carries inside: fonts, colors for light and dark, and the look."""
    return _faces(folders) + color_style(palette) + _text(folders, "page.css")


def site_style(palette: Palette, *, folders: Folders, fonts: str) -> str:
    """Return the style sheet of a careers site: that of a posting, what a site adds, and fonts that lie in a folder beside it."""
    faces = "".join(_face(weight, f"{fonts}{path.name}") for weight, path in screen_fonts(folders).items())
    return faces + color_style(palette) + _text(folders, "page.css") + _text(folders, "site/site.css")


def color_style(palette: Palette) -> str:
    """Return the rules that give a page its colors, in light and dark."""
    night_colors = f"--brand: {palette.night_text}; --tint: {palette.night_tint}"
    night = f"@media (prefers-color-scheme: dark) {{ :root {{ {night_colors} }} }}"
    return _colors(palette) + f"@media screen {{ {night} }}\n"


def screen_fonts(folders: Folders) -> dict[int, Path]:
    """Return the font files of a page by weight; where a folder has none, the reader's own font serves."""
    folder = _font_folder(folders)
    files = {weight: folder / "screen" / name for weight, name in _FACES.items()}
    return {weight: path for weight, path in files.items() if path.is_file()}


def paper_style(palette: Palette, *, folders: Folders, paper: Paper = "letter") -> str:
    """Return the style sheet of a PDF: colors, page size, the look, page numbers and running names."""
    return f"@page {{ size: {paper} }}\n" + _colors(palette) + _text(folders, "page.css") + _text(folders, "paper.css")


def font_settings(folders: Folders, *, machine: bool = False) -> Path:
    """Return the fontconfig file that names our fonts, or ours and those of the machine."""
    return find_file(folders, "fonts/machine.conf" if machine else "fonts/fonts.conf")


def _colors(palette: Palette) -> str:
    names = {"accent": palette.accent, "ink": palette.ink, "brand": palette.text, "tint": palette.tint}
    return ":root { " + "; ".join(f"--{name}: {color}" for name, color in names.items()) + " }\n"


def _text(folders: Folders, name: str) -> str:
    return find_file(folders, name).read_text(encoding="utf-8")


def _font_folder(folders: Folders) -> Path:
    return find_file(folders, "fonts/fonts.conf").parent


@lru_cache(maxsize=4)
def _faces(folders: Folders) -> str:
    """Return @font-face rules with our Latin letters inside."""
    addresses = {
        weight: f"data:font/woff2;base64,{b64encode(path.read_bytes()).decode()}"
        for weight, path in screen_fonts(folders).items()
    }
    return "".join(_face(weight, address) for weight, address in addresses.items())


def _face(weight: int, address: str) -> str:
    return (
        f'@font-face {{ font-family: "Jdgen Sans"; font-weight: {weight}; font-display: swap; '
        f'src: url("{address}") format("woff2"); unicode-range: {_LATIN} }}\n'
    )
