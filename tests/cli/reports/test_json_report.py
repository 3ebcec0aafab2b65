"""The JSON of `jdgen check`: the shape that is promised, and nothing lost."""

import json
from collections.abc import Callable

from jdgen.cli.reports.json_report import render_json
from jdgen.errors import InputError, Where
from jdgen.pipeline.check import Checked

FINDING = [
    "rule", "category", "severity", "message", "why", "line", "column", "end_line", "end_column", "matched",
    "suggestions", "sources", "evidence",
]  # fmt: skip


def test_it_holds_what_the_design_promises(checked: Checked) -> None:
    report = json.loads(render_json(checked))

    assert list(report) == ["files", "problems", "rule_changes", "summary", "notice"]
    (file,) = report["files"]
    assert {"path", "findings", "score", "channels"} <= file.keys()
    assert all(list(finding)[: len(FINDING)] == FINDING for finding in file["findings"])
    assert report["summary"] == {"error": 2, "warning": 1, "info": 1, "allowed": 1, "files": 1, "unreadable": 0}


def test_a_finding_is_whole(checked: Checked) -> None:
    finding = json.loads(render_json(checked))["files"][0]["findings"][1]

    assert finding == {
        "rule": "age.young",
        "category": "age",
        "severity": "error",
        "message": "asks for young people: young",
        "why": "The law protects applicants of 40 years and more.",
        "line": 3,
        "column": 9,
        "end_line": 3,
        "end_column": 14,
        "matched": "young",
        "suggestions": ["Name what the work needs"],
        "sources": ["https://www.example.gov/age"],
        "evidence": "law",
        "reason": "applicant: we want; served: nothing",
        "start": 24,
        "end": 29,
        "replacement": None,
        "confidence": "V",
        "checked": "2026-11-22",
    }


def test_the_rest_of_a_file_is_there(checked: Checked) -> None:
    file = json.loads(render_json(checked))["files"][0]

    assert file["score"] == {"lawful": 40, "true": 100, "respectful": 85, "findable": 71, "clear": 90}
    assert file["channels"]["indeed"] == {
        "ready": False,
        "reasons": [{"clause": "i03", "message": "the place is missing"}],
        "advice": [],
    }
    assert file["key_phrases"][0]["found_in"] == ["title", "body"]
    assert file["allowed"][0]["reason"] == "the union agreed"
    assert file["allowed"][0]["until"] == "2027-01-01"
    assert file["allowed"][0]["finding"]["matched"] == "energetic"
    assert file["findings"][3]["replacement"] == {"start": 108, "end": 115, "text": "people with addiction"}
    assert file["notes"] == ["page 3 is a picture"]
    assert (file["words"], file["unit"], file["fragment"]) == (21, "line", False)


def test_a_rule_that_no_file_holds_has_no_confidence(checked: Checked) -> None:
    finding = json.loads(render_json(checked))["files"][0]["findings"][0]

    assert (finding["confidence"], finding["checked"]) == (None, None)


def test_files_that_cannot_be_read_are_named(make_document: Callable, make_checked: Callable) -> None:
    problem = InputError("it is a scan", where=Where("a.pdf", 2), hint="recognize the text first")

    report = json.loads(render_json(make_checked(make_document(), problems=(problem,))))

    assert report["problems"] == [
        {"path": "a.pdf", "line": 2, "column": None, "message": "it is a scan", "hint": "recognize the text first"}
    ]
    assert report["summary"]["unreadable"] == 1


def test_letters_of_any_script_stay_letters(make_document: Callable, find: Callable, make_checked: Callable) -> None:
    document = make_document("年轻人 only")

    assert '"matched": "年轻人"' in render_json(make_checked(document, find(document, "年轻人")))
