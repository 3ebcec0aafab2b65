"""The safe HTML of a posting → blocks of text: what a word processor, a plain text and a search engine need of it.

The words are those of the page, for `jdgen.render.body` has read them. How a block looks is the business of each format.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Any, NamedTuple

from jdgen.model.posting import Posting
from jdgen.render.body import Body, Phrase, direction, page_direction, read_body

_TOKEN = re.compile(r'<(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)(?P<attributes>(?: [a-z-]+="[^"]*")*)>|(?P<text>[^<]+)')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_SPACES = re.compile(r"[ \t\r\n\f]+")
_INLINE = {"a", "abbr", "b", "br", "code", "em", "i", "s", "strong", "sub", "sup"}
_STYLES = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "s": "struck", "code": "code"}
_EMPTY = {"br", "hr"}


class Run(NamedTuple):
    """Characters of one look. `shift` is "sub", "sup" or nothing, `link` an address; a line break is a text of its own."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    code: bool = False
    shift: str = ""
    link: str = ""


Runs = tuple[Run, ...]


class Heading(NamedTuple):
    """A heading, from level 2 on; the title of the posting stands apart."""

    level: int
    runs: Runs


class Paragraph(NamedTuple):
    """A paragraph; `is_literal` keeps its spaces and line ends."""

    runs: Runs
    is_literal: bool = False


class Listing(NamedTuple):
    """A list; each item is one block or several. `first` is the number of the first item, None for bullets."""

    items: "tuple[Blocks, ...]"
    first: int | None = None


class Table(NamedTuple):
    """A table; where `has_header`, the first row names the columns."""

    rows: tuple[tuple[Runs, ...], ...]
    has_header: bool


class Quote(NamedTuple):
    """Blocks set in."""

    blocks: "Blocks"


Block = Heading | Paragraph | Listing | Table | Quote
Blocks = tuple[Block, ...]


class Words(NamedTuple):
    """A posting in blocks: its title, its card of facts by label, and everything below."""

    title: Runs
    card: tuple[tuple[Runs, Runs], ...]
    blocks: Blocks


def read_words(posting: Posting) -> Words:
    """Return the words of a posting; raise InputError for a text nested or bracketed beyond reading."""
    return _words(posting.body, posting.facts.title, posting.facts.language)


@lru_cache(maxsize=8)
def _words(markdown: str, title: str, language: str) -> Words:
    """Return the words of a body; the formats of one posting are made one after the other."""
    return words_of(read_body(markdown, title=title, base=page_direction(language), language=language))


def words_of(body: Body) -> Words:
    """Return the words of a posting that was read for the page."""
    sections = (
        block
        for section in body.sections
        for block in (Heading(2, runs_of(section.heading)), *read_blocks(section.content))
    )
    card = tuple((runs_of(fact.label), runs_of(fact.value)) for fact in body.card)
    return Words(runs_of(body.title), card, (*read_blocks(body.opening), *sections))


@lru_cache(maxsize=1024)
def read_blocks(html: str) -> Blocks:
    """Return sanitized HTML as blocks; nothing in it is lost but rules across the page. Postings share most of their sections."""
    return tuple(_blocks_of(_tree(html)))


def runs_of(phrase: Phrase) -> Runs:
    """Return a line of the page as runs."""
    return _line(phrase.html)


@lru_cache(maxsize=1024)
def _line(html: str) -> Runs:
    """Return a line as runs; headings and labels are those of the posting before."""
    return _runs(_tree(html).children)


def plain(runs: Runs) -> str:
    """Return the text of runs."""
    return "".join(run.text for run in runs)


def way_of(runs: Runs) -> str:
    """Return "rtl" or "ltr", as the page would set the line."""
    return direction(plain(runs))


def flat(blocks: Iterable[Block]) -> Iterator[Heading | Paragraph | Table]:
    """Give every heading, paragraph and table in the order they are read, lists and quotations opened."""
    for block in blocks:
        if isinstance(block, Listing):
            for item in block.items:
                yield from flat(item)
        elif isinstance(block, Quote):
            yield from flat(block.blocks)
        else:
            yield block


@dataclass(slots=True)
class _Node:
    tag: str
    attributes: dict[str, str]
    children: "list[_Node | str]"


