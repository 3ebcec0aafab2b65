"""The rules that a SARIF log names, so that code scanning can show why a finding matters and how to mend it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from jdgen.model.finding import Evidence, Finding, RuleCard, Severity

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_PROBLEM: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "recommendation"}
_EVIDENCE: dict[Evidence, str] = {
    "law": "a law",
    "platform": "a platform's rules",
    "issuer": "who issues the credential",
    "study": "a study",
    "style": "a matter of style",
}
_MATCHED = "{matched}"


def descriptors(findings: Iterable[Finding], cards: Mapping[str, RuleCard]) -> list[dict[str, Any]]:
    """Return one descriptor for each rule among the findings, by id."""
    examples: dict[str, Finding] = {}
    for finding in findings:
        examples.setdefault(finding.rule, finding)
    return [_descriptor(cards.get(rule) or card_of(finding)) for rule, finding in sorted(examples.items())]


def card_of(finding: Finding) -> RuleCard:
    """Return what a finding itself knows of its rule, for rules that no file holds."""
    return RuleCard(
        id=finding.rule,
        category=finding.category,
        severity=finding.severity,
        evidence=finding.evidence,
        why=finding.why,
        message=finding.message,
        suggestions=finding.suggestions,
        sources=finding.sources,
    )


def _descriptor(card: RuleCard) -> dict[str, Any]:
    message = _general(card.message)
    why = _general(card.why)
    result: dict[str, Any] = {
        "id": card.id,
        "name": "".join(part.capitalize() for part in card.id.replace(".", "-").split("-")),
        "shortDescription": {"text": f"{message[:1].upper()}{message[1:]}."},
        "fullDescription": {"text": why},
        "help": {"text": _plain_help(card, why), "markdown": _markdown_help(card, why)},
        "defaultConfiguration": {"level": _LEVELS[card.severity]},
        "properties": {
            "tags": list(dict.fromkeys((card.category, card.evidence))),
            "precision": "medium" if card.confidence == "U" else "high",
            "problem.severity": _PROBLEM[card.severity],
        },
    }
    if card.sources:
        result["helpUri"] = card.sources[0]
    return result


def _general(text: str) -> str:
    """Return a rule's words without those of one finding."""
    return re.sub(r"\{\w+\}", "…", text.replace(f"`{_MATCHED}`", "this").replace(_MATCHED, "this"))


def _plain_help(card: RuleCard, why: str) -> str:
    instead = " ".join(_general(text) for text in card.suggestions)
    return f"{why}\n\n{instead}\n\n{_origin(card)}".strip()


def _markdown_help(card: RuleCard, why: str) -> str:
    instead = "".join(f"- {_general(text)}\n" for text in card.suggestions)
    sources = "".join(f"- <{source}>\n" for source in card.sources)
    parts = [why, f"**Instead**\n\n{instead}" if instead else "", f"**Sources**\n\n{sources}" if sources else ""]
    return "\n\n".join(part.strip() for part in (*parts, _origin(card)) if part)


def _origin(card: RuleCard) -> str:
    looked = f", checked on {card.checked}" if card.checked else ""
    unsure = ", not confirmed" if card.confidence == "U" else ""
    return f"Rests on {_EVIDENCE[card.evidence]}{looked}{unsure}. This is not legal advice."
