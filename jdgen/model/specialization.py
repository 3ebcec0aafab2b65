"""What a kind of case manager does, needs and is measured by; one file in `specializations/`.

A child states only what differs: `extends` names its parent, `key+` adds to a parent's list and `key-` takes from it
(`jdgen/load/inheritance.py`). By the time a `Specialization` exists, that has happened.
"""

from collections.abc import Collection
from typing import Annotated, Literal

from jdgen.model.markers import Limits, shown_as
from jdgen.model.record import Line, Prose, Record, Slug, field

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
    str, Limits(pattern=_ONET_CODE), shown_as("An O*NET-SOC code such as 21-1022.00", pattern=_ONET_CODE)
]


class Occupation(Record):
    """The O*NET-SOC occupation a posting is filed under."""

    code: OnetCode = field(description="O*NET-SOC code such as 21-1022.00")
    title: Line = field(description="The title O*NET gives to the code")


class Responsibility(Record):
    """One duty, in the words a posting uses, tagged for grouping."""

    id: Slug = field(description="Its name within the list, which `responsibilities-` takes out by")
    text: Line = field(description="Starts with a verb, ends with a period")
    function: Function = field(description="The case-management function it serves")
    rhythm: Rhythm = field(description="How often it is done")
    essential: bool = field(default=True, description="An essential function; the external posting shows only these")


class DutyGroup(Record):
    """A heading of the posting and the duties under it: those of its functions, and those it names."""

    heading: Line = field(description="The words of the heading")
    functions: tuple[Function, ...] = field(default=(), description="Each function stands under one heading")
    duties: tuple[Slug, ...] = field(default=(), description="Ids of duties that stand here whatever their function")

    def holds(self, duty: Responsibility, named: Collection[str]) -> bool:
        """Say whether a duty stands here; `named` are the ids that any group names."""
        return duty.id in self.duties or (duty.function in self.functions and duty.id not in named)


class Education(Record):
    """A level for search engines and the words for people; no words where a license says it all."""

    level: EducationLevel = field(description="The level, in one word")
    text: Line | None = field(default=None, description="The words of the posting")


class Experience(Record):
    """Months for search engines and the words for people."""

    months: int = field(ge=0, le=360, description="The same in months, as a number", examples=[24])
    text: Line = field(description="The words of the posting")
    in_case_management: bool = field(
        default=False, description="Whether it is experience as a case manager, which certifications count"
    )


class Requirements(Record):
    """What is required, or what is preferred. Licenses are alternatives: any one of them will do."""

    education: Education | None = field(default=None, description="A level and its words")
    experience: Experience | None = field(default=None, description="Months and their words")
    licenses: tuple[Slug, ...] = field(default=(), description="Ids from facts/licenses.yaml; one of them is enough")
    certifications: tuple[Slug, ...] = field(default=(), description="Ids from facts/credentials.yaml")
    other: tuple[Line, ...] = field(default=(), description="Anything else, one line each")


class Qualifications(Record):
    """Required and preferred, kept apart."""

    required: Requirements = field(default=Requirements(), description="What an applicant must have")
    preferred: Requirements = field(default=Requirements(), description="What is welcome and not required")


class Norms(Record):
    """What is usual in the field. Guidance for the recruiter: a posting states only what the requisition says."""

    schedule: Line | None = field(default=None, description="Usual days and hours")
    caseload: Line | None = field(default=None, description="Usual number of people served at a time")
    travel: Line | None = field(default=None, description="Usual travel")
    on_call: Line | None = field(default=None, description="Usual on-call duty")


class Competency(Record):
    """What the person hired has to be good at, and what that looks like at work."""

    id: Slug = field(description="Names it, so that a child can take it out")
    name: Line = field(description="Such as Communication")
    looks_like: Line = field(description="What somebody good at it does in this job, one sentence")


class ExperienceAlternatives(Record):
    """Experience that counts as enough: any `count` of the list."""

    count: int = field(ge=1, description="How many of the list are enough")
    of: tuple[Line, ...] = field(min_length=2, description="Kinds of experience, paid or not")


class FlsaDefault(Record):
    """The usual overtime status and its reason; HR decides, in the requisition."""

    status: Flsa = field(description="The usual status")
    why: Line = field(description="The reason, in a sentence for HR")


class Specialization(Record):
    """One kind of case manager."""

    name: Line = field(description="What lists call it, such as Hospital case manager")
    title: Line = field(description="The job title, such as Hospital Case Manager")
    title_variants: tuple[Line, ...] = field(default=(), description="Titles people search for")
    search_synonyms: tuple[Line, ...] = field(
        default=(), description="Words people type that a posting itself should not use"
    )
    occupation: Occupation = field(description="The O*NET-SOC occupation its postings are filed under")
    opening: Prose = field(description="The first paragraph, second person: why this job matters")
    population: Prose = field(description="Who is served, a sentence or two")
    settings: tuple[Line, ...] = field(
        default=(), description="Where such people work; a posting states only the settings of its requisition"
    )
    purpose: Prose = field(description="One or two sentences for the internal job description")
    objectives: tuple[Line, ...] = field(min_length=1, description="What the job is for, one objective a line")
    responsibilities: tuple[Responsibility, ...] = field(min_length=1, description="The duties")
    duty_groups: tuple[DutyGroup, ...] = field(min_length=1, description="The headings that duties stand under")
    qualifications: Qualifications = field(default=Qualifications(), description="What an applicant brings")
    skills: tuple[Line, ...] = field(default=(), description="One skill a line")
    tools: tuple[Line, ...] = field(default=(), description="Record systems and software of the field")
    instruments: tuple[Line, ...] = field(default=(), description="Assessment instruments and criteria of the field")
    demands: tuple[Line, ...] = field(default=(), description="Demands of the work, written as functions")
    outcomes: tuple[Line, ...] = field(default=(), description="How the work is measured")
    norms: Norms = field(default=Norms(), description="What is usual in the field, for the recruiter to know")
    flsa: FlsaDefault | None = field(default=None, description="The usual overtime status, for HR to know")
    regulations: tuple[Line, ...] = field(default=(), description="Rules and bodies the work answers to")
    competencies: tuple[Competency, ...] = field(default=(), description="What interviews look for")
    experience_alternatives: ExperienceAlternatives | None = field(
        default=None, description="Experience that counts as enough, such as any three of a list"
    )
    verify: tuple[Slug, ...] = field(
        default=(), description="Ids of facts/verifications.yaml: what to check before a start"
    )
    key_phrases: tuple[Line, ...] = field(default=(), description="Phrases a posting should hold to be found")

    @property
    def license_kinds(self) -> frozenset[str]:
        """The kinds of license the role involves, required or preferred."""
        return frozenset((*self.qualifications.required.licenses, *self.qualifications.preferred.licenses))
