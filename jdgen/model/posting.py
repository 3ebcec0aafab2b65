"""The posting: one Markdown file whose front matter holds the facts and whose body holds the words.

Everything downstream (HTML, PDF, the audit, feeds) reads only this.
"""

from typing import Annotated, NamedTuple

from jdgen.model.employer import Apply
from jdgen.model.language import LanguageTag, LanguageText
from jdgen.model.markers import one_or_many
from jdgen.model.modifier import ModifierName
from jdgen.model.record import (
    Color,
    Day,
    EmploymentText,
    Identifier,
    Line,
    Link,
    Location,
    PayText,
    Record,
    Slug,
    Workplace,
    field,
)
from jdgen.model.requisition import Closing
from jdgen.model.specialization import Education, Experience, Flsa, Occupation
from jdgen.text.place import Place
from jdgen.text.remote_area import RemoteArea


class PostedEmployer(Record):
    """What a posting needs to know of its employer."""

    name: Line = field(description="The full name of the employer", examples=["Cedar Ridge Medical Center"])
    website: Link | None = field(default=None, description="The home page")
    logo: Line | None = field(default=None, description="A file beside the posting, or a path from its folder")
    brand_color: Color | None = field(default=None, description="The color of headings and lines, such as '#0b5c6b'")
    size: int | None = field(default=None, ge=1, description="Number of employees", examples=[1200])


class Demanded(Record):
    """Ids of licenses or certifications, required and preferred."""

    required: tuple[Slug, ...] = field(
        default=(), description="What an applicant must hold; of licenses, one is enough"
    )
    preferred: tuple[Slug, ...] = field(default=(), description="What is welcome and not required")


class PostingFacts(Record):
    """The front matter of a posting: every fact, in the shorthand people type."""

    jdgen: int = field(default=1, ge=1, le=1, description="Version of this format")
    id: Identifier = field(description="The job ID; the files are named after it", examples=["REQ-1042"])
    title: Line = field(
        description="The job title; the first heading of the text says the same", examples=["Hospital Case Manager"]
    )
    specialization: Slug | None = field(default=None, description="The specialization it was made from")
    level: ModifierName | None = field(default=None, description="The level, such as senior")
    model: ModifierName | None = field(default=None, description="The model of case management, such as intensive")
    delivery: ModifierName | None = field(default=None, description="How people are reached, such as telephonic")
    languages: tuple[LanguageText, ...] = field(default=(), description="Languages the work needs besides English")
    template: Slug | None = field(default=None, description="The template it was made with")
    language: LanguageTag = field(default="en-US", description="Language of the text, such as en-US")
    description: Line | None = field(default=None, description="One sentence for search results")
    occupation: Occupation | None = field(default=None, description="The O*NET-SOC occupation it is filed under")
    employer: PostedEmployer = field(description="Who hires")
    location: Annotated[tuple[Location, ...], one_or_many(Location)] = field(
        default=(), description="Places, and areas where people may work from home"
    )
    workplace: Workplace | None = field(default=None, description="Where the work is done")
    employment: EmploymentText | None = field(default=None, description="The kind of job, with its weekly hours or FTE")
    schedule: Line | None = field(default=None, description="Days and hours")
    pay: PayText | None = field(default=None, description="Base pay with its unit")
    other_compensation: tuple[Line, ...] = field(default=(), description="Bonuses, differentials, sign-on: one a line")
    benefits: tuple[Line, ...] = field(default=(), description="One benefit a line")
    flsa: Flsa | None = field(default=None, description="Overtime status under the Fair Labor Standards Act")
    posted: Day | None = field(default=None, description="Day of first publication")
    closes: Closing | None = field(default=None, description="A date, or: until filled")
    filled: Day | None = field(
        default=None, description="The day the job was filled; the careers site keeps its page and says so"
    )
    openings: int = field(
        default=1, ge=1, le=999, description="How many people are hired for this posting", examples=[2]
    )
    education: Education | None = field(default=None, description="Required education")
    experience: Experience | None = field(default=None, description="Required experience")
    licenses: Demanded = field(default=Demanded(), description="Ids from facts/licenses.yaml")
    certifications: Demanded = field(default=Demanded(), description="Ids from facts/credentials.yaml")
    apply: Apply = field(default=Apply(), description="How to apply")

    @property
    def file_stem(self) -> str:
        """The name of the posting's files without ending: the id. The internal job description stands beside the posting."""
        return f"{self.id}-internal" if self.template == "internal" else self.id

    @property
    def places(self) -> tuple[Place, ...]:
        """The physical places, without the remote areas."""
        return tuple(where for where in self.location if isinstance(where, Place))

    @property
    def remote_areas(self) -> tuple[RemoteArea, ...]:
        """Where people may work from home."""
        return tuple(where for where in self.location if isinstance(where, RemoteArea))


class Posting(NamedTuple):
    """A posting: facts, and a Markdown body without front matter."""

    facts: PostingFacts
    body: str
