"""A posting → an HTML page that stands alone: no request leaves it.

The words come from the body, the facts around them (language, description, employer) from the front matter, the shape
from `page.html.j2`, the look from a style sheet (`jdgen/render/style.py`).
"""

import html
import re
from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup, escape

from jdgen.model.posting import PostingFacts
from jdgen.render.body import Body, Phrase, Section, direction, page_direction, read_body
from jdgen.render.environment import Folders, html_environment, render_template
from jdgen.render.logo import Logo
from jdgen.render.posted_day import with_day_posted
from jdgen.render.typography import typeset

_HOST = re.compile(r"https?://(?:[^/?#@]*@)?(?:www\.)?([^/?#@]+)", re.IGNORECASE)


def render_page(
    body: str, facts: PostingFacts, *, folders: Folders, logo: Logo | None = None, style: str = "", markup: str = ""
) -> str:
    """Return the page; `style` is written into it, and left out when empty (the PDF brings its own).

    `markup` is the JSON-LD of the posting, written so that nothing in it can end its script (`jdgen.render.job_posting`).
    """
    values = page_values(body, facts, markup=markup)
    values |= {
        "body": with_day_posted(_body(body, facts), facts),
        "logo": logo,
        # A style sheet may hold quotes and arrows, but must not close its element.
        "style": Markup(style.replace("</", r"<\/")),  # noqa: S704 - it comes from the template folders
    }
    return render_template(html_environment(folders), "page.html.j2", values)


def page_values(body: str, facts: PostingFacts, *, markup: str = "") -> dict[str, object]:
    """Return what `page.html.j2` and the templates that extend it know of a posting, but for its logo and its style."""
    pieces = _body(body, facts)
    return {
        "apply": _apply_section(pieces, facts),
        "base": page_direction(facts.language),
        "body": pieces,
        "employer": Phrase(_employer_name(facts), direction(facts.employer.name)),
        "facts": facts,
        "keywords": keywords(facts),
        "digest": b64encode(sha256(markup.encode()).digest()).decode(),
        "markup": Markup(markup),  # noqa: S704 - escaped for scripts
        "website": host(facts.employer.website or ""),
    }


def _body(body: str, facts: PostingFacts) -> Body:
    return read_body(body, title=facts.title, base=page_direction(facts.language), language=facts.language)


def _apply_section(body: Body, facts: PostingFacts) -> Section | None:
    """Find the section that says how to apply: the one that holds the address."""
    addresses = [
        f'href="{escape(address)}"'
        for address in (facts.apply.url, facts.apply.email and f"mailto:{facts.apply.email}")
        if address
    ]
    return next(
        (section for section in body.sections if any(address in section.content for address in addresses)), None
    )


def _employer_name(facts: PostingFacts) -> Markup:
    """Return the name as the text writes it."""
    name = html.escape(facts.employer.name, quote=False)
    return Markup(typeset(name, language=facts.language))  # noqa: S704 - escaped


def keywords(facts: PostingFacts) -> list[str]:
    """Return the words a document archive would look for, each once."""
    words = [facts.title]
    if facts.occupation:
        words.append(facts.occupation.title)
    if facts.specialization:
        words.append(facts.specialization.replace("-", " "))
    places = [place.city for place in facts.places]
    return list(dict.fromkeys([*words, *places]))


def host(address: str) -> str:
    """Return what people read of an address: "cedarridge.example"."""
    match = _HOST.match(address)
    return match[1] if match else ""
