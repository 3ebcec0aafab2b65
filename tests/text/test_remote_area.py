"""Remote areas: some states or the whole nation."""

import pytest

from jdgen.text.problem import Problem
from jdgen.text.remote_area import (
    RemoteArea,
    describe_remote_area,
    format_remote_area,
    mentions_remote,
    parse_remote_area,
)
from jdgen.text.states import STATES

READ = {
    "Remote": (),
    "Fully remote": (),
    "Remote, US": (),
    "Remote (U.S.A.)": (),
    "Nationwide remote": (),
    "Nationwide": (),
    "Anywhere in the US": (),
    "Remote (CO, MN, WI)": ("CO", "MN", "WI"),
    "Remote (CO/MN/WI)": ("CO", "MN", "WI"),
    "Remote - Colorado or Minnesota": ("CO", "MN"),
    "remote in CO and WY": ("CO", "WY"),
    "remote in co and wy": ("CO", "WY"),
    "Remote in OR and IN": ("OR", "IN"),
    "remote in oregon or indiana": ("OR", "IN"),
    "Remote, CO, US": ("CO",),
    "REMOTE (CO)": ("CO",),
    "REMOTE (IN, CO)": ("IN", "CO"),
    "WFH, Ohio": ("OH",),
    "Work from home in West Virginia or Virginia": ("WV", "VA"),
    "Remote (CO, Colorado)": ("CO",),
}

REFUSED = {
    "": "empty",
    "  ": "empty",
    "Remote (Colrado)": "unknown-state",
    "Remote, Denver, CO": "unknown-state",
    "Remote (not CA)": "unknown-state",
    "Remote - US except CA": "unknown-state",
    "Remote for me": "unknown-state",
    "Remote within 50 miles": "unreadable",
    "Remote, " * 200: "unreadable",
    "REMOTE IN CO OR MN": "ambiguous",
    "Remote nationwide, CO": "ambiguous",
}


@pytest.mark.parametrize("text", READ)
def test_where_a_remote_worker_may_live_is_read(text):
    assert mentions_remote(text)
    assert RemoteArea(READ[text]) == parse_remote_area(text)


@pytest.mark.parametrize("text", REFUSED)
def test_an_unclear_area_is_refused(text):
    answer = parse_remote_area(text)

    assert isinstance(answer, Problem)
    assert REFUSED[text] == answer.kind
    assert answer.hint


@pytest.mark.parametrize("text", ["Denver, CO", "CO", "", "US 36, Boulder, CO"])
def test_a_place_is_not_remote(text):
    assert not mentions_remote(text)


def test_a_misspelled_state_gets_the_right_one_offered():
    answer = parse_remote_area("Remote (Colrado)")

    assert isinstance(answer, Problem)
    assert answer.hint == "did you mean `Colorado`?"


def test_an_area_is_written_and_said():
    area = RemoteArea(("CO", "MN", "DC"))

    assert format_remote_area(area) == "Remote (CO, MN, DC)"
    expected = "Remote, for people living in Colorado, Minnesota, or the District of Columbia"
    assert expected == describe_remote_area(area)


def test_the_whole_nation_is_written_and_said():
    assert format_remote_area(RemoteArea()) == "Remote"
    assert describe_remote_area(RemoteArea()) == "Remote, anywhere in the United States"


def test_every_state_may_be_named():
    assert parse_remote_area(f"Remote ({', '.join(STATES.values())})") == RemoteArea(tuple(STATES))
