from collections.abc import Callable

import pytest

from jdgen.render.feeds.xml_text import clean, comment, escaped, literal


@pytest.mark.parametrize("write", [literal, escaped])
def test_any_text_comes_back_without_what_xml_forbids(
    write: Callable, read: Callable, hostile: tuple[str, str]
) -> None:
    text, kept = hostile

    assert read(write("a", text)).text == kept


def test_a_literal_text_holds_no_entity() -> None:
    assert literal("a", "R&D <b>") == "<a><![CDATA[R&D <b>]]></a>\n"


def test_the_end_of_a_section_is_parted() -> None:
    assert literal("a", "x]]>y") == "<a><![CDATA[x]]]]><![CDATA[>y]]></a>\n"


def test_an_escaped_text_holds_no_tag() -> None:
    assert escaped("a", "R&D <b>", ' id="1"') == '<a id="1">R&amp;D &lt;b&gt;</a>\n'


@pytest.mark.parametrize("code", [*range(0x20), 0x7F, 0x85, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF, 0x10FFFF])
def test_exactly_the_characters_of_xml_are_kept(code: int) -> None:
    allowed = code in {0x9, 0xA, 0xD} or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code > 0xFFFF

    assert bool(clean(chr(code))) == allowed


def test_lines_end_as_xml_ends_them(read: Callable) -> None:
    assert clean("a\r\nb\rc\n") == "a\nb\nc\n"
    assert read(literal("a", "a\r\nb\rc\n")).text == "a\nb\nc\n"


@pytest.mark.parametrize("text", ["a -- b", "a --> b", "-----", "ends-"])
def test_no_comment_ends_early(read: Callable, text: str) -> None:
    found = read(f"<a>{comment(text)}<b/></a>")

    assert [child.tag for child in found][1:] == ["b"]
    assert found[0].text.replace(" ", "") == text.replace(" ", "")
