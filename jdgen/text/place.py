"""Where the work is: an American place, or the states a remote worker may live in.

Cities are kept as typed: we have no list of them, and a town nobody has heard of is a place like any other.
"""

import re
from typing import NamedTuple

from jdgen.text.closest import did_you_mean
from jdgen.text.postal_codes import format_postal_code, restore_zeros, states_of
from jdgen.text.problem import Problem, quoted
from jdgen.text.remote_area import RemoteArea, mentions_remote, parse_remote_area
from jdgen.text.states import ALSO_WORDS, STATES, find_state, state_name
from jdgen.text.tokens import LONGEST_TEXT, plain
from jdgen.text.words import join_words
from jdgen.text.workplace import parse_workplace

_HINT = "write `Denver, CO`, `Denver, CO 80204` or `1200 Oak St, Denver, CO 80204`"
_COUNTRY = re.compile(r"[,\s]+\(?(?:U\.?\s?S\.?(?:\s?A\.?)?|(?:the )?United States(?: of America)?)\)?$", re.IGNORECASE)
_POSTAL_CODE = re.compile(r"[,\s]+([0-9][0-9-]*)$")
_CITY = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])(?:[^\W\d_]|[\u0300-\u036f .'()-])*")
_TWO_CITIES = re.compile(r"[/;&|]|\b(?:and|or)\b", re.IGNORECASE)
_CITIES_WITH_AND = frozenset({"truth or consequences", "king and queen court house"})

# What tells a street or a site from a second city.
_STREET = re.compile(
    r"[0-9]|\b(?:one|two|three|four|five"
    r"|street|st|avenue|ave|road|rd|drive|dr|lane|ln|way|court|ct|place|pl|boulevard|blvd|highway|hwy|parkway|pkwy"
    r"|plaza|square|circle|terrace|trail|turnpike|route|broadway|suite|ste|floor|building|bldg|room|unit|box"
    r"|campus|center|centre|hospital|clinic|tower|pavilion|institute|university|college)\b",
    re.IGNORECASE,
)
_LONGEST_STATE_NAME = 3
_REGION = re.compile(r"\b(?:area|metro|region)$", re.IGNORECASE)
"""The Bay Area is no city."""

# How job boards and applicant systems write a place: `US-WA-Seattle`, `WA - Seattle`, `Newark | NJ`, `Seattle (WA)`.
_STATE_FIRST = re.compile(
    r"(?:(?:USA?|United States)\s?[-,]\s?(?P<state>[A-Z]{2})\s?[-,]|(?P<alone>[A-Z]{2})\s?-)\s?"
    r"(?P<city>[A-Z][\w.' ]+?(?:-[A-Z][\w.' ]+)*)(?:[-,\s]+(?P<code>[0-9]{5}))?"
)
_STATE_APART = re.compile(
    r"(?P<city>[A-Z][\w.' -]*?)(?: ?[|/] ?| - | \((?=[A-Z]{2}\)))(?P<state>[A-Z]{2})\)?(?: (?P<code>[0-9]{5}))?"
)

KNOWN_ALONE = {
    "New York City": ("New York", "NY"),
    "NYC": ("New York", "NY"),
    "The Bronx": ("Bronx", "NY"),
    "the Bronx": ("Bronx", "NY"),
    "Staten Island": ("Staten Island", "NY"),
}
"""Cities and boroughs of which there is only one, so that nobody writes the state. Brooklyn and Manhattan are towns elsewhere too."""
_KNOWN_IN_ANY_LETTERS = {name.casefold(): known for name, known in KNOWN_ALONE.items()}

# A workplace beside the place: "Hybrid - Denver, CO", "Denver, CO (on-site)". A site may be called "On-Site Clinic", so but for
# "hybrid", which no town or street is called, it has to stand apart.
_ONSITE = r"on[ -]?site|in[ -]?person|in[ -](?:the )?office|office[ -]based"
_WORKPLACE = re.compile(
    rf"\b(?P<hybrid>hybrid)\b|^\(?(?P<first>{_ONSITE})\b(?=\s*[-:,;/|()]|\s+(?:in|at)\b)|[-:,;/|(]\s*(?P<last>{_ONSITE})\)?$",
    re.IGNORECASE,
)
_AROUND_WORKPLACE = re.compile(r"^[\s,:;/|()-]*(?:(?:in|at)\s+)?|[\s,:;/|()-]+$", re.IGNORECASE)


class Place(NamedTuple):
    """A place of work; `state` is the postal abbreviation, `postal_code` has five or nine digits ("80204-1234")."""

    city: str
    state: str
    postal_code: str | None = None
    street: str | None = None
    country: str = "US"


def parse_location(text: str) -> Place | RemoteArea | Problem:
    """Read a place, or where a remote worker may live when the text speaks of remote work or of the whole nation."""
    speaks_of_hybrid = (match := _WORKPLACE.search(plain(text[:LONGEST_TEXT]))) and match["hybrid"]
    return parse_remote_area(text) if mentions_remote(text) and not speaks_of_hybrid else parse_place(text)


def parse_place(text: str) -> Place | Problem:
    """Read `Denver, CO`, `Denver, Colorado 80204`, `1200 Oak St, Denver, CO 80204-1234`, also without the comma.

    Problems: empty, unreadable, workplace, state-missing, unknown-state, city-missing, two-places, postal-code.
    """
    if not text.strip():
        return Problem("empty", "the place is empty", _HINT)
    typed = plain(text[: LONGEST_TEXT + 1])
    if len(text) > LONGEST_TEXT or not typed.isprintable():
        return _unreadable(text)
    if match := _WORKPLACE.search(typed):
        return _holds_workplace(typed, match)
    rest, code = _split_postal_code(_COUNTRY.sub("", _with_comma(typed.strip(" ,;."))).strip(" ,"))
    head, state = _split_state(rest)
    if state is None:
        known = _KNOWN_IN_ANY_LETTERS.get(rest.casefold())
        return _check_postal_code(Place(*known, code)) if known else _explain_missing_state(rest)
    *street, city = (part.strip() for part in head.split(","))
    place = Place(city, state, code, ", ".join(part for part in street if part) or None)
    return _find_fault(typed, place) or _check_postal_code(place)


def format_place(place: Place) -> str:
    """Return "1200 Oak St, Denver, CO 80204-1234", leaving out what is not known; `parse_place` reads it back."""
    street = f"{place.street}, " if place.street else ""
    code = f" {place.postal_code}" if place.postal_code else ""
    return f"{street}{place.city}, {place.state}{code}"


def describe_place(place: Place, *, short: bool = False) -> str:
    """Return "Denver, Colorado", or "Denver, CO" when short; the capital is always "Washington, DC"."""
    return f"{place.city}, {place.state if short or place.state == 'DC' else state_name(place.state)}"


def _with_comma(typed: str) -> str:
    """Return `Seattle, WA` for the ways job boards and applicant systems write it; every other text as it is."""
    match = _STATE_FIRST.fullmatch(typed) or _STATE_APART.fullmatch(typed)
    if not match:
        return typed
    parts = match.groupdict()
    state = parts["state"] or parts.get("alone") or ""
    is_place = state in STATES and parts["city"].upper() not in STATES
    return f"{parts['city']}, {state} {parts['code'] or ''}".strip() if is_place else typed


def _split_postal_code(text: str) -> tuple[str, str | None]:
    match = _POSTAL_CODE.search(text)
    return (text[: match.start()].rstrip(" ,"), match[1]) if match else (text, None)


def _split_state(text: str) -> tuple[str, str | None]:
    """Split a state off the end: the part after the last comma, else the last one to three words."""
    before, comma, last = text.rpartition(",")
    if comma and (state := find_state(last)):
        return before.strip(" ,"), state
    words = last.split()
    for count in range(min(_LONGEST_STATE_NAME, len(words)), 0, -1):
        name = " ".join(words[-count:])
        state = None if name in ALSO_WORDS else find_state(name)
        if state and (comma or len(words) > count):
            return f"{before}{comma}{last.removesuffix(name)}".rstrip(" ,").strip(), state
    return text, None


def _find_fault(typed: str, place: Place) -> Problem | None:
    if place.street and not _STREET.search(place.street):
        return _two_places(typed)
    if _TWO_CITIES.search(place.city) and place.city.lower() not in _CITIES_WITH_AND:
        return _two_places(typed)
    if place.city.upper() in STATES and len(place.city) == 2:
        hint = f"write `Remote ({place.city.upper()}, {place.state})` for people who live there, or name the city"
        return Problem("city-missing", f"{quoted(typed)} names two states and no city", hint)
    if _REGION.search(place.city):
        return Problem("city-missing", f"{quoted(typed)} names a region and no city", _HINT)
    if not _CITY.fullmatch(place.city):
        hint = f"put a comma between street and city; {_HINT}"
        return Problem("unreadable", f"{quoted(typed)} has no readable city before the state", hint)
    return None


def _check_postal_code(place: Place) -> Place | Problem:
    """Return the place with its ZIP code in one form, unless the code is broken or belongs to another state."""
    if place.postal_code is None:
        return place
    code = format_postal_code(place.postal_code)
    if code is None:
        return _broken_postal_code(place, place.postal_code)
    states = states_of(code)
    if place.state in states:
        return Place(place.city, place.state, code, place.street)
    owner = join_words(map(state_name, states), "or") or "no state"
    return Problem(
        "postal-code",
        f"the ZIP code {code} belongs to {owner}, not to {state_name(place.state)}",
        "mend the ZIP code or the state",
    )


def _broken_postal_code(place: Place, typed: str) -> Problem:
    message = f"{quoted(typed)} is not a ZIP code: it has other than five digits"
    if whole := restore_zeros(typed, place.state):
        repaired = Place(place.city, place.state, whole, place.street)
        return Problem("postal-code", message, f"the leading zero was lost, write `{format_place(repaired)}`")
    return Problem("postal-code", message, "write five digits, or nine as in `80204-1234`")


def _explain_missing_state(text: str) -> Problem:
    """Say why no state was found: it is unknown, it is all there is, or nobody typed one."""
    if state := find_state(text):
        return _city_missing(text, state)
    if text.isdigit():
        return _city_missing(text, None)
    before, comma, last = text.rpartition(",")
    if comma and before.strip():
        hint = did_you_mean(last.strip(), [*STATES.values(), *STATES]) or _HINT
        return Problem("unknown-state", f"{quoted(last)} is not a state of the United States", hint)
    guess = did_you_mean(text.rsplit(maxsplit=1)[-1], STATES.values()) if " " in text else None
    hint = guess or f"add the state, as in `Denver, CO`: {quoted(text)} may exist in more than one"
    return Problem("state-missing", f"{quoted(text)} has no state", hint)


def _city_missing(typed: str, state: str | None) -> Problem:
    named = f"names only the state {state_name(state)}" if state else "names no city"
    return Problem("city-missing", f"{quoted(typed)} {named}", f"put the city in front; {_HINT}")


def _two_places(typed: str) -> Problem:
    """Refuse several places in one text, and name each of them where each can be told."""
    options = " ".join(f'--location "{format_place(place)}"' for place in _each_place(typed))
    repair = f"`{options}`" if options else "repeat `--location`"
    hint = f"give each place by itself, with its state: {repair}; in a file, list them one a line"
    return Problem("two-places", f"{quoted(typed)} names more than one place", hint)


def _each_place(typed: str) -> tuple[Place, ...]:
    """Return the places of "Denver, CO; Boulder, CO" or "Denver or Boulder, CO", or none where a part cannot be read."""
    parts = [part.strip(" ,") for part in _TWO_CITIES.split(typed)]
    last = parse_place(parts[-1]) if len(parts) > 1 else None
    if not isinstance(last, Place):
        return ()
    read = [parse_place(part if "," in part else f"{part}, {last.state}") for part in parts[:-1]]
    places = tuple(place for place in read if isinstance(place, Place))
    return (*places, last) if len(places) == len(read) else ()


def _holds_workplace(typed: str, match: re.Match[str]) -> Problem:
    """Refuse a workplace in the place, where it would be taken for the name of the town."""
    workplace = parse_workplace(match["hybrid"] or match["first"] or match["last"])
    rest = parse_place(_AROUND_WORKPLACE.sub("", typed[: match.start()] + typed[match.end() :]))
    place = f"`{format_place(rest)}`" if isinstance(rest, Place) else "the place alone"
    hint = f"write {place} here, and the workplace as `--workplace {workplace}` or `workplace: {workplace}`"
    return Problem("workplace", f"{quoted(typed)} says how the work is done beside the place", hint)


def _unreadable(text: str) -> Problem:
    return Problem("unreadable", f"{quoted(text)} is not a place jdgen can read", _HINT)
