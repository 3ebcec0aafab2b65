"""What a working folder asks of rules, carried out on what they found. Most folders ask for nothing and do not need this.

The severity a folder names holds for every finding of a rule, also for one that the rule itself takes for weaker. Which of two findings
stays is decided before any is made milder, so that no other rule speaks up for the same words.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from itertools import accumulate

from jdgen.audit.hit import Hit
from jdgen.audit.ruleset import Ruleset
from jdgen.model.finding import SEVERITIES, Finding

Span = tuple[int, int]


def as_strict(hits: Iterable[Hit], ruleset: Ruleset) -> list[Hit]:
    """Return hits that are as bad as asked, or worse; what rests on an unconfirmed fact stays as mild as its kind made it."""
    return [_as_strict(hit, ruleset) for hit in hits]


def _as_strict(hit: Hit, ruleset: Ruleset) -> Hit:
    asked = ruleset.asked.get(hit.rule.id, "off")
    if asked == "off" or hit.severity is None or hit.is_unconfirmed:
        return hit
    return hit._replace(severity=min(asked, hit.severity, key=SEVERITIES.index))


def as_asked(found: Iterable[Finding], ruleset: Ruleset) -> Iterator[Finding]:
    """Take findings as the working folder does: milder, or not at all."""
    for finding in found:
        asked = ruleset.asked.get(finding.rule, finding.severity)
        if asked != "off":
            yield finding._replace(severity=max(asked, finding.severity, key=SEVERITIES.index))


def freed(
    left: Iterable[Finding], told: Iterable[Finding], muted: Iterable[Span], own: Collection[str]
) -> Iterator[Finding]:
    """Give the findings that only a rule kept silent which is switched off: those of other words, and those of the user's own rules.

    `left` are the findings without the rules that are off, `told` those with them, and `muted` the words those rules found.
    """
    known = {(one.rule, one.start, one.end) for one in told}
    spans = sorted(muted)
    starts, reach = [start for start, _ in spans], [*accumulate((end for _, end in spans), max)]
    for one in left:
        # Of the spans that begin before its end, one ends after its start.
        before = bisect_left(starts, one.end)
        shares_words = before > 0 and reach[before - 1] > one.start
        is_other = one.rule in own or (one.start < one.end and not shares_words)
        if is_other and (one.rule, one.start, one.end) not in known:
            yield one
