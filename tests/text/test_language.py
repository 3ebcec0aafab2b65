import pytest

from jdgen.text.language import check_language, check_language_tag, is_english, parse_language, tidy_reason
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


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("en-US", "en-US"), ("EN-us", "en-US"), (" es ", "es"), ("es-419", "es-419"), ("zh-hans-cn", "zh-Hans-CN"), ("haw", "haw"),
        ("sl-rozaj-biske", "sl-rozaj-biske"), ("de-CH-1996", "de-CH-1996"), ("en-u-ca-gregory", "en-u-ca-gregory"), ("en-x-plain", "en-x-plain"),
    ],
)  # fmt: skip
def test_a_language_tag_is_read_and_written_in_one_way(typed: str, tag: str) -> None:
    assert check_language_tag(typed) == tag


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("English", "write a tag such as `en-US` or `es`"),
        ("", "write a tag such as `en-US` or `es`"),
        ("en US", "write a tag such as `en-US` or `es`"),
        ("en_US", "write `en-US`"),
        ('en" onload="x', "write a tag such as `en-US` or `es`"),
        ("\u017fv", "write a tag such as `en-US` or `es`"),
    ],
)
def test_what_is_no_language_tag_is_refused_with_the_repair(typed: str, hint: str) -> None:
    outcome = check_language_tag(typed)

    assert isinstance(outcome, Problem)
    assert (outcome.kind, outcome.hint) == ("language-tag", hint)


@pytest.mark.parametrize(
    ("tag", "expected"), [("en", True), ("en-US", True), ("EN-gb", True), ("es-US", False), ("eng", False)]
)
def test_english_is_english_of_every_country(
    tag: str,
    expected: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert is_english(tag) is expected
