"""From rules and signs as people write them to those that run."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jdgen.audit.lookup import Lookup
from jdgen.audit.preparation import make_ruleset, who_words
from jdgen.audit.ruleset import Ruleset
from jdgen.audit.terms import TermError
from jdgen.load.project import open_workspace
from jdgen.load.records import as_record
from jdgen.load.rules import load_who
from jdgen.model.rule import WhoTable

WHO = as_record(
    {
        "weights": {"name": -5},
        "reach": {"head": 5},
        "roles": {"duties": -1.3},
        "heads": {"3": "applicant team-member", "-3": "client\n  patients"},
        "governors": {"2.2": "must be|seeking\n  |", "-2.2": "care  for"},
        "after": {"2": "preferred"},
        "openings": {"1": "you are"},
        "denials": {"-6": "not required"},
        "name-heads": "clinic hospital",
        "stops": "and or",
    },
    WhoTable,
)


def test_every_term_is_a_pattern_with_the_number_of_its_rule(make_rule) -> None:
    ruleset = make_ruleset((make_rule(terms=("ninja", "guru")), make_rule(id="test.other", terms=("rock star",))), WHO)

    assert [(pattern.term, number) for pattern, number in ruleset.terms] == [
        ("ninja", 0),
        ("guru", 0),
        ("rock star", 1),
    ]
    assert [ready.id for ready in ruleset.rules] == ["test.words", "test.other"]


def test_terms_of_other_kinds_say_the_thing_is_there(make_rule) -> None:
    ruleset = make_ruleset((make_rule(kind="missing", terms=("<money>",)),), WHO)

    assert len(ruleset.terms) == 0
    assert [pattern.term for pattern in ruleset.rules[0].present] == ["<money>"]


def test_what_the_rule_says_is_taken_over(make_rule) -> None:
    fields = {
        "about": "applicant", "lean": 1.5, "exact_case": True, "names": True, "negated": True, "effective_from": "2027-01-01",
        "effective_to": "2027-06-30", "min_employees": 15, "clauses": ("g01",), "settings": {"share": 80}, "confidence": "V2",
        "sources": ("https://a.example",), "roles": ("duties",), "not_roles": ("pay",), "places": ("CO",),
        "replacements": {"Utilize": "use"},
    }  # fmt: skip

    (ready,) = make_ruleset((make_rule(**fields),), WHO).rules

    kept = {name: getattr(ready, name) for name in fields}
    assert kept == fields | {
        "effective_from": date(2027, 1, 1),
        "effective_to": date(2027, 6, 30),
        "roles": {"duties"},
        "not_roles": {"pay"},
        "places": {"CO"},
        "replacements": {"utilize": "use"},
    }
    assert ready.checked == "2026-11-22"


@pytest.mark.parametrize("name", ["exceptions", "unless", "needs"])
def test_words_of_the_context_are_expressions(name: str, make_rule) -> None:
    (ready,) = make_ruleset((make_rule(**{name: ("young (adult|people)",)}),), WHO).rules

    assert re.search(getattr(ready, name)[0], "for young people")


@pytest.mark.parametrize("name", ["exceptions", "unless", "needs"])
def test_words_of_the_context_are_kept_with_the_words_they_need(name: str, make_rule) -> None:
    ruleset = make_ruleset((make_rule(**{name: ("young (adult|people): <money>",)}),), WHO)
    (regex,) = getattr(ruleset.rules[0], name)

    assert _may_stand(ruleset, regex, ["young", "people", ":", "$"])
    assert not _may_stand(ruleset, regex, ["young", "people", ":"])
    assert not _may_stand(ruleset, regex, ["elder", ":", "$"])


def _may_stand(ruleset: Ruleset, expression: str, row: list[str]) -> bool:
    index, tokens = ruleset.contexts, frozenset(row)
    asked = index.asked((expression,))
    (number,) = asked.anchored
    is_near = number in index.anchors.look_up(row) and not asked.words.isdisjoint(row) and not asked.anywhere
    return is_near and not any(map(tokens.isdisjoint, index.needed(number)))


def test_promises_and_what_takes_them_back_are_kept_with_the_words_they_need() -> None:
    names = ("disclaimers", "strong_disclaimers", "conditions", "answers", "served", "demands")
    table = replace(WHO, **{name: (f"never {name}",) for name in names})

    ruleset = make_ruleset((), table)

    for name in names:
        (expression,) = getattr(ruleset.who, name)
        assert re.search(expression, f"never {name}")
        assert not _may_stand(ruleset, expression, ["we", "hire"])
        assert _may_stand(ruleset, expression, ["never", *name.split("_"), "_"])


def test_a_list_is_written_out_wherever_a_rule_names_it(make_rule) -> None:
    table = replace(WHO, lists={"served": ("client", "patient")})

    ruleset = make_ruleset((make_rule(terms=("@served",), unless=("@served", "youth"), needs=("@served",)),), table)

    assert [pattern.term for pattern, _ in ruleset.terms] == ["client", "patient"]
    assert (len(ruleset.rules[0].unless), len(ruleset.rules[0].needs)) == (3, 2)


@pytest.mark.parametrize(
    ("fields", "reach"),
    [({}, "sentence"), ({"within": "block"}, "block"), ({"within": "block", "unless_within": "near"}, "near")],
)
def test_unless_looks_where_needs_does_if_not_told_otherwise(fields: dict[str, str], reach: str, make_rule) -> None:
    (ready,) = make_ruleset((make_rule(**fields),), WHO).rules

    assert ready.unless_within == reach


def test_the_words_of_a_trait_are_no_settings_any_more_and_the_others_stay(make_rule) -> None:
    (ready,) = make_ruleset(
        (make_rule(kind="trait", settings={"wanted": ("local",), "gives-way-to": ("age",)}),), WHO
    ).rules

    assert ready.settings == {"gives-way-to": ("age",)}


@pytest.mark.parametrize("name", ["terms", "exceptions", "unless", "needs"])
def test_a_term_that_cannot_be_read_is_refused(name: str, make_rule) -> None:
    with pytest.raises(TermError, match=re.escape("`(young` lacks a `)`")):
        make_ruleset((make_rule(**{name: ("(young",)}),), WHO)


def test_only_a_rule_about_titles_may_do_without_a_word_that_must_occur(make_rule) -> None:
    with pytest.raises(TermError, match="no word that must occur"):
        make_ruleset((make_rule(terms=("<number>",)),), WHO)

    assert make_ruleset((make_rule(terms=("<number>",), roles=("title",)),), WHO).terms.unanchored == (0,)


def test_signs_are_turned_from_weight_to_words_into_word_to_weight() -> None:
    words = who_words(WHO)

    assert words.heads == {"applicant": 3, "team member": 3, "client": -3, "patients": -3}
    assert words.governors == {"must be": 2.2, "seeking": 2.2, "care for": -2.2}
    assert (words.after, words.openings, words.denials) == ({"preferred": 2}, {"you are": 1}, {"not required": -6})
    assert (words.roles, words.weights, words.reach) == ({"duties": -1.3}, {"name": -5}, {"head": 5})
    assert (words.name_heads, words.stops) == ({"clinic", "hospital"}, {"and", "or"})


def test_the_ids_and_the_facts_come_along(make_rule) -> None:
    lookup = Lookup()

    ruleset = make_ruleset((make_rule(), make_rule(id="test.other")), WHO, lookup=lookup)

    assert ruleset.lookup is lookup
    assert ruleset.known == {"test.words", "test.other"}
    assert make_ruleset((), WHO).lookup == Lookup()


def test_the_shipped_signs_are_words_a_text_can_hold() -> None:
    words = who_words(load_who(open_workspace(Path(__file__)).search))
    tables = (words.heads, words.governors, words.after, words.openings, words.denials)

    assert all(tables)
    assert [
        phrase for table in tables for phrase in table if phrase != phrase.lower() or phrase != " ".join(phrase.split())
    ] == []
