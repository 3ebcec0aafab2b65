"""Tags, texts and entities with their places, also where the HTML is broken."""

import pytest

from jdgen.ingest.html_tokens import Tag, Text, attributes, tokens


def words(source: str) -> str:
    """Return the texts of a source, entities decoded, with a bar between."""
    found = [token for token in tokens(source) if isinstance(token, Text)]
    return "|".join(source[one.start : one.end] if one.decoded is None else one.decoded for one in found)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a<b>c</b>d", "a|c|d"),
        ("2 < 3 and <18 years", "2 < 3 and <18 years"),
        ('<a title="x > y">z</a>', "z"),
        ("<a title='never closed>z</a>", "z"),
        ("<p", "<p"),
        ("a<!-- b > -->c", "a|c"),
        ("a<!-- never closed\nc", "a|\nc"),
        ("<!doctype html><?xml?>a", "a"),
        ("&amp;&lt;&nosuch;&", "&|<|&nosuch;&"),
        ("<script>a < b</script>c", "c"),
        ("<STYLE>p{}</style >c", "c"),
        ("<script>never closed", ""),
    ],
)
def test_words_are_told_from_tags(source: str, expected: str) -> None:
    assert words(source) == expected


def test_places_are_exact() -> None:
    source = "a<br/>b"

    assert list(tokens(source)) == [Text(0, 1), Tag("br", is_end=False, start=1, end=6), Text(6, 7)]


def test_a_part_of_a_source_is_read_alone() -> None:
    assert [token[:2] for token in tokens("<p>ab</p>", 3, 5)] == [(3, 5)]


def test_the_content_of_a_script_is_known() -> None:
    script = next(tokens("<script>x</script>"))

    assert isinstance(script, Tag)
    assert script.raw == (8, 9)


def test_attributes_are_read_in_any_form() -> None:
    source = "<meta NAME=description content='A &amp; B' x y=\"1\" name=other>"
    tag = next(tokens(source))

    assert isinstance(tag, Tag)
    assert attributes(source, tag) == {"name": "description", "content": "A & B", "x": "", "y": "1"}


def test_many_broken_quotes_still_end_at_the_next_bracket() -> None:
    source = "<a '>x" * 200 + '<a ">y'

    assert words(source).endswith("y")