def _tree(html: str) -> _Node:
    """Return the elements in each other; nh3 has closed every one of them."""
    root = _Node("", {}, [])
    open_nodes = [root]
    for token in _TOKEN.finditer(html):
        if token["text"]:
            open_nodes[-1].children.append(unescape(token["text"]))
        elif token["end"]:
            if len(open_nodes) > 1:
                open_nodes.pop()
        else:
            attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(token["attributes"])}
            node = _Node(token["tag"], attributes, [])
            open_nodes[-1].children.append(node)
            if node.tag not in _EMPTY:
                open_nodes.append(node)
    return root


def _blocks_of(node: _Node) -> Iterator[Block]:
    """Give the blocks inside an element; loose text between them is a paragraph."""
    loose: list[_Node | str] = []
    for child in [*node.children, None]:
        if isinstance(child, str) or (child and child.tag in _INLINE):
            loose.append(child)
            continue
        if runs := _runs(loose):
            yield Paragraph(runs)
        loose = []
        if child:
            yield from _block(child)


def _block(node: _Node) -> Iterator[Block]:
    match node.tag:
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            if runs := _runs(node.children):
                yield Heading(int(node.tag[1]), runs)
        case "pre":
            if text := _raw(node).strip("\n"):
                yield Paragraph((Run(text, code=True),), is_literal=True)
        case "ul" | "ol":
            yield from _listing(node)
        case "table":
            yield from _table(node)
        case "blockquote":
            if blocks := tuple(_blocks_of(node)):
                yield Quote(blocks)
        case _:
            yield from _blocks_of(node)


def _listing(node: _Node) -> Iterator[Listing]:
    items = (tuple(_blocks_of(child)) for child in node.children if isinstance(child, _Node))
    filled = tuple(item for item in items if item)
    start = node.attributes.get("start", "1")
    if filled:
        yield Listing(filled, (int(start) if start.isdecimal() else 1) if node.tag == "ol" else None)


def _table(node: _Node) -> Iterator[Table]:
    rows = list(_rows(node))
    columns = max((len(cells) for cells, _ in rows), default=0)
    if columns:
        even = tuple((*cells, *[()] * (columns - len(cells))) for cells, _ in rows)
        yield Table(even, has_header=rows[0][1])


def _rows(node: _Node) -> Iterator[tuple[tuple[Runs, ...], bool]]:
    """Give the cells of every row, and whether they are headers."""
    for child in node.children:
        if isinstance(child, str):
            continue
        if child.tag != "tr":
            yield from _rows(child)
            continue
        cells = [cell for cell in child.children if isinstance(cell, _Node)]
        yield tuple(_runs(cell.children) for cell in cells), all(cell.tag == "th" for cell in cells)


def _runs(children: Iterable[_Node | str]) -> Runs:
    """Return inline content with one space where the page shows one, and none at its ends."""
    runs: list[Run] = []
    for run in _styled(children, Run("")):
        text = run.text if run.text == "\n" else _SPACES.sub(" ", run.text)
        if not runs or runs[-1].text.endswith((" ", "\n")):
            text = text if text == "\n" and runs else text.lstrip(" \n")
        if text == "\n":
            runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip(" "))
        if text:
            runs.append(run if text == run.text else run._replace(text=text))
    while runs and not runs[-1].text.strip(" \n"):
        runs.pop()
    if runs:
        runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip(" "))
    return tuple(run for run in runs if run.text)


def _styled(children: Iterable[_Node | str], look: Run) -> Iterator[Run]:
    for child in children:
        if isinstance(child, str):
            yield look._replace(text=child)
        elif child.tag == "br":
            yield Run("\n")
        else:
            yield from _styled(child.children, _inside(child, look))


def _inside(node: _Node, look: Run) -> Run:
    """Return the look of what stands in an element."""
    if node.tag in _STYLES:
        styles: dict[str, Any] = {_STYLES[node.tag]: True}
        return look._replace(**styles)
    if node.tag in {"sub", "sup"}:
        return look._replace(shift=node.tag)
    return look._replace(link=node.attributes.get("href", "")) if node.tag == "a" else look


def _raw(node: _Node) -> str:
    return "".join(child if isinstance(child, str) else _raw(child) for child in node.children)
