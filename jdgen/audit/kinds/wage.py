"""Rules about pay beside the market: the national wages of the occupation, and the federal minimum wage."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from jdgen.audit.hit import Context, Hit
from jdgen.audit.lookup import Lookup, ProfileFact, WageFact
from jdgen.audit.money import PayMention, is_beside_wages, is_extra, pay_mentions
from jdgen.audit.ruleset import ReadyRule, Ruleset
from jdgen.audit.terms import WORD
from jdgen.audit.view import Sentence, View
from jdgen.model.document import Stated
from jdgen.text.pay import Pay, yearly

_LONGEST_TITLE = 300
_HOURS_OF_PART_TIME = re.compile(r"\b(?:[12]\d|3[0-7])(?:[.]\d+)?[ -]hours?\b")
_OF_PART_TIME = ("part time", "part-time", "per diem", "per-diem", "prn", "stipend", "intern", " fte")
"""Letters of which some stand in each word for part-time work."""
_PART_TIME = re.compile(r"\b(?:part[- ]time|per[- ]diem|prn|stipend|intern|0\.\d+ fte)\b")


def check(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit for pay that cannot be, or that stands far from what the occupation earns."""
    rules = ruleset.of_kind("wage")
    mentions = [one for one in pay_mentions(view) if not is_extra(one, view)] if rules else []
    for rule in rules:
        yield from JUDGES[str(rule.settings["check"])](rule, view, ruleset.lookup, mentions)


def _below_minimum(rule: ReadyRule, view: View, lookup: Lookup, mentions: list[PayMention]) -> Iterator[Hit]:
    """Find an hourly rate below the least that federal law allows."""
    least = Decimal(str(rule.settings["below"]))
    for mention in mentions:
        low = mention.minimum if mention.minimum is not None else mention.maximum
        if mention.unit == "hour" and low is not None and low < least and not is_beside_wages(mention, view):
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
    if len(mentions) < 2 or view.once(_is_part_time) or view.once(_has_hours_of_part_time):
        return
    off = Decimal(str(rule.settings["above"]))
    for one, other in pairwise(mentions):
        if one.block != other.block or {one.unit, other.unit} not in _COMPARED or _is_choice(view, one, other):
            continue
        smaller, larger = sorted((one, other), key=lambda mention: _UNITS_BY_LENGTH.index(mention.unit or "year"))
        made, said = smaller.yearly or _start_as_year(smaller), larger.yearly
        if made and said and _are_apart(made, said, off) and not _fits_another(made, larger, mentions, off):
            start, end = min(one.start, other.start), max(one.end, other.end)
            yield Hit(rule, start, end, fills={"made": f"${made[0]:,.0f}"})


def _are_apart(made: tuple[Decimal, ...], said: tuple[Decimal, Decimal], off: Decimal) -> bool:
    return any(abs(mine - theirs) > theirs * off for mine, theirs in _ends(made, said))


def _fits_another(made: tuple[Decimal, ...], said: PayMention, mentions: list[PayMention], off: Decimal) -> bool:
    """Say whether the block gives a second sum of the unit that the rate makes: the first is for fewer hours or another level."""
    others = [one for one in mentions if one is not said and (one.block, one.unit) == (said.block, said.unit)]
    return any(one.yearly and not _are_apart(made, one.yearly, off) for one in others)


def _start_as_year(mention: PayMention) -> tuple[Decimal] | None:
    """Return the rate everybody starts at as a full-time year: "starts at $31 an hour" has no higher end."""
    if mention.unit != "hour" or mention.minimum is None:
        return None
    return (mention.minimum * _HOURS_A_YEAR,)


_HOURS_A_YEAR = 2080


def _ends(made: tuple[Decimal, ...], said: tuple[Decimal, Decimal]) -> Iterator[tuple[Decimal, Decimal]]:
    """Give what belongs together: the lower ends, and the higher ones where both are known."""
    yield from zip(made, said, strict=False)


