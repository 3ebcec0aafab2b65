import contextlib
from pathlib import Path

import pytest

from jdgen.errors import InputError, InputErrors, Where
from jdgen.load.text_file import MAX_BYTES
from jdgen.load.yaml_document import (
    Entry,
    Mapping,
    Scalar,
    Sequence,
    find,
    parse_yaml,
    plain,
    read_shared_yaml,
    read_yaml,
)

AS_TYPED = [
    "no",
    "NO",
    "yes",
    "on",
    "7:00",
    "01234",
    "1.10",
    "2026-12-31",
    "1e3",
    "0x1F",
    "true",
    "1_000",
    "Null",
    "NULL",
    ".5",
]


@pytest.mark.parametrize("typed", AS_TYPED)
def test_a_value_stays_what_was_typed(typed: str) -> None:
    assert {"value": typed} == plain(parse_yaml(f"value: {typed}\n", "file.yaml"))


@pytest.mark.parametrize("typed", ["", "~", "null", "# nothing yet"])
def test_nothing_is_none(typed: str) -> None:
    assert plain(parse_yaml(f"value: {typed}\n", "file.yaml")) == {"value": None}


@pytest.mark.parametrize("typed", ['""', '"~"', "'null'"])
def test_nothing_in_quotes_is_text(typed: str) -> None:
    assert {"value": typed[1:-1]} == plain(parse_yaml(f"value: {typed}\n", "file.yaml"))


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---\n# comment\n..."])
def test_an_empty_document_is_a_mapping_of_nothing(text: str) -> None:
    node = parse_yaml(text, "file.yaml")

    assert isinstance(node, Mapping)
    assert node.entries == {}


def test_a_document_of_null_is_not_empty() -> None:
    assert Scalar(None, Where("file.yaml", 1, 1)) == parse_yaml("null\n", "file.yaml")


def test_nodes_know_where_they_stand() -> None:
    node = parse_yaml("title: RN\nskills:\n  - é: [x]\n", "file.yaml")

    item = Mapping(
        {
            "é": Entry(
                "é",
                Where("file.yaml", 3, 5),
                Sequence((Scalar("x", Where("file.yaml", 3, 9)),), Where("file.yaml", 3, 8)),
            )
        },
        Where("file.yaml", 3, 5),
    )
    assert item == node.get("skills").items[0]
    assert Where("file.yaml", 2, 1) == node.entries["skills"].key_where


def test_lines_are_counted_from_the_given_one() -> None:
    assert Where("posting.md", 3, 1) == parse_yaml("a: 1\nb: 2\n", "posting.md", first_line=2).entries["b"].key_where


def test_faults_are_counted_from_the_given_line() -> None:
    with pytest.raises(InputError, match=r"posting\.md:3:5: the quote"):
        parse_yaml('a: 1\nbe: "2\n', "posting.md", first_line=2)
    with pytest.raises(InputError, match=r"posting\.md:3:4: an invisible character"):
        parse_yaml("a: 1\nb: \x01\n", "posting.md", first_line=2)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_any_line_break_counts_as_one_line(line_break: str) -> None:
    with pytest.raises(InputError, match=r"f:3:1: .* has no `:`"):
        parse_yaml(f"title: Café{line_break}size: 2{line_break}pay 3", "f")


def test_a_color_lost_in_a_comment_is_found_after_wide_characters() -> None:
    with pytest.raises(InputError, match=r"f:2:7: `#0b5c6b` without quotes is a comment"):
        parse_yaml("name: Café 🏥\ncolor: #0b5c6b\n", "f")


def test_a_key_may_be_quoted_or_long_hand() -> None:
    assert plain(parse_yaml("? a b\n: 1\n~: 2\n'<<': 3\n\"\": 4\n", "f")) == {"a b": "1", "~": "2", "<<": "3", "": "4"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("? \n: x\n", "f:1:2: there is no key here, expected `key: value`"),
        ("*a : x\n", "f:1:1: `*a` is a YAML anchor or alias, expected the value itself"),
    ],
)
def test_a_key_is_a_word(text: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        parse_yaml(text, "f")

    assert str(raised.value) == said


def test_json_is_yaml() -> None:
    assert plain(parse_yaml('{"a": ["1", {"b": true}]}', "f")) == {"a": ["1", {"b": "true"}]}


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        ((), (1, 1)),
        (("title",), (1, 1)),
        (("duties",), (2, 1)),
        (("duties", 1), (4, 5)),
        (("duties", 1, "text"), (5, 5)),
        (("duties", 1, "missing"), (4, 5)),
        (("duties", 7), (2, 1)),
        (("duties", 1, "Duty", "text"), (5, 5)),
        (("missing", "text"), (1, 1)),
        (("title", 0), (1, 1)),
    ],
)
def test_a_pydantic_loc_is_found(loc: tuple[str | int, ...], place: tuple[int, int]) -> None:
    node = parse_yaml("title: RN\nduties:\n  - x\n  - id: a\n    text: b\n", "file.yaml")

    assert Where("file.yaml", *place) == find(node, loc)


