"""Files of a user that take the place of jdgen's rules and tables: every report names them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from jdgen.cli.main import cli
from jdgen.load.search import shipped_folder

RULE = """\
family: age
rules:
  - id: {name}
    category: age
    severity: info
    evidence: style
    message: "`{{matched}}` is ours"
    why: It is a test.
    suggestions: [Leave it out.]
    checked: 2026-11-22
    terms: [zorbler]
    tests: {{fires: [a zorbler], silent: [b]}}
"""


@pytest.fixture
def changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[dict[str, Any]]]:
    """Return a function that writes files beside a posting and returns what a check says they change."""
    (tmp_path / "jdgen.yaml").write_text("", encoding="utf-8")
    (tmp_path / "a.md").write_text("# Case Manager\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def run(**files: str) -> list[dict[str, Any]]:
        for name, text in files.items():
            path = tmp_path / f"{name.replace('__', '/')}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        result = CliRunner().invoke(cli, ["check", "a.md", "--format", "json"])
        assert result.exit_code in {0, 1}, result.stderr
        return json.loads(result.stdout)["rule_changes"]

    return run


def test_a_rule_of_ones_own_with_the_id_of_a_shipped_one_is_named_and_one_that_only_adds_is_not(changes) -> None:
    own = RULE.format(name="age.upper-limit") + RULE.format(name="age.mine").partition("rules:\n")[2]

    (row,) = changes(rules__mine=own)

    assert (row["effect"], row["name"], row["path"]) == ("replaced", "age.upper-limit", "rules/mine.yaml")
    assert row["rules"] == [{"rule": "age.upper-limit", "severity": "error"}]
    assert changes() == [row]  # the second run remembers what is shipped


def test_a_file_that_hides_a_shipped_one_leaves_out_the_rules_it_lacks(changes) -> None:
    gone, replaced = changes(rules__law__age=RULE.format(name="age.upper-limit"))
    rules = {row["rule"] for row in gone["rules"]}

    assert (gone["effect"], gone["path"], gone["line"]) == ("off", "rules/law/age.yaml", None)
    assert "age.recent-graduate" in rules or len(rules) > 20
    assert "age.upper-limit" not in rules
    assert (replaced["effect"], replaced["name"]) == ("replaced", "age.upper-limit")


def test_tables_of_ones_own_are_named(changes) -> None:
    shipped = shipped_folder()
    stance = (shipped / "rules" / "_stance.yaml").read_text(encoding="utf-8")
    laws = (shipped / "facts" / "pay_laws.yaml").read_text(encoding="utf-8")

    rows = changes(rules___stance=stance, facts__pay_laws=laws)

    assert [(row["effect"], row["name"], row["path"]) for row in rows] == [
        ("replaced", "_stance", "rules/_stance.yaml"),
        ("replaced", "pay_laws", "facts/pay_laws.yaml"),
    ]
