"""What holds for any file, any data and any change."""

import contextlib

import yaml
from hypothesis import given
from hypothesis import strategies as st

from jdgen.errors import InputError, InputErrors
from jdgen.load.inheritance import extend
from jdgen.load.text_file import decode_text
from jdgen.load.yaml_document import Mapping, find, parse_yaml, plain
from jdgen.load.yaml_dump import dump_yaml

ANY_TEXT = st.text(st.characters())
ENCODABLE_TEXT = st.text()
YAML_LIKE_TEXT = st.text(st.sampled_from(list(":-[]{}#&*!|>'\"%@`\\,?~<=. \n\tab01é")))
AMBIGUOUS = """
    no yes on off y n true null ~ Null NULL NaN .nan .inf 01234 7:00 1e3 1.10 0x1F 0o17 1_000 190:20:30 2026-12-31 12:30:45.5 +1
    -0 .5 5. << = - ? ! & * | > % @ ` { [ ] } , # : -- --- ... 0b1 1.5e+3 2001-12-14T21:59:43Z
"""
LOOKS_LIKE_SOMETHING_ELSE = st.sampled_from(AMBIGUOUS.split())
TEXT = st.one_of(ENCODABLE_TEXT, YAML_LIKE_TEXT, LOOKS_LIKE_SOMETHING_ELSE)
KEY = st.one_of(st.text(max_size=30), LOOKS_LIKE_SOMETHING_ELSE)
TREE = st.recursive(
    TEXT, lambda child: st.lists(child, max_size=4) | st.dictionaries(KEY, child, max_size=4), max_leaves=8
)
DATA = st.dictionaries(KEY, TREE, max_size=5)

NAME = st.text("abcdefgh", min_size=1, max_size=6)
WORDS = st.text("abc é'", min_size=1, max_size=8)
MODEST_TREE = st.recursive(
    WORDS, lambda child: st.lists(child, max_size=4) | st.dictionaries(NAME, child, max_size=4), max_leaves=8
)
MODEST_DATA = st.dictionaries(NAME, MODEST_TREE, max_size=5)


def node_of(data: dict[str, object], path: str = "file.yaml") -> Mapping:
    node = parse_yaml(dump_yaml(data), path)
    assert isinstance(node, Mapping)
    return node


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_explained(data: bytes) -> None:
    with contextlib.suppress(InputError, InputErrors):
        parse_yaml(decode_text(data, "file.yaml"), "file.yaml")


@given(st.one_of(ANY_TEXT, YAML_LIKE_TEXT))
def test_any_text_is_read_or_explained(text: str) -> None:
    with contextlib.suppress(InputError, InputErrors):
        parse_yaml(text, "file.yaml")


@given(YAML_LIKE_TEXT)
def test_an_error_lies_inside_the_text(text: str) -> None:
    try:
        parse_yaml(text, "file.yaml", first_line=10)
    except (InputError, InputErrors) as error:
        for problem in getattr(error, "problems", (error,)):
            assert 10 <= problem.where.line <= 10 + text.count("\n") + 1
            assert 1 <= problem.where.column <= max(map(len, text.split("\n"))) + 1


@given(DATA)
def test_what_is_written_is_read_back(data: dict[str, object]) -> None:
    assert data == plain(parse_yaml(dump_yaml(data), "file.yaml"))


@given(DATA)
def test_what_is_written_means_the_same_to_yaml_1_1(data: dict[str, object]) -> None:
    assert data == yaml.safe_load(dump_yaml(data))


@given(MODEST_DATA)
def test_extending_by_nothing_changes_nothing(data: dict[str, object]) -> None:
    parent = node_of(data)

    assert parent.entries == extend(parent, Mapping({}, parent.where)).entries


@given(MODEST_DATA)
def test_extending_nothing_gives_the_child(data: dict[str, object]) -> None:
    child = node_of(data)

    assert child == extend(Mapping({}, child.where), child)


@given(MODEST_DATA)
def test_extending_by_itself_changes_nothing(data: dict[str, object]) -> None:
    assert data == plain(extend(node_of(data), node_of(data)))


@given(st.lists(WORDS, unique=True), st.lists(WORDS, unique=True))
def test_adding_and_then_removing_is_identity(kept: list[str], new: list[str]) -> None:
    new = [item for item in new if item not in kept]
    parent = node_of({"skills": kept})
    grown = extend(parent, node_of({"skills+": new}))

    assert {"skills": kept + new} == plain(grown)
    assert {"skills": kept} == plain(extend(grown, node_of({"skills-": new})))


@given(st.lists(WORDS, unique=True, min_size=1), st.data())
def test_removing_and_adding_in_one_go_replaces(items: list[str], data: st.DataObject) -> None:
    gone = data.draw(st.lists(st.sampled_from(items), unique=True))
    merged = extend(node_of({"skills": items}), node_of({"skills-": gone, "skills+": gone}))

    assert {"skills": [item for item in items if item not in gone] + gone} == plain(merged)


@given(MODEST_DATA, st.lists(NAME | st.integers(0, 4), max_size=5))
def test_a_place_is_found_for_any_path(data: dict[str, object], loc: list[str | int]) -> None:
    where = find(node_of(data), tuple(loc))

    assert where.path == "file.yaml"
    assert where.line is not None
