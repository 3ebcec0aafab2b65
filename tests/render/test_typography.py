# ruff: noqa: RUF001 - typographic quotes and dashes are what this is about

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.render.body import read_body
from jdgen.render.typography import typeset


def in_english(html: str) -> str:
    return typeset(html, language="en-US")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('"Yes," she said.', "“Yes,” she said."),
        ("It's the patients' plan", "It’s the patients’ plan"),
        ('<strong>"Go"</strong> and "<em>come</em>".', "<strong>“Go”</strong> and “<em>come</em>”."),
        ("\"'Go' is it,\" and \"he said 'go.'\"", "“‘Go’ is it,” and “he said ‘go.’”"),
        ('("care")&nbsp;"plan"', "(“care”)&nbsp;“plan”"),
        ("since the '90s, the 1990's", "since the ’90s, the 1990’s"),
        ("'tis 'til noon", "’tis ’til noon"),
        ("a 6\" step, 5'10\" tall, 6' wide", "a 6\" step, 5'10\" tall, 6' wide"),
        ('a "size 6" shoe', "a “size 6” shoe"),
        ("one -- two---three--four", "one – two—three–four"),
        ("--force, x--, a ---- b, a-b - c", "--force, x--, a ---- b, a-b - c"),
        ("R&amp;D's", "R&amp;D’s"),
    ],
)
def test_marks_are_those_of_a_typesetter(typed: str, expected: str) -> None:
    assert f"<p>{expected}</p>" == in_english(f"<p>{typed}</p>")


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://x.example/it\'s--a">it\'s -- "here"</a>',
        "<code>\"a\" -- 'b'</code>",
        "<pre><code>\"a\" -- 'b'</code></pre>",
        "https://x.example/it's--a",
        "o'neil--a@x.example",
        '<abbr title="it\'s -- here">RN</abbr>',
    ],
)
def test_links_code_addresses_and_attributes_stay_to_the_letter(html: str) -> None:
    assert in_english(f"<p>{html}</p>") == f"<p>{html}</p>"


def test_each_block_begins_anew() -> None:
    assert in_english('<li>"one</li><li>"two"</li><li>6"</li>') == '<li>“one</li><li>“two”</li><li>6"</li>'


def test_other_languages_keep_their_marks() -> None:
    assert typeset('<p>"Sí"</p>', language="es-US") == '<p>"Sí"</p>'


@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<br>", '"', "'", "--", "-", " ", "a", "7", "&amp;", "@"]))
)
def test_nothing_but_marks_changes(pieces: list[str]) -> None:
    html = "".join(pieces)

    straight = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--", "—": "---"}
    assert html == re.sub("[“”‘’–—]", lambda mark: straight[mark[0]], in_english(html))


def test_a_page_shows_typographic_marks_in_title_card_and_text() -> None:
    body = read_body("# Workers' Comp\n\n- **Where:** St. Mary's\n\nIt's \"good\".", title="x")

    assert body.title.html == "Workers’ Comp"
    assert body.card[0].value.html == "St. Mary’s"
    assert body.opening == "<p>It’s “good”.</p>"


def test_the_title_that_stands_in_is_set_too() -> None:
    assert read_body("Text.", title="Workers' Comp").title.html == "Workers’ Comp"
    assert read_body("Text.", title="Workers' Comp", language="es").title.html == "Workers' Comp"
