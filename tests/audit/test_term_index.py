"""Terms that stay packed until a text holds the words they need."""

import pickle

import pytest

from jdgen.audit.term_index import ContextIndex, TermIndex
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
    assert index.anchors.look_up(words.split()) == numbers


def test_one_text_after_the_other_can_be_opened(index: TermIndex) -> None:
    for words, numbers in (
        (["no"], set()),
        (["young", "nurse"], {0}),
        (["young", "aide"], {2}),
        (["young", "nurse"], {0}),
    ):
        assert index.anchors.look_up(words) == numbers


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
    kept = pickle.loads(pickle.dumps(index))  # noqa: S301 - our own bytes
    assert kept.anchors.look_up(["young", "aide"]) == {2}
    assert (list(kept), kept.unanchored) == (list(index), (1,))


def test_a_term_with_a_rare_mark_is_found_by_the_mark_and_asks_for_its_words() -> None:
    term = compile_term("pay up to <money>", marks=True)
    index = TermIndex([(term, 0)])
    assert not index.anchors.look_up(["pay", "up", "to"])
    assert index.anchors.look_up(["pay", "up", "to", "$"]) == {0}
    assert [words for words in index.patterns[0].others if words & {"pay", "up", "to"}]


def test_expressions_of_a_context_have_numbers_and_those_without_an_anchor_may_stand_anywhere() -> None:
    young, money = compile_context("young (nurse|aide) earns"), compile_context("<number> ... <number>")
    index = pickle.loads(pickle.dumps(ContextIndex([young, money])))  # noqa: S301 - our own bytes

    asked = index.asked((young.regex, money.regex))

    assert [index.regex(number) for number in asked.anchored] == [young.regex]
    assert [index.regex(number) for number in asked.anywhere] == [money.regex]


def test_expressions_that_are_asked_for_together_have_a_word_of_each_of_their_anchors() -> None:
    young, old = compile_context("young (nurse|aide)"), compile_context("old nurse")

    assert ContextIndex([young, old]).asked((young.regex,)).words == {"young"}
    assert ContextIndex([young, old]).asked((young.regex, old.regex)).words == {"young", "nurse"}


def test_an_expression_of_a_context_is_found_by_an_anchor_and_keeps_its_other_words() -> None:
    pattern = compile_context("young (nurse|aide) earns <money>")
    index = pickle.loads(pickle.dumps(ContextIndex([pattern])))  # noqa: S301 - our own bytes
    assert index.anchors.look_up(["young", "aide", "earns", "$"]) == {0}
    assert all(not words.isdisjoint({"young", "aide", "earns", "$"}) for words in index.needed(0))


def test_an_expression_nobody_knows_may_stand_anywhere_and_is_not_kept() -> None:
    index = ContextIndex([compile_context("young nurse")])

    asked = index.asked(("any",))

    assert (asked.anchored, [index.regex(number) for number in asked.anywhere]) == (frozenset(), ["any"])
    assert [index.needed(number) for number in asked.anywhere] == [()]
    kept = pickle.loads(pickle.dumps(index))  # noqa: S301 - our own bytes
    assert kept.asked(("other",)) == (frozenset(), frozenset(), (1,))
    assert kept.regex(1) == "other"


@pytest.mark.parametrize("is_kept", [False, True])
def test_the_answer_for_a_row_known_before_is_that_for_any_equal_row(*, is_kept: bool) -> None:
    young, old, number = map(compile_context, ("young nurse", "old [nurse]", "<number>"))
    rows = ((young.regex, number.regex), (old.regex,))
    index = ContextIndex([young, old, number], rows)
    if is_kept:
        index, rows = pickle.loads(pickle.dumps((index, rows)))  # noqa: S301 - our own bytes

    answers = [index.asked(row) for row in rows]

    assert answers == [index.asked((*row,)) for row in rows]
    assert [len(answer.anchored) for answer in answers] == [1, 1]
    assert [len(answer.anywhere) for answer in answers] == [1, 0]


def test_terms_that_lack_a_word_beside_their_anchor_are_left_out_and_the_others_come_in_order(index: TermIndex) -> None:
    words = ["young", "aide", "or", "young", "nurse"]

    assert index.look_up(words, frozenset(words)) == [0]
    assert index.look_up(words, frozenset([*words, "only"])) == [0, 2]


def test_an_index_finds_the_same_after_it_was_kept(index: TermIndex) -> None:
    words = ["only", "young", "aide"]
    kept = pickle.loads(pickle.dumps(index))  # noqa: S301 - our own bytes

    assert kept.look_up(words, frozenset(words)) == index.look_up(words, frozenset(words)) == [2]


def test_an_expression_is_asked_for_by_the_rarest_word_of_its_anchor() -> None:
    pattern = compile_context("go without")

    assert ContextIndex([pattern]).asked((pattern.regex,)).words == {"without"}
    assert ContextIndex([pattern], frequency={"without": 2}).asked((pattern.regex,)).words == {"go"}
