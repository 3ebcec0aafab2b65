"""The line around a finding: cut to the terminal, with the marks under the very words."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.cli.reports.columns import width
from jdgen.cli.reports.excerpt import Excerpt, excerpt
from jdgen.model.document import Document, starts_of_lines
from jdgen.model.finding import Finding


def piece(source: str, words: str, columns: int = 76) -> Excerpt | None:
    start = source.index(words)
    document = Document("a.md", "markdown", source, (), (), line_starts=starts_of_lines(source))
    finding = Finding(
        "a.b", "age", "error", "", "", 1, 1, 1, 1, words, (), (), "law", start=start, end=start + len(words)
    )
    return excerpt(document, finding, columns)


def test_a_short_line_is_whole() -> None:
    assert piece("one\n  we want young people\nthree", "young") == ("we want young people", "        ^^^^^")


def test_wide_letters_and_accents_are_counted_as_shown() -> None:
    assert piece("日本 e\u0301 young", "young") == ("日本 e\u0301 young", "       ^^^^^")
    assert piece("the 年轻 one", "年轻") == ("the 年轻 one", "    ^^^^")


def test_tabs_count_as_one_column() -> None:
    assert piece("a\tyoung", "young") == ("a young", "  ^^^^^")


def test_a_long_line_is_cut_around_the_words() -> None:
    source = "before " * 40 + "young " + "after " * 40

    line, marks = piece(source, "young")

    assert width(line) <= 76
    assert line[marks.index("^") :].startswith("young")
    assert line.startswith("… before")
    assert line.endswith("after …")


def test_a_long_line_with_the_words_at_its_end_shows_more_of_its_beginning() -> None:
    line, marks = piece("before " * 40 + "young", "young")

    assert line.endswith("before young")
    assert width(line) > 65
    assert marks.index("^") == line.index("young")


def test_words_longer_than_the_line_are_cut_too() -> None:
    assert piece("b" + "a" * 200 + " end of it", "a" * 200, 20) == ("b" + "a" * 18 + "…", " " + "^" * 19)


def test_a_whole_line_needs_no_marks() -> None:
    assert piece("one\nwe want young\n", "we want young") == ("we want young", "")


def test_words_over_two_lines_are_marked_to_the_end_of_the_first() -> None:
    assert piece("we want young\n  people", "young\n  people") == ("we want young", "        ^^^^^")


def test_one_line_of_a_megabyte_is_cut() -> None:
    line, _ = piece("<p>" * 200_000 + "young" + "</p>" * 100_000, "young")

    assert "young" in line
    assert width(line) <= 76


def test_what_is_missing_has_no_line(make_document: Callable, find: Callable) -> None:
    document = make_document()

    assert excerpt(document, find(document, ""), 76) is None


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 4), (5, 4), (0, 10_000)])
def test_a_place_outside_of_the_text_has_no_line(make_document: Callable, find: Callable, start: int, end: int) -> None:
    document = make_document()
    finding = find(document, "young", start=start, end=end)

    assert excerpt(document, finding, 76) is None


@given(st.text(alphabet="ab 年\u0301\t\u202e"), st.text(alphabet="xy 年", min_size=1), st.text(alphabet="ab 年\n"))
def test_marks_stand_under_the_words_and_everything_fits(before: str, words: str, after: str) -> None:
    found = piece(before + words + after, words, 24)

    if found:
        assert width(found.line) <= 24 + 1  # half of a wide letter may stand over the edge
        assert found.marks.strip(" ") == "^" * found.marks.count("^")