_UNITS_BY_LENGTH = ("hour", "week", "month", "year")
_COMPARED = [{"hour", "year"}, {"month", "year"}, {"week", "year"}, {"hour", "week"}]
"""Units that one line gives for the same pay."""
_CHOICE = re.compile(
    r"\b(?:for (?:rns?|lpns?|nurses|lcsws?)|part|weekend|night|per diem|prn|while|bonus|training|student|orientation|first|after|and then|then)\b|;"
)


def _is_choice(view: View, one: PayMention, other: PayMention) -> bool:
    """Say whether the words between give the two sums to different people or times."""
    first, last = sorted((one, other), key=lambda mention: mention.start)
    return {one.unit, other.unit} != {"hour", "year"} and bool(_CHOICE.search(view.text, first.end, last.start))


def _exempt_below(rule: ReadyRule, view: View, lookup: Lookup, mentions: list[PayMention]) -> Iterator[Hit]:
    """Find a salary below the least that can be exempt from overtime, in a sentence that calls it exempt."""
    least = Decimal(str(rule.settings["below"])) * 52
    for mention in mentions:
        begin = view.block_starts[mention.block]
        said = view.text[max(begin, mention.start - _NEAR) : mention.end + _NEAR].partition("\n")[0]
        low = mention.yearly[0] if mention.yearly else None
        if low and low < least and mention.unit != "hour" and _EXEMPT.search(said):
            yield Hit(rule, mention.start, mention.end)


_NEAR = 120
_EXEMPT = re.compile(r"(?<!non[ -])(?<!not )(?<!tax[ -])\bexempt\b(?! (?:or|organi|status of))")


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
    is_part_time = any(one.unit == "year" for one in mentions) and view.once(_is_part_time)
    said = [
        (one.start, one.end, one.yearly) for one in mentions if one.yearly and not (one.unit == "year" and is_part_time)
    ]
    yield from ((start, end, span, False) for start, end, span in said if span)
    for stated in _stated(view) if not said else ():
        span = yearly(stated.value) if isinstance(stated.value, Pay) and stated.value.currency == "USD" else None
        if span:
            yield stated.start, stated.end, span, True


def _is_part_time(view: View) -> bool:
    blocks = view.blocks_with(_OF_PART_TIME)
    return any(_PART_TIME.search(view.text, start, end) for _, start, end in blocks)


def _has_hours_of_part_time(view: View) -> bool:
    return any(_HOURS_OF_PART_TIME.search(view.text, start, end) for _, start, end in view.blocks_with(("hour",)))


def _stated(view: View) -> Sequence[Stated]:
    return view.document.stated.get("pay", ())


def wages_of(view: View, lookup: Lookup, licenses: tuple[str, ...]) -> list[WageFact]:
    """Return the wages of the occupations a posting may be counted under: its specialization's or its title's, and its licenses'."""
    title = view.document.title or (view.document.blocks[0].text if view.is_fragment and view.blocks else "")
    profile = _profile(title, lookup)
    if profile is None:
        return []
    codes = (profile.soc, *view.once(_codes_of_licenses, licenses))
    return [wage for code in dict.fromkeys(codes) for wage in lookup.wages if code == wage.soc or code in wage.also_for]


def _codes_of_licenses(view: View, licenses: tuple[str, ...]) -> tuple[str, ...]:
    """Return the occupations under which the holders of licenses that a posting names are counted."""
    return tuple(
        code
        for letters, words, code in _rows(licenses)
        if any(some in view.cased for some in letters) and words.search(view.cased)
    )


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
def _rows(licenses: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...]:
    """Read rows `code: words, words` of licenses and the occupations their holders are counted under."""
    pairs = (row.split(":", 1) for row in licenses)
    rows = ((code.strip(), tuple(map(str.strip, words.split(",")))) for code, words in pairs)
    return tuple(
        (words, re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?!\w)"), code)
        for code, words in rows
    )