def test_a_file_is_shown_as_asked(tmp_path: Path) -> None:
    (tmp_path / "rn.yaml").write_text("title: RN\n", encoding="utf-8")

    assert (
        Where("specializations/rn.yaml", 1, 1)
        == read_yaml(tmp_path / "rn.yaml", shown_as="specializations/rn.yaml").where
    )
    assert Where(str(tmp_path / "rn.yaml"), 1, 1) == read_yaml(tmp_path / "rn.yaml").where


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a: 1\na: 2\nb: 3\n", {"a": "1", "b": "3"}),
        ("a: 1\n[x]: 2\n", {"a": "1"}),
        ("? \n: 2\nb: 3\n", {"b": "3"}),
        ("a: &x 1\nb: *x\n", {"a": "1", "b": None}),
        ("a: !x 1\nb: 2\n", {"a": None, "b": "2"}),
        ("a: #1\nb: 2\n", {"a": None, "b": "2"}),
        ("a: 1\n---\nb: 2\n", {"a": "1"}),
    ],
)
def test_who_asks_for_it_gets_the_tree_of_a_faulty_file(text: str, tree: dict[str, str | None]) -> None:
    problems: list[InputError] = []

    node = parse_yaml(text, "f", problems=problems)

    assert plain(node) == tree
    with pytest.raises((InputError, InputErrors)) as raised:
        parse_yaml(text, "f")
    assert [str(problem) for problem in problems] == str(raised.value).splitlines()


@pytest.mark.parametrize("text", ["a: 1\na: [\n", "<<: {b: 2}\n", "a: " + "[" * 50, "a: 1\n" * 200])
def test_where_there_is_no_whole_tree_nobody_gets_one(text: str) -> None:
    problems: list[InputError] = []

    with pytest.raises((InputError, InputErrors)):
        parse_yaml(text, "f", problems=problems)
    assert problems == []


def test_too_much_text_is_refused() -> None:
    with pytest.raises(InputError, match="the text is too large"):
        parse_yaml("#" * (MAX_BYTES + 1), "file.yaml")


def test_a_hundred_thousand_faults_are_cut_short() -> None:
    with pytest.raises(InputErrors) as raised:
        parse_yaml("a: 1\n" * 100_000, "file.yaml")

    assert len(raised.value.problems) == 100


@pytest.mark.parametrize(
    "piece", ["[", "{", "- ", "? ", "a: ", '"', "&a ", "*a, ", "!!a ", "[a,", "- - x\n", "a: |\n", "\t", "\n"]
)
def test_a_megabyte_of_anything_ends(piece: str) -> None:
    with contextlib.suppress(InputError, InputErrors):
        parse_yaml((piece * MAX_BYTES)[:MAX_BYTES], "file.yaml")


def test_a_shared_file_is_parsed_once_until_its_text_changes(tmp_path: Path) -> None:
    file = tmp_path / "file.yaml"
    file.write_text("a: 1", encoding="utf-8")
    first, again = read_shared_yaml(file), read_shared_yaml(file)

    file.write_text("a: 2", encoding="utf-8")
    edited = read_shared_yaml(file)

    assert first is again
    assert (plain(first), plain(edited)) == ({"a": "1"}, {"a": "2"})


def test_two_shared_files_of_one_text_keep_their_own_places(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("a: 1", encoding="utf-8")

    paths = [read_shared_yaml(tmp_path / name).where.path for name in ("a.yaml", "b.yaml")]

    assert paths == [str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml")]


def test_a_fault_of_a_shared_file_is_told_every_time(tmp_path: Path) -> None:
    (tmp_path / "file.yaml").write_text("a: &x 1", encoding="utf-8")
    found: list[list[InputError]] = [[], []]
    for problems in found:
        read_shared_yaml(tmp_path / "file.yaml", problems=problems)

    assert [len(problems) for problems in found] == [1, 1]
    with pytest.raises(InputError, match="YAML anchor"):
        read_shared_yaml(tmp_path / "file.yaml")
