import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from jdgen.model.site import Opening
from jdgen.render.site import search_index as module
from jdgen.render.site.search_index import Row, SearchNames, count_chunks, search_index

Make = Callable[..., Opening]


def read(script: str) -> list[dict[str, Any]]:
    """Return the rows of a chunk with their words in place."""
    called = re.fullmatch(r"jdgenOpenings\((\d+),(.*)\);\n", script, re.DOTALL)
    assert called
    words, rows = json.loads(f"[{called[2]}]")

    def said(name: str, value: Any) -> Any:
        if name in {"slug", "title", "most_a_year", "most_an_hour", "also"}:
            return value
        return [words[number] for number in value] if isinstance(value, list) else words[value]

    return [{name: said(name, value) for name, value in zip(Row._fields, row, strict=True)} for row in rows]


def test_a_row_says_what_the_card_says_and_what_filters_need(make_opening: Make) -> None:
    ((path, script),) = search_index([make_opening()])

    assert path == "search/1.js"
    assert read(script) == [
        {
            "slug": "hospital-case-manager-req-1042",
            "title": "Hospital Case Manager",
            "employer": "Cedar Ridge Medical Center",
            "place": "Denver, Colorado",
            "workplace": "On site",
            "employment": "Full-time, 40 hours a week",
            "pay": "$38.50 to $52.00 an hour",
            "posted": "2026-11-22",
            "closes": "2026-12-31",
            "place_keys": ["colorado"],
            "specialization_key": "hospital",
            "kinds": ["full-time"],
            "workplace_key": "onsite",
            "most_a_year": 52 * 2080,
            "most_an_hour": 52,
            "also": "REQ-1042 CO 80204",
            "specialization": "Hospital",
            "tongue": "",
            "titles": "",
            "credentials": [],
        }
    ]


def test_every_open_opening_is_in_one_chunk(make_opening: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK", 2)
    openings = [make_opening(id=f"R-{number}") for number in range(5)]

    chunks = dict(search_index([*openings, make_opening(id="closed", closed=date(2026, 11, 1))]))

    assert list(chunks) == ["search/1.js", "search/2.js", "search/3.js"]
    assert count_chunks(5) == 3
    rows = [row["slug"] for script in chunks.values() for row in read(script)]
    assert sorted(rows) == sorted(one.slug for one in openings)


def test_nothing_open_makes_no_chunk() -> None:
    assert list(search_index([])) == []
    assert count_chunks(0) == 0


@pytest.mark.parametrize(
    ("pay", "employment", "most"),
    [
        ("80000-95000/year", None, (95000, 45.67)),
        ("80000-95000/year", "full-time, 36 hours/week", (95000, 50.75)),
        ("38.01/hour", None, (79060.8, 38.01)),
        ("31-39.50/hour", "part-time, 24 hours/week", (49296, 39.5)),
        ("31-39.50/hour", "part-time, 20-24 hours/week", (49296, 39.5)),
        ("40/hour", "0.6 FTE", (49920, 40)),
        ("1000/week", "part-time, 20 hours/week", (52000, 50)),
        ("85-110/visit", None, (0, 0)),
        ("DOE", None, (0, 0)),
        ("CAD 40/hour", None, (0, 0)),
    ],
)
def test_pay_counts_with_the_hours_of_the_job_or_not_at_all(
    make_opening: Make, pay: str, employment: str | None, most: tuple[float, float]
) -> None:
    ((_, script),) = search_index([make_opening(pay=pay, employment=employment)])

    (row,) = read(script)
    assert (row["most_a_year"], row["most_an_hour"]) == most


def test_other_names_stand_once_in_a_chunk(make_opening: Make) -> None:
    names = SearchNames({"rn": "Nurse Case Manager"}, {"rn": "RN, Registered Nurse", "ccm": "CCM"})
    needs = {"licenses": {"required": ["rn", "lpn"]}, "certifications": {"preferred": ["ccm"]}}
    openings = [make_opening(id=f"A{number}", specialization="rn", **needs) for number in range(3)]

    ((_, script),) = search_index(openings, names)

    assert [(row["titles"], row["credentials"]) for row in read(script)] == [
        ("Nurse Case Manager", ["RN, Registered Nurse", "CCM"])
    ] * 3
    assert script.count("Registered Nurse") == script.count("Nurse Case Manager") == 1


def test_places_the_card_leaves_out_can_be_found(make_opening: Make) -> None:
    places = ["Denver, CO", "Boulder, CO", "Reno, NV 89501", "Ely, NV"]

    ((_, script),) = search_index([make_opening(location=places)])

    also = read(script)[0]["also"]
    assert all(word in also for word in ("Boulder", "Reno", "89501", "Ely", "Nevada", "NV", "REQ-1042"))


def test_no_text_can_end_the_script(make_opening: Make) -> None:
    nasty = "</script><script>alert(1)//\u2028"

    ((_, script),) = search_index([make_opening(title=nasty, employer={"name": nasty})])

    assert "<" not in script
    assert "\u2028" not in script
    assert read(script)[0]["title"].startswith("</script><script>alert(1)//")


def test_another_language_is_told(make_opening: Make) -> None:
    ((_, script),) = search_index([make_opening(language="he", title="מנהל מקרים")])

    assert read(script)[0]["tongue"] == "he rtl"
