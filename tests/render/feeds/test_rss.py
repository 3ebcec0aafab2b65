"""The RSS feed, read by a strict parser and by a feed reader's own."""

import warnings
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import feedparser
import pytest

from jdgen.model.site import Opening, Site
from jdgen.render.feeds.rss import rss_feed

TEXT = "<p>You plan <strong>discharges</strong> &amp; more.</p><ul><li>One</li></ul>"


@pytest.fixture
def feed(opening: Callable) -> Callable[..., str]:
    """Return a function that makes a feed of one opening."""

    def make(site: Site, **changes: Any) -> str:
        return rss_feed([opening(text=TEXT, **changes)], site)

    return make


def test_a_feed_reader_finds_everything(feed: Callable, site: Site) -> None:
    found = feedparser.parse(feed(site, employment="full-time"))

    assert (found.bozo, found.version) == (False, "rss20")
    assert (found.feed.title, found.feed.link) == (
        "Cedar Ridge Medical Center: open positions",
        "https://careers.cedarridge.example/jobs/",
    )
    (own,) = [link for link in found.feed.links if link.rel == "self"]
    assert (own.href, own.type) == ("https://careers.cedarridge.example/jobs/feed.xml", "application/rss+xml")
    (entry,) = found.entries
    assert (entry.title, entry.id, entry.guidislink) == ("Hospital Case Manager", "REQ-1042", False)
    assert entry.link == "https://careers.cedarridge.example/jobs/jobs/opening-req-1042.html"
    assert date(*entry.published_parsed[:3]) == date(2026, 11, 22)
    assert [tag.term for tag in entry.tags] == ["Mental health", "Denver, CO", "Full-time"]
    assert entry.description == TEXT


def test_an_item_is_known_by_its_id_wherever_the_site_stands(feed: Callable, site: Site, read: Callable) -> None:
    moved = replace(site, base_url="http://localhost:8000/")

    guids = [read(feed(place)).find("channel/item/guid") for place in (site, moved)]

    assert [(guid.text, guid.get("isPermaLink")) for guid in guids] == [("REQ-1042", "false")] * 2


def test_required_elements_stand_where_the_specification_has_them(feed: Callable, site: Site, read: Callable) -> None:
    root = read(feed(site))

    assert (root.tag, root.get("version")) == ("rss", "2.0")
    assert [child.tag for child in root] == ["channel"]
    assert {"title", "link", "description"} <= {child.tag for child in root[0]}
    assert root.findtext("channel/lastBuildDate") == "Tue, 01 Dec 2026 12:00:00 GMT"


def test_hostile_names_come_back_as_they_are(
    feed: Callable, site: Site, read: Callable, hostile: tuple[str, str]
) -> None:
    typed, kept = hostile

    root = read(feed(replace(site, name=typed), forced={"title": typed}))

    assert root.findtext("channel/item/title") == kept
    assert root.findtext("channel/title") == f"{kept}: open positions"


def test_an_address_may_hold_an_ampersand(opening: Callable, site: Site, read: Callable) -> None:
    odd = replace(site, base_url='https://a.example/?a=1&b="2"/')

    root = read(rss_feed([opening()], odd))

    assert root.find("channel/{*}link[@rel='self']").get("href") == 'https://a.example/?a=1&b="2"/feed.xml'


def test_a_feed_may_be_empty(site: Site) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = feedparser.parse(rss_feed([], site))

    assert (found.bozo, found.entries) == (False, [])


def test_what_is_closed_leaves_the_feed(opening: Callable, site: Site, read: Callable) -> None:
    gone: Opening = replace(opening(), closed=date(2026, 11, 30))

    assert read(rss_feed([gone], site)).findall("channel/item") == []
