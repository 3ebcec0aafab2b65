"""What reports say of rules that files of the user change."""

import json
from pathlib import Path

import pytest

from jdgen.cli.reports.github import render_github
from jdgen.cli.reports.rule_changes import as_objects, sentences
from jdgen.cli.reports.sarif import render_sarif
from jdgen.cli.reports.text import render_text
from jdgen.model.finding import RuleChange
from jdgen.pipeline.check import Checked

OFF = RuleChange("off", "age", (("age.limit", "error"), ("trait.age", "error")), "jdgen.yaml", 2)
ONE = RuleChange("off", "pay.vague", (("pay.vague", "warning"),), "jdgen.yaml", 2)
MILD = RuleChange("milder", "seo", (("seo.title", "warning"),), "jdgen.yaml", 4, "info")
HARD = RuleChange("stricter", "hype.a", (("hype.a", "info"),), "jdgen.yaml", 4, "error")
HIDDEN = RuleChange("off", "law/age", tuple((f"age.{name}", "error") for name in "abc"), "rules/age.yaml")
OWN = RuleChange("replaced", "age.limit", (("age.limit", "error"),), "rules/own.yaml")
TABLE = RuleChange("replaced", "pay_laws", (), "facts/pay_laws.yaml")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            (OFF, ONE),
            "jdgen.yaml:2 leaves out 3 rules, which no score and no channel counts: `age` (2 rules) and `pay.vague`",
        ),
        ((MILD,), "jdgen.yaml:4 makes 1 rule milder: `seo` (1 rule, now info)"),
        ((HARD,), "jdgen.yaml:4 makes 1 rule stricter: `hype.a` (now error)"),
        (
            (HIDDEN,),
            "rules/age.yaml stands in for jdgen's file and lacks 3 rules of it: `age.a`, `age.b`, and `age.c`",
        ),
        ((OWN,), "rules/own.yaml stands in for 1 rule of jdgen's: `age.limit`"),
        ((TABLE,), "facts/pay_laws.yaml stands in for jdgen's table `pay_laws`"),
    ],
)
def test_a_file_is_told_with_all_it_does_in_one_clause(changes: tuple[RuleChange, ...], said: str) -> None:
    assert sentences(changes) == (said,)


def test_of_many_rules_that_a_file_hides_the_first_are_named() -> None:
    many = HIDDEN._replace(rules=tuple((f"age.{number}", "error") for number in range(12)))

    assert sentences((many,))[0].endswith("`age.6`, `age.7`, and 4 others")


def test_each_file_and_each_thing_it_does_has_a_clause_of_its_own() -> None:
    assert len(sentences((OFF, ONE, MILD, HARD, HIDDEN, OWN, TABLE))) == 6


def test_a_file_below_this_folder_is_named_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    inside = OWN._replace(path=str(tmp_path / "rules" / "own.yaml"))

    assert as_objects((inside,))[0]["path"] == "rules/own.yaml"
    assert sentences((inside,))[0].startswith("rules/own.yaml ")


def test_the_text_tells_it_before_its_last_line(checked: Checked) -> None:
    *_, count, first, last, advice = render_text(checked._replace(changes=(OFF, ONE))).splitlines()

    assert "1 file checked: " in count
    assert first == "note: jdgen.yaml:2 leaves out 3 rules, which no score and no channel counts:"
    assert last == "      `age` (2 rules) and `pay.vague`"
    assert advice == "This is not legal advice."


def test_sarif_names_each_rule_for_programs_and_each_file_for_people(checked: Checked, tmp_path: Path) -> None:
    log = json.loads(render_sarif(checked._replace(changes=(OFF, MILD, OWN)), folder=tmp_path))
    (invocation,) = log["runs"][0]["invocations"]

    assert invocation["ruleConfigurationOverrides"] == [
        {"descriptor": {"id": "age.limit"}, "configuration": {"enabled": False}},
        {"descriptor": {"id": "trait.age"}, "configuration": {"enabled": False}},
        {"descriptor": {"id": "seo.title"}, "configuration": {"level": "note"}},
    ]
    notes = invocation["toolConfigurationNotifications"]
    assert [note["message"]["text"] for note in notes] == list(sentences((OFF, MILD, OWN)))
    assert {note["level"] for note in notes} == {"note"}
    (place,) = notes[2]["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "rules/own.yaml"


def test_github_shows_a_notice_beside_each_file(checked: Checked) -> None:
    notices = [line for line in render_github(checked._replace(changes=(OFF, OWN))).splitlines() if "::notice" in line]

    assert [line.partition(",title")[0] for line in notices] == [
        "::notice file=jdgen.yaml,line=2",
        "::notice file=rules/own.yaml",
    ]


def test_a_report_without_changes_says_nothing_of_them(checked: Checked, tmp_path: Path) -> None:
    (invocation,) = json.loads(render_sarif(checked, folder=tmp_path))["runs"][0]["invocations"]

    assert "toolConfigurationNotifications" not in invocation
    assert "::notice" not in render_github(checked)
    assert "\nnote: " not in render_text(checked)
