"""What jdgen knows of a place: the pay laws, other rules on advertisements, license titles and compacts that hold there."""

from collections.abc import Iterable

from jdgen.load.facts import load_table
from jdgen.load.search import SearchPath
from jdgen.model.fact import Fact
from jdgen.model.law import AdRule, Jurisdiction, PayLaw
from jdgen.model.record import known
from jdgen.text.slugs import slug
from jdgen.text.states import STATES, find_state
from jdgen.text.words import counted

Row = dict[str, object]

_FEDERAL = {"us", "usa", "united states", "federal"}


def place_rows(search: SearchPath) -> list[Row]:
    """Return a row for each state, and for each city or county with a law of its own."""
    laws = load_table(search, "pay_laws").values()
    rules = load_table(search, "ad_rules").values()
    federal = sum(rule.jurisdiction is None for rule in rules)
    country: Row = {"id": "US", "name": "United States", "note": counted(federal, "federal rule")}
    return [country, *(_row(place, laws, rules) for place in _places(laws, rules))]


def place_facts(name: str, search: SearchPath) -> dict[str, object] | None:
    """Return everything known of a place (`CO`, `Colorado`, `oh-cleveland`), each row whole with its sources, or None."""
    laws, rules = load_table(search, "pay_laws"), load_table(search, "ad_rules")
    if name.casefold() in _FEDERAL:
        federal = [_brief(rule, "") for rule in rules.values() if rule.jurisdiction is None]
        return {"place": "United States", "ad_rules": federal}
    place = _find(name, _places(laws.values(), rules.values()))
    if place is None:
        return None
    state = place.state
    sections: dict[str, Iterable[Fact]] = {
        "pay_laws": _holding(laws.values(), place),
        "ad_rules": _holding(rules.values(), place),
        "license_titles": [row for row in load_table(search, "license_titles").values() if state in row.states],
        "compacts": [row for row in load_table(search, "compacts").values() if row.member(state)],
    }
    if place.locality:
        sections = {kind: rows for kind, rows in sections.items() if kind.endswith(("laws", "rules"))}
    found: dict[str, object] = {kind: [_brief(row, state) for row in rows] for kind, rows in sections.items() if rows}
    note = "No law, license title or compact of this place is known."
    return {"place": _name(place)} | (found or {"note": note})


def _brief(row: Fact, state: str) -> dict[str, object]:
    """Return what a row says of one state, without the lists of all the others."""
    told = {key: value for key, value in known(row).items() if value not in ((), {})}
    told.pop("states", None)
    if members := told.pop("members", None):
        told["member"] = next(
            {k: v for k, v in member.items() if v is not None} for member in members if member["state"] == state
        )
    return told


def _places(laws: Iterable[PayLaw], rules: Iterable[AdRule]) -> list[Jurisdiction]:
    states = [Jurisdiction(state=state) for state in STATES]
    rows: list[PayLaw | AdRule] = [*laws, *rules]
    local = [row.jurisdiction for row in rows if row.jurisdiction and row.jurisdiction.locality]
    return [*states, *dict.fromkeys(local)]


def _row(place: Jurisdiction, laws: Iterable[PayLaw], rules: Iterable[AdRule]) -> Row:
    pay = [law for law in laws if law.jurisdiction == place]
    others = sum(rule.jurisdiction == place for rule in rules)
    asked = "; ".join(f"pay in postings from {law.effective_from.isoformat()}" for law in pay)
    return {
        "id": _id(place),
        "name": _name(place),
        "note": "; ".join(part for part in (asked, counted(others, "other rule") if others else "") if part)
        or "no law found",
    }


def _holding(rows: Iterable[PayLaw | AdRule], place: Jurisdiction) -> list[PayLaw | AdRule]:
    """Return the rows of a place; a city answers to its state too."""
    places = {place, Jurisdiction(state=place.state)}
    return [row for row in rows if row.jurisdiction in places]


def _find(name: str, places: Iterable[Jurisdiction]) -> Jurisdiction | None:
    wanted = find_state(name) or slug(name)
    return next((place for place in places if _id(place) == wanted), None)


def _id(place: Jurisdiction) -> str:
    return slug(f"{place.state} {place.locality}") if place.locality else place.state


def _name(place: Jurisdiction) -> str:
    return f"{place.locality}, {STATES[place.state]}" if place.locality else STATES[place.state]
