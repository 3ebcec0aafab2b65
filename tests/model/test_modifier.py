import pytest

from jdgen.load.records import as_record
from jdgen.model.modifier import Modifier
from jdgen.model.requisition import Requisition


@pytest.mark.parametrize(("typed", "name"), [("Senior", "senior"), ("Strengths based", "strengths-based")])
def test_a_name_is_read_with_capitals_and_spaces(typed: str, name: str) -> None:
    assert as_record({"specialization": "rn", "level": typed}, Requisition).level == name


def test_one_title_stands_for_a_list_of_one() -> None:
    assert as_record({"name": "Senior", "title": "Senior {title}"}, Modifier).title == ("Senior {title}",)
