"""Word stems, and phrases looked up by them."""

import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jdgen.text.stems import StemsNear, StemTable, occurrences, stem, stems


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("coordinates", "coordination", True),
        ("manager", "managers", True),
        ("visits", "visiting", True),
        ("case", "cases", True),
        ("care", "career", False),
        ("case", "casework", False),
        ("nurse", "nursery", False),
    ],
)
def test_forms_of_a_word_have_one_stem_and_other_words_another(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (stem(one) == stem(other)) is same


def test_each_word_has_its_stem() -> None:
    assert stems(["care", "plans"]) == (stem("care"), stem("plan"))
    assert stems([]) == ()


def test_a_table_gives_the_same_stems_also_of_words_it_does_not_hold() -> None:
    words = ["care", "plans", "coordinates", ""]

    assert StemTable(["care", "coordinates"]).stems(words) == StemTable().stems(words) == stems(words)


def test_the_stemmer_is_that_of_the_whole_package_which_is_left_as_it_was() -> None:
    code = (
        "import sys; from jdgen.text.stems import stem; words = ['coordination', 'plans', 'dying', 'agencies']; found = list(map(stem, words));"
        "assert 'snowballstemmer' not in sys.modules and 'snowballstemmer.spanish_stemmer' not in sys.modules;"
        "import snowballstemmer; assert found == snowballstemmer.stemmer('english').stemWords(words)"
    )

    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own Python


_ENDINGS = st.sampled_from([
    "",
    "s",
    "es",
    "ed",
    "ing",
    "ies",
    "ied",
    "y",
    "ying",
    "e",
    "ly",
    "'s",
    "s'",
    "ation",
    "ment",
    "ingly",
    "eed",
])
_WORDS = st.builds(str.__add__, st.text("abdeinrstuy", min_size=1, max_size=5), _ENDINGS)


@given(_WORDS)
@example("dry")
@example("using")
@example("dying")
@example("o's")
def test_a_word_whose_stem_is_wanted_is_always_found(word: str) -> None:
    assert StemsNear({stem(word)}, StemTable()).of([word]) == (stem(word),)


@given(_WORDS, st.sets(_WORDS, max_size=5))
def test_a_word_whose_stem_is_not_wanted_is_taken_for_none_that_is(word: str, others: set[str]) -> None:
    wanted = set(stems(others)) - {stem(word)}

    assert StemsNear(wanted, StemTable()).of([word])[0] not in wanted


def test_a_word_that_begins_like_no_wanted_one_is_not_stemmed() -> None:
    assert StemsNear({stem("coordination")}, StemTable()).of(["residents", "coordinates"]) == (
        "residents",
        stem("coordinates"),
    )


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("care plan", "a care plan and care plans", [1, 4]),
        ("care plan", "care for a plan", []),
        ("care", "care career care", [0, 2]),
        ("plan plan", "plan plan plan", [0, 1]),
        ("care plan", "care", []),
        ("", "care", []),
        ("care", "", []),
    ],
)
def test_a_phrase_is_found_word_by_word(phrase: str, text: str, expected: list[int]) -> None:
    assert occurrences(stems(phrase.split()), stems(text.split())) == expected
