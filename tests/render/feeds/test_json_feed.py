"""The JSON feed holds what the specification asks for, and everything a job board would look for."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from jdgen.model.site import Site
from jdgen.render.feeds.json_feed import json_feed


@pytest.fixture
def feed(opening: Callable) -> Callable[..., dict]:
    """Return a function that makes a feed of one opening and reads it back."""

    def make(site: Site, **changes: Any) -> dict:
        text = json_feed([opening(**changes)], site)
        text.encode("utf-8")
        return json.loads(text)

    return make


def test_an_item_has_everything_a_feed_reader_shows(feed: Callable, site: Site) -> None:
    found = feed(site, text="<p>Plan.</p>", employment="full-time")

    (item,) = found.pop("items")
    assert found == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Cedar Ridge Medical Center: open positions",
        "home_page_url": "https://careers.cedarridge.example/jobs/",
        "feed_url": "https://careers.cedarridge.example/jobs/feed.json",
    }
    assert item.pop("_job")
    assert item == {
        "id": "REQ-1042",
        "url": "https://careers.cedarridge.example/jobs/jobs/opening-req-1042.html",
        "title": "Hospital Case Manager",
        "content_html": "<p>Plan.</p>",
        "summary": "Hospital Case Manager in Denver, Colorado: $38.50 to $52.00 an hour.",
        "date_published": "2026-11-22T12:00:00Z",
        "date_modified": "2026-11-25T12:00:00Z",
        "authors": [{"name": "Cedar Ridge Medical Center"}],
        "tags": ["Mental health", "Denver, CO", "Full-time"],
        "language": "en-US",
    }
    assert datetime.fromisoformat(item["date_published"]).tzinfo


def test_what_feed_readers_have_no_field_for_stands_apart(feed: Callable, site: Site) -> None:
    found = feed(
        site,
        location=["1200 Oak St, Denver, CO 80204", "Remote (CO, MN)", "Remote"],
        workplace="hybrid",
        employment="full-time or PRN",
        pay="38.50-52/hour",
        closes="until filled",
        education={"level": "bachelor", "text": "Bachelor's degree"},
        experience={"months": 24, "text": "Two years"},
        licenses={"required": ["rn"]},
        certifications={"required": ["ccm"], "preferred": ["acm"]},
    )

    assert found["items"][0]["_job"] == {
        "employer": "Cedar Ridge Medical Center",
        "employment": ["full-time", "per-diem"],
        "workplace": "hybrid",
        "places": [{"street": "1200 Oak St", "city": "Denver", "state": "CO", "postal_code": "80204", "country": "US"}],
        "remote_areas": [["CO", "MN"], ["US"]],
        "pay": {"minimum": 38.5, "maximum": 52, "unit": "hour", "currency": "USD", "text": "$38.50 to $52.00 an hour"},
        "posted": "2026-11-22",
        "closes": "until filled",
        "education": "bachelor",
        "months_of_experience": 24,
        "licenses": {"required": ["rn"]},
        "certifications": {"required": ["ccm"], "preferred": ["acm"]},
    }


def test_what_is_not_known_is_not_told(feed: Callable, site: Site) -> None:
    (item,) = feed(site, description=None, specialization=None, location=(), pay="DOE")["items"]

    assert not {"summary", "tags"} & set(item)
    assert item["_job"] == {"employer": "Cedar Ridge Medical Center", "posted": "2026-11-22"}


def test_hostile_names_come_back_as_they_are(feed: Callable, site: Site, hostile: tuple[str, str]) -> None:
    typed, kept = hostile

    found = feed(replace(site, name=typed), forced={"title": typed})

    assert (found["items"][0]["title"], found["title"]) == (kept, f"{kept}: open positions")


def test_what_is_closed_leaves_the_feed(opening: Callable, site: Site) -> None:
    gone = replace(opening(), closed=date(2026, 11, 30))

    assert json.loads(json_feed([gone], site))["items"] == []
