"""What lists say of an opening, in words that a template or a script only has to put in place."""

from datetime import date
from typing import NamedTuple

from jdgen.model.posting import PostingFacts
from jdgen.model.site import Opening
from jdgen.render.body import direction
from jdgen.render.site.addresses import REMOTE, place_key
from jdgen.render.site.lettering import set_line
from jdgen.text.dates import describe_date
from jdgen.text.employment import describe_employment
from jdgen.text.language import is_english
from jdgen.text.pay import Pay, describe_pay
from jdgen.text.place import Place, describe_place
from jdgen.text.remote_area import RemoteArea
from jdgen.text.states import state_name

WORKPLACES = {"onsite": "On site", "hybrid": "Hybrid", "remote": "Remote"}
_MOST_PLACES = 3
_MOST_STATES = 3


class Card(NamedTuple):
    """An opening in a list. Texts that are not known are empty; days are ISO dates with their words."""

    slug: str
    page: str
    title: str
    employer: str
    place: str
    workplace: str
    employment: str
    pay: str
    posted: str
    posted_words: str
    closes: str
    closes_words: str
    language: str
    """The tag of its language, where that is not English."""
    title_direction: str
    """ "rtl" where the title runs against the page, which is written in English."""
    employer_direction: str


def card(opening: Opening) -> Card:
    """Return what lists say of an opening."""
    facts = opening.facts
    return Card(
        slug=opening.slug,
        page=opening.page,
        title=set_line(facts.title, language=facts.language),
        employer=employer_name(facts),
        place=place_words(facts),
        workplace=_workplace(facts),
        employment=_capital(describe_employment(facts.employment)) if facts.employment else "",
        pay=pay_words(facts),
        posted=_iso(facts.posted),
        posted_words=describe_date(facts.posted) if facts.posted else "",
        closes=_iso(facts.closes),
        closes_words=describe_date(facts.closes) if isinstance(facts.closes, date) else str(facts.closes or ""),
        language="" if is_english(facts.language) else facts.language,
        title_direction=_rightward(facts.title),
        employer_direction=_rightward(facts.employer.name),
    )


def employer_name(facts: PostingFacts) -> str:
    """Return who hires, as the page of the posting writes it."""
    return set_line(facts.employer.name, language=facts.language)


def place_words(facts: PostingFacts) -> str:
    """Return where the work is, at most three places: "Denver, Colorado; Boulder, Colorado", "Remote: Colorado, Texas"."""
    names = [_place(where) for where in facts.location]
    if len(names) > _MOST_PLACES:
        return f"{names[0]}; and {len(names) - 1} more places"
    return "; ".join(names)


def pay_words(facts: PostingFacts) -> str:
    """Return the pay as a posting says it."""
    if facts.pay is None:
        return ""
    return describe_pay(facts.pay) if isinstance(facts.pay, Pay) else facts.pay.words


def place_names(facts: PostingFacts) -> dict[str, str]:
    """Return under which places an opening is listed, by what pages call them: every state it names, and "Remote"."""
    states = [state for where in facts.location for state in _states(where)]
    named = {place_key(state): state_name(state) for state in states}
    return named | ({REMOTE: "Remote"} if facts.remote_areas or facts.workplace == "remote" else {})


def states(facts: PostingFacts) -> tuple[str, ...]:
    """Return the postal abbreviations of every state an opening names."""
    return tuple(dict.fromkeys(state for where in facts.location for state in _states(where)))


def _states(where: Place | RemoteArea) -> tuple[str, ...]:
    return (where.state,) if isinstance(where, Place) else where.states


def _place(where: Place | RemoteArea) -> str:
    if isinstance(where, Place):
        return describe_place(where)
    if len(where.states) > _MOST_STATES:
        return f"Remote, in {len(where.states)} states"
    return f"Remote: {', '.join(map(state_name, where.states)) or 'United States'}"


def _workplace(facts: PostingFacts) -> str:
    """Return the workplace, unless the place begins with the same word."""
    if facts.workplace is None or (facts.workplace == "remote" and facts.remote_areas and not facts.places):
        return ""
    return WORKPLACES[facts.workplace]


def _rightward(text: str) -> str:
    """Return the direction of a text that runs against an English page."""
    return "rtl" if direction(text) == "rtl" else ""


def _iso(day: object) -> str:
    return day.isoformat() if isinstance(day, date) else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
