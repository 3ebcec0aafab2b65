"""Rules about pay beside the market: the national wages of the occupation, and the federal minimum wage."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from jdgen.audit.hit import Context, Hit
from jdgen.audit.kinds.phrase import holds
from jdgen.audit.lookup import Lookup, ProfileFact, WageFact
from jdgen.audit.money import PayMention, pay_mentions
from jdgen.audit.ruleset import ReadyRule, Ruleset
from jdgen.audit.terms import WORD
from jdgen.audit.view import View
from jdgen.model.document import Stated
from jdgen.text.pay import Pay, yearly

_EXTRA = re.compile(
    r"\b(?:add|adds|added|additional|extra|more|plus|premium|differentials?|raises?|increases?|on[- ]call|call|standby|pager|beeper|weekends?|evenings?|nights?|holidays?|bilingual|preceptor|charge|mileage|per mile|minimum wage|intern|stipend|trainee|clients?|participants?|residents? earn|tips?|not|below|under|above|over|instead)\b"
)
_AROUND = 45
_LONGEST_TITLE = 300
_HOURS_OF_PART_TIME = re.compile(r"\b(?:[12]\d|3[0-7])(?:[.]\d+)?[ -]hours?\b")
_PART_TIME = re.compile(r"\b(?:part[- ]time|per[- ]diem|prn|stipend|intern|0\.\d+ fte)\b")


def check(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit for pay that cannot be, or that stands far from what the occupation earns."""
    rules = [rule for rule in ruleset.of_kind("wage") if holds(rule, context)]
    mentions = [one for one in pay_mentions(view) if not _is_extra(one, view)] if rules else []
    for rule in rules:
        yield from JUDGES[str(rule.settings["check"])](rule, view, ruleset.lookup, mentions)


def _is_extra(mention: PayMention, view: View) -> bool:
    """Say whether the words around speak of something beside base pay, such as an evening differential."""
    begin = max(mention.start - _AROUND, view.block_starts[mention.block])
    before = re.split(r"[.;]", view.text[begin : mention.start])[-1]
    after = re.split(r"[.;,\n]", view.text[mention.end : mention.end + 25])[0]
    return bool(_EXTRA.search(before) or _EXTRA.search(after))


def _below_minimum(rule: ReadyRule, view: View, lookup: Lookup, mentions: list[PayMention]) -> Iterator[Hit]:
    """Find an hourly rate below the least that federal law allows."""
    least = Decimal(str(rule.settings["below"]))
    for mention in mentions:
        low = mention.minimum if mention.minimum is not None else mention.maximum
        if mention.unit == "hour" and low is not None and low < least:
            yield Hit(rule, mention.start, mention.end)


def _wide(rule: ReadyRule, view: View, lookup: Lookup, mentions: list[PayMention]) -> Iterator[Hit]:
    """Find a range so wide that it tells nothing."""
    for mention in mentions:
        low, high = mention.minimum, mention.maximum
        if low and high and mention.unit in {"hour", "year"} and high > low * Decimal(str(rule.settings["above"])):
            yield Hit(rule, mention.start, mention.end, fills={"times": f"{high / low:.1f}"})


def _reversed(rule: ReadyRule, view: View, lookup: Lookup, mentions: list[PayMention]) -> Iterator[Hit]:
    """Find a range that begins with its higher end."""
    for mention in mentions:
        if mention.minimum and mention.maximum and mention.minimum > mention.maximum:
            yield Hit(rule, mention.start, mention.end)


def _year_for_hour(rule: ReadyRule, view: View, lookup: Lookup, mentions: list[PayMention]) -> Iterator[Hit]:
    """Find a yearly figure beside an hourly one of the same block, too far from the full-time year that rate makes."""
    if _PART_TIME.search(view.text) or _HOURS_OF_PART_TIME.search(view.text):
        return
    off = Decimal(str(rule.settings["above"]))
    for one, other in pairwise(mentions):
        hourly, annual = (one, other) if one.unit == "hour" else (other, one)
        made, said = hourly.yearly, annual.yearly
        if (hourly.unit, annual.unit) != ("hour", "year") or hourly.block != annual.block or not made or not said:
            continue
        if any(abs(mine - theirs) > theirs * off for mine, theirs in zip(made, said, strict=True)):
            start, end = min(one.start, other.start), max(one.end, other.end)
            yield Hit(rule, start, end, fills={"made": f"${made[0]:,.0f}"})


