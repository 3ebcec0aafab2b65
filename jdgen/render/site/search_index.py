"""The data of the search on the list page: chunks of rows that call one function of `site.js`, for no page opened as a file may fetch.

A chunk is `jdgenOpenings(number, words, rows)`. What openings share stands once in `words`, and rows name it by its number.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from jdgen.model.posting import PostingFacts
from jdgen.model.site import Opening
from jdgen.render.site.addresses import SEARCH, page_key, specialization_name
from jdgen.render.site.card import Card, card, place_names, states
from jdgen.render.site.shelves import newest, pages_of
from jdgen.text.pay import Pay, yearly
from jdgen.text.place import Place, describe_place

CHUNK = 1000
_WEEKS = 52
_FULL_YEAR = 2080
"""Hours a year where a job names none, as the federal wage statistics count."""
_UNSAFE = str.maketrans({letter: f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"})


class SearchNames(NamedTuple):
    """What people may look for in other words: by the id of a specialization, and by that of a license or certification."""

    specializations: Mapping[str, str]
    """ "Nurse Case Manager, RN Care Manager": what its openings are also advertised as."""
    credentials: Mapping[str, str]
    """ "RN, Registered Nurse": its letters and its name."""


_NO_NAMES = SearchNames({}, {})


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
    most_an_hour: float
    """The same as dollars an hour."""
    also: str
    """More words to find it by: the job ID, postal abbreviations, places the card leaves out."""
    specialization: object
    tongue: object
    """Language, direction of the title, direction of the employer, parted by spaces; empty for English."""
    titles: object
    """What its kind of case manager is also advertised as."""
    credentials: object
    """By which names its licenses and certifications are known, required or preferred."""


class _Words:
    """Words by their number."""

    def __init__(self) -> None:
        """Start with none."""
        self.numbers: dict[str, int] = {}

    def __call__(self, word: str) -> int:
        """Return the number of a word."""
        return self.numbers.setdefault(word, len(self.numbers))


def search_index(openings: Iterable[Opening], names: SearchNames = _NO_NAMES) -> Iterator[tuple[str, str]]:
    """Give the path and the script of each chunk, for the openings that are open, the newest first."""
    for number, found in enumerate(pages_of(newest(openings), CHUNK), 1):
        if found:
            yield f"{SEARCH}{number}.js", _chunk(number, found, names)


def count_chunks(number_of_openings: int) -> int:
    """Return how many chunks there are."""
    return -(-number_of_openings // CHUNK)


def _chunk(number: int, openings: Sequence[Opening], names: SearchNames) -> str:
    words = _Words()
    rows = [_row(opening, words, names) for opening in openings]
    return f"jdgenOpenings({number},{_script([*words.numbers])},{_script(rows)});\n"


def _row(opening: Opening, words: _Words, names: SearchNames) -> Row:
    facts, shown = opening.facts, card(opening)
    specialization = facts.specialization or ""
    most_a_year, most_an_hour = _most(facts)
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
        most_a_year=most_a_year,
        most_an_hour=most_an_hour,
        also=_also(opening, shown),
        specialization=words(specialization_name(specialization)),
        tongue=words(f"{shown.language} {shown.title_direction} {shown.employer_direction}".rstrip()),
        titles=words(names.specializations.get(specialization, "")),
        credentials=[words(names.credentials[one]) for one in _credentials(facts) if one in names.credentials],
    )


def _credentials(facts: PostingFacts) -> Iterator[str]:
    for demanded in (facts.licenses, facts.certifications):
        yield from dict.fromkeys((*demanded.required, *demanded.preferred))


def _most(facts: PostingFacts) -> tuple[float, float]:
    """Return the upper end as dollars a year and an hour, with the hours of the job; 0 for what no table turns into a year."""
    pay = facts.pay
    full_year = yearly(pay) if isinstance(pay, Pay) and pay.currency == "USD" else None
    if full_year is None or not isinstance(pay, Pay):
        return 0, 0
    hours = _hours_a_year(facts)
    if pay.unit == "hour":
        return _figure(pay.maximum * hours), _figure(pay.maximum)
    return _figure(full_year[1]), _figure(full_year[1] / hours)


def _hours_a_year(facts: PostingFacts) -> Decimal:
    """Return the most hours of the job a year: its weekly hours, its share of a full-time job, or 2,080."""
    employment = facts.employment
    if employment and employment.hours:
        return employment.hours[1] * _WEEKS
    return (employment.fte if employment and employment.fte else Decimal(1)) * _FULL_YEAR


def _figure(amount: Decimal) -> float:
    whole = round(float(amount), 2)
    return int(whole) if whole == int(whole) else whole


def _also(opening: Opening, shown: Card) -> str:
    """Return what the card does not say of its places, and the job ID."""
    facts = opening.facts
    places = [(describe_place(where), where.postal_code or "") for where in facts.location if isinstance(where, Place)]
    names = chain([facts.id], states(facts), place_names(facts).values(), *places)
    return " ".join(dict.fromkeys(name for name in names if name and name not in shown.place))


def _script(value: object) -> str:
    """Return JSON as a script may hold it, wherever the script stands."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
