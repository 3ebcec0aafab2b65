"""Workflow commands: the worst first, no more than GitHub shows, and no words of a posting that become a command."""

from collections.abc import Callable

import pytest

from jdgen.cli.reports.github import render_github
from jdgen.errors import EnvironmentProblem, InputError, Where
from jdgen.pipeline.check import Checked


def test_errors_come_first_and_a_count_closes(checked: Checked) -> None:
    findings = checked.reports[0].findings
    report = checked.reports[0]._replace(findings=tuple(reversed(findings)))

    lines = render_github(checked._replace(reports=(report,))).splitlines()

    assert [line.split(" ")[0] for line in lines] == ["::error", "::error", "::warning", "jdgen"]
    assert lines[-1] == "jdgen checked 1 file: 2 errors, 1 warning, 1 for information. This is not legal advice."


def test_an_annotation_says_where_what_why_and_what_instead(checked: Checked) -> None:
    line = render_github(checked).splitlines()[0]

    assert line == (
        "::error file=jobs/denver.md,line=3,endLine=3,col=9,endColumn=13,title=age.young (law)::"
        "asks for young people: young%0AThe law protects applicants of 40 years and more."
        "%0AInstead: Name what the work needs%0ASource: https://www.example.gov/age"
    )


def test_words_cannot_become_a_command_or_a_property(
    make_document: Callable, find: Callable, make_checked: Callable
) -> None:
    document = make_document(path="a,line=9::b%\n::error::.md")
    finding = find(document, "young", message="100%\n::set-env name=A::b\r", why="why", suggestions=(), sources=())

    first, *rest = render_github(make_checked(document, finding)).splitlines()

    assert first.startswith("::error file=a%2Cline=9%3A%3Ab%25%0A%3A%3Aerror%3A%3A.md,line=3,")
    assert first.endswith("::100%25%0A::set-env name=A::b%0D%0Awhy")
    assert len(rest) == 1


def test_ten_of_each_are_shown_and_the_rest_is_counted(
    make_document: Callable, find: Callable, make_checked: Callable
) -> None:
    document = make_document("young\n" * 25)
    findings = [
        find(document, "young", nth=number, severity="error" if number < 11 else "warning") for number in range(25)
    ]

    lines = render_github(make_checked(document, *findings)).splitlines()

    assert [line[:9] for line in lines] == ["::error f"] * 10 + ["::warning"] * 10 + ["jdgen che"]
    assert "11 errors, 14 warnings" in lines[-1]
    assert "5 of them are not shown here" in lines[-1]


def test_columns_are_left_out_where_a_finding_spans_lines(
    make_document: Callable, find: Callable, make_checked: Callable
) -> None:
    document = make_document("so young\npeople\n")

    line = render_github(make_checked(document, find(document, "young\npeople"))).splitlines()[0]

    assert ",line=1,endLine=2,title=" in line


@pytest.mark.parametrize(("form", "name"), [("docx", "paragraph 3"), ("pdf", "line 3 of its text")])
def test_what_is_no_text_has_no_lines_and_its_places_are_named_in_words(
    make_document: Callable, find: Callable, make_checked: Callable, form: str, name: str
) -> None:
    document = make_document(path=f"a.{form}", format=form)

    line = render_github(make_checked(document, find(document, "young"))).splitlines()[0]

    assert line.startswith(f"::error file=a.{form},title=age.young (law)::{name}: asks for")


def test_a_file_that_cannot_be_read_is_an_error_of_its_own_and_comes_first(checked: Checked) -> None:
    problems = (
        InputError("it is a scan", where=Where("a,b.pdf"), hint="read the words off it"),
        EnvironmentProblem("there is no room"),
    )

    lines = render_github(checked._replace(problems=problems)).splitlines()

    assert lines[:2] == [
        "::error file=a%2Cb.pdf,title=not checked::it is a scan%0AInstead: read the words off it",
        "::error title=not checked::there is no room",
    ]
    assert lines[2].startswith("::error file=jobs/denver.md,")
    assert lines[-1].startswith("jdgen checked 1 file: 2 errors, 1 warning, 1 for information. 2 files could not be")


def test_files_that_cannot_be_read_count_for_what_a_step_shows(
    make_document: Callable, find: Callable, make_checked: Callable
) -> None:
    document = make_document("young\n" * 4)
    checked = make_checked(document, *(find(document, "young", nth=number) for number in range(4)))
    problems = tuple(InputError("it is a scan", where=Where(f"{number}.pdf")) for number in range(8))

    lines = render_github(checked._replace(problems=problems)).splitlines()

    assert len(lines) == 8 + 2 + 1
    assert "2 of them are not shown here" in lines[-1]
