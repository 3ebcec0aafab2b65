# ruff: noqa: RUF001 - Hebrew letters are meant

import re
from dataclasses import replace

import hypothesis.strategies as st
import pytest
from hypothesis import example, given

from jdgen.render.body import Body, direction, read_body

SCRIPTS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<iframe src='https://evil.example'>inside</iframe>",
    "<p onclick='alert(1)' style='color:red' class='x' id='y' title='z'>text</p>",
    "<svg><a xlink:href='javascript:alert(1)'><text>t</text></a></svg>",
    "<style>body{display:none}</style>",
    "[x](javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "<a href='jAvAsCrIpT:alert(1)'>x</a>",
    "[x](file:///etc/passwd)",
    "[x](//evil.example)",
    "[x](../../secret)",
    "![x](https://evil.example/pixel.png)",
    "<object data=x></object><embed src=x><link rel=stylesheet href=x><base href=x><meta http-equiv=refresh content=0>",
    "<template><img src=x onerror=alert(1)></template>",
]


def everything(body: Body) -> str:
    card = "".join(fact.label.html + fact.value.html for fact in body.card)
    sections = "".join(section.heading.html + section.content for section in body.sections)
    return body.title.html + card + body.opening + sections


@pytest.mark.parametrize("attack", SCRIPTS)
@pytest.mark.parametrize(
    "frame", ["# {}", "# T\n\n{}", "# T\n\n## {}", "# T\n\n- **A:** {}", "# T\n\n## S\n\n| {} |\n|-|\n| {} |"]
)
def test_scripts_styles_and_outside_addresses_vanish(attack: str, frame: str) -> None:
    html = everything(read_body(frame.replace("{}", attack), title="T"))

    tags = set(re.findall(r"<([a-z0-9]+)", html))
    attributes = set(re.findall(r'([a-z-]+)="', html))
    assert tags <= {"a", "p", "table", "thead", "tbody", "tr", "th", "td", "h2"}
    assert attributes <= {"href"}
    assert not re.search(r'href="(?!https?:|mailto:|tel:|#)', html)


def test_markup_characters_come_out_as_text() -> None:
    body = read_body("# R&D &lt;b&gt; {{ 7 * 7 }}\n\n1 &lt; 2 \\*not bold\\* {% raw %}", title="T")

    assert body.title.html == "R&amp;D &lt;b&gt; {{ 7 * 7 }}"
    assert body.opening == "<p>1 &lt; 2 *not bold* {% raw %}</p>"


def test_body_is_cut_into_title_card_opening_and_sections() -> None:
    body = read_body(
        "# RN\n\n- **Pay:** $40\n- **Place:** Denver\n\nWelcome.\n\n## Do\n\n### Plan\n\n- a\n\n## Bring\n\nb",
        title="T",
    )

    assert body.title.html == "RN"
    assert [(fact.label.html, fact.value.html) for fact in body.card] == [("Pay", "$40"), ("Place", "Denver")]
    assert body.opening == "<p>Welcome.</p>"
    assert [(section.id, section.heading.html) for section in body.sections] == [("do", "Do"), ("bring", "Bring")]
    assert body.sections[0].content == "<h3>Plan</h3>\n<ul>\n<li>a</li>\n</ul>"


@pytest.mark.parametrize(
    "head", ["| | | |\n|-|-|-|", "|  |  |  |\n| --- | :-: | ---: |", "| &nbsp; | <br> | \u00a0 |\n|-|-|-|"]
)
def test_a_table_whose_head_says_nothing_has_none(head: str) -> None:
    body = read_body(f"# T\n\n{head}\n| Mon | 8 | 4 |\n| Tue | | 5 |", title="T")

    assert body.opening == (
        "<table>\n<tbody>\n<tr>\n<td>Mon</td>\n<td>8</td>\n<td>4</td>\n</tr>\n<tr>\n<td>Tue</td>\n<td></td>\n<td>5</td>\n</tr>\n</tbody>\n</table>"
    )


