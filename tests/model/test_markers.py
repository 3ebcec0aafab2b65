from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter
from pydantic_core import ValidationError

from jdgen.model.markers import Before, Limits, ShownAs, one_or_many, shown_as, typed
from jdgen.text.problem import Problem


def doubled(value: object) -> object:
    return value * 2 if isinstance(value, int) else value


def parse_even(text: str) -> int | Problem:
    number = int(text)
    return number if number % 2 == 0 else Problem("odd-number", f"`{text}` is odd {{so}}", "add one")


Even = Annotated[int, typed(parse_even), shown_as("An even number such as 4", maxLength=3)]


def read(annotation: Any, value: object) -> object:
    return TypeAdapter(annotation).validate_python(value)


@pytest.mark.parametrize(
    ("limits", "value", "kind"),
    [
        (Limits(min_length=2), "a", "string_too_short"),
        (Limits(max_length=2), "abc", "string_too_long"),
        (Limits(pattern="^a"), "ba", "string_pattern_mismatch"),
    ],
)
def test_a_text_keeps_to_its_limits(limits: Limits, value: str, kind: str) -> None:
    with pytest.raises(ValidationError) as raised:
        read(Annotated[str, limits], value)

    assert raised.value.errors()[0]["type"] == kind
    assert read(Annotated[str, limits], "ab") == "ab"


def test_a_value_is_read_before_it_is_checked() -> None:
    assert read(Annotated[int, Before(doubled)], 3) == 6


def test_a_reader_turns_text_into_a_value_and_leaves_values_alone() -> None:
    assert read(Even, "4") == 4
    assert read(Even, 3) == 3


def test_the_problem_of_a_reader_is_the_error() -> None:
    with pytest.raises(ValidationError) as raised:
        read(Even, "3")

    error = raised.value.errors()[0]
    assert (error["type"], error["msg"], error["ctx"]["hint"]) == ("odd_number", "`3` is odd {so}", "add one")


@pytest.mark.parametrize("value", [["4"], {"a": "4"}])
def test_a_reader_takes_one_line_of_text(value: object) -> None:
    with pytest.raises(ValidationError, match="expected one line of text"):
        read(Even, value)


def test_one_value_stands_for_a_list_of_one() -> None:
    names = Annotated[tuple[str, ...], one_or_many(str)]

    assert read(names, "a") == ("a",)
    assert read(names, ["a", "b"]) == ("a", "b")
    assert TypeAdapter(names).json_schema() == {
        "anyOf": [{"type": "string"}, {"items": {"type": "string"}, "type": "array"}]
    }


def test_a_schema_shows_text_as_people_write_it() -> None:
    said = {"type": "string", "description": "An even number such as 4", "maxLength": 3}

    assert TypeAdapter(Even).json_schema() == said
    assert TypeAdapter(Annotated[str, ShownAs(keywords=(("enum", ("a", "b")),))]).json_schema() == {
        "type": "string",
        "enum": ("a", "b"),
    }
