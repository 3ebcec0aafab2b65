"""Sentences in which rules on applicants are silent, with a small table of words and a rule that finds `felony`."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jdgen.audit.hit import Context
from jdgen.audit.kinds.phrase import check
from jdgen.audit.preparation import make_ruleset
from jdgen.audit.view import View
from jdgen.ingest.reader import read_document
from jdgen.load.project import open_workspace
from jdgen.load.records import as_record
from jdgen.load.rules import load_who
from jdgen.model.rule import WhoTable

SHIPPED = load_who(open_workspace(Path(__file__)).search)
_SIGNS = as_record({
    "weights": {"name": -5}, "reach": {"denial": 4, "questions": 4}, "roles": {}, "heads": {}, "governors": {}, "after": {}, "openings": {}, "denials": {},
    "name-heads": "clinic", "stops": "and",
    "disclaimers": ["not required"],
    "strong-disclaimers": ["we never ask"],
    "conditions": ["except"],
    "answers": ["only after"],
    "served": ["clients who"],
    "demands": ["must"],
}, WhoTable)  # fmt: skip
SIGNS = replace(_SIGNS, reasons=SHIPPED.reasons, not_demanded=SHIPPED.not_demanded)


def _fires(text: str, make_rule, **fields: object) -> bool:
    rule = make_rule(**{"terms": ("felony",), "category": "criminal-record", **fields})
    view = View(read_document(text.encode(), "ad.txt"))
    return bool(list(check(view, make_ruleset((rule,), SIGNS), Context(date(2026, 11, 22)))))


@pytest.mark.parametrize("category", ["criminal-record", "privacy", "scam", "legal"])
@pytest.mark.parametrize("negated", [False, True])
def test_a_strong_promise_silences_every_rule_on_applicants(category: str, negated: bool, make_rule) -> None:  # noqa: FBT001 - a parameter of the test
    assert _fires("A felony ends it.", make_rule, category=category, negated=negated)
    assert not _fires("We never ask about a felony.", make_rule, category=category, negated=negated)


@pytest.mark.parametrize(
    ("category", "negated", "fires"), [("legal", True, True), ("legal", False, False), ("criminal-record", True, False)]
)
def test_a_denial_that_a_rule_on_wages_looks_for_is_no_promise(
    category: str,
    negated: bool,  # noqa: FBT001 - a parameter of the test
    fires: bool,  # noqa: FBT001 - a parameter of the test
    make_rule,
) -> None:
    fields = {"terms": ("we never ask for hours",), "category": category, "negated": negated}

    assert _fires("We never ask for hours on the sheet.", make_rule, **fields) is fires
    assert not _fires("We never ask, and we never ask for hours.", make_rule, **{**fields, "terms": ("hours",)})


@pytest.mark.parametrize(("negated", "fires"), [(False, False), (True, True)])
def test_an_answer_that_only_begins_like_one_silences_no_rule_that_fires_on_denials(
    negated: bool,  # noqa: FBT001 - a parameter of the test
    fires: bool,  # noqa: FBT001 - a parameter of the test
    make_rule,
) -> None:
    assert _fires("A felony? Only after lunch.", make_rule, negated=negated) is fires
    assert not _fires("A felony? We never ask.", make_rule, negated=negated)


def test_other_rules_hear_of_no_promise(make_rule) -> None:
    assert _fires("We never ask about a felony.", make_rule, category="style")


@pytest.mark.parametrize(
    ("category", "negated", "fires"),
    [("criminal-record", False, False), ("criminal-record", True, True), ("scam", False, True)],
)
def test_a_weak_promise_counts_only_where_denials_do(category: str, negated: bool, fires: bool, make_rule) -> None:  # noqa: FBT001 - a parameter of the test
    assert _fires("A felony is not required.", make_rule, category=category, negated=negated) is fires


def test_a_condition_takes_the_promise_back(make_rule) -> None:
    assert _fires("We never ask, except about a felony.", make_rule)


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("We never ask, but a felony ends it.", True),
        ("We never ask, though a felony ends it.", True),
        ("We never ask about debts, but no felony.", False),
        ("We never ask about debts but never about a felony either.", False),
        ("A felony is a felony, but we never ask.", False),
        ("Tell your story, but we never ask about a felony.", False),
        ("We never ask and have not yet asked about a felony.", False),
    ],
)
def test_a_promise_before_a_turn_does_not_hold_behind_it(text: str, fires: bool, make_rule) -> None:  # noqa: FBT001 - a parameter of the test
    assert _fires(text, make_rule) is fires


def test_a_promise_of_another_sentence_changes_nothing(make_rule) -> None:
    assert _fires("We never ask. No felony.", make_rule)


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("A felony? Only after you accept.", False),
        ("A felony? We never ask.", False),
        ("A felony? A debt? A divorce? Only after you accept.", False),
        ("A felony? 2? 3? 4? 5? 6? Only after you accept.", True),
        ("A felony? We never ask, except at night.", True),
        ("A felony? Only after you accept, except at night.", True),
        ("A felony? Stay away.", True),
        ("A felony. Only after you accept.", True),
        ("A felony? Stay away, or write only after you move.", True),
        ("A felony?\n\nOnly after you accept.", True),
        ("A felony?", True),
    ],
)
def test_a_question_is_answered_by_the_next_sentence_of_its_block(text: str, fires: bool, make_rule) -> None:  # noqa: FBT001 - a parameter of the test
    assert _fires(text, make_rule) is fires


def test_a_sentence_about_the_people_served_is_right(make_rule) -> None:
    assert not _fires("Clients who carry a felony come to us.", make_rule)
    assert _fires("Clients who carry a felony come to us, and you must not.", make_rule)
    assert _fires("Clients who carry a felony come to us.", make_rule, category="scam")


def test_words_that_begin_with_the_turn_stand_behind_it(make_rule) -> None:
    assert _fires("We never ask, but a felony ends it.", make_rule, terms=("but a felony",))
    assert not _fires("We never ask about a felony, but come in.", make_rule, terms=("a felony",))


SENDS_AWAY = [
    ("We welcome all faiths, but Sunday worshippers should look elsewhere.", "legal.welcome-taken-back"),
    ("Every age is welcome, though slowpokes need not apply.", "legal.welcome-taken-back"),
    ("We do not ask for photos, but please attach one.", "privacy.asked-after-all"),
    ("You need not send a photo, but one would be appreciated.", "privacy.asked-after-all"),
    ("No photo required, though please include one.", "privacy.photo-asked"),
]
KEPT = [
    "We do not ask for photos, but please attach your resume.",
    "No birth date is needed, but please add your license number.",
    "We welcome all ages, but some of our clients look elsewhere for care.",
    "We welcome applicants of any age, but you must not apply twice.",
    "We respect every religion, but shifts do not always fit holidays.",
    "We never ask about disability, but please tell us what you need for the interview.",
    "Every nationality is welcome, but work authorization cannot be sponsored.",
]


@pytest.mark.parametrize(("text", "rule"), SENDS_AWAY)
def test_a_promise_that_its_second_half_takes_back_is_found(text: str, rule: str, run_case) -> None:
    assert [one.rule for one in run_case(text).findings if one.severity != "info"] == [rule]


@pytest.mark.parametrize("text", KEPT)
def test_a_promise_whose_second_half_speaks_of_something_else_stands(text: str, run_case) -> None:
    assert [one.rule for one in run_case(text).findings if one.severity != "info"] == []


DENIED = [
    "No green card required.",
    "No green card is needed here.",
    "A green card is not required.",
    "Green card not necessary.",
    "Green cards are not expected.",
    "A green card or passport is not required.",
    "You do not need a green card.",
    "You need no green card to apply.",
    "There is no need for a green card.",
    "A green card need not be shown.",
    "No green card needed, but come early.",
]
NOT_DENIED = [
    "No passport, green card required.",
    "No passport required, green card needed.",
    "Green card and experience is not required.",
    "Green card only, a degree is not required.",
    "A green card is not required of clients.",
    "No green card required, but one must come later.",
    "You do not need a passport if you have a green card.",
    "No green card and a degree is required.",
    "You must hold a green card not required elsewhere.",
]


@pytest.mark.parametrize("negated", [False, True])
def test_nobody_is_blamed_for_a_demand_that_the_sentence_denies(make_rule, *, negated: bool) -> None:
    fields = {"terms": ("green card[s]",), "category": "citizenship", "negated": negated}

    assert [text for text in DENIED if _fires(text, make_rule, **fields)] == []


def test_a_demand_that_stands_beside_a_denial_is_none_of_it(make_rule) -> None:
    fields = {"terms": ("green card[s]",), "category": "citizenship", "negated": True}

    assert [text for text in NOT_DENIED if not _fires(text, make_rule, **fields)] == []


def test_a_rule_on_scams_hears_of_no_such_denial(make_rule) -> None:
    assert _fires("No interview needed.", make_rule, terms=("interview",), category="scam", negated=True)


@pytest.mark.parametrize(
    "text",
    [
        "No smokers needed.",
        "No smokers over forty required.",
        "Smokers are not needed.",
        "You do not need smokers.",
        "No tattoo needed, smokers.",
    ],
)
def test_people_who_are_not_needed_are_refused(text: str, make_rule) -> None:
    assert _fires(text, make_rule, terms=("smokers",), category="tobacco-cannabis", negated=True)


def test_what_is_held_against_people_is_not_asked_for(make_rule) -> None:
    record = {"terms": ("record",), "category": "criminal-record", "negated": True}

    assert _fires("No criminal record required.", make_rule, **record)
    assert not _fires("No clean record required.", make_rule, **record)


@pytest.mark.parametrize(
    "text",
    [
        "No citizenship required.",
        "No native English is required.",
        "No background check required.",
        "No church membership required.",
        "Perfect attendance is not required.",
        "You do not need U.S. citizenship.",
        "No salary history required.",
        "No union membership required.",
        "There is no need for military service.",
        "No pregnancy test needed.",
    ],
)
def test_denied_demands_are_right_with_every_shipped_rule(text: str, run_case) -> None:
    assert [one.rule for one in run_case(text).findings if one.severity != "info"] == []


@pytest.mark.parametrize(
    "text",
    [
        "No felons needed.",
        "No criminal record required.",
        "No accent, English required.",
        "No pregnant women; lifting is required.",
        "Native English is not required but preferred.",
        "There is no need for a union here.",
    ],
)
def test_refusals_that_look_like_a_denial_are_found(text: str, run_case) -> None:
    assert [one.rule for one in run_case(text).findings if one.severity != "info"]


@pytest.mark.parametrize(
    "text",
    [
        "Recent graduates of the drug court program come to you for help.",
        "Our staff are 24 to 70 years old, and you are welcome at any age.",
    ],
)
def test_what_only_tells_of_people_is_no_demand(text: str, run_case) -> None:
    assert [one.rule for one in run_case(text).findings if one.severity != "info"] == []


def test_a_demand_beside_people_of_all_ages_is_found(run_case) -> None:
    text = "Candidates between 24 and 40 only, and we serve people of all ages."

    assert [one.category for one in run_case(text).findings if one.severity == "error"] == ["age"]
