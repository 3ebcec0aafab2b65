"""What `jdgen.yaml` asks of a rule never makes another one speak: the findings are those of before, without it or milder."""

from datetime import date
from pathlib import Path

import pytest

from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.ruleset import Ruleset
from jdgen.ingest.reader import read_document
from jdgen.load.project import open_workspace
from jdgen.model.finding import Severity
from jdgen.pipeline.check import AuditOptions, check_files

LINES = (
    "Applicants over 45 will not be considered.",
    "Recent graduates only, please; retirees need not apply.",
    "Give us your birth date and your marital status.",
    "No felons. We are looking for young, energetic women without children.",
    "Native English speakers only; bring a copy of your passport to the interview.",
    "We pay $6.50 an hour. You buy your own background check.",
    "Stay away if you carry a union card; talking about wages is grounds for dismissal.",
    "We are hiring in [insert city]. Uncapped earnings!!!",
    "# Case Manager\n\nUp to $45 an hour.\n\n## Duties\n\n- You visit people at home.\n- You write notes.\n",
)


def findings(text: str, ruleset: Ruleset) -> dict[tuple[str, int, int], Severity]:
    request = AuditRequest(date(2026, 11, 22), ("CO",), ("google", "indeed", "linkedin"))
    found = audit(read_document(text.encode(), "ad.md"), ruleset, request).findings
    return {(one.rule, one.start, one.end): one.severity for one in found}


@pytest.mark.parametrize("text", LINES)
def test_a_rule_that_is_switched_off_takes_nothing_but_its_own_findings_away(text: str, shipped_rules: Ruleset) -> None:
    before = findings(text, shipped_rules)
    fired = {rule for rule, *_ in before}

    assert fired
    for rule in fired:
        after = findings(text, shipped_rules.change(asked={rule: "off"}))
        assert after == {key: severity for key, severity in before.items() if key[0] != rule}, rule


@pytest.mark.parametrize("text", LINES)
def test_a_rule_that_is_made_milder_changes_nothing_but_its_own_findings(text: str, shipped_rules: Ruleset) -> None:
    before = findings(text, shipped_rules)

    for rule in {rule for rule, *_ in before}:
        after = findings(text, shipped_rules.change(asked={rule: "info"}))
        assert after == {key: "info" if key[0] == rule else severity for key, severity in before.items()}, rule


def told(folder: Path, settings: str, text: str) -> dict[str, Severity]:
    """Return what a check in a folder with these settings says of a line."""
    (folder / "jdgen.yaml").write_text(settings, encoding="utf-8")
    options = AuditOptions(date(2026, 11, 22))
    (report,) = check_files(["-"], open_workspace(folder), options, stdin=text.encode()).reports
    return {one.rule: one.severity for one in report.findings}


@pytest.mark.parametrize(
    ("settings", "findings"),
    [
        ("", {"age.said-outright": "error"}),
        ("severity: {age.said-outright: info}\n", {"age.said-outright": "info"}),
        ("severity: {age: warning}\n", {"age.said-outright": "warning"}),
        ("rules_off: age.said-outright\n", {}),
        ("rules_off: age\n", {}),
    ],
)
def test_nothing_else_tells_what_a_folder_does_not_want_told(
    tmp_path: Path, settings: str, findings: dict[str, Severity]
) -> None:
    """The rule on traits of age would find the same people turned away."""
    assert told(tmp_path, settings, "We need many hands here. Retirees need not apply.") == findings


def test_a_rule_that_is_taken_more_seriously_is_shown_so(tmp_path: Path) -> None:
    text = "You will work in a fast-paced team."

    assert told(tmp_path, "", text) == {"hype.tired-phrase": "info"}
    assert told(tmp_path, "severity: {hype: error}\n", text) == {"hype.tired-phrase": "error"}
