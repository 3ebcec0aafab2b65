"""Rules about things said twice: list items that are equal, or equal but for a word or two."""

from collections.abc import Iterable, Iterator

from jdgen.audit.hit import Context, Hit
from jdgen.audit.kinds.phrase import stands_in_section
from jdgen.audit.ruleset import Ruleset
from jdgen.audit.view import View
from jdgen.audit.whereabouts import in_file, whereabouts

_SHORTEST = 5
"""Words below which two items may well be alike."""

_SMALL = frozenset([
    "a",
    "an",
    "and",
    "the",
    "of",
    "to",
    "for",
    "in",
    "on",
    "with",
    "or",
    "as",
    "by",
    "at",
    "from",
    "into",
    "your",
    "our",
    "their",
    "is",
    "are",
    "be",
])


def check(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit for every item of which at least `share` of a hundred of the words stand in an earlier one."""
    for rule in ruleset.of_kind("duplicate"):
        share = float(rule.settings.get("share", 90)) / 100
        for number, earlier in repeated(view, share):
            start = view.block_starts[number]
            if not stands_in_section(rule, view.role(number)):
                continue
            place = whereabouts(view, view.block_starts[earlier], seen_from=in_file(view, start))
            fills = {"earlier": view.blocks[earlier].text, "place": place}
            yield Hit(rule, start, start + len(view.blocks[number].text), fills=fills)


def repeated(view: View, share: float) -> Iterator[tuple[int, int]]:
    """Give pairs (block, earlier block). An index by word keeps this linear in long lists of different items."""
    index: dict[str, list[int]] = {}
    bags = _bags(view)
    again = _in_several(bags.values())
    for number, words in bags.items():
        looked_at = len(words) - int(len(words) * share) + 1
        # Of as many words as may differ one stands in the other item too: where that many stand in no other, none is like it.
        if len(words - again) >= looked_at:
            continue
        if len(words) - len(words & index.keys()) < looked_at:
            rarest = sorted(words, key=lambda word: (len(index.get(word, ())), word))[:looked_at]
            candidates = {other for word in rarest for other in index.get(word, ())[:_MOST_LOOKED_AT]}
            match = next((other for other in sorted(candidates) if _likeness(words, bags[other]) >= share), None)
            if match is not None:
                yield number, match
        for word in words:
            index.setdefault(word, []).append(number)


_MOST_LOOKED_AT = 50


def _bags(view: View) -> dict[int, frozenset[str]]:
    """Return the telling words of each longer item by the number of its block."""
    words = {
        number: view.block_vocabularies[number] - _SMALL
        for number, block in enumerate(view.blocks)
        if block.kind == "item"
    }
    return {number: bag for number, bag in words.items() if len(bag) >= _SHORTEST}


def _in_several(bags: Iterable[frozenset[str]]) -> set[str]:
    """Return the words that stand in more than one item."""
    once, again = set[str](), set[str]()
    for bag in bags:
        again |= once & bag
        once |= bag
    return again


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)
