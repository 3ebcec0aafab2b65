"""Credentials and organizations in a text: where they stand, and which they are."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from jdgen.audit.lookup import CredentialFact
from jdgen.audit.ruleset import compiled
from jdgen.audit.terms import WORD
from jdgen.audit.view import View

CREDENTIAL = "\u00a7"
"""What stands for each letter of a credential in masked text."""
ORGANIZATION = "\u00a4"
"""What stands for each letter of an organization in masked text."""

_SMALL = frozenset({"of", "for", "the", "and", "on", "in", "with", "to"})


class Mention(NamedTuple):
    """A credential in the view's text. A family such as ACM has several versions; the letters alone name all of them."""

    start: int
    end: int
    facts: tuple[CredentialFact, ...]

    @property
    def letters(self) -> str:
        """The abbreviation, or the family's where several are meant."""
        return self.facts[0].abbreviation if len(self.facts) == 1 else (self.facts[0].family or "").upper()


class Organization(NamedTuple):
    """An organization in the view's text, by its name in small letters."""

    start: int
    end: int
    name: str
    is_known: bool = True


class _Name(NamedTuple):
    anchor: str
    regex: str
    cased: bool
    facts: tuple[CredentialFact, ...]
    others: frozenset[str] = frozenset()
    """Words that a sentence with it holds, all but the last one, which may have an ending."""


def credential_mentions(view: View, credentials: tuple[CredentialFact, ...]) -> list[Mention]:
    """Return every credential in reading order; a name and the letters in brackets after it are one mention."""
    names, anchors = _credential_names(credentials)
    found = [
        Mention(*match.span(), name.facts)
        for number, words in sentences_with(view, anchors)
        for name in {name: None for word in words for name in names[word]}
        if name.others <= view.sentence_vocabularies[number]
        for match in compiled(name.regex).finditer(
            view.cased if name.cased else view.text, view.all_sentences[number].start, view.all_sentences[number].end
        )
    ]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    return _joined(found, view)


def sentences_with(view: View, anchors: frozenset[str]) -> Iterator[tuple[int, list[str]]]:
    """Give the number of each sentence that holds one of these words, and which of them, each once and in order."""
    yield from view.once(_sentences_with, anchors)


def _sentences_with(view: View, anchors: frozenset[str]) -> list[tuple[int, list[str]]]:
    near = view.vocabulary & anchors
    if not near:
        return []
    found = [number for number, words in enumerate(view.sentence_vocabularies) if not near.isdisjoint(words)]
    return [(number, sorted(view.sentence_vocabularies[number] & near)) for number in found]


def _forms(word: str) -> tuple[str, ...]:
    """Return a word as it may be written: alone, of several, of one's own."""
    return word, f"{word}s", f"{word}'s"


def _joined(found: Sequence[Mention], view: View) -> list[Mention]:
    """Leave out what stands inside of another mention, and join a name with its own letters."""
    kept: list[Mention] = []
    for mention in found:
        last = kept[-1] if kept else None
        if last and mention.start < last.end:
            continue
        if last and _is_spelled_out(last, mention, view):
            end = mention.end + (view.text[mention.end : mention.end + 1] == ")")
            facts = tuple(fact for fact in last.facts if fact in mention.facts)
            kept[-1] = Mention(last.start, end, facts)
            continue
        kept.append(mention)
    return kept


def _is_spelled_out(name: Mention, letters: Mention, view: View) -> bool:
    """Say whether letters stand right behind their own name."""
    if not set(name.facts) & set(letters.facts) or view.text[name.end : letters.start].strip(" (-:"):
        return False
    return not view.cased[name.start : name.end].isupper() and view.cased[letters.start : letters.end].isupper()


@lru_cache(maxsize=4)
def _credential_names(
    credentials: tuple[CredentialFact, ...],
) -> tuple[Mapping[str, tuple[_Name, ...]], frozenset[str]]:
    """Return the names of credentials by the word to look for them at, and these words."""
    names: dict[tuple[str, bool], list[CredentialFact]] = {}
    for fact in credentials:
        letters = {fact.abbreviation} | ({fact.family.upper()} if fact.family else set())
        for written in sorted(letters):
            names.setdefault((written, True), []).append(fact)
        names.setdefault((fact.name.lower(), False), []).append(fact)
    found: dict[str, list[_Name]] = {}
    for (written, cased), facts in names.items():
        name = _name(written, tuple(facts), cased=cased)
        for form in _forms(name.anchor):
            found.setdefault(form, []).append(name)
    return {anchor: tuple(row) for anchor, row in found.items()}, frozenset(found)


