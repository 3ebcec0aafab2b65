"""The front matter of a posting: what requisition, employer and profile say, the requisition first."""

from dataclasses import replace
from datetime import date
from hashlib import blake2b

from jdgen.model.employer import Apply, Employer
from jdgen.model.posting import Demanded, PostedEmployer, PostingFacts
from jdgen.model.record import Location
from jdgen.model.requisition import Requisition
from jdgen.model.specialization import Specialization
from jdgen.text.pay import Pay
from jdgen.text.place import Place
from jdgen.text.problem import Problem
from jdgen.text.slugs import check_id, slug
from jdgen.text.workplace import Workplace

_DESCRIPTION_LENGTH = 155
"""Characters of a meta description that search results show before cutting."""
_ID_LENGTH = 40


def posting_facts(
    specialization_id: str,
    profile: Specialization,
    employer: Employer,
    requisition: Requisition,
    *,
    template: str,
    posted: date | None,
) -> PostingFacts:
    """Return every fact of the posting; what nobody stated stays empty."""
    locations = requisition.location or employer.location
    title = requisition.title or profile.title
    required, preferred = profile.qualifications.required, profile.qualifications.preferred
    return PostingFacts(
        id=requisition.id or _made_id(specialization_id, requisition, locations),
        title=title,
        specialization=specialization_id,
        level=requisition.level,
        model=requisition.model,
        delivery=requisition.delivery,
        languages=requisition.languages,
        template=template,
        description=_description(title, employer, template, locations),
        occupation=profile.occupation,
        employer=PostedEmployer(
            name=employer.name,
            website=employer.website,
            logo=employer.brand.logo,
            brand_color=employer.brand.color,
            size=employer.size,
        ),
        location=locations,
        workplace=requisition.workplace or _workplace_of(requisition, locations),
        employment=requisition.employment,
        schedule=requisition.schedule,
        pay=requisition.pay if isinstance(requisition.pay, Pay) else None,
        other_compensation=requisition.other_compensation,
        benefits=employer.benefits if requisition.benefits is None else requisition.benefits,
        flsa=requisition.flsa,
        posted=requisition.posted or posted,
        closes=requisition.closes,
        openings=requisition.openings,
        education=required.education,
        experience=required.experience,
        licenses=Demanded(required=required.licenses, preferred=preferred.licenses),
        apply=_apply(requisition.apply, employer.apply),
    )


def _apply(own: Apply, usual: Apply) -> Apply:
    """Take the requisition's way to apply if it names one; keep the employer's instructions unless it has its own."""
    if own.url or own.email or own.phone:
        return own if own.instructions else replace(own, instructions=usual.instructions)
    return replace(usual, instructions=own.instructions) if own.instructions else usual


def _workplace_of(requisition: Requisition, locations: tuple[Location, ...]) -> Workplace | None:
    """Return remote where the delivery or every location says so; a place alone does not tell whether the work is on site or hybrid."""
    everywhere = bool(locations) and not any(isinstance(location, Place) for location in locations)
    return "remote" if everywhere or requisition.delivery == "remote" else None


def _made_id(specialization_id: str, requisition: Requisition, locations: tuple[Location, ...]) -> str:
    """Make an id from level, specialization, own title, model, delivery and first place: one opening, one file name.

    What does not fit, or has no Latin letters, stands in it as a mark of six characters, so that two openings do not share a name.
    """
    first = locations[0] if locations else None
    place = f"{first.city} {first.state}" if isinstance(first, Place) else "remote" if first else ""
    own = requisition.title or ""
    parts = (requisition.level, specialization_id, own, requisition.model, requisition.delivery, place)
    name = slug(" ".join(part for part in parts if part))
    if len(name) > _ID_LENGTH or (own and not slug(own)):
        mark = blake2b(f"{name} {own}".encode(), digest_size=3).hexdigest()
        return f"{name[: _ID_LENGTH - len(mark) - 1].strip('-')}-{mark}"
    return f"job-{name}" if isinstance(check_id(name), Problem) else name


def _description(title: str, employer: Employer, template: str, locations: tuple[Location, ...]) -> str:
    """Return the sentence for search results: the title, who hires and where, as much as fits whole.

    Pay and dates stay out: whoever edits them in the posting would not look here.
    """
    if template == "internal":
        return f"Job description of the {title}."[:_DESCRIPTION_LENGTH].rstrip()
    first = locations[0] if locations else None
    where = f" in {first.city}, {first.state}" if isinstance(first, Place) else ", remote" if first else ""
    what = f"{title} at {employer.name}{where}."
    choices = (f"{what} See the duties, qualifications and how to apply.", what, f"{title}.")
    return next(
        (choice for choice in choices if len(choice) <= _DESCRIPTION_LENGTH), title[:_DESCRIPTION_LENGTH].rstrip()
    )
