"""What the search form on the first list page offers: only what some opening has."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from jdgen.render.site.addresses import SEARCH
from jdgen.render.site.card import WORKPLACES
from jdgen.render.site.search_index import count_chunks
from jdgen.render.site.shelves import Shelf, Shelves

_MOST_POPULAR = 5
_KINDS = {
    "full-time": "Full-time",
    "part-time": "Part-time",
    "per-diem": "Per diem",
    "contract": "Contract",
    "temporary": "Temporary",
    "internship": "Internship",
    "volunteer": "Volunteer",
}


class Choice(NamedTuple):
    """A value to filter by, what people read of it, and how many openings have it."""

    key: str
    name: str
    openings: int


class SearchForm(NamedTuple):
    """The choices of each filter, and where the data lies."""

    total: int
    chunks: int
    folder: str
    places: tuple[Choice, ...]
    specializations: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    workplaces: tuple[Choice, ...]
    popular: tuple[Shelf, ...]
    """The specializations with most openings, for somebody whose search finds nothing."""


def search_form(found: Shelves) -> SearchForm | None:
    """Return the form, or None where nothing is open."""
    if not found.openings:
        return None
    facts = [opening.facts for opening in found.openings]
    return SearchForm(
        total=len(facts),
        chunks=count_chunks(len(facts)),
        folder=SEARCH,
        places=_choices(found.places),
        specializations=_choices(found.specializations),
        kinds=_counted(_KINDS, (kind for one in facts if one.employment for kind in one.employment.kinds)),
        workplaces=_counted(WORKPLACES, (one.workplace for one in facts if one.workplace)),
        popular=tuple(sorted(found.specializations, key=lambda shelf: -len(shelf.openings))[:_MOST_POPULAR]),
    )


def _choices(group: Iterable[Shelf]) -> tuple[Choice, ...]:
    return tuple(Choice(shelf.key, shelf.name, len(shelf.openings)) for shelf in group)


def _counted(names: dict[str, str], values: Iterable[str]) -> tuple[Choice, ...]:
    counts = Counter(values)
    return tuple(Choice(key, name, counts[key]) for key, name in names.items() if counts[key])
