"""The certification lines: which version fits the role, and what nobody can hold yet."""

from collections.abc import Iterable

from jdgen.model.fact import Credential
from jdgen.model.facts import Facts
from jdgen.model.specialization import Specialization

_SHORTEST_WAIT = 12
"""Months that a posting gives at least to earn a certification after the start; exams are offered a few times a year."""


def fitting(names: Iterable[str], profile: Specialization, facts: Facts) -> tuple[str, ...]:
    """Return ids with each family resolved: `acm` is ACM-RN, ACM-SW or both, by the licenses of the role."""
    versions = (version for name in names for version in facts.versions(name))
    return tuple(dict.fromkeys(version.id for version in versions if version.fits(profile.license_kinds)))


def certification_line(credential: Credential, *, required: bool, experience: int) -> str:
    """Return the line of one certification, spelled out; `experience` is what the posting asks for, in months.

    A required one that nobody with that experience can have earned is asked for within a time after the start.
    """
    line = f"{credential.name} ({credential.abbreviation}), from the {credential.issuer}"
    missing = (credential.months_of_experience or 0) - experience
    if not required or missing <= 0:
        return line
    return f"{line}, or earned within {max(missing, _SHORTEST_WAIT)} months of your start"
