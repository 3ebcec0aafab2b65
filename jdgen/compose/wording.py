"""Facts joined into the phrases and sentences a posting uses."""

from datetime import date

from jdgen.compose.job_title import position_of
from jdgen.model.posting import PostingFacts
from jdgen.text.dates import describe_date
from jdgen.text.employment import Employment, describe_employment
from jdgen.text.pay import Pay, PayUnstated, describe_pay
from jdgen.text.place import Place, describe_place
from jdgen.text.remote_area import RemoteArea, describe_remote_area
from jdgen.text.states import STATES
from jdgen.text.words import join_words

_WORKPLACES = {"onsite": "On site", "hybrid": "Hybrid: part on site, part from home", "remote": "Remote"}
_WORKPLACE_ADJECTIVES = {"onsite": "on-site", "hybrid": "hybrid", "remote": "remote"}
_WITH_THE = frozenset({"DC", "MP", "VI"})
_FLSA = {"exempt": "Exempt", "nonexempt": "Nonexempt"}


def pay_words(pay: Pay | PayUnstated | None) -> str | None:
    """Return the pay as a posting says it, or None where no figure is known."""
    return describe_pay(pay) if isinstance(pay, Pay) else None


def workplace_words(workplace: str | None) -> str | None:
    """Return on site, hybrid or remote for the list of facts."""
    return _WORKPLACES[workplace] if workplace else None


def employment_words(employment: Employment | None) -> str | None:
    """Return the employment type with its hours for the list of facts."""
    if employment is None:
        return None
    words = describe_employment(employment)
    return words[:1].upper() + words[1:]


def flsa_words(flsa: str | None) -> str | None:
    """Return the overtime status as HR writes it."""
    return _FLSA[flsa] if flsa else None


def closing_date(closes: date | str | None) -> str | None:
    """Return the closing date, or None where there is none or applications stay open."""
    return describe_date(closes) if isinstance(closes, date) else None


def place_words(facts: PostingFacts) -> str | None:
    """Return all places, remote areas last: `Denver, Colorado; or Remote, anywhere in the United States`."""
    places = join_words([_address(place) for place in facts.places], "or")
    areas = join_words([describe_remote_area(area) for area in facts.remote_areas], "or")
    if not places:
        return areas or None
    return f"{places}; or {areas[:1].lower()}{areas[1:]}" if areas else places


def position_sentences(facts: PostingFacts, *, title: str, department: str | None, reports_to: str | None) -> str:
    """Return the sentence that names the job, its kind and where it is, and the one that says whom it reports to.

    `title` is the job's title as it stands in a sentence. Only what the requisition states is said.
    """
    kinds = [kind.replace("per-diem", "per diem") for kind in facts.employment.kinds] if facts.employment else []
    places = [_WORKPLACE_ADJECTIVES[facts.workplace]] if facts.workplace else []
    adjectives = [join_words(words, "or") for words in (kinds, places) if words and not _all_said(words, title)]
    position, comma = position_of(title, ", ".join(adjectives))
    where = _where_words(facts)
    within = f"{',' if where else ''} on the {_team_name(department)} team" if department else ""
    sentences = []
    if kinds or places or where or department:
        sentences.append(f"This is {position}{comma}{where}{within}.")
    if reports_to:
        sentences.append(f"You will report to the {reports_to}.")
    return " ".join(sentences)


def _all_said(words: list[str], title: str) -> bool:
    """Say whether a title says all of these itself: "Per Diem Case Manager"."""
    said = title.lower().replace("-", " ")
    return all(word.replace("-", " ") in said for word in words)


def _team_name(department: str) -> str:
    """Return `Client Services` for `the Client Services team`: the sentence says the rest."""
    return department.removeprefix("the ").removeprefix("The ").removesuffix(" team").removesuffix(" Team")


def states_of(facts: PostingFacts) -> tuple[str, ...]:
    """Return the postal abbreviations of all states of the posting, in the order given, each once."""
    codes = [place.state for place in facts.places] + [state for area in facts.remote_areas for state in area.states]
    return tuple(dict.fromkeys(codes))


def state_words(state: str) -> str:
    """Return the name of a state as it stands in a sentence: `the District of Columbia`."""
    return f"the {STATES[state]}" if state in _WITH_THE else STATES[state]


def _address(place: Place) -> str:
    """Return `25 Preble Street, Portland, Maine 04101`, or the city and state where no street is given."""
    city = describe_place(Place(place.city, place.state))
    return f"{place.street}, {city}{f' {place.postal_code}' if place.postal_code else ''}" if place.street else city


def _where_words(facts: PostingFacts) -> str:
    places = join_words([describe_place(Place(place.city, place.state)) for place in facts.places], "or")
    areas = join_words([_open_to(area) for area in facts.remote_areas], "or")
    if places and areas:
        return f" in {places}, or remote and {areas}"
    return f" in {places}" if places else f" {areas}" if areas else ""


def _open_to(area: RemoteArea) -> str:
    if not area.states:
        return "open to people anywhere in the United States"
    return f"open to people who live in {join_words(map(state_words, area.states), 'or')}"
