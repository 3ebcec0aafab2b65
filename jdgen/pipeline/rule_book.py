"""Looking up one rule of the audit, whole, as its author wrote it."""

from jdgen.errors import UsageError
from jdgen.load.project import Workspace
from jdgen.load.rules import find_rule, load_rules
from jdgen.model.rule import Rule
from jdgen.pipeline.rule_requests import names_of
from jdgen.text.closest import all_close
from jdgen.text.words import join_words


def rule_card(workspace: Workspace, rule_id: str) -> Rule:
    """Return a rule by its id; raise UsageError with the closest ones where there is none."""
    found = find_rule(rule_id, workspace.search)
    if found is None:
        meant = all_close(rule_id, {name for rule in load_rules(workspace.search) for name in names_of(rule.id)})
        hint = f"did you mean {join_words([f'`{name}`' for name in meant], 'or')}?" if meant else None
        raise UsageError(
            f"there is no rule and no family `{rule_id}`", hint=hint or "`jdgen list rules` prints the ids of all rules"
        )
    return found[0]


def rules_of_family(workspace: Workspace, family: str) -> tuple[Rule, ...]:
    """Return the rules that the settings call by the name of a family, in the order of their files; none where no family has that name."""
    if "." in family:
        return ()
    return tuple(rule for rule in load_rules(workspace.search) if family in names_of(rule.id))
