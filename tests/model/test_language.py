import pytest
from pydantic_core import ValidationError

from jdgen.load.records import as_record
from jdgen.model.language import Language
from jdgen.model.requisition import Requisition


def read(value: object) -> Language:
    return as_record({"specialization": "rn", "languages": [value]}, Requisition).languages[0]


def test_one_line_and_fields_mean_the_same() -> None:
    fields = {"language": "Spanish", "level": "fluent", "why": "families speak it"}

    assert read("Spanish: because families speak it.") == as_record(fields, Language)


@pytest.mark.parametrize("value", ["Spanish", "native Spanish: x", {"language": "Thai", "level": "native", "why": "x"}])
def test_a_language_without_reason_or_by_origin_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        read(value)
