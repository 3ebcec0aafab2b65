"""The files that every page of a careers site uses: style sheet, script, fonts, favicon."""

from collections.abc import Iterable, Iterator
from html import escape

from jdgen.model.site import Opening, Site
from jdgen.render.brand import Palette, palette
from jdgen.render.environment import Folders, find_file
from jdgen.render.site.addresses import FAVICON, FONTS, SCRIPT, STYLE, color_sheet
from jdgen.render.site.frame import site_color
from jdgen.render.style import color_style, screen_fonts, site_style


def assets(openings: Iterable[Opening], site: Site, *, folders: Folders) -> Iterator[tuple[str, bytes]]:
    """Give the path and the content of each file.

    The colors of the site are those all employers share, or the default ones; each employer's have a style sheet of their own.
    """
    openings = tuple(openings)
    colors = palette(site_color(openings))
    fonts = FONTS.removeprefix(f"{STYLE.rpartition('/')[0]}/")
    yield STYLE, site_style(colors, folders=folders, fonts=fonts).encode()
    yield SCRIPT, find_file(folders, "site/site.js").read_bytes()
    yield FAVICON, favicon(site.name, colors).encode()
    sheets = {color_sheet(color): color for color in (opening.facts.employer.brand_color for opening in openings)}
    for path, color in sorted(sheets.items()):
        yield path, color_style(palette(color)).encode()
    for font in screen_fonts(folders).values():
        yield f"{FONTS}{font.name}", font.read_bytes()


def favicon(name: str, colors: Palette) -> str:
    """Return a small picture: the first letter of a name on the brand color."""
    letter = next((letter for letter in name if letter.isalnum()), "•").upper()
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        f'<rect width="64" height="64" rx="14" fill="{colors.accent}"/>'
        f'<text x="32" y="46" font-family="system-ui, sans-serif" font-size="40" font-weight="600" '
        f'text-anchor="middle" fill="{colors.ink}">{escape(letter)}</text></svg>\n'
    )
