from pathlib import Path
from typing import get_args

import pytest

from jdgen.errors import InputErrors
from jdgen.load.channel_values import load_channel_values
from jdgen.load.project import open_workspace
from jdgen.load.records import as_record
from jdgen.load.search import search_path
from jdgen.model.posting import Posting, PostingFacts
from jdgen.model.specialization import EducationLevel
from jdgen.render.job_posting import job_posting_or_reasons
from jdgen.text.employment import Kind
from jdgen.text.pay import PayUnit
from jdgen.text.workplace import Workplace

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = load_channel_values(open_workspace(ROOT).search)
ROW = """\
  - {id: %s, channel: linkedin, field: employment, value: per-diem, token: TEMPORARY, source: https://a.example, checked: 2026-11-22,
     review_by: 2027-05-22, evidence: platform, confidence: U}
"""


def test_every_workplace_and_kind_of_job_is_decided_for_every_channel_but_unpaid_work_for_indeed() -> None:
    wanted = {("employment", kind) for kind in get_args(Kind)} | {("workplace", name) for name in get_args(Workplace)}
    channels = ("google", "indeed", "linkedin")

    lacking = {(channel, *key) for channel in channels for key in wanted if SHIPPED.rows.get((channel, *key)) is None}

    assert lacking == {("indeed", "employment", "volunteer")}


@pytest.mark.parametrize("channel", ["google", "linkedin"])
def test_every_unit_of_pay_is_decided(channel: str) -> None:
    assert [unit for unit in get_args(PayUnit) if (channel, "pay-unit", unit) not in SHIPPED.rows] == []


def test_ids_say_what_rows_are_about() -> None:
    assert SHIPPED.rows
    assert [row.id for key, row in SHIPPED.rows.items() if row.id != "-".join(key)] == []


def test_a_value_told_twice_is_reported_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "channel_values.yaml").write_text(f"channel_values:\n{ROW % 'a'}{ROW % 'b'}", encoding="utf-8")

    with pytest.raises(InputErrors) as raised:
        load_channel_values(search_path(given={"facts": tmp_path}))

    (problem,) = raised.value.problems
    assert str(problem).startswith(f"{tmp_path / 'channel_values.yaml'}:4:")
    assert str(problem).endswith(": the employment `per-diem` has two rows for linkedin, expected one")


BODY = "# Case Manager\n\n- **Location:** Denver, Colorado\n- **Pay:** $40 to $50\n\nYou plan. This is remote work.\n"


FACTS = {
    "id": "A-1", "title": "Case Manager", "employer": {"name": "Acme Care"}, "location": "Denver, CO", "posted": "2026-11-22",
    "apply": {"url": "https://acme.example"},
}  # fmt: skip


def markup(body: str = BODY, **changes: object) -> dict:
    item, reasons = job_posting_or_reasons(Posting(as_record(FACTS | changes, PostingFacts), body))
    assert reasons == ()
    return item


@pytest.mark.parametrize("kind", get_args(Kind))
def test_the_markup_for_google_calls_kinds_of_job_as_the_table_does(kind: str) -> None:
    item = markup(employment=kind.replace("per-diem", "per diem"))

    assert item["employmentType"] == SHIPPED.token("google", "employment", kind)


@pytest.mark.parametrize(
    ("unit", "pay"),
    [("hour", "40-50/hour"), ("day", "400-500/day"), ("week", "1400-1500/week"), ("month", "4000-5000/month"),
     ("year", "40000-50000/year"), ("visit", "40-50/visit"), ("shift", "400-500/shift")],
)  # fmt: skip
def test_the_markup_for_google_calls_units_of_pay_as_the_table_does(unit: str, pay: str) -> None:
    item = markup(BODY.replace("$40 to $50", pay.partition("/")[0].replace("-", " to ")), pay=pay)

    assert item.get("baseSalary", {}).get("value", {}).get("unitText") == SHIPPED.token("google", "pay-unit", unit)


@pytest.mark.parametrize("level", get_args(EducationLevel))
def test_the_markup_for_google_calls_education_as_the_table_does(level: str) -> None:
    item = markup(f"{BODY}\nSome schooling.\n", education={"level": level, "text": "Some schooling"})

    told = item.get("educationRequirements", {}).get("credentialCategory")
    assert told == SHIPPED.token("google", "education", level)


@pytest.mark.parametrize("workplace", get_args(Workplace))
def test_the_markup_for_google_calls_workplaces_as_the_table_does(workplace: str) -> None:
    assert markup(workplace=workplace).get("jobLocationType") == SHIPPED.token("google", "workplace", workplace)
