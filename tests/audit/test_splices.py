"""Comma splices: clauses that only commas join, each judged by its own words."""

from pathlib import Path

import pytest
import yaml

from jdgen.audit.splices import Clauses, cut_splices
from jdgen.audit.traits import Traits
from jdgen.audit.view import View
from jdgen.ingest.reader import read_document

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "audit" / "run-ons.yaml").read_text(encoding="utf-8"))
FOUND = [(category, line) for category, lines in CASES["found"].items() for line in lines]


def _cut(text: str, ruleset) -> tuple[View, Clauses | None]:
    view = View(read_document(text.encode(), "ad.txt"))
    return view, cut_splices(view, ruleset, range(len(view.all_sentences)))


@pytest.mark.parametrize(("category", "line"), FOUND)
def test_a_clause_is_not_excused_by_the_clause_beside_it(category: str, line: str, run_case) -> None:
    assert category in [one.category for one in run_case(line).findings if one.severity == "error"]


@pytest.mark.parametrize("line", CASES["right"])
def test_a_run_on_line_without_an_unlawful_clause_is_right(line: str, run_case) -> None:
    assert [(one.rule, one.matched) for one in run_case(line).findings if one.severity != "info"] == []


@pytest.mark.parametrize("marked", CASES["cut"])
def test_clauses_begin_at_a_subject_with_its_verb_a_demand_and_an_order(marked: str, shipped_rules) -> None:
    text = marked.replace("|", "")
    view, cut = _cut(text, shipped_rules)

    sentences = cut.view.all_sentences if cut else view.all_sentences
    written = [text[one.start : one.end] for one in sentences]

    assert written == marked.replace("; ", "; |").split("|")


def test_the_numbers_are_those_of_the_clauses_that_came_of_a_cut(shipped_rules) -> None:
    _, cut = _cut("Hello. We serve elders, you drive. Thank you. We cook, you eat, they sleep.", shipped_rules)

    assert [cut.view.text[slice(*cut.view.all_sentences[at][:2])].strip() for at in cut.numbers] == [
        "we serve elders,",
        "you drive.",
        "we cook,",
        "you eat,",
        "they sleep.",
    ]


def test_only_the_sentences_asked_for_are_cut(shipped_rules) -> None:
    view, _ = _cut("We cook, you eat. We serve elders, you drive.", shipped_rules)

    assert cut_splices(view, shipped_rules, [1]).numbers == (1, 2)


def test_without_signs_of_clauses_nothing_is_cut(shipped_rules) -> None:
    assert _cut("We cook, you eat.", shipped_rules._replace(traits=Traits()))[1] is None


def test_an_ad_in_one_line_loses_none_of_its_demands(run_case) -> None:
    line = (
        "Must be a recent college graduate, no older workers as the job is physically demanding, native English speaker, "
        "U.S. citizens only, benefits after 90 days, we serve elderly patients, and we welcome all faiths, call Pat."
    )

    assert [one.rule for one in run_case(line).findings if one.severity == "error"] == [
        "age.recent-graduate",
        "age.old-unwanted",
        "national-origin.native-speaker",
        "citizenship.citizens-only",
    ]
