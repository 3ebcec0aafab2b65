"""Where rules stand: which files count, whose go first, and what a user's file replaces."""

from pathlib import Path

import pytest

from jdgen.load.rule_files import rule_files
from jdgen.load.search import SearchPath, search_path, shipped_folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a working folder's own folder of rules, still empty."""
    (tmp_path / "rules").mkdir()
    return tmp_path / "rules"


def search(own: Path) -> SearchPath:
    return search_path(project=own.parent)


def write(own: Path, *names: str) -> None:
    for name in names:
        (own / name).parent.mkdir(exist_ok=True, parents=True)
        (own / name).touch()


def names_of(own: Path) -> list[str]:
    return [file.path.relative_to(own).as_posix() for file in rule_files(search(own)) if file.origin == "project"]


def test_the_shipped_files_stand_in_folders_in_the_order_of_their_names() -> None:
    files = [file.path for file in rule_files(search_path())]

    assert len(files) > 20
    assert files == sorted(files)
    assert shipped_folder() / "rules" / "law" / "age.yaml" in files


def test_tables_that_are_no_rules_are_left_out() -> None:
    assert [file.path.name for file in rule_files(search_path()) if file.path.name.startswith("_")] == []


def test_the_users_files_go_first_and_both_endings_count(own: Path) -> None:
    write(own, "b.yaml", "a.yml", "deep/er/c.yaml", "_d.yaml", "e.yaml.bak", "f.yarml", "notes.md")

    assert names_of(own) == ["a.yml", "b.yaml", "deep/er/c.yaml"]
    assert [file.origin for file in rule_files(search(own))][:4] == ["project", "project", "project", "shipped"]


def test_a_file_of_the_same_name_and_folder_takes_the_place_of_a_shipped_one(own: Path) -> None:
    write(own, "law/age.yml", "age.yaml")

    shipped = [file.path.name for file in rule_files(search(own)) if file.origin == "shipped"]

    assert names_of(own) == ["age.yaml", "law/age.yml"]
    assert "age.yaml" not in shipped
    assert len(shipped) == len(rule_files(search_path())) - 1


def test_a_folder_that_does_not_exist_holds_nothing(tmp_path: Path) -> None:
    assert names_of(tmp_path / "rules") == []
    assert len(rule_files(search(tmp_path / "rules"))) == len(rule_files(search_path()))
