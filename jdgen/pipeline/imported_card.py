"""The facts that an old posting states only beside its text, in front matter or JSON-LD, as lines below the title.

Job boards take no fact that people cannot read, and whoever edits the posting should see it too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from jdgen.model.document import Document, Stated
from jdgen.text.dates import describe_date
from jdgen.text.employment import Employment, format_employment
from jdgen.text.markdown_escape import escape_markdown
from jdgen.text.pay import Pay, describe_pay
from jdgen.text.place import Place, describe_place
from jdgen.text.remote_area import RemoteArea, format_remote_area

_LABELS = {
    "location": "Location",
    "workplace": "Workplace",
    "employment": "Job type",
    "pay": "Pay",
    "schedule": "Schedule",
    "closes": "Apply by",
}
_NO_WORD = re.compile(r"[\W_]+")
_COMMA = re.compile(r"(?<=\d),(?=\d{3})")


def with_card(body: str, document: Document, facts: Mapping[str, Any]) -> str:
    """Return the text of a posting with those stated facts below its title that it does not show."""
    heading, _, rest = body.partition("\n")
    words = "\n".join([heading, *(block.text for block in document.blocks)])
    lines = list(_lines(document.stated, facts, words))
    return "\n".join([heading, "", *lines, rest]) if lines else body


def _lines(stated: Mapping[str, Sequence[Stated]], facts: Mapping[str, Any], words: str) -> Iterator[str]:
    for field, label in _LABELS.items():
        values = [one.value for one in stated.get(field, ()) if one.value is not None]
        if not values or field not in facts or all(_shows(value, words) for value in values):
            continue
        yield f"- {label}: {escape_markdown('; '.join(_described(value) for value in values))}"


def _described(value: object) -> str:
    match value:
        case Pay():
            return describe_pay(value)
        case Place():
            return describe_place(value)
        case RemoteArea():
            return format_remote_area(value)
        case Employment():
            return format_employment(value)
        case date():
            return describe_date(value)
    return str(value)


def _shows(value: object, words: str) -> bool:
    """Say whether a text shows a fact, in whatever way it is written there."""
    if isinstance(value, Pay):
        numbers = set(re.findall(r"\d+(?:\.\d+)?", _COMMA.sub("", words)))
        shown = {Decimal(number).normalize() for number in numbers}
        return all({end.normalize(), (end / 1000).normalize()} & shown for end in (value.minimum, value.maximum))
    said = value.city if isinstance(value, Place) else _described(value)
    if isinstance(value, date):
        said = said.rpartition(",")[0]
    return _NO_WORD.sub("", said).casefold() in _NO_WORD.sub("", words).casefold()
