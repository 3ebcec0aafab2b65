from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field

from jdgen.errors import InputErrors
from jdgen.load.inheritance import extend
from jdgen.load.validation import validate
from jdgen.load.yaml_document import Mapping, parse_yaml
from jdgen.load.yaml_dump import dump_yaml


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: str
    size: Annotated[int, Field(ge=1)] | Literal["any"] = "any"


class Whole(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    part: Part | tuple[Part, ...] | None = None
    tags: dict[str, float | bool] = {}


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
