"""From files to reports: which rules run, when they are read again, and files that cannot be read."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from jdgen.errors import InputErrors, UsageError
from jdgen.load.project import Workspace, open_workspace
from jdgen.load.search import Folder, SearchPath, shipped_folder
from jdgen.model.project import Project
from jdgen.pipeline.check import AuditOptions, Checked, check_files, load_ruleset, prepare

TODAY = AuditOptions(date(2026, 11, 22))
RULE = """\
  - id: own.{name}
    category: style
    severity: warning
    evidence: style
    message: "`{{matched}}` is no job"
    why: Nobody is one.
    suggestions: [Say what the work is.]
    checked: 2026-11-22
    terms: [{name}]
    tests: {{fires: [A {name}], silent: [A nurse]}}
"""


SHIPPED = """\
family: age
rules:
  - id: age.upper-limit
    category: age
    severity: error
    evidence: style
    message: "`{matched}` sets a limit"
    why: The law forbids it.
    suggestions: [Leave it out.]
    checked: 2026-11-22
    terms: [no one over <number>]
    tests: {fires: [No one over 40], silent: [Anyone]}
"""
PAY = """\
family: pay
rules:
  - id: pay.missing
    kind: pay-law
    category: pay
    severity: error
    evidence: style
    message: the pay is missing
    why: The law asks for it.
    suggestions: [Say it.]
    checked: 2026-11-22
    settings: {item: pay, stated: pay}
    tests: {fires: [A job], silent: [Pay]}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a working folder over two shipped rules: with all of them, every test would take seconds."""
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "age.yaml").write_text(SHIPPED, encoding="utf-8")
    (shipped / "pay.yaml").write_text(PAY, encoding="utf-8")
    for table in (shipped_folder() / "rules").glob("_*.yaml"):
        (shipped / table.name).write_bytes(table.read_bytes())
    return set_up(tmp_path)


def write(workspace: Workspace, *names: str, text: str = RULE, file: str = "own.yaml") -> Path:
    path = workspace.folder / "rules" / file
    path.parent.mkdir(exist_ok=True)
    path.write_text("family: own\nrules:\n" + "".join(text.format(name=name) for name in names), encoding="utf-8")
    return path


def set_up(folder: Path, settings: str = "") -> Workspace:
    (folder / "jdgen.yaml").write_text(settings, encoding="utf-8")
    opened = open_workspace(folder)
    rules = (Folder(folder / "rules", "project"), Folder(folder / "shipped", "shipped"))
    return opened._replace(search=SearchPath({**opened.search.folders, "rules": rules}))


def found(workspace: Workspace, text: str, options: AuditOptions = TODAY) -> dict[str, str]:
    """Return the severity of every rule that fires in a line."""
    checked = check_files(["-"], workspace, options, stdin=text.encode())
    return {finding.rule: finding.severity for report in checked.reports for finding in report.findings}


def problems(workspace: Workspace) -> list[str]:
    with pytest.raises(InputErrors) as raised:
        load_ruleset(workspace)
    return [str(problem) for problem in raised.value.problems]


def test_a_rule_of_the_user_runs_beside_the_shipped_ones(workspace: Workspace) -> None:
    write(workspace, "zorbler")

    assert found(workspace, "A young zorbler wanted, no one over 40.") == {
        "own.zorbler": "warning",
        "age.upper-limit": "error",
    }


def test_a_rule_of_the_user_takes_the_place_of_the_shipped_one(workspace: Workspace) -> None:
    path = write(workspace, "zorbler")
    text = (
        path.read_text(encoding="utf-8").replace("own.zorbler", "age.upper-limit").replace("family: own", "family: age")
    )
    path.write_text(text, encoding="utf-8")

    assert found(workspace, "A zorbler, no one over 40.") == {"age.upper-limit": "warning"}


def test_a_word_document_is_checked_paragraph_by_paragraph(workspace: Workspace) -> None:
    schemas, path = "http://schemas.openxmlformats.org", workspace.folder / "ad.docx"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    kinds = f'<Types xmlns="{schemas}/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
    said = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("We visit people.", "Hire no one over 40."))
    body = f'<w:document xmlns:w="{schemas}/wordprocessingml/2006/main"><w:body>{said}</w:body></w:document>'
    with ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", kinds)
        archive.writestr("word/document.xml", body)

    (report,) = check_files([str(path)], workspace, TODAY).reports

    (finding,) = report.findings
    assert (finding.line, finding.column, finding.end_column, finding.matched) == (2, 6, 20, "no one over 40")
    assert report.unit == "paragraph"


@pytest.mark.parametrize("off", ["age.upper-limit", "[age]", "[own, age.upper-limit]"])
def test_rules_and_families_can_be_switched_off(workspace: Workspace, off: str) -> None:
    write(workspace, "zorbler")

    fired = found(set_up(workspace.folder, f"rules_off: {off}\n"), "A zorbler, no one over 40.")

    assert "age.upper-limit" not in fired
    assert ("own.zorbler" in fired) is ("own" not in off)


def test_the_others_still_find_their_own_words(workspace: Workspace) -> None:
    """The numbers that lead from words to rules shift when a rule goes."""
    write(workspace, "zorbler", "fribbler", "quibbler")
    text = "A zorbler, a fribbler and a quibbler."

    assert set(found(set_up(workspace.folder, "rules_off: own.zorbler\n"), text)) == {"own.fribbler", "own.quibbler"}
    assert set(found(set_up(workspace.folder, "rules_off: own.fribbler\n"), text)) == {"own.zorbler", "own.quibbler"}


def test_a_comment_may_name_a_rule_that_is_switched_off(workspace: Workspace) -> None:
    text = "<!-- jdgen: allow age.upper-limit because federal law sets it -->\n\nNo one over 40.\n"

    assert found(set_up(workspace.folder, "rules_off: age\n"), text) == {"allow.unused": "info"}


@pytest.mark.parametrize(
    ("settings", "severity"),
    [
        ("age.upper-limit: info", "info"),
        ("age: warning", "warning"),
        ("{age: info, age.upper-limit: warning}", "warning"),
    ],
)
def test_a_folder_may_take_rules_more_or_less_seriously(workspace: Workspace, settings: str, severity: str) -> None:
    line = f"severity: {settings}\n" if settings.startswith("{") else f"severity:\n  {settings}\n"

    assert found(set_up(workspace.folder, line), "No one over 40.") == {"age.upper-limit": severity}


def test_what_rests_on_nothing_confirmed_stays_information(workspace: Workspace) -> None:
    write(workspace, "zorbler", text=RULE.replace("severity: warning", "severity: info\n    confidence: U"))

    assert found(set_up(workspace.folder, "severity: {own: error}\n"), "A zorbler.") == {"own.zorbler": "info"}


@pytest.mark.parametrize(
    ("settings", "said", "hint"),
    [
        ("rules_off: [age, agge]", "`agge` is neither a rule nor a family of rules", "did you mean `age`?"),
        ("severity: {age.uper-limit: info}", "`age.uper-limit` is neither", "did you mean `age.upper-limit`?"),
    ],
)
def test_a_misspelled_name_in_the_settings_is_said(workspace: Workspace, settings: str, said: str, hint: str) -> None:
    with pytest.raises(InputErrors) as raised:
        load_ruleset(set_up(workspace.folder, f"{settings}\n"))

    (problem,) = raised.value.problems
    assert problem.message.startswith(said)
    assert problem.hint == hint
    assert problem.where is not None
    assert problem.where.path.endswith("jdgen.yaml")
    assert problem.where.line == 1


def test_a_rule_that_changed_is_read_again(workspace: Workspace) -> None:
    write(workspace, "zorbler")
    assert set(found(workspace, "A zorbler and a fribbler.")) == {"own.zorbler"}

    write(workspace, "fribbler")
    assert set(found(workspace, "A zorbler and a fribbler.")) == {"own.fribbler"}

    write(workspace, "zorbler", file="second.yaml")
    assert set(found(workspace, "A zorbler and a fribbler.")) == {"own.zorbler", "own.fribbler"}


def test_a_fact_that_changed_is_read_again(workspace: Workspace) -> None:
    shipped = workspace.search.require("facts", "pay_laws").read_text(encoding="utf-8")
    text = "---\ntitle: Nurse\nlocation: Denver, CO\n---\n# Nurse\n\nYou plan care.\n"
    own = workspace.folder / "facts" / "pay_laws.yaml"
    own.parent.mkdir()
    own.write_text(shipped, encoding="utf-8")
    assert "pay.missing" in found(workspace, text)

    own.write_text(shipped.replace("jurisdiction: {state: CO}", "jurisdiction: {state: PR}"), encoding="utf-8")

    assert "pay.missing" not in found(workspace, text)


def test_what_did_not_change_is_remembered(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_ruleset(workspace)
    monkeypatch.setattr("jdgen.pipeline.check.prepare", lambda _search: pytest.fail("the rules were read again"))

    assert load_ruleset(workspace).rules == first.rules


def test_a_broken_rule_is_said_with_its_place(workspace: Workspace) -> None:
    path = write(workspace, "zorbler", text=RULE.replace("severity: warning", "severity: loud"))

    assert problems(workspace) == [
        f"{path}:5:5: `severity` in item 1 of `rules` is `loud`, expected one of `error`, `warning`, or `info`"
    ]


def test_so_are_terms_that_cannot_be_read_and_settings_that_mean_nothing_all_at_once(workspace: Workspace) -> None:
    broken = RULE.replace("terms: [{name}]", 'terms: [fine words, "({name}"]\n    unless: ["<planet>"]')
    path = write(workspace, "zorbler", text=broken)
    measure = RULE.replace("terms: [{name}]", "kind: measure\n    settings: {{measure: width, above: 3}}")
    second = write(workspace, "fribbler", text=measure, file="second.yaml")

    said = problems(workspace)

    assert [problem.split(",")[0] for problem in said] == [
        f"{path}:11:25: in the rule `own.zorbler`",
        f"{path}:12:14: in the rule `own.zorbler`",
        f"{second}:12:16: in the rule `own.fribbler`",
    ]
    assert "`(zorbler` lacks a `)`" in said[0]
    assert "`width` is no measure" in said[2]


def test_a_term_that_cannot_be_read_is_enough(workspace: Workspace) -> None:
    path = write(workspace, "zorbler", text=RULE.replace("terms: [{name}]", 'terms: ["[{name}"]'))

    assert problems(workspace) == [f"{path}:11:13: in the rule `own.zorbler`, `[zorbler` lacks a `]`"]


def test_rules_alone_are_not_enough_without_the_facts_they_look_up(tmp_path: Path) -> None:
    search = SearchPath({
        kind: (Folder(tmp_path / kind, "given"),) for kind in ("rules", "facts", "specializations", "templates")
    })

    with pytest.raises((InputErrors, UsageError)):
        prepare(search)
    with pytest.raises(UsageError, match="there is no"):
        load_ruleset(Workspace(Project(), tmp_path, search))


def test_every_file_has_a_report_in_the_order_it_was_named(workspace: Workspace) -> None:
    write(workspace, "zorbler")
    for name in ("b.md", "a.txt"):
        (workspace.folder / name).write_text("A zorbler.\n", encoding="utf-8")
    paths = [str(workspace.folder / name) for name in ("b.md", "a.txt")]

    checked = check_files(paths, workspace, TODAY)

    assert [report.path for report in checked.reports] == [document.path for document in checked.documents] == paths
    assert list(checked.cards) == ["own.zorbler"]
    assert checked.cards["own.zorbler"].why == "Nobody is one."
    assert checked.problems == ()


def test_a_rule_that_a_file_allows_has_its_card_too(workspace: Workspace) -> None:
    write(workspace, "zorbler")
    text = "A zorbler. <!-- jdgen: allow own.zorbler because it is a band -->"

    checked = check_files(["-"], workspace, TODAY, stdin=text.encode())

    assert checked.reports[0].findings == ()
    assert list(checked.cards) == ["own.zorbler"]


def test_files_that_cannot_be_read_are_said_and_the_others_checked(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text("No one over 40.\n", encoding="utf-8")
    (tmp_path / "torn.docx").write_bytes(b"PK\x03\x04 torn")
    (tmp_path / "folder.md").mkdir()
    names = ("missing.md", "good.md", "torn.docx", "folder.md")

    checked = check_files([str(tmp_path / name) for name in names], workspace, TODAY)

    assert [Path(report.path).name for report in checked.reports] == ["good.md"]
    assert [Path(problem.where.path).name for problem in checked.problems if problem.where] == [
        "missing.md",
        "torn.docx",
        "folder.md",
    ]
    assert checked.problems[0].message == "cannot read the file: No such file or directory"
    assert all(problem.message for problem in checked.problems)


def test_standard_input_is_a_file_called_dash(workspace: Workspace) -> None:
    checked: Checked = check_files(["-"], workspace, TODAY, stdin=b"<p>No one over 40.</p>")

    assert [
        (report.path, document.format) for report, document in zip(checked.reports, checked.documents, strict=True)
    ] == [("-", "html")]
    assert [finding.rule for finding in checked.reports[0].findings] == ["age.upper-limit"]


def test_without_standard_input_a_dash_is_a_name_like_any_other(workspace: Workspace) -> None:
    assert [str(problem) for problem in check_files(["-"], workspace, TODAY).problems] == [
        "-: cannot read the file: No such file or directory"
    ]


def test_day_states_and_channels_reach_the_audit(workspace: Workspace) -> None:
    text = RULE.replace("terms:", "places: [CO]\n    effective_from: 2027-01-01\n    terms:")
    write(workspace, "zorbler", text=text)

    assert found(workspace, "A zorbler.", AuditOptions(date(2027, 1, 1), ("CO",))) == {"own.zorbler": "warning"}
    assert found(workspace, "A zorbler.", AuditOptions(date(2026, 12, 31), ("CO",))) == {}
    assert found(workspace, "A zorbler.", AuditOptions(date(2027, 1, 1))) == {}
    posting = b"---\ntitle: Nurse\n---\n# Nurse\n\nYou plan care.\n"
    options = AuditOptions(date(2026, 11, 22), (), ("google",))
    assert [one.channel for one in check_files(["-"], workspace, options, stdin=posting).reports[0].channels] == [
        "google"
    ]


@pytest.mark.parametrize("name", ["logo.svg", "site.CSS", "openings.csv", "indeed.xml", "photo.jpg"])
def test_a_file_that_holds_no_posting_is_refused_by_its_ending(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Case manager. We want energetic people.", encoding="utf-8")

    checked = check_files([str(tmp_path / name)], open_workspace(tmp_path), TODAY)

    expected = f"a `{Path(name).suffix.lower()}` file holds no posting, expected Markdown"
    assert (checked.reports, checked.problems[0].message[: len(expected)]) == ((), expected)
