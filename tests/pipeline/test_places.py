"""What is known of a place, from the shipped tables and from one's own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jdgen.load.project import open_workspace
from jdgen.load.search import SearchPath, search_path
from jdgen.pipeline.places import place_facts, place_rows
from jdgen.text.states import STATES

SHIPPED = open_workspace(Path(__file__).parent).search
LAWS = """\
pay_laws:
  - {id: n, name: A law, citation: NRS 1, jurisdiction: {state: NV}, effective_from: 2026-01-01, min_employees: 1, counted: all,
     must_hold: [pay], open_ended: false, remote: 'Yes.', source: https://a.example, checked: 2026-11-22, review_by: 2027-11-22,
     evidence: law, confidence: V}
  - {id: r, name: B law, citation: RMC 1, jurisdiction: {state: NV, locality: Reno}, effective_from: 2027-01-01, min_employees: 1, counted: all,
     must_hold: [pay], open_ended: false, remote: 'No.', source: https://a.example, checked: 2026-11-22, review_by: 2027-11-22,
     evidence: law, confidence: V}
"""
RULES = """\
ad_rules:
  - {id: s, topic: salary-history, name: A rule, citation: RMC 2, jurisdiction: {state: NV, locality: Reno}, rule: Do not ask.,
     source: https://a.example, checked: 2026-11-22, review_by: 2027-11-22, evidence: law, confidence: V}
  - {id: f, topic: age, name: ADEA, citation: 29 USC 623, rule: No age., source: https://a.example, checked: 2026-11-22,
     review_by: 2027-11-22, evidence: law, confidence: V}
"""


@pytest.fixture
def search(tmp_path: Path) -> SearchPath:
    """Return where to look, with two laws and two rules of one's own."""
    (tmp_path / "pay_laws.yaml").write_text(LAWS, encoding="utf-8")
    (tmp_path / "ad_rules.yaml").write_text(RULES, encoding="utf-8")
    return search_path(given={"facts": tmp_path})


@pytest.fixture
def ids(search: SearchPath) -> Callable[[str], dict[str, list[str]]]:
    """Return a function that says which rows are known of a place, by table."""

    def go(name: str) -> dict[str, list[str]]:
        known = place_facts(name, search)
        assert known
        return {key: [row["id"] for row in rows] for key, rows in known.items() if isinstance(rows, list)}

    return go


def test_every_state_has_a_row_and_every_city_with_a_law(search: SearchPath) -> None:
    rows = place_rows(search)

    assert [row["id"] for row in rows] == ["US", *STATES, "nv-reno"]
    notes = {row["id"]: row["note"] for row in rows}
    assert notes["NV"] == "pay in postings from 2026-01-01"
    assert notes["nv-reno"] == "pay in postings from 2027-01-01; 1 other rule"
    assert notes["OR"] == "no law found"


def test_the_shipped_rows_name_each_place_once() -> None:
    rows = place_rows(SHIPPED)

    assert len({row["id"] for row in rows}) == len(rows) > len(STATES)
    assert len({row["name"] for row in rows}) == len(rows)


def test_a_state_is_known_with_its_titles_and_compacts(ids: Callable) -> None:
    known = ids("NV")

    assert known["pay_laws"] == ["n"]
    assert "ad_rules" not in known
    assert {"rn-rn", "lpn-lpn"} <= set(known["license_titles"])


def test_a_city_answers_to_its_state_too_and_leaves_licenses_to_it(ids: Callable) -> None:
    assert ids("nv-reno") == {"pay_laws": ["n", "r"], "ad_rules": ["s"]}


@pytest.mark.parametrize("name", ["NV", "nv", "Nevada", "nevada", "Nev.", "N.V."])
def test_a_state_is_found_by_any_of_its_names(search: SearchPath, name: str) -> None:
    known = place_facts(name, search)

    assert known
    assert known["place"] == "Nevada"


@pytest.mark.parametrize("name", ["nv-reno", "NV-Reno", "NV Reno", "nv reno"])
def test_a_city_is_found_behind_its_state(search: SearchPath, name: str) -> None:
    known = place_facts(name, search)

    assert known
    assert known["place"] == "Reno, Nevada"


@pytest.mark.parametrize("name", ["Reno", "XX", "", "nv-elko", "Canada", "../NV"])
def test_what_is_no_place_with_a_law_is_not_known(search: SearchPath, name: str) -> None:
    assert place_facts(name, search) is None


def test_a_row_tells_its_state_alone() -> None:
    known = place_facts("MA", SHIPPED)
    assert known

    compacts, titles = known["compacts"], known["license_titles"]
    assert [row["member"] for row in compacts if row["id"] == "nurse-licensure-compact"] == [
        {"state": "MA", "status": "enacted"}
    ]
    assert "LICSW" in [row["title"] for row in titles]
    assert [row for row in (*titles, *compacts) if "states" in row or "members" in row] == []


def test_every_row_brings_its_sources() -> None:
    known = place_facts("CO", SHIPPED)
    assert known

    rows = [row for section in known.values() if isinstance(section, list) for row in section]
    assert len(rows) > 8
    assert [row["id"] for row in rows if not (row["source"] and row["checked"] and row["confidence"])] == []


def test_a_place_of_which_nothing_is_known_says_so() -> None:
    assert place_facts("AS", SHIPPED) == {
        "place": "American Samoa", "note": "No law, license title or compact of this place is known.",
    }  # fmt: skip


def test_every_state_and_city_listed_is_found() -> None:
    rows = place_rows(SHIPPED)

    assert [row["id"] for row in rows if (place_facts(str(row["id"]), SHIPPED) or {}).get("place") != row["name"]] == []
