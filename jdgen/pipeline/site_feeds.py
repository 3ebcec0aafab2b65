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
from jdgen.text.words import some_of

_OF = {"pay-unit": "the pay", "employment": "the job type"}
"""Fields of `facts/channel_values.yaml` that readers of a feed miss where it leaves them out, as people call them."""


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

    def untold(self) -> Iterator[str]:
        """Give a sentence for each thing that a feed leaves to the text of its openings, having no word for it."""
        left_out: dict[tuple[str, str], list[str]] = {}
        for channel, find in (("indeed", indeed_rows), ("linkedin", linkedin_rows)):
            for one in self._taken_by(channel):
                for row in find(one.facts, self._values):
                    if row.token is None and row.field in _OF:
                        left_out.setdefault((channel, _OF[row.field]), []).append(one.facts.id)
        several = [one.facts.id for one in self._taken_by("linkedin") if _has_several_kinds(one)]
        if several:
            left_out["linkedin", "the several job types"] = several
        for (channel, what), ids in left_out.items():
            yield f"{channel}.xml has no word for {what} of {some_of(ids)}, and leaves it to the text"

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


def _has_several_kinds(opening: Opening) -> bool:
    employment = opening.facts.employment
    return employment is not None and len(employment.kinds) > 1
