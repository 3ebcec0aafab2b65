"""Comments that allow findings: what they cover, what they need, and what becomes of those that are wrong."""

import re
from datetime import date

import pytest

from jdgen.audit.allow import Split, find_allowances, split
from jdgen.model.document import Block, starts_of_lines
from jdgen.model.finding import Finding

TODAY = date(2026, 11, 22)
KNOWN = frozenset({"age.young", "age.upper-limit", "stigma.addict"})


def blocks_of(source: str) -> list[Block]:
    """Return every line with words as a block, without comments that stand alone, as a reader of Markdown does."""
    starts = starts_of_lines(source)
    lines = zip(starts, source.split("\n"), strict=True)
    return [
        Block("item" if line.startswith("- ") else "paragraph", line, "other", 0, ((0, start),))
        for start, line in lines
        if line.strip() and not (line.strip().startswith("<!--") and line.strip().endswith("-->"))
    ]


def finding(source: str, words: str = "young", rule: str = "age.young", nth: int = 0) -> Finding:
    start = [match.start() for match in re.finditer(rf"(?<!\.){words}", source)][nth]
    line = source.count("\n", 0, start) + 1
    return Finding(
        rule=rule,
        category="age",
        severity="error",
        message="asks for age",
        why="the law",
        line=line,
        column=1,
        end_line=line,
        end_column=2,
        matched=words,
        suggestions=(),
        sources=(),
        evidence="law",
        start=start,
        end=start + len(words),
    )


def judged(source: str, *findings: Finding, day: date = TODAY) -> Split:
    return split(findings or [finding(source)], find_allowances(source, blocks_of(source)), day, known=KNOWN)


def own(result: Split) -> list[tuple[str, str]]:
    return [(one.rule, one.severity) for one in result.own]


def test_alone_on_its_line_it_covers_the_next_paragraph_only() -> None:
    source = "young one\n\n<!-- jdgen: allow age.young because we serve them -->\n\nyoung two\n\nyoung three\n"

    result = judged(source, *(finding(source, nth=number) for number in range(3)))

    assert [one.line for one in result.kept] == [1, 7]
    assert [(one.finding.line, one.reason, one.line, one.until) for one in result.allowed] == [
        (5, "we serve them", 3, None)
    ]
    assert result.own == ()


def test_alone_on_its_line_it_covers_the_next_item_of_a_list_only() -> None:
    source = "- young one\n  <!-- jdgen: allow age.young because it is so -->\n- young two\n- young three\n"

    result = judged(source, *(finding(source, nth=number) for number in range(3)))

    assert [one.line for one in result.kept] == [1, 4]


def test_inside_a_line_it_covers_the_whole_line_and_no_other() -> None:
    source = "young one <!-- jdgen: allow age.young because it is so --> young\nyoung two\n"

    result = judged(source, *(finding(source, nth=number) for number in range(3)))

    assert [one.line for one in result.kept] == [2]
    assert len(result.allowed) == 2


def test_for_a_file_it_covers_all_of_it_also_what_has_no_place() -> None:
    source = "young one\n\n<!-- jdgen: allow-file age because it is so -->\n\nyoung two\n"
    missing = finding(source, "y")

    result = judged(source, missing, finding(source), finding(source, nth=1))

    assert result.kept == ()
    assert len(result.allowed) == 3


@pytest.mark.parametrize(
    "name", ["age", "age.young", "AGE.Young", "stigma, age", "stigma.addict and age.young", "stigma age"]
)
def test_it_names_rules_or_families(name: str) -> None:
    source = f"young people <!-- jdgen: allow {name} because it is so -->"

    assert judged(source).kept == ()


@pytest.mark.parametrize("name", ["ag", "age.youn", "young", "stigma"])
def test_other_names_allow_nothing(name: str) -> None:
    source = f"young people <!-- jdgen: allow {name} because it is so -->"

    assert len(judged(source).kept) == 1


@pytest.mark.parametrize(
    "typed",
    [
        "because we serve them until 2026-11-22",
        "until 2026-11-22 because we serve them",
        "because we serve them UNTIL November 22, 2026",
    ],
)
def test_it_holds_through_its_last_day(typed: str) -> None:
    source = f"young people <!-- jdgen: allow age.young {typed} -->"

    held = judged(source)

    assert [(one.reason, one.until) for one in held.allowed] == [("we serve them", "2026-11-22")]
    assert own(held) == []


def test_past_its_day_it_allows_nothing_and_is_reported() -> None:
    source = "young people <!-- jdgen: allow age.young because we serve them until 2026-11-21 -->"

    result = judged(source)

    assert len(result.kept) == 1
    assert own(result) == [("allow.expired", "warning")]
    assert "`age.young` until 2026-11-21" in result.own[0].message


