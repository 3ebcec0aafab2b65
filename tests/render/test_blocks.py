"""Safe HTML → blocks: nothing is lost, spaces are those of the page, and every block is filled."""

import re
from collections import Counter
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from jdgen.render.blocks import (
    Heading,
    Listing,
    Paragraph,
    Quote,
    Run,
    Table,
    flat,
    plain,
    read_blocks,
    way_of,
    words_of,
)
from jdgen.render.body import read_body

TAG = re.compile(r'</?[a-z][^<>"]*(?:"[^"]*"[^<>"]*)*>')


def line(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def test_title_card_and_sections_are_told_apart() -> None:
    words = words_of(read_body("# A\n\n- **Pay:** $1\n\nHello\n\n## B\n\nbye", title="x"))

    assert plain(words.title) == "A"
    assert [(plain(label), plain(value)) for label, value in words.card] == [("Pay", "$1")]
    assert words.blocks == (line("Hello"), Heading(2, (Run("B"),)), line("bye"))


def test_looks_and_links_stand_on_their_runs() -> None:
    html = '<p>a <strong>b <em>c</em></strong><a href="https://a.example/?x=1&amp;y=2">d</a><sub>2</sub><s>e</s></p>'

    assert read_blocks(html) == (
        Paragraph((
            Run("a "),
            Run("b ", bold=True),
            Run("c", bold=True, italic=True),
            Run("d", link="https://a.example/?x=1&y=2"),
            Run("2", shift="sub"),
            Run("e", struck=True),
        )),
    )


def test_spaces_are_those_of_the_page() -> None:
    html = "<p> a\n <b> b</b> <br> c&nbsp; \n</p>"

    assert [run.text for run in read_blocks(html)[0].runs] == ["a ", "b", "\n", "c\u00a0"]


def test_lists_hold_lists_and_paragraphs_and_know_their_first_number() -> None:
    html = '<ol start="5"><li>one<ul><li>inner</li></ul></li><li><p>two</p><p>more</p></li></ol>'

    inner = Listing(((line("inner"),),))
    assert read_blocks(html) == (Listing(((line("one"), inner), (line("two"), line("more"))), 5),)


def test_a_table_is_even_and_knows_its_header() -> None:
    html = "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"

    assert read_blocks(html) == (Table((((Run("A"),), (Run("B"),)), ((Run("1"),), ())), has_header=True),)


def test_quotes_and_literal_text_are_kept() -> None:
    html = "<blockquote><h2>Q</h2><p>q</p></blockquote><pre><code>a  b\n c</code></pre>"

    assert read_blocks(html) == (
        Quote((Heading(2, (Run("Q"),)), line("q"))),
        Paragraph((Run("a  b\n c", code=True),), is_literal=True),
    )


def test_what_is_empty_vanishes() -> None:
    assert read_blocks("<p> </p><ul><li></li></ul><hr><blockquote></blockquote><h3> <b></b></h3><table></table>") == ()


def test_every_block_is_reached_in_reading_order() -> None:
    html = "<ul><li>a<ul><li>b</li></ul></li></ul><blockquote><p>c</p></blockquote><h2>d</h2>"

    assert [plain(block.runs) for block in flat(read_blocks(html)) if not isinstance(block, Table)] == list("abcd")


def test_the_way_of_a_line_is_that_of_most_letters() -> None:
    assert way_of((Run("שלום עולם"), Run(" RN"))) == "rtl"
    assert way_of((Run("RN "), Run("של"))) == "ltr"


def letters(text: str) -> Counter[str]:
    return Counter(letter for letter in text if letter.isalnum())


@given(st.text(alphabet="ab*_`#>|-+1.()[]<>/&; \n\t"))
def test_no_letter_of_the_page_is_lost_and_no_block_is_empty(markdown: str) -> None:
    body = read_body(f"# T\n\n{markdown}", title="T")
    page = [body.opening, *(part.html for fact in body.card for part in fact)]
    page += [text for section in body.sections for text in (section.heading.html, section.content)]

    words = words_of(body)

    seen = list(flat(words.blocks))
    lines = [plain(block.runs) for block in seen if not isinstance(block, Table)]
    cells = [plain(cell) for block in seen if isinstance(block, Table) for row in block.rows for cell in row]
    card = [plain(part) for fact in words.card for part in fact]
    assert all(line.strip() for line in lines)
    assert letters("".join([*lines, *cells, *card])) == letters("".join(unescape(TAG.sub("", part)) for part in page))
