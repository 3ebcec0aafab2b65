"""The table of section words, and how headings are compared with it."""

import pytest

from jdgen.ingest.section_words import (
    exact_role,
    first_role,
    heading_role,
    is_legal_statement,
    is_title_case,
    labelled_field,
    normalized,
    section_words,
)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("What You\u2019ll Do:", "what you will do"),
        ("  Pay & Benefits ", "pay and benefits"),
        ("\u2705 Duties \u2013", "duties"),
        ("1. Duties", "duties"),
        ("Supervision (if applicable):", "supervision"),
    ],
)
def test_marks_case_and_contractions_do_not_matter(heading: str, expected: str) -> None:
    assert normalized(heading) == expected


def test_every_phrase_of_the_table_is_written_as_headings_are_compared() -> None:
    words = section_words()
    phrases = [*words.exact, *words.labels]

    assert len(phrases) > 300
    assert [phrase for phrase in phrases if normalized(phrase.replace("_", " ")) != phrase.replace("_", " ")] == []


def test_no_phrase_has_two_roles() -> None:
    words = section_words()

    assert {phrase: role for phrase, role in words.starts.items() if words.exact.get(phrase, role) != role} == {}


def test_the_longest_beginning_decides() -> None:
    assert heading_role("About the role at Cedar Ridge") == "summary"
    assert heading_role("About Cedar Ridge") == "employer"


def test_preferred_words_win_over_required_ones_in_the_middle() -> None:
    assert heading_role("Skills that are preferred but no requirement") == "preferred"


def test_one_word_says_little_at_the_start_of_a_document() -> None:
    assert first_role("Benefits Coordinator") is None
    assert first_role("Benefits") == "benefits"
    assert first_role("About Cedar Ridge") == "employer"
    assert first_role("What you will do at Cedar Ridge") == "duties"


def test_a_long_sentence_is_no_heading() -> None:
    assert heading_role("Requirements " * 10) is None
    assert exact_role("duties " * 20) is None


def test_only_whole_words_count() -> None:
    assert heading_role("Our heavy-duty trucks") is None


def test_labels_name_fields() -> None:
    assert labelled_field("Salary Range") == "pay"
    assert labelled_field("Favorite color") is None


def test_legal_statements_are_known_in_any_case() -> None:
    assert is_legal_statement("We are an Equal Opportunity Employer.")
    assert not is_legal_statement("We are an equal opportunity employer. " + "We hire. " * 100)
    assert not is_legal_statement("Help tenants ask for an equal chance.")


def test_small_words_need_no_capital() -> None:
    assert is_title_case("Duties of the Case Manager")
    assert not is_title_case("Duties of the case manager")
