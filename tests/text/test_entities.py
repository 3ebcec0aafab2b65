"""Character references of HTML."""

import pytest

from jdgen.text.entities import unescape


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("no reference", "no reference"),
        ("Q&amp;A", "Q&A"),
        ("caf&eacute; &#39;open&#39; &#x2014;", "caf\u00e9 'open' \u2014"),
        ("a & b &zzz;", "a & b &zzz;"),
    ],
)
def test_every_reference_becomes_its_character(text: str, expected: str) -> None:
    assert unescape(text) == expected
