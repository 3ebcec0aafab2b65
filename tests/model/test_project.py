import pytest
from pydantic import ValidationError

from jdgen.load.records import as_record
from jdgen.model.project import Project


def test_everything_has_a_default() -> None:
    settings = Project()

    assert (settings.template, settings.formats, settings.output, settings.paper) == (
        "posting", ("md", "html", "pdf"), "output", "letter",
    )  # fmt: skip


def test_one_format_may_stand_alone() -> None:
    assert as_record({"formats": "md"}, Project).formats == ("md",)


@pytest.mark.parametrize(
    ("name", "value"), [("paper", "A3"), ("template", "../x"), ("templte", "posting"), ("output", "")]
)
def test_settings_are_checked(name: str, value: str) -> None:
    with pytest.raises(ValidationError):
        as_record({name: value}, Project)
