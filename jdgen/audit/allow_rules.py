"""The findings about allowances themselves: they judge jdgen's own notation, not a posting, so no rule file holds them."""

from jdgen.model.document import Position
from jdgen.model.finding import Finding, RuleCard

_HOW = "<!-- jdgen: allow RULE because REASON -->"

ALLOW_RULES: dict[str, RuleCard] = {
    card.id: card
    for card in (
        RuleCard(
            id="allow.no-reason",
            category="structure",
            severity="warning",
            evidence="style",
            message="the comment allows {matched} without a reason, so it allows nothing",
            why="Whoever audits the file next has to see why a finding was accepted, and by that judge whether it still holds.",
            suggestions=(f"Say why: `{_HOW}`",),
        ),
        RuleCard(
            id="allow.unreadable",
            category="structure",
            severity="warning",
            evidence="style",
            message="the comment cannot be read, so it allows nothing: {matched}",
            why="A comment that looks as if it allowed something, and does not, leaves people sure of what is not so.",
            suggestions=(
                f"Write `{_HOW}`, with ` until 2027-01-31` before the end if it is to expire: a day with its year",
            ),
        ),
        RuleCard(
            id="allow.expired",
            category="structure",
            severity="warning",
            evidence="style",
            message="the comment allowed {matched}, and that day has passed",
            why="Its writer wanted this looked at again by that day. Until someone does, the findings count as before.",
            suggestions=("Mend what it allowed, or give the reason again with a later day",),
        ),
        RuleCard(
            id="allow.unused",
            category="structure",
            severity="info",
            evidence="style",
            message="the comment allows {matched}, and there is nothing to allow",
            why="What it was written for has been mended or moved. Left in place, it would hide the next mistake of the same kind.",
            suggestions=("Delete the comment",),
        ),
        RuleCard(
            id="allow.unknown",
            category="structure",
            severity="info",
            evidence="style",
            message="the comment allows {matched}, and no rule or family has that name",
            why="A misspelled name allows nothing.",
            suggestions=("Copy the name from the finding; a report prints it beside each",),
        ),
    )
}
"""What reports show of these, by id."""


def allow_finding(rule: str, matched: str, span: tuple[int, int], places: tuple[Position, Position]) -> Finding:
    """Return a finding about an allowance that stands in `span` of the source, from one place to the other."""
    card = ALLOW_RULES[rule]
    (line, column), (end_line, end_column) = places
    return Finding(
        rule=rule,
        category=card.category,
        severity=card.severity,
        message=card.message.replace("{matched}", matched),
        why=card.why,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        matched=matched,
        suggestions=card.suggestions,
        sources=card.sources,
        evidence=card.evidence,
        start=span[0],
        end=span[1],
    )
