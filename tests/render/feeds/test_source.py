from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from jdgen.model.channel_values import ChannelValues
from jdgen.render.feeds.source import (
    Need,
    common_faults,
    place_needs,
    rows_for,
    source_document,
    unconfirmed,
    where_remote,
    without_counterpart,
    write_day,
)

NEEDS = [Need("employment", "full-time", "c07"), Need("employment", "per-diem", "c07"), Need("level", "guru", "l05")]


def test_a_value_without_row_is_a_fault_with_its_clause(values: ChannelValues) -> None:
    assert list(without_counterpart(NEEDS, "linkedin", values)) == ["nothing there stands for its level `guru` (l05)"]


def test_rows_are_those_of_the_values_that_have_one(values: ChannelValues) -> None:
    found = [row.id for row in rows_for(NEEDS, "linkedin", values)]

    assert found == ["linkedin-employment-full-time", "linkedin-employment-per-diem"]


def test_only_what_no_source_confirms_is_noted_and_only_once(values: ChannelValues) -> None:
    rows = [*rows_for(NEEDS, "linkedin", values), *rows_for(NEEDS, "linkedin", values)]

    assert unconfirmed(rows) == ("employment per-diem as TEMPORARY",)


def test_a_row_that_tells_nothing_makes_no_draft(values: ChannelValues) -> None:
    row = next(row for row in values.rows.values() if row.token is None)

    assert unconfirmed([replace(row, confidence="U")]) == ()


def test_a_draft_says_so_at_its_top(read: Callable) -> None:
    xml = "".join(source_document(["<a/>"], ["<job/>", "<job/>"], ["x as y -- z", "date as MM/DD/YYYY"]))

    assert xml.startswith('<?xml version="1.0" encoding="utf-8"?>\n<!-- draft: ')
    assert [child.tag for child in read(xml)] == ["a", "job", "job"]
    assert "x as y - - z; date as MM/DD/YYYY" in xml.splitlines()[1]


def test_what_is_confirmed_is_no_draft(read: Callable) -> None:
    xml = "".join(source_document([], [], []))

    assert "draft" not in xml
    assert read(xml).tag == "source"


def test_jobs_are_taken_one_by_one() -> None:
    taken = []

    def jobs() -> Iterator[str]:
        for number in range(3):
            taken.append(number)
            yield f"<job>{number}</job>"

    pieces = source_document([], jobs(), [])

    assert next(piece for piece in pieces if "job" in piece) == "<job>0</job>"
    assert taken == [0]


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("Remote", "remote"),
        ("Remote (CO)", "remote-in-one-state"),
        (["Remote (CO)", "Remote (CO)"], "remote-in-one-state"),
        ("Remote (CO, MN)", "remote-in-some-states"),
        (["Remote (CO)", "Remote (MN)"], "remote-in-some-states"),
        (["Remote (CO)", "Remote"], "remote"),
    ],
)
def test_remote_work_is_as_wide_as_its_areas_together(make_facts: Callable, location: object, expected: str) -> None:
    facts = make_facts(location=location, workplace="remote")

    assert where_remote(facts) == expected
    assert list(place_needs(facts, "i05")) == [Need("place", expected, "i05")]


def test_a_city_needs_no_word_for_its_place(make_facts: Callable) -> None:
    assert list(place_needs(make_facts(location=["Denver, CO", "Remote"], workplace="remote"), "i05")) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"posted": None}, ["it has no day of first publication (`posted`) (c04)"]),
        ({"closes": "2026-11-01"}, ["it closes on 2026-11-01, before it is posted on 2026-11-22 (c04)"]),
        ({"location": ()}, ["it has no place (`location`) (i05)"]),
        (
            {"location": "Remote"},
            ["its only location is an area for remote work, and `workplace` is missing (c06)"],
        ),
        (
            {"location": "Remote", "workplace": "hybrid"},
            ["its only location is an area for remote work, and `workplace` says hybrid (c06)"],
        ),
        ({"location": "Remote", "workplace": "remote"}, []),
        ({"apply": {}}, ["it does not say how to apply (`apply`) (i12)"]),
    ],
)
def test_what_keeps_a_posting_off_both_channels_is_said(
    make_facts: Callable, changes: dict, expected: list[str]
) -> None:
    assert list(common_faults(make_facts(**changes), place="i05", apply="i12")) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [("YYYY-MM-DD", "2027-01-05"), ("MM/DD/YYYY", "01/05/2027"), ("M/D/YYYY", "1/5/2027"), (None, "2027-01-05")],
)
def test_a_day_is_written_in_the_form_of_its_row(form: str | None, expected: str) -> None:
    assert write_day(date(2027, 1, 5), form) == expected
