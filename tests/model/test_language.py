import pytest
from pydantic import TypeAdapter, ValidationError

from jdgen.model.language import Language, LanguageText

READER = TypeAdapter(LanguageText)


def test_one_line_and_fields_mean_the_same() -> None:
    fields = {"language": "Spanish", "level": "fluent", "why": "families speak it"}

    assert READER.validate_python("Spanish: because families speak it.") == Language.model_validate(fields)


@pytest.mark.parametrize("value", ["Spanish", "native Spanish: x", {"language": "Thai", "level": "native", "why": "x"}])
def test_a_language_without_reason_or_by_origin_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        READER.validate_python(value)
