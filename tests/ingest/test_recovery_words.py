"""The table of words that tells a fact from a guess."""

import re

import pytest

from jdgen.ingest.recovery_words import any_of, either, either_capital, pattern, phrases, recovery_table

LISTS = [(group, name) for group, lists in recovery_table().items() if isinstance(lists, dict) for name in lists]


def test_there_are_lists() -> None:
    assert len(LISTS) > 10


@pytest.mark.parametrize(("group", "name"), LISTS)
def test_every_word_of_a_list_is_found(group: str, name: str) -> None:
    listed = recovery_table()[group][name]

    assert len(listed) == len(set(listed))
    assert [
        word
        for word in listed
        if not (pattern(group, name).search(f"a {word} b") and phrases(group, name).found_in(f"a {word} b"))
    ] == []


def test_a_phrase_is_found_whole_and_over_a_line_break() -> None:
    assert any_of(["now hiring"]).search("NOW\n HIRING") is not None
    assert any_of(["now hiring"]).search("known hiring") is None
    assert isinstance(any_of(["a"]), re.Pattern)


def test_a_list_is_a_part_of_a_larger_pattern_as_it_is_written() -> None:
    part = re.compile(rf"is {either('employers', 'hiring')} you")

    assert part.fullmatch("is looking for you") is not None
    assert part.fullmatch("is Looking for you") is None
    assert part.fullmatch("is looking you") is None


@pytest.mark.parametrize(("text", "is_one"), [("who is", True), ("Who Is", True), ("who Is", True), ("ABOUT", True), ("WHO IS", False), ("wHO is", False)])  # fmt: skip
def test_each_word_of_a_list_may_begin_with_a_capital_letter(text: str, *, is_one: bool) -> None:
    assert (re.fullmatch(either_capital("employers", "headings"), text) is not None) is is_one
