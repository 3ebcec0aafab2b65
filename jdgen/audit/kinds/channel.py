"""Rules about what Google, Indeed and LinkedIn ask of a posting's facts and markup; each breaks a clause of `facts/channels.yaml`.

A rule's settings name its check. What is wrong inside of a JobPosting object is found by `jdgen.audit.job_posting`; which of the hits become
findings, and what they mean for a channel, is decided in `jdgen.audit.channels`.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import islice

from jdgen.audit.hit import Context, Hit
from jdgen.audit.job_posting import MARKUP_CHECKS, is_filled, plain_text
from jdgen.audit.kinds.missing import at_title, is_present, names
from jdgen.audit.markup_spans import Path, end_of, span_of
from jdgen.audit.money import pay_mentions
from jdgen.audit.ruleset import ReadyRule, Ruleset, compiled
from jdgen.audit.view import View, folded
from jdgen.model.document import Stated
from jdgen.text.place import Place

_CONTEXT = re.compile(
    r'"@context"\s*:\s*(?:\[\s*)?(?:\{\s*"@vocab"\s*:\s*)?"(https?)://(?:www\.)?schema\.org/?"', re.IGNORECASE
)
_SCRIPT = re.compile("<script")
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_MICRODATA = re.compile(r"schema\.org/JobPosting", re.IGNORECASE)
_HOME_PAGE = re.compile(r"(?:https?://)?(?:www\.)?[^\s/]+/?", re.IGNORECASE)
_LINES_OF_LETTERHEAD = 8
_LINK = re.compile(r"\bhttps?://|\bwww\.", re.IGNORECASE)
_COMPANY = re.compile(
    r"[AaJjFfWw](?<!\w.)(?:(?<=[Aa])(?:t|bout)|(?<=[Jj])oin|(?<=[Ff])or|(?<=[Ww])ith) (?:the )?[A-Z][\w&'.-]* (?:(?:of|and|for|the|&) )*[A-Z]"
)
"""At, join, for, with or about a name; the first letter leads, so that only where one stands the rest is tried."""
_LEGAL_FORM = re.compile(r",? (?:inc|llc|llp|corp|co|ltd|pc|pllc)\.?$")
_FEWEST_WORDS = 20
"""Words that can be called a description."""
_SHORTEST_NAME = 4
_UNITS_WITHOUT_MARKUP = frozenset({"shift", "visit"})
_MOST = 20
"""Faults of one rule in one object: finding the place of a fault takes a walk through the object."""


def check(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit for every clause that the facts or the markup of a posting break."""
    for rule in ruleset.of_kind("channel"):
        name = str(rule.settings["check"])
        if name in MARKUP_CHECKS:
            yield from _inside_markup(view, rule, name)
        else:
            yield from _CHECKS[name](view, rule)


def _inside_markup(view: View, rule: ReadyRule, name: str) -> Iterator[Hit]:
    for item, offset in view.document.markup:
        for fault in islice(MARKUP_CHECKS[name](item, rule.settings), _MOST):
            yield _at(view, rule, offset, fault.path, fault=fault.what)


def _at(view: View, rule: ReadyRule, offset: int, path: Path = (), **fills: str) -> Hit:
    """Return a hit at a property of the object at an offset."""
    start, end = span_of(view.document.source, offset, path)
    return Hit(rule, start, end, in_source=True, fills=fills)


def _on(stated: Stated, rule: ReadyRule, **fills: str) -> Hit:
    return Hit(rule, stated.start, stated.end, in_source=True, fills=fills)


def _field(view: View, rule: ReadyRule) -> Iterator[Hit]:
    """Find a field that is nowhere: in markup, where there is any; else in the front matter; in a file without facts, in its words."""
    document = view.document
    in_body = any(_IN_BODY[name](view) for name in names(rule, "body"))
    if document.markup:
        # A page has an address of its own, whether its markup repeats it or not.
        is_address = document.format == "html" and "link" in names(rule, "words")
        known = is_address or any(document.meta.get(name) for name in names(rule, "meta"))
        for item, offset in view.document.markup:
            told = known or ("link" in names(rule, "words") and _LINK.search(str(item.get("description") or "")))
            if not told and not any(is_filled(item.get(name)) for name in names(rule, "markup")):
                yield _at(view, rule, offset)
    elif document.stated:
        if not in_body and not any(document.stated.get(name) for name in names(rule, "stated")):
            yield at_title(view, rule)
    elif not in_body and not is_present(view, rule) and not any(_IN_WORDS[name](view) for name in names(rule, "words")):
        yield at_title(view, rule)


def _has_description(view: View) -> bool:
    return view.word_count >= _FEWEST_WORDS


