"""Safe repairs: what is named is replaced, the rest stays character by character, and a second time there is nothing to do."""

import re

from hypothesis import given
from hypothesis import strategies as st

from jdgen.audit.fix import fix
from jdgen.model.finding import Finding, Replacement

WORDS = {"addicts": "people with addiction", "the handicapped": "people with disabilities", "handicapped": "disabled"}
PATTERN = re.compile("|".join(map(re.escape, WORDS)), re.IGNORECASE)


def finding(source: str, start: int, end: int, text: str | None) -> Finding:
    return Finding(
        rule="stigma.word",
        category="stigma",
        severity="warning",
        message="a word",
        why="because",
        line=1,
        column=start + 1,
        end_line=1,
        end_column=end + 1,
        matched=" ".join(source[start:end].split()),
        suggestions=(),
        sources=(),
        evidence="style",
        start=start,
        end=end,
        replacement=None if text is None else Replacement(start, end, text),
    )


def found(source: str) -> list[Finding]:
    """Return a finding for each word of the table."""
    return [
        finding(source, match.start(), match.end(), WORDS[match.group().lower()]) for match in PATTERN.finditer(source)
    ]


def test_named_words_are_replaced_and_the_rest_stays() -> None:
    source = "\tWe help addicts,\r\nand  addicts only.\x0b\u2028\n"

    fixed = fix(source, found(source))

    assert fixed.source == "\tWe help people with addiction,\r\nand  people with addiction only.\x0b\u2028\n"
    assert len(fixed.applied) == 2


def test_findings_without_a_repair_change_nothing() -> None:
    assert fix("We help addicts.", [finding("We help addicts.", 8, 15, None)]) == ("We help addicts.", ())


def test_findings_out_of_order_are_all_repaired() -> None:
    source = "addicts and addicts"

    assert fix(source, reversed(found(source))).source == "people with addiction and people with addiction"


def test_of_overlapping_repairs_the_first_is_made() -> None:
    source = "abcdef"
    first, second = finding(source, 0, 4, "1"), finding(source, 2, 6, "2")

    assert fix(source, [second, first]) == ("1ef", (first,))


def test_of_repairs_that_start_together_the_longest_is_made() -> None:
    source = "the handicapped"
    short, long = finding(source, 0, 3, "a"), finding(source, 0, 15, "people with disabilities")

    assert fix(source, [short, long]) == ("people with disabilities", (long,))


def test_repairs_side_by_side_are_both_made() -> None:
    source = "abcd"

    assert fix(source, [finding(source, 0, 2, "1"), finding(source, 2, 4, "2")]).source == "12"


def test_words_with_markup_inside_are_left_alone() -> None:
    source = "the **handicapped** and"
    one = finding("the   handicapped   and", 0, 19, "people")

    assert fix(source, [one]) == (source, ())


def test_words_broken_over_two_lines_are_repaired() -> None:
    source = "for the\n  handicapped now"

    assert fix(source, [finding(source, 4, 21, "disabled people")]).source == "for disabled people now"


def test_a_repair_outside_of_the_text_is_left_out() -> None:
    assert fix("addicts", [finding("addicts in here", 8, 15, "x")]) == ("addicts", ())


def test_a_repair_that_changes_nothing_is_not_counted() -> None:
    assert fix("addicts", [finding("addicts", 0, 7, "addicts")]).applied == ()


@given(st.lists(st.sampled_from([*WORDS, *map(str.upper, WORDS), "\r\n", " ", "…", "é", "the", "\ufeff"])).map("".join))
def test_a_second_run_changes_nothing(source: str) -> None:
    once = fix(source, found(source))

    again = fix(once.source, found(once.source))

    assert again == (once.source, ())
    assert len(once.applied) == len(found(source))


@given(st.text(), st.lists(st.tuples(st.integers(-3, 30), st.integers(-3, 30), st.text(max_size=3))))
def test_whatever_stands_between_repairs_is_kept(source: str, spans: list[tuple[int, int, str]]) -> None:
    findings = [finding(source, start, end, text) for start, end, text in spans]

    fixed = fix(source, findings)

    position = rest = 0
    for one in fixed.applied:
        assert one.replacement
        kept = source[position : one.start]
        assert fixed.source[rest : rest + len(kept) + len(one.replacement.text)] == kept + one.replacement.text
        rest += len(kept) + len(one.replacement.text)
        position = one.end
    assert fixed.source[rest:] == source[position:]
