"""Safe names."""

import pytest

from jdgen.text.problem import Problem
from jdgen.text.slugs import check_id, is_slug, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Denver, CO", "denver-co"),
        ("Coeur d'Alene", "coeur-dalene"),
        ("Coeur d\u2019Alene", "coeur-dalene"),
        ("Cañon City", "canon-city"),
        ("Straße & Łódź", "strasse-and-lodz"),
        ("  --C++--  ", "c"),
        ("日本", ""),
        ("", ""),
    ],
)
def test_a_slug_is_plain_words_with_hyphens(text, expected):
    assert expected == slug(text)


@pytest.mark.parametrize("text", ["REQ-1042", "a", "1", "rn.denver_2026", "a" * 40, "console", "com10", "lpt"])
def test_a_safe_id_is_kept_as_it_is(text):
    assert text == check_id(text)


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("", "job-1"),
        (" ", "job-1"),
        ("日本", "job-1"),
        ("../etc/passwd", "etc-passwd"),
        ("REQ 1042", "REQ-1042"),
        ("REQ/1042", "REQ-1042"),
        (".hidden", "hidden"),
        ("-f", "f"),
        ("a..b", "a.b"),
        ("a.", "a"),
        ("Añb", "Anb"),
        ("CON", "job-CON"),
        ("nul.txt", "job-nul.txt"),
        ("com1", "job-com1"),
        ("REQ-1042\n", "REQ-1042"),
        ("b" * 41, "b" * 40),
        ("con." + "x" * 40, "job-con." + "x" * 32),
    ],
)
def test_an_unsafe_id_is_refused_with_a_safe_one(text, repaired):
    answer = check_id(text)

    assert isinstance(answer, Problem)
    assert answer.kind == "unsafe-id"
    assert answer.hint == f"write `{repaired}`"
    assert repaired == check_id(repaired)


def test_a_name_is_a_slug_that_is_not_too_long() -> None:
    assert all(map(is_slug, ("mental-health", "a" * 60)))
    assert not any(map(is_slug, ("a" * 61, "", "Aa", "a--b", "a/b")))