@pytest.mark.parametrize("reason", ["", " because", " because ", " because …", " because until 2027-01-01"])
def test_without_a_reason_it_allows_nothing_and_is_reported(reason: str) -> None:
    source = f"young people <!-- jdgen: allow age.young{reason} -->"

    result = judged(source)

    assert len(result.kept) == 1
    assert own(result) == [("allow.no-reason", "warning")]


def test_until_that_is_no_date_belongs_to_the_reason() -> None:
    source = "young people <!-- jdgen: allow age.young because we serve them until the grant ends -->"

    assert judged(source).allowed[0].reason == "we serve them until the grant ends"


@pytest.mark.parametrize(
    "typed", ["", " because why", " a.b.c because x", " age.young because x until 2027-13-01", " <b> because x"]
)
def test_what_cannot_be_read_allows_nothing_and_is_reported(typed: str) -> None:
    source = f"young people <!-- jdgen: allow{typed} -->"

    result = judged(source)

    assert len(result.kept) == 1
    assert own(result) == [("allow.unreadable", "warning")]


def test_what_nothing_needs_is_for_information() -> None:
    source = "young\n\n<!-- jdgen: allow age.young, stigma because it is so -->\n\nnobody\n"

    result = judged(source)

    assert own(result) == [("allow.unused", "info")]
    assert "`age.young` and `stigma`" in result.own[0].message
    assert (result.own[0].line, result.own[0].column, result.own[0].end_line) == (3, 1, 3)


def test_a_name_no_rule_has_is_for_information() -> None:
    source = "young people <!-- jdgen: allow age.yung, agee, age.young because it is so -->"

    result = judged(source)

    assert own(result) == [("allow.unknown", "info")]
    assert "`age.yung` and `agee`" in result.own[0].message


def test_no_name_is_unknown_where_nobody_says_which_are_known() -> None:
    source = "x <!-- jdgen: allow no.such because it is so -->"

    assert [one.rule for one in split([], find_allowances(source, []), TODAY).own] == ["allow.unused"]


@pytest.mark.parametrize("names", [("age", "age"), ("age", "age.young"), ("age.young", "age")])
def test_of_several_the_nearest_counts(names: tuple[str, str]) -> None:
    source = (
        f"<!-- jdgen: allow-file {names[0]} because of the file -->\n\n"
        f"young <!-- jdgen: allow {names[1]} because of the line -->\n\nyoung\n"
    )

    result = judged(source, finding(source), finding(source, nth=1))

    assert [one.reason for one in result.allowed] == ["of the line", "of the file"]


def test_two_above_a_block_both_cover_it_also_in_plain_text() -> None:
    source = "<!-- jdgen: allow age because a -->\n\n<!-- jdgen: allow stigma because b -->\n\nyoung addict\n"
    lines = zip(starts_of_lines(source), source.split("\n"), strict=True)
    blocks = [Block("paragraph", line, "other", 0, ((0, start),)) for start, line in lines if line]
    findings = [finding(source), finding(source, "addict", "stigma.addict")]

    result = split(findings, find_allowances(source, blocks), TODAY, known=KNOWN)

    assert [one.reason for one in result.allowed] == ["a", "b"]


def test_a_comment_over_several_lines_is_read_as_one() -> None:
    source = "<!-- jdgen: allow age.young\n     because we\n     serve them -->\nyoung\n"
    block = Block("paragraph", "young", "other", 0, ((0, source.index("\nyoung") + 1),))

    result = split([finding(source)], find_allowances(source, [block]), TODAY, known=KNOWN)

    assert result.allowed[0].reason == "we serve them"


@pytest.mark.parametrize(
    "comment", ["<!-- jdgen wrote this -->", "<!-- allow age because x -->", "jdgen: allow age because x"]
)
def test_other_comments_are_not_ours(comment: str) -> None:
    assert find_allowances(f"young {comment}", []) == ()


def test_a_comment_in_the_facts_at_the_top_covers_its_line() -> None:
    source = "---\npay: young # <!-- jdgen: allow age.young because of the union -->\n---\n\nbody\n"

    assert judged(source).kept == ()


@pytest.mark.parametrize(
    "source",
    [
        "<!-- jdgen: allow age because x" * 30_000,
        "<!-- jdgen: allow age because x -->\n" * 25_000,
        "<!--" * 250_000 + "-->",
        "<!-- jdgen: allow" + " ,and until because" * 50_000 + " -->",
    ],
    ids=["never closed", "thousands", "opened often", "one without end"],
)
def test_a_megabyte_of_comments_is_read(source: str) -> None:
    """It ends at all: with a search that starts again at every comment it would take hours."""
    assert len(find_allowances(source, [])) in {0, 1, 25_000}
