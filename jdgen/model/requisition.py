"""One opening: `requisition.yaml`, a row of a sheet, or options of the command line."""

from typing import Annotated, Any, Literal

from jdgen.model.employer import Apply, Contact
from jdgen.model.language import LanguageText
from jdgen.model.markers import Before, one_or_many
from jdgen.model.modifier import ModifierName
from jdgen.model.record import (
    Day,
    EmploymentText,
    Identifier,
    Line,
    Location,
    PayText,
    Prose,
    Record,
    Slug,
    Workplace,
    field,
)
from jdgen.model.specialization import Flsa

UNTIL_FILLED = "until filled"


def _until_filled(value: object) -> object:
    """Read the ways people write that applications stay open."""
    words = " ".join(value.casefold().split()) if isinstance(value, str) else ""
    return UNTIL_FILLED if words in _OPEN_ENDED else value


_OPEN_ENDED = {"until filled", "open until filled", "until the position is filled", "ongoing", "on an ongoing basis"}
Closing = Annotated[Day | Literal["until filled"], Before(_until_filled)]


class Requisition(Record):
    """One opening. Everything but the specialization may be left out; what is left out is not invented."""

    id: Identifier | None = field(
        default=None,
        description="Names the files; left out, made from specialization, title and place",
        examples=["REQ-1042"],
    )
    specialization: Line = field(
        description="A name that `jdgen list specializations` prints, or a job title", examples=["hospital"]
    )
    employer: Line | None = field(default=None, description="Path of the employer's file, from this file's folder")
    level: ModifierName | None = field(
        default=None, description="entry, experienced, senior or lead; see `jdgen list modifiers`", examples=["senior"]
    )
    model: ModifierName | None = field(
        default=None, description="brokerage, clinical, strengths-based or intensive", examples=["intensive"]
    )
    delivery: ModifierName | None = field(
        default=None, description="telephonic, field or remote", examples=["telephonic"]
    )
    languages: Annotated[tuple[LanguageText, ...], one_or_many(LanguageText)] = field(
        default=(),
        description="Languages the work needs besides English, such as `Spanish: most of our families speak it`",
    )
    template: Slug | None = field(default=None, description="A name that `jdgen list templates` prints")
    title: Line | None = field(default=None, description="The job title, instead of the specialization's")
    location: Annotated[tuple[Location, ...], one_or_many(Location)] = field(
        default=(), description="One place or several; left out, those of the employer"
    )
    workplace: Workplace | None = field(default=None, description="Where the work is done")
    pay: PayText | None = field(
        default=None, description="Base pay with its unit; left out, the posting has no pay line"
    )
    other_compensation: Annotated[tuple[Line, ...], one_or_many(Line)] = field(
        default=(), description="Bonuses, differentials, sign-on: one a line"
    )
    benefits: Annotated[tuple[Line, ...] | None, one_or_many(Line)] = field(
        default=None, description="The benefits of this position, instead of the employer's; or: none"
    )
    employment: EmploymentText | None = field(default=None, description="The kind of job, with its weekly hours or FTE")
    schedule: Line | None = field(default=None, description="Such as Monday to Friday, 8:00 a.m. to 4:30 p.m.")
    settings: Annotated[tuple[Line, ...], one_or_many(Line)] = field(
        default=(), description="The units, clinics or programs where this person works"
    )
    caseload: Line | None = field(default=None, description="Such as 16 to 20 patients")
    travel: Line | None = field(default=None, description="How far, how often and in whose car")
    on_call: Line | None = field(default=None, description="How often, and by phone or in person")
    flsa: Flsa | None = field(
        default=None, description="Overtime status under the Fair Labor Standards Act; HR decides"
    )
    reports_to: Line | None = field(default=None, description="The title of the supervisor")
    department: Line | None = field(default=None, description="The team, such as Care Coordination")
    team: Prose | None = field(default=None, description="Who works beside this person, in a sentence or two")
    opening: Prose | None = field(
        default=None, description="The hiring manager's own first paragraph, instead of the profile's"
    )
    openings: int = field(
        default=1, ge=1, le=999, description="How many people you hire for this posting", examples=[2]
    )
    posted: Day | None = field(default=None, description="Day of first publication; left out, `--date` or today")
    closes: Closing | None = field(default=None, description="A date, or: until filled")
    apply: Apply = field(default=Apply(), description="How to apply for this opening, instead of the employer's way")
    hiring_contact: Contact = field(default=Contact(), description="Whom applicants ask about this opening")
    profile: dict[str, Any] = field(
        default_factory=dict, description="Changes to the specialization: key replaces, key+ adds, key- removes"
    )
