"""Where things stand on a careers site, and how one page names another: always relative, so that a site works in any folder."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from jdgen.render.brand import DEFAULT_COLOR
from jdgen.text.slugs import check_id, slug
from jdgen.text.states import state_name

HOME = "index.html"
STYLE = "assets/site.css"
SCRIPT = "assets/site.js"
FAVICON = "assets/favicon.svg"
FONTS = "assets/fonts/"
SEARCH = "search/"
EMPLOYERS = "employers.html"
REMOTE = "remote"

_LONGEST_NAME = 60
# Pages after the first add a number to the name of the first: `colorado-2.html`.
_LIKE_A_LATER_PAGE = re.compile(r"-[0-9]+$")


class Feed(NamedTuple):
    """What a reader of feeds subscribes to: its path, its media type, and what a link to it says."""

    path: str
    media_type: str
    name: str


FEEDS = (
    Feed("feed.xml", "application/rss+xml", "RSS feed"),
    Feed("feed.json", "application/feed+json", "JSON feed"),
)


@dataclass(frozen=True, slots=True)
class LogoAddress:
    """A picture on the site, by its path from the root: `logos/cedar-ridge-logo-bfaaa4db.svg`."""

    path: str

    def from_page(self, page: str) -> "PictureLink":
        """Return the picture as a page names it."""
        return PictureLink(root(page) + self.path)


class PictureLink(NamedTuple):
    """A picture as a template writes it."""

    address: str


def root(page: str) -> str:
    """Return the way from a page to the root of the site: "" or "../"."""
    return "../" * page.count("/")


def place_key(state: str) -> str:
    """Return what pages and filters call a state: "colorado"."""
    return slug(state_name(state))


@lru_cache(maxsize=4096)
def page_key(name: str) -> str:
    """Return the name of a page about an employer or a specialization.

    Two names share one only if they differ in case, accents and punctuation at most. Anything that an address cannot hold
    (other scripts, devices of Windows, great length, the number of a later page) is told apart by a digest.
    """
    plain = slug(name)
    key = plain[:_LONGEST_NAME].rstrip("-")
    is_whole = key == plain and _is_latin(name) and not _LIKE_A_LATER_PAGE.search(key)
    if is_whole and isinstance(check_id(key[:40]), str):
        return key
    mark = blake2b(name.casefold().encode(), digest_size=4).hexdigest()
    return f"{key}-n{mark}".lstrip("-")


def place_page(key: str) -> str:
    """Return the page of the openings in a state, or of the remote ones."""
    return f"places/{key}.html"


def specialization_page(specialization: str) -> str:
    """Return the page of a specialization's openings."""
    return f"specializations/{page_key(specialization)}.html"


def employer_page(employer: str) -> str:
    """Return the page of an employer."""
    return f"employers/{page_key(employer)}.html"


def color_sheet(color: str | None) -> str:
    """Return the style sheet with the colors made of a brand color."""
    return f"assets/colors/{(color or DEFAULT_COLOR).removeprefix('#').lower()}.css"


def later_page(first: str, number: int) -> str:
    """Return the page of a long list by its number, from 1 on: `openings/2.html`, `places/colorado-2.html`."""
    if number == 1:
        return first
    return f"openings/{number}.html" if first == HOME else f"{first.removesuffix('.html')}-{number}.html"


def specialization_name(specialization: str) -> str:
    """Return what people read of a specialization's id: "Mental health"; a short one is an acronym: "HIV", "RN"."""
    words = specialization.replace("-", " ")
    return words.upper() if len(words) <= len("HIV") else words[:1].upper() + words[1:]


def _is_latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(letter, "") for letter in name if letter.isalpha())
