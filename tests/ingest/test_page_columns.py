"""Lines of a page in the order they are read; the layouts of whole pages are in tests/properties/test_pdf_layouts.py."""

from collections.abc import Callable

from jdgen.ingest.page_columns import in_reading_order
from jdgen.ingest.page_lines import PageLine
from jdgen.ingest.reader import read_document


def column_lines(left: float, *texts: str, top: float = 700) -> list[PageLine]:
    """Return lines below one another."""
    return [PageLine(text, 0, left, left + 5 * len(text), top - 14 * row, 11) for row, text in enumerate(texts)]


FIRST = column_lines(
    60, "We visit people at home and", "plan their care with them and", "with their families.", "We stay."
)
SECOND = column_lines(
    320, "You know the clinics of the", "county and the people who", "work in them.", "You listen.", top=695
)


def test_columns_whose_lines_a_file_draws_across_are_read_one_after_the_other() -> None:
    across = [line for pair in zip(FIRST, SECOND, strict=True) for line in pair]

    assert [line.text for line in in_reading_order([across])] == [line.text for line in (*FIRST, *SECOND)]


def test_a_line_in_one_piece_is_cut_at_the_gutter(make_pdf: Callable) -> None:
    rows = [(line.left, line.bottom, 11, line.text) for pair in zip(FIRST, SECOND, strict=True) for line in pair]
    level = [(left, bottom + 5 if left > 300 else bottom, size, text) for left, bottom, size, text in rows]

    document = read_document(make_pdf(level), "ad.pdf")

    assert document.source.split("\n") == [line.text for line in (*FIRST, *SECOND)]


def test_lines_know_their_column_and_how_far_it_reaches() -> None:
    lines = in_reading_order([[*FIRST, *SECOND]])

    assert {(line.column, line.edge) for line in lines} == {
        (1, max(line.right for line in FIRST)),
        (2, max(line.right for line in SECOND)),
    }


def test_a_page_without_a_gutter_keeps_its_lines_and_their_order() -> None:
    page_lines = [*FIRST, *column_lines(60, "The office is in Reno, right beside the station of the county", top=600)]

    assert in_reading_order([page_lines]) == page_lines


def test_a_bullet_that_is_drawn_apart_stands_before_its_words() -> None:
    words, mark = PageLine("Visit people.", 0, 80, 150, 600, 11), PageLine("\u2022", 0, 66, 70, 600, 11)

    assert [(line.text, line.left) for line in in_reading_order([[words, mark]])] == [("\u2022 Visit people.", 66)]


def test_text_that_flows_around_a_box_is_read_to_its_end_first() -> None:
    around = column_lines(
        60,
        *(f"we visit people and row {row} of all the" for row in range(5)),
        "and plan their care with them for as long as they need",
    )
    box = column_lines(320, "You have a say in", "what we do and in", "how we do it.")
    text = [*around[:5], around[5]._replace(right=420)]

    assert [line.text for line in in_reading_order([[*box, *text]])] == [line.text for line in (*text, *box)]


def test_a_heading_with_nothing_beside_it_heads_both_columns_below() -> None:
    heading = PageLine("What you bring", 0, 60, 160, 620, 15, is_bold=True)
    below = [*column_lines(60, *(line.text for line in FIRST), top=590), *column_lines(320, *(line.text for line in SECOND), top=590)]  # fmt: skip

    read = [line.text for line in in_reading_order([[*FIRST, *SECOND, heading, *below]])]

    texts = [line.text for line in (*FIRST, *SECOND)]
    assert read == [*texts, heading.text, *texts]


def test_a_table_of_facts_above_columns_is_no_part_of_them() -> None:
    labels = ["Salary", "$31 Hourly", "Location", "Duluth, MN"]
    rows = [
        PageLine(text, 0, left, left + 5 * len(text), bottom, 11, left in {60, 320})
        for bottom in (760, 746, 732)
        for left, text in zip((60, 150, 320, 420), labels, strict=True)
    ]
    ordered = in_reading_order([[*rows, *(line for pair in zip(FIRST, SECOND, strict=True) for line in pair)]])

    assert [line.text for line in ordered[-8:]] == [line.text for line in (*FIRST, *SECOND)]


def test_what_crosses_the_columns_reaches_as_far_as_they_do() -> None:
    heading = PageLine("Pine County, Reno, NV", 0, 150, 420, 740, 11)
    ordered = in_reading_order([[heading, *(line for pair in zip(FIRST, SECOND, strict=True) for line in pair)]])

    assert ordered[0].text == heading.text
    assert ordered[0].edge == max(line.right for line in SECOND)
