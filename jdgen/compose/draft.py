"""Compose the draft of a posting: specialization + employer + requisition + facts → `Draft`.

Every sentence comes from one of these four; this module places them and joins facts into sentences, it invents none.
"""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from jdgen.compose.certifications import fitting
from jdgen.compose.closing import closing
from jdgen.compose.duties import duties
from jdgen.compose.job_title import title_in_a_sentence
from jdgen.compose.posting_facts import posting_facts
from jdgen.compose.qualifications import bring
from jdgen.compose.wording import (
    closing_date,
    employment_words,
    flsa_words,
    pay_words,
    place_words,
    position_sentences,
    workplace_words,
)
from jdgen.model.draft import About, Draft, Labeled, Offer, Work
from jdgen.model.employer import Employer
from jdgen.model.facts import Facts
from jdgen.model.posting import Demanded, PostingFacts
from jdgen.model.requisition import Requisition
from jdgen.model.specialization import Specialization
from jdgen.text.dates import describe_date
from jdgen.text.words import paragraphs


class Sources(NamedTuple):
    """Everything one posting is made of. `specialization_id` is the file's name, `posted` the day of first publication."""

    specialization_id: str
    specialization: Specialization
    employer: Employer
    requisition: Requisition
    facts: Facts
    template: str
    posted: date | None = None


def compose(sources: Sources) -> Draft:
    """Return the draft of the posting these sources make."""
    made = posting_facts(
        sources.specialization_id,
        sources.specialization,
        sources.employer,
        sources.requisition,
        template=sources.template,
        posted=sources.posted,
    )
    facts = replace(made, certifications=_certifications(sources))
    return Draft(
        facts=facts,
        glance=_glance(facts),
        opening=_opening(sources, facts),
        duties=duties(sources.specialization),
        bring=bring(sources.specialization, facts, sources.facts),
        work=_work(sources),
        offer=_offer(sources, facts),
        about=_about(sources.employer),
        closing=closing(sources.employer, sources.requisition, facts, sources.facts.notices),
        record=_record(sources, facts),
    )


def _certifications(sources: Sources) -> Demanded:
    """Return the ids of the certifications the posting prints, each family resolved."""
    profile, facts = sources.specialization, sources.facts
    required, preferred = profile.qualifications.required, profile.qualifications.preferred
    return Demanded(
        required=fitting(required.certifications, frozenset(required.licenses), facts),
        preferred=fitting(preferred.certifications, profile.license_kinds, facts),
    )


def _glance(facts: PostingFacts) -> tuple[Labeled, ...]:
    """Return the facts a reader looks for first, leaving out what is not known."""
    return _known(
        ("Location", place_words(facts)),
        ("Workplace", workplace_words(facts.workplace)),
        ("Job type", employment_words(facts.employment)),
        ("Schedule", facts.schedule),
        ("Pay", pay_words(facts.pay)),
        ("Openings", str(facts.openings) if facts.openings > 1 else None),
        ("Apply by", closing_date(facts.closes)),
        ("Job ID", facts.id),
    )


def _record(sources: Sources, facts: PostingFacts) -> tuple[Labeled, ...]:
    """Return the head of an internal job description."""
    requisition = sources.requisition
    occupation = facts.occupation
    return _known(
        ("Document", "Job description"),
        ("Job ID", facts.id),
        ("Prepared", describe_date(facts.posted) if facts.posted else None),
        ("Department", requisition.department),
        ("Reports to", requisition.reports_to),
        ("Location", place_words(facts)),
        ("Workplace", workplace_words(facts.workplace)),
        ("Job type", employment_words(facts.employment)),
        ("Schedule", facts.schedule),
        ("FLSA status", flsa_words(facts.flsa)),
        ("Pay", pay_words(facts.pay)),
        ("O*NET-SOC", f"{occupation.code} {occupation.title}" if occupation else None),
    )


def _opening(sources: Sources, facts: PostingFacts) -> tuple[str, ...]:
    """Return the employer's invitation and the heart of the job; what the job is called and where it is comes second.

    There a reader who skims, and a search engine that shows the beginning, still meet it, and the first words stay the employer's.
    """
    requisition, profile = sources.requisition, sources.specialization
    first, *more = paragraphs(sources.employer.invitation or "") + paragraphs(requisition.opening or profile.opening)
    title = title_in_a_sentence(facts.title, profile, names=[one.language for one in facts.languages])
    position = position_sentences(
        facts, title=title, department=requisition.department, reports_to=requisition.reports_to
    )
    return (first, position, *more)


def _work(sources: Sources) -> Work:
    profile, requisition = sources.specialization, sources.requisition
    return Work(
        population=tuple(paragraphs(profile.population)),
        settings=requisition.settings,
        team=tuple(paragraphs(requisition.team or "")),
        schedule=_known(
            ("Caseload", requisition.caseload), ("Travel", requisition.travel), ("On call", requisition.on_call)
        ),
        demands_intro=sources.facts.notices["demands"].text,
        demands=profile.demands,
        purpose=tuple(paragraphs(profile.purpose)),
        objectives=profile.objectives,
        outcomes=profile.outcomes,
        regulations=profile.regulations,
    )


def _offer(sources: Sources, facts: PostingFacts) -> Offer:
    """Return pay, benefits and other compensation; `none` becomes the sentence that says so."""
    notices, other = sources.facts.notices, facts.other_compensation
    return Offer(
        pay=pay_words(facts.pay),
        note=notices["no-other-compensation"].text if _is_none(other) else None,
        other_compensation=() if _is_none(other) else other,
        benefits=(notices["no-benefits"].text,) if _is_none(facts.benefits) else facts.benefits,
    )


def _is_none(lines: tuple[str, ...]) -> bool:
    """Say whether somebody typed `none`: there are none, which is more than saying nothing."""
    return [line.casefold() for line in lines] == ["none"]


def _about(employer: Employer) -> About:
    return About(
        called=employer.called,
        paragraphs=(*paragraphs(employer.about or ""), *paragraphs(employer.mission or "")),
        why_join=employer.why_join,
        growth=tuple(paragraphs(employer.growth or "")),
    )


def _known(*pairs: tuple[str, str | None]) -> tuple[Labeled, ...]:
    return tuple(Labeled(label, value) for label, value in pairs if value)
