"""A document as the rules look at it: folding, sentences, words, and the way back into the source."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.audit.terms import FIGURE
from jdgen.audit.view import View, folded
from jdgen.ingest.reader import read_document
from jdgen.model.document import Block, Document, Section


def view_of(text: str, path: str = "ad.md") -> View:
    return View(read_document(text.encode(), path))


def plain(text: str, *more: str) -> View:
    """Return the view of paragraphs that no reader has touched."""
    blocks = tuple(Block("paragraph", one, "other", 0, ((0, 0),)) for one in (text, *more))
    return View(Document("x", "text", text, blocks, (Section("other"),)))


def sentences(view: View) -> list[str]:
    return [view.text[one.start : one.end] for one in view.all_sentences]


def test_folding_makes_quotes_dashes_and_spaces_plain() -> None:
    assert folded("\u201cIt\u2019s\u201d\u00a0A\u2011B\u2014C") == '"it\'s" a-b-c'
    assert folded("It\u2019s A", lower=False) == "It's A"


@given(st.text(max_size=60))
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(folded(text)) == len(text) == len(folded(text, lower=False))


def test_a_letter_that_is_two_when_small_stays_one() -> None:
    assert folded("\u0130stanbul CARE") == "istanbul care"


def test_blocks_stand_one_a_line_and_words_in_reading_order() -> None:
    view = view_of("# Nurse\n\nPlan *care*.\n")

    assert (view.text, view.cased) == ("nurse\nplan care.", "Nurse\nPlan care.")
    assert (view.words, view.word_count, view.vocabulary) == (["nurse", "plan", "care"], 3, {"nurse", "plan", "care"})
    assert [view.block_at(offset) for offset in (0, 5, 6, 15)] == [0, 0, 1, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One here. Two there? Three!", ["one here. ", "two there? ", "three!"]),
        ("Call Dr. Lee at 8 a.m. on Monday", ["call dr. lee at 8 a.m. on monday"]),
        ("We visit; you call.", ["we visit; ", "you call."]),
        ("No end", ["no end"]),
        ("Serves youth | No felons", ["serves youth | ", "no felons"]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    assert sentences(plain(text)) == expected


def test_no_sentence_goes_over_the_end_of_a_block() -> None:
    assert sentences(plain("First part", "second part")) == ["first part", "second part"]


@pytest.mark.parametrize("text", ["word " * 3000, "x" * 9000, "a. " * 3000, "; " * 3000])
def test_a_text_without_sentences_is_cut_into_pieces_of_bearable_length(text: str) -> None:
    view = plain(text)

    assert max(one.end - one.start for one in view.all_sentences) <= 1500
    assert "".join(sentences(view)) == text


def test_a_long_text_is_cut_between_words() -> None:
    assert {word for sentence in sentences(plain("word " * 3000)) for word in sentence.split()} == {"word"}


@given(st.lists(st.text(alphabet="ab.;!? \"'\u201d", min_size=1, max_size=40), min_size=1, max_size=4))
def test_sentences_tile_every_block(texts: list[str]) -> None:
    view = plain(*texts)

    numbers = [view.sentence_numbers_of(number) for number in range(len(texts))]
    assert ["".join(sentences(view)[first : last + 1]) for first, last in numbers] == [folded(text) for text in texts]
    assert all(
        view.sentence_number(offset) == number
        for number, one in enumerate(view.all_sentences)
        for offset in range(one.start, one.end)
    )


def test_the_tokens_of_sentences_are_their_words_and_marks() -> None:
    view = plain("Pay: $20. Ask us/me!", "Call (now).")

    assert view.tokens(0, 0) == {"pay", "20", ":", "$", FIGURE}
    assert view.tokens(0, 1) == {"pay", "20", ":", "$", FIGURE, "ask", "us", "me", "/", "!"}
    assert view.tokens(2, 2) == {"call", "now"}


def test_a_sentence_stands_beside_those_of_its_block() -> None:
    view = plain("Visit people. Call us. Stay.", "Alone here.")

    assert [view.sentences_beside(number) for number in range(4)] == [(0, 2), (0, 2), (0, 2), (3, 3)]


def test_the_words_of_a_sentence_are_its_own() -> None:
    view = plain("We visit people. You call", "us")

    assert view.sentence_words == [["we", "visit", "people"], ["you", "call"], ["us"]]
    assert view.sentence_vocabularies == [{"we", "visit", "people"}, {"you", "call"}, {"us"}]


@pytest.mark.parametrize(
    ("path", "source", "words", "found"),
    [
        ("ad.md", "Be a **rock** star now.\n", "rock star", "rock** star"),
        ("ad.md", "Be a [rock star](https://a.example) now.\n", "rock star", "rock star"),
        ("ad.md", "R&amp;R for you.\n", "r&r", "R&amp;R"),
        ("ad.md", "Two lines of a rock\nstar here.\n", "rock star", "rock\nstar"),
        ("ad.html", "<p>Be a <b>rock</b> star&nbsp;now</p>", "rock star now", "rock</b> star&nbsp;now"),
        ("ad.txt", "Be a rock star", "rock star", "rock star"),
        (
            "ad.jsonld",
            json.dumps({"@type": "JobPosting", "description": "<p>A rock star</p>"}),
            "rock star",
            "rock star",
        ),
    ],
)
def test_words_are_found_in_the_source_through_its_markup(path: str, source: str, words: str, found: str) -> None:
    view = view_of(source, path)
    start = view.text.index(words)

    first, last = view.source_span(start, start + len(words))

    assert source[first:last] == found
    assert folded(view.words_at(start, start + len(words))) == words


def test_a_place_without_words_has_one_offset() -> None:
    view = view_of("Intro\n\n# Nurse\n")

    assert view.source_span(6, 6) == (9, 9)


def test_a_posting_without_any_words_still_has_a_beginning() -> None:
    view = view_of("---\ntitle: Nurse\n---\n")

    assert (view.source_span(0, 0), view.words_at(0, 0), view.role(view.block_at(0))) == ((0, 0), "", "other")
    assert (view.all_sentences, view.is_fragment) == ([], False)


@pytest.mark.parametrize(
    ("text", "is_fragment"),
    [
        ("word " * 79, True),
        ("word " * 80, False),
        ("# Nurse\n\nWe hire.\n", True),
        ("# Nurse\n\n## Duties\n", False),
        ("---\ntitle: Nurse\n---\nWe hire.\n", False),
        ('<script type="application/ld+json">{"@type": "JobPosting"}</script>\n\nWe hire.\n', False),
    ],
)
def test_only_a_short_text_without_parts_and_facts_is_a_fragment(text: str, is_fragment: bool) -> None:  # noqa: FBT001 - a column of the table
    assert view_of(text).is_fragment is is_fragment


def test_a_single_line_stands_in_the_section_it_is_said_to() -> None:
    document = read_document(b"Plan care", "ad.md")

    assert View(document, line_role="required").role(0) == "required"
    assert View(document).role(0) == document.blocks[0].role


def test_what_was_found_once_is_kept_for_the_same_question() -> None:
    view = view_of("One line.")
    asked: list[str] = []

    def find(view: View, word: str) -> bool:
        asked.append(word)
        return word in view.text

    assert [view.once(find, word) for word in ("one", "two", "one")] == [True, False, True]
    assert asked == ["one", "two"]


def test_a_view_with_sentences_cut_has_other_sentences_of_the_same_text() -> None:
    view = plain("We cook; you eat, they sleep @ home.", "Good night!")
    before = view.sentence_tokens

    cut = view.cut({1: (18,)})

    assert sentences(cut) == ["we cook; ", "you eat, ", "they sleep @ home.", "good night!"]
    assert cut.sentence_words == [["we", "cook"], ["you", "eat"], ["they", "sleep", "home"], ["good", "night"]]
    assert [cut.sentence_number(offset) for offset in (9, 17, 18, 37)] == [1, 1, 2, 3]
    assert cut.sentence_tokens[2] == {"they", "sleep", "home", "@"}
    assert cut.sentences_beside(1) == (0, 2)
    assert (view.sentence_tokens, sentences(view)[1]) == (before, "you eat, they sleep @ home.")


def test_what_was_found_in_a_view_is_found_anew_once_its_sentences_are_cut() -> None:
    view = plain("You eat, they sleep.")
    count = len(view.once(_sentences_of))

    assert (count, len(view.cut({0: (9,)}).once(_sentences_of))) == (1, 2)


def _sentences_of(view: View) -> list[str]:
    return sentences(view)


def test_a_sentence_that_holds_a_number_is_known_to_in_digits_or_in_words() -> None:
    view = plain("Forty beds. No beds. Room 7b.", "Seventy-one.")

    assert [FIGURE in tokens for tokens in view.sentence_tokens] == [True, False, True, True]
    assert [FIGURE in tokens for tokens in view.cut({0: (6,)}).sentence_tokens] == [True, False, False, True, True]


def test_words_are_the_same_with_and_without_letters_beyond_ascii() -> None:
    words = ["we'll", "pay", "40", "under", "score", "o'hare's"]
    text = "We'll pay 40 under_score 'O'Hare's'."

    assert plain(text).words == words
    assert plain(f"{text} Caf\u00e9.").words == [*words, "caf\u00e9"]


def test_blocks_are_found_by_a_word_of_each_set() -> None:
    view = plain("Paid leave in weeks.", "Weeks of rain. Leave it.", "Leave.", "The week's leave.")
    leave, weeks = frozenset({"leave", "off"}), frozenset({"week", "weeks"})

    assert view.blocks_with_words(leave) == [0, 1, 2, 3]
    assert view.blocks_with_words(leave, weeks) == [0, 1]
    assert view.blocks_with_words(leave, weeks, owned=True) == [0, 1, 3]
    assert view.blocks_with_words(weeks, frozenset({"snow"})) == []
    assert view.blocks_with_words() == []


def test_blocks_are_found_by_letters_in_order_each_once() -> None:
    view = plain("See b.example.", "Nothing.", "A.example and C.example", "See A.")

    found = list(view.blocks_with(("a.ex", ".example")))

    assert [number for number, _, _ in found] == [0, 2]
    assert [view.text[start:end] for _, start, end in found] == ["see b.example.", "a.example and c.example"]
    assert [number for number, _, _ in view.blocks_with(("A",), view.cased)] == [2, 3]


def test_blocks_with_digits_are_known() -> None:
    assert plain("Room 7b.", "Seven.", "\u0663 beds").blocks_with_digits == {0, 2}
