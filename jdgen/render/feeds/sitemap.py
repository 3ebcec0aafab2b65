"""Addresses of a site → `sitemap.xml` for search engines, by the protocol at https://www.sitemaps.org/protocol.html.

A site of more than 50,000 addresses, or of more than 50 MB of them, gets several files and an index of them.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple
from urllib.parse import quote

from jdgen.model.site import Site
from jdgen.render.feeds.xml_text import escaped

SITEMAP_PATH = "sitemap.xml"

_MOST_ADDRESSES = 50_000
_MOST_BYTES = 52_428_800
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
# What an address may hold as it is: the reserved characters of RFC 3986, and a percent sign that already encodes another.
_KEPT = ":/?#[]@!$&'()*+,;=%~"


class _Part(NamedTuple):
    entries: tuple[str, ...]
    changed: date
    """The latest day among its entries."""


def sitemap_files(
    addresses: Iterable[tuple[str, date]], site: Site, *, largest: int = _MOST_BYTES
) -> Iterator[tuple[str, str]]:
    """Give the path and the text of each file; the one to announce is `SITEMAP_PATH`, and comes last.

    `addresses` are those inside the site, each with the day its page last changed; `largest` is the size of a file in bytes. Without
    any address there is no file.
    """
    parts = _parts(addresses, site, largest - len(_document("urlset", ())))
    first = next(parts, None)
    if first is None:
        return
    second = next(parts, None)
    if second is None:
        yield SITEMAP_PATH, _document("urlset", first.entries)
        return
    index = []
    for number, part in enumerate(chain((first, second), parts), 1):
        path = f"sitemap-{number}.xml"
        index.append(_entry("sitemap", site.address(path), part.changed))
        yield path, _document("urlset", part.entries)
    yield SITEMAP_PATH, _document("sitemapindex", index)


def _parts(addresses: Iterable[tuple[str, date]], site: Site, room: int) -> Iterator[_Part]:
    """Give the entries in parts that each fit a file."""
    entries: list[str] = []
    size, latest = 0, date.min
    for path, changed in addresses:
        entry = _entry("url", site.address(path), changed)
        length = len(entry.encode())
        if entries and (len(entries) == _MOST_ADDRESSES or size + length > room):
            yield _Part(tuple(entries), latest)
            entries, size, latest = [], 0, date.min
        entries.append(entry)
        size, latest = size + length, max(latest, changed)
    if entries:
        yield _Part(tuple(entries), latest)


def _entry(name: str, address: str, changed: date) -> str:
    location = escaped("loc", quote(address, safe=_KEPT)).rstrip("\n")
    return f"<{name}>{location}<lastmod>{changed.isoformat()}</lastmod></{name}>\n"


def _document(root: str, entries: Iterable[str]) -> str:
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{root} xmlns="{_SPACE}">\n{"".join(entries)}</{root}>\n'
