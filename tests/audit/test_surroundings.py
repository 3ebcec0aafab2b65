"""Where words that go with a hit are looked for."""

from pathlib import Path

import pytest

from jdgen.audit.preparation import make_ruleset
from jdgen.audit.surroundings import around, stands, stands_apart
from jdgen.audit.view import View
from jdgen.ingest.reader import read_document
from jdgen.load.project import open_workspace
from jdgen.load.rules import load_who

TEXT = "First: one two three four five six seven HIT a, b c d e f g - last. Another sentence."


def _part(text: str, reach: str) -> str:
    view = View(read_document(text.encode(), "ad.txt"))
    at = text.index("HIT")
    start, end = around(view, view.sentence_number(at), reach, (at, at + 3))
    return text[start:end].strip()


@pytest.mark.parametrize(
    ("reach", "expected"),
    [
        ("near", "two three four five six seven HIT a, b c d e f"),
        ("clause", "one two three four five six seven HIT a, b c d e f g"),
        ("sentence", "First: one two three four five six seven HIT a, b c d e f g - last."),
        ("block", TEXT),
    ],
)
def test_each_reach_is_wider_than_the_one_before(reach: str, expected: str) -> None:
    assert _part(TEXT, reach) == expected


def test_near_ends_with_the_clause() -> None:
    assert _part("Clients come first: a HIT (or not) stands.", "near") == "a HIT"


def test_a_hit_at_both_ends_is_near_itself() -> None:
    assert _part("HIT", "near") == "HIT"


def test_words_are_looked_for_in_one_part_of_the_text(make_rule) -> None:
    ruleset = make_ruleset((make_rule(unless=("clients",)),), load_who(open_workspace(Path(__file__)).search))
    view = View(read_document(b"Clients come first. Nurses too.", "ad.txt"))

    assert stands(view, ruleset, ruleset.rules[0].unless, (0, 19))
    assert not stands(view, ruleset, ruleset.rules[0].unless, (20, 31))


@pytest.mark.parametrize(("hit", "expected"), [((0, 18), False), ((0, 7), True), ((8, 18), True), ((20, 26), True)])
def test_words_all_within_a_hit_do_not_stand_apart_from_it(hit: tuple[int, int], expected: bool, make_rule) -> None:  # noqa: FBT001 - a parameter of the test
    ruleset = make_ruleset((make_rule(unless=("clients come",)),), load_who(open_workspace(Path(__file__)).search))
    view = View(read_document(b"Clients come first. Nurses too.", "ad.txt"))

    assert stands_apart(view, ruleset, ruleset.rules[0].unless, (0, 31), hit) is expected
