from pathlib import Path

import pytest

from jdgen.errors import InputErrors
from jdgen.load.facts import load_facts
from jdgen.load.project import open_workspace
from jdgen.load.search import SearchPath, search_path

ROW = """\
  - id: rn
    name: nurse (RN)
    abbreviation: RN
    source: https://a.example
    checked: 2026-11-22
    review_by: 2027-11-22
    evidence: law
    confidence: V
"""


@pytest.fixture
def search(tmp_path: Path) -> SearchPath:
    """Return where to look, with a folder of facts of one's own that is still empty."""
    return search_path(given={"facts": tmp_path})


def problems_of(search: SearchPath) -> list[str]:
    with pytest.raises(InputErrors) as raised:
        load_facts(search)
    return [str(problem) for problem in raised.value.problems]


def test_the_shipped_tables_load() -> None:
    facts = load_facts(open_workspace(Path(__file__).parent).search)

    assert len(facts.credentials) > 10
    assert len(facts.licenses) > 5
    assert {"equal-opportunity", "accommodation", "accommodation-contact", "until-filled", "demands"} <= set(
        facts.notices
    )


def test_rows_are_found_by_id() -> None:
    facts = load_facts(open_workspace(Path(__file__).parent).search)

    for rows in (facts.credentials, facts.licenses, facts.notices):
        assert {name: row.id for name, row in rows.items()} == {name: name for name in rows}


def test_shipped_credentials_ask_for_licenses_that_exist() -> None:
    facts = load_facts(open_workspace(Path(__file__).parent).search)

    asked = {wanted for row in facts.credentials.values() for wanted in row.licenses}
    assert asked
    assert asked - set(facts.licenses) == set()


def test_ones_own_table_wins_whole(search: SearchPath, tmp_path: Path) -> None:
    (tmp_path / "licenses.yaml").write_text(f"licenses:\n{ROW}", encoding="utf-8")

    facts = load_facts(search)

    assert set(facts.licenses) == {"rn"}
    assert "ccm" in facts.credentials


def test_an_id_used_twice_is_reported_with_its_line(search: SearchPath, tmp_path: Path) -> None:
    (tmp_path / "licenses.yaml").write_text(f"licenses:\n{ROW}{ROW}", encoding="utf-8")

    said = problems_of(search)

    assert said == [f"{tmp_path / 'licenses.yaml'}:10:5: the id `rn` stands twice, expected each id once"]


@pytest.mark.parametrize("field", ["source", "checked", "review_by", "evidence", "confidence"])
def test_a_row_without_evidence_is_reported(search: SearchPath, tmp_path: Path, field: str) -> None:
    row = "".join(line for line in ROW.splitlines(keepends=True) if f"{field}:" not in line)
    (tmp_path / "licenses.yaml").write_text(f"licenses:\n{row}", encoding="utf-8")

    assert f"licenses.yaml:2:5: missing `{field}`" in problems_of(search)[0]


def test_an_empty_table_is_reported(search: SearchPath, tmp_path: Path) -> None:
    (tmp_path / "licenses.yaml").write_text("licenses: []\n", encoding="utf-8")

    assert "expected at least 1 item" in problems_of(search)[0]
