"""Terms that stay packed until a text holds the words they need."""

import pickle

import pytest

from jdgen.audit.term_index import NeededWords, TermIndex
from jdgen.audit.terms import compile_context, compile_term


@pytest.fixture
def index() -> TermIndex:
    """Return three terms of two rules."""
    terms = [("young nurse", 0), ("<number>", 2), ("only ... young (aide|helper)", 2)]
    return TermIndex([(compile_term(term, anchored=False), rule) for term, rule in terms])


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("a young nurse", {0}),
        ("young helper wanted", {2}),
        ("young nurse and young aide", {0, 2}),
        ("young", set()),
        ("nothing here", set()),
    ],
)
def test_terms_are_found_by_the_words_they_need(index: TermIndex, words: str, numbers: set[int]) -> None:
    index.open(frozenset(words.split()))

    assert index.look_up(words.split()) == numbers


def test_one_text_after_the_other_can_be_opened(index: TermIndex) -> None:
    for words, numbers in (
        (["no"], set()),
        (["young", "nurse"], {0}),
        (["young", "aide"], {2}),
        (["young", "nurse"], {0}),
    ):
        index.open(frozenset(words))
        assert index.look_up(words) == numbers


def test_every_term_keeps_its_rule_its_expression_and_its_other_words(index: TermIndex) -> None:
    assert len(index) == 3
    assert [(pattern.term, rule) for pattern, rule in index] == [
        ("young nurse", 0),
        ("<number>", 2),
        ("only ... young (aide|helper)", 2),
    ]
    assert index.patterns[2].regex == compile_term("only ... young (aide|helper)").regex
    assert index.patterns[2].others == (frozenset({"only"}),)


def test_terms_without_a_word_stand_apart(index: TermIndex) -> None:
    assert index.unanchored == (1,)


def test_an_index_can_be_kept_between_runs_also_after_use(index: TermIndex) -> None:
    index.open(frozenset({"young", "nurse"}))

    kept = pickle.loads(pickle.dumps(index))  # noqa: S301 - our own bytes
    kept.open(frozenset({"young", "aide"}))

    assert kept.look_up(["young", "aide"]) == {2}
    assert (list(kept), kept.unanchored) == (list(index), (1,))


def test_an_expression_may_stand_where_one_word_of_each_set_does() -> None:
    pattern = compile_context("young (nurse|aide) earns <money>")
    needed = pickle.loads(pickle.dumps(NeededWords([pattern])))  # noqa: S301 - our own bytes

    assert needed.that_may_stand((pattern.regex,), frozenset({"young", "aide", "earns", "$"}))
    assert needed.that_may_stand((pattern.regex,), frozenset({"young", "aide", "earns", "$", "more"}))
    for missing in ("young", "aide", "earns", "$"):
        assert not needed.that_may_stand((pattern.regex,), frozenset({"young", "aide", "earns", "$"} - {missing}))


def test_an_expression_nobody_knows_may_stand_anywhere() -> None:
    assert NeededWords().that_may_stand(("any",), frozenset()) == ["any"]
