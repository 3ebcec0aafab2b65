"""A document to audit: offsets, positions, and its title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.model.document import Block, BlockKind, Document, Format, Role, Section, Stated, starts_of_lines


def block(kind: BlockKind = "paragraph", text: str = "words", role: Role = "other", level: int = 0) -> Block:
    return Block(kind, text, role, 0, ((0, 0),), level)


def document(source: str = "", *blocks: Block, kind: Format = "markdown", title: str = "") -> Document:
    stated = {"title": (Stated(title, title, 0, 0),)} if title else {}
    return Document("x", kind, source, blocks, (Section("other"),), stated, line_starts=starts_of_lines(source))


@pytest.mark.parametrize(("offset", "expected"), [(0, 10), (3, 13), (4, 20), (6, 22), (7, 30), (9, 32)])
def test_between_two_runs_text_and_source_go_in_parallel(offset: int, expected: int) -> None:
    runs = ((0, 10), (4, 20), (7, 30))

    assert Block("paragraph", "abcdefghij", "other", 0, runs).source_offset(offset) == expected


@pytest.mark.parametrize(
    ("text", "source", "runs", "end"),
    [
        ("a>", "a&gt; b", ((0, 0),), 5),
        ("a> b", "a&gt; b", ((0, 0), (2, 5)), 5),
        ("a>b", "a&gt;**b**", ((0, 0), (2, 7)), 5),
        ("a&", "a&", ((0, 0),), 2),
        ("a&", "a& b", ((0, 0),), 2),
        ("a&", "a&amp; b", ((0, 0),), 6),
        ("a&amp;", "a&amp;", ((0, 0),), 6),
        ("a]", "a\\] b", ((0, 0),), 3),
        ("a\\", "a\\ b", ((0, 0),), 2),
        ("a\\", "a\\\\ b", ((0, 0),), 3),
        ("a]", r"a\u005d b", ((0, 0),), 7),
        ("a>", r"a\u0026gt; b", ((0, 0),), 10),
        ("a\U0001f600", r"a\ud83d\ude00 b", ((0, 0),), 13),
        ("ab", "a**b**", ((0, 0), (1, 3)), 4),
    ],
)
def test_the_last_character_ends_where_what_stands_for_it_in_the_source_ends(
    text: str, source: str, runs: tuple[tuple[int, int], ...], end: int
) -> None:
    last = 1 if runs[1:] and text != "ab" else len(text) - 1

    assert Block("paragraph", text, "other", 0, runs).source_end(last, source) == end


@pytest.mark.parametrize(("text", "offset"), [("a&amp;", 1), ("a\\b", 1)])
def test_a_sign_that_stands_for_itself_is_no_escape(text: str, offset: int) -> None:
    assert Block("paragraph", text, "other", 0, ((0, 0),)).source_end(offset, text) == offset + 1


@pytest.mark.parametrize(
    ("form", "name"), [("markdown", ""), ("jsonld", ""), ("docx", "paragraph 3"), ("pdf", "line 3 of its text")]
)
def test_a_line_that_is_none_of_the_file_has_a_name(form: Format, name: str) -> None:
    assert document(kind=form).place_without_lines(3) == name


@pytest.mark.parametrize(
    ("source", "starts"),
    [
        ("", (0,)),
        ("a", (0,)),
        ("a\n", (0, 2)),
        ("a\n\nbc\nd", (0, 2, 3, 6)),
        ("\r\n", (0, 2)),
        ("a\rb\r\rc", (0, 2, 4, 5)),
    ],
)
def test_every_line_has_a_start(source: str, starts: tuple[int, ...]) -> None:
    assert starts_of_lines(source) == starts


@pytest.mark.parametrize(
    ("offset", "expected"), [(0, (1, 1)), (1, (1, 2)), (2, (2, 1)), (3, (3, 1)), (5, (3, 3)), (6, (4, 1))]
)
def test_lines_and_columns_count_from_one(offset: int, expected: tuple[int, int]) -> None:
    assert document("a\n\nbc\nd").position(offset) == expected


@given(st.text(alphabet="ab\n", max_size=40), st.integers(0, 40))
def test_a_position_leads_back_to_its_offset(source: str, offset: int) -> None:
    offset = min(offset, len(source))
    line, column = document(source).position(offset)

    assert sum(len(text) + 1 for text in source.split("\n")[: line - 1]) + column - 1 == offset


@pytest.mark.parametrize(
    ("kind", "unit", "can_be_fixed"),
    [
        ("markdown", "line", True),
        ("html", "line", True),
        ("text", "line", True),
        ("docx", "paragraph", False),
        ("pdf", "line", False),
        ("jsonld", "line", False),
    ],
)
def test_each_format_has_its_unit_and_only_text_files_can_be_fixed(kind: Format, unit: str, can_be_fixed: bool) -> None:  # noqa: FBT001 - a column of the table
    found = document(kind=kind)

    assert (found.unit, found.can_be_fixed) == (unit, can_be_fixed)


HEADINGS = (
    block("heading", "Sub", level=2),
    block("heading", "First", level=1),
    block("heading", "Job", role="title", level=3),
)


@pytest.mark.parametrize(
    ("found", "title"),
    [
        (document("", *HEADINGS, title="Stated"), "Stated"),
        (document("", *HEADINGS), "Job"),
        (document("", *HEADINGS[:2]), "First"),
        (document("", HEADINGS[0]), None),
        (document("", block("paragraph", "Words", role="title")), None),
        (document(), None),
    ],
)
def test_the_title_is_stated_or_the_heading_that_looks_most_like_one(found: Document, title: str | None) -> None:
    assert found.title == title


def test_a_fact_that_is_stated_is_not_looked_for_in_the_words() -> None:
    def find(_: Document, field: str) -> Stated:
        return Stated(field, field, 0, 0)

    plain = document()
    asked = plain._replace(find_in_words=find)
    told = Stated("Larch", "Larch", 0, 0)

    assert (plain.employer, plain.pay) == (None, None)
    assert [one.text for one in (asked.employer, asked.pay) if one] == ["employer.name", "pay"]
    assert asked._replace(stated={"employer.name": (told,)}).employer is told