def test_a_head_with_one_name_stays() -> None:
    assert "<th></th>\n<th>From</th>" in read_body("# T\n\n| | From |\n|-|-|\n| Mon | 8 |", title="T").opening


def test_a_body_without_a_title_takes_the_title_of_the_facts() -> None:
    assert read_body("Only text.", title="Q & A").title.html == "Q &amp; A"


def test_an_empty_body_has_a_title_and_nothing_else() -> None:
    assert read_body("", title="T") == Body(read_body("# T", title="x").title, (), read_body("", title="T").opening, ())


def test_a_list_with_one_item_unlabeled_stays_a_list() -> None:
    body = read_body("# T\n\n- **Pay:** $40\n- Denver", title="T")

    assert body.card == ()
    assert body.opening.startswith("<ul>")


def test_a_list_in_a_later_section_is_no_card() -> None:
    assert read_body("# T\n\n## S\n\n- **Pay:** $40", title="T").card == ()


def test_blank_lines_between_items_make_no_difference() -> None:
    loose = read_body("# T\n\n- **Pay:** $40\n\n- **Place:** Denver\n\nText", title="T")

    assert loose == read_body("# T\n\n- **Pay:** $40\n- **Place:** Denver\n\nText", title="T")


def test_a_second_title_becomes_a_section() -> None:
    assert [section.heading.html for section in read_body("# One\n\n# Two", title="T").sections] == ["Two"]


def test_headings_skip_no_level() -> None:
    content = read_body("# T\n\n## S\n\n##### Deep\n\n###### Deeper", title="T").sections[0].content

    assert content == "<h3>Deep</h3>\n<h4>Deeper</h4>"


def test_sections_of_the_same_name_get_anchors_of_their_own() -> None:
    body = read_body("# T\n\n## Pay\n\n## Pay\n\n## 薪資\n\n## <b></b>\n\n## Pay 2", title="T")

    assert [section.id for section in body.sections] == ["pay", "pay-2", "section-3", "section-4", "pay-2-2"]


def test_loose_text_between_blocks_becomes_a_paragraph() -> None:
    assert read_body("# T\n\n<div>Hi <b>you</b></div>", title="T").opening == "<p>Hi <b>you</b></p>"


def test_a_heading_inside_a_quotation_starts_no_section() -> None:
    assert read_body("# T\n\n> ## Quoted", title="T").sections == ()


def test_short_items_stand_in_two_columns_without_space_between_them() -> None:
    opening = read_body("# T\n\n- a\n- b\n- c\n- d", title="T").opening

    assert opening == '<ul class="brief"><li>a</li><li>b</li><li>c</li><li>d</li></ul>'


@pytest.mark.parametrize("items", [["a", "b", "c"], ["a", "b", "c", "d" * 53], ["a", "b", "c", "d\n    - nested"]])
def test_few_long_or_nested_items_stay_in_one_column(items: list[str]) -> None:
    assert "brief" not in read_body("# T\n\n" + "\n".join(f"- {item}" for item in items), title="T").opening


def test_blocks_against_the_direction_of_the_page_are_marked() -> None:
    body = read_body("# מנהל\n\n- **Place:** שלום\n\nשלום\n\nHello שלום\n\n- تحدث", title="T")

    assert (body.title.direction, body.card[0].value.direction) == ("rtl", "rtl")
    assert body.opening == '<p dir="rtl">שלום</p>\n<p>Hello שלום</p>\n<ul>\n<li dir="rtl">تحدث</li>\n</ul>'


def test_on_a_right_to_left_page_latin_blocks_are_marked() -> None:
    assert read_body("# מנהל\n\nשלום\n\nHello", title="T", base="rtl").opening == '<p>שלום</p>\n<p dir="ltr">Hello</p>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", "ltr"),
        ("12 שלום", "rtl"),
        ("—", "ltr"),
        ("", "ltr"),
        ("ملاحظة a", "rtl"),
        ("שלום welcomes you", "ltr"),
        ("Acme שלום עליכם", "rtl"),
        ("אב ab", "rtl"),
        ("ab אב", "ltr"),
        ("\u0600 1", "ltr"),
        ("\U0001e900\U0001e901", "rtl"),
    ],
)
def test_direction_is_that_of_most_letters(text: str, expected: str) -> None:
    assert direction(text) == expected


