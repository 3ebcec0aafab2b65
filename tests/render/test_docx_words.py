"""Blocks as the XML of Word: looks, directions, tables."""

from collections.abc import Callable

import pytest

from jdgen.render.blocks import Heading, Paragraph, Run, Table, Words
from jdgen.render.docx_words import Writer, legal

Make = Callable[..., Writer]


@pytest.fixture
def writer() -> Make:
    def make(*, is_right_to_left: bool = False) -> Writer:
        return Writer(9000, is_right_to_left, link=lambda address: f"[{address}]", number=lambda first: 100 + first)

    return make


def test_each_look_has_its_element(writer: Make) -> None:
    made = writer().paragraph((Run("a", bold=True, italic=True), Run("b", struck=True, shift="sub")), "Normal")

    assert made == (
        '<w:p><w:r><w:rPr><w:b/><w:bCs/><w:i/><w:iCs/></w:rPr><w:t xml:space="preserve">a</w:t></w:r>'
        '<w:r><w:rPr><w:strike/><w:vertAlign w:val="subscript"/></w:rPr><w:t xml:space="preserve">b</w:t></w:r></w:p>'
    )


def test_text_is_escaped_and_breaks_are_elements(writer: Make) -> None:
    made = writer().paragraph((Run("a<b>&"), Run("\n"), Run("c")), "Title")

    assert '<w:pPr><w:pStyle w:val="Title"/></w:pPr>' in made
    assert "a&lt;b&gt;&amp;" in made
    assert "<w:r><w:br/></w:r>" in made


def test_characters_xml_cannot_hold_vanish() -> None:
    assert legal("a\x00\x0b\x1f\ufffe\ud800b\tc\U0001f600") == "ab\tc\U0001f600"


def test_a_line_to_the_left_is_marked_and_so_are_its_words(writer: Make) -> None:
    made = writer().paragraph((Run("שלום עולם RN"),), "Normal")

    assert made == (
        '<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">שלום עולם</w:t></w:r>'
        '<w:r><w:t xml:space="preserve"> RN</w:t></w:r></w:p>'
    )


def test_a_name_to_the_left_turns_no_english_line(writer: Make) -> None:
    made = writer().paragraph((Run("The hospital של here"),), "Normal")

    assert "<w:bidi/>" not in made
    assert made.count("<w:rtl/>") == 1


def test_links_to_the_page_itself_are_words(writer: Make) -> None:
    made = writer().paragraph((Run("a", link="#x"), Run("b", link="https://b.example")), "Normal")

    assert made.count("<w:hyperlink") == 1
    assert '<w:hyperlink r:id="[https://b.example]">' in made


def test_tables_repeat_their_header_and_leave_room_in_empty_cells(writer: Make) -> None:
    table = Table((((Run("A"),), (Run("B"),)), ((Run("1"),), ())), has_header=True)
    made = writer(is_right_to_left=True).body(Words((Run("T"),), (), (table,)))

    header, row = made.partition("<w:tbl>")[2].split("<w:tr>")[1:]
    assert "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" in header
    assert '<w:trHeight w:val="567" w:hRule="atLeast"/>' in row
    assert "<w:bidiVisual/>" in made
    assert '<w:tblCaption w:val="A, B"/>' in made
    assert '<w:gridCol w:w="4500"/><w:gridCol w:w="4500"/>' in made


def test_a_table_without_a_header_has_none(writer: Make) -> None:
    made = writer().body(Words((Run("T"),), (), (Table((((Run("1"),),),), has_header=False),)))

    assert "tblHeader" not in made
    assert 'w:firstRow="0"' in made


def test_facts_are_a_table_named_after_the_job(writer: Make) -> None:
    made = writer().body(Words((Run("Nurse"),), (((Run("Pay"),), (Run("$1"),)),), ()))

    assert '<w:tblStyle w:val="PostingFacts"/>' in made
    assert 'w:firstColumn="1"' in made
    assert '<w:tblCaption w:val="Nurse"/>' in made


def test_deep_headings_keep_to_the_styles_there_are(writer: Make) -> None:
    blocks = tuple(Heading(level, (Run("x"),)) for level in range(1, 7))
    made = writer().body(Words((Run("T"),), (), (*blocks, Paragraph((Run("y"),)))))

    names = [part.partition('"')[0] for part in made.split('w:pStyle w:val="')[1:]]
    assert names == ["Title", "Heading1", "Heading1", "Heading2", "Heading3", "Heading4", "Heading5"]
