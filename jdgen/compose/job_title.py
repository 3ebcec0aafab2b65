"""A job title inside a sentence: in lower case where that is right, with "position" where grammar puts it.

A title says its words with capitals, names and ordinary words alike. Which is which, the specialization's own sentences tell: they write
"Medicare" and "hospital".
"""

import re
from collections.abc import Iterable

from jdgen.model.specialization import Specialization
from jdgen.text.words import with_article

_PIECE = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_APART = re.compile(r"[,;:|\u2013\u2014]| - ")
"""Marks that part a title in two: nothing can follow such a title as a noun."""
_LINKED = re.compile(r" (?:of|for|to|in|with) ")
_POSITION = {"position", "role", "job"}
_KINDS = {"contract", "diem", "full", "hybrid", "on", "part", "per", "remote", "site", "temporary", "time"}
"""Words for kinds of jobs, which titles say too and specializations do not."""


def title_in_a_sentence(title: str, profile: Specialization, *, names: Iterable[str] = ()) -> str:
    """Return a title in lower case, except for acronyms and names; `names` are words known to be some.

    A title somebody typed stays as it is where it holds a name, or a word that neither the specialization's titles nor its sentences
    know: better with capitals than with a name in lower case.
    """
    prose, kept = _prose(profile), {piece for name in names for piece in _PIECE.findall(name)}
    known = (profile.title, *profile.title_variants)
    familiar = _POSITION | _KINDS | {piece.lower() for own in known for piece in _PIECE.findall(own)}
    words = {piece for piece in _PIECE.findall(title) if piece[:1].isupper() and piece[1:].islower()} - kept
    written_small = {word for word in words if re.search(rf"\b{word.lower()}\b", prose)}
    proper = {word for word in words - written_small if re.search(rf"[a-z,;(] {word}\b", prose)}
    ordinary = words - proper
    is_strange = any(word.lower() not in familiar for word in ordinary - written_small)
    if title != profile.title and (proper or is_strange):
        return title
    return _PIECE.sub(lambda match: match[0].lower() if match[0] in ordinary else match[0], title)


def position_of(title: str, adjectives: str) -> tuple[str, str]:
    """Return "a full-time hospital case manager position", and the comma what follows needs after some titles.

    Titles that no noun can follow come last: "a full-time position as director of case management".
    """
    if _APART.search(title) or _LINKED.search(title):
        return f"{with_article(f'{adjectives} position'.strip())} as {title}", "," if "," in title else ""
    noun = title if title.lower().split()[-1] in _POSITION else f"{title} position"
    return with_article(f"{adjectives} {noun}".strip()), ""


def _prose(profile: Specialization) -> str:
    """Return sentences and phrases of a specialization; a capital after a small letter or a comma is that of a name."""
    duties = (duty.text for duty in profile.responsibilities)
    lines = (*profile.objectives, *duties, *profile.skills, *profile.outcomes, *profile.regulations)
    phrases = (*profile.key_phrases, *profile.search_synonyms)
    return "\n".join((profile.opening, profile.population, profile.purpose, *lines, *phrases))
