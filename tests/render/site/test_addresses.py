import pytest

from jdgen.render.feeds.json_feed import JSON_PATH
from jdgen.render.feeds.rss import RSS_PATH
from jdgen.render.site.addresses import (
    FEEDS,
    LogoAddress,
    employer_page,
    later_page,
    page_key,
    place_key,
    root,
    specialization_name,
)


@pytest.mark.parametrize(("page", "way"), [("index.html", ""), ("jobs/a.html", "../")])
def test_a_page_knows_its_way_to_the_root(page: str, way: str) -> None:
    assert root(page) == way


def test_a_logo_is_named_from_the_page_it_stands_on() -> None:
    logo = LogoAddress("logos/cedar.svg")

    assert [logo.from_page(page).address for page in ("index.html", "jobs/a.html")] == [
        "logos/cedar.svg",
        "../logos/cedar.svg",
    ]


def test_pages_name_the_feeds_where_they_are() -> None:
    assert [feed.path for feed in FEEDS] == [RSS_PATH, JSON_PATH]


def test_later_pages_carry_their_number() -> None:
    firsts = ("index.html", "places/colorado.html", "employers.html")

    assert [later_page(first, 1) for first in firsts] == list(firsts)
    assert [later_page(first, 2) for first in firsts] == [
        "openings/2.html",
        "places/colorado-2.html",
        "employers-2.html",
    ]


def test_a_name_that_an_address_can_hold_stays_readable() -> None:
    assert employer_page("Sœurs de la Charité & Sons") == "employers/soeurs-de-la-charite-and-sons.html"
    assert place_key("DC") == "district-of-columbia"


def test_names_that_an_address_cannot_hold_stay_apart() -> None:
    names = ["雪松", "雪", "בית Clinic", "Clinic", "Con", "Clinic 2", "Clinic 3", "x" * 70, "x" * 71, "!!!", "???"]

    keys = [page_key(name) for name in names]

    assert len(set(keys)) == len(names)
    assert all(len(key) <= 70 and key.isascii() and key.strip("-") == key and key for key in keys)
    assert "con" not in keys


def test_no_employer_has_the_page_of_anothers_second_page() -> None:
    assert employer_page("Clinic 2") != later_page(employer_page("Clinic"), 2)


@pytest.mark.parametrize(
    ("slug", "name"), [("mental-health", "Mental health"), ("hiv", "HIV"), ("rn", "RN"), ("legal", "Legal")]
)
def test_a_specialization_is_named_in_words(slug: str, name: str) -> None:
    assert specialization_name(slug) == name
