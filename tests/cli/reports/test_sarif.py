"""SARIF: valid by the official schema, and what code scanning needs."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from jdgen.cli.reports import sarif
from jdgen.cli.reports.sarif import render_sarif
from jdgen.errors import InputError, Where
from jdgen.model.finding import Allowed, FileReport, RuleChange
from jdgen.pipeline.check import Checked

# As OASIS publishes it at the address that our logs name.
SCHEMA = json.loads((Path(__file__).parent / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))


def log(checked: Checked, folder: Path | str = ".") -> dict[str, Any]:
    """Return the only run of a log that the schema accepts."""
    whole = json.loads(render_sarif(checked, folder=Path(folder)))
    jsonschema.Draft4Validator(SCHEMA).validate(whole)
    (run,) = whole["runs"]
    return run


def fingerprints(checked: Checked) -> list[str]:
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in log(checked)["results"]]


def test_the_schema_is_the_one_that_the_log_names(checked: Checked) -> None:
    assert json.loads(render_sarif(checked, folder=Path()))["$schema"] == SCHEMA["id"]


def test_the_schema_refuses_what_is_no_log(checked: Checked) -> None:
    whole = json.loads(render_sarif(checked, folder=Path()))
    whole["runs"][0]["results"][0]["level"] = "info"

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(SCHEMA).validate(whole)


def test_results_are_sorted_by_severity(checked: Checked) -> None:
    assert [(result["ruleId"], result["level"]) for result in log(checked)["results"]] == [
        ("age.young", "error"),
        ("age.young", "error"),
        ("age.energetic", "error"),
        ("stigma.addict", "warning"),
        ("pay.missing", "note"),
    ]


def test_a_result_stands_where_the_words_stand(checked: Checked) -> None:
    (location,) = log(checked)["results"][0]["locations"]

    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "jobs/denver.md"},
        "region": {"startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 14},
    }


def test_a_result_refers_to_its_rule(checked: Checked) -> None:
    run = log(checked)
    rules = run["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == ["age.energetic", "age.young", "pay.missing", "stigma.addict"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_a_rule_says_why_and_what_instead_and_on_what_grounds(checked: Checked) -> None:
    rule = log(checked)["tool"]["driver"]["rules"][1]

    assert rule["shortDescription"]["text"] == "Asks for young people: this."
    assert rule["fullDescription"]["text"] == "The law protects applicants of 40 years and more."
    assert rule["helpUri"] == "https://www.example.gov/age"
    assert "- Name what the work needs" in rule["help"]["markdown"]
    assert "<https://www.example.gov/age>" in rule["help"]["markdown"]
    assert "This is not legal advice." in rule["help"]["text"]
    assert rule["properties"] == {"tags": ["age", "law"], "precision": "high", "problem.severity": "error"}
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_an_allowed_finding_is_suppressed_with_its_reason_and_the_others_are_not(checked: Checked) -> None:
    results = log(checked)["results"]

    assert results[2]["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "the union agreed"}
    ]
    assert [result["suppressions"] for result in (*results[:2], *results[3:])] == [[]] * 4


def test_fingerprints_stay_when_lines_move(
    make_document: Callable, find: Callable, make_checked: Callable, checked: Checked
) -> None:
    before = make_document()
    after = make_document("A new line.\n\n" + before.source.replace("- Recent", "-   Recent"))

    fingerprint = [
        fingerprints(make_checked(document, find(document, "young"), find(document, "Recent graduates")))
        for document in (before, after)
    ]

    assert fingerprint[0] == fingerprint[1]
    assert len(set(fingerprint[0])) == 2


def test_equal_lines_have_different_fingerprints(
    make_document: Callable, find: Callable, make_checked: Callable
) -> None:
    document = make_document("young\nyoung\n")

    first, second = fingerprints(make_checked(document, find(document, "young"), find(document, "young", nth=1)))

    assert first.partition(":")[0] == second.partition(":")[0]
    assert (first[-2:], second[-2:]) == (":1", ":2")


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("my jobs/50% é.md", "my%20jobs/50%25%20%C3%A9.md"),
        ("./a/../b.md", "b.md"),
        ("-", "stdin"),
        ("../b.md", "file:///work/b.md"),
        ("/etc/b.md", "file:///etc/b.md"),
    ],
)
def test_files_are_named_from_the_folder(
    make_document: Callable, find: Callable, make_checked: Callable, path: str, address: str
) -> None:
    document = make_document(path=path)

    run = log(make_checked(document, find(document, "young")), folder="/work/here")

    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": address}


@pytest.mark.parametrize(("form", "name"), [("docx", "paragraph 3"), ("pdf", "line 3 of its text")])
def test_a_file_without_lines_of_its_own_names_the_place(
    make_document: Callable, find: Callable, make_checked: Callable, form: str, name: str
) -> None:
    document = make_document(format=form)

    (location,) = log(make_checked(document, find(document, "young")))["results"][0]["locations"]

    assert location["physicalLocation"]["region"] == {"startLine": 1}
    assert location["logicalLocations"] == [{"name": name}]


def test_a_file_that_cannot_be_read_is_a_notification(make_document: Callable, make_checked: Callable) -> None:
    problems = (InputError("it is a scan", where=Where("a b.pdf")), InputError("no place"))

    (invocation,) = log(make_checked(make_document(), problems=problems))["invocations"]

    assert invocation["executionSuccessful"] is False
    first, second = invocation["toolExecutionNotifications"]
    assert first["message"] == {"text": "it is a scan"}
    assert first["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "a%20b.pdf"}
    assert "locations" not in second


def test_more_than_code_scanning_takes_is_cut_and_said(checked: Checked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "_MOST_RESULTS", 3)

    run = log(checked)

    assert [result["level"] for result in run["results"]] == ["error"] * 3
    assert "2 more results" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_a_clean_file_makes_a_valid_log(make_document: Callable, make_checked: Callable) -> None:
    run = log(make_checked(make_document()))

    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_a_finding_over_two_lines_ends_on_the_second(
    make_document: Callable, find: Callable, make_checked: Callable
) -> None:
    document = make_document("so young\npeople here\n")

    run = log(make_checked(document, find(document, "young\npeople")))

    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 4, "endLine": 2, "endColumn": 7}


def test_an_unconfirmed_rule_is_less_precise(checked: Checked) -> None:
    cards = {"age.young": checked.cards["age.young"]._replace(confidence="U")}

    rule = log(checked._replace(cards=cards))["tool"]["driver"]["rules"][1]

    assert rule["properties"]["precision"] == "medium"
    assert "not confirmed" in rule["help"]["text"]


def test_a_file_with_only_allowed_findings_still_names_their_rules(checked: Checked) -> None:
    report = FileReport("a.md", (), allowed=(Allowed(checked.reports[0].findings[1], "why", 1),))

    run = log(checked._replace(reports=(report,)))

    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["age.young"]


def test_changed_rules_are_told_as_the_schema_asks(checked: Checked) -> None:
    off = RuleChange("off", "age", (("age.young", "error"),), "jdgen.yaml", 2)
    own = RuleChange("replaced", "age.old", (("age.old", "error"),), "/elsewhere/rules/own.yaml")

    (invocation,) = log(checked._replace(changes=(off, own)))["invocations"]

    assert len(invocation["ruleConfigurationOverrides"]) == 1
    assert len(invocation["toolConfigurationNotifications"]) == 2
