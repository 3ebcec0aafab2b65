"""The Markdown body of a posting → safe HTML, cut into title, fact card, opening and sections.

A body may be edited by hand, so it may hold raw HTML. What is not on the short list below vanishes. How the pieces
stand on a page is the template's business.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from html import escape, unescape
from threading import local
from typing import NamedTuple
from unicodedata import bidirectional

import nh3
from markdown import Markdown
from markupsafe import Markup

from jdgen.render.body_limits import convert_flat, refuse_endless
from jdgen.render.typography import typeset
from jdgen.text.slugs import slug

_INLINE = {"a", "abbr", "b", "br", "code", "em", "i", "s", "strong", "sub", "sup"}
_BLOCKS = {"blockquote", "hr", "li", "ol", "p", "pre", "table", "tbody", "td", "th", "thead", "tr", "ul"}
_BLOCKS |= {"h1", "h2", "h3", "h4", "h5", "h6"}
_VANISH = {"iframe", "math", "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title"}

_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>')
_HEADING = re.compile(r"<(/?)h([1-6])>")
_LEAF = re.compile(r"<(p|li|h[1-6]|td|th|blockquote)>")
_LABELED = re.compile(r'<li(?: dir="[lrt]+")?><strong>([^<>]+?)\s*:</strong>\s*(.*?)\s*</li>', re.DOTALL)
_ITEMS = re.compile(r"<ul>\s*((?:<li(?:(?!</li>).)*</li>\s*)+)</ul>", re.DOTALL)
_LOOSE_ITEM = re.compile(r"<li>\s*<p>(.*?)</p>\s*", re.DOTALL)
_FLAT_LIST = re.compile(r"<ul>(\s*(?:<li[^>]*>(?:(?!</?(?:ul|ol|li|p)\b).)*</li>\s*)+)</ul>", re.DOTALL)

# A heading or a letter at the margin after a blank line ends whatever came before, unless HTML or the address of a reference reaches further.
_PARTS = re.compile(r"\n\n(?=#{1,6} |[A-Za-z])")
_ENTANGLED = re.compile(r"<(?!https?:)[^\s\d]|\]:|\r")

# Markdown wants a head on every table. One without words names no column, and would be read aloud as a row of nothing.
_NO_WORDS = r"(?:\s|&nbsp;|\u00a0|<br>)*"
_EMPTY_HEAD = re.compile(rf"<thead>\s*<tr>\s*(?:<th>{_NO_WORDS}</th>\s*)+</tr>\s*</thead>\s*")

# Items of this many characters fit half a line, and from this many items on it saves lines.
_BRIEF = 52
_SEVERAL = 4

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_WRITTEN_RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
_DIRECTED = {"L", "R", "AL"}
"""Kinds of letters with a direction of their own."""


class Phrase(NamedTuple):
    """A line of HTML and its direction, "ltr" or "rtl"."""

    html: Markup
    direction: str


class Labeled(NamedTuple):
    """A line of the fact card: "Pay", "$38.50 to $52.00 an hour"."""

    label: Phrase
    value: Phrase


class Section(NamedTuple):
    """One `##` section: an anchor that is unique on the page, the heading, and the content as HTML."""

    id: str
    heading: Phrase
    content: Markup


@dataclass(frozen=True, slots=True)
class Body:
    """A posting's words, safe to put on a page."""

    title: Phrase
    card: tuple[Labeled, ...]
    opening: Markup
    sections: tuple[Section, ...]


class _Block(NamedTuple):
    tag: str
    html: str


class _Converter(local):
    """Python-Markdown, set up once for each thread: it takes notes while it works."""

    def __init__(self) -> None:
        self._set_up()

    def _set_up(self) -> None:
        self._markdown = Markdown(extensions=["tables", "sane_lists"])

    def html(self, markdown: str) -> str:
        """Return the HTML of a text; where that fails, the half-done notes are thrown away."""
        try:
            return self._markdown.reset().convert(markdown)
        except BaseException:
            self._set_up()
            raise


_CONVERTER = _Converter()


@lru_cache(maxsize=8)
def read_body(markdown: str, *, title: str, base: str = "ltr", language: str = "en") -> Body:
    """Return the body in pieces; `title` stands in for a missing `# heading`, `base` is the direction of the page.

    Prose in English gets typographic quotes and dashes. The formats of one posting are made one after the other, so the last few bodies are
    kept. Raises InputError for a text that is nested or bracketed beyond reading.
    """
    refuse_endless(markdown)
    html = convert_flat(partial(_sanitized, language=language), markdown)
    html = _with_outline(_LOOSE_ITEM.sub(r"<li>\1", html))
    blocks = list(_blocks(_with_directions(html, base)))
    heading = next((_inside(block) for block in blocks if block.tag == "h1"), None)
    heading = typeset(escape(title, quote=False), language=language) if heading is None else heading
    parts = _parts([block for block in blocks if block.tag != "h1"])
    card, opening = _card(parts[0])
    return Body(_phrase(heading), card, _joined(opening), _sections(parts[1:]))


def page_direction(language: str) -> str:
    """Return "rtl" or "ltr", as a language is written."""
    return "rtl" if language.partition("-")[0].lower() in _WRITTEN_RIGHT_TO_LEFT else "ltr"


def direction(text: str) -> str:
    """Return "rtl" or "ltr", as most letters run, and as the first of them where both are as many.

    Unicode Standard Annex 9 goes by the first letter alone (rules P2 and P3); that would turn an English paragraph around which begins
    with a Hebrew name. Each name still runs its own way inside the line.
    """
    if not _RIGHT_TO_LEFT.search(text):
        return "ltr"
    ways = [kind == "L" for kind in map(bidirectional, text) if kind in _DIRECTED]
    rightward = ways.count(True) * 2 - len(ways)
    return "ltr" if rightward > 0 or (rightward == 0 and ways[:1] != [False]) else "rtl"


