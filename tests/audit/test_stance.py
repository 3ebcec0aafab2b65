"""What a clause wants of the person hired."""

import pytest

from jdgen.audit.phrase_book import tokens_of
from jdgen.audit.preparation_traits import make_traits
from jdgen.audit.stance import Clause, Spoken, Verdict, is_whole_call, judge, read_clause


@pytest.fixture
def verdict(stances):
    traits = make_traits((), stances, {"told-off": ("save your breath",)}, {})

    def run(text: str, sort: str = "unwanted", role: str = "other", linked: str = "") -> Verdict | None:
        words = [token[0] for token in tokens_of(text, 0, len(text))]
        clause = read_clause(traits, words, linked.split())
        return judge(traits, clause, sort, (words.index("felons"), words.index("felons") + 1), role)

    return run


def test_a_refusal_counts_less_for_each_word_between(verdict) -> None:
    assert verdict("felons need not apply").score == 4
    assert verdict("felons of any sort need not apply").score == 2.8


def test_a_sign_far_away_counts_its_least_share(verdict) -> None:
    assert verdict("felons of one or two or three or four sorts need not apply").score == 1.6


@pytest.mark.parametrize("text", ["felons live here", "we prefer felons", "felons no more", "no one here hires felons"])
def test_what_takes_no_stance_that_counts_is_no_verdict(text: str, verdict) -> None:
    """A demand is none for what is unwanted; `no` has to stand before the trait, and near it."""
    assert verdict(text) is None


def test_each_sort_has_stances_of_its_own(verdict) -> None:
    assert verdict("we prefer felons", "wanted").score == 3
    assert verdict("felons need not apply", "wanted") is None


def test_a_shield_is_taken_off(verdict) -> None:
    assert verdict("no felons, all are welcome").score == -1


def test_a_shield_does_not_reach_across_a_word_that_turns_the_sentence(verdict) -> None:
    assert verdict("all are welcome but no felons").score == 3


def test_a_shield_of_a_clause_ends_at_the_comma(verdict) -> None:
    assert verdict("no felons, we serve homes").score == 3
    assert verdict("no felons we serve homes").score == -1


def test_the_longer_words_say_what_the_shorter_ones_mean(verdict) -> None:
    assert verdict("we do not ask felons") is None


def test_where_a_clause_begins_takes_no_sign_away(verdict) -> None:
    assert verdict("many homes, no felons").score == 3


def test_words_that_are_a_demand_by_themselves_need_no_other(verdict) -> None:
    assert str(verdict("felons", "plain")) == "the words themselves “felons” +3.0"


def test_words_alone_are_a_demand_in_some_sections(verdict) -> None:
    assert verdict("felons", "wanted", "required").score == 2.5
    assert verdict("felons", "wanted") is None


def test_a_section_adds_or_takes_off(verdict) -> None:
    assert str(verdict("no felons", role="duties")) == "refusal “no” +3.0; section “duties” -1.0"


def test_signs_of_the_answer_count_in_part(verdict) -> None:
    assert verdict("felons?", linked="save your breath").score == 2.88


def test_a_promise_before_the_turn_does_not_excuse_a_refusal_behind_it(verdict) -> None:
    assert verdict("felons are welcome but need not apply").score == 2.8


@pytest.mark.parametrize(
    ("text", "name", "stance", "people", "is_whole"),
    [
        ("young men wanted .", "demand", (2, 3), (0, 2), True),
        ("no deaf people .", "refusal-word", (0, 1), (1, 3), True),
        ("safe homes for young men wanted .", "demand", (5, 6), (3, 5), False),
        ("young men wanted rooms .", "demand", (2, 3), (0, 2), False),
        ("young men are wanted .", "demand", (3, 4), (0, 2), False),
        ("no deaf people here .", "refusal-word", (0, 1), (1, 3), False),
        ("there no deaf people .", "refusal-word", (1, 2), (2, 4), False),
        ("young men welcome .", "promise", (2, 3), (0, 2), False),
    ],
)
def test_a_sentence_only_says_who_is_wanted_where_no_other_word_stands_in_it(
    text: str, name: str, stance: tuple[int, int], people: tuple[int, int], *, is_whole: bool
) -> None:
    words = tuple(text.split())

    assert is_whole_call(Clause(words, (), len(words)), Spoken(name, "", 3, stance), people) is is_whole
