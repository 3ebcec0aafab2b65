"""Which parts of a page are the posting: its main part, and of what stands beside it whatever speaks of the job.

Careers pages put facts into sidebars, footers and forms, and put menus, banners and other jobs everywhere. Elements and classes say what a part
may be, its headings and words decide. What words mean stands in `rules/_pages.yaml`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jdgen.ingest.html_tokens import Tag, attributes
from jdgen.ingest.links import is_navigation
from jdgen.ingest.pieces import Piece

_ASIDE = frozenset({"nav", "header", "footer", "form", "aside", "button", "dialog"})
_ASIDE_ANYWHERE = frozenset({"nav", "form", "button", "dialog"})
_HEADS = frozenset({"nav", "header"})
_MAIN = frozenset({"main", "article"})
_CONTAINERS = _ASIDE | _MAIN | {"div", "section", "ul", "ol", "table"}
_FOOTER = re.compile(r"(?<!\S)(?:\w+[-_])?footer(?!\S)", re.IGNORECASE)
_AS = {
    "navigation": "nav", "search": "nav", "menu": "nav", "menubar": "nav", "banner": "header", "contentinfo": "footer", "complementary": "aside",
    "dialog": "dialog", "alertdialog": "dialog", "form": "form", "main": "main", "article": "article",
}  # fmt: skip
"""Roles of ARIA and the elements they make of others, https://www.w3.org/TR/html-aria/."""

_DEEPEST = 20
"""Navigation inside of navigation, so deep at most."""

_ENOUGH = 40
"""So many words are a posting."""


class Part:
    """An element that holds others: what it is by its name and by those around it, and which numbers stand in it."""

    __slots__ = ("asides", "is_main", "last", "marks", "name", "number", "parent")

    def __init__(self, name: str, number: int, parent: "Part | None") -> None:
        """Start as a part of another one."""
        self.name = name
        self.number = number
        self.last: int | None = None
        self.parent = parent
        self.asides: tuple[str, ...] = parent.asides if parent else ()
        self.marks: tuple[Part, ...] = parent.marks if parent else ()
        self.is_main: bool = parent is not None and parent.is_main

    def holds(self, other: "Part") -> bool:
        """Say whether another part is this one, or stands in it."""
        return self.number <= other.number and (self.last is None or other.number <= self.last)


class Found(NamedTuple):
    """A piece and the part of the page it stands in."""

    piece: Piece
    part: Part
    is_below_break: bool = False
    """Whether one `<br>`, and nothing else, parts it from the piece before."""
    quiet_letters: int = 0
    """How many letters stand in links and in the labels of a form."""


class Parts:
    """Follows the elements that hold others; nothing has to be closed."""

    def __init__(self) -> None:
        """Start at the top of a page."""
        self.part = Part("", 0, None)
        self._count = 0
        self._open: Counter[str] = Counter()

    def take(self, tag: Tag, source: str) -> None:
        """Take a tag, which begins a part, ends one, or does neither."""
        if tag.name not in _CONTAINERS:
            return
        if not tag.is_end:
            self._begin(tag, source)
        elif self._open[tag.name]:
            while self._end() != tag.name:
                pass

    def _begin(self, tag: Tag, source: str) -> None:
        self._count += 1
        part = Part(tag.name, self._count, self.part)
        self.part = part
        self._open[tag.name] += 1
        about = attributes(source, tag) if tag.end - tag.start > len(tag.name) + 2 else {}
        name = _AS.get(about.get("role", "").lower(), "footer" if tag.name == "div" and _is_footer(about) else tag.name)
        if name in _ASIDE and (name in _ASIDE_ANYWHERE or not part.is_main) and len(part.asides) < _DEEPEST:
            part.asides = (*part.asides, name)
        part.is_main = part.is_main or name in _MAIN
        if about and len(part.marks) < _DEEPEST and _is_marked(about):
            part.marks = (*part.marks, part)

    def _end(self) -> str:
        """End the innermost part and return its name."""
        part = self.part
        part.last = self._count
        self._open[part.name] -= 1
        self.part = part.parent or part
        return part.name


def _is_footer(about: dict[str, str]) -> bool:
    return _FOOTER.search(f"{about.get('class', '')} {about.get('id', '')}") is not None


def _is_marked(about: dict[str, str]) -> bool:
    names = f"{about.get('class', '')} {about.get('id', '')}".strip()
    if not names:
        return False
    from jdgen.ingest.html_words import is_mark_of_site

    return is_mark_of_site(names)


def posting_of(found: Sequence[Found], source: str) -> tuple[list[Piece], tuple[str, ...]]:
    """Return the pieces of the posting, and a note on what was left out that may belong to it."""
    if not any(one.part.number for one in found):  # no page, but a part of one
        return [one.piece for one in found], ()
    from jdgen.ingest.html_site import beside, of_site

    site = of_site(found)
    own = [index for index in range(len(found)) if index not in site]
    chosen = _main_part(found, own, source)
    kept = set(chosen)
    rest = [index for index in range(len(found)) if index not in kept and index not in site]
    added, notes = beside(found, kept, rest, source)
    return _with_title([found[index].piece for index in sorted(kept | added)], found), notes


def _main_part(found: Sequence[Found], own: Sequence[int], source: str) -> list[int]:
    """Return the main part of a page, else all but navigation and forms, else all but navigation, else all but lines of links."""
    choices = (
        [index for index in own if found[index].part.is_main and not found[index].part.asides],
        [index for index in own if not found[index].part.asides],
        [index for index in own if set(found[index].part.asides) <= {"form"}],
    )
    for chosen in choices:
        if len(chosen) == len(own) or sum(found[index].piece.text.count(" ") + 1 for index in chosen) >= _ENOUGH:
            return chosen
    return [index for index in own if not _leads_around(found[index], source)]


def _leads_around(one: Found, source: str) -> bool:
    """Say whether a line of navigation or of the head of a page is one of links."""
    first, last = one.piece.runs[0][1], one.piece.runs[-1][1] + len(one.piece.text) - one.piece.runs[-1][0]
    return not _HEADS.isdisjoint(one.part.asides) and is_navigation(one.piece.text, source[first:last])


def _with_title(pieces: list[Piece], found: Sequence[Found]) -> list[Piece]:
    """Put the heading of the page back that stands outside of its main part."""
    if any(piece.kind == "heading" and piece.level == 1 for piece in pieces):
        return pieces
    first = next(_main_headings(found), None)
    return [first, *pieces] if first else pieces


def _main_headings(found: Sequence[Found]) -> Iterator[Piece]:
    return (one.piece for one in found if one.piece.kind == "heading" and one.piece.level == 1)
