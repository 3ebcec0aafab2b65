"""One opening: `requisition.yaml`, a row of a sheet, or options of the command line."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, JsonValue

from jdgen.model.employer import Apply, Contact
from jdgen.model.language import LanguageText
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
    one_or_many,
)
from jdgen.model.specialization import Flsa

UNTIL_FILLED = "until filled"


def _until_filled(value: object) -> object:
    """Read the ways people write that applications stay open."""
    words = " ".join(value.casefold().split()) if isinstance(value, str) else ""
    return UNTIL_FILLED if words in _OPEN_ENDED else value


_OPEN_ENDED = {"until filled", "open until filled", "until the position is filled", "ongoing", "on an ongoing basis"}
Closing = Annotated[Day | Literal["until filled"], BeforeValidator(_until_filled)]


class Requisition(Record):
    """One opening. Everything but the specialization may be left out; what is left out is not invented."""

    id: Identifier | None = Field(
        None, description="Names the files; left out, made from specialization, title and place", examples=["REQ-1042"]
    )
    specialization: Line = Field(
        description="A name that `jdgen list specializations` prints, or a job title", examples=["hospital"]
    )
    employer: Line | None = Field(None, description="Path of the employer's file, from this file's folder")
    level: ModifierName | None = Field(
        None, description="entry, experienced, senior or lead; see `jdgen list modifiers`", examples=["senior"]
    )
    model: ModifierName | None = Field(
        None, description="brokerage, clinical, strengths-based or intensive", examples=["intensive"]
    )
    delivery: ModifierName | None = Field(None, description="telephonic, field or remote", examples=["telephonic"])
    languages: Annotated[tuple[LanguageText, ...], one_or_many(LanguageText)] = Field(
        (), description="Languages the work needs besides English, such as `Spanish: most of our families speak it`"
    )
    template: Slug | None = Field(None, description="A name that `jdgen list templates` prints")
    title: Line | None = Field(None, description="The job title, instead of the specialization's")
    location: Annotated[tuple[Location, ...], one_or_many(Location)] = Field(
        (), description="One place or several; left out, those of the employer"
    )
    workplace: Workplace | None = Field(None, description="Where the work is done")
    pay: PayText | None = Field(None, description="Base pay with its unit; left out, the posting has no pay line")
    other_compensation: Annotated[tuple[Line, ...], one_or_many(Line)] = Field(
        (), description="Bonuses, differentials, sign-on: one a line"
    )
    benefits: Annotated[tuple[Line, ...] | None, one_or_many(Line)] = Field(
        None, description="The benefits of this position, instead of the employer's; or: none"
    )
    employment: EmploymentText | None = Field(None, description="The kind of job, with its weekly hours or FTE")
    schedule: Line | None = Field(None, description="Such as Monday to Friday, 8:00 a.m. to 4:30 p.m.")
    settings: Annotated[tuple[Line, ...], one_or_many(Line)] = Field(
        (), description="The units, clinics or programs where this person works"
    )
    caseload: Line | None = Field(None, description="Such as 16 to 20 patients")
    travel: Line | None = Field(None, description="How far, how often and in whose car")
    on_call: Line | None = Field(None, description="How often, and by phone or in person")
    flsa: Flsa | None = Field(None, description="Overtime status under the Fair Labor Standards Act; HR decides")
    reports_to: Line | None = Field(None, description="The title of the supervisor")
    department: Line | None = Field(None, description="The team, such as Care Coordination")
    team: Prose | None = Field(None, description="Who works beside this person, in a sentence or two")
    opening: Prose | None = Field(
        None, description="The hiring manager's own first paragraph, instead of the profile's"
    )
    openings: int = Field(1, ge=1, le=999, description="How many people you hire for this posting", examples=[2])
    posted: Day | None = Field(None, description="Day of first publication; left out, `--date` or today")
    closes: Closing | None = Field(None, description="A date, or: until filled")
    apply: Apply = Field(
        Apply.model_construct(), description="How to apply for this opening, instead of the employer's way"
    )
    hiring_contact: Contact = Field(Contact.model_construct(), description="Whom applicants ask about this opening")
    profile: dict[str, JsonValue] = Field(
        {}, description="Changes to the specialization: key replaces, key+ adds, key- removes"
    )
