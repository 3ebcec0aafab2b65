"""The certification lines: which version fits the role, and what nobody can hold yet."""

from collections.abc import Iterable

from jdgen.model.fact import Credential
from jdgen.model.facts import Facts
from jdgen.text.words import join_words

_SHORTEST_WAIT = 12
"""Months that a posting gives at least to earn a certification after the start; exams are offered a few times a year."""


def fitting(names: Iterable[str], license_kinds: frozenset[str], facts: Facts) -> tuple[str, ...]:
    """Return ids with each family resolved: `acm` is ACM-RN, ACM-SW or both, by the licenses named beside it."""
    versions = (version for name in names for version in facts.versions(name))
    return tuple(dict.fromkeys(version.id for version in versions if version.fits(license_kinds)))


def certification_lines(ids: Iterable[str], facts: Facts, *, required: bool, experience: int) -> tuple[str, ...]:
    """Return a line for each certification, and one for the versions of a family: no one person holds two of them.

    `experience` in case management is what the posting asks for, in months. A required certification that nobody with that
    experience can have earned is asked for within a time after the start.
    """
    families: dict[str, list[Credential]] = {}
    for name in ids:
        credential = facts.credentials[name]
        families.setdefault(credential.family or credential.id, []).append(credential)
    return tuple(_line(versions, required=required, experience=experience) for versions in families.values())


def _line(versions: list[Credential], *, required: bool, experience: int) -> str:
    first = versions[0]
    letters = join_words([version.abbreviation for version in versions], "or")
    line = f"{first.name} ({letters}), from the {first.issuer}"
    missing = max(version.months_of_experience or 0 for version in versions) - experience
    if not required or missing <= 0:
        return line
    return f"{line}, or earned within {max(missing, _SHORTEST_WAIT)} months of your start"
