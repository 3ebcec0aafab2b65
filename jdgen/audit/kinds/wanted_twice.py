"""Rules about a thing that one part of a posting requires and another one only prefers."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jdgen.audit.hit import Context, Hit
from jdgen.audit.ruleset import ReadyRule, Ruleset
from jdgen.audit.terms import WORD
from jdgen.audit.view import View
from jdgen.audit.whereabouts import in_file, whereabouts

CHECK = "required-and-preferred"

_CLAUSE = re.compile(r"[^;\n]+")
_PREFERRED = re.compile(
    r"\b(?:preferred|desired|desirable|optional|a plus|nice[- ]to[- ]have|a bonus|an asset|helpful)\b"
)
_REQUIRED = re.compile(r"\b(?:required|mandatory|a must|must (?:have|hold|be|speak|know|possess))\b")
_BIDDING = re.compile(
    r"(?:you |candidates |applicants )?must (?:have|hold|be|speak|know|possess|own|drive)\b(?! (?:a plus|helpful))"
)
_STATUS = frozenset({
    "required", "preferred", "desired", "desirable", "mandatory", "must", "have", "hold", "be", "speak", "know", "possess", "nice", "to", "a", "an",
    "the", "plus", "is", "are", "optional", "bonus", "asset", "helpful", "strongly", "highly", "you", "current", "active", "valid", "certification",
    "certificate", "certified", "credential", "license", "in", "of", "and", "skills", "requirements", "qualifications",
})  # fmt: skip
"""Words that say how much a thing is wanted, or that go with it in any case; what is left tells which thing it is."""
_WORDS_OF_STATUS = frozenset({
    "preferred", "desired", "desirable", "optional", "plus", "nice", "bonus", "bonus's", "asset", "asset's", "helpful", "required", "mandatory",
    "must",
})  # fmt: skip
"""Words of which one stands in each wording that prefers or requires."""
_WANTING = frozenset({"required", "preferred"})
"""Sections that require or prefer what stands in them."""
_MOST = 10
_SEVERAL = frozenset(",/(&")
"""Marks of a clause that names several things, of which one may do."""
_NEGATION = frozenset({"not", "no", "or", "either", "unless", "if", "within", "after", "non"})


class _Wanted(NamedTuple):
    """A clause: the words that tell what it asks for, where it stands, and whether it names one thing."""

    thing: frozenset[str]
    start: int
    end: int
    is_required: bool
    block: int
    is_single: bool


def check(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit for every clause that prefers what another one requires, and for a must among what is preferred."""
    rules = [rule for rule in ruleset.of_kind("statement") if rule.settings["check"] == CHECK]
    found = list(_clauses(view)) if rules else []
    required = {one.thing: one for one in reversed(found) if one.is_required}
    for rule in rules:
        for one in found:
            other = None if one.is_required else required.get(one.thing) or _required_more_closely(one, found)
            if other:
                yield _hit(rule, view, one, other)
            elif one.is_required and _is_among_preferred(view, one):
                yield _hit(rule, view, one)


def _required_more_closely(one: _Wanted, found: list[_Wanted]) -> _Wanted | None:
    """Return the clause of the same sentence or line that requires what this one only prefers, and says more of it.

    A degree cannot be preferred where a bachelor's degree is required; of a list of several things one may well be.
    """
    return next(
        (
            other
            for other in found
            if other.is_required and other.is_single and other.block == one.block and one.thing < other.thing
        ),
        None,
    )


def _hit(rule: ReadyRule, view: View, one: _Wanted, other: _Wanted | None = None) -> Hit:
    """Name the place that requires the thing, if it is another one."""
    place = f" ({whereabouts(view, other.start, seen_from=in_file(view, one.start))})" if other else ""
    return Hit(rule, one.start, one.end, fills={"place": place})


def _clauses(view: View) -> Iterator[_Wanted]:
    """Give the short clauses that require or prefer a thing, by their own words or by the section they stand in."""
    for number, sentence in enumerate(view.all_sentences):
        role = view.role(sentence.block)
        if role in {"duties", "benefits", "employer", "legal"} or view.blocks[sentence.block].kind == "heading":
            continue
        if role not in _WANTING and _WORDS_OF_STATUS.isdisjoint(view.sentence_vocabularies[number]):
            continue
        for match in _CLAUSE.finditer(view.text, sentence.start, sentence.end):
            words = frozenset(WORD.findall(match[0]))
            if len(words) > _MOST or not words.isdisjoint(_NEGATION) or words <= _STATUS:
                continue
            status = _status(match[0], words, role)
            if status is not None:
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                end = start + len(match[0].strip(" .,"))
                is_single = _SEVERAL.isdisjoint(match[0])
                yield _Wanted(words - _STATUS, start, end, status, sentence.block, is_single)


def _status(clause: str, words: frozenset[str], role: str) -> bool | None:
    """Say whether a clause requires; None for one that does neither, or both at once, which the rules of phrases look at."""
    says = not words.isdisjoint(_WORDS_OF_STATUS)
    prefers, requires = says and bool(_PREFERRED.search(clause)), says and bool(_REQUIRED.search(clause))
    if prefers != requires:
        return requires
    return None if prefers or role not in _WANTING else role == "required"


def _is_among_preferred(view: View, one: _Wanted) -> bool:
    """Say whether a list of what is preferred holds a must."""
    return view.role(view.block_at(one.start)) == "preferred" and bool(_BIDDING.match(view.text, one.start))
