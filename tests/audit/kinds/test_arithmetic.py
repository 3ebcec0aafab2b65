"""Figures of one paragraph that cannot all be true."""

from collections.abc import Callable

import pytest

from jdgen.audit.kinds import arithmetic


@pytest.fixture
def clashes(rule: Callable, find: Callable) -> Callable[..., list[str]]:
    """Return a function that gives the words one check finds."""

    def run(name: str, text: str, **fields: object) -> list[str]:
        found = find(arithmetic.check, text, rule("statement", settings={"check": name}, **fields))
        return found.words

    return run


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("hours-and-shifts", "Three 12s, 40 hours.", "Three 12s, 40 hours"),
        ("hours-and-week", "Monday to Friday, 8 to 5, 24 hours a week.", "Monday to Friday, 8 to 5, 24 hours a week"),
        ("leave-twice", "Four weeks of paid leave (80 hours) for all.", "Four weeks of paid leave (80 hours"),
        ("parts-and-sum", "A bonus of $5,000 in two halves of $2,000 each", "bonus of $5,000 in two halves of $2,000"),
        ("parts-and-sum", "$9,000 bonus: $3,000 now and $3,000 in May", "$9,000 bonus: $3,000 now and $3,000"),
        ("shares-of-whole", "It is 70% field, 50% office.", "70% field, 50% office"),
        ("range-reversed", "Serve 40 to 25 families.", "40 to 25 families"),
        ("range-reversed", "A caseload of 60-45.", "caseload of 60-45"),
        ("term-and-dates", "Six-month post, May 2027 to May 2028", "Six-month post, May 2027 to May 2028"),
        ("remote-and-days", "All remote. In office Tuesday to Thursday.", "In office Tuesday to Thursday"),
        ("remote-and-days", "100% remote, two days a week in our Erie office", "two days a week in our Erie office"),
        ("overtime-and-hours", "No overtime. It is 48 hours a week.", "48 hours a week"),
        ("full-time-and-hours", "Full time, 20 hours a week", "20 hours a week"),
        ("full-time-and-hours", "Full time, three 8-hour days", "three 8-hour days"),
    ],
)
def test_figures_that_disagree_are_found(clashes: Callable, name: str, text: str, words: str) -> None:
    assert clashes(name, text) == [words]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("hours-and-shifts", "Five 8.5-hour days, 40 hours a week"),
        ("hours-and-shifts", "Three 12s or four 10s, 36 or 40 hours a week"),
        ("hours-and-week", "Monday to Friday, 8 to 5, 40 hours a week"),
        ("hours-and-week", "Monday to Thursday, 7 to 5:30, 40 hours a week"),
        ("leave-twice", "Three weeks of leave (15 days)"),
        ("leave-twice", "6.15 hours per pay period (20 days of leave a year)"),
        ("parts-and-sum", "A bonus of $5,000 in two halves of $2,500"),
        ("parts-and-sum", "$2,500 bonus, half in May, half in June, on top of $66,000 to $74,500"),
        ("shares-of-whole", "60% field, 40% office"),
        ("shares-of-whole", "100% of your premium, 80% office work"),
        ("range-reversed", "Caseloads were cut from 40 to 25 families."),
        ("range-reversed", "Open 8-5 days"),
        ("term-and-dates", "One-year post, May 2027 through April 2028"),
        ("remote-and-days", "Fully remote, five days a week from home"),
        ("remote-and-days", "Hybrid, two days a week in our Erie office"),
        ("overtime-and-hours", "No overtime. It is 40 hours a week."),
        ("full-time-and-hours", "Full time, 36 hours a week"),
        ("full-time-and-hours", "Full time; supervise an intern for 20 hours a week"),
    ],
)
def test_figures_that_can_be_true_together_are_left_alone(clashes: Callable, name: str, text: str) -> None:
    assert clashes(name, text) == []


def test_two_paragraphs_may_speak_of_two_jobs(clashes: Callable) -> None:
    assert clashes("hours-and-shifts", "Nurses: three 12s.\n\nSocial workers: 40 hours a week.") == []


def test_words_that_make_it_right_silence_the_paragraph(clashes: Callable) -> None:
    assert clashes("hours-and-shifts", "Three 12s, paid for 40 hours a week", unless=["paid for"]) == []


def test_only_the_sections_of_the_rule_are_looked_at(rule: Callable, find: Callable) -> None:
    made = rule("statement", settings={"check": "range-reversed"}, not_roles=["duties"])

    assert find(arithmetic.check, "Serve 40 to 25 families.", made, role="duties").words == []


def test_the_rule_can_say_what_the_sum_comes_to(rule: Callable, find: Callable) -> None:
    found = find(arithmetic.check, "Three 12s, 40 hours", rule("statement", settings={"check": "hours-and-shifts"}))

    assert [hit.fills for hit in found.hits] == [{"made": "36 hours"}]


def test_rules_that_ask_something_else_are_left_to_others(rule: Callable, find: Callable) -> None:
    assert find(arithmetic.check, "Three 12s, 40 hours", rule("statement", settings={"check": "pay"})).words == []


def test_what_two_ways_of_looking_find_in_the_same_words_is_told_once(run_case) -> None:
    report = run_case("A caseload of 25-20 families.", only="consistency.range-reversed")

    assert [finding.matched for finding in report.findings] == ["caseload of 25-20"]
