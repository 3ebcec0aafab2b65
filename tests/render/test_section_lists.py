"""Which list of a posting is what: by the headings of our templates and of hand-edited ones."""

import pytest

from jdgen.render.blocks import words_of
from jdgen.render.body import read_body
from jdgen.render.section_lists import SectionLists, section_lists


def lists(markdown: str) -> SectionLists:
    return section_lists(words_of(read_body(f"# T\n\n{markdown}", title="T")).blocks)


@pytest.mark.parametrize(
    "heading",
    [
        "What you will do",
        "What you'll do",
        "Responsibilities",
        "Essential duties & responsibilities",
        "Daily and monthly responsibilities",
    ],
)
def test_duties_are_found_under_many_headings(heading: str) -> None:
    assert lists(f"## {heading}\n\n- a\n- b").duties == ("a", "b")


def test_groups_of_duties_stay_duties_whatever_they_are_called() -> None:
    assert lists("## Responsibilities\n\n### Education\n\n- Teach\n\n### Skills\n\n- Show").duties == ("Teach", "Show")


def test_required_and_preferred_are_kept_apart() -> None:
    found = lists("## What you bring\n\n### Required\n\n- a\n\n### Preferred\n\n- b")

    assert found.required == ("a",)
    assert found == SectionLists(required=("a",))


def test_a_line_before_a_list_says_that_it_is_not_required() -> None:
    body = "## Licenses and certifications\n\n- a\n\nWelcome, not required:\n\n- b\n\n## Qualifications\n\n- c"

    assert lists(body).required == ("a", "c")


def test_skills_stand_apart_unless_they_are_qualifications_too() -> None:
    assert lists("## Skills and tools\n\n- a").skills == ("a",)
    assert lists("## Skills and qualifications\n\n- a") == SectionLists(required=("a",))


def test_demands_are_the_list_after_their_sentence() -> None:
    body = "## Where\n\nThis is what the work asks of you, with or without reasonable accommodation.\n\n- a\n- b\n\nText\n\n- c"

    assert lists(body) == SectionLists(demands=("a", "b"))


def test_physical_demands_may_have_a_heading() -> None:
    assert lists("## Physical demands\n\n- Lift 20 pounds").demands == ("Lift 20 pounds",)


def test_unknown_headings_say_nothing() -> None:
    assert lists("## Zebra\n\n- a\n\n## Benefits\n\n- b\n\n- c") == SectionLists()


def test_inner_items_and_addresses_are_kept() -> None:
    body = "## Responsibilities\n\n- a [b](https://c.example)\n    - d\n- a [b](https://c.example)"

    assert lists(body).duties == ("a b (https://c.example)", "d")