def _off_market(rule: ReadyRule, view: View, lookup: Lookup, mentions: list[PayMention]) -> Iterator[Hit]:
    """Compare pay for a full-time year with the 10th or the 90th percentile of the occupations in question."""
    wages = wages_of(view, lookup, tuple(rule.settings["licenses"])) if mentions or _stated(view) else []
    if not wages:
        return
    is_low = rule.settings["check"] == "below-p10"
    wage = min(wages, key=lambda one: one.p10) if is_low else max(wages, key=lambda one: one.p90)
    figure = wage.p10 if is_low else wage.p90
    for start, end, span, in_source in _spans(view, mentions):
        if span[1] < figure if is_low else span[0] > figure:
            fills = {
                "figure": f"${figure:,}",
                "hourly": f"${figure / 2080:.2f}",
                "occupation": wage.title,
                "period": wage.period,
            }
            yield Hit(rule, start, end, fills=fills, in_source=in_source, sources=(wage.source,))


def _spans(view: View, mentions: list[PayMention]) -> Iterator[tuple[int, int, tuple[Decimal, Decimal], bool]]:
    """Give where pay is stated and both ends of it as a full-time year; the front matter is judged only where the words are silent."""
    is_part_time = any(one.unit == "year" for one in mentions) and bool(_PART_TIME.search(view.text))
    said = [
        (one.start, one.end, one.yearly) for one in mentions if one.yearly and not (one.unit == "year" and is_part_time)
    ]
    yield from ((start, end, span, False) for start, end, span in said if span)
    for stated in _stated(view) if not said else ():
        span = yearly(stated.value) if isinstance(stated.value, Pay) and stated.value.currency == "USD" else None
        if span:
            yield stated.start, stated.end, span, True


def _stated(view: View) -> Sequence[Stated]:
    return view.document.stated.get("pay", ())


def wages_of(view: View, lookup: Lookup, licenses: tuple[str, ...]) -> list[WageFact]:
    """Return the wages of the occupations a posting may be counted under: its specialization's or its title's, and its licenses'."""
    title = view.document.title or (view.document.blocks[0].text if view.is_fragment and view.blocks else "")
    profile = _profile(title, lookup)
    if profile is None:
        return []
    codes = [profile.soc, *(code for words, code in _rows(licenses) if words.search(view.cased))]
    return [wage for code in dict.fromkeys(codes) for wage in lookup.wages if code == wage.soc or code in wage.also_for]


def _profile(title: str, lookup: Lookup) -> ProfileFact | None:
    """Return the specialization with the longest title that stands in a posting's title."""
    names, most = _names(tuple((lookup.profiles or {}).values()))
    words = WORD.findall(title[:_LONGEST_TITLE].lower())
    rows = (words[first : first + count] for count in range(1, most + 1) for first in range(len(words) - count + 1))
    found = [(len(name), -names[name][0], names[name][1]) for row in rows if (name := " ".join(row)) in names]
    return max(found, key=lambda one: one[:2])[2] if found else None


@lru_cache(maxsize=4)
def _names(profiles: tuple[ProfileFact, ...]) -> tuple[Mapping[str, tuple[int, ProfileFact]], int]:
    """Return specializations by every title they are known by, the first of those that share one, and the words of the longest title."""
    names: dict[str, tuple[int, ProfileFact]] = {}
    for number, profile in enumerate(profiles):
        for title in (*profile.titles, *profile.synonyms):
            names.setdefault(" ".join(WORD.findall(title.lower())), (number, profile))
    return names, max((name.count(" ") + 1 for name in names), default=0)


@lru_cache(maxsize=4)
def _rows(licenses: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Read rows `code: words, words` of licenses and the occupations their holders are counted under."""
    pairs = (row.split(":", 1) for row in licenses)
    return tuple(
        (
            re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(word.strip()) for word in words.split(",")) + r")(?!\w)"),
            code.strip(),
        )
        for code, words in pairs
    )


JUDGES: dict[str, Callable[[ReadyRule, View, Lookup, list[PayMention]], Iterator[Hit]]] = {
    "minimum": _below_minimum,
    "wide": _wide,
    "reversed": _reversed,
    "year-for-hour": _year_for_hour,
    "below-p10": _off_market,
    "above-p90": _off_market,
}
