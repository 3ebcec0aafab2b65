import os
from pathlib import Path

import pytest

from jdgen.errors import InputErrors
from jdgen.load.facts import TABLES, load_facts, load_table
from jdgen.load.project import open_workspace
from jdgen.load.search import SearchPath, search_path, shipped_folder

ROW = """\
  - id: rn
    name: nurse (RN)
    holder: nurse (RN)
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

    for rows in (
        facts.credentials,
        facts.licenses,
        facts.notices,
        facts.compacts,
        facts.license_titles,
        facts.pay_laws,
        facts.counties,
        facts.wages,
    ):
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

    assert said == [f"{tmp_path / 'licenses.yaml'}:11:5: the id `rn` stands twice, expected each id once"]


@pytest.mark.parametrize("field", ["source", "checked", "review_by", "evidence", "confidence"])
def test_a_row_without_evidence_is_reported(search: SearchPath, tmp_path: Path, field: str) -> None:
    row = "".join(line for line in ROW.splitlines(keepends=True) if f"{field}:" not in line)
    (tmp_path / "licenses.yaml").write_text(f"licenses:\n{row}", encoding="utf-8")

    assert f"licenses.yaml:2:5: missing `{field}`" in problems_of(search)[0]


def test_an_empty_table_is_reported(search: SearchPath, tmp_path: Path) -> None:
    (tmp_path / "licenses.yaml").write_text("licenses: []\n", encoding="utf-8")

    assert "expected at least 1 item" in problems_of(search)[0]


TITLES = """\
license_titles:
  - {id: a, license: rn, title: RN, name: Nurse, states: [CO, MN], source: https://a.example, checked: 2026-11-22, review_by: 2027-11-22,
     evidence: law, confidence: V}
  - {id: b, license: rn, title: NR, name: Nurse, states: [UT, CO], source: https://a.example, checked: 2026-11-22, review_by: 2027-11-22,
     evidence: law, confidence: V}
  - {id: c, license: lpn, title: LPN, name: Nurse, states: [CO], source: https://a.example, checked: 2026-11-22, review_by: 2027-11-22,
     evidence: law, confidence: V}
"""


def test_a_state_with_two_titles_for_one_license_is_reported_with_its_line(search: SearchPath, tmp_path: Path) -> None:
    (tmp_path / "license_titles.yaml").write_text(TITLES, encoding="utf-8")

    (said,) = problems_of(search)

    assert said.startswith(f"{tmp_path / 'license_titles.yaml'}:4:")
    assert said.endswith(": CO has two titles for `rn`, expected one")


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_a_file_and_rows(name: str) -> None:
    rows = load_table(open_workspace(Path(__file__).parent).search, name)

    assert rows
    assert {key: row.id for key, row in rows.items()} == {key: key for key in rows}


def test_every_file_is_a_table() -> None:
    files = {path.stem for path in (shipped_folder() / "facts").glob("*.yaml")}

    assert files
    assert files - set(TABLES) == set()


def test_a_duplicate_key_does_not_hide_what_else_is_wrong(search: SearchPath, tmp_path: Path) -> None:
    (tmp_path / "licenses.yaml").write_text(f"licenses:\n{ROW}    id: lpn\n    zzz: 1\n", encoding="utf-8")

    said = [problem.removeprefix(str(tmp_path)) for problem in problems_of(search)]

    assert [problem.partition(": ")[0] for problem in said] == ["/licenses.yaml:11:5", "/licenses.yaml:12:5"]


def test_a_table_edited_in_the_meantime_is_read_anew(search: SearchPath, tmp_path: Path) -> None:
    """Even where size and time stay as they were."""
    file = tmp_path / "licenses.yaml"
    file.write_text(f"licenses:\n{ROW}", encoding="utf-8")
    before, status = load_table(search, "licenses"), file.stat()

    file.write_text(f"licenses:\n{ROW.replace('nurse (RN)', 'nurse (NR)')}", encoding="utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))

    assert (before["rn"].name, load_table(search, "licenses")["rn"].name) == ("nurse (RN)", "nurse (NR)")
    assert file.stat().st_size == status.st_size


def test_who_changes_the_rows_changes_only_their_own() -> None:
    search = open_workspace(Path(__file__).parent).search
    load_table(search, "licenses").clear()

    assert load_table(search, "licenses")
