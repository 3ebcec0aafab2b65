"""Where the phrases people search for stand in a posting, and how often: compared by stems, word by word, never as parts of words."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from jdgen.audit.lookup import Lookup, ProfileFact
from jdgen.audit.terms import WORD
from jdgen.audit.view import View
from jdgen.model.finding import KeyPhrase, PhraseKind
from jdgen.text.stems import StemsNear, StemTable, occurrences

MOST_PER_HUNDRED = 3.0
"""Occurrences of one phrase in a hundred words from which on a text reads as written for machines."""

FEWEST_WORDS_TO_JUDGE = 150
_FIRST_PARAGRAPH_WORDS = 60


class Places(NamedTuple):
    """The stems of a posting by place; each place is one run of words."""

    title: tuple[str, ...]
    opening: tuple[str, ...]
    headings: tuple[tuple[str, ...], ...]
    body: tuple[str, ...]
    description: tuple[str, ...]


def key_phrase_table(view: View, lookup: Lookup) -> tuple[KeyPhrase, ...]:
    """Return one row for each phrase the posting should be found by; empty where its kind of work is not known."""
    profile = profile_of(view, lookup)
    if profile is None or view.is_fragment:
        return ()
    return view.once(_table, profile, lookup.stems)


def _table(view: View, profile: ProfileFact, table: StemTable) -> tuple[KeyPhrase, ...]:
    phrases = tuple(_phrases(profile, table))
    places = places_of(view, StemsNear((stem for wanted, _, _ in phrases for stem in wanted), table))
    words = max(view.word_count, 1)
    return tuple(_row(phrase, kind, (wanted, places), words) for wanted, phrase, kind in phrases)


def profile_of(view: View, lookup: Lookup) -> ProfileFact | None:
    """Return the specialization a posting states, else the one whose title its title is nearest to, else None."""
    stated = view.document.stated.get("specialization")
    named = lookup.profile(stated[0].text) if stated else None
    return named or _nearest(view.document.title or "", tuple((lookup.profiles or {}).values()), lookup.stems)


@lru_cache(maxsize=16)
def _nearest(title: str, profiles: tuple[ProfileFact, ...], table: StemTable) -> ProfileFact | None:
    """Return the profile that shares the most title words; its every word has to stand in the title, or the other way round."""
    wanted = frozenset(_stems(title, table))
    if not wanted:
        return None
    best: tuple[int, ProfileFact] | None = None
    near = StemsNear(wanted, table)
    for profile in profiles:
        for other in profile.titles:
            words = frozenset(near.of(_words(other)))
            if words <= wanted and (best is None or len(words) > best[0]):
                best = (len(words), profile)
    return best[1] if best else None


def _phrases(profile: ProfileFact, table: StemTable) -> Iterator[tuple[tuple[str, ...], str, PhraseKind]]:
    """Give the title, the phrases of the profile, and two other titles people type, each after its stems."""
    seen: set[tuple[str, ...]] = set()
    rows: list[tuple[str, PhraseKind]] = [(profile.title.lower(), "title")]
    rows += [(phrase, "skill") for phrase in profile.key_phrases]
    rows += [(title.lower(), "synonym") for title in profile.titles[1:3]]
    for phrase, kind in rows:
        key = _stems(phrase, table)
        if key not in seen:
            seen.add(key)
            yield key, phrase, kind


def places_of(view: View, near: StemsNear) -> Places:
    """Return the stems of title, first paragraph, headings, whole text and description, as far as they are near to those that are looked for."""
    headings = [block.text for block in view.blocks if block.kind == "heading" and block.level != 1]
    paragraphs = [block.text for block in view.blocks if block.kind == "paragraph"]
    described = view.document.stated.get("description") or [
        view.document.meta[name] for name in ("description",) if name in view.document.meta
    ]
    return Places(
        near.of(_words(view.document.title or "")),
        near.of(_words(" ".join(paragraphs[:2]))[:_FIRST_PARAGRAPH_WORDS]),
        tuple(near.of(_words(heading)) for heading in headings),
        near.of(view.words),
        near.of(_words(described[0].text if described else "")),
    )


def _stems(text: str, table: StemTable) -> tuple[str, ...]:
    return table.stems(_words(text))


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def _row(phrase: str, kind: PhraseKind, looked_for: tuple[tuple[str, ...], Places], words: int) -> KeyPhrase:
    wanted, places = looked_for
    count = len(occurrences(wanted, places.body))
    found = tuple(_found_in(wanted, places, count))
    density = round(100 * count / words, 2)
    return KeyPhrase(phrase, kind, count, density, found, _advice(kind, count, density, found, words))


def _found_in(wanted: tuple[str, ...], places: Places, count: int) -> Iterator[str]:
    if occurrences(wanted, places.title):
        yield "title"
    if occurrences(wanted, places.opening):
        yield "first paragraph"
    if any(occurrences(wanted, heading) for heading in places.headings):
        yield "headings"
    if count:
        yield "body"
    if occurrences(wanted, places.description):
        yield "description"


def _advice(kind: str, count: int, density: float, found: Iterable[str], words: int) -> str:
    if words >= FEWEST_WORDS_TO_JUDGE and density > MOST_PER_HUNDRED:
        return "too often: say it in other words"
    if kind == "title" and "title" not in found:
        return "use it as the title, if it is what the job is"
    if kind == "title" and "first paragraph" not in found:
        return "name the job in the first paragraph"
    if count == 0:
        return (
            "another title people type; one mention helps"
            if kind == "synonym"
            else "mention it, if it is part of the work"
        )
    return ""
