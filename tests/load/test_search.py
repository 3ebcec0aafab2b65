from pathlib import Path

import pytest

from jdgen.errors import InputError, InputErrors, UsageError, Where
from jdgen.load import search
from jdgen.load.search import SearchPath, find_project, search_path, shipped_folder


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a given, a project and a shipped folder, each with a file of its own and one called `rn`."""
    for origin in ("given", "project", "shipped"):
        folder = tmp_path / origin / "specializations"
        folder.mkdir(parents=True)
        (folder / "rn.yaml").write_text(f"name: {origin}", encoding="utf-8")
        (folder / f"{origin}-only.yaml").touch()
    monkeypatch.setattr(search, "shipped_folder", lambda: tmp_path / "shipped")
    return tmp_path


@pytest.fixture
def everywhere(folders: Path) -> SearchPath:
    return search_path(given={"specializations": folders / "given" / "specializations"}, project=folders / "project")


@pytest.mark.parametrize(
    ("name", "origin"),
    [
        ("rn", "given"),
        ("given-only", "given"),
        ("project-only", "project"),
        ("shipped-only", "shipped"),
        ("nurse", None),
    ],
)
def test_the_first_folder_that_has_a_file_wins(
    everywhere: SearchPath, folders: Path, name: str, origin: str | None
) -> None:
    expected = folders / origin / "specializations" / f"{name}.yaml" if origin else None

    assert expected == everywhere.find("specializations", name)
    assert origin == everywhere.origin("specializations", name)


def test_a_project_leads_over_what_is_shipped(folders: Path) -> None:
    assert search_path(project=folders / "project").origin("specializations", "rn") == "project"
    assert search_path().origin("specializations", "rn") == "shipped"


def test_a_project_may_name_other_folders(folders: Path) -> None:
    path = search_path(project=folders / "project", named={"specializations": folders / "given" / "specializations"})

    assert folders / "given" / "specializations" / "rn.yaml" == path.find("specializations", "rn")
    assert path.find("specializations", "project-only") is None


def test_names_come_from_all_folders_without_the_hidden_ones(everywhere: SearchPath, folders: Path) -> None:
    shipped = folders / "shipped" / "specializations"
    for name in ("_base.yaml", "notes.txt", ".yaml", "with space.yaml"):
        (shipped / name).touch()
    (shipped / "folder.yaml").mkdir()

    assert everywhere.names("specializations") == ["given-only", "project-only", "rn", "shipped-only"]
    assert "_base" in everywhere.names("specializations", hidden=True)
    assert everywhere.find("specializations", "folder") is None


def test_both_endings_of_yaml_are_found(everywhere: SearchPath, folders: Path) -> None:
    (folders / "given" / "specializations" / "own.yml").touch()

    assert everywhere.find("specializations", "own").name == "own.yml"


def test_templates_and_what_stands_beside_them_are_found(folders: Path) -> None:
    (folders / "shipped" / "templates").mkdir()
    for name in ("posting.md.j2", "page.css", "page.html.j2"):
        (folders / "shipped" / "templates" / name).touch()
    path = search_path()

    assert path.names("templates") == ["posting"]
    assert path.find("templates", "posting").name == "posting.md.j2"
    assert path.find_file("templates", "page.css").name == "page.css"
    assert path.find_file("templates", "other.css") is None


def test_case_counts_on_every_machine(everywhere: SearchPath) -> None:
    assert everywhere.find("specializations", "RN") is None


def test_a_kind_without_a_folder_has_no_names(everywhere: SearchPath) -> None:
    assert everywhere.names("facts") == []


@pytest.mark.parametrize(
    "name", ["../rn", "..", "/etc/passwd", "a/b", "a\\b", "a\0b", "", "rn\n", "é", ".rn", "C:rn", "x" * 200]
)
def test_a_name_cannot_leave_the_folder(everywhere: SearchPath, name: str) -> None:
    with pytest.raises(UsageError, match="cannot be the name of a specialization"):
        everywhere.find("specializations", name)
    with pytest.raises(UsageError):
        everywhere.find_file("templates", name)


def test_a_link_out_of_the_folder_is_refused(everywhere: SearchPath, folders: Path) -> None:
    secret = folders / "secret.yaml"
    secret.touch()
    (folders / "project" / "specializations" / "leak.yaml").symlink_to(secret)

    assert "leak" not in everywhere.names("specializations")
    with pytest.raises(UsageError, match="leads out of its folder"):
        everywhere.find("specializations", "leak")


def test_a_link_inside_the_folder_is_followed(everywhere: SearchPath, folders: Path) -> None:
    folder = folders / "project" / "specializations"
    (folder / "nurse.yaml").symlink_to(folder / "rn.yaml")

    assert everywhere.origin("specializations", "nurse") == "project"


def test_a_broken_link_is_not_a_file(everywhere: SearchPath, folders: Path) -> None:
    folder = folders / "project" / "specializations"
    (folder / "gone.yaml").symlink_to(folder / "nothing.yaml")

    assert everywhere.find("specializations", "gone") is None


def test_shipped_files_may_be_links_as_installers_make_them(folders: Path) -> None:
    stored = folders / "store.yaml"
    stored.touch()
    (folders / "shipped" / "specializations" / "linked.yaml").symlink_to(stored)

    assert search_path().origin("specializations", "linked") == "shipped"


def test_an_unknown_name_on_the_command_line_is_a_usage_error(everywhere: SearchPath) -> None:
    with pytest.raises(UsageError, match="there is no specialization `shiped-only`") as raised:
        everywhere.require("specializations", "shiped-only")

    assert raised.value.hint == "did you mean `shipped-only`?"


def test_an_unknown_name_in_a_file_is_an_input_error(everywhere: SearchPath) -> None:
    with pytest.raises(InputError) as raised:
        everywhere.require("specializations", "zzz", where=Where("requisition.yaml", 2, 17))

    assert str(raised.value) == "requisition.yaml:2:17: there is no specialization `zzz`"
    assert raised.value.hint == "there are given-only, project-only, rn, shipped-only"


def test_an_unsafe_name_in_a_file_is_an_input_error(everywhere: SearchPath) -> None:
    with pytest.raises(InputError, match=r"requisition\.yaml:2:17: `\.\./x` cannot be the name"):
        everywhere.require("specializations", "../x", where=Where("requisition.yaml", 2, 17))


def test_a_known_name_is_found(everywhere: SearchPath, folders: Path) -> None:
    assert folders / "given" / "specializations" / "rn.yaml" == everywhere.require("specializations", "rn")


def test_a_given_folder_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no folder"):
        search_path(given={"templates": tmp_path / "nowhere"})


def test_the_nearest_project_file_upwards_is_found(tmp_path: Path) -> None:
    (tmp_path / "a" / "b" / "c").mkdir(parents=True)
    (tmp_path / "jdgen.yaml").touch()
    (tmp_path / "a" / "jdgen.yaml").touch()
    (tmp_path / "a" / "b" / "jdgen.yaml").mkdir()

    assert tmp_path / "a" / "jdgen.yaml" == find_project(tmp_path / "a" / "b" / "c")
    assert tmp_path / "jdgen.yaml" == find_project(tmp_path)


def test_a_folder_that_may_not_be_looked_into_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(_path: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "is_file", deny)

    assert find_project(tmp_path) is None


def test_the_shipped_folder_of_a_checkout_is_beside_the_package() -> None:
    assert "jdgen" in {path.name for path in shipped_folder().iterdir()}


def test_the_shipped_folder_of_an_installed_package_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "jdgen" / "_shipped").mkdir(parents=True)
    monkeypatch.setattr(search, "__file__", str(tmp_path / "jdgen" / "load" / "search.py"))

    assert (tmp_path / "jdgen" / "_shipped").resolve() == shipped_folder()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("My Team.yaml", "my-team.yaml"),
        ("My_Own.yml", "my-own.yml"),
        ("own.YAML", "own.yaml"),
        ("_level-Chief Nurse.yaml", "_level-chief-nurse.yaml"),
        ("総合.yaml", "own.yaml"),
        ("own.v2.yaml", "own-v2.yaml"),
    ],
)
def test_a_file_that_would_be_passed_over_is_named(
    everywhere: SearchPath, folders: Path, name: str, wanted: str
) -> None:
    path = folders / "project" / "specializations" / name
    path.touch()

    with pytest.raises(InputErrors) as raised:
        everywhere.refuse_misnamed("specializations")

    (problem,) = raised.value.problems
    assert str(problem).startswith(f"{path}: a specialization cannot be called `{name}`, expected lower-case letters")
    assert problem.hint == f"rename its file to `{wanted}`"


def test_names_that_can_be_said_and_files_of_programs_are_left_alone(everywhere: SearchPath, folders: Path) -> None:
    folder = folders / "project" / "specializations"
    for name in (
        "own.yaml",
        "_base.yaml",
        "_level-own.yml",
        "Notes.txt",
        ".#rn.yaml",
        "._Rn.yaml",
        ".yaml",
        "Rn.yaml~",
    ):
        (folder / name).touch()
    (folder / "My Folder.yaml").mkdir()
    (folders / "shipped" / "specializations" / "My Own.yaml").touch()

    everywhere.refuse_misnamed("specializations")
