"""Markdown blocks: what becomes a heading, a paragraph, an item, a row."""

from collections.abc import Callable

import pytest

from jdgen.ingest.markdown import read_markdown
from jdgen.ingest.pieces import cut_runs


def pieces(text: str) -> list[tuple[str, int, str]]:
    """Return kind, level and words of each piece."""
    return [(piece.kind, piece.level, piece.text) for piece in read_markdown(text).pieces]


def test_headings_lists_and_paragraphs_are_told_apart() -> None:
    assert pieces("# RN\n\nWe hire.\n\n- One\n    - Two\n\n1. Three\n") == [
        ("heading", 1, "RN"),
        ("paragraph", 0, "We hire."),
        ("item", 1, "One"),
        ("item", 2, "Two"),
        ("item", 1, "Three"),
    ]


def test_underlined_headings_and_closing_marks_are_headings() -> None:
    assert pieces("RN\n==\n\n## Benefits ##\n") == [("heading", 1, "RN"), ("heading", 2, "Benefits")]


def test_a_wrapped_paragraph_is_one_piece() -> None:
    assert pieces("We hire a case manager\nfor the night.\n") == [
        ("paragraph", 0, "We hire a case manager for the night.")
    ]


def test_lines_that_label_facts_stand_alone_without_a_blank_line() -> None:
    assert pieces("**Location:** Denver, CO\n**Pay:** $30 an hour\n") == [
        ("paragraph", 0, "Location: Denver, CO"),
        ("paragraph", 0, "Pay: $30 an hour"),
    ]


def test_hard_breaks_part_a_paragraph() -> None:
    assert [text for _, _, text in pieces("One  \nTwo\\\nThree<br>Four\n")] == ["One", "Two", "Three", "Four"]


def test_a_second_paragraph_of_an_item_is_a_paragraph() -> None:
    assert pieces("- One\n\n  More of it.\n") == [("item", 1, "One"), ("paragraph", 0, "More of it.")]


def test_a_table_is_read_row_by_row() -> None:
    text = "| Pay | $30 \\| hour |\n| --- | --- |\n| Place | Denver |\n"
    rows = read_markdown(text).pieces

    assert [(row.kind, row.text) for row in rows] == [("row", "Pay | $30 | hour"), ("row", "Place | Denver")]
    assert rows[0].runs == ((0, text.index("Pay")), (len("Pay | $30 "), text.index("| hour")))
    assert rows[1].runs == ((0, text.index("Place")),)


def test_pasted_text_with_an_indent_is_read_line_by_line() -> None:
    assert pieces("Duties\n\n    Plan care\n    Write notes\n") == [
        ("paragraph", 0, "Duties"),
        ("paragraph", 0, "Plan care"),
        ("paragraph", 0, "Write notes"),
    ]


def test_a_fenced_block_is_read_without_its_fences() -> None:
    assert pieces("```text\nPlan *care*\n```\n") == [("paragraph", 0, "Plan *care*")]


def test_html_inside_is_read_as_html() -> None:
    assert pieces("<ul>\n<li>One\n<li>Two &amp; three\n</ul>\n") == [("item", 1, "One"), ("item", 1, "Two & three")]


def test_a_comment_has_no_words() -> None:
    assert pieces("<!-- jdgen: allow age.youth because they are clients -->\n\nWe hire.\n") == [
        ("paragraph", 0, "We hire.")
    ]


def test_a_line_all_in_bold_is_marked_so(read: Callable) -> None:
    assert [piece.is_bold for piece in read_markdown("**Duties**\n\n**Pay:** $30\n\n__Benefits__:\n").pieces] == [
        True,
        False,
        True,
    ]


def test_places_in_quotations_and_lists_are_exact() -> None:
    text = "> - We hire\n>   in *Maine*\n"
    piece = read_markdown(text).pieces[0]

    assert piece.text == "We hire in Maine"
    assert text[piece.runs[-1][1] :].startswith("Maine")


@pytest.mark.parametrize(
    "text", [">" * 20_000 + " We hire\n", "> " * 50 + "We\n" + "> " * 50 + "*hire*\n", "- " * 15 + "We hire\n"]
)
def test_words_stand_deep_in_quotes_and_lists(text: str) -> None:
    (piece,) = read_markdown(text).pieces

    assert piece.text == "We hire"
    assert text[piece.cut(3, 7).runs[0][1] :].startswith(("hire", "*hire"))


def test_words_nested_too_deep_are_noted(read: Callable) -> None:
    document = read("# RN\n\n" + "\n".join("  " * depth + "- word" for depth in range(60)))

    assert document.notes == ("line 52 is nested too deep, and what stands in it was not read",)
    assert read("- " * 15 + "We hire\n").notes == ()


@pytest.mark.parametrize("blank", ["\u00a0", "\u2003", "\u3000", "\u2028", "\f", "\v", "\x85"])
@pytest.mark.parametrize("mark", ["", "> ", "- "])
def test_a_first_line_of_odd_spaces_loses_and_doubles_no_word(blank: str, mark: str) -> None:
    source = (
        f"# RN\n\n{mark}{blank}\n{'> ' if mark == '> ' else ''}We help all.\nApplicants must be\nunder 40.\n\nEnd.\n"
    )
    page = read_markdown(source).pieces

    assert " ".join(piece.text for piece in page) == "RN We help all. Applicants must be under 40. End."
    found = next(piece for piece in page if "under" in piece.text)
    assert cut_runs(found.runs, found.text.index("under"), len(found.text))[0][1] == source.index("under")


def test_a_link_is_known_by_a_name_with_an_odd_space() -> None:
    assert pieces("See [our\u00a0page].\n\n[our\u00a0page]: https://example.org\n") == [
        ("paragraph", 0, "See our page.")
    ]


def test_cells_without_spaces_keep_the_order_of_the_source() -> None:
    row = read_markdown("|Pay|$30|\n|---|---|\n").pieces[0]

    assert (row.text, row.runs) == ("Pay | $30", ((0, 1), (4, 4), (5, 4)))


def test_an_indented_line_of_a_list_starts_at_its_words() -> None:
    source = "- One\n\n\tWe hire\n    \tnow.\n"
    piece = read_markdown(source).pieces[1]

    assert (piece.text, piece.runs[0]) == ("We hire now.", (0, source.index("We")))


def test_words_behind_the_marks_of_a_fence_are_read() -> None:
    assert pieces("```We hire now\nPay: $30\n```\n") == [("paragraph", 0, "We hire now"), ("paragraph", 0, "Pay: $30")]
    assert pieces("```text\nPay: $30\n```\n") == [("paragraph", 0, "Pay: $30")]


def test_cells_beyond_the_head_of_a_table_are_read() -> None:
    source = "| Pay | Place |\n| --- | --- |\n| $30 | Reno | Applicants must be under 40. | |\n"
    row = read_markdown(source).pieces[1]

    assert row.text == "$30 | Reno | Applicants must be under 40."
    assert cut_runs(row.runs, row.text.index("Appl"), len(row.text))[0][1] == source.index("Appl")


def test_a_quoted_block_of_pasted_text_has_no_marks() -> None:
    assert pieces("> ```\n> Pay: $30\n> ```\n") == [("paragraph", 0, "Pay: $30")]
