"""Openings → the pages that list them: all of them, and those of a place, a specialization or an employer, fifty a page.

No list carries a JobPosting: Google wants it on the page of the opening alone (`facts/channels.yaml`, row g01).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from jdgen.model.site import Opening, Site
from jdgen.render.body import direction
from jdgen.render.environment import Folders, html_environment, render_template
from jdgen.render.html import host
from jdgen.render.site.addresses import EMPLOYERS, HOME, LogoAddress, color_sheet, later_page, root
from jdgen.render.site.card import Card, card
from jdgen.render.site.frame import frame, site_color
from jdgen.render.site.lettering import set_line
from jdgen.render.site.pager import pager
from jdgen.render.site.search_form import search_form
from jdgen.render.site.shelves import Shelf, Shelves, pages_of, shelves
from jdgen.render.typography import typeset
from jdgen.text.words import counted

PAGE_SIZE = 50
_NAMES_PER_PAGE = 200
_MOST_EMPLOYERS = 12

Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Library:
    """What every list is made from."""

    shelves: Shelves
    site: Site
    folders: Folders
    color: str | None
    logos: Mapping[str, LogoAddress]
    cards: Mapping[str, Card]
    browse: Mapping[str, Markup]
    """The links to every shelf, by the way to the root."""


def list_pages(
    openings: Iterable[Opening], site: Site, *, folders: Folders, logos: Mapping[str, LogoAddress] | None = None
) -> Iterator[tuple[str, str]]:
    """Give the path and the text of each page, for the openings that are open; without any, the first page says so.

    `logos` are the employers' pictures by the slug of an opening; an employer's page shows that of its newest.
    """
    everything = tuple(openings)
    found = shelves(everything)
    library = _Library(
        shelves=found,
        site=site,
        folders=folders,
        color=site_color(everything),
        logos=logos or {},
        cards={opening.slug: card(opening) for opening in found.openings},
        browse={way: _browse(found, way, folders) for way in ("", "../")},
    )
    yield from _home_pages(library)
    for shelf in (*found.places, *found.specializations):
        yield from _pages(library, shelf, {"is_part": True, "lede": _how_many(shelf)})
    for shelf in found.employers:
        yield from _pages(library, shelf, _employer_values(library, shelf), template="site/employer.html.j2")
    if found.has_several_employers:
        yield from _name_pages(library)


def _home_pages(library: _Library) -> Iterator[tuple[str, str]]:
    """Give the pages with every opening; the first has the search."""
    found = library.shelves
    one = found.employers[0] if found.employers and not found.has_several_employers else None
    where = one.name if one else counted(len(found.employers), "employer")
    shelf = Shelf("", "Open positions", HOME, found.openings)
    last = min(PAGE_SIZE, len(found.openings))
    values: Values = {
        "form": search_form(found),
        "employer_link": one.page if one else "",
        "employer_name": where,
        "lede": f"{_how_many(shelf)} at {where}" if found.employers else "",
        "range_total": _how_many(shelf),
        "range_words": f"1 to {last:,} of {_how_many(shelf)}, newest first",
    }
    yield from _pages(library, shelf, values)


def _employer_values(library: _Library, shelf: Shelf) -> Values:
    """Return what its newest opening says of an employer."""
    newest = shelf.openings[0]
    employer, language = newest.facts.employer, newest.facts.language
    is_in_the_bar = library.site.owner is not None and library.site.owner.logo
    logo = None if is_in_the_bar else library.logos.get(newest.slug)
    has_own_color = employer.brand_color != library.color
    return {
        "about": Markup(typeset(newest.about, language=language)),  # noqa: S704 - made safe when the posting was read
        "benefits": [set_line(benefit, language=language) for benefit in newest.facts.benefits],
        "color_sheet": root(shelf.page) + color_sheet(employer.brand_color) if has_own_color else "",
        "direction": direction(employer.name),
        "employer": employer,
        "host": host(employer.website or ""),
        "is_part": True,
        "lede": _how_many(shelf),
        "logo": logo.from_page(shelf.page) if logo else None,
        "shows_employers": False,
    }


def _pages(
    library: _Library, shelf: Shelf, values: Values, *, template: str = "site/list.html.j2"
) -> Iterator[tuple[str, str]]:
    """Give the pages of one list."""
    environment = html_environment(library.folders)
    pieces = pages_of(shelf.openings, PAGE_SIZE)
    for number, piece in enumerate(pieces, 1):
        path = later_page(shelf.page, number)
        page = {
            **frame(path, library.site),
            "browse": library.browse[root(path)],
            "employer_link": "",
            "is_part": False,
            "cards": [library.cards[opening.slug] for opening in piece],
            "form": None,
            "heading": shelf.name,
            "pager": pager(shelf.page, number, len(pieces)),
            "shows_employers": library.shelves.has_several_employers,
        }
        given = values if number == 1 else values | {"form": None}
        yield path, render_template(environment, template, page | given)


def _name_pages(library: _Library) -> Iterator[tuple[str, str]]:
    """Give the pages with the name of every employer."""
    pieces = pages_of(library.shelves.employers, _NAMES_PER_PAGE)
    for number, piece in enumerate(pieces, 1):
        path = later_page(EMPLOYERS, number)
        values = frame(path, library.site) | {
            "browse": library.browse[root(path)],
            "employers": piece,
            "heading": "Employers",
            "lede": counted(len(library.shelves.employers), "employer") + " with open positions",
            "pager": pager(EMPLOYERS, number, len(pieces)),
        }
        yield path, render_template(html_environment(library.folders), "site/employers.html.j2", values)


def _browse(found: Shelves, way: str, folders: Folders) -> Markup:
    """Return the links to every place and specialization, and to the employers with most openings; they are the same on every list."""
    employers = found.employers if found.has_several_employers else ()
    largest = sorted(employers, key=lambda shelf: (-len(shelf.openings), shelf.name.casefold()))
    shown = {shelf.key for shelf in largest[:_MOST_EMPLOYERS]}
    values: Values = {
        "all_employers": way + EMPLOYERS if len(employers) > _MOST_EMPLOYERS else "",
        "employers": [shelf for shelf in employers if shelf.key in shown],
        "places": found.places,
        "root": way,
        "specializations": found.specializations,
    }
    text = render_template(html_environment(folders), "site/browse.html.j2", values)
    return Markup(text)  # noqa: S704 - a template that escapes made it


def _how_many(shelf: Shelf) -> str:
    return counted(len(shelf.openings), "opening")
