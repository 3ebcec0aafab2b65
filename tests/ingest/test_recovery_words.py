"""The table of words that tells a fact from a guess."""

import re

import pytest

from jdgen.ingest.recovery_words import any_of, pattern, phrases, recovery_table

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
