import pytest
from pydantic import ValidationError

from jdgen.load.records import as_record
from jdgen.model.channel_values import ChannelValue, ChannelValues

ROW = {
    "id": "linkedin-employment-per-diem", "channel": "linkedin", "field": "employment", "value": "per-diem", "token": "TEMPORARY",
    "source": "https://a.example", "checked": "2026-11-22", "review_by": "2027-05-22", "evidence": "platform", "confidence": "U",
}  # fmt: skip

DATE = {"field": "date", "value": "first-day"}


def row(**changes: object) -> ChannelValue:
    return as_record(ROW | changes, ChannelValue)


def test_a_value_is_found_by_its_channel_and_field() -> None:
    values = ChannelValues.of([row()])

    assert values.find("linkedin", "employment", "per-diem") == row()
    assert values.token("linkedin", "employment", "per-diem") == "TEMPORARY"
    assert values.find("indeed", "employment", "per-diem") is None
    assert values.find("linkedin", "level", "per-diem") is None
    assert values.token("linkedin", "employment", "full-time") is None


def test_a_row_without_token_is_found_and_tells_nothing() -> None:
    values = ChannelValues.of([row(token=None)])

    assert values.find("linkedin", "employment", "per-diem") is not None
    assert values.token("linkedin", "employment", "per-diem") is None


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("TEMPORARY", "linkedin employment: per-diem as TEMPORARY"),
        (None, "linkedin employment: per-diem left out"),
    ],
)
def test_a_row_says_what_it_does(token: str | None, expected: str) -> None:
    assert row(token=token).name == expected


@pytest.mark.parametrize("form", ["YYYY-MM-DD", "MM/DD/YYYY", "M/D/YYYY"])
def test_a_date_has_a_form_that_feeds_can_write(form: str) -> None:
    assert row(**DATE | {"token": form}).name == f"linkedin date: first-day as {form}"


@pytest.mark.parametrize("form", ["DD.MM.YYYY", None])
def test_another_form_of_a_date_is_refused(form: str | None) -> None:
    with pytest.raises(ValidationError, match="is no form of a date that feeds can write"):
        row(**DATE | {"token": form})


@pytest.mark.parametrize("changes", [{"channel": "monster"}, {"field": "color"}, {"value": "Per diem"}, {"source": []}])
def test_a_row_has_a_form(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        row(**changes)
