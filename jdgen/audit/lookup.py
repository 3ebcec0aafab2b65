"""Facts as the rules look them up: plain records taken from `facts/*.yaml` and the specializations, quick to keep and to read back.

Rows that tables are made from are told apart by being the same row, so that a table can be kept for a tuple of them at no cost.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from jdgen.text.stems import StemTable


class CredentialFact(NamedTuple):
    """A certification: what it is called, who issues it, and who can hold it. See `jdgen.model.fact.Credential`."""

    id: str
    name: str
    abbreviation: str
    issuer: str
    former_names: tuple[str, ...]
    licenses: tuple[str, ...]
    roles: tuple[str, ...]
    months_of_experience: int | None
    family: str | None
    confidence: str
    source: str
    held_by: str = ""
    holders: tuple[str, ...] = ()
    """The only professions that can hold it, such as nurse; empty where several can."""
    needs_schooling: bool = False
    """Whether a degree or a license is needed to earn it."""
    least_months: int | None = None
    """The shortest experience in case management with which anybody can hold it."""
    renewal_years: int | None = None


class TitleFact(NamedTuple):
    """What some states call a kind of license. `asides` are letters that a note mentions for some of the states beside the title."""

    license: str
    title: str
    name: str
    states: frozenset[str]
    confidence: str
    source: str
    asides: tuple[tuple[str, frozenset[str]], ...] = ()
    sources: tuple[str, ...] = ()
    """Every page the row rests on, in its order; many speak of one of its states only."""


class CompactFact(NamedTuple):
    """A licensure compact: its members, and those where it can be used."""

    id: str
    name: str
    licenses: tuple[str, ...]
    issuing: bool
    members: frozenset[str]
    operational: frozenset[str]
    source: str


class PayLawFact(NamedTuple):
    """What a place asks of the pay in an advertisement. See `jdgen.model.law.PayLaw`."""

    id: str
    name: str
    citation: str
    state: str
    localities: tuple[str, ...]
    effective_from: date
    effective_to: date | None
    min_employees: int
    must_hold: frozenset[str]
    open_ended: bool
    confidence: str
    source: str


class WageFact(NamedTuple):
    """National wages of one occupation, dollars a year."""

    soc: str
    title: str
    period: str
    p10: int
    median: int
    p90: int
    also_for: tuple[str, ...]
    source: str


class ClauseFact(NamedTuple):
    """One clause of a channel's contract."""

    id: str
    channel: str
    level: str
    rule: str
    confidence: str
    source: str
    counts_for: frozenset[str] = frozenset()
    """The channels it is judged for: its own, or of a clause for all those whose clauses it is drawn from."""


class ProfileFact(NamedTuple):
    """What a specialization is searched for: its titles, synonyms and key phrases."""

    id: str
    title: str
    titles: tuple[str, ...]
    synonyms: tuple[str, ...]
    key_phrases: tuple[str, ...]
    soc: str


for _row in (CredentialFact, TitleFact, ProfileFact):
    _row.__eq__, _row.__hash__ = object.__eq__, object.__hash__  # type: ignore[method-assign]  # the same row, not an equal one


class Lookup(NamedTuple):
    """Every fact the rules ask for."""

    credentials: tuple[CredentialFact, ...] = ()
    titles: tuple[TitleFact, ...] = ()
    compacts: tuple[CompactFact, ...] = ()
    pay_laws: tuple[PayLawFact, ...] = ()
    wages: tuple[WageFact, ...] = ()
    clauses: tuple[ClauseFact, ...] = ()
    profiles: Mapping[str, ProfileFact] | None = None
    stems: StemTable = StemTable()
    """The stems of the words postings are made of."""

    def profile(self, name: str | None) -> ProfileFact | None:
        """Return the profile of a specialization's id."""
        return self.profiles.get(name) if self.profiles and name else None
