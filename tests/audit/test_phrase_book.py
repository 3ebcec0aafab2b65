"""Many phrases in a row of words."""

import pickle

import pytest

from jdgen.audit.phrase_book import PhraseBook, longest, read_phrase, tokens_of
from jdgen.audit.terms import TermError

CLASSES = {"hire": ("<take>",), "interview": ("<take>",)}


def _found(text: str, *terms: str) -> list[tuple[str, int]]:
    words = [token[0] for token in tokens_of(text, 0, len(text))]
    book = PhraseBook([(term, number) for number, term in enumerate(terms)], CLASSES)
    return [(" ".join(words[start:end]), label) for start, end, label in book.find(words)]


def test_a_text_is_cut_into_words_and_marks_with_their_places() -> None:
    text = "U.S. staff, 18-25 - $42.50?"

    assert [(token, text[start:end]) for token, start, end in tokens_of(text.lower(), 0, len(text))] == [
        ("us", "U.S."),
        ("staff", "staff"),
        (",", ","),
        ("18", "18"),
        ("25", "25"),
        ("-", "-"),
        ("$42.50", "$42.50"),
        ("?", "?"),
    ]


def test_a_number_of_two_words_is_one_word() -> None:
    assert [token[0] for token in tokens_of("twenty-five or twenty. five", 0, 27)] == [
        "twenty",
        "or",
        "twenty",
        ".",
        "five",
    ]


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("(young|fresh) face[s]", "fresh faces", ["fresh faces"]),
        ("(young|fresh) [new] face", "young new face", ["young new face"]),
        ("do not <take>", "do not interview", ["do not interview"]),
        ("do not <take>", "do not pay", []),
        ("under <age>", "under forty", ["under forty"]),
        ("under <age>", "under 12", []),
        ("keep _ home", "keep it home", ["keep it home"]),
        ("keep _ home", "keep, home", []),
        ("run _ report", "run no report", []),
        ("turn ... down", "turn such people down", ["turn such people down"]),
        ("turn ... down", "turn one two three four five six down", []),
        ("back trouble", "back, trouble", []),
        ("back trouble", "back-trouble", ["back trouble"]),
        ("ms. in nursing", "an ms. in nursing", ["ms . in nursing"]),
        ("ms. in nursing", "ms in nursing", []),
    ],
)
def test_a_phrase_finds_what_it_stands_for(term: str, text: str, expected: list[str]) -> None:
    assert [words for words, _ in _found(text, term)] == expected


def test_the_longer_of_two_phrases_comes_first_and_both_are_given() -> None:
    assert _found("no hire today", "no hire", "no", "no hire today") == [
        ("no hire today", 2),
        ("no hire", 0),
        ("no", 1),
    ]


def test_a_phrase_inside_of_a_longer_one_is_left_out_but_not_one_that_overlaps() -> None:
    assert longest([(0, 3, 1), (0, 2, 2), (1, 3, 3), (2, 4, 4), (2, 4, 5)]) == [(0, 3, 1), (2, 4, 4), (2, 4, 5)]


@pytest.mark.parametrize(
    ("term", "words"),
    [
        ("(young", "too many"),
        ("young)", "lacks a bracket"),
        ("(young]", "lacks a bracket"),
        ("[very]", "may begin with any word"),
        ("_ staff", "may begin with any word"),
    ],
)
def test_a_phrase_that_cannot_be_read_is_refused(term: str, words: str) -> None:
    with pytest.raises(TermError, match=words):
        read_phrase(term, 0)


def test_a_class_that_is_not_there_is_refused() -> None:
    with pytest.raises(TermError, match="names `<planet>`, expected one of `<age>` and `<take>`"):
        PhraseBook([("from <planet>", 0)], CLASSES)


def test_a_book_finds_the_same_after_it_was_packed() -> None:
    book = pickle.loads(pickle.dumps(PhraseBook([("do not <take>", 7)], CLASSES)))  # noqa: S301 - written here

    assert list(book.find(["do", "not", "hire"])) == [(0, 3, 7)]
    assert book.is_held(["do", "not", "hire"])
    assert not book.is_held(["do", "hire"])


@pytest.mark.parametrize("term", ["a " + "... " * 6 + "b", "(x " + "... " * 8 + "y|x " + "... " * 8 + "y) a b"])
def test_gaps_cost_no_more_with_each_one(term: str) -> None:
    words = ["a"] * 300

    assert list(PhraseBook([(term, 0)]).find(words)) == []  # by way and place this would take days


def test_an_age_that_is_a_word_of_a_class_too_stays_an_age() -> None:
    book = PhraseBook([("under <age>", 0), ("<round> people", 1)], {"forty": ("<round>",)})

    assert list(book.find(["under", "forty", "people"])) == [(0, 2, 0), (1, 3, 1)]


def test_a_class_may_have_a_digit_in_its_name() -> None:
    book = PhraseBook([("no <class2>", 0)], {"felons": ("<class2>",)})

    assert list(book.find(["no", "felons"])) == [(0, 2, 0)]


def test_a_book_beside_another_knows_the_same_classes() -> None:
    book = PhraseBook([("do not <take>", 7)], CLASSES).beside([("we <take> people", 1), ("under <age>", 2)])

    assert list(book.find(["we", "hire", "people", "under", "40"])) == [(0, 3, 1), (3, 5, 2)]


def test_a_book_that_was_used_is_kept_as_it_was_packed() -> None:
    book = PhraseBook([("do not <take>", 7)], CLASSES)
    packed = pickle.dumps(book)

    assert book.is_held(["do", "not", "hire"])
    assert pickle.dumps(book) == packed


def test_a_phrase_of_one_word_is_found_at_the_end_too() -> None:
    assert _found("they are jobless", "jobless", "they came") == [("jobless", 0)]
