"""Marks in words: each where it belongs, also where they overlap, and the words unchanged."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from jdgen.render.audit_marks import Span, marked

LINK = '<a class="ref {1}" href="#n{0}"><span class="unseen">note </span>{0}</a>'


def link(number: int, severity: str = "error") -> str:
    return LINK.format(number, severity)


def plain(html: str) -> str:
    """Return the words of a page without the links to notes."""
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"<a .*?</a>", "", html)))


def test_words_without_marks_are_escaped() -> None:
    assert marked('a < "b" & c', []) == "a &lt; &#34;b&#34; &amp; c"


def test_a_mark_has_an_id_and_leads_to_its_note() -> None:
    assert marked("we want young people", [(Span(8, 13), 3, "error")]) == (
        f'we want <mark class="error" id="m3">young</mark>{link(3)} people'
    )


def test_marks_that_overlap_keep_one_id_each() -> None:
    html = marked("abcdef", [(Span(0, 4), 1, "error"), (Span(2, 6), 2, "info")])

    assert [html.count(f'id="m{number}"') for number in (1, 2)] == [1, 1]
    assert [html.count(f'href="#n{number}"') for number in (1, 2)] == [1, 1]
    assert plain(html) == "abcdef"


def test_a_mark_inside_of_another_is_the_inner_one() -> None:
    assert marked("abc", [(Span(0, 3), 1, "error"), (Span(1, 2), 2, "info")]) == (
        '<mark class="error" id="m1">a</mark>'
        f'<mark class="error"><mark class="info" id="m2">b</mark></mark>{link(2, "info")}'
        f'<mark class="error">c</mark>{link(1)}'
    )


@given(
    st.text(alphabet="ab<>&\"'é ", min_size=1, max_size=20),
    st.lists(st.tuples(st.integers(0, 19), st.integers(1, 20))),
)
def test_every_mark_is_there_and_the_words_stay(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(start, end) for start, end in places if start < end <= len(text)]

    html = marked(text, [(span, number, "error") for number, span in enumerate(spans)])

    assert plain(html) == text
    assert html.count("<mark") == html.count("</mark>")
    for number in range(len(spans)):
        assert html.count(f'id="m{number}"') == html.count(f'href="#n{number}"') == 1
