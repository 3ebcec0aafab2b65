"""From facts as they are written to facts as the rules look them up."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from jdgen.audit.lookup import (
    ClauseFact,
    CompactFact,
    CredentialFact,
    Lookup,
    PayLawFact,
    ProfileFact,
    TitleFact,
    WageFact,
)
from jdgen.audit.terms import WORD
from jdgen.model.fact import Credential
from jdgen.model.facts import Facts
from jdgen.model.law import LicenseTitle, PayLaw
from jdgen.model.market import ChannelRule
from jdgen.model.specialization import Specialization
from jdgen.text.states import STATES
from jdgen.text.stems import StemTable

_HOLDERS = {
    "rn": "nurse", "lpn": "practical nurse", "bachelor-social-work": "social worker", "master-social-work": "social worker",
    "clinical-social-work": "social worker", "clinical-counseling": "counselor",
}  # fmt: skip
"""The profession of those who hold a kind of license."""

_HELD_ONLY_BY = {"Registered nurses": "nurse", "Social workers": "social worker"}
_SCHOOLING = re.compile(r"\b(?:degree|license|nurses|social workers|counselors|physicians)\b")
_WITHOUT_SCHOOLING = re.compile(r"high school|no license|^(?:Anyone|Adults|Community members|People with lived)")
_MONTHS = re.compile(r"\b(\d+) months\b")
_RENEWAL = re.compile(r"^Every (?:(\d+) years|year)\b")
_NAMED_STATES = {name: letters for letters, name in STATES.items()} | {"DC": "DC"}
_CLAUSE = re.compile(r"\b([gil])\d\d\b")
_CHANNELS = {"g": "google", "i": "indeed", "l": "linkedin"}
_NOTE_TOKEN = re.compile(
    "|".join(sorted(_NAMED_STATES, key=len, reverse=True)) + r"|\b[A-Z][A-Za-z]*(?:-[A-Z]+|[A-Z])+\b"
)


def make_lookup(facts: Facts, clauses: Iterable[ChannelRule], profiles: Mapping[str, Specialization]) -> Lookup:
    """Return what the rules need of the facts and the specializations, in their order."""
    return Lookup(
        credentials=tuple(_credentials(facts)),
        titles=tuple(
            TitleFact(
                row.license,
                row.title,
                row.name,
                frozenset(row.states),
                row.confidence,
                row.source[0],
                tuple(_asides(row)),
                row.source,
            )
            for row in facts.license_titles.values()
        ),
        compacts=tuple(_compacts(facts)),
        pay_laws=tuple(_pay_law(law, facts) for law in facts.pay_laws.values()),
        wages=tuple(
            WageFact(row.soc, row.title, row.period, row.p10, row.median, row.p90, row.also_for, row.source[0])
            for row in facts.wages.values()
        ),
        clauses=tuple(_clause(row) for row in clauses),
        profiles={name: _profile(name, profile) for name, profile in profiles.items()},
        stems=StemTable(sorted(_title_words(profiles) | word_frequency(profiles).keys())),
    )


def _title_words(profiles: Mapping[str, Specialization]) -> set[str]:
    phrases = (phrase for one in profiles.values() for phrase in (one.title, *one.title_variants, *one.key_phrases))
    return {word for phrase in phrases for word in WORD.findall(phrase.lower())}


def _clause(row: ChannelRule) -> ClauseFact:
    """Take over a clause; one for all channels counts for those whose clauses its note names: "From g03 and i02"."""
    named = {_CHANNELS[letter] for letter in _CLAUSE.findall(row.note or "")}
    counts_for = frozenset(named if row.channel == "all" else {row.channel})
    return ClauseFact(row.id, row.channel, row.level, row.rule, row.confidence, row.source[0], counts_for)


def _credentials(facts: Facts) -> Iterable[CredentialFact]:
    for row in facts.credentials.values():
        yield CredentialFact(
            row.id, row.name, row.abbreviation, row.issuer, row.former_names, row.licenses, row.roles, row.months_of_experience,
            row.family, row.confidence, row.source[0], row.held_by, _holders(row), _needs_schooling(row), _least_months(row),
            _renewal_years(row),
        )  # fmt: skip


def _holders(row: Credential) -> tuple[str, ...]:
    """Return the only professions that can hold a credential: those of its licenses and roles, else those its first words name."""
    listed = tuple(dict.fromkeys(_HOLDERS[name] for name in (*row.licenses, *row.roles) if name in _HOLDERS))
    return listed or tuple(holder for words, holder in _HELD_ONLY_BY.items() if row.held_by.startswith(words))


def _needs_schooling(row: Credential) -> bool:
    return bool(_SCHOOLING.search(row.held_by.lower())) and not _WITHOUT_SCHOOLING.search(row.held_by)


def _least_months(row: Credential) -> int | None:
    if row.months_of_experience is None:
        return None
    return min(row.months_of_experience, *(int(number) for number in _MONTHS.findall(row.held_by)), 999)


def _renewal_years(row: Credential) -> int | None:
    match = _RENEWAL.search(row.renewal or "")
    return int(match[1] or 1) if match else None


def _asides(row: LicenseTitle) -> Iterator[tuple[str, frozenset[str]]]:
    """Give the letters a note mentions, each with the states it is said of; one that does not exist is not among them.

    A sentence that begins with its states names them before the letters, any other one after: "LPC is the lower license in Ohio".
    """
    for sentence in (row.note or "").split(". "):
        tokens = [match.group() for match in _NOTE_TOKEN.finditer(sentence)]
        states_first = bool(tokens) and tokens[0] in _NAMED_STATES
        if not states_first:
            tokens.reverse()
        named: list[str] = []
        previous_is_state = False
        for token in tokens:
            is_state = token in _NAMED_STATES
            if is_state:
                named = [*(named if previous_is_state else []), _NAMED_STATES[token]]
            elif token != row.title and f"no {token}" not in sentence:
                yield token, frozenset(named or row.states)
            previous_is_state = is_state


def _compacts(facts: Facts) -> Iterable[CompactFact]:
    for row in facts.compacts.values():
        members = frozenset(member.state for member in row.members)
        operational = frozenset(state for state in members if row.operational_in(state))
        yield CompactFact(row.id, row.name, row.licenses, row.issuing, members, operational, row.source[0])


def _pay_law(law: PayLaw, facts: Facts) -> PayLawFact:
    place = law.jurisdiction
    counties = [row for row in facts.counties.values() if (row.state, row.county) == (place.state, place.locality)]
    localities = (
        (place.locality, *law.also_in, *(name for row in counties for name in row.places)) if place.locality else ()
    )
    return PayLawFact(
        law.id, law.name, law.citation, law.jurisdiction.state, localities, law.effective_from, law.effective_to, law.min_employees,
        frozenset(law.must_hold), law.open_ended, law.confidence, law.source[0],
    )  # fmt: skip


def _profile(name: str, profile: Specialization) -> ProfileFact:
    return ProfileFact(
        name,
        profile.title,
        tuple(dict.fromkeys((profile.title, *profile.title_variants))),
        profile.search_synonyms,
        profile.key_phrases,
        profile.occupation.code.partition(".")[0],
    )


def word_frequency(profiles: Mapping[str, Specialization]) -> Counter[str]:
    """Return how often words stand in the texts of the specializations, which are what postings are made of."""
    texts = (
        text
        for profile in profiles.values()
        for text in (
            profile.opening,
            profile.population,
            *(duty.text for duty in profile.responsibilities),
            *profile.skills,
        )
    )
    return Counter(word for text in texts for word in WORD.findall(text.lower()))
