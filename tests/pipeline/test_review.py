import re
from datetime import date
from pathlib import Path

import pytest

from jdgen.errors import InputErrors
from jdgen.load.facts import TABLES, load_table
from jdgen.load.project import open_workspace
from jdgen.load.search import SearchPath, search_path, shipped_folder
from jdgen.pipeline.review import overdue

SHIPPED = open_workspace(Path(__file__).parent).search


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of a shipped table in a working folder."""
    (tmp_path / "jdgen.yaml").touch()
    path = tmp_path / "facts" / "wages.yaml"
    path.parent.mkdir()
    path.write_bytes((shipped_folder() / "facts" / "wages.yaml").read_bytes())
    monkeypatch.chdir(tmp_path)
    return path


def without(copy: Path, field: str) -> None:
    """Take a field, with the list below it, out of the first row."""
    text = copy.read_text(encoding="utf-8")
    copy.write_text(re.sub(rf"    {field}:.*\n(?:      .*\n)*", "", text, count=1), encoding="utf-8")


def search(copy: Path) -> SearchPath:
    return search_path(given={"facts": copy.parent})


def test_no_shipped_row_was_due_on_the_day_it_was_checked() -> None:
    assert overdue(SHIPPED, date(2026, 11, 22)) == ()


def test_every_row_of_every_table_is_due_one_day() -> None:
    assert len(overdue(SHIPPED, date(2099, 1, 1))) == sum(len(load_table(SHIPPED, table)) for table in TABLES)


def test_a_row_is_due_after_its_day(copy: Path) -> None:
    copy.write_text(copy.read_text(encoding="utf-8").replace("review_by: 2027", "review_by: 2019", 1), encoding="utf-8")
    row = next(iter(load_table(search(copy), "wages").values()))

    assert overdue(search(copy), row.review_by) == ()
    assert overdue(search(copy), date(2019, 12, 31)) == (
        f"{copy}: `{row.id}` was to be looked at again by {row.review_by.isoformat()}",
    )


@pytest.mark.parametrize("field", ["source", "checked", "review_by"])
def test_a_row_without_evidence_stops_the_review(copy: Path, field: str) -> None:
    without(copy, field)

    with pytest.raises(InputErrors, match=f"missing `{field}`"):
        overdue(search(copy), date(2026, 11, 22))
