"""Base pay as the words of a posting state it: figures, unit, and whether one end is open."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from jdgen.audit.view import View
from jdgen.text.pay import PayUnit

_FIGURE = r"\$ ?(\d[\d,]*(?:\.\d{1,2})?)( ?k\b)?"
_MENTION = re.compile(
    r"(?P<opening>(?:up to|as much as|starting (?:at|from)|starts (?:at|from)|from|minimum of|at least|max(?:imum)?(?: of)?|no less than) )?"
    + _FIGURE
    + r"(?:/(?:hr|hour|yr|year))?(?: ?(?:-|(?:up )?to|and|through) ?\$? ?(\d[\d,]*(?:\.\d{1,2})?)( ?k\b)?)?"
    + r"(?P<closing> ?\+| and up| and above| or more| plus\b)?"
    + r"(?: ?(?:usd ?)?(?:(?:per|an|a|/|each)(?: |/)?(?P<unit>hour|hr|year|yr|annum|week|wk|month|mo|day|visit|shift)\b|(?P<adverb>hourly|annually|yearly|weekly|monthly|daily|annual|salary)\b))?"
)
_UNITS: Mapping[str, PayUnit] = {
    "hour": "hour", "hr": "hour", "hourly": "hour", "year": "year", "yr": "year", "annum": "year", "annually": "year", "yearly": "year",
    "annual": "year", "salary": "year", "week": "week", "wk": "week", "weekly": "week", "month": "month", "mo": "month", "monthly": "month",
    "day": "day", "daily": "day", "visit": "visit", "shift": "shift",
}  # fmt: skip
_PER_YEAR = {"hour": 2080, "week": 52, "month": 12, "year": 1}
_BASE = re.compile(r"\b(?:pay|salary|salaries|wage|wages|rate|compensation|earn|earns|pays|paid)\b")
_OTHER = re.compile(
    r"bonus|differential|stipend|reimburs|tuition|loan|forgiv|match|allowance|extra|sign-on|retention|referral|fee|mile|401|403|insurance|premium"
    r"|background check|fingerprint|uniform|budget|funds?\b|grant|fine|penalt|worth|savings|benefit"
)
_LEAST_YEARLY = 15_000

_EXTRA = re.compile(
    r"\b(?:add|adds|added|additional|extra|more|plus|premium|differentials?|raises?|rises?|rising|increases?|after (?:\w+ ){1,2}(?:years?|months?)|on[- ]call|call|standby|pager|beeper|weekends?|evenings?|nights?|holidays?|bilingual|preceptor|charge|mileage|per mile|minimum wage|intern|stipend|trainee|clients?|participants?|residents? earn|tips?|not|below|under|above|over|instead)\b"
)
_STEP = re.compile(
    r"\b(?:steps?|grades?|levels?|tiers?|bands?|lanes?|years?) (?:\d{1,2}|[ivx]{1,4}|[a-h])\b[^\w.;$]{0,4}$"
)
_PLUS = re.compile(r"^ ?\+|\bplus\b.*")
"""After a wage it names what comes on top of it."""
_AROUND = 45
_BESIDE_WAGES = re.compile(
    r"\b(?:on[- ]call|call|callback|standby|pagers?|beepers?|differentials?|fluency|fluent|bilingual|preceptors?|precepting|charge|weekends?|evenings?|nights?|holidays?|sundays?|saturdays?|shift premium|hazard|lead pay|mileage|travel time|allowance|interpret|interprets|interpreting|translate|language|extra|tips?)\b"
)
"""What is paid besides the wage: in a sentence that speaks of it, a small sum for each hour is no wage."""
_OF_WAGES = re.compile(r"\b(?:pay|pays|paid|wages?|rate|salary|earn|earns|start|starts|base|hourly|compensation)\b")
_TINY = Decimal(4)
_THE_WAGE = r"(?:the |your |our |their |his |her |this |regular |normal |usual |hourly |starting )*(?:base|pay|rate|wages?|salary)\b"
_ADDED_BEFORE = re.compile(
    rf"(?:\b(?:adds?|added|adding|additional|extra|another|further|plus)|\+|\b(?:raise|increase|premium|supplement|bump|add-on) of"
    rf"|\b(?:rises?|raises?|raised|increases?|grows?|goes up|go up) (?:[\w-]+ ){{0,4}}by"
    rf"|\b(?:on top of|besides|in addition to|over and above|beyond) {_THE_WAGE}[^.;$]{{0,40}}) ?(?:up to )?$"
)
_ADDED_AFTER = re.compile(
    rf" ?(?:more\b(?! (?:or less|depending|experienced?)\b)|extra\b|additional\b|added\b|(?:above|over|over and above|beyond|besides) {_THE_WAGE}"
    r"|(?:(?!(?:and|with|plus|but)\b)[\w'-]+ ){0,5}(?:on top\b(?! of (?:which|what)\b)|in addition\b))"
)
"""What makes a sum one that comes on top of the wage; both stand right beside the sum."""


class PayMention(NamedTuple):
    """Base pay in the words of a posting. `start` and `end` are offsets in the view's text; an open end is None."""

    start: int
    end: int
    minimum: Decimal | None
    maximum: Decimal | None
    unit: PayUnit | None
    block: int

    @property
    def is_open(self) -> bool:
        """Say whether only one end of the range is given: "up to $30", "$60,000 and up"."""
        return self.minimum is None or self.maximum is None

    @property
    def yearly(self) -> tuple[Decimal, Decimal] | None:
        """Both ends as a full-time year of 2,080 hours, or None for other units and open ranges."""
        if self.minimum is None or self.maximum is None or self.unit not in _PER_YEAR:
            return None
        return self.minimum * _PER_YEAR[self.unit], self.maximum * _PER_YEAR[self.unit]


