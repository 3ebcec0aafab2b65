"""Clauses that refuse whatever the reason beside them, and sentences that refuse what the one before them names."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jdgen.audit.hit import Context, Hit
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
    "weights": {"name": -5, "subject": 0.5, "preceding-head": 0.9, "own-head": 0.5, "reply": 4, "fade": 0.06, "least": 0.3},
    "reach": {"head": 5, "subject": 6, "governor": 14, "after": 9, "name": 5, "denial": 4, "questions": 4},
    "roles": {}, "heads": {"-3": "clients"}, "governors": {}, "after": {}, "openings": {"-1.5": "our clients"}, "denials": {},
    "name-heads": "clinic", "stops": "and", "answers": ["we do not"], "served": ["clients need"], "demands": ["applicants"],
    "refusals": ["can't be hired"], "lawful-reasons": ["the law"], "replies": ["hire them", "not for us"], "retorts": ["you must not"],
}, WhoTable)  # fmt: skip
SIGNS = replace(_SIGNS, reasons=SHIPPED.reasons)


def _hits(text: str, make_rule, **fields: object) -> list[Hit]:
    rule = make_rule(**{"terms": ("felon[s]",), "category": "criminal-record", **fields})
    view = View(read_document(text.encode(), "ad.txt"))
    return list(check(view, make_ruleset((rule,), SIGNS), Context(date(2026, 11, 22))))


@pytest.mark.parametrize(
    "text",
    [
        "Our clients need you, so a felon can't be hired.",
        "Our clients need you so a felon can't be hired.",
        "Our clients need you, hence a felon can't be hired.",
        "Our clients need you; therefore, a felon can't be hired.",
        "Our clients need you, which is why a felon can't be hired.",
        "Our clients need you: a felon can't be hired.",
        "Our clients need you - a felon can't be hired.",
        "Because clients need you, a felon can't be hired.",
        "A felon can't be hired because our clients need you.",
        "A felon can't be hired, since our clients need you.",
    ],
)
def test_the_people_served_are_no_excuse_for_a_clause_that_refuses(text: str, make_rule) -> None:
    assert _hits(text, make_rule)
    assert _hits(text, make_rule, unless=("clients",))


@pytest.mark.parametrize(
    "text",
    [
        "Clients need a felon, so come.",
        "Clients need to hear a felon can't be hired there.",
        "Clients need you, so that a felon can't be hired.",
        "Clients need you since 1990 a felon can't be hired.",
        "Clients need to hear what is not said: a felon can't be hired.",
        "Clients need you, so a felon can't be hired under the law.",
        "Clients need you as felons, so drivers can't be hired.",
    ],
)
def test_a_sentence_without_such_a_clause_is_read_as_a_whole(text: str, make_rule) -> None:
    assert not _hits(text, make_rule)


def test_what_makes_a_hit_right_may_stand_in_the_clause_that_refuses(make_rule) -> None:
    assert not _hits("They need you, so a felon with an order can't be hired.", make_rule, unless=("order",))


def test_the_clause_that_refuses_decides_whom_it_speaks_of(make_rule) -> None:
    text = "Our clients are here, so a felon can't be hired."

    assert _hits(text, make_rule, about="not-served")
    assert not _hits("Our clients are here and a felon too.", make_rule, about="not-served")


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("A felon? Not for us.", True),
        ("A felon? An addict? Not for us.", True),
        ("Our clients need a felon. You must not be one.", True),
        ("A felon? We do not hire them.", True),
        ("A felon? You are welcome.", False),
        ("A felon? Hired here. Not for us.", False),
        ("A felon comes by. They are not for us.", False),
        ("A felon?\n\nNot for us.", False),
        ("A felon.", False),
        ("A felon? Not for us, an order says.", False),
        ("A felon? You must not.", False),
    ],
)
def test_the_words_a_rule_needs_may_stand_in_a_reply_that_refuses(text: str, fires: bool, make_rule) -> None:  # noqa: FBT001 - a parameter of the test
    assert bool(_hits(text, make_rule, needs=("not", "hired"), unless=("order",))) is fires


def test_a_reply_needs_the_words_of_the_rule_all_the_same(make_rule) -> None:
    assert not _hits("A felon? Not for us.", make_rule, needs=("dismissed",))


def test_the_decision_names_the_reply(make_rule) -> None:
    (hit,) = _hits("Clients are felons. You must not be one.", make_rule, about="applicant", needs=("not",))

    assert "answered by “You must not be one.” +4.0" in hit.reason
