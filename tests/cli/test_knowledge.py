"""`jdgen list` and `jdgen show`: what jdgen knows, and where its files come from; all of it is shown in `properties/test_shown.py`."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from jdgen.pipeline.catalog import CATALOGS

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("what", CATALOGS)
def test_a_list_as_json_is_an_array_of_objects_with_id(run: Callable, what: str) -> None:
    code, out, err = run("list", what, "--format", "json")
    rows = json.loads(out)

    assert (code, err) == (0, "")
    assert rows
    assert all(row["id"] and row["name"] for row in rows)
    assert len({row["id"] for row in rows}) == len(rows)


@pytest.mark.parametrize("what", CATALOGS)
def test_a_list_as_text_has_a_line_for_each(run: Callable, what: str) -> None:
    rows = json.loads(run("list", what, "--format", "json").out)

    code, out, err = run("list", what)

    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == [row["id"] for row in rows]
    told = [f"  {row['name']}: {row['note']}" if "note" in row else f"  {row['name']}" for row in rows]
    if what == "rules":
        told = [re.sub(r"\{\w+\}", "…", words) for words in told]
    assert [line for line, end in zip(out.splitlines(), told, strict=True) if not line.endswith(end)] == []


def test_rules_are_listed_for_people_without_the_braces_they_are_written_with(run: Callable) -> None:
    text, rows = run("list", "rules").out, json.loads(run("list", "rules", "--format", "json").out)

    assert "{matched}" not in text
    assert "age.birth-date" in text
    assert any("{matched}" in row["name"] for row in rows)


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

    assert ("act", "ACT case manager") in [
        tuple(line.split(maxsplit=1)) for line in run("list", "specializations").out.splitlines()
    ]


def test_a_template_is_named_by_its_first_comment_or_its_file(run: Callable, here: Path) -> None:
    (here / "one.md.j2").write_text("{# Says what. #}\n# x\n", encoding="utf-8")
    (here / "two.md.j2").write_text("# x\n", encoding="utf-8")

    out = run("list", "templates", "--templates", here).out

    assert "one         Says what.\n" in out
    assert "two         two.md.j2\n" in out


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


@pytest.mark.parametrize("name", ["_base", "hospital", "rn"])
def test_a_copied_specialization_still_works(run: Callable, here: Path, name: str) -> None:
    (here / "jdgen.yaml").touch()
    (here / "e.yaml").write_text("name: Acme\n", encoding="utf-8")
    before = run(
        "render",
        "-s",
        "hospital" if name == "_base" else name,
        "-e",
        "e.yaml",
        "-f",
        "md",
        "-o",
        "-",
        "--date",
        "2026-11-22",
    ).out

    run("show", name, "--copy")

    assert (
        before
        == run(
            "render",
            "-s",
            "hospital" if name == "_base" else name,
            "-e",
            "e.yaml",
            "-f",
            "md",
            "-o",
            "-",
            "--date",
            "2026-11-22",
        ).out
    )


def test_a_specialization_is_shown_by_what_people_call_it(run: Callable) -> None:
    shown, exact = run("show", "hosp cm"), run("show", "hospital")

    assert (shown.code, shown.out, exact.err) == (0, exact.out, "")
    assert shown.err == "note: `hosp cm` means `hospital` (Hospital case manager)\n"


def test_the_market_is_shown_by_what_people_call_it(run: Callable) -> None:
    shown, exact = run("show", "hosp cm", "--market"), run("show", "hospital", "--market")

    assert (shown.code, shown.out, exact.err) == (0, exact.out, "")
    assert shown.err == "note: `hosp cm` means `hospital` (Hospital case manager)\n"


@pytest.mark.parametrize("what", ["credentials", "licenses", "channels"])
def test_facts_are_listed_with_where_they_come_from(run: Callable, what: str) -> None:
    rows = json.loads(run("list", what, "--format", "json").out)

    assert rows
    assert [row["id"] for row in rows if not (row["source"] and row["checked"] and row["confidence"])] == []


def test_places_are_listed_with_what_holds_there(run: Callable) -> None:
    lines = run("list", "places").out.splitlines()

    assert [line for line in lines if line.split() == ["WY", "Wyoming:", "no", "law", "found"]]
    assert [line for line in lines if line.startswith("oh-cleveland ") and "pay in postings from 2025-10-27" in line]


def test_a_state_is_shown_with_law_titles_and_compacts(run: Callable) -> None:
    shown = yaml.safe_load(run("show", "CO").out)

    assert shown["place"] == "Colorado"
    assert [row["citation"] for row in shown["pay_laws"]] == [
        "C.R.S. 8-5-201 and following; 7 CCR 1103-18 (POST Rules)"
    ]
    assert "LCSW" in [row["title"] for row in shown["license_titles"]]
    assert {"state": "CO", "status": "operational"} in [row["member"] for row in shown["compacts"]]
    assert all(row["source"] for rows in shown.values() if isinstance(rows, list) for row in rows)


def test_a_city_is_shown_with_its_own_law(run: Callable) -> None:
    shown = yaml.safe_load(run("show", "oh-cleveland").out)

    assert shown["place"] == "Cleveland, Ohio"
    assert [row["id"] for row in shown["pay_laws"]] == ["cleveland"]
    assert "license_titles" not in shown


@pytest.mark.parametrize("name", ["Colorado", "co", "colo."])
def test_a_state_is_found_by_any_name(run: Callable, name: str) -> None:
    if name != "Colorado":
        assert run("show", name).out == run("show", "CO").out
    assert "place: Colorado\n" in run("show", name).out


def test_the_market_is_shown_beside_a_pay(run: Callable) -> None:
    code, out, err = run("show", "hospital", "--market", "--pay", "38.50-52/hour")

    assert (code, err) == (0, "")
    assert "Healthcare Social Workers (21-1022), national, May 2025, dollars a year\n" in out
    assert "Registered Nurses (29-1141)" in out
    assert "  your pay, from: 80,080 a year, between the median and the 75th percentile\n" in out
    assert out.count("source: https://") == 2


def test_pay_far_from_the_market_is_a_warning_at_render(run: Callable, sample: Path) -> None:
    code, _, err = run("render", "requisition.yaml", "--pay", "12-14/hour", "-f", "md", "-o", "-")

    assert code == 0
    assert "warning: the pay starts below what nine in ten earn in this work: $46,220 a year" in err
    assert "see `jdgen show NAME --market`" in err


@pytest.mark.parametrize("name", ["ME", "hospital", "age.upper-limit"])
def test_on_a_terminal_long_lines_go_on_below_and_say_the_same(
    run: Callable, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    whole = run("show", name).out
    monkeypatch.setattr("jdgen.cli.commands.show.columns_of_terminal", lambda: 80)
    out = run("show", name).out

    assert max(map(len, whole.splitlines())) > 200
    wide = [line for line in out.splitlines() if len(line) > 80]
    assert [line for line in wide if " " in line.strip(" -")] == []  # a word of its own stays whole, to be copied
    assert yaml.safe_load(out) == yaml.safe_load(whole)


def test_a_template_keeps_its_lines_on_a_terminal(run: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = run("show", "posting").out
    monkeypatch.setattr("jdgen.cli.commands.show.columns_of_terminal", lambda: 20)

    assert run("show", "posting").out == whole
