"""Years of experience that cannot all be true: a range, and a minimum above it."""

import re
from collections.abc import Iterator

from jdgen.audit.kinds.arithmetic_week import Clash, Span
from jdgen.audit.quantities import NUMBER, number_of

_YEARS = r"(?:years?|yrs?)\b"
_RANGE = re.compile(rf"(?<![\w.])(?P<low>{NUMBER}) ?(?:-|to) ?(?P<high>{NUMBER}) {_YEARS}")
_MINIMUM = re.compile(
    rf"\b(?:minimum(?: of)?|min\.?|at least|no (?:less|fewer) than):? (?P<before>{NUMBER})\+? {_YEARS}"
    rf"|(?<![\w.-])(?P<after>{NUMBER})\+? {_YEARS} (?:(?:of )?experience )?(?:minimum\b|or more\b|required at least\b)"
)
_FARTHEST = 80
"""Letters between the range and the minimum, above which they may speak of different things."""


def range_and_minimum(text: str, span: Span) -> Iterator[Clash]:
    """Find a range of years below the minimum that stands beside it."""
    for row in _RANGE.finditer(text, *span):
        for least in _MINIMUM.finditer(
            text, max(span[0], row.start() - _FARTHEST), min(span[1], row.end() + _FARTHEST)
        ):
            is_apart = least.end() <= row.start() or least.start() >= row.end()
            between = text[min(row.end(), least.end()) : max(row.start(), least.start())]
            if (
                is_apart
                and not re.search(r"[.;]", between)
                and number_of(least[1] or least[2]) > number_of(row["high"])
            ):
                yield min(row.start(), least.start()), max(row.end(), least.end()), ""
                return
