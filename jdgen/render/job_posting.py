"""A posting → the JobPosting object search engines read: https://schema.org/JobPosting, as Google asks for it.

Every property says what the posting says; what it does not say is left out. Which postings Google would refuse is decided in
`jdgen.render.markup_faults`. The contract with Google is `facts/channels.yaml`, rows g01 to g24.
"""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from jdgen.errors import InputError, Where
from jdgen.model.posting import Posting, PostingFacts
from jdgen.render.blocks import Words, read_words
from jdgen.render.body_limits import BODY
from jdgen.render.description import description
from jdgen.render.markup_faults import markup_faults, shown
from jdgen.render.section_lists import section_lists
from jdgen.text.employment import Kind, describe_employment
from jdgen.text.pay import Pay
from jdgen.text.place import Place
from jdgen.text.states import state_name
from jdgen.text.words import join_words

Item = dict[str, Any]

_KINDS: dict[Kind, str] = {
    "full-time": "FULL_TIME",
    "part-time": "PART_TIME",
    "per-diem": "PER_DIEM",
    "contract": "CONTRACTOR",
    "temporary": "TEMPORARY",
    "internship": "INTERN",
    "volunteer": "VOLUNTEER",
}
_UNITS = {"hour": "HOUR", "day": "DAY", "week": "WEEK", "month": "MONTH", "year": "YEAR"}
_EDUCATION = {
    "high-school": "high school",
    "certificate": "professional certificate",
    "associate": "associate degree",
    "bachelor": "bachelor degree",
    "master": "postgraduate degree",
    "doctorate": "postgraduate degree",
}
# As the posting writes them: Certified Case Manager (CCM), from the Commission for Case Manager Certification.
_CERTIFICATION = re.compile(
    r"(?P<name>[^()]+) \((?P<letters>[^()]+)\), from the (?P<issuer>.+?)(?:, or earned within .+)?\.?"
)
_UNSAFE = {letter: f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def job_posting(posting: Posting, *, url: str | None = None, logo: str | None = None) -> Item:
    """Return the object; raise an InputError with every reason why Google would refuse it.

    `url` is the address of the posting's page and `logo` that of the employer's picture, both whole addresses.
    """
    item, reasons = job_posting_or_reasons(posting, url=url, logo=logo)
    if reasons:
        raise refusal(reasons)
    return item


def refusal(reasons: Iterable[str]) -> InputError:
    """Return the error for a posting that Google would refuse."""
    message = f"the posting cannot be published as structured data: {join_words(reasons)}"
    hint = "mend the facts at the top or the text, or leave out the format `jsonld`"
    return InputError(message, where=Where(BODY), hint=hint)


def job_posting_or_reasons(
    posting: Posting, *, url: str | None = None, logo: str | None = None
) -> tuple[Item, tuple[str, ...]]:
    """Return the object and no reason, or an empty one and the phrases that say why Google would refuse it."""
    item, reasons = _made(posting, url, logo)
    return dict(item), reasons


@lru_cache(maxsize=8)
def _made(posting: Posting, url: str | None, logo: str | None) -> tuple[Item, tuple[str, ...]]:
    """Return what `job_posting_or_reasons` does, made once for the page and for a file of its own."""
    facts = posting.facts
    words = read_words(posting)
    if reasons := markup_faults(facts, words):
        return {}, reasons
    known = {
        **_head(facts, words, url),
        "hiringOrganization": _organization(facts, logo),
        **_places(facts, words),
        **_terms(facts, words),
        **_demands(facts, words),
        "jobBenefits": _one_or_all(shown(facts.benefits, words)),
        "incentiveCompensation": _one_or_all(shown(facts.other_compensation, words)),
    }
    return {name: value for name, value in known.items() if value not in (None, "", [], {})}, ()


def left_out(facts: PostingFacts) -> tuple[str, ...]:
    """Return a sentence for each known fact that Google has no word for."""
    if isinstance(facts.pay, Pay) and facts.pay.unit not in _UNITS:
        return (f"structured data has no pay by the {facts.pay.unit}, so search engines read the pay in the text only",)
    return ()


def as_script(item: Item) -> str:
    """Return the object as JSON that no page can mistake for the end of its script."""
    text = json.dumps(item, ensure_ascii=False, indent=1)
    for letter, escaped in _UNSAFE.items():
        text = text.replace(letter, escaped)
    return text


def render_json_ld(posting: Posting) -> str:
    """Return the object as a file of its own; raise an InputError where Google would refuse it."""
    return json.dumps(job_posting(posting), ensure_ascii=False, indent=2) + "\n"


def _head(facts: PostingFacts, words: Words, url: str | None) -> Item:
    closes = facts.closes
    return {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": facts.title,
        "description": description(words),
        "url": url,
        # Nobody completes an application on a page of ours: it has no form, and leads to where the employer takes them (row g18).
        "directApply": False,
        "identifier": {"@type": "PropertyValue", "name": facts.employer.name, "value": facts.id},
        "datePosted": facts.posted.isoformat() if facts.posted else None,
        # The whole last day, by the clock of the place; a date alone would end as the day begins.
        "validThrough": f"{closes.isoformat()}T23:59:59" if isinstance(closes, date) else None,
        "totalJobOpenings": facts.openings,
    }


def _organization(facts: PostingFacts, logo: str | None) -> Item:
    organization = {
        "@type": "Organization",
        "name": facts.employer.name,
        "sameAs": facts.employer.website,
        "logo": logo,
    }
    return {name: value for name, value in organization.items() if value}


def _places(facts: PostingFacts, words: Words) -> Item:
    """Return where the work is. Only wholly remote work is told as such; a place with remote days is a place."""
    found: Item = {"jobLocation": _one_or_all([_place(place, words) for place in facts.places])}
    if facts.workplace == "remote":
        found["jobLocationType"] = "TELECOMMUTE"
        found["applicantLocationRequirements"] = _one_or_all(list(_areas(facts)))
    return found


def _place(place: Place, words: Words) -> Item:
    address = {
        "@type": "PostalAddress",
        "streetAddress": _shown(place.street, words),
        "addressLocality": place.city,
        "addressRegion": place.state,
        "postalCode": place.postal_code,
        "addressCountry": place.country,
    }
    return {"@type": "Place", "address": {name: value for name, value in address.items() if value}}


def _areas(facts: PostingFacts) -> Iterator[Item]:
    """Give the states people may live in, or the country where any of them will do."""
    if any(not area.states for area in facts.remote_areas):
        yield {"@type": "Country", "name": "USA"}
        return
    for state in dict.fromkeys(state for area in facts.remote_areas for state in area.states):
        yield {"@type": "State", "name": f"{state_name(state)}, USA"}


def _terms(facts: PostingFacts, words: Words) -> Item:
    employment = facts.employment
    hours = describe_employment(employment).partition(", ")[2] if employment and employment.hours else None
    return {
        "employmentType": _one_or_all([_KINDS[kind] for kind in employment.kinds]) if employment else None,
        "workHours": "; ".join(part for part in (hours, _shown(facts.schedule, words)) if part),
        "baseSalary": _salary(facts.pay) if isinstance(facts.pay, Pay) else None,
    }


def _shown(phrase: str | None, words: Words) -> str | None:
    """Return a phrase that the text shows, or None."""
    return phrase if phrase and shown((phrase,), words) else None


def _salary(pay: Pay) -> Item | None:
    unit = _UNITS.get(pay.unit)
    if unit is None:
        return None
    low, high = _number(pay.minimum), _number(pay.maximum)
    figures = {"value": low} if low == high else {"minValue": low, "maxValue": high}
    value = {"@type": "QuantitativeValue", **figures, "unitText": unit}
    return {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)


_OR_EXPERIENCE = "or equivalent experience"
"""The words of our own templates and profiles with which experience does as well as a degree."""


def _demands(facts: PostingFacts, words: Words) -> Item:
    lists = section_lists(words.blocks)
    # A level without words is one that a license implies: the text does not show it, and neither may the markup.
    known = facts.education if facts.education and _shown(facts.education.text, words) else None
    education, taught = (_EDUCATION.get(known.level), known.text or "") if known else (None, "")
    months = facts.experience.months if facts.experience and _shown(facts.experience.text, words) else 0
    return {
        "occupationalCategory": _occupation(facts),
        "educationRequirements": _credential(credentialCategory=education) if education else None,
        "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months}
        if months
        else None,
        "experienceInPlaceOfEducation": True if education and months and _OR_EXPERIENCE in taught else None,
        "qualifications": _one_or_all([*lists.required, *_certifications(facts, lists.required)]),
        "responsibilities": _one_or_all(lists.duties),
        "skills": _one_or_all(lists.skills),
        "physicalRequirement": _one_or_all(lists.demands),
    }


def _occupation(facts: PostingFacts) -> Item | None:
    if facts.occupation is None:
        return None
    codes = {"@type": "CategoryCodeSet", "name": "O*NET-SOC", "url": "https://www.onetonline.org/"}
    code = {"codeValue": facts.occupation.code, "name": facts.occupation.title}
    return {"@type": "CategoryCode", **code, "inCodeSet": codes}


def _certifications(facts: PostingFacts, lines: Iterable[str]) -> Iterator[Item]:
    """Give the required certifications as things with a name and an issuer, where the text names both."""
    if not facts.certifications.required:
        return
    for line in lines:
        if match := _CERTIFICATION.fullmatch(line):
            issuer = {"@type": "Organization", "name": match["issuer"]}
            name = f"{match['name']} ({match['letters']})"
            yield _credential(credentialCategory="certificate", name=name, recognizedBy=issuer)


def _credential(**known: object) -> Item:
    return {"@type": "EducationalOccupationalCredential", **known}


def _one_or_all(values: Iterable[object]) -> object:
    """Return a single value by itself, several as a list."""
    found = list(values)
    return found[0] if len(found) == 1 else found
