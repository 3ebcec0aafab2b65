"""What the audit found: findings, what was allowed in place, scores, channels, and the table of key phrases."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, get_args

Severity = Literal["error", "warning", "info"]
Evidence = Literal["law", "platform", "issuer", "study", "style"]
Category = Literal[
    "age", "gender", "sexual-orientation", "disability", "race", "national-origin", "citizenship", "religion", "family", "military",
    "criminal-record", "genetic", "employment-status", "credit", "polygraph", "tobacco-cannabis", "driving", "union", "privacy", "scam",
    "stigma", "credential", "license", "pay", "legal", "channel", "seo", "readability", "structure", "placeholder", "consistency", "style",
]  # fmt: skip
PhraseKind = Literal["title", "synonym", "skill"]
Dimension = Literal["lawful", "true", "respectful", "findable", "clear"]

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""From the worst to the mildest."""

CATEGORIES: tuple[Category, ...] = get_args(Category)
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)


class Replacement(NamedTuple):
    """A safe repair: put `text` in place of the source from `start` to `end`."""

    start: int
    end: int
    text: str


class Finding(NamedTuple):
    """One thing wrong, where, why, and how to mend it. Lines and columns count from 1; the end is after the last character."""

    rule: str
    category: Category
    severity: Severity
    message: str
    why: str
    line: int
    column: int
    end_line: int
    end_column: int
    matched: str
    suggestions: tuple[str, ...]
    sources: tuple[str, ...]
    evidence: Evidence
    reason: str = ""
    """How the audit decided, in one line: what speaks for the applicant and what for the people served."""
    start: int = 0
    end: int = 0
    """Offsets in the document's source."""
    replacement: Replacement | None = None


class Allowed(NamedTuple):
    """A finding that the file itself allows, with the reason it gives."""

    finding: Finding
    reason: str
    line: int
    until: str | None = None


class ChannelVerdict(NamedTuple):
    """Whether a channel would take the posting; each reason names its clause in `facts/channels.yaml`."""

    channel: str
    ready: bool
    reasons: tuple[tuple[str, str], ...] = ()
    """Pairs (clause, what is wrong)."""
    advice: tuple[tuple[str, str], ...] = ()
    """The same for clauses that only recommend."""


class KeyPhrase(NamedTuple):
    """One row of the table of key phrases."""

    phrase: str
    kind: PhraseKind
    times: int
    density: float
    """Occurrences a hundred words."""
    found_in: tuple[str, ...]
    """title, first paragraph, headings, body, description."""
    advice: str = ""


_NO_SCORE: Mapping[Dimension, int] = {}


class FileReport(NamedTuple):
    """What the audit says of one document."""

    path: str
    findings: tuple[Finding, ...]
    allowed: tuple[Allowed, ...] = ()
    score: Mapping[Dimension, int] = _NO_SCORE
    channels: tuple[ChannelVerdict, ...] = ()
    key_phrases: tuple[KeyPhrase, ...] = ()
    notes: tuple[str, ...] = ()
    fragment: bool = False
    """Too short to be a posting: only its words were judged, not what is missing."""
    unit: Literal["line", "paragraph"] = "line"
    words: int = 0
    states: tuple[str, ...] = ()
    """The states whose law it was judged by, besides federal law."""


def count_by_severity(findings: Iterable[Finding]) -> dict[Severity, int]:
    """Return how many findings there are of each severity, all three named."""
    found = [finding.severity for finding in findings]
    return {severity: found.count(severity) for severity in SEVERITIES}


class RuleCard(NamedTuple):
    """What a report needs to know of a rule."""

    id: str
    category: Category
    severity: Severity
    evidence: Evidence
    why: str
    message: str
    suggestions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    checked: str = ""
    confidence: str = "V"


Effect = Literal["off", "milder", "stricter", "replaced"]


class RuleChange(NamedTuple):
    """How a file of the user changes what jdgen looks for: rules left out, made milder or stricter, or others in their place."""

    effect: Effect
    name: str
    """What the file names: a rule, a family of rules, or a table."""
    rules: tuple[tuple[str, Severity], ...]
    """The ids of the rules, each with the severity jdgen gives it."""
    path: str
    line: int | None = None
    severity: Severity | None = None
    """What the rules count as now, where that is what changed."""
