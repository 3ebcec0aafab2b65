"""Openings → JSON Feed 1.1 for feed readers: https://www.jsonfeed.org/version/1.1/.

What a reader of feeds has no field for stands in `_job`, with our own names: pay, places, kinds of job, credentials, last day.
"""

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from jdgen.model.posting import Demanded, PostingFacts
from jdgen.model.site import Opening, Site
from jdgen.render.feeds.moments import internet_moment
from jdgen.render.feeds.newest import filed_under, first_day, newest
from jdgen.render.feeds.xml_text import clean
from jdgen.text.pay import Pay, describe_pay
from jdgen.text.place import Place

JSON_PATH = "feed.json"

Item = dict[str, Any]


def json_feed(openings: Iterable[Opening], site: Site, *, path: str = JSON_PATH) -> str:
    """Return the feed of the newest open openings; `path` is where on the site it stands."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{site.name}: open positions",
        "home_page_url": site.address(),
        "feed_url": site.address(path),
        "items": [_item(opening, site) for opening in newest(openings)],
    }
    return json.dumps(_cleaned(feed), ensure_ascii=False, indent=1) + "\n"


def _item(opening: Opening, site: Site) -> Item:
    facts = opening.facts
    return _known({
        "id": facts.id,
        "url": site.address(opening.page),
        "title": facts.title,
        "content_html": opening.description,
        "summary": facts.description,
        "date_published": internet_moment(first_day(opening)),
        "date_modified": internet_moment(opening.changed),
        "authors": [{"name": facts.employer.name}],
        "tags": list(filed_under(facts)),
        "language": facts.language,
        "_job": _job(facts),
    })


def _job(facts: PostingFacts) -> Item:
    return _known({
        "employer": facts.employer.name,
        "employment": list(facts.employment.kinds) if facts.employment else None,
        "workplace": facts.workplace,
        "places": [_place(place) for place in facts.places],
        "remote_areas": [list(area.states) or ["US"] for area in facts.remote_areas],
        "pay": _pay(facts.pay) if isinstance(facts.pay, Pay) else None,
        "posted": facts.posted.isoformat() if facts.posted else None,
        "closes": str(facts.closes) if facts.closes else None,
        "education": facts.education.level if facts.education else None,
        "months_of_experience": facts.experience.months if facts.experience else None,
        "licenses": _demanded(facts.licenses),
        "certifications": _demanded(facts.certifications),
    })


def _place(place: Place) -> Item:
    return _known({
        "street": place.street,
        "city": place.city,
        "state": place.state,
        "postal_code": place.postal_code,
        "country": place.country,
    })


def _pay(pay: Pay) -> Item:
    ends = {"minimum": _number(pay.minimum), "maximum": _number(pay.maximum)}
    return {**ends, "unit": pay.unit, "currency": pay.currency, "text": describe_pay(pay)}


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _demanded(wanted: Demanded) -> Item:
    return _known({"required": list(wanted.required), "preferred": list(wanted.preferred)})


def _known(item: Item) -> Item:
    return {name: value for name, value in item.items() if value not in (None, "", [], {})}


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - JSON values are of any type
    """Return the value without halves of surrogate pairs and control characters, which no UTF-8 file may or should hold."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {name: _cleaned(inner) for name, inner in value.items()}
    return [_cleaned(inner) for inner in value] if isinstance(value, list) else value
