"""The content of a posting before a template puts it in order: facts, sentences and lists, no layout."""

from typing import NamedTuple

from jdgen.model.employer import Apply, Contact
from jdgen.model.posting import PostingFacts


class Labeled(NamedTuple):
    """A label and its value: Pay, $38.50 to $52.00 an hour."""

    label: str
    value: str


class Group(NamedTuple):
    """A heading and the lines under it."""

    heading: str
    items: tuple[str, ...]


class Duties(NamedTuple):
    """The same duties in the orders templates need. Only `other` holds what is not essential."""

    groups: tuple[Group, ...]
    rhythms: tuple[Group, ...]
    essential: tuple[str, ...]
    other: tuple[str, ...]


class Bring(NamedTuple):
    """What an applicant brings. Licenses and certifications stand apart, each spelled out once."""

    required: tuple[str, ...]
    preferred: tuple[str, ...]
    required_credentials: tuple[str, ...]
    preferred_credentials: tuple[str, ...]
    skills: tuple[str, ...]
    tools: tuple[str, ...]
    instruments: tuple[str, ...]


class Work(NamedTuple):
    """Where and how the work is done."""

    population: tuple[str, ...]
    settings: tuple[str, ...]
    team: tuple[str, ...]
    schedule: tuple[Labeled, ...]
    demands_intro: str
    demands: tuple[str, ...]
    purpose: tuple[str, ...]
    objectives: tuple[str, ...]
    outcomes: tuple[str, ...]
    regulations: tuple[str, ...]


class Offer(NamedTuple):
    """Pay and everything beside it."""

    pay: str | None
    note: str | None
    other_compensation: tuple[str, ...]
    benefits: tuple[str, ...]


class About(NamedTuple):
    """The employer in its own words, without the sentences that already opened the posting."""

    called: str
    paragraphs: tuple[str, ...]
    why_join: tuple[str, ...]
    growth: tuple[str, ...]


class Closing(NamedTuple):
    """How to apply, and what the law and good practice add."""

    apply: Apply
    instructions: tuple[str, ...]
    deadline: str | None
    contact: Contact
    equal_opportunity: tuple[str, ...]
    accommodation: str
    accommodation_at_work: str


class Draft(NamedTuple):
    """Everything a posting template may place."""

    facts: PostingFacts
    glance: tuple[Labeled, ...]
    opening: tuple[str, ...]
    duties: Duties
    bring: Bring
    work: Work
    offer: Offer
    about: About
    closing: Closing
    record: tuple[Labeled, ...]


class Omission(NamedTuple):
    """Something the requisition leaves open that a reader will miss: one sentence and its repair."""

    message: str
    hint: str | None = None