def _has_link(view: View) -> bool:
    """Say whether a text shows an address; the home page of an employer, alone in a line at the top, is its letterhead."""
    small = view.document.source.lower()
    if "://" not in small and "www." not in small:
        return False
    below = sum(len(line) for line in small.splitlines(keepends=True)[:_LINES_OF_LETTERHEAD])
    top = [line for line in small[:below].splitlines() if not _HOME_PAGE.fullmatch(line.strip())]
    return any(map(_LINK.search, top)) or bool(_LINK.search(small, below))


_IN_BODY: dict[str, Callable[[View], bool]] = {
    "title": lambda view: bool(view.document.title),
    "description": _has_description,
}
_IN_WORDS: dict[str, Callable[[View], bool]] = {
    "link": lambda view: view.once(_has_link),
    "company": lambda view: bool(_COMPANY.search(view.cased)) or view.document.employer is not None,
}


def _unread(view: View, rule: ReadyRule) -> Iterator[Hit]:
    """Find a fact of the front matter that cannot be read, so that no channel can be told it. Markup has checks of its own."""
    for stated in () if view.document.markup else view.document.stated.get(str(rule.settings["field"]), ()):
        if stated.value is None:
            yield _on(stated, rule)


def _length(view: View, rule: ReadyRule) -> Iterator[Hit]:
    """Find a text that is longer or shorter than a rule's limits, in characters; one that is missing has no length."""
    above, below = (
        float(rule.settings.get(name, math.nan)) for name in ("above", "below")
    )  # nothing is above or below nan
    for hit, text in _MEASURED[str(rule.settings["of"])](view, rule):
        size = len(text)
        if text and (size > above or size < below):
            yield Hit(rule, hit.start, hit.end, in_source=hit.in_source, fills={"value": f"{size:,}"})


Measured = Iterator[tuple[Hit, str]]


def _title(view: View, rule: ReadyRule) -> Measured:
    stated = view.document.stated.get("title", ())[:1]
    yield (_on(stated[0], rule), stated[0].text) if stated else (at_title(view, rule), view.document.title or "")


def _description(view: View, rule: ReadyRule) -> Measured:
    for item, offset in view.document.markup:
        yield _at(view, rule, offset, ("description",)), plain_text(item.get("description"))
    if not view.document.markup:
        yield (
            at_title(view, rule),
            " ".join(block.text for block in view.blocks if not (block.kind == "heading" and block.level == 1)),
        )


def _employer(view: View, rule: ReadyRule) -> Measured:
    for stated in view.document.stated.get("employer.name", ())[:1]:
        yield _on(stated, rule), stated.text


def _identifier(view: View, rule: ReadyRule) -> Measured:
    for stated in view.document.stated.get("id", ())[:1]:
        yield _on(stated, rule), stated.text


_MEASURED: dict[str, Callable[[View, ReadyRule], Measured]] = {
    "title": _title,
    "description": _description,
    "employer": _employer,
    "id": _identifier,
}


def _foreign_characters(view: View, rule: ReadyRule) -> Iterator[Hit]:
    yield from (hit for hit, text in _identifier(view, rule) if not (text.isascii() and text.isprintable()))


def _plain_http(view: View, rule: ReadyRule) -> Iterator[Hit]:
    for stated in view.document.stated.get("apply.url", ()):
        if not stated.text.strip().lower().startswith("https://"):
            yield _on(stated, rule)
    for item, offset in view.document.markup:
        if str(item.get("url") or "https").strip().lower().startswith("http:"):
            yield _at(view, rule, offset, ("url",))


def _hidden_employer(view: View, rule: ReadyRule) -> Iterator[Hit]:
    """Find an employer that is called what a rule's `needs` say, and nothing more."""
    for hit, name in _employer(view, rule):
        if any(compiled(regex).fullmatch(folded(name).strip(" .*-")) for regex in rule.needs):
            yield hit


def _several_openings(view: View, rule: ReadyRule) -> Iterator[Hit]:
    for stated in view.document.stated.get("openings", ()):
        if isinstance(stated.value, int) and stated.value > 1:
            yield _on(stated, rule, value=str(stated.value))


def _employer_in_title(view: View, rule: ReadyRule) -> Iterator[Hit]:
    for hit, title in _title(view, rule):
        for _, employer in _employer(view, rule):
            name = _LEGAL_FORM.sub("", folded(employer).strip())
            short = " ".join(name.split()[:2])  # Larch Home Care puts it short: "Larch Home: Case Manager"
            is_named = re.search(rf"\b{re.escape(name)}(?!\w)|^{re.escape(short)}\s*[:|]", folded(title))
            if len(name) >= _SHORTEST_NAME and is_named:
                yield Hit(rule, hit.start, hit.end, in_source=hit.in_source, fills={"name": employer})


def _city_in_title(view: View, rule: ReadyRule) -> Iterator[Hit]:
    """Find a title that ends with the city of the job; inside a title, Mobile and Reading are words."""
    cities = {place.value.city for place in view.document.places if isinstance(place.value, Place)}
    for hit, title in _title(view, rule):
        for city in sorted(cities):
            if re.search(rf"\s\W*{re.escape(folded(city))}\W*$", folded(title)):
                yield Hit(rule, hit.start, hit.end, in_source=hit.in_source, fills={"name": city})


