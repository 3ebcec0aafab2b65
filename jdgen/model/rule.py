"""A rule of the audit, as its author writes it in `rules/**/*.yaml`."""

from typing import Annotated, Literal

from jdgen.model.document import Role
from jdgen.model.fact import Confidence
from jdgen.model.finding import Category, Evidence, Severity
from jdgen.model.law import State
from jdgen.model.markers import Limits
from jdgen.model.record import Day, Line, Link, Prose, Record, Slug, field
from jdgen.model.who_words import AddressWords, DenialWords, NameWords, ReasonWords, ServedWords, Term

RuleId = Annotated[str, Limits(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$")]
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
    "trait",
]
About = Literal["applicant", "anyone", "not-served"]
Reach = Literal["near", "clause", "sentence", "block"]
"""Where a rule looks for words that go with a hit; near is up to six words before and after it, in its clause."""


class RuleCase(Record):
    """A text that must make the rule fire, or must leave it silent."""

    text: str = field(min_length=1, description="A line, or a whole posting with its front matter")
    section: Role | None = field(default=None, description="The section a single line stands in")
    state: State | None = field(
        default=None, description="The state it is checked for, such as CO, besides those it names"
    )
    date: Day | None = field(default=None, description="The day it is checked on")
    format: Literal["md", "html", "jsonld", "txt"] = field(default="md", description="What kind of file the text is")


class RuleTests(Record):
    """What proves a rule: every term is tried by one of the texts that must fire."""

    fires: tuple[RuleCase | str, ...] = field(min_length=1, description="Texts in which the rule finds something")
    silent: tuple[RuleCase | str, ...] = field(min_length=1, description="Texts in which it finds nothing")


class Rule(Record):
    """What the audit looks for, why, and how to mend it."""

    id: RuleId = field(description="Family, period, and what is found, such as age.upper-limit")
    kind: Kind = field(
        default="phrase", description="How it looks: for words, for what is missing, at lengths and counts, at facts"
    )
    category: Category = field(description="What it is about")
    severity: Severity = field(description="How bad it is; jdgen.yaml can change it")
    evidence: Evidence = field(description="What it rests on")
    confidence: Confidence = field(default="V", description="How sure that is; with U it may only inform")
    message: Line = field(description="One clause; {matched} is what was found")
    why: Prose = field(description="What the words do, and to whom")
    suggestions: tuple[Prose, ...] = field(
        min_length=1, description="What to write or do instead; {matched} is what was found"
    )
    sources: tuple[Link, ...] = field(default=(), description="Where that can be read")
    checked: Day = field(description="The day somebody looked there last, such as 2026-12-31")
    about: About = field(
        default="anyone",
        description="applicant: only where the words speak of the person hired; not-served: unless they speak of the people served",
    )
    lean: float = field(
        default=0,
        ge=-3,
        le=3,
        description="Which way the words alone point, before the sentence is looked at: up for the applicant, down for the people served",
    )
    terms: tuple[Term, ...] = field(
        default=(), description="Words to look for; of other kinds, words that say the thing is there"
    )
    exceptions: tuple[Term, ...] = field(default=(), description="Longer words around a hit that make it right")
    unless: tuple[Term, ...] = field(default=(), description="Words elsewhere in the sentence that make it right")
    needs: tuple[Term, ...] = field(default=(), description="Words of which one must stand in the sentence too")
    within: Literal["sentence", "block"] = field(
        default="sentence",
        description="Where `unless` and `needs` look: in the sentence, or in the whole paragraph or list item",
    )
    unless_within: Reach | None = field(
        default=None,
        description="Where `unless` looks, if not as `within` says: near the words found, in their clause, in the sentence or in the whole paragraph or list item",
    )
    roles: tuple[Role, ...] = field(default=(), description="Sections it looks at; all when empty")
    not_roles: tuple[Role, ...] = field(default=(), description="Sections it leaves out")
    exact_case: bool = field(default=False, description="Whether capitals count")
    names: bool = field(
        default=False, description="Whether it also looks inside of names, such as a street or a clinic"
    )
    negated: bool = field(
        default=False, description="Whether it also fires where the sentence denies the words: no ... required"
    )
    places: tuple[State, ...] = field(default=(), description="States it holds in, such as CO; everywhere when empty")
    effective_from: Day | None = field(default=None, description="First day it holds")
    effective_to: Day | None = field(default=None, description="Last day it holds")
    min_employees: int | None = field(default=None, ge=1, description="Employers with fewer people are left alone")
    replacements: dict[str, str] = field(
        default_factory=dict, description="Safe replacements for --fix: found words to new words"
    )
    settings: dict[str, str | int | float | tuple[str, ...]] = field(
        default_factory=dict, description="What a kind other than phrase needs to know"
    )
    clauses: tuple[Slug, ...] = field(
        default=(), description="Clauses of facts/channels.yaml that a finding of this rule breaks"
    )
    tests: RuleTests = field(description="Texts that prove it")


class RuleTable(Record):
    """A file in `rules/`: rules of one family."""

    family: Slug = field(description="What all ids in the file start with")
    rules: tuple[Rule, ...] = field(min_length=1, description="The rules")


class StanceSign(Record):
    """Words that show the stance of a clause toward the person hired, or that shield it."""

    sign: Slug = field(description="What they are a sign of, such as refusal, demand, ask or promise")
    weight: float = field(description="How much they say; below 0 for what makes a trait right")
    side: Literal["any", "before", "after"] = field(default="any", description="Where they stand, seen from the trait")
    within: int = field(default=60, ge=1, description="How many words may stand between them and the trait")
    clause: bool = field(default=False, description="Whether a comma stops them")
    terms: tuple[Term, ...] = field(min_length=1, description="The words")


class TraitSort(Record):
    """What counts for one sort of traits: the stances that make a finding of it, and the signs that shield it."""

    stances: tuple[Slug, ...] = field(min_length=1)
    shields: tuple[Slug, ...]


class StanceLimits(Record):
    """The sums that decide about a trait in a clause."""

    fires: float
    error: float
    who: float = field(description="How much signs of the applicant may add at most")
    served: float = field(description="How much signs of the people served may take off at most")
    strong: float = field(description="A refusal from which on serving words and lawful forms do not silence a trait")
    lawful: float = field(description="What a lawful form around a trait still takes off such a refusal")
    called: float = field(
        description="How much may speak for the people served where a sentence only says who is wanted"
    )
    fade: float = field(description="What a sign loses with each word between it and the trait")
    least: float = field(description="What a sign far away counts at least, as a share of its weight")
    share: float = field(
        description="What the sum of the signs in `rules/_who.yaml` counts beside a stance, as a share"
    )
    linked: float = field(description="What signs of the sentence beside it count, as a share")
    bare: float = field(description="What a trait says that stands alone in a list of requirements")
    plain: float = field(description="What words say that are a demand by themselves")


class StanceTable(Record):
    """How the audit sees what a clause wants of the person hired: the file `rules/_stance.yaml`."""

    limits: StanceLimits
    sorts: dict[Slug, TraitSort]
    classes: dict[Slug, str] = field(description="Words by the class they belong to, with spaces between them")
    sections: dict[Role, float] = field(description="What a section adds to a stance, or takes from it")
    bare: dict[Slug, str] = field(description="Sections in which a trait of a sort that stands alone is a demand")
    contrasts: str = field(description="Words that turn the sentence: a shield before them does not reach behind them")
    cues: tuple[StanceSign, ...]


class StanceFile(Record):
    """The whole of `rules/_stance.yaml`."""

    stance: StanceTable


class WhoTable(Record):
    """The signs of whom a sentence speaks: the file `rules/_who.yaml`. Weights above 0 speak for the applicant."""

    weights: dict[str, float]
    reach: dict[str, int] = field(description="How many words, or sentences, the audit looks for each sign")
    roles: dict[Role, float]
    heads: dict[str, str] = field(description="Weight to nouns, with spaces between them")
    governors: dict[str, str] = field(description="Weight to words that stand before, with | between them")
    after: dict[str, str] = field(description="Weight to words that follow")
    openings: dict[str, str] = field(description="Weight to words that begin a sentence")
    denials: dict[str, str] = field(description="Weight to words that deny or forbid")
    name_heads: str = field(
        alias="name-heads", description="Nouns that names of organizations, laws and instruments end with"
    )
    disclaimers: tuple[Term, ...] = field(
        default=(),
        description="Words of a sentence that promises not to ask, mind or prefer: rules on protected groups are silent there",
    )
    strong_disclaimers: tuple[Term, ...] = field(
        default=(),
        alias="strong-disclaimers",
        description="The same, so sure that rules with `negated`, and those on scams and on pay history, are silent too",
    )
    conditions: tuple[Term, ...] = field(
        default=(), description="Words that take a disclaimer back: as long as, except"
    )
    answers: tuple[Term, ...] = field(
        default=(),
        description="Words a sentence begins with that answers the question before it: only after you accept",
    )
    served: tuple[Term, ...] = field(
        default=(),
        description="Words of a sentence that tells of the people served: rules on protected groups are silent there",
    )
    demands: tuple[Term, ...] = field(default=(), description="Words that take that back: applicants, hire, prefer")
    served_headings: tuple[Term, ...] = field(
        default=(),
        alias="served-headings",
        description="Whole headings of sections about the people served: rules on protected groups are silent under them",
    )
    served_subjects: tuple[Term, ...] = field(
        default=(),
        alias="served-subjects",
        description="People served, and the word for what they must do: what stands behind it is no demand on applicants",
    )
    turns_to_applicants: tuple[Term, ...] = field(
        default=(),
        alias="turns-to-applicants",
        description="Words of a sentence under such a heading that speaks of applicants all the same",
    )
    refusals: tuple[Term, ...] = field(
        default=(),
        description="Words of a clause that refuses people, whatever reason stands before so or after because",
    )
    lawful_reasons: tuple[Term, ...] = field(
        default=(),
        alias="lawful-reasons",
        description="Reasons that make such a sentence one whole again: the law requires",
    )
    replies: tuple[Term, ...] = field(
        default=(),
        description="Words of a sentence that refuses or demands what the question before it names: not for us",
    )
    retorts: tuple[Term, ...] = field(
        default=(), description="The same of a sentence after one that only tells something: you must not have one"
    )
    lists: dict[Slug, tuple[Term, ...]] = field(
        default_factory=dict, description="Terms that many rules share, by the name they are called by: @refusal"
    )
    stops: str = field(description="Words at which a phrase ends")
    names: NameWords = field(default_factory=NameWords, description="Words by which a name is told from a demand")
    reasons: ReasonWords = field(
        default_factory=ReasonWords, description="Words that part what is said from the reason for it"
    )
    not_demanded: DenialWords = field(
        default_factory=DenialWords,
        alias="not-demanded",
        description="Words that say of a thing that nobody demands it: no diploma is required",
    )
    served_clauses: ServedWords = field(
        default_factory=ServedWords,
        alias="served-clauses",
        description="Words that tell what the people served must do from what is asked of applicants",
    )
    addressed: AddressWords = field(
        default_factory=AddressWords,
        description="Words by which a sentence speaks to applicants, whatever heading stands above it",
    )
    stance: StanceTable | None = field(default=None, description="Read from `rules/_stance.yaml`")


class WhoFile(Record):
    """The whole of `rules/_who.yaml`."""

    who: WhoTable
