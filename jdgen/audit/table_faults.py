"""What is wrong in the tables of signs and of stances that their form cannot show: words that never match, and names that lead nowhere."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from math import isfinite
from typing import get_args

from jdgen.audit.preparation_traits import SORTS, lexicon
from jdgen.audit.setting_shapes import Fault, Place
from jdgen.audit.splices import JOINTS
from jdgen.audit.term_faults import AGE, phrase_faults, term_faults, word_fault
from jdgen.audit.term_lists import Lists
from jdgen.audit.terms import WORD
from jdgen.audit.view import folded
from jdgen.model.document import Role
from jdgen.model.record import Record, as_plain, field_names
from jdgen.model.rule import Rule, StanceSign, StanceTable, WhoTable
from jdgen.text.closest import did_you_mean
from jdgen.text.problem import quoted
from jdgen.text.words import counted, join_words

WEIGHTS = ("name", "quoted", "preceding-head", "own-head", "subject", "reply", "fade", "least")
"""The signs with a weight of their own, and what is left of a weight farther away."""

REACHES = ("head", "subject", "governor", "after", "name", "denial", "questions")
"""What is looked for within some words."""

_DENYING_FORMS = ("before", "of_one", "of_several", "whole", "ahead")
_NEEDING_A_WORD = frozenset({("addressed", "begins"), ("addressed", "holds")})
"""Lists whose terms are only looked for where one of their words stands."""

_LONGEST = {"heads": 2, "governors": 4, "after": 4, "openings": 5, "denials": 4}
"""How many words are looked up together, by table."""

_CLASS = re.compile("<[a-z0-9-]+>")
_NOT_IN_A_CALL = re.compile(r"[^\w\s:.&'-]|_")


def who_faults(who: WhoTable) -> Iterator[Fault]:
    """Give what is wrong in the table of signs."""
    yield from _names(("weights",), who.weights, WEIGHTS)
    yield from _figures({("weights", name): weight for name, weight in who.weights.items()})
    yield from _figures({("roles", role): weight for role, weight in who.roles.items()})
    yield from _names(("reach",), who.reach, REACHES)
    for name, reach in who.reach.items():
        if reach < 1:
            yield Fault(("reach", name), f"`{reach}` reaches nothing, expected 1 or more")
    for name in _LONGEST:
        yield from _weighed(name, getattr(who, name))
    yield from _words(("name-heads",), who.name_heads)
    yield from _words(("stops",), who.stops)
    for alias, name in field_names(WhoTable).items():
        if name not in {"lists", "stance"} and isinstance(terms := getattr(who, name), tuple):
            yield from _terms((alias,), terms, who.lists)
    for name, terms in who.lists.items():
        yield from _terms(("lists", name), terms, {})
    for alias, name in field_names(WhoTable).items():
        if isinstance(group := getattr(who, name), Record) and name != "stance":
            yield from _group(alias, group, who.lists)
    yield from _idle_denials(who)


def _group(group: str, record: Record, lists: Lists) -> Iterator[Fault]:
    """Give what is wrong in lists that stand together."""
    for alias, name in field_names(record).items():
        words = getattr(record, name)
        if name == "calls":
            yield from _calls((group, alias), words)
        elif isinstance(words, str):
            yield from _words((group, alias), words)
        else:
            yield from _terms((group, alias), words, lists, anchored=(group, alias) in _NEEDING_A_WORD)


def _calls(place: Place, calls: str) -> Iterator[Fault]:
    for call in filter(None, map(str.strip, calls.split("|"))):
        if folded(call, lower=False) != call or _NOT_IN_A_CALL.search(call):
            yield Fault(
                place,
                f"{quoted(call)} never matches, expected words as they stand before a name",
                "write each way out, such as `Ask|Ask for`",
            )


def _idle_denials(who: WhoTable) -> Iterator[Fault]:
    """Give the denials without a word that a sentence must hold to be looked at for one."""
    denying = set(who.not_demanded.denying.split())
    named = {name: alias for alias, name in field_names(who.not_demanded).items()}
    for name in _DENYING_FORMS:
        for at, term in enumerate(getattr(who.not_demanded, name)):
            if not any(
                denying.intersection(WORD.findall(one)) for one in who.lists.get(term.removeprefix("@"), (term,))
            ):
                yield Fault(
                    ("not-demanded", named[name], at),
                    f"{quoted(term)} never matches: it holds none of the words of `denying`",
                    "add the word that denies to `denying`",
                )


def _weighed(table: str, rows: Mapping[str, str]) -> Iterator[Fault]:
    """Give what is wrong in weights to words; in heads a space stands between them, elsewhere a bar."""
    for weight, words in rows.items():
        if not _is_figure(weight):
            yield Fault((table, weight), f"{quoted(weight)} is no number, expected the weight of the words behind it")
        for phrase in words.split(None if table == "heads" else "|"):
            said = phrase.replace("-", " ").split() if table == "heads" else phrase.split()
            if WORD.findall(" ".join(said).lower()) != said:
                yield Fault(
                    (table, weight), f"{quoted(phrase)} never matches, expected words in small letters without marks"
                )
            elif len(said) > _LONGEST[table]:
                yield Fault(
                    (table, weight), f"{quoted(phrase)} never matches, expected at most {_LONGEST[table]} words"
                )


def _is_figure(text: str) -> bool:
    try:
        return isfinite(float(text))
    except ValueError:
        return False


def _terms(place: Place, terms: Iterable[str], lists: Lists, *, anchored: bool = False) -> Iterator[Fault]:
    for at, term in enumerate(terms):
        yield from (Fault((*place, at), *wrong) for wrong in term_faults(term, lists, anchored=anchored))


def stance_faults(stance: StanceTable, lists: Lists) -> Iterator[Fault]:
    """Give what is wrong in the table of stances."""
    yield from _figures({("limits", name): limit for name, limit in as_plain(stance.limits).items()})
    yield from _figures({("sections", role): weight for role, weight in stance.sections.items()})
    yield from _names(("sorts",), stance.sorts, SORTS)
    yield from _faults_of_signs(stance)
    for name, words in stance.classes.items():
        if not words.split():
            yield Fault(("classes", name), f"the class `{name}` holds no words, expected some")
        yield from _words(("classes", name), words)
    yield from _words(("contrasts",), stance.contrasts)
    yield from _bare(stance.bare)
    for at, cue in enumerate(stance.cues):
        yield from _cue(at, cue, class_names(stance), lists)


def class_names(stance: StanceTable | None) -> tuple[str, ...]:
    """Return the classes of words as terms write them."""
    return tuple(f"<{name}>" for name in stance.classes) if stance else ()


def _faults_of_signs(stance: StanceTable) -> Iterator[Fault]:
    """Hold the signs that the sorts name against those that words stand for."""
    signs = {cue.sign for cue in stance.cues}
    for sort, said in stance.sorts.items():
        for field, names in (("stances", said.stances), ("shields", said.shields)):
            for at, name in enumerate(names):
                if name not in signs:
                    message = f"no words stand for the sign {quoted(name)}"
                    yield Fault(("sorts", sort, field, at), message, did_you_mean(name, signs) or "add it to `cues`")
    named = {name for said in stance.sorts.values() for name in (*said.stances, *said.shields)}
    for at, cue in enumerate(stance.cues):
        # A sign that counts for nothing can be meant: it takes words away from the others. One like another is a slip.
        if cue.sign not in {*named, *JOINTS} and (hint := did_you_mean(cue.sign, named)):
            yield Fault(("cues", at, "sign"), f"the sign {quoted(cue.sign)} counts for no sort", hint)


def _bare(bare: Mapping[str, str]) -> Iterator[Fault]:
    roles = get_args(Role)
    yield from (fault for fault in _names(("bare",), bare, SORTS) if len(fault.place) > 1)
    for sort, words in bare.items():
        for role in words.split():
            if role not in roles:
                yield Fault(("bare", sort), f"{quoted(role)} is no section", did_you_mean(role, roles) or _known(roles))


def _cue(at: int, cue: StanceSign, classes: Collection[str], lists: Lists) -> Iterator[Fault]:
    yield from _figures({("cues", at, "weight"): cue.weight})
    for number, term in enumerate(cue.terms):
        place = ("cues", at, "terms", number)
        if term.startswith("@") and term[1:] not in lists:
            yield Fault(place, f"{quoted(term)} names no list", did_you_mean(term[1:], lists))
            continue
        for one in lists[term[1:]] if term.startswith("@") else (term,):
            yield from (Fault(place, *wrong) for wrong in phrase_faults(one, classes))


def _names(place: Place, given: Iterable[str], expected: Collection[str]) -> Iterator[Fault]:
    """Give the names that are not expected, and those that are lacking."""
    given = list(given)
    for name in given:
        if name not in expected:
            lacking = [one for one in expected if one not in given]
            yield Fault(
                (*place, name), f"{quoted(name)} is not known here", did_you_mean(name, lacking) or _known(expected)
            )
    lacking = [name for name in expected if name not in given]
    if lacking:
        yield Fault(place, f"`{place[-1]}` lacks {join_words([f'`{name}`' for name in lacking])}")


def _known(names: Iterable[str]) -> str:
    return f"there are {join_words([f'`{name}`' for name in names])}"


def _figures(table: Mapping[Place, float]) -> Iterator[Fault]:
    yield from (
        Fault(place, f"`{figure}` is no number that can be added, expected one")
        for place, figure in table.items()
        if not isfinite(figure)
    )


def _words(place: Place, words: str) -> Iterator[Fault]:
    for word in words.split():
        if wrong := word_fault(word, alone=True):
            yield Fault(place, *wrong)


def lacking_lists(who: WhoTable, rules: Iterable[Rule]) -> Iterator[Fault]:
    """Give the lists that rules and stances name and the table of signs does not have."""
    terms = [term for rule in rules if rule.kind != "trait" for name in _OF_LISTS for term in getattr(rule, name)]
    terms += [term for cue in (who.stance.cues if who.stance else ()) for term in cue.terms]
    yield from _lacking(("lists",), who.lists, [term[1:] for term in terms if term.startswith("@")])


def lacking_classes(stance: StanceTable, rules: Iterable[Rule]) -> Iterator[Fault]:
    """Give the classes of words that traits name and the table of stances does not have."""
    terms = [term for rule in rules if rule.kind == "trait" for _, row in lexicon(rule) for term in row]
    named = [name[1:-1] for term in terms for name in _CLASS.findall(term)]
    yield from _lacking(("classes",), {*stance.classes, AGE[1:-1]}, named)


_OF_LISTS = ("terms", "exceptions", "unless", "needs")


def _lacking(place: Place, known: Collection[str], named: Iterable[str]) -> Iterator[Fault]:
    for name, count in Counter(named).items():
        if name not in known:
            times = counted(count, "time")
            yield Fault(
                place,
                f"`{place[-1]}` lacks `{name}`, which rules name {times}",
                did_you_mean(name, known) or f"add `{name}:`",
            )
