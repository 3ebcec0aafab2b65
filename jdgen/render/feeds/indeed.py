"""Openings → the XML feed Indeed reads, by rows i01 to i17 of `facts/channels.yaml`.

One opening is one `job`, also where it names several places: the first stands in the fields, the text names all. Indeed wants a number
of its own for a job in each place where it is really open, and takes copies of one job for spam (i04, i15); how many of the openings are
in which place, a posting does not say. An employer who hires in each place writes a posting for each. `referencenumber` is therefore
the id (c03), and stays when a place is added.

The elements are those of Indeed's page and its sample feed; those that hold text (salary, education, experience) repeat the words of the
posting. What only the whole audit can see, such as pay in the title, `jdgen check` finds.

Sources, read in stored copies: https://docs.indeed.com/indeed-apply/xml-feed, a former version of it in full at
https://github.com/mikevdberge/docs.qhse-jobs-api/blob/52050a26952e72f3c307696cd506daa49d03d395/job-feeds/xml-feeds/indeed.md, and
https://gist.github.com/hieu-v/0b390d57d69d9b41be577e757f4efbb6.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import unescape

from jdgen.model.channel_values import ChannelValue, ChannelValues
from jdgen.model.posting import PostingFacts
from jdgen.model.site import Opening, Site
from jdgen.render.feeds.moments import mail_moment
from jdgen.render.feeds.source import (
    Need,
    common_faults,
    place_needs,
    rows_for,
    source_document,
    where_remote,
    without_counterpart,
    write_day,
)
from jdgen.render.feeds.xml_text import literal
from jdgen.render.markup_faults import is_public
from jdgen.text.pay import Pay, describe_pay
from jdgen.text.place import format_place

INDEED_PATH = "indeed.xml"

_TAG = re.compile(r"(</?(?:p|ul|li|br|strong|em)>)")
_LIKE_A_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_LIKE_AN_ENTITY = re.compile(r"&(#?\w+;?)")


def indeed_faults(facts: PostingFacts, values: ChannelValues, *, description: str | None = None) -> tuple[str, ...]:
    """Return a phrase for each clause that keeps the posting off Indeed; none where it can go there."""
    if not is_public(facts):
        return ("it is the internal job description and no opening to apply for (i12)",)
    lacks_text = ("it has no text below its title (i05)",) if description == "" else ()
    return (
        *common_faults(facts, place="i05", apply="i12"),
        *lacks_text,
        *without_counterpart(_needs(facts), "indeed", values),
    )


def indeed_rows(facts: PostingFacts, values: ChannelValues) -> tuple[ChannelValue, ...]:
    """Return the rows of `facts/channel_values.yaml` that the posting's entry is written by."""
    return rows_for(_needs(facts), "indeed", values)


def indeed_job(opening: Opening, site: Site, values: ChannelValues) -> str:
    """Return one `job` of the feed. The opening has no fault."""
    facts = opening.facts
    elements = {
        "title": facts.title,
        "date": _day(facts.posted, "first-day", values),
        "referencenumber": facts.id,
        "requisitionid": facts.id,
        "url": site.address(opening.page),
        "company": facts.employer.name,
        "sourcename": facts.employer.name,
        **_place(facts, values),
        "email": facts.apply.email,
        "description": _without_entities(opening.description),
        **_terms(facts, values),
    }
    told = (literal(name, text) for name, text in elements.items() if text is not None)
    return f"<job>\n{''.join(told)}</job>\n"


def indeed_feed(jobs: Iterable[str], site: Site, *, notes: Iterable[str] = ()) -> Iterator[str]:
    """Give the feed in pieces; `notes` are what `unconfirmed` says of the rows its jobs use."""
    head = {"publisher": site.name, "publisherurl": site.base_url, "lastBuildDate": mail_moment(site.day)}
    return source_document((literal(name, text) for name, text in head.items()), jobs, notes)


def _needs(facts: PostingFacts) -> Iterator[Need]:
    yield Need("date", "first-day", "i03")
    if isinstance(facts.closes, date):
        yield Need("date", "last-day", "c04")
    yield from place_needs(facts, "i05")
    if facts.workplace:
        yield Need("workplace", facts.workplace, "c06")
    for kind in facts.employment.kinds if facts.employment else ():
        yield Need("employment", kind, "c07")


def _place(facts: PostingFacts, values: ChannelValues) -> dict[str, str | None]:
    """Return the first place; for remote work without one, the word Indeed has for it, and its state if there is only one."""
    if not facts.places:
        width = where_remote(facts)
        state = facts.remote_areas[0].states[0] if width == "remote-in-one-state" else ""
        return {"city": values.token("indeed", "place", width), "state": state, "country": "US", "postalcode": ""}
    place = facts.places[0]
    return {
        "city": place.city,
        "state": place.state,
        "country": place.country,
        "postalcode": place.postal_code,
        "streetaddress": format_place(place) if place.street else None,
    }


def _terms(facts: PostingFacts, values: ChannelValues) -> dict[str, str | None]:
    kinds = facts.employment.kinds if facts.employment else ()
    job_types = dict.fromkeys(values.token("indeed", "employment", kind) or "" for kind in kinds)
    return {
        "salary": describe_pay(facts.pay) if isinstance(facts.pay, Pay) else None,
        "education": facts.education.text if facts.education else None,
        "jobtype": ", ".join(filter(None, job_types)) or None,
        "experience": facts.experience.text if facts.experience else None,
        "expirationdate": _day(facts.closes, "last-day", values) if isinstance(facts.closes, date) else None,
        "remotetype": values.token("indeed", "workplace", facts.workplace) if facts.workplace else None,
    }


def _day(day: date | None, value: str, values: ChannelValues) -> str | None:
    return write_day(day, values.token("indeed", "date", value)) if day else None


def _without_entities(html: str) -> str:
    """Return the text with the characters themselves, as Indeed asks, row i01.

    Nothing typed becomes markup by that: a space parts what would read as a tag or an entity.
    """
    return "".join(_bare(unescape(piece)) if "&" in piece else piece for piece in _TAG.split(html))


def _bare(text: str) -> str:
    apart = _LIKE_A_TAG.sub("< ", text)
    return _LIKE_AN_ENTITY.sub(lambda found: found[0] if unescape(found[0]) == found[0] else f"& {found[1]}", apart)
