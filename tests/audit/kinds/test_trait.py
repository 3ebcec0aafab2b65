"""Rules that join a trait with what its clause does with it."""

from dataclasses import replace
from pathlib import Path

import pytest

from jdgen.audit.hit import Hit
from jdgen.audit.kinds.trait import check, without_repeats
from jdgen.audit.phrase_book import END, read_phrase
from jdgen.audit.preparation import make_ruleset
from jdgen.audit.preparation_traits import SORTS, lexicon
from jdgen.audit.view import View
from jdgen.ingest.reader import read_document
from jdgen.load.project import open_workspace
from jdgen.load.rules import load_rules, load_who

TRAIT_RULES = [rule for rule in load_rules(open_workspace(Path(__file__)).search) if rule.kind == "trait"]
CLASSES = {
    f"<{name}>": words.split()[0]
    for name, words in load_who(open_workspace(Path(__file__)).search).stance.classes.items()
}


@pytest.fixture
def found(rule, find, stances):
    def run(text: str, **fields):
        asked = rule(
            "trait",
            category="criminal-record",
            **{"settings": {"unwanted": ("felon[s]",), "wanted": ("spotless",)}} | fields,
        )
        return find(check, text, asked, stance=stances)

    return run


def test_a_trait_with_a_stance_is_found_and_says_why(found) -> None:
    hits = found("We work in teams. Felons need not apply.")

    assert hits.words == ["Felons"]
    assert hits.hits[0].reason.startswith("refusal “need not apply” +4.0; ")
    assert hits.hits[0].fills == {"stance": "“need not apply”"}


@pytest.mark.parametrize(("share", "severity"), [(1, None), (0, "warning")])
def test_the_signs_of_the_applicant_count_the_share_that_the_table_says(
    share: float, severity: str | None, rule, find, stances
) -> None:
    limits = replace(stances.limits, share=share)
    trait = rule("trait", category="criminal-record", severity="error", settings={"unwanted": ("felon[s]",)})

    (hit,) = find(check, "Applicants: seeking no felons.", trait, stance=replace(stances, limits=limits)).hits

    assert hit.severity == severity


@pytest.mark.parametrize("text", ["Felons live here.", "Need not apply.", 'We never say "felons need not apply".'])
def test_a_trait_alone_a_stance_alone_and_quoted_words_are_right(text: str, found) -> None:
    assert found(text).words == []


def test_the_people_served_take_off(found) -> None:
    assert found("We serve clients who are felons; not hire.").words == []


def test_a_clause_is_judged_alone_where_a_comma_joins_it_to_another(found) -> None:
    hits = found("Felons need not apply, we welcome guests.", severity="error")

    assert found("Felons need not apply and we welcome guests.").words == []
    assert (hits.words, [hit.severity for hit in hits.hits]) == (["Felons"], [None])


def test_each_clause_tells_its_own_trait(found) -> None:
    assert set(found("Felons need not apply, no felon.").words) == {"Felons", "felon"}


def test_a_clear_stance_is_an_error_and_a_weak_one_a_warning(found) -> None:
    texts = ("Felons need not apply.", "There are no felons here.")
    severities = [hit.severity for text in texts for hit in found(text, severity="error").hits]

    assert severities == [None, "warning"]


def test_of_several_traits_of_a_rule_the_clearest_is_found(found) -> None:
    assert found("No felons, felons need not apply.").words == ["felons"]
    assert found("No felons, felons need not apply.").hits[0].start == len("No felons, ")


def test_a_lawful_form_around_a_trait_makes_it_right_and_one_that_overlaps_does_not(found) -> None:
    assert found("No former felons.", exceptions=("former felons",)).words == []
    assert found("No felons here.", settings={"unwanted": ("no felons",)}, exceptions=("felons here",)).words == []


def test_an_outright_refusal_counts_in_a_lawful_form_and_beside_the_people_served(found) -> None:
    assert found("Former felons need not apply.", exceptions=("former felons",)).words == ["felons"]
    assert found("We serve felons who need not apply.").words == ["felons"]


def test_a_sentence_that_only_says_who_is_wanted_counts_in_a_lawful_form(found) -> None:
    trait = {"settings": {"wanted": ("spotless",)}, "exceptions": ("spotless nurses",)}

    assert found("Spotless nurses wanted.", **trait).words == ["Spotless"]
    assert found("Spotless nurses wanted help.", **trait).words == []


def test_words_elsewhere_make_a_sentence_right(found) -> None:
    assert found("No felons, says a fair chance foe.", unless=("fair chance",)).words == []


def test_the_answer_to_a_question_counts(found) -> None:
    assert found("Felons? Need not apply, not hire.").words == ["Felons"]


def test_a_rule_for_some_sections_looks_only_there(found) -> None:
    assert found("Felons need not apply.", roles=("required",)).words == []


def test_a_trait_gives_way_to_another_kind_that_says_the_same_of_a_sentence(rule, stances) -> None:
    view = View(read_document(b"Felons need not apply. Smokers neither.", "ad.txt"))

    def ready(**fields):
        who = replace(load_who(open_workspace(Path(__file__)).search), stance=stances)
        return make_ruleset((rule(**fields),), who).rules[0]

    trait = ready(kind="trait", category="criminal-record")
    mine = [Hit(trait, 0, 6), Hit(trait, 23, 30)]

    same = Hit(ready(category="criminal-record"), 7, 21)
    of_another_category = Hit(ready(category="age"), 24, 26)
    weak = Hit(ready(category="criminal-record", severity="info"), 7, 21)

    assert without_repeats([*mine, same], view) == [mine[1], same]
    assert without_repeats([*mine, of_another_category], view) == [mine[0], of_another_category]
    style = Hit(ready(category="style", kind="measure"), 0, len("Felons need not apply."))

    assert without_repeats([*mine, weak], view) == [*mine, weak]
    assert without_repeats([*mine, style], view) == [*mine, style]


def _wordings(term: str) -> list[list[str]]:
    """Return one wording for each first word of a term."""
    return [[_word(word), *_rest(below[0])] for word, below in read_phrase(term, 0).items()]


def _rest(node) -> list[str]:
    if END in node:
        return []
    word, below = next(iter(node.items()))
    return [_word(word), *_rest(below[0])]


def _word(word: str) -> str:
    return "thing" if word == "_" else "40" if word == "<age>" else CLASSES.get(word, word)


@pytest.mark.parametrize("rule", TRAIT_RULES, ids=lambda rule: rule.id)
def test_every_term_of_a_trait_is_found_in_the_wording_it_has(rule, shipped_rules) -> None:
    """The gate lets each through, and the book finds it: no term is dead."""
    traits = shipped_rules.traits
    number = [one.id for one in shipped_rules.rules].index(rule.id)
    terms = [(sort, term) for sort, terms in lexicon(rule) if sort in SORTS for term in terms]

    dead = [
        " ".join(words)
        for sort, term in terms
        for words in _wordings(term)
        if not traits.gate.is_open(words)
        or (number, sort) not in {traits.entries[label] for *_, label in traits.words.find(words)}
    ]

    assert terms
    assert dead == []
