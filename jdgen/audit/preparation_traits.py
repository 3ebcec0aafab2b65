"""From trait rules and the table of stances as they are written to what the audit looks for."""

from collections.abc import Iterable, Iterator, Mapping

from jdgen.audit.phrase_book import Classes, PhraseBook, Words
from jdgen.audit.phrase_gate import PhraseGate
from jdgen.audit.term_lists import Lists, in_full
from jdgen.audit.traits import EXCEPTION, UNLESS, Sign, Traits
from jdgen.model.record import as_plain
from jdgen.model.rule import Rule, StanceTable

SORTS = ("unwanted", "wanted", "either", "asked", "plain")
"""What a trait may be to an employer; `rules/_stance.yaml` says which stances count for each."""


def make_traits(rules: Iterable[Rule], table: StanceTable | None, lists: Lists, frequency: Mapping[str, int]) -> Traits:
    """Make the words of trait rules ready; raise TermError for a term that cannot be read. Without a table of stances nothing is found."""
    if table is None:
        return Traits()
    classes = _by_word(table.classes)
    rows = [
        (term, (number, sort))
        for number, rule in enumerate(rules)
        if rule.kind == "trait"
        for sort, terms in lexicon(rule)
        for term in terms
    ]
    entries = tuple(dict.fromkeys(entry for _, entry in rows))
    place = {entry: at for at, entry in enumerate(entries)}
    traits = [(term, place[entry]) for term, entry in rows if entry[1] not in {EXCEPTION, UNLESS}]
    book = PhraseBook(traits, classes)
    return Traits(
        PhraseGate((term for term, _ in traits), classes, frequency),
        book,
        book.beside((term, place[entry]) for term, entry in rows if entry[1] in {EXCEPTION, UNLESS}),
        entries,
        book.beside((term, at) for at, cue in enumerate(table.cues) for term in in_full(cue.terms, lists)),
        tuple(Sign(cue.sign, cue.weight, cue.side, cue.within, cue.clause) for cue in table.cues),
        {name: frozenset(sort.stances) for name, sort in table.sorts.items()},
        {name: frozenset(sort.shields) for name, sort in table.sorts.items()},
        as_plain(table.limits),
        dict(table.sections.items()),
        {sort: frozenset(roles.split()) for sort, roles in table.bare.items()},
        frozenset(table.contrasts.split()),
    )


def lexicon(rule: Rule) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the terms of a trait rule by their sort, and those that make them right."""
    for sort, terms in rule.settings.items():
        if sort in SORTS and isinstance(terms, tuple):
            yield sort, terms
    yield EXCEPTION, rule.exceptions
    yield UNLESS, rule.unless


def _by_word(classes: Mapping[str, str]) -> Classes:
    found: dict[str, Words] = {}
    for name, words in classes.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), f"<{name}>")
    return found
