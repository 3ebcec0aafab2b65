"""One rule, whole, by its id."""

import pytest

from jdgen.errors import UsageError
from jdgen.load.project import Workspace, open_workspace
from jdgen.pipeline.rule_book import rule_card, rules_of_family

RULE = """\
family: own
rules:
  - id: own.zorbler
    category: style
    severity: warning
    evidence: style
    message: "`{matched}` is no job"
    why: Nobody is one.
    suggestions: [Say what the work is.]
    checked: 2026-11-22
    terms: [zorbler]
    tests: {fires: [A zorbler], silent: [A nurse]}
"""


def test_a_rule_is_returned_as_its_author_wrote_it(workspace: Workspace) -> None:
    (workspace.folder / "rules").mkdir()
    (workspace.folder / "rules" / "own.yaml").write_text(RULE, encoding="utf-8")

    found = rule_card(open_workspace(workspace.folder), "own.zorbler")

    assert (found.terms, found.tests.fires) == (("zorbler",), ("A zorbler",))


@pytest.mark.usefixtures("rules_read_once")
@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("age.uper-limit", "did you mean `age.upper-limit`?"),
        ("agee", "did you mean `age` or `wage`?"),
        ("qqqqqqqq", "`jdgen list rules` prints the ids of all rules"),
    ],
)
def test_an_unknown_rule_is_wrong_usage_with_a_hint(workspace: Workspace, name: str, hint: str) -> None:
    with pytest.raises(UsageError, match=f"there is no rule and no family `{name}`") as raised:
        rule_card(workspace, name)

    assert raised.value.hint == hint


@pytest.mark.usefixtures("rules_read_once")
def test_a_family_holds_its_rules_and_the_trait_that_stands_in_for_them(workspace: Workspace) -> None:
    ids = [rule.id for rule in rules_of_family(workspace, "age")]

    assert "trait.age" in ids
    assert {name.partition(".")[0] for name in ids} == {"age", "trait"}
    assert len([name for name in ids if name.startswith("trait.")]) == 1
    assert rules_of_family(workspace, "age.upper-limit") == rules_of_family(workspace, "agee") == ()
