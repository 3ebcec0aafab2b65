from pathlib import Path

import pytest

from jdgen.errors import InputErrors, UsageError
from jdgen.load.project import Workspace, open_workspace
from jdgen.pipeline.catalog import CATALOGS, catalog, entry
from jdgen.render.formats import FORMATS


@pytest.mark.parametrize("what", CATALOGS)
def test_every_row_has_an_id_and_a_name(workspace: Workspace, what: str) -> None:
    rows = catalog(what, workspace)

    assert rows
    assert [
        row for row in rows if not (isinstance(row["id"], str) and isinstance(row["name"], str) and row["name"])
    ] == []


def test_formats_are_listed_in_the_order_they_are_made(workspace: Workspace) -> None:
    assert [row["id"] for row in catalog("formats", workspace)] == list(FORMATS)


def test_hidden_specializations_are_not_listed_but_shown(workspace: Workspace) -> None:
    assert "_base" not in {row["id"] for row in catalog("specializations", workspace)}
    assert entry("_base", workspace).text.startswith("name: Case manager\n")


def test_an_entry_of_ones_own_names_its_file(workspace: Workspace) -> None:
    own = workspace.folder / "specializations" / "rn.yaml"
    own.parent.mkdir()
    own.write_text("extends: _base\nname: Mine\n", encoding="utf-8")

    found = entry("rn", open_workspace(workspace.folder))

    assert (found.path, found.own) == (own, own.parent)
    assert found.text.startswith("name: Mine\n")


def test_a_broken_specialization_is_reported_not_shown(workspace: Workspace) -> None:
    (workspace.folder / "specializations").mkdir()
    (workspace.folder / "specializations" / "own.yaml").write_text("extends: rn\ntitel: x\n", encoding="utf-8")

    with pytest.raises(InputErrors, match="unknown field `titel`"):
        entry("own", open_workspace(workspace.folder))


@pytest.mark.parametrize(
    ("name", "hint"), [("hospitl", "did you mean `hospital`?"), ("qqqqqq", "see `jdgen list specializations`")]
)
def test_an_unknown_name_is_wrong_usage_with_a_hint(workspace: Workspace, name: str, hint: str) -> None:
    with pytest.raises(UsageError, match=f"nothing called `{name}`") as raised:
        entry(name, workspace)

    assert raised.value.hint == hint


@pytest.mark.parametrize("name", ["../employer", "", "a/b", "x" * 200, "\x00"])
def test_a_name_that_is_none_finds_nothing(workspace: Workspace, name: str) -> None:
    with pytest.raises(UsageError, match="nothing called"):
        entry(name, workspace)


def test_without_a_working_folder_there_is_no_own_folder(tmp_path: Path) -> None:
    assert entry("rn", open_workspace(tmp_path)).own is None
