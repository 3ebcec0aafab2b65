"""Addresses behind words, which clean text would lose."""

from collections.abc import Callable

import pytest

from jdgen.ingest.links import hidden_links, is_navigation, shown_links


def shown(read: Callable, text: str, path: str) -> list[tuple[str, str]]:
    """Return the words and the address of each hidden link."""
    return [(link.words, link.address) for link in hidden_links(read(text, path))]


def test_links_of_pages_and_markdown_are_found_once(read: Callable) -> None:
    page = '<a class="x" href="https://x.example/1"><b>Apply</b> here</a> <a href=https://x.example/1>again</a>'
    text = "[Apply](https://x.example/1) or [ask](mailto:jobs@x.example)"

    assert shown(read, page, "a.html") == [("Apply here", "https://x.example/1")]
    assert shown(read, text, "a.md") == [("Apply", "https://x.example/1"), ("ask", "mailto:jobs@x.example")]


def test_links_of_json_ld_are_found(read: Callable) -> None:
    text = r'{"@type": "JobPosting", "title": "RN", "description": "<a href=\"https:\/\/x.example\/1\">Apply<\/a>"}'

    assert shown(read, text, "a.json") == [("Apply", "https://x.example/1")]


def test_a_link_says_where_its_address_stands(read: Callable) -> None:
    document = read("We hire. [Apply](https://x.example/1)", "a.md")
    (link,) = hidden_links(document)

    assert document.source[link.start : link.end] == "https://x.example/1"


def test_words_that_show_the_address_hide_nothing(read: Callable) -> None:
    for words in ("x.example", "www.x.example/jobs"):
        assert shown(read, f'<a href="https://www.x.example/jobs">{words}</a>', "a.html") == []


def test_other_formats_have_none(read: Callable) -> None:
    assert list(hidden_links(read("[Apply](https://x.example/1)", "a.txt"))) == []


@pytest.mark.parametrize(
    ("words", "typed", "leads"),
    [
        ("Home | Jobs | Log in", "", True),
        ("Home Jobs Log in", "[Home](/) [Jobs](/j) [Log in", True),
        ("Home Jobs Log in", "Home</a> <a>Jobs</a> <a>Log in", True),
        ("Larch Home Care | Reno", "", False),
        ("Home", "Home", False),
        ("We plan the care of older adults | You visit people | We pay well", "", False),
    ],
)
def test_navigation_is_three_short_names(words: str, typed: str, *, leads: bool) -> None:
    assert is_navigation(words, typed) is leads


def test_links_that_show_a_part_of_their_address_are_known_by_their_words(read: Callable) -> None:
    document = read(
        '<p><a href="https://x.example/jobs">x.example/jobs</a> <a href="https://x.example/4">Apply</a></p>', "a.html"
    )

    assert {words: link.address for words, link in shown_links(document).items()} == {
        "x.example/jobs": "https://x.example/jobs"
    }
