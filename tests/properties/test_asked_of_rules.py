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


def test_words_of_others_are_told_when_the_rule_that_kept_them_silent_is_switched_off(tmp_path: Path) -> None:
    line = "## Requirements\n\n- Early career nurses welcome, no pensioners.\n"

    assert told(tmp_path, "rules_off: [age.early-career]\n", line)


OWN = """family: mine
rules:
  - id: mine.rockstar
    kind: phrase
    category: style
    severity: warning
    evidence: style
    message: "`{matched}` is no word of ours"
    why: We said so at the meeting in May.
    suggestions: [Say what the work is]
    checked: 2026-11-22
    terms: [rockstar]
    tests: {fires: [We want a rockstar nurse here.], silent: [We want a nurse here.]}
"""


def test_a_rule_of_the_user_speaks_where_a_shipped_one_is_switched_off(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules/mine.yaml").write_text(OWN, encoding="utf-8")

    for settings in ("rules_off: [hype]\n", "rules_off: [age]\n"):
        found = told(tmp_path, settings, "We want a rockstar nurse here.")

        assert ("mine.rockstar" in found) == ("hype" in settings)
        assert any(rule.startswith("hype.") for rule in found) == ("hype" not in settings)


def test_a_link_that_leads_nowhere_stops_no_check(tmp_path: Path) -> None:
    for kind in ("facts", "rules", "specializations"):
        folder = tmp_path / kind / "backup"
        folder.mkdir(parents=True)
        (folder / ".#old.yaml").symlink_to("nobody@host.1")
        if kind != "rules":
            (tmp_path / kind / ".#hospital.yaml").symlink_to("nobody@host.1")

    assert told(tmp_path, "", "Applicants over 45 will not be considered.")


def test_another_folder_named_in_the_settings_counts_at_once(tmp_path: Path) -> None:
    """A file stands in for the shipped one of the same name and folder: the same files in another place are other rules."""
    folder = tmp_path / "pack" / "clarity"
    folder.mkdir(parents=True)
    (folder / "hype.yaml").write_text(OWN, encoding="utf-8")

    for rules, replaces in (("pack", True), ("pack/clarity", False), ("pack", True)):
        found = told(tmp_path, f"rules: {rules}\n", "We want a rockstar nurse here.")
        assert ("mine.rockstar" in found) == replaces, rules
        assert any(rule.startswith("hype.") for rule in found) != replaces, rules
