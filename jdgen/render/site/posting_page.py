"""One opening → its page on the careers site: the page of the posting, with the site around it and a way to apply.

It is made of its posting and of the site's name and address alone, so that it changes only when one of these does.
"""

import re
from dataclasses import replace
from datetime import date
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from jdgen.model.posting import Posting
from jdgen.model.site import Opening, Site
from jdgen.render.body import Body, Section
from jdgen.render.environment import Folders, html_environment, render_template
from jdgen.render.html import page_values
from jdgen.render.site.addresses import (
    LogoAddress,
    color_sheet,
    employer_page,
    place_page,
    root,
    specialization_name,
    specialization_page,
)
from jdgen.render.site.card import Card, card, employer_name, place_names
from jdgen.render.site.frame import frame, says_who_hires
from jdgen.text.dates import describe_date
from jdgen.text.language import is_english

_MOST_PLACES = 3
_CLOSE = re.compile(
    r"(?<=\d) (?=[ap]\.m\.|hours?\b)|(?<=\ban) (?=hour\b)|(?<=\ba) (?=(?:shift|visit|day|week|month|year)\b)|(?<=[a-z]) (?=\d{1,2}, \d{4}\b)"
)
"""Spaces at which no line of the fact card should end: in "4:00 p.m.", "an hour", "December 31, 2026"."""
_EMAIL = re.compile(
    r"(?P<kept><a\b[^>]*>.*?</a>|<[^>]*>)|(?<![A-Za-z0-9.+_-])[A-Za-z0-9][A-Za-z0-9.+_-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    re.DOTALL,
)
"""An address in the words of a posting, or a tag or a link, which stays as it is."""


class Link(NamedTuple):
    """A link: where it leads and what it says."""

    address: str
    words: str


def posting_page(
    posting: Posting,
    opening: Opening,
    site: Site,
    *,
    folders: Folders,
    logo: LogoAddress | None = None,
    markup: str = "",
) -> str:
    """Return the page; `markup` is the JSON-LD of the opening, written so that nothing in it can end its script.

    A closed opening keeps its words, says that it is closed, and offers neither markup nor a way to apply. It leads to no list but
    that of all openings and has the colors of the site: what belongs to its employer alone may be gone.
    """
    facts = opening.facts
    markup = markup if opening.is_open else ""
    shown = card(opening)
    values = page_values(posting.body, facts, markup=markup)
    is_owners = site.owner is not None and site.owner.name == facts.employer.name
    sheet = color_sheet(facts.employer.brand_color) if opening.is_open else ""
    values |= frame(opening.page, site, color_sheet=sheet, markup=markup)
    values |= {
        "apply_link": _apply_link(opening, values["apply"]),
        "card": shown,
        "crumbs": _crumbs(opening),
        "description": facts.description or described(shown),
        "employer_page": root(opening.page) + employer_page(facts.employer.name) if opening.is_open else "",
        "is_foreign": not is_english(facts.language),
        "is_named": is_owners and says_who_hires(site),
        "is_open": opening.is_open,
        "is_pictured": is_owners and bool(site.owner and site.owner.logo),
        "logo": logo.from_page(opening.page) if logo else None,
        "more": _more(opening),
        "notice": closing_sentence(opening.closed, is_filled=opening.is_filled),
        "pdf": root(opening.page) + opening.pdf if opening.has_pdf and opening.is_open else "",
        "picture": site.address(logo.path) if logo and not logo.path.endswith(".svg") else "",
    }
    if isinstance(body := values["body"], Body):
        values["says_end"] = opening.is_open and _says_end(body, shown)
        values["body"] = _set_card(_linked(body) if opening.is_open else _past(body, values["apply"], facts.closes))
    return render_template(html_environment(folders), "site/posting.html.j2", values)


def closing_sentence(closed: date | None, *, is_filled: bool) -> str:
    """Return what stands above an opening nobody can apply for any more, or nothing."""
    if is_filled:
        return "This position has been filled."
    return f"This opening closed on {describe_date(closed)}." if closed else ""


def described(shown: Card) -> str:
    """Return one sentence for search results, for a posting that has none."""
    where = f" in {shown.place}" if shown.place and not shown.place.startswith("Remote") else ""
    facts = [shown.title, f" at {shown.employer}", where, f": {shown.pay}" if shown.pay else ""]
    return "".join(facts).rstrip(".") + "."


def _apply_link(opening: Opening, section: object) -> Link | None:
    """Return where the button leads: the form, a letter with the title as its subject, or what the posting says of applying."""
    apply = opening.facts.apply
    if not opening.is_open:
        return None
    if apply.url:
        return Link(apply.url, "Apply for this job")
    if apply.email:
        subject = f"{opening.facts.title} ({opening.facts.id})"
        return Link(f"mailto:{quote(apply.email, safe='@')}?subject={quote(subject)}", "Apply by email")
    return Link(f"#{section.id}", "How to apply") if isinstance(section, Section) else None


def _crumbs(opening: Opening) -> tuple[Link, ...]:
    """Return the way from the list to the page, but for the list; only an open opening is sure to stand on another."""
    specialization = opening.facts.specialization
    if not (specialization and opening.is_open):
        return ()
    address = root(opening.page) + specialization_page(specialization)
    return (Link(address, specialization_name(specialization)),)


def _more(opening: Opening) -> tuple[Link, ...]:
    """Return the lists an open opening stands on."""
    if not opening.is_open:
        return ()
    facts, way = opening.facts, root(opening.page)
    places = list(place_names(facts).items())[:_MOST_PLACES]
    links = [Link(way + place_page(key), name) for key, name in places]
    return (*links, *_crumbs(opening), Link(way + employer_page(facts.employer.name), employer_name(facts)))


def _says_end(body: Body, shown: Card) -> bool:
    """Say whether the fact card tells until when one can apply."""
    end = shown.closes_words.casefold()
    return bool(end) and any(end in one.value.html.casefold() for one in body.card)


def _linked(body: Body) -> Body:
    """Return the words of an open posting with links to write to the addresses they name."""
    sections = (one._replace(content=_with_links(one.content)) for one in body.sections)
    return replace(body, opening=_with_links(body.opening), sections=tuple(sections))


def _with_links(html: str) -> Markup:
    def link(found: re.Match[str]) -> str:
        return found[0] if found["kept"] else f'<a href="mailto:{found[0]}">{found[0]}</a>'

    return Markup(_EMAIL.sub(link, html))  # noqa: S704 - it was safe before, and an address holds no sign of markup


def _set_card(body: Body) -> Body:
    """Return the words with figures and units of the fact card held together."""
    card = (
        one._replace(value=one.value._replace(html=Markup(_CLOSE.sub("\u00a0", one.value.html))))  # noqa: S704 - it was safe before
        for one in body.card
    )
    return replace(body, card=tuple(card))


def _past(body: Body, section: object, closes: object) -> Body:
    """Return the words of a closed posting: without how to apply, and without the day until when one could."""
    last_day = describe_date(closes) if isinstance(closes, date) else closes
    return replace(
        body,
        card=tuple(one for one in body.card if str(one.value.html) != last_day),
        sections=tuple(one for one in body.sections if one != section),
    )
