"""What is wrong in a rule that its form cannot show: terms that cannot be read, and settings its kind does not know."""

from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from jdgen.audit.kinds import arithmetic, key_phrase, measure, program_age, stated_fact, statement, wanted_twice
from jdgen.audit.phrase_book import read_phrase
from jdgen.audit.preparation_traits import SORTS
from jdgen.audit.term_lists import Lists, in_full
from jdgen.audit.terms import TermError, compile_term
from jdgen.model.law import AdItem
from jdgen.model.rule import Rule
from jdgen.text.words import join_words

Fault = tuple[tuple[str | int, ...], str]
"""Where in the rule, and what is wrong."""

_NAMED_BY: Mapping[str, str] = {
    "measure": "measure", "statement": "check", "key-phrase": "check", "pay-law": "item", "credential": "check", "license": "check",
    "wage": "check", "channel": "check",
}  # fmt: skip
"""The setting that says what a rule of a kind looks at."""

_KNOWN: Mapping[str, tuple[object, ...]] = {
    "measure": (*measure.OF_WORDS, *measure.OF_POSTINGS),
    "statement": (
        *statement.COMPARED,
        *statement.JUDGES,
        *stated_fact.CHECKS,
        *arithmetic.CHECKS,
        program_age.CHECK,
        wanted_twice.CHECK,
    ),
    "key-phrase": tuple(key_phrase.CHECKS),
    "pay-law": (*get_args(AdItem), "closed-range"),
}


def faults(rule: Rule, lists: Lists) -> Iterator[Fault]:
    """Give everything that is wrong in a rule; `lists` are those its terms may name."""
    yield from setting_faults(rule)
    if rule.kind == "trait":
        yield from _faults_of_trait(rule)
        return
    for field in ("terms", "exceptions", "unless", "needs"):
        for index, term in enumerate(getattr(rule, field)):
            # As when rules are made ready: only the terms of phrases are looked up by a word.
            anchored = field == "terms" and rule.kind == "phrase" and rule.roles != ("title",)
            exact_case = field == "terms" and rule.exact_case
            try:
                for one in in_full((term,), lists):
                    compile_term(one, exact_case=exact_case, anchored=anchored)
            except TermError as error:
                yield (field, index), str(error)


def _faults_of_trait(rule: Rule) -> Iterator[Fault]:
    """Give every term of a trait rule that cannot be read; they are rows of words, without gaps."""
    places: list[tuple[tuple[str | int, ...], str]] = [
        (("settings", sort, index), term)
        for sort, terms in rule.settings.items()
        if isinstance(terms, tuple)
        for index, term in enumerate(terms)
    ]
    places += [
        ((name, index), term) for name in ("exceptions", "unless") for index, term in enumerate(getattr(rule, name))
    ]
    for place, term in places:
        try:
            read_phrase(term, 0)
        except TermError as error:
            yield place, str(error)


def setting_faults(rule: Rule) -> Iterator[Fault]:
    """Give what is wrong in the settings."""
    if rule.kind == "trait":
        for sort, terms in rule.settings.items():
            if sort not in SORTS or not isinstance(terms, tuple):
                yield ("settings", sort), f"`{sort}` is no sort of traits with terms, expected one of {_named(SORTS)}"
        return
    name = _NAMED_BY.get(rule.kind)
    if name is None:
        return
    if name not in rule.settings:
        yield ("settings",), f"a rule of the kind `{rule.kind}` lacks `{name}`{_choice(rule.kind)}"
    elif rule.kind in _KNOWN and rule.settings[name] not in _KNOWN[rule.kind]:
        yield ("settings", name), f"`{rule.settings[name]}` is no {name}{_choice(rule.kind)}"
    elif rule.kind == "measure" and not {"above", "below"} & rule.settings.keys():
        yield ("settings",), "a measure lacks its limit, expected `above` or `below`"


def _choice(kind: str) -> str:
    known = _KNOWN.get(kind, ())
    return f", expected one of {_named(known)}" if known else ""


def _named(names: Iterable[object]) -> str:
    return join_words([f"`{name}`" for name in names])
