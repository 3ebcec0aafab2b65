"""Pay beside the wages of the occupation and the federal minimum."""

import pytest

from jdgen.model.rule import RuleCase

POSTING = "# {title}\n\n## Pay\n\n{pay}\n\n## Duties\n\n- Visit people at home.\n"


def found(run_case, rule: str, text: str, section: str | None = None) -> list[str]:
    """Return the words one rule finds."""
    return [finding.matched for finding in run_case(RuleCase(text=text, section=section), only=f"wage.{rule}").findings]


def test_an_hour_below_the_federal_minimum_is_found(run_case) -> None:
    assert found(run_case, "below-federal-minimum", "We pay $7.24 an hour.") == ["$7.24 an hour"]
    assert found(run_case, "below-federal-minimum", "We pay $7.25 an hour.") == []


@pytest.mark.parametrize(
    "line",
    [
        "$2 an hour extra on weekends",
        "On call pays $3.50 an hour.",
        "Bilingual staff earn $1.25 an hour on top.",
        "Pay: $6 a visit",
    ],
)
def test_sums_beside_base_pay_are_not_compared(run_case, line: str) -> None:
    assert found(run_case, "below-federal-minimum", line) == []


def test_pay_is_compared_with_the_occupation_of_the_title(run_case) -> None:
    assert found(run_case, "below-market", POSTING.format(title="RN Case Manager", pay="$25 to $28 an hour")) == [
        "$25 to $28 an hour"
    ]
    assert found(run_case, "below-market", POSTING.format(title="Housing Case Manager", pay="$25 to $28 an hour")) == []
    assert found(run_case, "below-market", POSTING.format(title="Zookeeper", pay="$9 to $11 an hour")) == []


def test_a_license_beside_the_title_widens_what_is_usual(run_case) -> None:
    pay = "$110,000 to $120,000 a year"

    assert found(run_case, "above-market", POSTING.format(title="Housing Case Manager", pay=pay)) == [pay]
    assert found(run_case, "above-market", POSTING.format(title="Housing Case Manager", pay=f"{pay} for an RN")) == []


def test_pay_in_the_front_matter_is_judged_where_the_words_are_silent(run_case) -> None:
    posting = "---\ntitle: RN Case Manager\npay: 20-24/hour\n---\n# RN Case Manager\n\nYou visit people.\n"

    assert found(run_case, "below-market", posting) == ["20-24/hour"]


def test_a_yearly_figure_of_part_time_work_is_not_taken_for_a_full_year(run_case) -> None:
    assert (
        found(run_case, "below-market", POSTING.format(title="RN Case Manager", pay="$31,000 a year, part-time")) == []
    )


def test_the_finding_shows_the_figures_and_their_month(run_case) -> None:
    (finding,) = run_case(
        RuleCase(text="RN Case Manager, $24 an hour", section="title"), only="wage.below-market"
    ).findings

    assert "$68,940 a year, or $33.14 an hour (May 2025)" in finding.message


def test_a_range_is_too_wide_beyond_two_and_a_half_times(run_case) -> None:
    assert found(run_case, "range-too-wide", "$20 to $50 an hour") == []
    assert found(run_case, "range-too-wide", "$20 to $50.50 an hour") == ["$20 to $50.50 an hour"]


@pytest.mark.parametrize("pay", ["$34.00 to $28.00 hourly", "$90,000 to $70,000", "$68,000 up to $61,000"])
def test_a_range_that_begins_with_the_higher_end_is_found(run_case, pay: str) -> None:
    assert found(run_case, "range-reversed", f"Pay: {pay}") == [pay]


def test_a_yearly_figure_must_go_with_the_hourly_one_beside_it(run_case) -> None:
    assert found(run_case, "year-for-hour", "Pay: $25 an hour ($70,000 a year)") == ["$25 an hour ($70,000 a year"]
    assert found(run_case, "year-for-hour", "Pay: $52,000 a year, or $25 an hour") == []


@pytest.mark.parametrize("hours", ["30 hours a week", "a part-time post"])
def test_the_year_of_less_than_full_time_is_not_worked_out(run_case, hours: str) -> None:
    assert found(run_case, "year-for-hour", f"Pay: $25 an hour ($39,000 a year), {hours}") == []


@pytest.mark.parametrize(
    "line",
    [
        "Call goes around a team of eight and is paid, whether anybody phones or not, at $5 an hour.",
        "Sign language brings +$3/hr.",
        "Preceptors earn $1.50 an hour on such days.",
        "$1.50 an hour for staff who help out",
    ],
)
def test_what_is_paid_besides_the_wage_is_no_low_wage(run_case, line: str) -> None:
    assert found(run_case, "below-federal-minimum", line, "pay") == []


def test_a_low_wage_with_something_on_top_is_found(run_case) -> None:
    assert found(run_case, "below-federal-minimum", "Pay is $6.25 an hour plus gas.", "pay") == ["$6.25 an hour"]


def test_a_rate_that_makes_another_sum_of_the_line_is_right(run_case) -> None:
    line = "$51,168 at 40 hours a week or %s at 30; both come to $24.60 an hour."

    assert found(run_case, "year-for-hour", line % "$38,376", "pay") == []
    assert len(found(run_case, "year-for-hour", "$90,000, or $99,000 for seniors, at $24.60 an hour.", "pay")) == 1


def test_pay_by_the_month_and_by_the_year_are_compared(run_case) -> None:
    assert found(run_case, "year-for-hour", "$4,000 a month ($72,000 a year)", "pay") == [
        "$4,000 a month ($72,000 a year"
    ]
    assert found(run_case, "year-for-hour", "$6,000 a month ($72,000 a year)", "pay") == []


def test_a_salary_too_low_to_be_exempt_is_found(run_case) -> None:
    assert found(run_case, "exempt-below", "Exempt. $31,000.", "pay") == ["$31,000"]
    assert found(run_case, "exempt-below", "Nonexempt. $31,000.", "pay") == []


def test_a_median_far_from_the_table_is_found(run_case) -> None:
    line = "Nationwide, social workers earn a median of $%s a year."

    assert found(run_case, "median-claimed", line % "120,000") == ["$120,000 a year"]
    assert found(run_case, "median-claimed", line % "61,780") == []


def test_growth_beyond_every_projection_is_found(run_case) -> None:
    assert found(run_case, "growth-claimed", "Jobs for case managers will grow by 60 percent.") == [
        "grow by 60 percent"
    ]
    assert found(run_case, "growth-claimed", "Jobs for case managers will grow by 6 percent.") == []
    assert found(run_case, "growth-claimed", "Our jobs for case managers grow by 60 percent.") == []
