"""What a `jdgen.yaml` asks of the rules, as a person meets it at `jdgen check`: every report says it, and every slip is named."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jdgen.cli.main import cli
from jdgen.errors import InputErrors
from jdgen.load.project import open_workspace
from jdgen.model.finding import CATEGORIES
from jdgen.pipeline.check import load_ruleset

POSTING = "# Case Manager\n\nWe want young nurses in a fast-paced team.\n"


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Return a function that checks a posting in a folder with these settings."""
    (tmp_path / "a.md").write_text(POSTING, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def run(settings: str, *words: str) -> Result:
        (tmp_path / "jdgen.yaml").write_text(settings, encoding="utf-8")
        return CliRunner().invoke(cli, ["check", "a.md", *words])

    return run


def changes(result: Result) -> list[tuple[str, str, str | None, int | None]]:
    rows = json.loads(result.stdout)["rule_changes"]
    return [(row["effect"], row["name"], row["severity"], row["line"]) for row in rows]


def test_what_is_left_out_and_what_counts_for_more_or_less_is_told_by_the_name_in_the_file(check) -> None:
    result = check("severity: {pay: warning, hype: error}\nrules_off: [pay.vague, age]\n", "--format", "json")

    assert changes(result) == [
        ("off", "age", None, 2),
        ("off", "pay.vague", None, 2),
        ("milder", "pay", "warning", 1),
        ("stricter", "hype", "error", 1),
        ("stricter", "pay", "warning", 1),
    ]


def test_the_rules_behind_a_family_are_named_with_their_own_severity(check) -> None:
    (row,) = json.loads(check("rules_off: age\n", "--format", "json").stdout)["rule_changes"]
    rules = {rule["rule"]: rule["severity"] for rule in row["rules"]}

    assert row["path"] == "jdgen.yaml"
    assert rules["age.upper-limit"] == rules["trait.age"] == "error"
    assert len(rules) > 20


def test_a_rule_is_stricter_too_where_only_its_weak_findings_were_milder(check) -> None:
    named = "{trait.age: error, license.title-of-another-state: error}"

    found = changes(check(f"severity: {named}\n", "--format", "json"))

    assert ("stricter", "trait.age", "error", 1) in found
    assert ("stricter", "license.title-of-another-state", "error", 1) in found


def test_a_rule_that_is_named_twice_is_told_once(check) -> None:
    rows = json.loads(check("rules_off: [age, age.upper-limit]\n", "--format", "json").stdout)["rule_changes"]
    rules = [rule["rule"] for row in rows for rule in row["rules"]]

    assert len(rules) == len(set(rules))
    assert {row["name"] for row in rows} == {"age", "age.upper-limit"}


@pytest.mark.parametrize("settings", ["", "output: out\n", "severity: {age.upper-limit: error}\n", "rules_off: []\n"])
def test_settings_that_change_no_rule_are_no_news(check, settings: str) -> None:
    assert changes(check(settings, "--format", "json")) == []
    assert "note: jdgen.yaml" not in check(settings).stdout


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "html"])
def test_every_report_says_which_rules_which_file_leaves_out_and_makes_milder(check, form: str) -> None:
    said = check("rules_off: [age]\nseverity: {hype: info, missing: info}\n", "--format", form).stdout

    for words in ("jdgen.yaml", "age", "missing"):
        assert words in said
    if form != "json":
        assert "leaves out" in said
        assert "milder" in said


def test_the_text_says_it_once_for_all_files_and_fits_the_terminal(check, tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text(POSTING, encoding="utf-8")
    said = check("rules_off: [age, national-origin, pay.vague, scam, union, credit]\n", "b.md").stdout

    assert said.count("note: jdgen.yaml:1 leaves out ") == 1
    assert max(len(line) for line in said.partition("note: jdgen.yaml")[2].splitlines()) <= 80


def test_a_rule_that_is_explained_comes_with_what_the_settings_do_to_it(check) -> None:
    result = check("rules_off: [age]\n", "--explain", "age.upper-limit")

    assert result.exit_code == 0
    assert "note: jdgen.yaml:1:1 leaves this rule out" in result.stderr


def problems(folder: Path, settings: str) -> dict[str, str | None]:
    (folder / "jdgen.yaml").write_text(settings, encoding="utf-8")
    with pytest.raises(InputErrors) as raised:
        load_ruleset(open_workspace(folder))
    return {one.message.split("`")[1]: one.hint for one in raised.value.problems}


@pytest.mark.parametrize("name", ["readability", "readabilty", "Readability"])
def test_a_category_is_no_family_and_comes_with_the_families_it_has(tmp_path: Path, name: str) -> None:
    hint = problems(tmp_path, f"rules_off: [{name}]\n")[name]

    assert hint is not None
    assert hint.startswith("`readability` is a category; name its families `jargon`, ")
    assert "`measure.long-sentence`" in hint
    assert "disability" not in hint


def test_following_the_hint_on_a_category_leaves_it_out_whole_and_nothing_else(tmp_path: Path) -> None:
    everything = load_ruleset(open_workspace(tmp_path))
    families = {rule_id.partition(".")[0] for rule_id in everything.known}
    assert len(set(CATEGORIES) - families) > 2
    for category in sorted(set(CATEGORIES) - families):
        (hint,) = problems(tmp_path, f"rules_off: [{category}]\n").values()
        named = (hint or "").partition(";")[2].split("`")[1::2]
        (tmp_path / "jdgen.yaml").write_text(f"rules_off: [{', '.join(named)}]\n", encoding="utf-8")
        asked = load_ruleset(open_workspace(tmp_path)).asked

        assert set(asked) == {rule.id for rule in everything.rules if rule.category == category}, category


def test_wrong_names_are_said_beside_everything_else_that_is_wrong_in_the_file(check) -> None:
    result = check("rules_off: [agge, readability]\nseverity:\n  seo: infoo\n  zzz: info\npaper: a5\n")

    assert result.exit_code == 3
    for words in ("`agge` is neither", "`readability` is neither", "`zzz` is neither", "is `infoo`", "`paper` is `a5`"):
        assert words in result.stderr, words


@pytest.mark.parametrize(
    "settings", ["rules_off: [agge", "- a\n", "rules_off: 3\nrules: nowhere\n", "rules_off: [[a]]\n"]
)
def test_a_file_that_cannot_be_read_so_far_is_said_once(check, settings: str) -> None:
    result = check(settings)

    assert result.exit_code in {2, 3}
    lines = [line for line in result.stderr.splitlines() if line.startswith("jdgen.yaml")]
    assert len(lines) == len(set(lines))
    assert "jdgen made a mistake" not in result.stderr
