"""What is wrong in a rule that its form cannot show: terms that cannot be read or never match, words with braces nobody fills, and what its kind does not take."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import NamedTuple

from jdgen.audit.giving_way import ANYWHERE, REACH
from jdgen.audit.giving_way import SETTING as GIVES_WAY
from jdgen.audit.preparation_traits import SORTS
from jdgen.audit.rule_contradictions import contradictions
from jdgen.audit.rule_settings import FIELDS, KINDS, Kind, Takes
from jdgen.audit.setting_shapes import Fault, Item, Place, Wrong, many, name_of, single
from jdgen.audit.term_faults import phrase_faults, term_faults
from jdgen.audit.term_lists import Lists
from jdgen.model.rule import Rule
from jdgen.text.closest import closest, did_you_mean
from jdgen.text.problem import quoted
from jdgen.text.words import join_words

_BRACE = re.compile(r"\{ *[^\W\d][\w-]* *\}?")
"""What looks like a place to be filled in, also one that nobody closed; JSON in a text has quotation marks behind its braces."""


class Shared(NamedTuple):
    """What the terms and settings of a rule may name: lists of terms, classes of words, and other rules with their families."""

    lists: Lists = MappingProxyType({})
    classes: Collection[str] = ()
    rules: Collection[str] | None = None
    """None where any name will do."""


def faults(rule: Rule, shared: Shared) -> Iterator[Fault]:
    """Give everything that is wrong in a rule."""
    yield from setting_faults(rule, shared.rules)
    yield from _passed_over(rule)
    yield from _faults_of_words(rule)
    yield from _groundless(rule)
    yield from _faults_of_phrases(rule, shared) if rule.kind == "trait" else _faults_of_terms(rule, shared)
    yield from contradictions(rule, shared.lists)


def _faults_of_terms(rule: Rule, shared: Shared) -> Iterator[Fault]:
    for field in ("terms", "exceptions", "unless", "needs"):
        is_looked_for = field == "terms"
        # As when rules are made ready: only the terms of phrases are looked up by a word, and in titles not even they.
        anchored = is_looked_for and rule.kind == "phrase" and rule.roles != ("title",)
        exact_case = is_looked_for and rule.exact_case
        for at, term in enumerate(getattr(rule, field)):
            wrongs = term_faults(term, shared.lists, exact_case=exact_case, anchored=anchored)
            yield from (Fault((field, at), *wrong) for wrong in wrongs)


def _faults_of_phrases(rule: Rule, shared: Shared) -> Iterator[Fault]:
    """Give what is wrong in the words of a trait, which stand in its settings by their sort, and in those that make it right."""
    rows: dict[Place, object] = {("settings", sort): rule.settings.get(sort) for sort in SORTS}
    rows |= {("exceptions",): rule.exceptions, ("unless",): rule.unless}
    for place, terms in rows.items():
        # A sentence is looked through for traits by its words alone; what makes one right is sought among its marks too.
        marks = place[0] != "settings"
        for at, term in enumerate(terms if isinstance(terms, tuple) else ()):
            yield from (Fault((*place, at), *wrong) for wrong in phrase_faults(term, shared.classes, marks=marks))


def setting_faults(rule: Rule, rules: Collection[str] | None = None) -> Iterator[Fault]:
    """Give what is wrong in the settings; `rules` are the ids and families it may give way to."""
    kind = KINDS[rule.kind]
    if kind.named_by:
        named = list(_faults_of_name(rule, kind))
        if named:
            yield from named
            return
    takes = _of(rule)
    lacking = [name for name in takes.needs if name not in rule.settings]
    yield from (
        Fault(("settings",), f"{_this(rule)} lacks the setting `{name}`", f"add `{name}:` below `settings:`")
        for name in lacking
    )
    for name, value in rule.settings.items():
        if name != kind.named_by:
            yield from _faults_of_setting(rule, name, value, rules)
    if takes.one_of and not any(rule.settings.get(name) or getattr(rule, name, None) for name in takes.one_of):
        yield Fault(("settings",), f"{_this(rule)} lacks {_either(takes.one_of)}")


def _faults_of_name(rule: Rule, kind: Kind) -> Iterator[Fault]:
    """Say what is wrong with the setting that says what a rule of its kind does."""
    name = kind.named_by
    value, expected = rule.settings.get(name), f"expected one of {_named(kind.takes)}"
    if value is None:
        yield Fault(("settings",), f"{_this(rule)} lacks the setting `{name}`, {expected}")
    elif not isinstance(value, str) or value not in kind.takes:
        message = f"{quoted(value) if isinstance(value, str) else 'this'} is no {name}, {expected}"
        yield Fault(("settings", name), message, did_you_mean(str(value), kind.takes))


def _faults_of_setting(rule: Rule, name: str, value: object, rules: Collection[str] | None) -> Iterator[Fault]:
    takes, place = _of(rule), ("settings", name)
    others = many(_rule_or_family(rules), or_one=True)
    giving_way = {GIVES_WAY: others, ANYWHERE: others, REACH: single(name_of(("sentence",)))}
    shapes = {**takes.needs, **takes.may_have, **giving_way}
    if name in shapes:
        yield from (fault._replace(place=(*place, *fault.place)) for fault in shapes[name](value))
        return
    known = [one for one in (KINDS[rule.kind].named_by, *shapes) if one]
    yield Fault(
        place, f"{_this(rule)} has no setting {quoted(name)}", did_you_mean(name, known) or f"it takes {_named(known)}"
    )


def _passed_over(rule: Rule) -> Iterator[Fault]:
    """Give the fields that a rule fills and its kind does not look at."""
    for name, empty in FIELDS.items():
        if getattr(rule, name) != empty and name not in _of(rule).fields:
            yield Fault((name,), f"{_this(rule)} does not look at `{name}`", "leave it out")


def _faults_of_words(rule: Rule) -> Iterator[Fault]:
    """Give the braces in what a rule says that are filled with nothing, so that people would read them."""
    fills = _of(rule).fills
    if fills is None:
        return
    said: dict[Place, str] = {("message",): rule.message, ("why",): rule.why}
    said |= {("suggestions", at): text for at, text in enumerate(rule.suggestions)}
    for place, text in said.items():
        yield from (Fault(place, *wrong) for wrong in _unfilled(text, fills, _this(rule)))


def _unfilled(text: str, fills: Sequence[str], this: str) -> Iterator[Wrong]:
    for brace in dict.fromkeys(_BRACE.findall(text)):
        name = brace.strip("{} ")
        if brace in {f"{{{fill}}}" for fill in fills}:
            continue
        known = f"{this} fills in {_named(f'{{{fill}}}' for fill in fills)}" if fills else f"{this} fills in nothing"
        meant = closest(name, fills)
        yield Wrong(
            f"{quoted(brace)} is filled with nothing, and people would read it so",
            f"did you mean `{{{meant}}}`?" if meant else known,
        )


def _groundless(rule: Rule) -> Iterator[Fault]:
    """Say so where a rule rests on something that can be read elsewhere, and does not say where."""
    if rule.evidence != "style" and not rule.sources:
        yield Fault(
            ("evidence",),
            f"evidence `{rule.evidence}` has no source, expected a link to where that can be read",
            "add `sources:` with the whole link; a rule of your own house has the evidence `style` and needs none",
        )


def _of(rule: Rule) -> Takes:
    """Return what a rule takes; one that does not say what it does takes nothing but that, and nobody knows what fills its words."""
    kind = KINDS[rule.kind]
    named = str(rule.settings.get(kind.named_by, "")) if kind.named_by else ""
    return kind.takes.get(named, Takes(fields=tuple(FIELDS), fills=None))


def _rule_or_family(rules: Collection[str] | None) -> Item:
    """Take the id or the family of a rule that is there."""

    def judge(name: str) -> Wrong | None:
        if rules is None or name in rules:
            return None
        return Wrong(f"{quoted(name)} is neither a rule nor a family of rules", did_you_mean(name, rules))

    return judge


def _this(rule: Rule) -> str:
    """Return what a rule is called in a sentence: its kind, and what it does where its kind can do several things."""
    named_by = KINDS[rule.kind].named_by
    named = rule.settings.get(named_by) if named_by else None
    return f"a `{rule.kind}` rule" + (f" with {quoted(f'{named_by}: {named}')}" if isinstance(named, str) else "")


def _named(names: Iterable[str]) -> str:
    return join_words([f"`{name}`" for name in names])


def _either(names: Iterable[str]) -> str:
    return join_words([f"`{name}`" for name in names], "or")
