"""A site → `robots.txt` (RFC 9309): everything may be read, and here is the map.

Crawlers ask for it at the root of a host only; a site in a folder of one announces its map there, or to the search engines by hand.
"""

from jdgen.model.site import Site
from jdgen.render.feeds.sitemap import SITEMAP_PATH

ROBOTS_PATH = "robots.txt"


def robots_txt(site: Site) -> str:
    """Return the file."""
    return f"User-agent: *\nDisallow:\n\nSitemap: {site.address(SITEMAP_PATH)}\n"
