"""Openings → the XML feed LinkedIn reads (Basic Jobs), by rows l01 to l14 of `facts/channels.yaml`.

One opening is one `job` under one id, with its first place, as in the feed for Indeed: LinkedIn wants a job of its own for each city, and
no duplicates. The guide asks for a city with remote work too, so an area alone does not do.

LinkedIn ends a job that is missing from the feed (l13). `expirationDate` is the last day of the posting, and never more than 90 days
after the day the feed is made (c04, l08): a job that stays open, or is open until filled, is renewed whenever the site is built.
Each `em` becomes an `i`, which every list of LinkedIn's tags has. Of several job types none is told: the element takes one.

Sources, read in stored copies: the development guide, in its opening, and in a full copy of a former version
https://docs.qhse-professionals.nl/job-feeds/xml-feeds/linkedin; what implementers write of the version of 2026, such as `posterEmail`,
https://github.com/rickmareshazamme/job-ingestion-engine/blob/68e7dda1c56b56de0f2bc0fe64f1df5246536400/docs/LINKEDIN.md.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
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
from jdgen.text.pay import Pay, format_amount

LINKEDIN_PATH = "linkedin.xml"

_LONGEST_RUN = timedelta(days=90)
_LEAST_TEXT = 100
_HTTPS = "https://"
_HIDDEN = {"confidential", "confidential company", "confidential employer"}
_TAG = re.compile(r"<[^<>]+>")


def linkedin_faults(
    facts: PostingFacts, values: ChannelValues, *, description: str | None = None, poster_email: str | None = None
) -> tuple[str, ...]:
    """Return a phrase for each clause that keeps the posting off LinkedIn; none where it can go there.

    `poster_email` is the address of whoever posts, where the posting names none to apply at.
    """
    if not is_public(facts):
        return ("it is the internal job description and no opening to apply for (l10)",)
    return (
        *common_faults(facts, place="l04", apply="l10"),
        *_application_faults(facts, poster_email),
        *_word_faults(facts, description),
        *without_counterpart(_needs(facts), "linkedin", values),
    )


def linkedin_rows(facts: PostingFacts, values: ChannelValues) -> tuple[ChannelValue, ...]:
    """Return the rows of `facts/channel_values.yaml` that the posting's entry is written by."""
    told = _job_types(facts, values)
    needs = (need for need in _needs(facts) if need.field != "employment" or len(told) == 1)
    level = values.find("linkedin", "level", facts.level) if facts.level else None
    return (*rows_for(needs, "linkedin", values), *((level,) if level else ()))


def linkedin_job(opening: Opening, site: Site, values: ChannelValues, *, poster_email: str | None = None) -> str:
    """Return one `job` of the feed. The opening has no fault."""
    facts = opening.facts
    elements = {
        "partnerJobId": facts.id,
        "company": facts.employer.name,
        "title": facts.title,
        "description": opening.description.replace("<em>", "<i>").replace("</em>", "</i>"),
        "applyUrl": facts.apply.url,
        "location": _location(facts, values),
        "workplaceTypes": values.token("linkedin", "workplace", facts.workplace) if facts.workplace else None,
        "experienceLevel": values.token("linkedin", "level", facts.level) if facts.level else None,
        "jobtype": _job_type(facts, values),
        "listDate": _day(facts.posted, "first-day", values),
        "expirationDate": _day(_last_day(facts, site.day), "last-day", values),
        "posterEmail": facts.apply.email or poster_email,
    }
    told = (literal(name, text) for name, text in elements.items() if text)
    return f"<job>\n{''.join(told)}{_salaries(facts, values)}</job>\n"


def linkedin_feed(
    jobs: Iterable[str], site: Site, *, notes: Iterable[str] = (), count: int | None = None
) -> Iterator[str]:
    """Give the feed in pieces; `notes` are what `unconfirmed` says of the rows its jobs use, `count` how many jobs there are."""
    head = {
        "lastBuildDate": mail_moment(site.day),
        "publisherUrl": site.base_url,
        "publisher": site.name,
        "expectedJobCount": None if count is None else str(count),
    }
    return source_document((literal(name, text) for name, text in head.items() if text is not None), jobs, notes)


