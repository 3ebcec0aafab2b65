"""What a setting of a rule may hold: a number, one of some names, a list of words, or rows such as `nurse: rn, registered nurse`.

Which settings a kind of rule takes stands in `jdgen.audit.rule_settings`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from jdgen.audit.view import folded
from jdgen.text.closest import did_you_mean
from jdgen.text.problem import quoted
from jdgen.text.states import STATES
from jdgen.text.words import join_words

Place = tuple[str | int, ...]

_LONGEST = 2000
"""Characters of one text."""

_MOST = 2000
"""Texts of one list."""

_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,6})?")


class Fault(NamedTuple):
    """Where something is wrong, in a rule or a table; what is wrong; and the repair, where it is not said yet."""

    place: Place
    message: str
    hint: str | None = None


class Wrong(NamedTuple):
    """What is wrong with a value, and the repair."""

    message: str
    hint: str | None = None


Item = Callable[[str], Wrong | None]
"""Says what is wrong with one text."""


Shape = Callable[[object], Iterator[Fault]]
"""Gives what is wrong in the value of a setting, by its place in the value."""


def number(low: float, high: float, *, whole: bool = False) -> Shape:
    """Take a number within two limits."""
    expected = f"a {'whole ' if whole else ''}number from {low:g} to {high:,.12g}"

    def judge(value: object) -> Iterator[Fault]:
        written = str(value)
        is_number = _NUMBER.fullmatch(written) and not (whole and "." in written)
        if not is_number or not low <= float(written) <= high:
            found = "there is a list here" if isinstance(value, tuple | list) else f"{quoted(written)} is none"
            yield Fault((), f"{found}, expected {expected}")

    return judge


def single(item: Item) -> Shape:
    """Take one text."""

    def judge(value: object) -> Iterator[Fault]:
        if isinstance(value, tuple | list):
            yield Fault((), "there is a list here, expected one text")
        else:
            yield from (Fault((), *wrong) for wrong in _wrong_with(str(value), item))

    return judge


def many(item: Item, *, or_one: bool = False, least: int = 1) -> Shape:
    """Take a list of texts, or with `or_one` also a single one."""

    def judge(value: object) -> Iterator[Fault]:
        if or_one and isinstance(value, str):
            yield from (Fault((), *wrong) for wrong in _wrong_with(value, item))
        elif not isinstance(value, tuple | list):
            yield Fault(
                (), f"{quoted(str(value))} is no list, expected one", "write each on a line of its own, after `- `"
            )
        elif not least <= len(value) <= _MOST:
            yield Fault((), f"there are {len(value):,} here, expected {least} to {_MOST:,}")
        else:
            yield from (Fault((at,), *wrong) for at, text in enumerate(value) for wrong in _wrong_with(text, item))

    return judge


def _wrong_with(text: str, item: Item) -> Iterator[Wrong]:
    if not text.strip():
        yield Wrong("there is nothing here, expected a text")
    elif len(text) > _LONGEST:
        yield Wrong(f"{quoted(text)} has {len(text):,} characters, expected at most {_LONGEST:,}")
    elif wrong := item(text):
        yield wrong


def any_text(text: str) -> Wrong | None:
    """Take every text that holds a letter or a digit."""
    return None if re.search(r"[^\W_]", text) else Wrong(f"{quoted(text)} holds no word, expected one")


def small(text: str) -> Wrong | None:
    """Take words as a posting is searched for them: in small letters, with plain quotation marks and dashes."""
    if text != folded(text):
        return Wrong(f"{quoted(text)} never matches, expected {quoted(folded(text))}")
    return any_text(text)


def plain_words(text: str) -> Wrong | None:
    """Take small words without marks, which are put into an expression as they are."""
    if small(text) is None and not re.fullmatch(r"[\w' -]+", text):
        return Wrong(f"{quoted(text)} holds a mark, expected words")
    return small(text)


def matching(pattern: str, expected: str) -> Item:
    """Take what has a form."""
    return lambda text: (
        None if re.fullmatch(pattern, text) else Wrong(f"{quoted(text)} is not known here, expected {expected}")
    )


def name_of(names: Iterable[str]) -> Item:
    """Take one of some names."""
    known = tuple(names)
    listed = join_words([f"`{name}`" for name in known])
    return lambda text: (
        None
        if text in known
        else Wrong(f"{quoted(text)} is not known here, expected one of {listed}", did_you_mean(text, known))
    )


STATE = matching("|".join(STATES), "the letters of a state, such as `CO`")
OCCUPATION = matching(r"\d\d-\d{4}", "an occupation such as `21-1022`")
PROPERTY = matching(r"@?[A-Za-z][\w:]{0,60}", "a property of a JobPosting, such as `baseSalary`")


def is_day(text: str) -> Wrong | None:
    """Take a day."""
    try:
        date.fromisoformat(text if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else "")
    except ValueError:
        return Wrong(f"{quoted(text)} is no day, expected one such as `2026-12-31`")
    return None


def row(form: str, first: Item, second: Item) -> Item:
    """Take a text of two parts with a colon between; `form` is an example of one."""

    def judge(text: str) -> Wrong | None:
        before, colon, behind = text.rpartition(":")
        if not colon:
            return Wrong(f"{quoted(text)} lacks a colon, expected a row such as `{form}`")
        return first(before) or second(behind)

    return judge


def split(mark: str, item: Item) -> Item:
    """Take several texts with a mark between."""

    def judge(text: str) -> Wrong | None:
        for part in map(str.strip, text.split(mark)):
            if wrong := item(part) if part else Wrong(f"{quoted(text)} has an empty part, expected a word there"):
                return wrong
        return None

    return judge
