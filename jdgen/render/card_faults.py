"""Where the box of facts on top of a posting says otherwise than its front matter: somebody changed one of the two by hand.

Only lines whose label we write and whose value can be read are compared; what else the text says, `jdgen check` looks at.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from jdgen.model.posting import PostingFacts
from jdgen.render.blocks import Words, plain
from jdgen.text.dates import describe_date, parse_date
from jdgen.text.employment import Employment, describe_employment, parse_employment
from jdgen.text.pay import Pay, describe_pay, parse_pay
from jdgen.text.pay_words import UNITS
from jdgen.text.place import Place, describe_place, parse_location
from jdgen.text.workplace import parse_workplace

FACTS_SAY = ", its facts say "
_WORD = re.compile(r"[a-z.]+")
_NOT_WORDS = re.compile(r"[\W_]+")
_KEYBOARD = str.maketrans({"\u2013": "-", "\u2019": "'", "\u00a0": " "})


def card_faults(facts: PostingFacts, words: Words) -> Iterator[str]:
    """Give a phrase for each line of the box that contradicts a fact."""
    for label, value in words.card:
        told = _TOLD.get(plain(label).strip(" :").casefold())
        said = plain(value).translate(_KEYBOARD).strip()
        if told and (known := told(facts, said)):
            yield f"its text says {said}{FACTS_SAY}{known}"


def _pay(facts: PostingFacts, said: str) -> str | None:
    read, known = parse_pay(said), facts.pay
    if not isinstance(known, Pay):
        return None
    if isinstance(read, Pay):
        is_same = (read.minimum, read.maximum, read.unit) == (known.minimum, known.maximum, known.unit)
    else:  # $38.50 a year is no pay that can be read, but it has a unit
        units = {UNITS[word] for word in _WORD.findall(said.casefold()) if word in UNITS}
        is_same = not units or known.unit in units
    return None if is_same else describe_pay(known)


def _closes(facts: PostingFacts, said: str) -> str | None:
    read = parse_date(said)
    if not (isinstance(read, date) and isinstance(facts.closes, date)) or read == facts.closes:
        return None
    return describe_date(facts.closes)


def _employment(facts: PostingFacts, said: str) -> str | None:
    read, known = parse_employment(said), facts.employment
    if not isinstance(read, Employment) or known is None:
        return None
    pairs = ((set(read.kinds), set(known.kinds)), (read.hours, known.hours), (read.fte, known.fte))
    return describe_employment(known) if any(one and other and one != other for one, other in pairs) else None


def _workplace(facts: PostingFacts, said: str) -> str | None:
    read = parse_workplace(said)
    return facts.workplace if isinstance(read, str) and facts.workplace and read != facts.workplace else None


def _location(facts: PostingFacts, said: str) -> str | None:
    read = parse_location(said)
    if not isinstance(read, Place) or len(facts.places) != 1:
        return None
    (known,) = facts.places
    is_same = (read.city.casefold(), read.state) == (known.city.casefold(), known.state)
    return None if is_same else describe_place(known)


def _schedule(facts: PostingFacts, said: str) -> str | None:
    known = facts.schedule
    return known if known and _NOT_WORDS.sub("", known).casefold() != _NOT_WORDS.sub("", said).casefold() else None


_TOLD: Mapping[str, Callable[[PostingFacts, str], str | None]] = {
    "pay": _pay,
    "apply by": _closes,
    "job type": _employment,
    "workplace": _workplace,
    "location": _location,
    "schedule": _schedule,
}
"""How each line is compared, by its label; each returns what the facts say where that is something else."""
