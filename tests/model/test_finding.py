"""What the audit found, as records that stay as they are."""

import pytest

from jdgen.model.finding import CATEGORIES, DIMENSIONS, SEVERITIES, FileReport, Finding, count_by_severity


def finding(severity: str) -> Finding:
    return Finding("a.b", "age", severity, "m", "w", 1, 1, 1, 2, "x", (), (), "law")  # type: ignore[arg-type] - one of the three


def test_severities_stand_from_the_worst_to_the_mildest() -> None:
    assert SEVERITIES == ("error", "warning", "info")


def test_findings_are_counted_by_severity_and_all_three_are_named() -> None:
    assert count_by_severity([finding("info"), finding("error"), finding("info")]) == {
        "error": 1,
        "warning": 0,
        "info": 2,
    }
    assert list(count_by_severity([])) == list(SEVERITIES)


def test_no_name_stands_twice() -> None:
    for names in (SEVERITIES, CATEGORIES, DIMENSIONS):
        assert len(set(names)) == len(names) > 2


def test_a_report_without_more_holds_nothing() -> None:
    report = FileReport("ad.md", ())

    assert (report.allowed, report.score, report.channels, report.key_phrases, report.notes) == ((), {}, (), (), ())
    assert (report.fragment, report.unit, report.words) == (False, "line", 0)


def test_a_finding_does_not_change_after_it_was_made() -> None:
    with pytest.raises(AttributeError):
        finding("info").severity = "error"  # type: ignore[misc] - that it fails is the test
