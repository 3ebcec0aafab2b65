from pathlib import Path

import pytest

from jdgen.errors import InputErrors, UsageError
from jdgen.load.project import open_workspace, shown
from jdgen.load.search import shipped_folder
from jdgen.model.project import Project
from jdgen.model.record import as_plain, field_names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a working folder with a folder below it."""
    (tmp_path / "jdgen.yaml").write_text("template: classic\nformats: [md]\n", encoding="utf-8")
    (tmp_path / "openings" / "spring").mkdir(parents=True)
    return tmp_path


def test_without_a_file_the_defaults_hold_here(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)

    defaults = Project()
    assert {name: getattr(workspace.settings, name) for name in field_names(Project)} == as_plain(defaults)
    assert workspace.folder == tmp_path
    assert workspace.template_folders == (shipped_folder() / "templates",)


def test_the_nearest_file_upwards_holds(folder: Path) -> None:
    workspace = open_workspace(folder / "openings" / "spring")

    assert (workspace.settings.template, workspace.folder) == ("classic", folder)


def test_a_nearer_file_hides_the_one_above(folder: Path) -> None:
    (folder / "openings" / "jdgen.yaml").touch()

    workspace = open_workspace(folder / "openings" / "spring")

    assert (workspace.settings, workspace.folder) == (Project(), folder / "openings")


def test_folders_beside_the_file_are_looked_into_first(folder: Path) -> None:
    (folder / "templates").mkdir()

    assert open_workspace(folder).template_folders == (folder / "templates", shipped_folder() / "templates")


def test_a_named_folder_starts_at_the_file(folder: Path) -> None:
    (folder / "jdgen.yaml").write_text("templates: mine\n", encoding="utf-8")
    (folder / "mine").mkdir()
    (folder / "templates").mkdir()

    assert open_workspace(folder / "openings").template_folders[0] == folder / "mine"
    assert folder / "templates" not in open_workspace(folder).template_folders


def test_a_given_folder_comes_before_all(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    given = tmp_path_factory.mktemp("given")
    (folder / "templates").mkdir()

    assert open_workspace(folder, given={"templates": given}).template_folders[:2] == (given, folder / "templates")


def test_a_named_folder_that_is_none_is_refused(folder: Path) -> None:
    (folder / "jdgen.yaml").write_text("facts: nowhere\n", encoding="utf-8")

    with pytest.raises(InputErrors, match=r"jdgen\.yaml:1:1: there is no folder `nowhere`"):
        open_workspace(folder)


def test_a_given_folder_that_is_none_is_wrong_usage(folder: Path) -> None:
    with pytest.raises(UsageError, match="there is no folder `nowhere`"):
        open_workspace(folder, given={"facts": Path("nowhere")})


@pytest.mark.parametrize(("start", "path"), [("", "jdgen.yaml"), ("openings", "{folder}/jdgen.yaml")])
def test_a_broken_file_is_named_as_seen_from_here(folder: Path, start: str, path: str) -> None:
    (folder / "jdgen.yaml").write_text("# mine\ntemplte: classic\nformats: {a: b}\n", encoding="utf-8")

    with pytest.raises(InputErrors) as raised:
        open_workspace(folder / start)

    expected = path.format(folder=folder)
    assert [str(problem).split(": ")[0] for problem in raised.value.problems] == [f"{expected}:2:1", f"{expected}:3:1"]


def test_a_path_is_shown_from_here_where_it_lies_below(tmp_path: Path) -> None:
    assert shown(tmp_path / "a" / "b", tmp_path) == str(Path("a") / "b")
    assert shown(tmp_path.parent, tmp_path) == str(tmp_path.parent)


def test_a_duplicate_key_does_not_hide_what_else_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "jdgen.yaml").write_text("paper: a4\npaper: a4\ntemplte: x\n", encoding="utf-8")

    with pytest.raises(InputErrors) as raised:
        open_workspace(tmp_path)

    assert [str(problem).partition(": ")[0] for problem in raised.value.problems] == [
        "jdgen.yaml:2:1",
        "jdgen.yaml:3:1",
    ]


def test_it_is_known_where_each_setting_stands(folder: Path) -> None:
    places = open_workspace(folder).places

    assert {name: where.line for name, where in places.items()} == {"template": 1, "formats": 2}
