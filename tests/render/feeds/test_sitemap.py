"""The map of a site is valid by the protocol, complete, and split where it must be."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from lxml.etree import QName

from jdgen.model.site import Site
from jdgen.render.feeds.sitemap import SITEMAP_PATH, sitemap_files

DAY = date(2026, 11, 25)
BASE = "https://careers.cedarridge.example/jobs/"
ADDRESS = re.compile("https?://[!-~]{1,2035}")
SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture
def valid(read: Callable) -> Callable[[str], Any]:
    """Return a function that reads a file of the map and refuses what the protocol does; `tests/pages` asks the published schema."""

    def checked(xml: str) -> Any:
        root = read(xml)
        entry = {"urlset": "url", "sitemapindex": "sitemap"}[QName(root).localname]
        assert {one.tag for one in root} == {f"{{{SPACE['s']}}}{entry}"}
        assert {tuple(QName(part).localname for part in one) for one in root} == {("loc", "lastmod")}
        assert len(root) <= 50_000
        assert [address for address in of(root, "loc") if not ADDRESS.fullmatch(address)] == []
        assert [day for day in of(root, "lastmod") if date.fromisoformat(day).isoformat() != day] == []
        return root

    return checked


def of(root: Any, name: str) -> list[str]:
    return root.xpath(f"//s:{name}/text()", namespaces=SPACE)


def test_a_small_site_has_one_file_with_true_days(site: Site, valid: Callable) -> None:
    addresses = [("index.html", date(2026, 12, 1)), ("jobs/a.html", DAY)]

    ((path, xml),) = sitemap_files(addresses, site)

    assert path == SITEMAP_PATH == "sitemap.xml"
    assert of(valid(xml), "loc") == [BASE, f"{BASE}jobs/a.html"]
    assert of(valid(xml), "lastmod") == ["2026-12-01", "2026-11-25"]


def test_fifty_thousand_addresses_fit_one_file(site: Site, valid: Callable) -> None:
    ((_, xml),) = sitemap_files(((f"jobs/{number}.html", DAY) for number in range(50_000)), site)

    assert len(of(valid(xml), "loc")) == 50_000


def test_more_addresses_are_split_and_the_index_names_every_file(site: Site, valid: Callable) -> None:
    addresses = [(f"jobs/{number}.html", date(2026, 11, 30 - number // 50_000)) for number in range(100_001)]
    addresses[7] = ("jobs/7.html", date(2026, 12, 1))

    *parts, (path, index) = sitemap_files(addresses, site)

    assert [name for name, _ in parts] == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert [address for _, xml in parts for address in of(valid(xml), "loc")] == [BASE + page for page, _ in addresses]
    assert path == SITEMAP_PATH
    assert of(valid(index), "loc") == [BASE + name for name, _ in parts]
    assert of(valid(index), "lastmod") == ["2026-12-01", "2026-11-29", "2026-11-28"]


@pytest.mark.parametrize("largest", [400, 500, 1_000])
def test_no_file_is_larger_than_it_may_be(site: Site, valid: Callable, largest: int) -> None:
    addresses = [(f"jobs/caf\u00e9-{number}.html", DAY) for number in range(50)]

    files = dict(sitemap_files(addresses, site, largest=largest))

    parts = [xml for path, xml in files.items() if path != SITEMAP_PATH]
    assert len(parts) > 2
    assert max(len(xml.encode()) for xml in parts) <= largest
    assert sum(len(of(valid(xml), "loc")) for xml in parts) == 50


def test_addresses_hold_only_what_an_address_may(site: Site, valid: Callable) -> None:
    ((_, xml),) = sitemap_files([("jobs/caf\u00e9 & t\u00e9.html", DAY), ("jobs/caf%C3%A9.html", DAY)], site)

    assert of(valid(xml), "loc") == [f"{BASE}jobs/caf%C3%A9%20&%20t%C3%A9.html", f"{BASE}jobs/caf%C3%A9.html"]


def test_without_addresses_there_is_no_map(site: Site) -> None:
    assert list(sitemap_files([], site)) == []
