"""Workflow commands: the worst first, no more than GitHub shows, and no words of a posting that become a command."""

from collections.abc import Callable

from jdgen.cli.reports.github import render_github
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


def test_a_paragraph_is_named_in_words(make_document: Callable, find: Callable, make_checked: Callable) -> None:
    document = make_document(path="a.docx", format="docx")

    line = render_github(make_checked(document, find(document, "young"))).splitlines()[0]

    assert line.startswith("::error file=a.docx,title=age.young (law)::paragraph 3: asks for")
