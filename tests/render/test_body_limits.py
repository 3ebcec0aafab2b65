"""Texts that would keep the makers of HTML and PDF busy for hours, or run them out of stack."""

import pytest

from jdgen.errors import InputError, Where
from jdgen.render.body import read_body
from jdgen.render.body_limits import BODY, MAX_CHARACTERS, MAX_DEPTH, convert_flat, line_of, refuse_endless

PIECES = ["[", "![", "[a](", "[a]", "<a ", "<!--", "<!", "[a][", '[a](b "', "# a\n", "a\n=\n", "[x]: y\n", "<http://a"]


@pytest.mark.parametrize("piece", PIECES)
def test_a_paragraph_full_of_openings_is_refused_with_its_line(piece: str) -> None:
    with pytest.raises(InputError, match="more than can be looked through") as raised:
        read_body("# T\n\nfine\n\n" + piece * (50_000 // len(piece)), title="T")

    assert Where(BODY, 5) == raised.value.where


def test_openings_spread_over_paragraphs_count_together() -> None:
    paragraph = "[" * 900 + "a" * 100

    refuse_endless("\n\n".join([paragraph] * 5))
    with pytest.raises(InputError):
        refuse_endless("\n\n".join([paragraph] * 6))


@pytest.mark.parametrize(
    "text",
    ["- [link](https://a.example) and words\n" * 300, r"\[" * 5_000, "<li>a</li>" * 2_000, "## A\n\nwords\n\n" * 500],
)
def test_long_honest_texts_are_read(text: str) -> None:
    refuse_endless(text)


def test_a_text_of_a_book_is_refused() -> None:
    with pytest.raises(InputError, match="the text has 100,001 characters, expected at most 100,000"):
        refuse_endless("a" * (MAX_CHARACTERS + 1))


NESTED = {
    "lists": "".join(f"{'    ' * level}- a\n" for level in range(250)),
    "quotes": "> " * 250 + "a",
    "numbers": "1. " * 2_000 + "a",
    "tags": "<b>" * 250 + "a",
    "tag soup": "<blockquote>a" * 3_000,
}


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED)
def test_what_stands_too_deep_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="more than 30 levels deep in each other") as raised:
        read_body(f"# T\n\n{text}", title="T")

    assert raised.value.hint


def test_a_text_that_was_given_up_leaves_no_trace_in_the_next() -> None:
    """Python-Markdown notes in which list it is, and the notes of a text it did not finish would change the next."""
    with pytest.raises(InputError):
        read_body("- " * 2_000 + "a", title="T")

    assert read_body("no list\n\nhere", title="T").opening == "<p>no list</p>\n<p>here</p>"


def test_what_stands_deep_is_read() -> None:
    levels = MAX_DEPTH // 2
    text = "".join(f"{'    ' * level}- a{level}\n" for level in range(levels))

    assert f"a{levels - 1}" in read_body(text, title="T").opening


def test_a_line_break_has_no_depth() -> None:
    html = "<p>a<br>b</p><hr>" * MAX_DEPTH

    assert html == convert_flat(lambda _: html, "")


@pytest.mark.parametrize(("position", "line"), [(0, 1), (1, 3), (3, 3), (4, 3)])
def test_a_line_is_that_of_the_next_word(position: int, line: int) -> None:
    assert line == line_of("a\n\n b", position)