def _name(written: str, facts: tuple[CredentialFact, ...], *, cased: bool) -> _Name:
    """Return how a name is looked for: letters in capitals, or all small where no word is spelled like them."""
    words = WORD.findall(written.lower())
    anchor = max(words, key=len)
    body = re.escape(written).replace(r"\-", "-?").replace("-", "[- ]")
    if cased:
        small = f"|{body.lower()}" if len(written) > 2 and written not in {"MAC", "ACLS", "BLS", "CPS"} else ""
        return _Name(anchor, rf"(?<![\w-])(?:{body}{small})(?:'?s)?(?![\w]|-[A-Z]|/CM)", cased, facts)
    others = frozenset(words[:-1]) if "-" not in written else frozenset[str]()
    return _Name(anchor, rf"(?<![\w-]){body.replace(', ', ',? ')}s?(?![\w-])", cased, facts, others)


def initials(name: str) -> str:
    """Return the first letters of the longer words of a name, in capitals."""
    return "".join(word[0] for word in WORD.findall(name.lower()) if word not in _SMALL).upper()


class _Written(NamedTuple):
    """One way to write an organization; letters count only in capitals."""

    name: str
    part: str

    @property
    def cased(self) -> bool:
        """Say whether capitals count."""
        return not self.part.islower()

    @property
    def regex(self) -> str:
        """The expression for it; most organizations are never looked for."""
        return rf"(?<![\w-]){re.escape(self.part)}(?!\w)(?:'s)?"


OrganizationTable = Mapping[str, tuple[_Written, ...]]
"""Ways to write organizations, by the word to look for them at."""


def organization_table(issuers: Iterable[str], further: Iterable[str]) -> OrganizationTable:
    """Return every way to write each organization.

    Issuers are known by their name and its initials; `further` are rows `letters = name = other name`.
    """
    names: dict[str, str] = {}
    for issuer in issuers:
        names[issuer.lower()] = issuer.lower()
        names[initials(issuer)] = issuer.lower()
    for row in further:
        written = [part.strip() for part in row.split("=")]
        name = (written[1] if len(written) > 1 else written[0]).lower()
        names |= {part if part == part.upper() else part.lower(): name for part in written}
    table: dict[str, list[_Written]] = {}
    for part, name in names.items():
        one = _Written(name, part)
        for form in _forms(max(WORD.findall(part.lower()), key=len)):
            table.setdefault(form, []).append(one)
    return {anchor: tuple(ways) for anchor, ways in table.items()}


def organization_mentions(view: View, number: int, table: OrganizationTable) -> list[Organization]:
    """Return every organization of a table in a sentence, in reading order, the longest at each place."""
    sentence, words = view.all_sentences[number], view.sentence_vocabularies[number]
    found = [
        Organization(*match.span(), way.name)
        for way in {way: None for word in sorted(table.keys() & words) for way in table[word]}
        for match in compiled(way.regex).finditer(view.cased if way.cased else view.text, sentence.start, sentence.end)
    ]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Organization] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


_CAPITALS = re.compile(r"[A-Z][\w&'-]*(?: (?:(?:of|for|on|and|in|the|&) ){0,2}[A-Z][\w&'-]*){1,9}")


def strangers(view: View, span: tuple[int, int], heads: frozenset[str]) -> Iterator[Organization]:
    """Give organizations of a span that no table knows: capital words side by side, one of which is a head such as University."""
    for match in _CAPITALS.finditer(view.cased, *span):
        name = match.group().lower()
        if not heads.isdisjoint(WORD.findall(name)):
            yield Organization(*match.span(), name, is_known=False)


def masked(text: str, start: int, spans: Iterable[tuple[int, int, str]]) -> str:
    """Return a piece of text that starts at an offset, with every letter of the spans replaced by their mark."""
    for first, last, mark in spans:
        begin, end = max(first - start, 0), min(last - start, len(text))
        text = text[:begin] + mark * (end - begin) + text[max(begin, end) :]
    return text
