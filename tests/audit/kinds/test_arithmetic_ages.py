"""People served whose ages exclude each other."""

import pytest

from jdgen.audit.kinds.arithmetic_ages import ages_apart


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "our clinic treats children from birth to 17. you assess its patients, aged 65 and over.",
            "you assess its patients, aged 65 and over",
        ),
        ("the clinic sees people under 18. your caseload is men in their fifties.", "your caseload is men in their fifties"),
        ("we work with adults over 65. each of our clients has school meetings.", "each of our clients has school meetings"),
        ("a program for grades k to 8. you carry a caseload of seniors, 70 and older.", "you carry a caseload of seniors, 70 and older"),
        ("our members are 65 or older. you find day care for these members.", "you find day care for these members"),
        ("our clinic treats children from birth to 17. its patients are aged 12 to 17.", None),
        ("our clinic treats children. you have a desk. its patients are over 65.", None),
        ("our agency serves newborns and seniors. its clients are over 65.", None),
        ("our clinic treats children. nobody there is over 65.", None),
        ("our clinic sees people aged 30 to 40. its patients are aged 35 to 38.", None),
    ],
)  # fmt: skip
def test_ages_that_nobody_has_together_are_found(text: str, words: str | None) -> None:
    found = [text[start:end] for start, end, _ in ages_apart(text, (0, len(text)))]

    assert found == ([words] if words else [])
