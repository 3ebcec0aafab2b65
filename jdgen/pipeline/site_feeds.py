"""The feeds of a careers site: for Indeed and LinkedIn, for readers of feeds, for search engines."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from jdgen.load.channel_values import ChannelValues
from jdgen.model.site import Opening, Site
from jdgen.pipeline.write import Poured, Result
from jdgen.render.feeds.indeed import INDEED_PATH, indeed_feed, indeed_job, indeed_rows
from jdgen.render.feeds.json_feed import JSON_PATH, json_feed
from jdgen.render.feeds.linkedin import LINKEDIN_PATH, linkedin_feed, linkedin_job, linkedin_rows
from jdgen.render.feeds.robots import ROBOTS_PATH, robots_txt
from jdgen.render.feeds.rss import RSS_PATH, rss_feed
from jdgen.render.feeds.sitemap import sitemap_files
from jdgen.render.feeds.source import unconfirmed


class Feeds:
    """The feeds of a site, file by file, and what makes them drafts."""

    def __init__(
        self, openings: Sequence[Opening], site: Site, values: ChannelValues, poster_email: str | None
    ) -> None:
        """Take the openings people can apply for."""
        self._openings = openings
        self._site = site
        self._values = values
        self._poster_email = poster_email

    def unconfirmed(self) -> dict[str, tuple[str, ...]]:
        """Return by channel what its feed says in words that no source of the channel confirms."""
        rows = {"indeed": indeed_rows, "linkedin": linkedin_rows}
        return {
            channel: unconfirmed(row for one in self._taken_by(channel) for row in find(one.facts, self._values))
            for channel, find in rows.items()
        }

    def files(self, addresses: Iterable[tuple[str, date]]) -> Iterator[Result | Poured]:
        """Give every file; `addresses` are the pages for search engines, each with the day it last changed."""
        site, values, notes = self._site, self._values, self.unconfirmed()
        indeed = (indeed_job(one, site, values) for one in self._taken_by("indeed"))
        taken = self._taken_by("linkedin")
        linkedin = (linkedin_job(one, site, values, poster_email=self._poster_email) for one in taken)
        yield Poured(INDEED_PATH, indeed_feed(indeed, site, notes=notes["indeed"]))
        yield Poured(LINKEDIN_PATH, linkedin_feed(linkedin, site, notes=notes["linkedin"], count=len(taken)))
        yield Result(RSS_PATH, rss_feed(self._openings, site).encode())
        yield Result(JSON_PATH, json_feed(self._openings, site).encode())
        for path, text in sitemap_files(addresses, site):
            yield Result(path, text.encode())
        yield Result(ROBOTS_PATH, robots_txt(site).encode())

    def _taken_by(self, channel: str) -> list[Opening]:
        return [opening for opening in self._openings if channel not in opening.blocked]