def test_prose_that_starts_with_a_name_of_the_other_direction_keeps_its_own() -> None:
    body = read_body("# T\n\nבית החולים serves the whole valley.\n\n## שלום\n\n- תחנת A cares for adults", title="T")

    assert body.opening == "<p>בית החולים serves the whole valley.</p>"
    assert body.sections[0].heading.direction == "rtl"
    assert body.sections[0].content == "<ul>\n<li>תחנת A cares for adults</li>\n</ul>"


def test_loose_html_lists_that_end_oddly_are_read_in_no_time() -> None:
    body = read_body("# T\n\n<ul>" + "<li>a</li>" * 2000 + "<p>x</p></ul>", title="T")

    assert body.opening.count("<li>") == 2000


@given(st.text(alphabet=st.sampled_from("#-*> \n|<>&/abhup1:[](){}\"'!`_שא"), max_size=120))
def test_any_text_becomes_balanced_safe_html(text: str) -> None:
    html = everything(read_body(text, title="T"))

    open_tags: list[str] = []
    for closing, tag in re.findall(r"<(/?)([a-z][a-z0-9]*)[^>]*>", html):
        if closing:
            assert open_tags.pop() == tag
        elif tag not in {"br", "hr"}:
            open_tags.append(tag)
    assert open_tags == []
    assert "<h1" not in html
    assert "<script" not in html


def test_references_and_html_reach_over_headings() -> None:
    reference = read_body("# T\n\n[here]\n\n## S\n\n[here]: https://a.example", title="T")
    hidden = read_body("# T\n\n<!--\n\n## S\n\n-->\n\nend", title="T")

    assert reference.opening == '<p><a href="https://a.example">here</a></p>'
    assert (hidden.opening, hidden.sections) == ("<p>end</p>", ())


PARTS = st.sampled_from(
    [
        "# T", "## S", "### *G*", "#### a#", "#no heading", "- a\n- b", "- a\n\n- b", "1. a\n    - b", "    code", "> q", "> ## q", "p  ",
        "p\nq", "a\n===", "a\n---", "| a |\n| - |\n| b |", "**b", "b**", "`c", "c`", "[x]", "[x][x]", "[x]: https://a.example", "<b>",
        "p\n- a", "10. p", "a | b\n- | -\n1 | 2", "it's 'p", "\tp",
        "</b>", "<div>", "</div>", "<!-- c", "-->", "<https://a.example/?b>", "< 3", "<3", "&amp;", "\\", "***", "[x](https://a.example", ")",
    ]
)  # fmt: skip


@example([("[x]", "\n\n"), ("## S", "\n\n"), ("[x]: https://a.example", "")])
@example([("<div>", "\n\n"), ("## S", "\n\n"), ("</div>", "\n\n"), ("<b>", "\n\n"), ("## S", "")])
@example([("<!-- c", "\n\n"), ("## S", "\n\n"), ("-->", "")])
@given(st.lists(st.tuples(PARTS, st.sampled_from(["\n", "\n\n", "\n\n\n"])), max_size=9))
def test_parts_made_one_by_one_are_the_whole(parts: list[tuple[str, str]]) -> None:
    markdown = "".join(map("".join, parts)).strip("\n")

    # The first paragraph looks like a reference, so that the body is made in one piece.
    whole = read_body(f"x]: y\n\n{markdown}", title="T")

    made = read_body(markdown, title="T")
    assert replace(made, opening="") == replace(whole, opening="")
    assert whole.opening.removeprefix("<p>x]: y</p>").lstrip("\n") == made.opening