def _application_faults(facts: PostingFacts, poster_email: str | None) -> Iterator[str]:
    address = facts.apply.url
    if facts.apply and not address:
        yield "it names no page to apply on (`apply: url`), and LinkedIn links to one (l01)"
    elif address and not address.startswith(_HTTPS):
        yield f"the page to apply on, {address}, does not start with https (l03)"
    if not (facts.apply.email or poster_email):
        yield "it names no email address of whoever posts it (`apply: email`, or `--poster-email` for the whole site) (l01)"


def _word_faults(facts: PostingFacts, description: str | None) -> Iterator[str]:
    if description is not None and len(unescape(_TAG.sub("", description)).strip()) < _LEAST_TEXT:
        yield f"it has fewer than {_LEAST_TEXT} characters of text below its title (l01)"
    if facts.employer.name.casefold() in _HIDDEN:
        yield f"it hides its employer behind `{facts.employer.name}` (l09)"


def _needs(facts: PostingFacts) -> Iterator[Need]:
    yield Need("date", "first-day", "l07")
    yield Need("date", "last-day", "l07")
    yield from place_needs(facts, "l04")
    if facts.workplace:
        yield Need("workplace", facts.workplace, "c06")
    for kind in facts.employment.kinds if facts.employment else ():
        yield Need("employment", kind, "c07")
    if isinstance(facts.pay, Pay):
        yield Need("pay-unit", facts.pay.unit, "c05")
        yield Need("pay-amount", "whole" if _is_whole(facts.pay) else "with-cents", "c05")
    if facts.apply.url:
        yield Need("address", "https-www" if facts.apply.url.startswith("https://www.") else "https", "l03")


def _location(facts: PostingFacts, values: ChannelValues) -> str | None:
    if facts.places:
        place = facts.places[0]
        return f"{place.city}, {place.state}"
    return values.token("linkedin", "place", where_remote(facts))


def _job_types(facts: PostingFacts, values: ChannelValues) -> tuple[str, ...]:
    kinds = facts.employment.kinds if facts.employment else ()
    tokens = (values.token("linkedin", "employment", kind) for kind in kinds)
    return tuple(dict.fromkeys(token for token in tokens if token))


def _job_type(facts: PostingFacts, values: ChannelValues) -> str | None:
    told = _job_types(facts, values)
    return told[0] if len(told) == 1 else None


def _last_day(facts: PostingFacts, built: date) -> date:
    latest = built + _LONGEST_RUN
    return min(facts.closes, latest) if isinstance(facts.closes, date) else latest


def _salaries(facts: PostingFacts, values: ChannelValues) -> str:
    """Return the pay, where LinkedIn has a word for its unit; otherwise only the text tells it."""
    pay = facts.pay
    period = values.token("linkedin", "pay-unit", pay.unit) if isinstance(pay, Pay) else None
    if period is None or not isinstance(pay, Pay):
        return ""
    ends = "".join(
        f"<{name}>\n{literal('amount', format_amount(amount))}{literal('currencyCode', pay.currency)}</{name}>\n"
        for name, amount in (("highEnd", pay.maximum), ("lowEnd", pay.minimum))
    )
    salary = f"{ends}{literal('period', period)}{literal('type', 'BASE_SALARY')}"
    return f"<salaries>\n<salary>\n{salary}</salary>\n</salaries>\n"


def _is_whole(pay: Pay) -> bool:
    return all(amount == amount.to_integral_value() for amount in (pay.minimum, pay.maximum))


def _day(day: date | None, value: str, values: ChannelValues) -> str | None:
    return write_day(day, values.token("linkedin", "date", value)) if day else None
