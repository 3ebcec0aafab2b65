"""The blocks of any format as Markdown that says the same and can be read again."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from jdgen.ingest.clean_markdown import clean_markdown
from jdgen.ingest.reader import read_document


def test_blocks_become_clean_markdown(read: Callable) -> None:
    page = "<h1>RN</h1><h1>Duties</h1><p>We <b>hire</b>.</p><ul><li>One<ul><li>Two</ul><li>3 * 4</ul><h4>More</h4>"

    assert clean_markdown(read(page, "a.html"), "RN") == (
        "# RN\n\n## Duties\n\nWe hire.\n\n- One\n    - Two\n- 3 \\* 4\n\n#### More\n"
    )


def test_a_title_that_is_no_heading_stands_on_top(read: Callable) -> None:
    assert clean_markdown(read("We hire.\n"), "RN").startswith("# RN\n\nWe hire.")


def test_rows_become_a_table(read: Callable) -> None:
    page = "<table><tr><th>Day<th>From<th>To</tr><tr><td>Monday<td>8<td>4</tr></table>"

    assert clean_markdown(read(page, "a.html"), "RN").endswith(
        "| Day | From | To |\n| --- | --- | --- |\n| Monday | 8 | 4 |\n"
    )


def test_a_table_whose_columns_have_no_names_gets_an_empty_head(read: Callable) -> None:
    page = "<table><tr><td>Pay<td>$30</tr><tr><td>Place<td>Denver<td>CO</tr></table>"

    assert clean_markdown(read(page, "a.html"), "RN").endswith(
        "\n\n|  |  |  |\n| --- | --- | --- |\n| Pay | $30 |  |\n| Place | Denver | CO |\n"
    )


def test_two_columns_without_names_are_labels_and_values(read: Callable) -> None:
    page = "<table><tr><td>Shift:<td>Days</tr><tr><th>Place<td>Denver</tr></table>"

    assert clean_markdown(read(page, "a.html"), "RN") == "# RN\n\n- Shift: Days\n- Place: Denver\n"


def test_a_table_of_markdown_keeps_its_head_and_does_not_run_into_the_next(read: Callable) -> None:
    tables = "| Day | From |\n| --- | --- |\n| Monday | 8 |\n\n| Item | Cost |\n| --- | --- |\n| Bus | $2 |\n"

    assert clean_markdown(read(tables), "RN") == f"# RN\n\n{tables}"


def test_a_label_and_the_value_below_it_become_one_line(read: Callable) -> None:
    text = "RN Case Manager\n\nLocation\n\nDenver, CO\n\nPay\n\n- $30 an hour\n\nWorkplace"

    assert clean_markdown(read(text, "a.txt"), "RN Case Manager") == (
        "# RN Case Manager\n\n- Location: Denver, CO\n\n## Pay\n\n- $30 an hour\n\n## Workplace\n"
    )


def test_an_item_is_at_most_one_step_deeper_than_the_one_before(read: Callable) -> None:
    assert clean_markdown(read("<ul><ul><ul><li>Deep</ul></ul></ul>", "a.html"), "RN").endswith("\n- Deep\n")


@given(st.lists(st.text("abc*_`#<>&|[]().-+1 \\", min_size=1, max_size=12), min_size=1, max_size=5))
def test_the_words_come_back(words: list[str]) -> None:
    page = "".join(f"<p>x {word.replace('&', '&amp;').replace('<', '&lt;')}</p>" for word in words)
    document = read_document(page.encode(), "a.html")

    again = read_document(clean_markdown(document, "RN").encode(), "a.md")

    assert [block.text for block in again.blocks][1:] == [block.text for block in document.blocks]


def test_a_slogan_around_the_title_stays_as_a_line(read: Callable) -> None:
    document = read("# Now hiring: Case Manager\n\nWe hire.\n")

    assert clean_markdown(document, "Case Manager") == "# Case Manager\n\nNow hiring\n\nWe hire.\n"


def test_headings_above_the_title_open_no_section(read: Callable) -> None:
    document = read("# Join us!\n\n## Cedar Ridge\n\n## Case Manager\n\nWe hire.\n\n## Duties\n\n- Plan\n")

    assert clean_markdown(document, "Case Manager") == (
        "# Case Manager\n\nJoin us!\n\nCedar Ridge\n\nWe hire.\n\n## Duties\n\n- Plan\n"
    )


def test_the_end_of_a_sentence_is_no_label(read: Callable) -> None:
    document = read("RN\n\nWe are an\n\nEmployer.\n\nDenver calls.\n", "a.txt")

    assert clean_markdown(document, "RN").endswith("We are an\n\nEmployer.\n\nDenver calls.\n")
