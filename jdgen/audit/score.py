"""The score: one figure from 0 to 100 for each dimension, never one that mixes them.

Each finding takes off points by its severity: an error 25, a warning 8, a note 2. The second finding of one rule takes off half, the third a
quarter, and so on, the worst first: a habit counts once and a little. What remains, rounded, is the score, and never below 0. A dimension with an error is
never above 75. The formula does not know the length of the posting: one unlawful demand is as unlawful in a long text.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import ldexp

from jdgen.model.finding import DIMENSIONS, SEVERITIES, Category, Dimension, Finding, Severity

POINTS: Mapping[Severity, float] = {"error": 25, "warning": 8, "info": 2}

_LAWFUL: tuple[Category, ...] = (
    "age", "gender", "sexual-orientation", "disability", "race", "national-origin", "citizenship", "religion", "family", "military",
    "criminal-record", "genetic", "employment-status", "credit", "polygraph", "tobacco-cannabis", "driving", "union", "privacy", "scam",
    "pay", "legal",
)  # fmt: skip

DIMENSION_OF: Mapping[Category, Dimension] = {
    **dict.fromkeys(_LAWFUL, "lawful"),
    "credential": "true",
    "license": "true",
    "consistency": "true",
    "placeholder": "true",
    "stigma": "respectful",
    "seo": "findable",
    "channel": "findable",
    "readability": "clear",
    "structure": "clear",
    "style": "clear",
}


def score(findings: Iterable[Finding]) -> dict[Dimension, int]:
    """Return the score of every dimension."""
    lost = dict.fromkeys(DIMENSIONS, 0.0)
    seen: Counter[str] = Counter()
    for finding in sorted(findings, key=lambda one: SEVERITIES.index(one.severity)):
        lost[DIMENSION_OF[finding.category]] += ldexp(POINTS[finding.severity], -seen[finding.rule])
        seen[finding.rule] += 1
    return {dimension: max(0, round(100 - points)) for dimension, points in lost.items()}
