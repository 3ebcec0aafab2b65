"""The data of the search on the list page: chunks of rows that call one function of `site.js`, for no page opened as a file may fetch.

A chunk is `jdgenOpenings(number, words, rows)`. What openings share stands once in `words`, and rows name it by its number.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from jdgen.model.site import Opening
from jdgen.render.site.addresses import SEARCH, page_key, specialization_name
from jdgen.render.site.card import Card, card, place_names, states
from jdgen.render.site.shelves import newest, pages_of
from jdgen.text.pay import Pay, yearly
from jdgen.text.place import Place, describe_place

CHUNK = 1000
_UNSAFE = str.maketrans({letter: f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"})


class Row(NamedTuple):
    """An opening as `site.js` reads it, column by column; all but the first two and the pay are numbers of words."""

    slug: str
    title: str
    employer: object
    place: object
    workplace: object
    employment: object
    pay: object
    posted: object
    closes: object
    """An ISO date, or the words in its place."""
    place_keys: object
    specialization_key: object
    kinds: object
    workplace_key: object
    most_a_year: float
    """The upper end of the pay as dollars a year, or 0 where it is not known."""
    also: str
    """More words to find it by: the job ID, postal abbreviations, places the card leaves out."""
    specialization: object
    tongue: object
    """Language, direction of the title, direction of the employer, parted by spaces; empty for English."""


class _Words:
    """Words by their number."""

    def __init__(self) -> None:
        """Start with none."""
        self.numbers: dict[str, int] = {}

    def __call__(self, word: str) -> int:
        """Return the number of a word."""
        return self.numbers.setdefault(word, len(self.numbers))


def search_index(openings: Iterable[Opening]) -> Iterator[tuple[str, str]]:
    """Give the path and the script of each chunk, for the openings that are open, the newest first."""
    for number, found in enumerate(pages_of(newest(openings), CHUNK), 1):
        if found:
            yield f"{SEARCH}{number}.js", _chunk(number, found)


def count_chunks(number_of_openings: int) -> int:
    """Return how many chunks there are."""
    return -(-number_of_openings // CHUNK)


def _chunk(number: int, openings: Sequence[Opening]) -> str:
    words = _Words()
    rows = [_row(opening, words) for opening in openings]
    return f"jdgenOpenings({number},{_script([*words.numbers])},{_script(rows)});\n"


def _row(opening: Opening, words: _Words) -> Row:
    facts, shown = opening.facts, card(opening)
    specialization = facts.specialization or ""
    return Row(
        slug=shown.slug,
        title=shown.title,
        employer=words(shown.employer),
        place=words(shown.place),
        workplace=words(shown.workplace),
        employment=words(shown.employment),
        pay=words(shown.pay),
        posted=words(shown.posted),
        closes=words(shown.closes or shown.closes_words),
        place_keys=[words(key) for key in place_names(facts)],
        specialization_key=words(page_key(specialization) if specialization else ""),
        kinds=[words(kind) for kind in (facts.employment.kinds if facts.employment else ())],
        workplace_key=words(facts.workplace or ""),
        most_a_year=_most_a_year(facts.pay),
        also=_also(opening, shown),
        specialization=words(specialization_name(specialization)),
        tongue=words(f"{shown.language} {shown.title_direction} {shown.employer_direction}".rstrip()),
    )


def _most_a_year(pay: object) -> float:
    """Return the upper end as dollars in a full-time year, or 0 for what no table turns into one."""
    if not isinstance(pay, Pay) or pay.currency != "USD":
        return 0
    span = yearly(pay)
    most = float(span[1]) if span else 0
    return int(most) if most == int(most) else most


def _also(opening: Opening, shown: Card) -> str:
    """Return what the card does not say of its places, and the job ID."""
    facts = opening.facts
    places = [(describe_place(where), where.postal_code or "") for where in facts.location if isinstance(where, Place)]
    names = chain([facts.id], states(facts), place_names(facts).values(), *places)
    return " ".join(dict.fromkeys(name for name in names if name and name not in shown.place))


def _script(value: object) -> str:
    """Return JSON as a script may hold it, wherever the script stands."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
