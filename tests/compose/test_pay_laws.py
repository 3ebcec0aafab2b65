"""What the law asks of a posting, with the shipped laws, by place, day and number of employees."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jdgen.compose.draft import Sources, compose
from jdgen.compose.omissions import omissions
from jdgen.compose.pay_laws import covers, in_force, missing_by_law, starts_while_open
from jdgen.load.facts import load_facts
from jdgen.load.project import open_workspace
from jdgen.load.records import as_record
from jdgen.model.facts import Facts
from jdgen.model.posting import PostingFacts
from jdgen.text.states import STATES
from jdgen.text.words import join_words

FACTS = load_facts(open_workspace(Path(__file__).parent).search)
TODAY = "2026-11-22"
LAW = {
    "id": "nevada", "name": "A law", "citation": "NRS 1", "jurisdiction": {"state": "NV"}, "effective_from": "2026-01-01",
    "min_employees": 1, "counted": "all", "must_hold": ["pay"], "open_ended": False, "remote": "Yes.",
}  # fmt: skip
ITEMS = {
    "pay": ({"pay": "40-50/hour"}, {}, "the pay"),
    "benefits": ({}, {"benefits": ["Lunch"]}, "a description of benefits"),
    "other-compensation": ({"other_compensation": ["A bonus"]}, {}, "a word on other compensation"),
    "deadline": ({"closes": "until filled"}, {}, "the closing date"),
    "how-to-apply": ({"apply": {"phone": "1"}}, {}, "the way to apply"),
}


def posting_of(
    *places: str, posted: str | None = TODAY, size: int | None = None, closes: str | None = None
) -> PostingFacts:
    dates = {name: day for name, day in (("posted", posted), ("closes", closes)) if day}
    return as_record(
        {"id": "A", "title": "Nurse", "employer": {"name": "Acme", "size": size}, "location": places} | dates,
        PostingFacts,
    )


def applying(*places: str, facts: Facts = FACTS, **given: Any) -> list[str]:
    posting = posting_of(*places, **given)
    return [law.id for law in facts.pay_laws.values() if covers(law, posting, facts) and in_force(law, posting)]


def coming(*places: str, **given: Any) -> list[str]:
    posting = posting_of(*places, **given)
    return [
        law.id for law in FACTS.pay_laws.values() if covers(law, posting, FACTS) and starts_while_open(law, posting)
    ]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (["Denver, CO"], ["colorado"]),
        (["Houston, TX"], []),
        (["Austin, TX", "Duluth, MN"], ["minnesota"]),
        (["Denver, CO", "Reno, NV", "Duluth, MN"], ["colorado", "minnesota"]),
        ([], []),
        (["Cleveland, OH"], ["cleveland"]),
        (["cleveland, Ohio"], ["cleveland"]),
        (["Cleveland, TN"], []),
        (["Dayton, OH"], []),
        (["Jersey City, NJ"], ["new-jersey", "jersey-city"]),
        (["Newark, NJ"], ["new-jersey"]),
        (["New York, NY"], ["new-york", "new-york-city"]),
        (["New York City, NY"], ["new-york", "new-york-city"]),
        (["Brooklyn, NY"], ["new-york", "new-york-city"]),
        (["Washington, DC"], ["district-of-columbia"]),
        (["Yonkers, NY"], ["new-york", "westchester-county"]),
        (["WHITE PLAINS, NY 10601"], ["new-york", "westchester-county"]),
        (["Croton on Hudson, NY"], ["new-york", "westchester-county"]),
        (["Westchester County, NY"], ["new-york", "westchester-county"]),
        (["Yonkers, OH"], []),
        (["Buffalo, NY"], ["new-york"]),
    ],
)
def test_the_place_decides(places: list[str], expected: list[str]) -> None:
    assert expected == applying(*places)


@pytest.mark.parametrize(
    ("place", "day", "expected"),
    [
        ("Columbus, OH", "2026-12-31", []),
        ("Columbus, OH", "2027-01-01", ["columbus"]),
        ("Dover, DE", "2027-09-25", []),
        ("Dover, DE", "2027-09-26", ["delaware"]),
        ("Hartford, CT", "2026-09-30", []),
        ("Hartford, CT", "2026-10-01", ["connecticut"]),
        ("Denver, CO", "2020-12-31", []),
    ],
)
def test_a_law_holds_from_its_day(place: str, day: str, expected: list[str]) -> None:
    assert expected == applying(place, posted=day)


def test_a_law_holds_to_its_last_day(facts: Callable[..., Facts]) -> None:
    ended = facts(pay_laws=[LAW | {"effective_to": "2026-06-30"}])

    assert applying("Reno, NV", posted="2026-06-30", facts=ended) == ["nevada"]
    assert applying("Reno, NV", posted="2026-07-01", facts=ended) == []
    assert applying("Reno, NV", posted=None, facts=ended) == []


def test_without_a_day_laws_to_come_count_too() -> None:
    assert applying("Columbus, OH", posted=None) == ["columbus"]


@pytest.mark.parametrize(
    ("place", "size", "expected"),
    [
        ("Duluth, MN", 29, []),
        ("Duluth, MN", 30, ["minnesota"]),
        ("Duluth, MN", None, ["minnesota"]),
        ("Denver, CO", 1, ["colorado"]),
        ("Jersey City, NJ", 5, ["jersey-city"]),
        ("Cleveland, OH", 14, []),
    ],
)
def test_the_number_of_employees_decides_and_an_unknown_one_counts(
    place: str, size: int | None, expected: list[str]
) -> None:
    assert expected == applying(place, size=size)


def test_a_remote_role_answers_to_every_state_it_is_open_to() -> None:
    assert applying("Remote (CO, MN, TX)") == ["colorado", "minnesota"]
    assert applying("Reno, NV", "Remote (WA)") == ["washington"]


def test_a_remote_role_answers_to_no_city() -> None:
    assert applying("Remote (OH)") == []


def test_a_role_open_to_the_whole_country_answers_to_every_state_in_force() -> None:
    states = [
        law.id
        for law in FACTS.pay_laws.values()
        if law.confidence != "U" and not law.jurisdiction.locality and law.effective_from <= date(2026, 11, 22)
    ]

    assert len(states) >= 15
    assert applying("Remote") == states


def test_an_unconfirmed_law_never_drives(facts: Callable[..., Facts]) -> None:
    unconfirmed = facts(pay_laws=[LAW | {"confidence": "U"}])

    assert applying("Reno, NV", facts=unconfirmed) == []
    assert applying("Reno, NV", facts=facts(pay_laws=[LAW])) == ["nevada"]
    assert "U" not in {FACTS.pay_laws[name].confidence for name in applying("Albany County, NY", "Albany, NY")}


@pytest.fixture
def left_out(sources: Callable[..., Sources], facts: Callable[..., Facts]) -> Callable[..., list[str]]:
    """Return a function that says what a Nevada law that asks for some things finds missing."""

    def go(asked: list[str], requisition: dict[str, object] | None = None, **employer: object) -> list[str]:
        law = facts(pay_laws=[LAW | {"must_hold": asked}])
        given = sources({"location": "Reno, NV"} | (requisition or {}), employer=employer, facts=law)
        return [omission.message for omission in missing_by_law(compose(given), law).values()]

    return go


@pytest.mark.parametrize("item", ITEMS)
def test_what_is_asked_for_is_missed_until_it_is_there(left_out: Callable, item: str) -> None:
    requisition, employer, name = ITEMS[item]

    assert left_out([item]) == [f"{name} is missing, and the law asks for it: Nevada (NRS 1)"]
    assert left_out([item], requisition, **employer) == []


@pytest.mark.parametrize("item", ["job-description", "commission"])
def test_what_is_asked_only_of_some_jobs_is_not_missed(left_out: Callable, item: str) -> None:
    assert left_out([item]) == []


@pytest.mark.parametrize("pay", ["DOE", "competitive"])
def test_pay_in_words_is_no_pay(left_out: Callable, pay: str) -> None:
    assert len(left_out(["pay"], {"pay": pay})) == 1


def test_everything_missing_is_said_in_one_order(left_out: Callable) -> None:
    assert [message.partition(" is missing")[0] for message in left_out(list(reversed(ITEMS)))] == [
        name for _, _, name in ITEMS.values()
    ]


def test_no_other_compensation_satisfies_the_law_and_is_said(sources: Callable[..., Sources]) -> None:
    opening = sources({"location": "Denver, CO", "other_compensation": "none"}, posted=date(2026, 11, 22))
    given = opening._replace(facts=FACTS)

    draft = compose(given)

    assert "other-compensation" not in missing_by_law(draft, FACTS)
    assert draft.offer.note == "No bonus, commission or other compensation comes on top of the pay."
    assert draft.offer.other_compensation == ()


@pytest.mark.parametrize("words", [[], ["A bonus"], ["None of it is guaranteed"], ["none", "A bonus"]])
def test_only_the_word_none_alone_means_none(sources: Callable[..., Sources], words: list[str]) -> None:
    offer = compose(sources({"other_compensation": words})).offer

    assert (offer.note, offer.other_compensation) == (None, tuple(words))


def test_of_many_laws_every_place_is_named_and_none_is_counted(sources: Callable[..., Sources]) -> None:
    given = sources({"location": "Remote", "closes": "2026-12-31"}, posted=date(2026, 11, 22))._replace(facts=FACTS)
    asking = [FACTS.pay_laws[name] for name in applying("Remote") if "pay" in FACTS.pay_laws[name].must_hold]

    missing = missing_by_law(compose(given), FACTS)["pay"]

    names = sorted(STATES[law.jurisdiction.state] for law in asking)
    assert len(names) >= 15
    assert missing.message == f"the pay is missing, and the law asks for it: {join_words(names)}"
    assert missing.hint
    assert missing.hint.endswith("; see `jdgen show CO` for a state's law and its source")


def test_of_many_laws_cities_stand_with_their_state(sources: Callable[..., Sources]) -> None:
    places = ["New York, NY", "Jersey City, NJ", "Cleveland, OH"]
    given = sources({"location": places}, posted=date(2026, 11, 22))._replace(facts=FACTS)

    assert missing_by_law(compose(given), FACTS)["pay"].message.endswith(
        ": New Jersey with Jersey City, New York with New York City, and Ohio (Cleveland)"
    )


@pytest.mark.parametrize(
    ("closes", "expected"),
    [("2026-12-31", []), ("2027-01-01", ["columbus"]), ("2027-02-28", ["columbus"]), ("until filled", ["columbus"]), (None, ["columbus"])],
)  # fmt: skip
def test_a_law_that_starts_while_the_posting_is_open_is_seen_coming(closes: str | None, expected: list[str]) -> None:
    assert expected == coming("Columbus, OH", closes=closes)


def test_a_law_in_force_or_of_another_place_is_not_coming() -> None:
    assert coming("Denver, CO") == []
    assert coming("Columbus, OH", posted="2027-01-01") == []
    assert coming("Columbus, OH", posted=None) == []
    assert coming("Columbus, OH", size=14) == []


def test_without_a_day_a_law_that_starts_after_the_closing_date_does_not_count() -> None:
    assert applying("Columbus, OH", posted=None, closes="2026-12-31") == []
    assert applying("Columbus, OH", posted=None, closes="2027-01-01") == ["columbus"]


def missing_pay(sources: Callable[..., Sources], **requisition: object) -> str:
    given = sources(requisition, posted=date(2026, 11, 22))._replace(facts=FACTS)
    return missing_by_law(compose(given), FACTS)["pay"].message


def test_a_coming_law_is_named_with_its_day(sources: Callable[..., Sources]) -> None:
    law = "Columbus (Columbus Ordinance 2898-2025; City Code 2335.03)"
    begin = "the pay is missing, and the law asks for it from January 1, 2027"

    assert missing_pay(sources, location="Columbus, OH", closes="2027-01-31") == f"{begin}: {law}"
    assert missing_pay(sources, location="Columbus, OH") == f"{begin}, if it is still open then: {law}"


def test_the_laws_in_force_stand_before_those_to_come(sources: Callable[..., Sources]) -> None:
    said = missing_pay(sources, location=["Dover, DE", "Columbus, OH", "Cleveland, OH"], closes="2027-09-30")

    assert said == (
        "the pay is missing, and the law asks for it: Cleveland (Cleveland Ordinance 104-2025);"
        " from January 1, 2027: Columbus (Columbus Ordinance 2898-2025; City Code 2335.03);"
        " from September 26, 2027: Delaware (19 Del. C. 709C)"
    )


def test_what_a_coming_law_asks_for_is_not_missed_where_it_is_there(sources: Callable[..., Sources]) -> None:
    given = sources({"location": "Columbus, OH", "pay": "40-50/hour"}, posted=date(2026, 11, 22))._replace(facts=FACTS)

    assert missing_by_law(compose(given), FACTS) == {}


def test_a_city_is_named_by_itself(sources: Callable[..., Sources]) -> None:
    given = sources({"location": "Cleveland, OH"}, posted=date(2026, 11, 22))._replace(facts=FACTS)

    assert missing_by_law(compose(given), FACTS)["pay"].message.endswith(": Cleveland (Cleveland Ordinance 104-2025)")


def test_the_law_speaks_first_and_nothing_is_said_twice(sources: Callable[..., Sources]) -> None:
    given = sources({"location": "Denver, CO"}, posted=date(2026, 11, 22))._replace(facts=FACTS)

    said = omissions(compose(given), given)

    by_law = ["the law asks for it" in omission.message for omission in said]
    assert by_law == sorted(by_law, reverse=True)
    assert by_law.count(True) == 5
    assert [omission.message for omission in said if not omission.message.count("the law asks")] == [
        "no employment type given", "no contact for accommodations given",
    ]  # fmt: skip
    assert all(
        omission.hint and "; see https://" in omission.hint for omission, law in zip(said, by_law, strict=True) if law
    )


def test_pay_in_words_is_quoted_beside_the_law(sources: Callable[..., Sources]) -> None:
    given = sources({"location": "Denver, CO", "pay": "DOE"}, posted=date(2026, 11, 22))._replace(facts=FACTS)

    first = omissions(compose(given), given)[0].message

    assert first.startswith(
        "pay is `DOE`, which names no figure; the pay is missing, and the law asks for it: Colorado"
    )


def test_an_internal_description_is_no_advertisement(sources: Callable[..., Sources]) -> None:
    given = sources({"location": "Denver, CO"}, template="internal", posted=date(2026, 11, 22))._replace(facts=FACTS)

    assert [said.message for said in omissions(compose(given), given) if "the law" in said.message] == []
