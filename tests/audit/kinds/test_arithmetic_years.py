"""Years of experience that cannot all be true."""

import pytest

from jdgen.audit.kinds.arithmetic_years import range_and_minimum


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("0-2 years of experience (minimum 5 years)", "0-2 years of experience (minimum 5 years"),
        ("at least four years, 1 to 3 years in hospice", "at least four years, 1 to 3 years"),
        ("1 to 2 years; at least 5 years", None),
        ("2-4 years, at least 3 years in a clinic", None),
        ("1-2 years here " + "and there " * 10 + "at least 5 years", None),
    ],
)
def test_a_range_below_the_minimum_beside_it_is_found(text: str, words: str | None) -> None:
    found = [text[start:end] for start, end, _ in range_and_minimum(text, (0, len(text)))]

    assert found == ([words] if words else [])
