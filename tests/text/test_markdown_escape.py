"""Escaping: ordinary prose stays as it is, marks get a backslash. That it is enough is a property test."""

import pytest

from jdgen.text.markdown_escape import escape_markdown, one_line

UNTOUCHED = (
    "You will lead discharge planning for a 24/7 unit (RN or LCSW).",
    "C++ and C#, R&D, AT&T",
    "5-10% travel, 3.5 days, -5 degrees, +1 303 555 0100",
    "we are the #1 employer",
    "jane_doe@mercy_health.org",
    "https://example.org/jobs/case_manager?id=1&lang=en",
    "BP < 140, age > 65, <18 years, 2 + 2 = 4",
    "ends with 2026.",
    'It\'s $38.50\u2013$52.00 an hour; "really" {great}: yes!',
    "{{ pay }} and {% raw %}",
    "1) first",
    "مستشفى\u200f الأمل",
)

ESCAPED = {
    "": "",
    "<b>": "&lt;b>",
    "&amp; &#38; &lt": "&amp;amp; &amp;#38; &lt",
    "a * b": r"a \* b",
    "_a_ b_c": r"\_a\_ b_c",
    "`x`": r"\`x\`",
    "[x](y)": r"\[x\](y)",
    "[x]: y": r"\[x&#93;: y",
    "![x](y)": r"!\[x\](y)",
    "a|b": r"a\|b",
    "a\\b": r"a\\b",
    "# one": r"\# one",
    "#": r"\#",
    "C#": r"C\#",
    "> quote": r"\> quote",
    "- item": r"\- item",
    "-": r"\-",
    "---": r"\---",
    "+ item": r"\+ item",
    "1. item": r"1\. item",
    "2026. ": r"2026\.",
    "=": "&#61;",
    "===": "&#61;==",
    "<http://a.b>": "&lt;http://a.b>",
    "<!-- x -->": "&lt;!-- x -->",
    "a\n\n    b": "a b",
}


@pytest.mark.parametrize("text", UNTOUCHED)
def test_ordinary_prose_gets_no_backslash(text):
    assert text == escape_markdown(text)


@pytest.mark.parametrize("text", ESCAPED)
def test_marks_are_escaped(text):
    assert ESCAPED[text] == escape_markdown(text)


def test_ends_of_lines_and_controls_vanish_but_chosen_spaces_stay():
    assert one_line("\ufeff a\r\n\tb\x00\x07\u2028c\u202ed\u00a0e\u3000f \ud800") == "a b cd\u00a0e\u3000f"


def test_joiners_that_scripts_and_emoji_need_stay():
    family = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"

    assert escape_markdown(family) == family


@pytest.mark.parametrize("text", ["a  b", " a b ", "Café \u2013 “menu”", "総合 病院", ""])
def test_the_short_way_for_printable_text_says_what_the_long_way_says(text: str) -> None:
    long = one_line(f"{text}\x00")

    assert text.isprintable()
    assert (one_line(text), long) == (long, " ".join(text.split()))
