"""The findings about allowances: each says why it matters and what to do, and stands where the comment stands."""

import pytest

from jdgen.audit.allow_rules import ALLOW_RULES, allow_finding
from jdgen.model.document import Position


@pytest.mark.parametrize("rule", ALLOW_RULES)
def test_every_rule_says_why_and_what_to_do(rule: str) -> None:
    card = ALLOW_RULES[rule]

    assert card.id == rule
    assert card.why.endswith(".")
    assert card.suggestions
    assert "{matched}" in card.message


def test_a_finding_takes_words_and_place_of_its_comment() -> None:
    finding = allow_finding("allow.unused", "`age`", (10, 40), (Position(2, 1), Position(2, 31)))

    assert finding.message == "the comment allows `age`, and there is nothing to allow"
    assert (finding.line, finding.column, finding.end_line, finding.end_column) == (2, 1, 2, 31)
    assert (finding.start, finding.end, finding.severity) == (10, 40, "info")
