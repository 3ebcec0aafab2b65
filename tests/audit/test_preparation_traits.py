"""From trait rules and stances as they are written to what is looked for."""

import pytest

from jdgen.audit.preparation_traits import SORTS, lexicon, make_traits
from jdgen.audit.terms import TermError
from jdgen.audit.traits import Sign, Traits

LISTS = {"told-off": ("save your breath",)}


def test_words_and_lawful_forms_of_a_rule_are_found_by_rule_and_sort(make_rule, stances) -> None:
    rules = (
        make_rule(),
        make_rule(
            kind="trait", settings={"unwanted": ("felon[s]",)}, exceptions=("felons we serve",), unless=("fair chance",)
        ),
    )

    traits = make_traits(rules, stances, LISTS, {})

    words = ["felons", "we", "serve"]
    assert [traits.entries[label] for _, _, label in traits.words.find(words)] == [(1, "unwanted")]
    assert [traits.entries[label] for _, _, label in traits.lawful.find(words)] == [(1, "exception")]
    assert traits.gate.is_open(words)
    assert not traits.gate.is_open(["fair", "chance"])


def test_signs_keep_their_weight_and_reach_and_name_shared_lists(make_rule, stances) -> None:
    traits = make_traits((), stances, LISTS, {})

    assert [traits.signs[label] for _, _, label in traits.cues.find(["save", "your", "breath"])] == [
        Sign("refusal", 4, "any", 60)
    ]
    assert traits.signs[1] == Sign("refusal", 3, "before", 2)
    assert traits.stances["wanted"] == {"demand"}
    assert traits.bare == {"wanted": {"required"}}


def test_without_a_table_of_stances_no_trait_is_looked_for(make_rule) -> None:
    rule = make_rule(kind="trait", settings={"unwanted": ("felon",)})

    assert not make_traits((rule,), None, {}, {}).gate.is_open(["felon"])
    assert make_traits((rule,), None, {}, {}).entries == Traits().entries


def test_a_class_that_is_not_there_is_refused(make_rule, stances) -> None:
    with pytest.raises(TermError, match="names `<planet>`"):
        make_traits((make_rule(kind="trait", settings={"wanted": ("from <planet>",)}),), stances, LISTS, {})


def test_the_lexicon_of_a_rule_is_given_by_sort(make_rule) -> None:
    settings = {**{sort: (sort,) for sort in SORTS}, "gives-way-to": ("age",)}
    rule = make_rule(kind="trait", settings=settings, exceptions=("ab",), unless=("cd",))

    assert dict(lexicon(rule)) == {sort: (sort,) for sort in SORTS} | {"exception": ("ab",), "unless": ("cd",)}
