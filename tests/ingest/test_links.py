"""Addresses behind words, which clean text would lose."""

from collections.abc import Callable

from jdgen.ingest.links import hidden_links


def test_links_of_pages_and_markdown_are_found_once(read: Callable) -> None:
    page = '<a class="x" href="https://x.example/1">Apply <b>here</b></a> <a href=https://x.example/1>again</a>'
    text = "[Apply](https://x.example/1) or [ask](mailto:jobs@x.example)"

    assert list(hidden_links(read(page, "a.html"))) == [("Apply", "https://x.example/1")]
    assert list(hidden_links(read(text, "a.md"))) == [("Apply", "https://x.example/1")]


def test_words_that_show_the_address_hide_nothing(read: Callable) -> None:
    assert list(hidden_links(read('<a href="https://x.example/jobs">x.example</a>', "a.html"))) == []


def test_other_formats_have_none(read: Callable) -> None:
    assert list(hidden_links(read("[Apply](https://x.example/1)", "a.txt"))) == []
