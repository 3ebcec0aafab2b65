"""Who hires; one `employer.yaml`. The employer's own words lead in every posting."""

from typing import Annotated

from jdgen.model.markers import one_or_many
from jdgen.model.record import Color, Email, Line, Link, Location, Prose, Record, field


class Brand(Record):
    """How the employer looks in print and on screen."""

    color: Color | None = field(
        default=None, description="Such as '#0b5c6b'; darkened where text on it would be hard to read"
    )
    logo: Line | None = field(default=None, description="An SVG, PNG or JPEG file beside employer.yaml")


class Contact(Record):
    """How to reach somebody; every part may be left out."""

    name: Line | None = field(default=None, description="A person or an office")
    email: Email | None = field(default=None, description="One email address")
    phone: Line | None = field(default=None, description="As it should be read, such as 303-555-0142")

    def __bool__(self) -> bool:
        """Say whether anything is known."""
        return bool(self.name or self.email or self.phone)


class Apply(Record):
    """How to apply."""

    url: Link | None = field(default=None, description="The page with the application form")
    email: Email | None = field(default=None, description="Where applications go by email")
    phone: Line | None = field(default=None, description="The number to apply by phone")
    instructions: Prose | None = field(default=None, description="What to send, and what happens next")

    def __bool__(self) -> bool:
        """Say whether there is a way to apply."""
        return bool(self.url or self.email or self.phone or self.instructions)


class Employer(Record):
    """The hospital, agency or company that hires."""

    name: Line = field(
        description="The full name, as it stands on the building", examples=["Cedar Ridge Medical Center"]
    )
    short_name: Line | None = field(default=None, description="For headings such as About Cedar Ridge")
    website: Link | None = field(default=None, description="The home page")
    invitation: Prose | None = field(
        default=None, description="The first sentences of every posting: who you are, why join"
    )
    about: Prose | None = field(default=None, description="What you do, for whom and since when, in a few sentences")
    mission: Prose | None = field(default=None, description="What you work for, in your own words; stands after about")
    why_join: tuple[Line, ...] = field(default=(), description="What makes it worth joining, one reason a line")
    growth: Prose | None = field(default=None, description="How people learn and move up")
    benefits: tuple[Line, ...] = field(default=(), description="One benefit a line, with its figures")
    size: int | None = field(
        default=None, ge=1, description="Number of employees; some laws depend on it", examples=[1200]
    )
    location: Annotated[tuple[Location, ...], one_or_many(Location)] = field(
        default=(), description="Used when a requisition names none"
    )
    brand: Brand = field(default=Brand(), description="Color and logo")
    apply: Apply = field(default=Apply(), description="How to apply, where a requisition names no way of its own")
    accommodation: Contact = field(default=Contact(), description="Whom applicants ask for an accommodation")
    equal_opportunity: Prose | None = field(default=None, description="Your own statement, instead of jdgen's")

    @property
    def called(self) -> str:
        """The short name, or the name."""
        return self.short_name or self.name
