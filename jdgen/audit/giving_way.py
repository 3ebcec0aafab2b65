"""Rules that give way: where another rule tells the same of the same words, one finding is enough.

A rule names the others in its settings, by id or family: `gives-way-to: [age, pay.secrecy]`. It gives way only to what is at least as bad,
and only of words they share, or with `gives-way-in: sentence` in one sentence; what is missing has no words, and gives way wherever the other
one fired. To the rules in `gives-way-anywhere-to` it gives way in the same manner, words or none: vague pay says no more where the pay is missing.
"""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from jdgen.audit.hit import Hit
from jdgen.audit.ruleset import ReadyRule
from jdgen.audit.view import View
from jdgen.model.finding import SEVERITIES, Finding

SETTING, REACH, ANYWHERE = "gives-way-to", "gives-way-in", "gives-way-anywhere-to"
Place = tuple[str, int, int]
"""The id of a rule, and from where to where its words stand in the file."""


def names_of(rule: ReadyRule, setting: str = SETTING) -> tuple[str, ...]:
    """Return the rules and families a rule gives way to."""
    value = rule.settings.get(setting, ())
    return (value,) if isinstance(value, str) else tuple(value)


def given_up(hits: Iterable[Hit], told: Iterable[Finding], view: View, hidden: frozenset[str]) -> frozenset[Place]:
    """Return which findings give way to others, as rules with places in the file; `hidden` are rules whose findings nobody is shown.

    `told` are the findings that stayed of those hits. Nothing gives way to what is left out itself, so that no fact is lost.
    """
    left = {(one.rule, one.start, one.end) for one in told}
    places = (((hit.rule.id, *_span(hit, view)), hit) for hit in hits)
    kept = {place: hit for place, hit in places if place in left}
    wanted = {name for hit in kept.values() for name in (*names_of(hit.rule), *names_of(hit.rule, ANYWHERE))}
    if wanted.isdisjoint(name for hit in kept.values() for name in (hit.rule.id, _family(hit))):
        return frozenset()
    gone: set[Place] = set()
    while True:
        shown = [hit for place, hit in kept.items() if hit.rule.id not in hidden and place not in gone]
        fired = _Fired(shown, wanted, view)
        firm = _Fired((hit for hit in shown if not fired.cover(hit)), wanted, view)
        # What gives way to something that stays may have been all that a third one gave way to.
        more = {place for place, hit in kept.items() if place not in gone and firm.cover(hit)}
        if not more:
            return frozenset(gone)
        gone |= more


_Key = tuple[str, int, str]
"""The name others give way to, how mild the findings are, and the rule they are of."""


class _Fired:
    """Where rules that others give way to fired, by name and severity, and for each place how far the words up to it reach."""

    def __init__(self, hits: Iterable[Hit], wanted: set[str], view: View) -> None:
        self._view = view
        found: dict[_Key, list[tuple[int, int]]] = {}
        for hit in hits:
            for name in {hit.rule.id, _family(hit)} & wanted:
                found.setdefault((name, _mildness(hit), hit.rule.id), []).append(_span(hit, view))
        self._spans = {key: sorted(spans) for key, spans in found.items()}
        self._reach = {key: [*accumulate((end for _, end in spans), max)] for key, spans in self._spans.items()}

    def cover(self, hit: Hit) -> bool:
        """Say whether a hit gives way to one of these."""
        return any(self._covers(name, hit) for name in names_of(hit.rule)) or any(
            True for name in names_of(hit.rule, ANYWHERE) for _ in self._keys(name, hit)
        )

    def _covers(self, name: str, hit: Hit) -> bool:
        """Say whether a rule or family fired at words of a hit, no milder than it; at a hit without words it may be anywhere."""
        start, end = _reach(hit, self._view)
        return any(start == end or self._reaches(key, start, end) for key in self._keys(name, hit))

    def _keys(self, name: str, hit: Hit) -> list[_Key]:
        """Return what other rules of a name fired, no milder than a hit."""
        return [key for key in self._spans if key[0] == name and key[1] <= _mildness(hit) and key[2] != hit.rule.id]

    def _reaches(self, key: _Key, start: int, end: int) -> bool:
        """Say whether words of a rule overlap a span: of those that begin before its end, one ends after its start."""
        before = bisect_left(self._spans[key], (end, end))
        return before > 0 and self._reach[key][before - 1] > start


def _family(hit: Hit) -> str:
    return hit.rule.id.partition(".")[0]


def _mildness(hit: Hit) -> int:
    return SEVERITIES.index(hit.severity or hit.rule.severity)


def _reach(hit: Hit, view: View) -> tuple[int, int]:
    """Return the part of the file in which a hit gives way: its words, or its sentence."""
    if hit.rule.settings.get(REACH) != "sentence" or hit.in_source or hit.start == hit.end:
        return _span(hit, view)
    sentence = view.all_sentences[view.sentence_number(hit.start)]
    return view.source_span(sentence.start, sentence.end)


def _span(hit: Hit, view: View) -> tuple[int, int]:
    """Return where the words stand in the file; nothing stays nothing."""
    return (hit.start, hit.end) if hit.in_source else view.source_span(hit.start, hit.end)
