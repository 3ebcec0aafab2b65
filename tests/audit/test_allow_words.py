"""The words of comments that allow findings: the day they end on, and what only looks like such a comment."""

from datetime import date

import pytest

from jdgen.audit.allow_words import Meaning, comments_in, meaning_of

UNREADABLE = "allow.unreadable"


def meaning(typed: str) -> Meaning:
    return meaning_of(next(comments_in(f"<!-- jdgen: allow age {typed} -->")))


@pytest.mark.parametrize(
    ("until", "day"),
    [
        ("2020-01-31", date(2020, 1, 31)),
        ("2020-01-31.", date(2020, 1, 31)),
        ("(2020-01-31)", date(2020, 1, 31)),
        (": 2020-01-31", date(2020, 1, 31)),
        ("Friday, January 31, 2020", date(2020, 1, 31)),
        ("12/2020", date(2020, 12, 31)),
        ("2020-02", date(2020, 2, 29)),
        ("February 2021", date(2021, 2, 28)),
        ("Feb. 2020.", date(2020, 2, 29)),
        ("the end of June 2020", date(2020, 6, 30)),
        ("2020", date(2020, 12, 31)),
    ],
)
def test_a_day_is_read_however_it_is_written_and_a_month_or_year_ends_on_its_last(until: str, day: date) -> None:
    assert meaning(f"because we serve them until {until}") == Meaning(("age",), "we serve them", day)


def test_brackets_around_the_whole_of_it_go_with_the_day() -> None:
    assert meaning("because we serve them (until 2020-01-31)") == Meaning(("age",), "we serve them", date(2020, 1, 31))


@pytest.mark.parametrize(
    "reason",
    [
        "we serve them until 2020-01-31, then mend it",
        "we wait until 2020-01-31 and not until the grant ends",
        "the contract runs through 2020-01-31",
        "this holds till January 2020",
        "the waiver expires on 2020-01-31",
    ],
)
def test_words_around_a_day_stay_in_the_reason(reason: str) -> None:
    said = meaning(f"because {reason}")

    assert said.reason == reason
    assert said.until == date(2020, 1, 31)


@pytest.mark.parametrize(
    "until",
    [
        "Nov 24",
        "24 November",
        "Nov 24, then mend",
        "11/24",
        "11-24",
        "March",
        "may",
        "2020-13-01",
        "20200101",
        "1/2/2020",
        "12/31/20",
        "Friday",
        "tomorrow",
        "next year",
        "Q4",
        "the grant ends in 2020",
        "",
        ".",
    ],
)
def test_what_was_meant_as_a_day_and_cannot_be_read_allows_nothing(until: str) -> None:
    assert meaning(f"because we serve them until {until}").mistake == UNREADABLE
    assert meaning(f"until {until} because we serve them").mistake == UNREADABLE


@pytest.mark.parametrize("typed", ["until soon because x", "2020-01-01 because x", "till Nov 24 because x"])
def test_a_day_among_the_names_is_no_name(typed: str) -> None:
    assert meaning(typed).mistake == UNREADABLE


@pytest.mark.parametrize(
    "reason",
    [
        "we serve them until the grant ends",
        "state law protects youth until age 21",
        "care lasts until 21 years of age",
        "people work until 5:30 p.m.",
        "the law passed through Congress in March 2010",
        "we may not change it until we hear back",
    ],
)
def test_other_words_behind_until_are_part_of_the_reason(reason: str) -> None:
    assert meaning(f"because {reason}") == Meaning(("age",), reason)


@pytest.mark.parametrize(
    "comment",
    [
        "jdgen: ignore age because x",
        "jdgen: disable",
        "jdgen: allows age because x",
        "jdgen: allow-next-line age because x",
        "jdgen:",
        "jdgen allow age because x",
        "jdgen-ignore age",
        "JDGEN = allow age",
        "jdgen; allow age because x",
        "jdgen noqa",
    ],
)
def test_what_looks_as_if_it_allowed_something_is_reported(comment: str) -> None:
    source = f"text <!-- {comment} --> text"

    (found,) = comments_in(source)

    assert meaning_of(found).mistake == UNREADABLE
    assert source[slice(*found.span)] == f"<!-- {comment} -->"
    assert found.typed.strip() == comment


@pytest.mark.parametrize(
    ("source", "span"),
    [
        ("young <!-- jdgen: allow age because x\nyoung", (6, 37)),
        ("young <!-- jdgen: allow age because x", (6, 37)),
        ("<!-- note <!-- jdgen: allow age because x\nyoung", (10, 41)),
        ("<!-- jdgen: allow age because x\nyoung <!-- note -->", (0, 31)),
    ],
)
def test_a_comment_that_is_not_closed_is_reported(source: str, span: tuple[int, int]) -> None:
    (found,) = comments_in(source)

    assert meaning_of(found).mistake == UNREADABLE
    assert found.span == span


def test_what_opens_a_comment_before_ours_does_not_hide_it() -> None:
    (found,) = comments_in("a <!-- b <!-- jdgen: allow age because x -->")

    assert meaning_of(found).reason == "x"


@pytest.mark.parametrize("comment", ["jdgen wrote this", "jdgenerated", "the jdgen: allow form", "allow age"])
def test_other_comments_are_left_alone(comment: str) -> None:
    assert list(comments_in(f"<!-- {comment} -->")) == []


@pytest.mark.parametrize(
    "source",
    [
        "<!-- jdgen: allow age because x <!-- a -->" * 20_000,
        "<!-- jdgen: allow age because x " + "until " * 150_000 + "-->",
        "<!-- jdgen allow" * 60_000,
    ],
    ids=["each unclosed", "until", "none closed"],
)
def test_a_megabyte_of_them_is_read(source: str) -> None:
    """It ends at all: with a look at the rest of the text for each comment it would take hours."""
    found = [meaning_of(one).mistake for one in comments_in(source)]

    assert found[0] == UNREADABLE
