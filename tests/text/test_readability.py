"""Syllables by spelling, and the grade of prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.text.readability import grade, syllables

COUNTED = {
    1: "a the care plan nurse eyes through team health case week time home planned",
    2: "people letter needed required manage table helpful notice lonely hopeful business client social caseload",
    3: "area behavior manager assessment hospital understand referral inpatient families services caregiver",
    4: "experience eligible geriatric coordinate society community residential oriented",
    5: "communication coordination accommodation psychosocial",
    6: "eligibility",
}


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, count) for count, words in COUNTED.items() for word in words.split()],
)
def test_syllables_are_those_people_speak(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(("word", "count"), [("RN", 2), ("LCSW", 4), ("HIPAA", 5), ("Nurse", 1), ("URGENTLY", 3)])
def test_short_words_in_capitals_are_spelled_out(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_word_of_three_letters_counts_one_as_is_the_custom() -> None:
    assert syllables("any") == 1


def test_capitals_make_no_other_difference() -> None:
    assert syllables("People") == syllables("people") == 2


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1, max_size=30))
def test_every_word_has_a_syllable(word: str) -> None:
    assert 1 <= syllables(word) <= len(word) * 2


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    """Ten sentences of ten words, each word of two syllables: 0.39 * 10 + 11.8 * 2 - 15.59."""
    assert grade([["letter"] * 10] * 10) == 11.9


def test_sentences_without_words_do_not_count() -> None:
    assert grade([["letter"] * 10, []] * 10) == 11.9


@pytest.mark.parametrize(("count", "has_grade"), [(0, False), (9, False), (10, True)])
def test_under_a_hundred_words_there_is_no_grade(count: int, has_grade: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (grade([["letter"] * 10] * count) is not None) is has_grade


def test_longer_sentences_and_longer_words_are_harder() -> None:
    plain = grade([["letter"] * 10] * 20)
    longer_sentences, longer_words = grade([["letter"] * 20] * 10), grade([["hospital"] * 10] * 20)

    assert plain is not None
    assert longer_sentences is not None
    assert longer_words is not None
    assert plain < longer_sentences < longer_words
