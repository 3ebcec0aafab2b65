import pytest
from pydantic import ValidationError

from jdgen.load.records import as_record
from jdgen.model.market import ChannelRule, OnetOccupation, Wage

EVIDENCE = {
    "id": "a", "source": "https://a.example", "checked": "2026-11-22", "review_by": "2027-11-22", "evidence": "statistic",
    "confidence": "V",
}  # fmt: skip
WAGE = EVIDENCE | {
    "soc": "21-1018", "title": "Counselors", "period": "May 2025", "employment": 9, "p10": 1, "p25": 2, "median": 3, "p75": 4, "p90": 5,
}  # fmt: skip


def test_a_wage_may_hold_for_codes_published_with_it() -> None:
    assert as_record(WAGE | {"also_for": ["21-1011"]}, Wage).also_for == ("21-1011",)


@pytest.mark.parametrize(
    ("name", "value"), [("soc", "21-1018.00"), ("p10", "#"), ("employment", -1), ("also_for", ["21"])]
)
def test_a_wage_has_a_form(name: str, value: object) -> None:
    with pytest.raises(ValidationError, match=name):
        as_record(WAGE | {name: value}, Wage)


@pytest.mark.parametrize(("name", "value"), [("code", "21-1018"), ("job_zone", 6)])
def test_an_occupation_has_a_form(name: str, value: object) -> None:
    with pytest.raises(ValidationError, match=name):
        as_record(EVIDENCE | {"code": "21-1018.00", "title": "x"} | {name: value}, OnetOccupation)


@pytest.mark.parametrize(("name", "value"), [("channel", "myspace"), ("level", "may")])
def test_a_channel_rule_has_a_form(name: str, value: object) -> None:
    with pytest.raises(ValidationError, match=name):
        as_record(EVIDENCE | {"channel": "google", "level": "must", "rule": "x"} | {name: value}, ChannelRule)
