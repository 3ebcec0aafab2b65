"""Open openings sorted as people browse them: by place, by specialization and by employer, each newest first."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from jdgen.model.site import Opening
from jdgen.render.site.addresses import (
    REMOTE,
    employer_page,
    page_key,
    place_page,
    specialization_name,
    specialization_page,
)
from jdgen.render.site.card import employer_name, place_names

Item = TypeVar("Item")

_LONG_AGO = date.min


class Shelf(NamedTuple):
    """Openings that share a place, a specialization or an employer, and their first page."""

    key: str
    name: str
    page: str
    openings: tuple[Opening, ...]


class Shelves(NamedTuple):
    """Every opening by each way to browse, the shelves in the order of their names, remote work first."""

    openings: tuple[Opening, ...]
    places: tuple[Shelf, ...]
    specializations: tuple[Shelf, ...]
    employers: tuple[Shelf, ...]

    @property
    def has_several_employers(self) -> bool:
        """Whether lists have to say who hires."""
        return len(self.employers) > 1


def shelves(openings: Iterable[Opening]) -> Shelves:
    """Sort the openings that are open."""
    newest_first = newest(openings)
    places = _grouped((key, name, one) for one in newest_first for key, name in place_names(one.facts).items())
    specializations = _grouped(
        (page_key(name), specialization_name(name), one) for one in newest_first if (name := one.facts.specialization)
    )
    employers = _grouped((page_key(one.facts.employer.name), employer_name(one.facts), one) for one in newest_first)
    return Shelves(
        openings=newest_first,
        places=tuple(
            sorted((Shelf(key, name, place_page(key), found) for key, name, found in places), key=_remote_first)
        ),
        specializations=_by_name(
            Shelf(key, name, specialization_page(str(found[0].facts.specialization)), found)
            for key, name, found in specializations
        ),
        employers=_by_name(
            Shelf(key, name, employer_page(found[0].facts.employer.name), found) for key, name, found in employers
        ),
    )


def newest(openings: Iterable[Opening]) -> tuple[Opening, ...]:
    """Return the openings that are open, the newest first; those of one day stay in the order of their pages."""
    found = sorted((opening for opening in openings if opening.is_open), key=lambda opening: opening.slug)
    return tuple(sorted(found, key=lambda opening: opening.facts.posted or _LONG_AGO, reverse=True))


def _grouped(rows: Iterable[tuple[str, str, Opening]]) -> list[tuple[str, str, tuple[Opening, ...]]]:
    """Gather openings by key; the newest one says how the name is written."""
    names: dict[str, str] = {}
    found: dict[str, list[Opening]] = {}
    for key, name, opening in rows:
        names.setdefault(key, name)
        found.setdefault(key, []).append(opening)
    return [(key, names[key], tuple(found[key])) for key in found]


def _by_name(found: Iterable[Shelf]) -> tuple[Shelf, ...]:
    return tuple(sorted(found, key=lambda shelf: (shelf.name.casefold(), shelf.key)))


def _remote_first(shelf: Shelf) -> tuple[bool, str]:
    return shelf.key != REMOTE, shelf.name


def pages_of(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """Cut a list into pages; an empty list has one empty page."""
    return [items[start : start + size] for start in range(0, max(len(items), 1), size)]
