import pytest
from pydantic import ValidationError

from jdgen.model.specialization import Occupation, Responsibility

DUTY = {"id": "plan", "text": "Plan care.", "function": "plan", "rhythm": "daily"}


def test_a_duty_is_essential_unless_it_says_otherwise() -> None:
    assert Responsibility.model_validate(DUTY).essential
    assert not Responsibility.model_validate(DUTY | {"essential": "false"}).essential


@pytest.mark.parametrize(
    ("field", "value"), [("function", "sell"), ("rhythm", "yearly"), ("id", "Not A Slug"), ("text", "")]
)
def test_a_duty_is_tagged_with_known_words(field: str, value: str) -> None:
    with pytest.raises(ValidationError, match=field):
        Responsibility.model_validate(DUTY | {field: value})


@pytest.mark.parametrize("code", ["21-1022", "211022.00", "21-1022.0", "x"])
def test_an_occupation_has_a_whole_code(code: str) -> None:
    with pytest.raises(ValidationError):
        Occupation.model_validate({"code": code, "title": "Nurse"})
