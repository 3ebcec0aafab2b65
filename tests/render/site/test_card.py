from collections.abc import Callable
from typing import Any

import pytest

from jdgen.model.site import Opening
from jdgen.render.site.card import card, place_names, states

Make = Callable[..., Opening]


def test_a_card_says_what_the_opening_says(make_opening: Make) -> None:
    shown = card(make_opening())

    assert shown.page == "jobs/hospital-case-manager-req-1042.html"
    assert (shown.title, shown.employer) == ("Hospital Case Manager", "Cedar Ridge Medical Center")
    assert (shown.place, shown.workplace) == ("Denver, Colorado", "On site")
    assert (shown.employment, shown.pay) == ("Full-time, 40 hours a week", "$38.50 to $52.00 an hour")
    assert (shown.posted, shown.posted_words) == ("2026-11-22", "November 22, 2026")
    assert (shown.closes, shown.closes_words) == ("2026-12-31", "December 31, 2026")
    assert (shown.language, shown.title_direction) == ("", "")


def test_what_is_not_known_is_left_out(make_opening: Make) -> None:
    bare = {"workplace": None, "employment": None, "pay": None, "closes": None, "location": (), "posted": None}

    shown = card(make_opening(**bare))

    assert {shown.place, shown.workplace, shown.employment, shown.pay, shown.posted, shown.closes_words} == {""}


@pytest.mark.parametrize(
    ("location", "words"),
    [
        (["Denver, CO", "Boulder, CO"], "Denver, Colorado; Boulder, Colorado"),
        (["Denver, CO", "Boulder, CO", "Reno, NV", "Ely, NV"], "Denver, Colorado; and 3 more places"),
        ("Remote", "Remote: United States"),
        ("Remote (CO, TX)", "Remote: Colorado, Texas"),
        ("Remote (CO, TX, NV, ME)", "Remote, in 4 states"),
    ],
)
def test_places_are_told_in_few_words(make_opening: Make, location: Any, words: str) -> None:
    assert card(make_opening(location=location)).place == words


def test_remote_is_said_once(make_opening: Make) -> None:
    assert card(make_opening(location="Remote", workplace="remote")).workplace == ""
    assert card(make_opening(location="Denver, CO", workplace="remote")).workplace == "Remote"
    assert card(make_opening(location=["Denver, CO", "Remote"], workplace="hybrid")).workplace == "Hybrid"


def test_an_opening_is_listed_in_every_state_it_names_and_under_remote(make_opening: Make) -> None:
    facts = make_opening(location=["Denver, CO", "Remote (CO, NH)"], workplace="hybrid").facts

    assert place_names(facts) == {"colorado": "Colorado", "new-hampshire": "New Hampshire", "remote": "Remote"}
    assert states(facts) == ("CO", "NH")


def test_pay_and_closing_without_figures_stay_words(make_opening: Make) -> None:
    shown = card(make_opening(pay="DOE", closes="until filled"))

    assert (shown.pay, shown.closes, shown.closes_words) == ("DOE", "", "until filled")


def test_another_language_and_direction_are_told(make_opening: Make) -> None:
    shown = card(make_opening(language="he", title="מנהל מקרים", employer={"name": "בית חולים"}))

    assert (shown.language, shown.title_direction, shown.employer_direction) == ("he", "rtl", "rtl")
