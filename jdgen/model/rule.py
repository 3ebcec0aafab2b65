"""A rule of the audit, as its author writes it in `rules/**/*.yaml`."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from jdgen.model.document import Role
from jdgen.model.fact import Confidence
from jdgen.model.finding import Category, Evidence, Severity
from jdgen.model.law import State
from jdgen.model.record import Day, Line, Link, Prose, Record, Slug

RuleId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$")]
"""`family.what-is-found`, such as age.upper-limit."""

Kind = Literal[
    "phrase",
    "missing",
    "measure",
    "pay-law",
    "credential",
    "license",
    "wage",
    "statement",
    "duplicate",
    "key-phrase",
    "channel",
]
About = Literal["applicant", "anyone", "not-served"]
Reach = Literal["near", "clause", "sentence", "block"]
"""Where a rule looks for words that go with a hit; near is up to six words before and after it, in its clause."""

Term = Annotated[str, StringConstraints(min_length=2, max_length=1000)]
"""Words as they stand in a posting, in small letters.

`(young|youthful)` takes one of several, `[very]` may be missing, `applicant[s]` has an optional ending, `...` skips up to five words,
`<number>`, `<age>`, `<money>`, `<name>` and `<state>` stand for any of their kind, `_` for one word. A space also takes a hyphen, and the other way round.
`@refusal` alone stands for all the terms of that list in `rules/_who.yaml`.
"""


class RuleCase(Record):
    """A text that must make the rule fire, or must leave it silent."""

    text: str = Field(min_length=1, description="A line, or a whole posting with its front matter")
    section: Role | None = Field(None, description="The section a single line stands in")
    state: State | None = Field(None, description="The state it is checked for, such as CO, besides those it names")
    date: Day | None = Field(None, description="The day it is checked on")
    format: Literal["md", "html", "jsonld", "txt"] = Field("md", description="What kind of file the text is")


class RuleTests(Record):
    """What proves a rule: every term is tried by one of the texts that must fire."""

    fires: tuple[RuleCase | str, ...] = Field(min_length=1, description="Texts in which the rule finds something")
    silent: tuple[RuleCase | str, ...] = Field(min_length=1, description="Texts in which it finds nothing")


class Rule(Record):
    """What the audit looks for, why, and how to mend it."""

    id: RuleId = Field(description="Family, period, and what is found, such as age.upper-limit")
    kind: Kind = Field(
        "phrase", description="How it looks: for words, for what is missing, at lengths and counts, at facts"
    )
    category: Category = Field(description="What it is about")
    severity: Severity = Field(description="How bad it is; jdgen.yaml can change it")
    evidence: Evidence = Field(description="What it rests on")
    confidence: Confidence = Field("V", description="How sure that is; with U it may only inform")
    message: Line = Field(description="One clause; {matched} is what was found")
    why: Prose = Field(description="What the words do, and to whom")
    suggestions: tuple[Prose, ...] = Field(
        min_length=1, description="What to write or do instead; {matched} is what was found"
    )
    sources: tuple[Link, ...] = Field((), description="Where that can be read")
    checked: Day = Field(description="The day somebody looked there last, such as 2026-12-31")
    about: About = Field(
        "anyone",
        description="applicant: only where the words speak of the person hired; not-served: unless they speak of the people served",
    )
    lean: float = Field(
        0,
        ge=-3,
        le=3,
        description="Which way the words alone point, before the sentence is looked at: up for the applicant, down for the people served",
    )
    terms: tuple[Term, ...] = Field(
        (), description="Words to look for; of other kinds, words that say the thing is there"
    )
    exceptions: tuple[Term, ...] = Field((), description="Longer words around a hit that make it right")
    unless: tuple[Term, ...] = Field((), description="Words elsewhere in the sentence that make it right")
    needs: tuple[Term, ...] = Field((), description="Words of which one must stand in the sentence too")
    within: Literal["sentence", "block"] = Field(
        "sentence",
        description="Where `unless` and `needs` look: in the sentence, or in the whole paragraph or list item",
    )
    unless_within: Reach | None = Field(
        None,
        description="Where `unless` looks, if not as `within` says: near the words found, in their clause, in the sentence or in the whole paragraph or list item",
    )
    roles: tuple[Role, ...] = Field((), description="Sections it looks at; all when empty")
    not_roles: tuple[Role, ...] = Field((), description="Sections it leaves out")
    exact_case: bool = Field(default=False, description="Whether capitals count")
    names: bool = Field(
        default=False, description="Whether it also looks inside of names, such as a street or a clinic"
    )
    negated: bool = Field(
        default=False, description="Whether it also fires where the sentence denies the words: no ... required"
    )
    places: tuple[State, ...] = Field((), description="States it holds in, such as CO; everywhere when empty")
    effective_from: Day | None = Field(None, description="First day it holds")
    effective_to: Day | None = Field(None, description="Last day it holds")
    min_employees: int | None = Field(None, ge=1, description="Employers with fewer people are left alone")
    replacements: Mapping[str, str] = Field({}, description="Safe replacements for --fix: found words to new words")
    settings: Mapping[str, str | int | float | tuple[str, ...]] = Field(
        {}, description="What a kind other than phrase needs to know"
    )
    clauses: tuple[Slug, ...] = Field(
        (), description="Clauses of facts/channels.yaml that a finding of this rule breaks"
    )
    tests: RuleTests = Field(description="Texts that prove it")


class RuleTable(Record):
    """A file in `rules/`: rules of one family."""

    family: Slug = Field(description="What all ids in the file start with")
    rules: tuple[Rule, ...] = Field(min_length=1, description="The rules")


class WhoTable(Record):
    """The signs of whom a sentence speaks: the file `rules/_who.yaml`. Weights above 0 speak for the applicant."""

    weights: Mapping[str, float]
    roles: Mapping[Role, float]
    heads: Mapping[str, str] = Field(description="Weight to nouns, with spaces between them")
    governors: Mapping[str, str] = Field(description="Weight to words that stand before, with | between them")
    after: Mapping[str, str] = Field(description="Weight to words that follow")
    openings: Mapping[str, str] = Field(description="Weight to words that begin a sentence")
    denials: Mapping[str, str] = Field(description="Weight to words that deny or forbid")
    name_heads: str = Field(
        alias="name-heads", description="Nouns that names of organizations, laws and instruments end with"
    )
    disclaimers: tuple[Term, ...] = Field(
        (),
        description="Words of a sentence that promises not to ask, mind or prefer: rules on protected groups are silent there",
    )
    strong_disclaimers: tuple[Term, ...] = Field(
        (),
        alias="strong-disclaimers",
        description="The same, so sure that rules with `negated`, and those on scams and on pay history, are silent too",
    )
    conditions: tuple[Term, ...] = Field((), description="Words that take a disclaimer back: as long as, except")
    answers: tuple[Term, ...] = Field(
        (),
        description="Words a sentence begins with that answers the question before it: only after you accept",
    )
    served: tuple[Term, ...] = Field(
        (),
        description="Words of a sentence that tells of the people served: rules on protected groups are silent there",
    )
    demands: tuple[Term, ...] = Field((), description="Words that take that back: applicants, hire, prefer")
    refusals: tuple[Term, ...] = Field(
        (), description="Words of a clause that refuses people, whatever reason stands before so or after because"
    )
    lawful_reasons: tuple[Term, ...] = Field(
        (), alias="lawful-reasons", description="Reasons that make such a sentence one whole again: the law requires"
    )
    replies: tuple[Term, ...] = Field(
        (), description="Words of a sentence that refuses or demands what the question before it names: not for us"
    )
    retorts: tuple[Term, ...] = Field(
        (), description="The same of a sentence after one that only tells something: you must not have one"
    )
    lists: Mapping[Slug, tuple[Term, ...]] = Field(
        {}, description="Terms that many rules share, by the name they are called by: @refusal"
    )
    stops: str = Field(description="Words at which a phrase ends")


class WhoFile(Record):
    """The whole of `rules/_who.yaml`."""

    who: WhoTable
