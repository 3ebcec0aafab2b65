"""The blocks of plain Markdown: found here or left to the library, they are the same."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from jdgen.ingest.plain_blocks import plain_tokens

PARSER = MarkdownIt("commonmark").enable("table")
PLAIN = "# Case Manager\n\nCall people,\nand listen.\n\n## Duties\n- Visit **homes**\n- Write notes\n\n* *Drive*\n\n_Pay_: $30\n"
PARTS = [
    "- ", "* ", "+ ", "-", "*", "#", "##", " ", "  ", "a", "word", "1.", "1)", "12", "\n", "\n\n", ":", "|", "---", "===", "***", "**b**",
    "_i_", "<b>", ">", "`", "```", "~~~", "[x]", "[x]: y", "(", "$5", "&amp;", "\\", "\u2022 ", "\xe9", "\xa0", "!", "# h", "- item",
    "\n- ", "\n# ", "\nword", "<!-- ", "    ", "\t", "\r\n", "\u3000", "\x0b", "\x85", "\u2028",
]  # fmt: skip


def _told(tokens: list[Any], line: int = 0) -> list[tuple[Any, ...]]:
    """Return what the reader asks of tokens that begin at a line."""
    return [
        (one.type, one.nesting, one.tag if "heading" in one.type else "", *_lines(one, line), one.content)
        for one in tokens
        if one.type not in {"paragraph_open", "paragraph_close", "list_item_close"}
    ]


def _lines(token: Any, line: int) -> tuple[int, ...]:
    return (token.map[0] + line, token.map[1] + line) if token.type == "inline" else ()


@given(st.lists(st.sampled_from(PARTS), max_size=14).map("".join))
def test_with_the_rest_from_the_library_the_tokens_are_those_of_the_library(text: str) -> None:
    found, line = plain_tokens(text)
    rest = PARSER.parse("\n".join(text.split("\n")[line:])) if line < len(text.split("\n")) else []

    assert [*_told(found), *_told(rest, line)] == _told(PARSER.parse(text))


def test_headings_paragraphs_and_flat_lists_need_no_library() -> None:
    found, line = plain_tokens(PLAIN)

    assert line == len(PLAIN.split("\n"))
    assert [one.content for one in found if one.content] == [
        "Case Manager", "Call people,\nand listen.", "Duties", "Visit **homes**", "Write notes", "*Drive*", "_Pay_: $30",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "odd",
    [
        "| a | b |\n|---|---|", "<div>x</div>", "> quoted", "1. first", "  indented", "- item\n  goes on", "- item\ngoes on", "- - deeper",
        "Title\n=====", "Title\n---", "```\ncode\n```", "## Title ##", "***", "- ***",
    ],
)  # fmt: skip
def test_from_the_last_heading_before_anything_else_the_library_looks(odd: str) -> None:
    found, line = plain_tokens(f"# Case Manager\n\nWords.\n\n## Duties\n\n{odd}\n")

    assert [one.content for one in found if one.content] == ["Case Manager", "Words."]
    assert line == 4


@pytest.mark.parametrize("mark", ["[site]: https://jobs.example", "a\tb", "a\r\nb", "a\0b"])
def test_what_changes_how_every_line_is_read_leaves_the_whole_text_to_the_library(mark: str) -> None:
    assert plain_tokens(f"# Case Manager\n\n{mark}\n") == ([], 0)
