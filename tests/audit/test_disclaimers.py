"""Sentences in which rules on applicants are silent, with a small table of words and a rule that finds `felony`."""

from datetime import date

import pytest

from jdgen.audit.hit import Context
from jdgen.audit.kinds.phrase import check
from jdgen.audit.preparation import make_ruleset
from jdgen.audit.view import View
from jdgen.ingest.reader import read_document
from jdgen.load.records import as_record
from jdgen.model.rule import WhoTable

SIGNS = as_record({
    "weights": {"name": -5}, "roles": {}, "heads": {}, "governors": {}, "after": {}, "openings": {}, "denials": {},
    "name-heads": "clinic", "stops": "and",
    "disclaimers": ["not required"],
    "strong-disclaimers": ["we never ask"],
    "conditions": ["except"],
    "answers": ["only after"],
    "served": ["clients who"],
    "demands": ["must"],
}, WhoTable)  # fmt: skip


def _fires(text: str, make_rule, **fields: object) -> bool:
    rule = make_rule(**{"terms": ("felony",), "category": "criminal-record", **fields})
    view = View(read_document(text.encode(), "ad.txt"))
    return bool(list(check(view, make_ruleset((rule,), SIGNS), Context(date(2026, 11, 22)))))


@pytest.mark.parametrize("category", ["criminal-record", "privacy", "scam", "legal"])
@pytest.mark.parametrize("negated", [False, True])
def test_a_strong_promise_silences_every_rule_on_applicants(category: str, negated: bool, make_rule) -> None:  # noqa: FBT001 - a parameter of the test
    assert _fires("A felony ends it.", make_rule, category=category, negated=negated)
    assert not _fires("We never ask about a felony.", make_rule, category=category, negated=negated)


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
