"""What the markup of a page says and the page itself does not show: people would be told one thing and Google another.

Loaded only for pages that hold a JobPosting.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from jdgen.audit.job_posting import Item, addresses, each, number
from jdgen.audit.markup_spans import Path, end_of
from jdgen.audit.terms import WORD
from jdgen.audit.view import View, folded
from jdgen.text.entities import unescape

_MARKUP_TAG = re.compile(r"<[^<>]{0,2000}>")
_TOKEN = re.compile(r"\w+")
_WORDS_OF_A_PAGE = 40
"""A page with fewer words beside its markup is filled by a program, and what people see on it is not in the file."""
_MOST = 20
"""Values of one object looked for."""


class Page:
    """The words of a page beside its markup, in small letters, and where each of them stands: a value is looked for only where its rarest word is."""

    def __init__(self, view: View) -> None:
        """Leave out tags, and every object of the markup."""
        source, pieces, done = view.document.source, [], 0
        for _, offset in sorted(view.document.markup, key=lambda pair: pair[1]):
            if offset >= done:
                pieces.append(source[done:offset])
                done = end_of(source, offset)
        self._words = _spelled(" ".join(_MARKUP_TAG.sub(" ", piece) for piece in (*pieces, source[done:])))
        self.is_filled_later = len(WORD.findall(self._words)) < _WORDS_OF_A_PAGE

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for match in _TOKEN.finditer(self._words):
            found.setdefault(match.group(), []).append(match.start())
        return found

    def shows(self, spelling: str) -> bool:
        """Say whether a text stands on the page."""
        tokens = [(len(self._places.get(match.group(), ())), match) for match in _TOKEN.finditer(spelling)]
        if not tokens or not spelling.isascii():  # not every script parts its words
            return spelling in self._words
        _, rarest = min(tokens, key=lambda pair: pair[0])
        places = self._places.get(rarest.group(), ())
        return any(self._words.startswith(spelling, at - rarest.start()) for at in places if at >= rarest.start())


def unshown(view: View) -> Iterator[tuple[int, Path, str]]:
    """Give the values of the markup that are nowhere else on the page: the offset of their object, their path, and what they are."""
    page = view.once(Page)
    if page.is_filled_later:
        return
    for item, offset in view.document.markup:
        for path, value, spellings in islice(_shown_values(item), _MOST):
            if not any(map(page.shows, spellings)):
                yield offset, path, value


def _spelled(text: str) -> str:
    return " ".join(folded(unescape(text)).split())


Shown = tuple[Path, str, list[str]]
"""A value people look for on the page: its path, what it is, and the ways it can be spelled there."""


def _shown_values(item: Item) -> Iterator[Shown]:
    for path, employer in each(item.get("hiringOrganization"), "hiringOrganization"):
        yield from _shown_text((*path, "name"), employer.get("name") if isinstance(employer, dict) else None)
    for path, address in addresses(item):
        yield from _shown_text((*path, "addressLocality"), address.get("addressLocality"))
    salary = item.get("baseSalary")
    value = salary.get("value") if isinstance(salary, dict) else None
    figures = value if isinstance(value, dict) else {}
    for name in ("minValue", "maxValue", "value"):
        if figure := number(figures.get(name)):
            spellings = [f"{figure:,.2f}", f"{figure:.2f}"]
            spellings += [f"{figure:,.0f}", f"{figure:.0f}", f"{figure / 1000:g}k"] if figure.is_integer() else []
            yield ("baseSalary", "value", name), str(figures[name]), spellings


def _shown_text(path: Path, text: object) -> Iterator[Shown]:
    if isinstance(text, str) and text.strip():
        yield path, unescape(text).strip(), [_spelled(text)]