def _sanitized(markdown: str, *, language: str) -> str:
    """Return safe HTML; parts that stand by themselves are made once, for postings share most of their words."""
    parts = [markdown] if _ENTANGLED.search(markdown) else _PARTS.split(markdown)
    return "\n".join(typeset(_sanitized_part(part), language=language) for part in parts)


@lru_cache(maxsize=4096)
def _sanitized_part(markdown: str) -> str:
    html = nh3.clean(
        _CONVERTER.html(markdown),
        tags=_INLINE | _BLOCKS,
        clean_content_tags=_VANISH,
        attributes={"*": set(), "a": {"href"}, "abbr": {"title"}, "ol": {"start"}},
        attribute_filter=_kept_attribute,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    return _EMPTY_HEAD.sub("", html) if "<thead>" in html else html


def _kept_attribute(_tag: str, name: str, value: str) -> str | None:
    """Drop links that mean nothing away from the folder of the Markdown file."""
    if name == "href" and not value.lower().startswith(("http://", "https://", "mailto:", "tel:", "#")):
        return None
    return value


def _with_outline(html: str) -> str:
    """Keep one h1 and let no heading skip a level: who listens finds the way by levels, and PDF/UA-1 asks so (7.4.2)."""
    level = seen = 0

    def renumbered(match: re.Match[str]) -> str:
        nonlocal level, seen
        if match[1]:
            return f"</h{level}>"
        asked = max(int(match[2]), 2) if seen else int(match[2])
        level = min(asked, max(level, 1) + 1)
        seen += level == 1
        return f"<h{level}>"

    return _HEADING.sub(renumbered, html)


def _with_directions(html: str, base: str) -> str:
    """Mark blocks that run against the page; WeasyPrint does not know `dir="auto"`."""
    if base == "ltr" and not _RIGHT_TO_LEFT.search(html):
        return html

    def marked(match: re.Match[str]) -> str:
        way = direction(_text(html[match.end() : html.find(f"</{match[1]}>", match.end())]))
        return match[0] if way == base else f'<{match[1]} dir="{way}">'

    return _LEAF.sub(marked, html)


def _blocks(html: str) -> Iterator[_Block]:
    """Cut sanitized HTML into its outermost blocks; loose text between them becomes paragraphs."""
    depth = start = 0
    tag = "p"
    for match in _TAG.finditer(html):
        if match[2] not in _BLOCKS:
            continue
        if depth == 0:
            yield from _loose(html[start : match.start()])
            start, tag = match.start(), match[2]
        depth += 0 if match[2] == "hr" else -1 if match[1] else 1
        if depth == 0:
            yield _Block(tag, html[start : match.end()])
            start = match.end()
    yield from _loose(html[start:])


def _loose(html: str) -> Iterator[_Block]:
    if html.strip():
        yield _Block("p", f"<p>{html.strip()}</p>")


def _parts(blocks: list[_Block]) -> list[list[_Block]]:
    """Start a new part at each h2; the first part is what stands before all of them."""
    parts: list[list[_Block]] = [[]]
    for block in blocks:
        if block.tag == "h2":
            parts.append([])
        parts[-1].append(block)
    return parts


def _card(blocks: list[_Block]) -> tuple[tuple[Labeled, ...], list[_Block]]:
    """Take the first list whose every item begins with a bold label out of the opening."""
    for position, block in enumerate(blocks):
        if card := _labeled_items(block):
            return card, blocks[:position] + blocks[position + 1 :]
    return (), blocks


def _labeled_items(block: _Block) -> tuple[Labeled, ...]:
    items = _ITEMS.fullmatch(block.html) if block.tag == "ul" else None
    if items is None or _LABELED.sub("", items[1]).strip():
        return ()
    return tuple(Labeled(_phrase(label), _phrase(value)) for label, value in _LABELED.findall(items[1]))


def _sections(parts: list[list[_Block]]) -> tuple[Section, ...]:
    taken: dict[str, int] = {}
    sections = []
    for number, (heading, *content) in enumerate(parts, start=1):
        name = _free(slug(_text(_inside(heading))) or f"section-{number}", taken)
        sections.append(Section(name, _phrase(_inside(heading)), _joined(content)))
    return tuple(sections)


def _free(name: str, taken: dict[str, int]) -> str:
    """Return a name not taken yet, and take it; `taken` holds the last number tried for each."""
    free, number = name, taken.get(name, 1)
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken[name] = number
    taken.setdefault(free, 1)
    return free


@lru_cache(maxsize=4096)
def _phrase(html: str) -> Phrase:
    return Phrase(Markup(html), direction(_text(html)))  # noqa: S704 - sanitized


def _text(html: str) -> str:
    return unescape(_TAG.sub("", html))


def _inside(block: _Block) -> str:
    return block.html[block.html.index(">") + 1 : block.html.rindex("<")].strip()


def _joined(blocks: list[_Block]) -> Markup:
    return _in_columns("\n".join(block.html for block in blocks))


@lru_cache(maxsize=1024)
def _in_columns(html: str) -> Markup:
    return Markup(_FLAT_LIST.sub(_marked_if_brief, html))  # noqa: S704 - sanitized


def _marked_if_brief(match: re.Match[str]) -> str:
    """Let a list of several short items stand in two columns, with no space between the items (see page.css)."""
    items = [item.strip() for item in match[1].split("</li>")[:-1]]
    is_brief = len(items) >= _SEVERAL and max(len(_text(item)) for item in items) <= _BRIEF
    return f'<ul class="brief">{"</li>".join(items)}</li></ul>' if is_brief else match[0]