def pay_mentions(view: View) -> tuple[PayMention, ...]:
    """Return every mention of base pay in reading order; bonuses, differentials and other sums are left out."""
    return view.once(_pay_mentions)


def _pay_mentions(view: View) -> tuple[PayMention, ...]:
    return tuple(
        mention for match in _sums(view) if (mention := _mention(match, view)) and _is_base_pay(match, view, mention)
    )


def _sums(view: View) -> Iterator[re.Match[str]]:
    """Give every sum of money; only blocks with the sign are read."""
    for _, start, end in view.blocks_with(("$",)):
        yield from _MENTION.finditer(view.text, start, end)


def _mention(match: re.Match[str], view: View) -> PayMention | None:
    first, last = _amount(match[2], match[3]), _amount(match[4], match[5])
    if first is None:
        return None
    if match[3] is None and match[5] and last is not None and first < 1000:
        first *= 1000  # $80-95k
    unit = _UNITS.get(match["unit"] or match["adverb"] or "") or _unit_between(match[0])
    if unit is None and first >= _LEAST_YEARLY:
        unit = "year"
    opening, closing = match["opening"] or "", match["closing"]
    minimum: Decimal | None = first
    maximum: Decimal | None = last if match[4] else first
    if not match[4] and opening:
        minimum, maximum = (None, first) if opening.startswith(("up", "as", "max")) else (first, None)
    elif not match[4] and closing:
        maximum = None
    return PayMention(match.start(), match.end(), minimum, maximum, unit, view.block_at(match.start()))


def _amount(digits: str | None, thousands: str | None) -> Decimal | None:
    if not digits:
        return None
    try:
        amount = Decimal(digits.replace(",", "").rstrip("."))
    except InvalidOperation:
        return None
    return amount * 1000 if thousands else amount


def _unit_between(text: str) -> PayUnit | None:
    """Return the unit where it stands after the first figure: $30/hr to $40/hr."""
    inner = re.search(r"/(hr|hour|yr|year)", text)
    return _UNITS[inner[1]] if inner else None


def _is_base_pay(match: re.Match[str], view: View, mention: PayMention) -> bool:
    """Tell base pay from other sums by the unit and the words around, which are looked at 60 characters each way."""
    start = max(match.start() - 60, view.block_starts[mention.block])
    before, after = view.text[start : match.start()], view.text[match.end() : match.end() + 40].partition("\n")[0]
    if _OTHER.search(before.rpartition(". ")[2]) or _OTHER.search(after.partition(".")[0]):
        return False
    if (
        _ADDED_BEFORE.search(before)
        or _ADDED_AFTER.match(after)
        or (_is_tiny(mention) and is_beside_wages(mention, view))
    ):
        return False
    return mention.unit in {"hour", "year"} or view.role(mention.block) == "pay" or bool(_BASE.search(before))


def _is_tiny(mention: PayMention) -> bool:
    """Say whether a sum for each hour is so small that only extra pay comes to it."""
    return mention.unit == "hour" and (mention.maximum or _TINY) < _TINY


def is_extra(mention: PayMention, view: View) -> bool:
    """Say whether the words around speak of something beside base pay, such as an evening differential."""
    begin = max(mention.start - _AROUND, view.block_starts[mention.block])
    before = re.split(r"[.;]", view.text[begin : mention.start])[-1]
    after = re.split(r"[.;,\n]", view.text[mention.end : mention.end + 25])[0]
    return bool(_EXTRA.search(before) or _EXTRA.search(_PLUS.sub("", after)))


def is_step(mention: PayMention, view: View) -> bool:
    """Say whether a sum is one of a scale: Step 4 $31.64 an hour. Each of them is true beside the others."""
    begin = max(mention.start - _AROUND, view.block_starts[mention.block])
    return _STEP.search(view.text, begin, mention.start) is not None


def is_beside_wages(mention: PayMention, view: View) -> bool:
    """Say whether the sentence speaks of what is paid besides: on-call pay, +$2/hr for a language."""
    sentence = view.all_sentences[view.sentence_number(mention.start)]
    has_plus = view.text[max(0, mention.start - 2) : mention.start].rstrip()[-1:] == "+"
    if has_plus or _BESIDE_WAGES.search(view.text, sentence.start, sentence.end):
        return True
    return (mention.maximum or _TINY) < _TINY and not _OF_WAGES.search(view.text, sentence.start, sentence.end)
