"""`jdgen list` and `jdgen show`: what jdgen knows, and where its files come from."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from jdgen.load.project import open_workspace
from jdgen.pipeline.catalog import CATALOGS
from jdgen.render.formats import FORMATS

ROOT = Path(__file__).resolve().parents[2]
SPECIALIZATIONS = open_workspace(ROOT).search.names("specializations")
IDS = [(what, row["id"]) for what in CATALOGS for row in CATALOGS[what](open_workspace(ROOT)) if what != "formats"]


@pytest.mark.parametrize("what", CATALOGS)
def test_a_list_as_json_is_an_array_of_objects_with_id(run: Callable, what: str) -> None:
    code, out, err = run("list", what, "--format", "json")
    rows = json.loads(out)

    assert (code, err) == (0, "")
    assert len(rows) >= len(FORMATS)
    assert all(row["id"] and row["name"] for row in rows)
    assert len({row["id"] for row in rows}) == len(rows)


@pytest.mark.parametrize("what", CATALOGS)
def test_a_list_as_text_has_a_line_for_each(run: Callable, what: str) -> None:
    rows = json.loads(run("list", what, "--format", "json").out)

    code, out, err = run("list", what)

    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == [row["id"] for row in rows]
    assert [
        line for line, row in zip(out.splitlines(), rows, strict=True) if not line.endswith(f"  {row['name']}")
    ] == []


def test_credentials_are_listed_with_their_evidence(run: Callable) -> None:
    rows = json.loads(run("list", "credentials", "--format", "json").out)

    assert [
        row["id"] for row in rows if not (row["source"] and row["checked"] and row["confidence"] in {"V", "V2", "U"})
    ] == []


def test_ones_own_specialization_is_listed(run: Callable, here: Path) -> None:
    (here / "jdgen.yaml").touch()
    (here / "specializations").mkdir()
    (here / "specializations" / "act.yaml").write_text(
        "extends: psychiatric\nname: ACT case manager\n", encoding="utf-8"
    )

    assert "act            ACT case manager\n" in run("list", "specializations").out


def test_a_template_is_named_by_its_first_comment_or_its_file(run: Callable, here: Path) -> None:
    (here / "one.md.j2").write_text("{# Says what. #}\n# x\n", encoding="utf-8")
    (here / "two.md.j2").write_text("# x\n", encoding="utf-8")

    out = run("list", "templates", "--templates", here).out

    assert "one         Says what.\n" in out
    assert "two         two.md.j2\n" in out


@pytest.mark.parametrize(("what", "name"), IDS)
def test_whatever_is_listed_can_be_shown(run: Callable, what: str, name: str) -> None:
    code, out, err = run("show", name)

    assert (code, err) == (0, "")
    assert len(out) > 40
    if what != "templates":
        assert isinstance(yaml.safe_load(out), dict)


def test_a_specialization_is_shown_with_what_it_inherits(run: Callable) -> None:
    shown = yaml.safe_load(run("show", "hospital").out)
    ids = [duty["id"] for duty in shown["responsibilities"]]

    assert "privacy-and-consent" in ids
    assert "bedside-introduction" in ids
    assert "extends" not in shown
    assert [key for key in shown if key.endswith(("+", "-"))] == []


def test_a_credential_is_shown_with_its_sources(run: Callable) -> None:
    shown = yaml.safe_load(run("show", "ccm").out)

    assert shown["name"] == "Certified Case Manager"
    assert shown["source"][0].startswith("https://")


def test_a_template_is_shown_as_it_is(run: Callable) -> None:
    assert (ROOT / "templates" / "classic.md.j2").read_text(encoding="utf-8") == run("show", "classic").out


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("hospital", "specializations/hospital.yaml"),
        ("ccm", "facts/credentials.yaml"),
        ("lpn", "facts/licenses.yaml"),
        ("posting", "templates/posting.md.j2"),
    ],
)
def test_where_names_the_file_that_wins(run: Callable, here: Path, name: str, file: str) -> None:
    shipped = run("show", name, "--where")
    (here / "jdgen.yaml").touch()
    run("show", name, "--copy")
    own = run("show", name, "--where")

    assert shipped == (0, f"{ROOT / file}\n", "")
    assert own.out == f"{here / file}\n"


def test_a_copy_is_put_where_it_wins(run: Callable, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a folder below the working folder, and into the folder that `jdgen.yaml` names."""
    (here / "jdgen.yaml").write_text("specializations: mine\n", encoding="utf-8")
    (here / "mine").mkdir()
    (here / "openings").mkdir()
    monkeypatch.chdir(here / "openings")

    hospital, classic = run("show", "hospital", "--copy"), run("show", "classic", "--copy")

    assert (hospital.out, hospital.err) == (f"{here / 'mine' / 'hospital.yaml'}\n", "")
    assert (classic.out, classic.err) == (f"{here / 'templates' / 'classic.md.j2'}\n", "")
    assert run("show", "hospital", "--where").out == hospital.out


def test_a_copy_in_a_folder_without_settings_says_what_is_missing(run: Callable, here: Path) -> None:
    code, out, err = run("show", "hospital", "--copy")

    assert (code, out) == (0, "specializations/hospital.yaml\n")
    assert "once this folder has a `jdgen.yaml`" in err
    assert (here / "specializations" / "hospital.yaml").read_bytes() == (
        ROOT / "specializations" / "hospital.yaml"
    ).read_bytes()


@pytest.mark.parametrize("name", SPECIALIZATIONS)
def test_a_copied_specialization_still_works(run: Callable, here: Path, name: str) -> None:
    (here / "jdgen.yaml").touch()
    (here / "e.yaml").write_text("name: Acme\n", encoding="utf-8")
    before = run("render", "-s", name, "-e", "e.yaml", "-f", "md", "-o", "-", "--date", "2026-11-22").out

    run("show", name, "--copy")

    assert before == run("render", "-s", name, "-e", "e.yaml", "-f", "md", "-o", "-", "--date", "2026-11-22").out
