import pytest
from pydantic import TypeAdapter

from jdgen.model.modifier import Modifier, ModifierName


@pytest.mark.parametrize(("typed", "name"), [("Senior", "senior"), ("Strengths based", "strengths-based")])
def test_a_name_is_read_with_capitals_and_spaces(typed: str, name: str) -> None:
    assert TypeAdapter(ModifierName).validate_python(typed) == name


def test_one_title_stands_for_a_list_of_one() -> None:
    assert Modifier(name="Senior", title="Senior {title}").title == ("Senior {title}",)
