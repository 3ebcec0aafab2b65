"""Rows of `jdgen list`: whole lines for programs, wrapped ones for a terminal."""

import pytest

from jdgen.cli.reports.columns import width
from jdgen.cli.reports.listing import columns_of_terminal, general, render_rows

ROWS = [
    {"id": "ccm", "name": "Certified Case Manager, which people earn with a license and a year of work"},
    {"id": "co-denver", "name": "Denver", "note": "one law"},
]


def test_where_no_terminal_reads_each_row_has_one_line() -> None:
    assert list(render_rows(ROWS, None)) == [f"ccm        {ROWS[0]['name']}", "co-denver  Denver: one law"]


def test_on_a_terminal_the_words_stand_in_a_column_of_their_own() -> None:
    assert list(render_rows(ROWS, 50)) == [
        "ccm        Certified Case Manager, which people",
        "           earn with a license and a year of work",
        "co-denver  Denver: one law",
    ]


def test_beside_long_ids_the_words_stand_below() -> None:
    assert list(render_rows(ROWS, 36)) == [
        "ccm",
        "    Certified Case Manager, which",
        "    people earn with a license and a",
        "    year of work",
        "co-denver",
        "    Denver: one law",
    ]


@pytest.mark.parametrize("columns", [30, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    rows = [{"id": "a" * 20, "name": "年轻 words and 한글 " * 9}, *ROWS]

    assert max(map(width, render_rows(rows, columns))) <= columns


def test_nothing_to_list_prints_nothing() -> None:
    assert list(render_rows([], 80)) == []


def test_what_a_finding_would_put_in_is_left_open() -> None:
    assert general("`{matched}` asks, and {law} forbids it") == "`…` asks, and … forbids it"


def test_a_pipe_has_no_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: False)
    assert columns_of_terminal() is None


def test_a_terminal_says_how_wide_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "72")
    assert columns_of_terminal() == 72
