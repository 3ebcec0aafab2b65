"""Terms that many rules share: `@refusal` in a rule stands for the terms of that list in `rules/_who.yaml`."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from jdgen.audit.terms import TermError
from jdgen.text.words import join_words

Lists = Mapping[str, Sequence[str]]


def in_full(terms: Iterable[str], lists: Lists) -> tuple[str, ...]:
    """Return terms with the lists they name written out; raise TermError for a list that is not there."""
    return tuple(chain.from_iterable(_terms_of(term, lists) for term in terms))


def _terms_of(term: str, lists: Lists) -> Sequence[str]:
    if not term.startswith("@"):
        return (term,)
    if term[1:] not in lists:
        known = [f"`@{name}`" for name in sorted(lists)]
        raise TermError(f"`{term}` names no list{f', expected one of {join_words(known)}' if known else ''}")
    return lists[term[1:]]
