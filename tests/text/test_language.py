import pytest

from jdgen.text.language import check_language, parse_language, tidy_reason
from jdgen.text.problem import Problem


def test_a_language_is_typed_with_its_reason() -> None:
    assert parse_language("Spanish: families speak it: always") == ("Spanish", "families speak it: always")


@pytest.mark.parametrize("text", ["Spanish", "Spanish:", "Spanish:  "])
def test_a_language_without_a_reason_is_refused(text: str) -> None:
    outcome = parse_language(text)

    assert isinstance(outcome, Problem)
    assert outcome.kind == "reason-missing"


@pytest.mark.parametrize("name", ["Spanish", "Haitian Creole", "American Sign Language", "K'iche'", "Chinese (Mandarin)", "Español"])  # fmt: skip
def test_names_of_languages_are_taken_as_they_are(name: str) -> None:
    outcome = check_language(f" {name} ".replace("K'iche' ", "K'iche "))

    assert outcome in {name, "K'iche"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("native Spanish", "origin"),
        ("accent-free English", "origin"),
        ("mother tongue Thai", "origin"),
        ("", "unreadable"),
        ("2", "unreadable"),
    ],
)
def test_what_asks_for_origin_or_is_no_language_is_refused(text: str, kind: str) -> None:
    outcome = check_language(text)

    assert isinstance(outcome, Problem)
    assert outcome.kind == kind


@pytest.mark.parametrize("typed", ["families speak it", "because families speak it.", " Since families speak it "])
def test_a_reason_stands_after_a_colon(typed: str) -> None:
    assert tidy_reason(typed) == "families speak it"
