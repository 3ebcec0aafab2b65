"""Looking up one rule of the audit, whole, as its author wrote it."""

from jdgen.errors import UsageError
from jdgen.load.project import Workspace
from jdgen.load.rules import find_rule, load_rules
from jdgen.model.rule import Rule
from jdgen.text.closest import did_you_mean


def rule_card(workspace: Workspace, rule_id: str) -> Rule:
    """Return a rule by its id; raise UsageError with the closest one where there is none."""
    found = find_rule(rule_id, workspace.search)
    if found is None:
        known = [rule.id for rule in load_rules(workspace.search)]
        hint = did_you_mean(rule_id, known) or "`jdgen list rules` prints the ids"
        raise UsageError(f"there is no rule `{rule_id}`", hint=hint)
    return found[0]
