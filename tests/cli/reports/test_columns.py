"""Columns of a terminal: wide letters take two, accents none, and nothing steers the terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.cli.reports.columns import cut, padded, visible, width, wrapped


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("", 0), ("年轻", 4), ("e\u0301", 1), ("é", 1), ("\u200d", 0), ("한글", 4), ("—", 1), ("😀", 2)],
)
def test_width_is_what_a_terminal_shows(text: str, columns: int) -> None:
    assert columns == width(text)


def test_what_steers_a_terminal_is_made_visible() -> None:
    assert visible("a\x1b[31mb\x07\u202ec\x00\ud800") == "a�[31mb��c��"


def test_gaps_become_spaces() -> None:
    assert visible("a\tb\r\nc\u2028d") == "a b  c d"


@given(st.text())
def test_the_length_stays(text: str) -> None:
    assert len(visible(text)) == len(text)


@given(st.text(alphabet="ab 年e\u0301"), st.integers(0, 20))
def test_a_cut_fits(text: str, columns: int) -> None:
    piece = cut(text, columns)

    assert text.startswith(piece)
    assert width(piece) <= columns


@given(st.text(alphabet="ab 年\u0301\n"), st.integers(4, 20))
def test_wrapped_lines_keep_every_word(text: str, columns: int) -> None:
    lines = wrapped(text, columns)

    assert " ".join(lines) == " ".join(text.split())
    assert all(width(line) <= columns or " " not in line for line in lines)


def test_padding_counts_columns() -> None:
    assert padded("年", 4) == "年  "
    assert padded("abcde", 4) == "abcde"
