"""Breaks that somebody typed: a space inside of a sentence, and the end of an item in a list made of breaks."""

from collections.abc import Callable

import pytest

JOINED = [
    ["Recent", "graduates only"],
    ["Recent", "graduates", "only."],
    ["You plan care with every patient", "families and physicians together", "every single week"],
    ["We look for the", "recent", "graduates"],
    ["We want gradu-", "ates"],
]
APART = [
    ["Recent graduates", "Full-time"],
    ["case management", "discharge planning", "home visits"],
    ["We offer", "dental plans", "paid leave"],
    ["Requirements", "current license"],
    ["Requirements:", "current license", "two years"],
    ["Job type", "full-time"],
    ["Employment", "full-time"],
    ["You plan care.", "and more"],
]


def text_of(lines: list[str], mark: str) -> str:
    """Return the lines with a break between them, above something else."""
    return {"<br>": "<p>" + "<br>".join(lines) + "</p><p>Other words.</p>"}.get(
        mark, mark.join(lines) + "\n\nOther words.\n"
    )


@pytest.mark.parametrize(("mark", "path"), [("<br>", "a.html"), ("  \n", "a.md"), ("\\\n", "a.md"), ("<br/>", "a.md")])
@pytest.mark.parametrize("lines", JOINED)
def test_a_break_inside_of_a_sentence_is_a_space(read: Callable, lines: list[str], mark: str, path: str) -> None:
    blocks = read(text_of(lines, mark), path).blocks

    assert [block.text for block in blocks][:-1] == [
        {"We look for the": "We look for the recent", "We want gradu-": "We want graduates"}.get(
            lines[0], " ".join(lines)
        ),
        *(["graduates"] if lines[0] == "We look for the" else []),
    ]


@pytest.mark.parametrize(("mark", "path"), [("<br>", "a.html"), ("  \n", "a.md")])
@pytest.mark.parametrize("lines", APART)
def test_other_breaks_stay(read: Callable, lines: list[str], mark: str, path: str) -> None:
    assert [block.text for block in read(text_of(lines, mark), path).blocks][:-1] == lines


@pytest.mark.parametrize(
    ("text", "path"), [("<b>Needed</b><br>current license", "a.html"), ("**Needed**  \ncurrent license", "a.md")]
)
def test_a_bold_line_is_no_part_of_a_sentence(read: Callable, text: str, path: str) -> None:
    assert [block.text for block in read(text, path).blocks] == ["Needed", "current license"]


@pytest.mark.parametrize("text", ["Recent<br><br>graduates", "<p>Recent</p><br>graduates", "Recent<br><p>graduates"])
def test_two_breaks_and_other_blocks_begin_a_paragraph(read: Callable, text: str) -> None:
    assert [block.text for block in read(text, "a.html").blocks] == ["Recent", "graduates"]


@pytest.mark.parametrize(
    ("text", "path"), [("<ul><li>Recent<br>graduates", "a.html"), ("- Recent  \n  graduates", "a.md")]
)
def test_an_item_stays_an_item_and_keeps_its_places(read: Callable, text: str, path: str) -> None:
    (block,) = read(text, path).blocks

    assert (block.kind, block.text) == ("item", "Recent graduates")
    assert text[block.source_offset(7) :].startswith("graduates")


def test_a_link_within_the_page_above_a_break_takes_nothing_with_it(read: Callable) -> None:
    assert [block.text for block in read('<a href="#x">Skip</a><br>we hire<br>Nurses', "a.html").blocks] == [
        "we hire",
        "Nurses",
    ]
