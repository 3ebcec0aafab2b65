"""The shipped facts hold together: each row with its evidence, each place and code known, and nothing unconfirmed in a posting."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from jdgen.compose.draft import Sources, compose
from jdgen.compose.omissions import omissions
from jdgen.load.facts import TABLES, load_facts, load_table
from jdgen.load.project import open_workspace
from jdgen.load.records import as_record
from jdgen.load.specializations import load_specialization
from jdgen.model.employer import Employer
from jdgen.model.fact import Fact
from jdgen.model.facts import Facts
from jdgen.model.requisition import Requisition
from jdgen.text.states import STATES

SEARCH = open_workspace(Path(__file__).parent).search
FACTS = load_facts(SEARCH)
SPECIALIZATIONS = SEARCH.names("specializations")
FIFTY_AND_DC = set(STATES) - {"PR", "VI", "GU", "AS", "MP"}
# Kinds of license that not every state has; a kind that is not here names every state.
LACKING = {
    "master-social-work": {"CA", "FL", "NH", "WY"},
    "bachelor-social-work": {"CA", "CO", "CT", "FL", "GA", "IL", "NH", "NY", "RI", "VT", "WA"},
    "addiction-counseling": {
        "AL", "AK", "CA", "FL", "GA", "ID", "IL", "IA", "MI", "MS", "MO", "OR", "PA", "WV",
    },
}  # fmt: skip
# Pages that their publishers serve without https, each beside another source or the only one there is.
PLAIN_HTTP = ("http://support.hiringthing.com/", "http://www.eeoc.gov/", "http://bgcheckinfo.cna.org/")
PLACES = (
    "Denver, CO", "Boston, MA", "Baltimore, MD", "Anchorage, AK", "Little Rock, AR", "Honolulu, HI", "Detroit, MI", "Albany, NY",
    "Remote (LA, PA, NE)", "Remote",
)  # fmt: skip


@pytest.fixture(params=TABLES)
def rows(request: pytest.FixtureRequest) -> dict[str, Fact]:
    """Return the rows of a table."""
    return load_table(SEARCH, request.param)


def test_every_row_has_links_and_days_in_order(rows: dict[str, Fact]) -> None:
    links = {name: link for name, row in rows.items() for link in row.source}

    assert links
    assert {n: link for n, link in links.items() if not link.startswith(("https://", *PLAIN_HTTP))} == {}
    assert [name for name, row in rows.items() if row.checked > row.review_by] == []
    assert [name for name, row in rows.items() if row.checked > date(2027, 12, 31)] == []


def test_no_id_stands_in_two_tables() -> None:
    """`jdgen show` would find only the first."""
    ids = Counter(name for table in TABLES for name in load_table(SEARCH, table))

    assert len(ids) > 300
    assert [name for name, count in ids.items() if count > 1] == []


def test_there_are_enough_credentials_and_they_are_whole() -> None:
    assert len(FACTS.credentials) >= 30
    assert [name for name, row in FACTS.credentials.items() if not (row.settings or row.common_errors)] == []
    kinds = {kind for row in FACTS.credentials.values() for kind in (*row.licenses, *row.roles)}
    assert kinds
    assert kinds - set(FACTS.licenses) == set()


@pytest.mark.parametrize("kind", FACTS.licenses)
def test_the_titles_of_a_license_cover_each_state_once_or_say_who_lacks_it(kind: str) -> None:
    named = [state for row in FACTS.license_titles.values() if row.license == kind for state in row.states]

    assert len(named) == len(set(named))
    assert FIFTY_AND_DC - set(named) == LACKING.get(kind, set())
    assert set(named) <= set(STATES)


def test_every_title_is_of_a_license_that_exists() -> None:
    kinds = {row.license for row in FACTS.license_titles.values()}

    assert kinds == set(FACTS.licenses)
    assert {kind for compact in FACTS.compacts.values() for kind in compact.licenses} <= kinds


def test_every_place_named_exists() -> None:
    places = [law.jurisdiction for law in FACTS.pay_laws.values()]
    places += [rule.jurisdiction for rule in load_table(SEARCH, "ad_rules").values() if rule.jurisdiction]
    states = {place.state for place in places} | {
        member.state for compact in FACTS.compacts.values() for member in compact.members
    }

    assert len(places) > 40
    assert states - set(STATES) == set()
    assert [
        compact.id
        for compact in FACTS.compacts.values()
        if len({m.state for m in compact.members}) < len(compact.members)
    ] == []


def test_every_county_with_a_law_has_its_places() -> None:
    """An address names no county; without the row the law would never be named."""
    laws = {
        (law.jurisdiction.state, law.jurisdiction.locality) for law in FACTS.pay_laws.values() if law.confidence != "U"
    }
    counties = {place for place in laws if (place[1] or "").endswith(("County", "Parish", "Borough"))}

    assert counties
    assert counties == {(row.state, row.county) for row in FACTS.counties.values()}
    assert [row.id for row in FACTS.counties.values() if len(row.places) != len({*row.places})] == []


@pytest.mark.parametrize("name", SPECIALIZATIONS)
def test_every_occupation_used_has_its_row_and_wages(name: str) -> None:
    profile = load_specialization(name, SEARCH, FACTS)
    titles = {row.code: row.title for row in load_table(SEARCH, "occupations").values()}
    kinds = [FACTS.licenses[kind] for kind in profile.license_kinds]

    assert titles.get(profile.occupation.code) == profile.occupation.title
    assert FACTS.wage_of(profile.occupation.code[:7])
    assert [kind.id for kind in kinds if kind.soc and not FACTS.wage_of(kind.soc)] == []


def test_wages_rise_from_percentile_to_percentile() -> None:
    spans = {row.soc: (row.p10, row.p25, row.median, row.p75, row.p90) for row in FACTS.wages.values()}

    assert spans
    assert {soc: span for soc, span in spans.items() if list(span) != sorted(set(span))} == {}
    joint = [code for row in FACTS.wages.values() for code in (row.soc, *row.also_for)]
    assert len(joint) == len(set(joint))


def blurred(facts: Facts) -> Facts:
    """Return the facts with everything unconfirmed gone, or unreadable where its being there has a meaning of its own.

    A state that the titles of a license leave out has no such license, so those rows stay and only their words go.
    """

    def sure(rows: dict) -> dict:
        return {name: row for name, row in rows.items() if row.confidence != "U"}

    titles = {
        name: row if row.confidence != "U" else replace(row, title="ZZZ", name="Zzz")
        for name, row in facts.license_titles.items()
    }
    certain = {table: sure(getattr(facts, table)) for table in ("compacts", "pay_laws", "wages", "notices", "licenses")}
    return facts._replace(license_titles=titles, **certain)


@cache
def told(name: str, place: str, *, sure: bool) -> str:
    """Return everything that is said about an opening, in the posting and beside it."""
    facts = blurred(FACTS) if sure else FACTS
    requisition = as_record({"specialization": name, "location": place, "pay": "12-99/hour"}, Requisition)
    sources = Sources(
        specialization_id=name,
        specialization=load_profile(name),
        employer=Employer(name="Acme Care"),
        requisition=requisition,
        facts=facts,
        template="posting",
        posted=date(2026, 11, 22),
    )
    draft = compose(sources)
    return f"{draft}{omissions(draft, sources)}"


load_profile: Callable = cache(lambda name: load_specialization(name, SEARCH, FACTS))


def test_there_is_something_unconfirmed_to_try() -> None:
    unconfirmed = {
        table: [row for row in load_table(SEARCH, table).values() if row.confidence == "U"] for table in TABLES
    }

    assert len(unconfirmed["license_titles"]) > 5
    assert unconfirmed["pay_laws"]
    assert "ZZZ" in str(blurred(FACTS))


@pytest.mark.parametrize("place", PLACES)
def test_nothing_unconfirmed_changes_a_posting(place: str) -> None:
    assert len(SPECIALIZATIONS) >= 30
    assert [name for name in SPECIALIZATIONS if told(name, place, sure=True) != told(name, place, sure=False)] == []


def test_no_shipped_specialization_asks_for_an_unconfirmed_credential() -> None:
    asked = {
        (name, row.id)
        for name in SPECIALIZATIONS
        for wanted in (load_profile(name).qualifications.required, load_profile(name).qualifications.preferred)
        for credential in wanted.certifications
        for row in FACTS.versions(credential)
    }

    assert len(asked) > 50
    assert {(name, row) for name, row in asked if FACTS.credentials[row].confidence == "U"} == set()
