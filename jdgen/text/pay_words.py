"""The words of pay: amounts, units, currencies, signs that a range is open, and phrases that hide the figure."""

import re
from collections.abc import Iterable

from jdgen.text.tokens import compile_words

# The unit of each word for a stretch of work. "Per diem" is Latin for "a day".
UNITS: dict[str, str] = {
    "hour": "hour", "hours": "hour", "hourly": "hour", "hr": "hour", "hrs": "hour", "h": "hour", "ph": "hour",
    "shift": "shift", "visit": "visit", "day": "day", "daily": "day", "diem": "day",
    "week": "week", "weekly": "week", "wk": "week", "month": "month", "monthly": "month", "mo": "month", "mth": "month",
    "year": "year", "yearly": "year", "yr": "year", "annum": "year", "annual": "year", "annually": "year",
    "pa": "year", "p.a.": "year", "p.a": "year",
}  # fmt: skip

# ISO 4217 codes we take as typed, and the signs and words that can only mean one of them.
CURRENCIES: dict[str, str] = {code: code for code in (
    "USD", "CAD", "EUR", "GBP", "AUD", "NZD", "CHF", "MXN", "PHP", "INR", "JPY", "CNY", "SEK", "NOK", "DKK", "SGD",
    "HKD", "ILS", "ZAR", "KRW", "BRL", "AED", "SAR", "PLN", "CZK",
)} | {
    "US$": "USD", "US DOLLARS": "USD", "CA$": "CAD", "C$": "CAD", "CANADIAN DOLLARS": "CAD", "A$": "AUD", "AU$": "AUD",
    "NZ$": "NZD", "MX$": "MXN", "€": "EUR", "EURO": "EUR", "EUROS": "EUR", "£": "GBP", "₱": "PHP", "₹": "INR",
    "₪": "ILS", "₩": "KRW",
}  # fmt: skip

# A bare dollar sign is the dollar of the code beside it, and the US dollar where there is none.
DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"})

# Signs that leave one end of a range open, wherever they stand.
_OPEN = (
    r"up to",
    r"as (?:much|high|low|little) as",
    r"at (?:least|most)",
    r"no (?:less|more) than",
    r"(?:less|more) than",
    r"(?:and|or|&) (?:up|above|more|over|less|higher)",
    r"start(?:s|ing)?(?: (?:at|from))?",
    r"min(?:imum)?",
    r"max(?:imum)?",
    r"over|under|above|below",
)

# What says that there is pay and not how much.
_HIDDEN = (
    r"d\.?o\.?e",
    r"dep(?:ends|ending|endent) (?:up)?on \w+(?:(?: and | & |, | or |/)\w+)?",
    r"(?:based|contingent) (?:up)?on (?:\w+ )?(?:experience|qualifications)",
    r"(?:commensurate|in line|according|consistent)(?: (?:with|to) \w+(?:(?: and | & |, | or |/)\w+)?)?",
    r"(?:highly |very |most )?competitive",
    r"negotiable",
    r"to be (?:determined|discussed|decided|announced|confirmed|negotiated)",
    r"t\.?b\.?[acd]",
    r"(?:above |at )?market(?: (?:rate|based|value))?",
    r"(?:up)?on request",
    r"discussed (?:at|in|during) (?:the )?interview",
    r"not (?:disclosed|stated|specified|given)",
    r"undisclosed|unspecified|unknown|confidential|open",
    r"attractive|excellent|generous|great",
    r"n/a|none",
)

# Words that add nothing once there is a figure.
_IDLE = (
    r"the|our|is|of|between",
    r"pays?|paid|salar(?:y|ies)|wages?|compensation|base|gross",
    r"rates?|ranges?|ranging",
)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _phrases(patterns: Iterable[str]) -> str:
    return rf"\b(?:{'|'.join(patterns)})(?![a-z])\.?"


# Signs of money we do not take, and three capitals beside a figure that are no code we know.
_CURRENCY_SIGN = r"[\u00a2-\u00a5\u058f\u060b\u09f2\u09f3\u0e3f\u17db\u20a0-\u20c0]"
_CODE_AT_A_FIGURE = r"(?<![A-Za-z])(?!PAY|THE)[A-Z]{3}(?=\s?[$0-9])|(?<=[0-9] )[A-Z]{3}(?![A-Za-z])"

# An amount is a whole run of digits, points and commas, so that "38,50" is never taken for two numbers.
# A "401k" is a pension plan. Order decides: the longer reading stands first.
PAY_WORDS = compile_words(
    {
        "plan": r"401\s?\(?k\)?",
        "amount": r"\.?[0-9](?:[0-9.,]*[0-9])?(?:\s?(?:k|thousand)(?![a-z]))?",
        "open": rf"\+|[<>≥≤]=?|{_phrases(_OPEN)}",
        "hidden": _phrases(_HIDDEN),
        "unit": rf"(?:(?:/|\bper\b|(?<![a-z])an?(?![a-z.])|\beach\b|\bp/)\s?)?(?<![a-z])(?:{_any_of(UNITS)})(?![a-z])",
        "currency": rf"(?<![a-z])(?:{_any_of(CURRENCIES)})(?![a-z])|[€£₱₹₪₩]",
        "dollar": r"\$|\bdollars?\b",
        "foreign": rf"{_CURRENCY_SIGN}|(?-i:{_CODE_AT_A_FIGURE})",
        "start": r"\bfrom\b",
        "to": r"-+|\b(?:to|thru|through|and|until)\b|&",
    },
    skipped=rf"[:;()\[\],]|\.(?![0-9])|{_phrases(_IDLE)}",
)
