"""Which postings Google would refuse, and the words that say why."""

from collections.abc import Callable

import pytest

from jdgen.model.posting import PostingFacts
from jdgen.render.blocks import words_of
from jdgen.render.body import read_body
from jdgen.render.markup_faults import is_public, markup_faults, shown

BODY = """# Hospital Case Manager

- **Location:** Denver, Colorado
- **Pay:** $38.50 to $52.00 an hour

You plan discharges. Apply by December 31, 2026.
"""
WHOLE = {"pay": "38.50-52/hour", "closes": "2026-12-31"}


@pytest.fixture
def faults(make_facts: Callable[..., PostingFacts]) -> Callable[..., tuple[str, ...]]:
    def find(body: str = BODY, **changes: object) -> tuple[str, ...]:
        facts = make_facts(**WHOLE | changes)
        return markup_faults(facts, words_of(read_body(body, title=facts.title)))

    return find


def test_a_whole_posting_has_no_fault(faults: Callable) -> None:
    assert faults() == ()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"posted": None}, "it has no day of first publication (`posted`)"),
        ({"filled": "2026-11-30"}, "it was filled on November 30, 2026"),
        ({"location": ()}, "it has no place (`location`)"),
        ({"apply": {}}, "it does not say how to apply (`apply`)"),
        ({"closes": "2026-11-01"}, "it closes on 2026-11-01, before it is posted on 2026-11-22"),
        ({"location": "Remote"}, "its only location is an area for remote work, and `workplace` is missing"),
        (
            {"location": "Remote", "workplace": "hybrid"},
            "its only location is an area for remote work, and `workplace` says hybrid",
        ),
        ({"location": "Boulder, CO"}, "its text does not show the place Boulder"),
        ({"pay": "38.50-53/hour"}, "its text says $38.50 to $52.00 an hour, its facts say $38.50 to $53.00 an hour"),
        ({"closes": "2026-12-30"}, "its text does not show the last day, December 30, 2026"),
        ({"workplace": "remote"}, "its text does not say that the work is remote"),
        ({"title": "Nurse"}, "its text has another title than `Nurse`"),
        ({"template": "internal"}, "it is the internal job description and no opening to apply for"),
    ],
)
def test_what_is_broken_is_said(faults: Callable, changes: dict[str, object], said: str) -> None:
    assert said in faults(**changes)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Case Manager at Cedar Ridge Medical Center", "its title names the employer"),
        ("Case Manager REQ-1042", "its title holds the job ID `REQ-1042`"),
        ("Case Manager $40/hour", "its title holds the pay"),
        ("Case Manager, Denver, CO", "its title holds the place, Denver"),
    ],
)
def test_a_title_is_the_name_of_the_job_alone(faults: Callable, title: str, said: str) -> None:
    body = BODY.replace("Hospital Case Manager", title)

    assert faults(body, title=title) == (said,)


def test_a_posting_without_words_is_refused(faults: Callable) -> None:
    assert "it has no text below its title" in faults("# Hospital Case Manager")


@pytest.mark.parametrize("written", ["$38.5-$52/hr", "$38.50 to $52", "38.50 \u2013 52.00"])
def test_pay_may_be_written_in_other_ways(faults: Callable, written: str) -> None:
    assert faults(BODY.replace("$38.50 to $52.00 an hour", written)) == ()


@pytest.mark.parametrize("written", ["80,000 to 95,000", "$80K to $95k", "80000-95000"])
def test_a_salary_may_be_written_in_other_ways(faults: Callable, written: str) -> None:
    assert faults(BODY.replace("$38.50 to $52.00 an hour", written), pay="80000-95000/year") == ()


@pytest.mark.parametrize("written", ["Dec. 31", "DECEMBER 31", "12/31/2026", "2026-12-31", "31 December"])
def test_the_last_day_may_be_written_in_other_ways(faults: Callable, written: str) -> None:
    assert faults(BODY.replace("December 31, 2026", written)) == ()


def test_a_day_that_only_begins_like_another_is_not_it(faults: Callable) -> None:
    assert faults(closes="2026-12-03") == ("its text does not show the last day, December 3, 2026",)


def test_a_figure_inside_of_another_is_not_it(faults: Callable) -> None:
    body = BODY.replace("**Pay:**", "**Wage:**").replace("$52.00", "$152.00")

    assert faults(body) == ("its text does not show the pay, $38.50 to $52.00 an hour",)


def test_what_the_box_of_facts_says_otherwise_is_said_once(faults: Callable) -> None:
    body = BODY.replace("$52.00", "$152.00")

    assert faults(body) == ("its text says $38.50 to $152.00 an hour, its facts say $38.50 to $52.00 an hour",)


def test_another_heading_is_another_title_wherever_the_title_stands(faults: Callable) -> None:
    body = BODY.replace("# Hospital", "# Senior Hospital") + "\nHospital Case Manager\n"

    assert faults(body) == ("its text has another title than `Hospital Case Manager`",)


def test_only_phrases_that_the_text_shows_are_shown() -> None:
    words = words_of(read_body("# A\n\nDental plan, from day one.\n", title="A"))

    assert shown(("Dental plan from day one", "A helicopter"), words) == ("Dental plan from day one",)


def test_the_typesetters_marks_make_no_difference(faults: Callable) -> None:
    title = "Women's Health -- Case Manager"

    assert faults(BODY.replace("Hospital Case Manager", title), title=title) == ()


def test_only_the_internal_job_description_is_not_public(make_facts: Callable) -> None:
    assert is_public(make_facts())
    assert not is_public(make_facts(template="internal"))
