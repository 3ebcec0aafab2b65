"""The end of a posting: how to apply, equal opportunity, accommodation."""

import re
from collections.abc import Mapping
from datetime import date

from jdgen.model.draft import Closing
from jdgen.model.employer import Contact, Employer
from jdgen.model.fact import Notice
from jdgen.model.posting import PostingFacts
from jdgen.model.requisition import UNTIL_FILLED, Requisition
from jdgen.text.dates import describe_date
from jdgen.text.words import join_words, paragraphs

_BLANK = re.compile(r"\{employer\}|\{contact\}")


def closing(
    employer: Employer, requisition: Requisition, facts: PostingFacts, notices: Mapping[str, Notice]
) -> Closing:
    """Return how to apply and the employer's own statements, or the neutral ones of `facts/notices.yaml`."""
    equal_opportunity = employer.equal_opportunity or _filled(notices["equal-opportunity"], employer)
    return Closing(
        apply=facts.apply,
        instructions=tuple(paragraphs(facts.apply.instructions or "")),
        deadline=_deadline(facts.closes, notices),
        contact=requisition.hiring_contact,
        equal_opportunity=tuple(paragraphs(equal_opportunity)),
        accommodation=_accommodation(employer, notices),
        accommodation_at_work=notices["accommodation-work"].text,
    )


def contact_words(contact: Contact) -> str:
    """Return `Ana Ruiz, ana@example.org or 303-555-0100`."""
    reached = join_words([part for part in (contact.email, contact.phone) if part], "or")
    return ", ".join(part for part in (contact.name, reached) if part)


def _accommodation(employer: Employer, notices: Mapping[str, Notice]) -> str:
    name = "accommodation-contact" if employer.accommodation else "accommodation"
    return _filled(notices[name], employer)


def _filled(notice: Notice, employer: Employer) -> str:
    """Fill in a notice in one pass: a name that holds braces stays a name."""
    values = {"{employer}": employer.name, "{contact}": contact_words(employer.accommodation)}
    return _BLANK.sub(lambda blank: values[blank.group()], notice.text)


def _deadline(closes: date | str | None, notices: Mapping[str, Notice]) -> str | None:
    if closes == UNTIL_FILLED:
        return notices["until-filled"].text
    return f"Apply by {describe_date(closes)}." if isinstance(closes, date) else None