_CLAIMED = re.compile(r"\b(?:median|average|averages|mean|typical|typically|usual)\b")
_OF_ALL = re.compile(
    r"\b(?:national(?:ly)?|nationwide|bls|bureau of labor statistics|labor department|department of labor|in the country|across the country|in america|in the us|in the u\.s|in the united states|united states)\b"
)
_OFF_BY = Decimal("0.2")
"""Share by which a claim may leave the medians of the table, which hold several occupations."""


def _claimed(rule: ReadyRule, view: View, lookup: Lookup, mentions: list[PayMention]) -> Iterator[Hit]:
    """Compare a median that is said of an occupation in the whole country with the table's."""
    for mention in pay_mentions(view):
        sentence = view.all_sentences[view.sentence_number(mention.start)]
        said = view.text[sentence.start : sentence.end]
        if mention.yearly is None or not (_CLAIMED.search(said) and _OF_ALL.search(said)):
            continue
        codes = {
            code for words, codes in _named(tuple(rule.settings["occupations"])) if words.search(said) for code in codes
        }
        medians = [wage.median for wage in lookup.wages if wage.soc in codes]
        low, high = mention.yearly
        if medians and (low > max(medians) * (1 + _OFF_BY) or high < min(medians) * (1 - _OFF_BY)):
            fills = {"low": f"${min(medians):,}", "high": f"${max(medians):,}", "period": lookup.wages[0].period}
            yield Hit(rule, mention.start, mention.end, fills=fills)


@lru_cache(maxsize=4)
def _named(rows: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """Read rows `words, words: code, code` of occupations."""
    pairs = (row.split(":", 1) for row in rows)
    return tuple(
        (
            re.compile(r"\b(?:" + "|".join(re.escape(word.strip()) for word in words.split(",")) + r")\b"),
            tuple(code.strip() for code in codes.split(",")),
        )
        for words, codes in pairs
    )


_GROWTH = re.compile(
    r"\b(?:grow|grows|growing|growth|expand|expands|increase|increases|rise|rises|rising|up|climbs?|jumps?|soars?)(?: (?:[\w-]+ ){0,4}?|: ?)(?P<growth>\d{2,3}) ?(?:%|percent)|(?<![\d.])(?P<ahead>\d{2,3}) ?(?:%|percent) (?:[\w-]+ ){0,2}?(?:growth|increase|more jobs|job growth)\b"
)
_OF_JOBS = re.compile(
    r"\b(?:employment|jobs|demand|openings|occupations?|profession|outlook|field|career|bls|bureau of labor statistics|case managers|social workers|nurses|workforce)\b"
)
_OWN = re.compile(
    r"\b(?:our|we|us|census|caseloads?|agency|revenue|budget|raises?|pay|salary|wages|clients|enrollment|population|team|membership)\b"
)


def _grown(rule: ReadyRule, view: View, lookup: Lookup, mentions: list[PayMention]) -> Iterator[Hit]:
    """Find a growth of jobs beyond the highest that is projected for any occupation of the field."""
    for sentence in _sentences_with_shares(view):
        said = view.text[sentence.start : sentence.end]
        match = _GROWTH.search(said)
        is_much = match and int(match["growth"] or match["ahead"]) > int(rule.settings["above"])
        if match and is_much and _OF_JOBS.search(said) and not _OWN.search(said):
            yield Hit(rule, sentence.start + match.start(), sentence.start + match.end())


def _sentences_with_shares(view: View) -> Iterator[Sentence]:
    for block, _, _ in view.blocks_with(("%", "percent")):
        first, last = view.sentence_numbers_of(block)
        yield from view.all_sentences[first : last + 1]


JUDGES: dict[str, Callable[[ReadyRule, View, Lookup, list[PayMention]], Iterator[Hit]]] = {
    "minimum": _below_minimum,
    "wide": _wide,
    "reversed": _reversed,
    "year-for-hour": _year_for_hour,
    "below-p10": _off_market,
    "above-p90": _off_market,
    "exempt-below": _exempt_below,
    "median-claimed": _claimed,
    "growth-claimed": _grown,
}
