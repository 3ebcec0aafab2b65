from collections.abc import Callable
from dataclasses import replace

import pytest

from jdgen.compose.duties import duties
from jdgen.model.draft import Duties, Group
from jdgen.model.specialization import DutyGroup


@pytest.fixture
def made(sources: Callable) -> Duties:
    return duties(sources().specialization)


def test_what_is_done_most_often_comes_first(made: Duties) -> None:
    assert made.essential == ("Call people.", "Meet the team.", "Review outcomes.", "Answer a crisis.")


def test_duties_stand_under_the_headings_of_the_profile(made: Duties) -> None:
    assert made.groups == (
        Group("With people", ("Call people.", "Answer a crisis.")),
        Group("Behind the scenes", ("Meet the team.", "Review outcomes.")),
    )


def test_a_heading_without_essential_duties_is_left_out(made: Duties) -> None:
    assert "On paper" not in {group.heading for group in made.groups}


def test_duties_stand_under_their_rhythm(made: Duties) -> None:
    assert made.rhythms == (
        Group("Every day", ("Call people.",)),
        Group("Every week", ("Meet the team.",)),
        Group("Every month", ("Review outcomes.",)),
        Group("When the need comes up", ("Answer a crisis.",)),
    )


def test_what_is_not_essential_stands_apart(made: Duties) -> None:
    assert made.other == ("Write notes.",)


def test_every_duty_stands_in_each_order_once(made: Duties) -> None:
    for groups in (made.groups, made.rhythms):
        assert sorted(made.essential) == sorted(item for group in groups for item in group.items)


def test_a_heading_that_names_a_duty_takes_it_from_the_heading_of_its_function(sources: Callable) -> None:
    profile = sources().specialization
    named = DutyGroup(heading="Named", duties=("crisis",))
    groups = duties(replace(profile, duty_groups=(*profile.duty_groups, named))).groups

    assert groups[0] == Group("With people", ("Call people.",))
    assert groups[-1] == Group("Named", ("Answer a crisis.",))
