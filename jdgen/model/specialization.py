"""What a kind of case manager does, needs and is measured by; one file in `specializations/`.

A child states only what differs: `extends` names its parent, `key+` adds to a parent's list and `key-` takes from it
(`jdgen/load/inheritance.py`). By the time a `Specialization` exists, that has happened.
"""

from collections.abc import Collection
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from jdgen.model.record import Line, Prose, Record, Slug, shown_as

Function = Literal[
    "engage",
    "assess",
    "risk",
    "plan",
    "coordinate",
    "transition",
    "utilization",
    "advocate",
    "educate",
    "monitor",
    "document",
    "evaluate",
]
Rhythm = Literal["daily", "weekly", "monthly", "as-needed"]
EducationLevel = Literal["none", "high-school", "certificate", "associate", "bachelor", "master", "doctorate"]
Flsa = Literal["exempt", "nonexempt"]

_ONET_CODE = r"^\d{2}-\d{4}\.\d{2}$"
OnetCode = Annotated[
    str, StringConstraints(pattern=_ONET_CODE), shown_as("An O*NET-SOC code such as 21-1022.00", pattern=_ONET_CODE)
]


class Occupation(Record):
    """The O*NET-SOC occupation a posting is filed under."""

    code: OnetCode = Field(description="O*NET-SOC code such as 21-1022.00")
    title: Line = Field(description="The title O*NET gives to the code")


class Responsibility(Record):
    """One duty, in the words a posting uses, tagged for grouping."""

    id: Slug = Field(description="Its name within the list, which `responsibilities-` takes out by")
    text: Line = Field(description="Starts with a verb, ends with a period")
    function: Function = Field(description="The case-management function it serves")
    rhythm: Rhythm = Field(description="How often it is done")
    essential: bool = Field(default=True, description="An essential function; the external posting shows only these")


class DutyGroup(Record):
    """A heading of the posting and the duties under it: those of its functions, and those it names."""

    heading: Line = Field(description="The words of the heading")
    functions: tuple[Function, ...] = Field((), description="Each function stands under one heading")
    duties: tuple[Slug, ...] = Field((), description="Ids of duties that stand here whatever their function")

    def holds(self, duty: Responsibility, named: Collection[str]) -> bool:
        """Say whether a duty stands here; `named` are the ids that any group names."""
        return duty.id in self.duties or (duty.function in self.functions and duty.id not in named)


class Education(Record):
    """A level for search engines and the words for people; no words where a license says it all."""

    level: EducationLevel = Field(description="The level, in one word")
    text: Line | None = Field(None, description="The words of the posting")


class Experience(Record):
    """Months for search engines and the words for people."""

    months: int = Field(ge=0, le=360, description="The same in months, as a number", examples=[24])
    text: Line = Field(description="The words of the posting")
    in_case_management: bool = Field(
        default=False, description="Whether it is experience as a case manager, which certifications count"
    )


class Requirements(Record):
    """What is required, or what is preferred. Licenses are alternatives: any one of them will do."""

    education: Education | None = Field(None, description="A level and its words")
    experience: Experience | None = Field(None, description="Months and their words")
    licenses: tuple[Slug, ...] = Field((), description="Ids from facts/licenses.yaml; one of them is enough")
    certifications: tuple[Slug, ...] = Field((), description="Ids from facts/credentials.yaml")
    other: tuple[Line, ...] = Field((), description="Anything else, one line each")


class Qualifications(Record):
    """Required and preferred, kept apart."""

    required: Requirements = Field(Requirements.model_construct(), description="What an applicant must have")
    preferred: Requirements = Field(Requirements.model_construct(), description="What is welcome and not required")


class Norms(Record):
    """What is usual in the field. Guidance for the recruiter: a posting states only what the requisition says."""

    schedule: Line | None = Field(None, description="Usual days and hours")
    caseload: Line | None = Field(None, description="Usual number of people served at a time")
    travel: Line | None = Field(None, description="Usual travel")
    on_call: Line | None = Field(None, description="Usual on-call duty")


class Competency(Record):
    """What the person hired has to be good at, and what that looks like at work."""

    id: Slug = Field(description="Names it, so that a child can take it out")
    name: Line = Field(description="Such as Communication")
    looks_like: Line = Field(description="What somebody good at it does in this job, one sentence")


class ExperienceAlternatives(Record):
    """Experience that counts as enough: any `count` of the list."""

    count: int = Field(ge=1, description="How many of the list are enough")
    of: tuple[Line, ...] = Field(min_length=2, description="Kinds of experience, paid or not")


class FlsaDefault(Record):
    """The usual overtime status and its reason; HR decides, in the requisition."""

    status: Flsa = Field(description="The usual status")
    why: Line = Field(description="The reason, in a sentence for HR")


class Specialization(Record):
    """One kind of case manager."""

    name: Line = Field(description="What lists call it, such as Hospital case manager")
    title: Line = Field(description="The job title, such as Hospital Case Manager")
    title_variants: tuple[Line, ...] = Field((), description="Titles people search for")
    search_synonyms: tuple[Line, ...] = Field((), description="Words people type that a posting itself should not use")
    occupation: Occupation = Field(description="The O*NET-SOC occupation its postings are filed under")
    opening: Prose = Field(description="The first paragraph, second person: why this job matters")
    population: Prose = Field(description="Who is served, a sentence or two")
    settings: tuple[Line, ...] = Field(
        (), description="Where such people work; a posting states only the settings of its requisition"
    )
    purpose: Prose = Field(description="One or two sentences for the internal job description")
    objectives: tuple[Line, ...] = Field(min_length=1, description="What the job is for, one objective a line")
    responsibilities: tuple[Responsibility, ...] = Field(min_length=1, description="The duties")
    duty_groups: tuple[DutyGroup, ...] = Field(min_length=1, description="The headings that duties stand under")
    qualifications: Qualifications = Field(Qualifications.model_construct(), description="What an applicant brings")
    skills: tuple[Line, ...] = Field((), description="One skill a line")
    tools: tuple[Line, ...] = Field((), description="Record systems and software of the field")
    instruments: tuple[Line, ...] = Field((), description="Assessment instruments and criteria of the field")
    demands: tuple[Line, ...] = Field((), description="Demands of the work, written as functions")
    outcomes: tuple[Line, ...] = Field((), description="How the work is measured")
    norms: Norms = Field(Norms.model_construct(), description="What is usual in the field, for the recruiter to know")
    flsa: FlsaDefault | None = Field(None, description="The usual overtime status, for HR to know")
    regulations: tuple[Line, ...] = Field((), description="Rules and bodies the work answers to")
    competencies: tuple[Competency, ...] = Field((), description="What interviews look for")
    experience_alternatives: ExperienceAlternatives | None = Field(
        None, description="Experience that counts as enough, such as any three of a list"
    )
    verify: tuple[Slug, ...] = Field((), description="Ids of facts/verifications.yaml: what to check before a start")
    key_phrases: tuple[Line, ...] = Field((), description="Phrases a posting should hold to be found")

    @property
    def license_kinds(self) -> frozenset[str]:
        """The kinds of license the role involves, required or preferred."""
        return frozenset((*self.qualifications.required.licenses, *self.qualifications.preferred.licenses))