def _pay_in_words_only(view: View, rule: ReadyRule) -> Iterator[Hit]:
    """Find pay in the words that the facts leave out; markup has no unit for a shift or a visit, and cannot tell such pay."""
    document = view.document
    if (document.stated or document.markup) and not document.stated.get("pay"):
        untold = _UNITS_WITHOUT_MARKUP if document.markup else frozenset()
        for mention in [one for one in pay_mentions(view) if one.unit not in untold][:1]:
            yield Hit(rule, mention.start, mention.end)


def _page_without_markup(view: View, rule: ReadyRule) -> Iterator[Hit]:
    document = view.document
    if (
        document.format == "html"
        and not document.markup
        and _PAGE.search(document.source)
        and not _MICRODATA.search(document.source)
    ):
        yield at_title(view, rule)


def _several_postings(view: View, rule: ReadyRule) -> Iterator[Hit]:
    markup = view.document.markup
    for _, offset in markup[1:2]:
        yield _at(view, rule, offset, value=str(len(markup)))


def _context(view: View, rule: ReadyRule) -> Iterator[Hit]:
    """Find an object whose @context is not that of schema.org, or is it over http where the rule's `scheme` says so.

    An object inside of a graph has the context of what stands around it.
    """
    scripts = view.once(_starts_of_scripts)
    for item, offset in view.document.markup:
        around = scripts[bisect_right(scripts, offset) - 1]
        own = (offset, end_of(view.document.source, offset)) if is_filled(item.get("@context")) else None
        match = _CONTEXT.search(view.document.source, *own) if own else view.once(_context_behind, around)
        scheme = match[1].lower() if match and (own or match.end() <= offset) else "none"
        if scheme == rule.settings["scheme"]:
            yield _at(view, rule, offset, ("@context",))


def _starts_of_scripts(view: View) -> list[int]:
    return [0, *(match.start() for match in _SCRIPT.finditer(view.document.source))]


def _context_behind(view: View, start: int) -> re.Match[str] | None:
    """Return the first context behind a place: what stands in a graph is given it by the first object around it."""
    return _CONTEXT.search(view.document.source, start)


def _no_telecommute(view: View, rule: ReadyRule) -> Iterator[Hit]:
    """Find wholly remote work in the facts and words against it in the text: the rule's `needs` outside of its exceptions."""
    if not _remote(view, rule):
        return
    right = [match.span() for regex in rule.exceptions for match in compiled(regex).finditer(view.text)]
    found = [match.span() for regex in rule.needs for match in compiled(regex).finditer(view.text)]
    wrong = [span for span in found if not any(start < span[1] and span[0] < end for start, end in right)]
    if wrong:
        yield Hit(rule, *min(wrong))


def _remote_unsaid(view: View, rule: ReadyRule) -> Iterator[Hit]:
    """Find wholly remote work in the facts that no word of the text, the rule's terms, speaks of."""
    remote = _remote(view, rule)
    if remote and not is_present(view, rule):
        yield remote


def _remote(view: View, rule: ReadyRule) -> Hit | None:
    """Return where facts say that the work is wholly remote, which Google is told as TELECOMMUTE."""
    for item, offset in view.document.markup:
        if item.get("jobLocationType") == "TELECOMMUTE":
            return _at(view, rule, offset, ("jobLocationType",))
    stated = () if view.document.markup else view.document.stated.get("workplace", ())
    return next((_on(one, rule) for one in stated if one.value == "remote"), None)


def _unseen(view: View, rule: ReadyRule) -> Iterator[Hit]:
    """Find employer, city and pay of the markup that are nowhere else on the page."""
    if view.document.format == "jsonld" or not view.document.markup:
        return
    from jdgen.audit.kinds.channel_page import unshown  # most files hold no markup

    for offset, path, value in unshown(view):
        yield _at(view, rule, offset, path, value=value)


_CHECKS: dict[str, Callable[[View, ReadyRule], Iterator[Hit]]] = {
    "field": _field,
    "unread": _unread,
    "length": _length,
    "foreign-characters": _foreign_characters,
    "plain-http": _plain_http,
    "hidden-employer": _hidden_employer,
    "several-openings": _several_openings,
    "employer-in-title": _employer_in_title,
    "city-in-title": _city_in_title,
    "pay-in-words-only": _pay_in_words_only,
    "page-without-markup": _page_without_markup,
    "several-postings": _several_postings,
    "context": _context,
    "telecommute-denied": _no_telecommute,
    "remote-unsaid": _remote_unsaid,
    "unseen": _unseen,
}
"""By the name a rule gives in its settings; those of `MARKUP_CHECKS` come besides."""
