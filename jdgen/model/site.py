"""What a careers site shows: the site, an opening on it, and an opening that is gone.

Addresses inside the site start at its root, without a slash in front: `jobs/hospital-case-manager-cr-1042.html`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from jdgen.model.posting import PostingFacts


@dataclass(frozen=True, slots=True)
class Owner:
    """The employer that all openings of a site share: its name as postings write it, its home page and its logo."""

    name: str
    website: str = ""
    logo: str = ""
    """The path of its picture from the root of the site: `logos/cedar-ridge-logo-bfaaa4db.svg`."""


@dataclass(frozen=True, slots=True)
class Site:
    """A careers site: its address with a slash at the end, what it is called, and the day it is built for."""

    base_url: str
    name: str
    day: date
    owner: Owner | None = None
    """None where several employers hire."""

    def address(self, path: str = "") -> str:
        """Return the whole address of something on the site; the list of openings is the site's own address."""
        return self.base_url + ("" if path == "index.html" else path)


@dataclass(frozen=True, slots=True)
class Opening:
    """A posting as lists and feeds show it. `facts.posted` is the day of first publication, which never changes."""

    facts: PostingFacts
    slug: str
    """The name of its page without folder and ending. It never changes either."""
    changed: date
    """The day its words or facts last changed."""
    description: str = ""
    """The posting below its title as HTML of p, ul, li, br, strong and em."""
    about: str = ""
    """What the posting says of its employer, as safe HTML."""
    closed: date | None = None
    """The day it closed or was filled; None while people can apply."""
    is_filled: bool = False
    has_pdf: bool = False
    blocked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By channel (google, indeed, linkedin), why the channel would refuse it: phrases."""

    @property
    def page(self) -> str:
        """Its page."""
        return page_of(self.slug)

    @property
    def pdf(self) -> str:
        """Its PDF, where it has one."""
        return f"jobs/{self.slug}.pdf"

    @property
    def is_open(self) -> bool:
        """Whether people can apply."""
        return self.closed is None


@dataclass(frozen=True, slots=True)
class Publication:
    """What the world was told of a posting, one row of `published.csv`."""

    id: str
    title: str
    employer: str
    slug: str
    posted: date
    changed: date
    digest: str
    """Stands for the words and facts as they were last published."""
    closed: date | None = None

    @property
    def page(self) -> str:
        """Its page."""
        return page_of(self.slug)


def page_of(slug: str) -> str:
    """Return where the page of an opening stands."""
    return f"jobs/{slug}.html"
