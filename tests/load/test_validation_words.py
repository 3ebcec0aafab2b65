from typing import Annotated, Literal

import pytest
from annotated_types import Ge
from hypothesis import given
from hypothesis import strategies as st

from jdgen.errors import InputError, InputErrors
from jdgen.load.inheritance import extend
from jdgen.load.validation import validate
from jdgen.load.yaml_document import Mapping, parse_yaml
from jdgen.load.yaml_dump import dump_yaml
from jdgen.model.record import Record, field


class Part(Record):
    id: str
    size: Annotated[int, Ge(1)] | Literal["any"] = "any"


class Whole(Record):
    name: str
    part: Part | tuple[Part, ...] | None = None
    tags: dict[str, float | bool] = field(default_factory=dict)


TREES = st.recursive(
    st.sampled_from(["", "any", "1", "0", "x", "yes", "a: b"]),
    lambda child: st.lists(child, max_size=3) | st.dictionaries(st.sampled_from(["id", "size", "name", "part", "tags", "x"]), child, max_size=4),
    max_leaves=8,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(["id", "size", "name", "part", "tags", "x"]), TREES, max_size=4))
def test_any_fault_is_a_plain_sentence_with_a_place(data: dict[str, object]) -> None:
    try:
        validate(parse_yaml(dump_yaml(data), "f"), Whole, what="whole")
    except InputErrors as error:
        for problem in error.problems:
            assert problem.where.line is not None
            assert not problem.message.endswith(".")
            assert not any(
                noise in problem.message for noise in ("Input should", "function-", "[type=", "pydantic", "None")
            )


def test_a_fault_in_the_parents_text_names_the_parents_file() -> None:
    parent = parse_yaml("name: x\npart:\n  id: a\n  size: 0\n", "parent.yaml")
    child = parse_yaml("part: {idd: b}\n", "child.yaml")
    assert isinstance(parent, Mapping)
    assert isinstance(child, Mapping)

    with pytest.raises(InputErrors) as raised:
        validate(extend(parent, child), Whole, what="whole")

    assert [str(problem) for problem in raised.value.problems] == [
        "child.yaml:1:8: unknown field `idd` in `part`",
        "parent.yaml:4:3: `size` in `part` is `0`, expected at least 1 or `any`",
    ]


class Opening(Record):
    title: str
    openings: int = 1


@pytest.mark.parametrize("lost", ["title: *x", "title: #1", "title: !x y"])
def test_of_a_value_that_yaml_lost_nothing_more_is_said(lost: str) -> None:
    assert lines_of(f"{lost}\nopenings: none\n") == [1, 2]


def test_an_unknown_field_whose_value_is_lost_is_still_unknown() -> None:
    assert lines_of("title: RN\nzzz: #1\n") == [2, 2]


def lines_of(text: str) -> list[int | None]:
    problems: list[InputError] = []
    tree = parse_yaml(text, "f", problems=problems)
    with pytest.raises(InputErrors) as raised:
        validate(tree, Opening, what="opening", problems=problems)
    return [problem.where.line for problem in raised.value.problems if problem.where]


class Form(Record):
    email: str = field(description="Where applications go by email")
    caseload: str = field(description="Such as 16 to 20 patients; a range")
    openings: int = field(description="How many people you hire", examples=[2])
    part: Part
    tags: tuple[str, ...]


def test_the_hint_for_a_missing_field_says_what_to_write() -> None:
    assert hints_of("x: 1", Form)[:-1] == [
        "add `part:`, and its fields below it, indented",
        "add `tags:`, and each item below it after `- `",
        "add a line that starts with `email:`",
        "add the line `caseload: 16 to 20 patients`",
        "add the line `openings: 2`",
    ]


def test_the_hint_for_an_empty_or_a_wrong_value_shows_a_right_one() -> None:
    text = "email: a\npart: {id: a}\ntags: [a]\n"

    assert hints_of(f"{text}openings: two\ncaseload:", Form) == [
        "write it after the colon: `caseload: 16 to 20 patients`",
        "write it as in `openings: 2`",
    ]


def hints_of(text: str, model: type[Record]) -> list[str | None]:
    with pytest.raises(InputErrors) as raised:
        validate(parse_yaml(text, "f"), model, what="form")
    return sorted([problem.hint for problem in raised.value.problems], key=str)
