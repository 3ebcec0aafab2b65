"""Openings → RSS 2.0 for feed readers: https://www.rssboard.org/rss-specification.

An item is known by the id of its opening, which never changes and is never used again (c03), even where the site moves.
"""

from collections.abc import Iterable

from jdgen.model.site import Opening, Site
from jdgen.render.feeds.moments import mail_moment
from jdgen.render.feeds.newest import filed_under, first_day, newest
from jdgen.render.feeds.xml_text import clean, escaped

RSS_PATH = "feed.xml"

_OWN = {'"': "&quot;", "&": "&amp;", "<": "&lt;"}


def rss_feed(openings: Iterable[Opening], site: Site, *, path: str = RSS_PATH) -> str:
    """Return the feed of the newest open openings; `path` is where on the site it stands."""
    own = "".join(_OWN.get(letter, letter) for letter in clean(site.address(path)))
    head = [
        escaped("title", f"{site.name}: open positions"),
        escaped("link", site.address()),
        escaped("description", f"The newest openings at {site.name}."),
        f'<atom:link href="{own}" rel="self" type="application/rss+xml"/>\n',
        escaped("lastBuildDate", mail_moment(site.day)),
    ]
    items = (_item(opening, site) for opening in newest(openings))
    channel = f"<channel>\n{''.join(head)}{''.join(items)}</channel>\n"
    root = '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">'
    return f'<?xml version="1.0" encoding="utf-8"?>\n{root}\n{channel}</rss>\n'


def _item(opening: Opening, site: Site) -> str:
    facts = opening.facts
    elements = [
        escaped("title", facts.title),
        escaped("link", site.address(opening.page)),
        escaped("guid", facts.id, ' isPermaLink="false"'),
        escaped("pubDate", mail_moment(first_day(opening))),
        *(escaped("category", words) for words in filed_under(facts)),
        escaped("description", opening.description),
    ]
    return f"<item>\n{''.join(elements)}</item>\n"
