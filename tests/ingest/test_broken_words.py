"""Words that the end of a line parts are put together; compounds keep their hyphen, and places stay exact."""

from collections.abc import Callable

import pytest


def words_of(read: Callable, text: str, path: str = "a.txt") -> str:
    """Return all words of a text."""
    return " ".join(block.text for block in read(text, path).blocks)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("We want recent gradu-\nates only.", "We want recent graduates only."),
        ("It is for citi-\nzens on-\nly.", "It is for citizens only."),
        ("You see to the well-\nbeing of people.", "You see to the well-being of people."),
        ("This is a full- \ntime job.", "This is a full-time job."),
        ("You make short-\nand long-term plans.", "You make short- and long-term plans."),
        ("WE WANT RECENT GRADU-\nATES.", "WE WANT RECENT GRADUATES."),
        ("We are Spanish-\nspeaking.", "We are Spanish-speaking."),
        ("You see zorpfl-\nquax here.", "You see zorpflquax here."),
        ("We want gradu\u00ad\nates only.", "We want graduates only."),
    ],
)
@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.html"])
def test_a_word_that_a_line_parts_is_one(read: Callable, broken: str, whole: str, path: str) -> None:
    assert words_of(read, broken, path) == whole


def test_the_text_itself_knows_best(read: Callable) -> None:
    text = "You like the on-ly game.\n\nYou play on-\nly here, and on-\nly there.\n"

    assert words_of(read, text) == "You like the on-ly game. You play on-ly here, and on-ly there."


def test_a_capital_keeps_the_hyphen(read: Callable) -> None:
    assert words_of(read, "We are Zorpfl-\nQuax.", "a.md") == "We are Zorpfl-Quax."


@pytest.mark.parametrize("text", ["pre- and post-op", "a pa- tient", "this - that", "a -\nb"])
def test_other_hyphens_stay(read: Callable, text: str) -> None:
    assert words_of(read, text, "a.md") == text.replace("\n", " ")


def test_every_letter_keeps_its_place(read: Callable) -> None:
    source = "Nurse\n\nWe want *recent* gradu-\nates and citi-\nzens.\n"
    document = read(source, "a.md")
    block = document.blocks[-1]

    for word, typed in (
        ("graduates", "gradu-\nates"),
        ("ates", "ates and"),
        ("citizens", "citi-\nzens"),
        ("zens", "zens."),
    ):
        assert source[block.source_offset(block.text.index(word)) :].startswith(typed)


def test_words_of_a_description_in_json_are_put_together_too(read: Callable) -> None:
    source = '{"@type": "JobPosting", "description": "We want gradu-\\nates."}'

    assert words_of(read, source, "a.json") == "We want graduates."


def test_a_line_that_ends_in_a_word_broken_off_goes_on_below_a_list_in_small_letters(read: Callable) -> None:
    assert [block.text for block in read("recent gradu-\nates only\n", "a.txt").blocks] == ["recent graduates only"]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("<p>We want a care man-</span><span>ager.", "We want a care manager."),
        ("<p>We want a care man-</span>\n<span class=x>ager.", "We want a care manager."),
        ("<p>We want a care man-<wbr>ager.", "We want a care manager."),
        ("<p>You are on-</b><b>call.", "You are on-call."),
        ("<p>You make short-</b> <b>term plans.", "You make short-term plans."),
        ("<p>You see zorpfl-</b><b>quax here.", "You see zorpfl-quax here."),
        ("<p>A Zorpflquax sees zorpfl-</b><b>quax here.", "A Zorpflquax sees zorpflquax here."),
        ("<p><b>Hours-</b> <b>full days", "Hours- full days"),
        ("<p>You make short-</b> <b>and long-term plans.", "You make short- and long-term plans."),
        ("<p>We want gradu&shy;ates only.", "We want graduates only."),
        ("<p>We want gradu&shy;\nates only.", "We want graduates only."),
        ("<p>We want gradu&#173;</span> <span>ates only.", "We want graduates only."),
        ("<p>We want gradu\u00ad</span>\n<span>ates only.", "We want graduates only."),
    ],
)
def test_tags_and_unseen_hyphens_part_no_word(read: Callable, broken: str, whole: str) -> None:
    assert words_of(read, f"<html><body>{broken}</body></html>", "a.html") == whole


def test_letters_around_tags_keep_their_place(read: Callable) -> None:
    source = "<html><body><p>We want a care man-</span><span>ager.</p></body></html>"
    block = read(source, "a.html").blocks[0]

    assert source[block.source_offset(block.text.index("ager")) :].startswith("ager.</p>")
