"""JSON read as `json` reads it, with the place of every scalar."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.ingest.json_positions import Branch, Spot, decoded, parse_json, plain

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text('ab\\"\n', max_size=3), inner, max_size=3),
    max_leaves=8,
)


def spots(node: Spot | Branch) -> list[Spot]:
    """Return every scalar."""
    return [node] if isinstance(node, Spot) else [spot for member in node.members.values() for spot in spots(member)]


@given(VALUES, st.sampled_from([None, 2]), st.sampled_from([True, False]))
def test_any_json_is_read_as_json_reads_it(value: object, indent: int | None, is_ascii: object) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=bool(is_ascii))

    tree = parse_json(text)

    assert plain(tree) == value
    for spot in spots(tree):
        typed = text[spot.start : spot.end]
        assert json.loads(f'"{typed}"' if isinstance(spot.value, str) else typed) == spot.value


def test_a_part_of_a_file_keeps_the_places_of_the_file() -> None:
    text = 'xx{"a": "bc"}yy'
    tree = parse_json(text, 2, 13)

    assert isinstance(tree, Branch)
    assert tree.members["a"] == Spot("bc", 9, 11)


def test_escapes_are_mapped_to_where_they_stand() -> None:
    text, runs = decoded(r"a\u00e9b\nc", 10)

    assert text == "a\u00e9b\nc"
    assert runs == [(0, 10), (1, 11), (2, 17), (3, 18), (4, 20)]


def test_pairs_are_one_character_and_halves_are_none() -> None:
    assert decoded(r"\ud83d\ude00", 0)[0] == "\U0001f600"
    assert decoded(r"\ud83d", 0)[0] == "\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("text", ["{", "[1,]", "", "[" * 500 + "]" * 500, "[" * 100_000, "1" * 5_000, '{"a" "b"}'])
def test_broken_json_is_a_decode_error(text: str) -> None:
    with pytest.raises(json.JSONDecodeError):
        parse_json(text)
