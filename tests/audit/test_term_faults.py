"""What is wrong in a term."""

import pytest

from jdgen.audit.setting_shapes import Wrong
from jdgen.audit.term_faults import phrase_faults, term_faults, word_fault

CLASSES = ("<hire>", "<staff>")


@pytest.mark.parametrize(
    "term",
    [
        "young [and] (fresh|new) face[s]",
        "do not <hire> _ <staff>",
        "under <age>",
        "gen-z ... staff",
        "ms. in nursing",
        "staff: (yes|no)?",
        "12-step",
    ],
)
def test_a_row_of_words_that_can_be_found_is_let_through(term: str) -> None:
    assert list(phrase_faults(term, CLASSES)) == []


@pytest.mark.parametrize(
    ("term", "said", "hint"),
    [
        ("under <number>", "`under <number>` names `<number>`, and there is no such class of words", "there are `<age>`, `<hire>`, and `<staff>`"),
        ("no <stuff>", "`no <stuff>` names `<stuff>`, and there is no such class of words", "did you mean `<staff>`?"),
        ("@refusal", "`@refusal` is a list, and lists are for terms, `unless` and the like", "write the words out"),
        ("Young people", "`Young people` never matches: texts are read in small letters, with plain quotation marks", "write `young people`"),
        ("twenty-one years", "`twenty-one years` never matches: in a text it is read as `twenty years`", "write `twenty years`"),
        ("(u.s. born|local)", "`u.s. born` never matches: in a text it is read as `us born`", "write `us born`"),
        ("young!", "`young!` never matches: in a text it is read as `young !`", "write `young !`"),
        ("(young", "`(young` lacks a `)`", None),
        ("[_] young", "`[_] young` may begin with any word, expected one that is spelled", None),
        ("a" * 1001, f"`{'a' * 59}…` has 1,001 characters, expected at most 1,000", "make several terms of it"),
        ("(" * 3000 + "a" + ")" * 3000, f"`{'(' * 59}…` has 6,001 characters, expected at most 1,000", "make several terms of it"),
        ("a " + "[_] " * 20 + "b", "leaves more than 65,536 ways", None),
    ],
)  # fmt: skip
def test_a_row_of_words_that_is_never_found_is_named(term: str, said: str, hint: str | None) -> None:
    ((message, repair),) = phrase_faults(term, CLASSES)

    assert said in message
    assert repair == hint


def test_all_classes_of_a_term_that_are_not_there_are_named() -> None:
    assert len(list(phrase_faults("<one> and <two>", CLASSES))) == 2


@pytest.mark.parametrize("word", ["e-mail", "twenty-one", "ms.", "Hire", "u.s."])
def test_a_word_of_a_class_that_a_text_never_holds_is_named(word: str) -> None:
    assert word_fault(word, alone=True) is not None


@pytest.mark.parametrize("word", ["hire", "can't", "forty", "12"])
def test_other_words_of_a_class_are_let_through(word: str) -> None:
    assert word_fault(word, alone=True) is None


def test_a_term_that_becomes_an_expression_may_name_lists() -> None:
    lists = {"served": ("clients", "(patients")}

    assert list(term_faults("young <number>", lists)) == []
    assert list(term_faults("@serve", lists)) == [
        Wrong("`@serve` names no list, expected one of `@served`", "did you mean `served`?")
    ]
    assert [wrong.message for wrong in term_faults("@served", lists)] == ["`(patients` lacks a `)`"]


@pytest.mark.parametrize("term", ["(" * 450 + "young" + ")" * 450, "@deep"])
def test_a_term_nested_too_deep_is_named_before_it_is_read(term: str) -> None:
    ((message, _),) = term_faults(term, {"deep": ("(" * 450 + "young" + ")" * 450,)})

    assert message.endswith("has 450 brackets inside of each other, expected at most 12")


READ = [
    ("harbor.*light", "`harbor.*light` never matches: `.*` has no meaning in a term"),
    ("harbor*", "`*` has no meaning"),
    (r"\bharbor", r"`\b` has no meaning"),
    ("^harbor", "`^` has no meaning"),
    ("harbor light$", "`t$` has no meaning"),
    ("zip [0-9]", "`[0-9]` has no meaning"),
    ("harbor .. light", "`..` has no meaning"),
    ("harbor \u2026 light", "`\u2026` has no meaning"),
    ("(toledo|boston", "`(toledo|boston` lacks a `)`"),
    ("toledo|boston)", "has a `)` too many: no bracket opens before it"),
    ("(toledo]", "closes a bracket with `]` that opens with the other sort"),
    ("nurse\u2019s aide", "never matches: texts are read with plain quotation marks, dashes and spaces"),
]


@pytest.mark.parametrize(("term", "said"), READ)
def test_what_means_nothing_in_a_term_is_named_in_both_sorts_of_terms(term: str, said: str) -> None:
    ((one, _),) = term_faults(term, {})
    ((other, _),) = phrase_faults(term, CLASSES)

    assert said in one
    assert one == other


@pytest.mark.parametrize("term", ["u.s. citizen", "salary.com", "$18[.50]", "harbor ... light", "c++", "<money>+"])
def test_marks_that_stand_in_postings_are_let_through(term: str) -> None:
    assert list(term_faults(term, {})) == []


@pytest.mark.parametrize("term", ["gr(e|a)y hair", "(re|un)married staff"])
def test_a_bracket_inside_a_word_is_named_in_a_row_of_words(term: str) -> None:
    ((message, hint),) = phrase_faults(term, CLASSES)

    assert "is not read as it looks" in message
    assert "`nurse[s]`" in hint


@pytest.mark.parametrize("term", ["toledo, ohio", "zip: 43604", "live in (toledo, ohio|boston, texas)", "ready?"])
def test_a_row_that_needs_a_mark_is_named_where_words_alone_are_looked_through(term: str) -> None:
    assert list(phrase_faults(term, CLASSES)) == []

    ((message, hint),) = phrase_faults(term, CLASSES, marks=False)

    assert "never matches: a trait is looked for among words alone, and `" in message
    assert "`[,]`" in hint


@pytest.mark.parametrize("term", ["toledo [,] ohio", "live in 43604", "zip ... 43604", "(mr|mr.) smith"])
def test_a_row_that_can_do_without_marks_is_let_through(term: str) -> None:
    assert list(phrase_faults(term, CLASSES, marks=False)) == []
