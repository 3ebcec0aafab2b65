"""Words to fill in and tags of HTML look alike; only the tags vanish."""

import pytest

from jdgen.ingest.angle_brackets import is_placeholder, names_no_element, without_placeholders
from jdgen.ingest.html import read_html
from jdgen.ingest.markdown import read_markdown


def words(text: str) -> str:
    """Return all words of a Markdown text."""
    return " ".join(piece.text for piece in read_markdown(text).pieces)


@pytest.mark.parametrize(
    "text",
    ["<Company Name>", "<insert city>", "<salary range>", "<TBD>", "<time of shift>", "<address>", "<insert-city>"],
)
def test_words_to_fill_in_are_placeholders(text: str) -> None:
    assert is_placeholder(text, 0)
    assert words(f"Join us at {text} today.") == f"Join us at {text} today."


@pytest.mark.parametrize(
    "text",
    [
        "<b>",
        "</b>",
        "<br/>",
        '<a href="x">',
        "<o:p>",
        "<input disabled>",
        "<time>9</time>",
        "<job>9</job>",
        "<!-- a -->",
    ],
)
def test_tags_stay_tags(text: str) -> None:
    assert not is_placeholder(text, 0)


def test_a_placeholder_alone_on_its_line_is_a_paragraph() -> None:
    source = "# RN\n\n<Company Name>\n\nWe hire.\n"
    piece = read_markdown(source).pieces[1]

    assert (piece.text, piece.runs) == ("<Company Name>", ((0, source.index("<")),))


def test_what_stands_below_a_placeholder_is_markdown() -> None:
    assert words("<Company Name>\n**We** hire.\n") == "<Company Name> We hire."


def test_doubled_brackets_are_kept_as_typed() -> None:
    assert words("Pay <<TBD>> an hour") == "Pay <<TBD>> an hour"


def test_a_page_shows_placeholders_but_no_element_left_open() -> None:
    assert [piece.text for piece in read_html("<p>At <Company Name> in <section>Reno").pieces] == [
        "At <Company Name> in",
        "Reno",
    ]
    assert not names_no_element("<address>", 0)


def test_only_the_bracket_is_replaced() -> None:
    assert without_placeholders("a <TBD> <b>c</b>", "_") == "a _TBD> <b>c</b>"
