"""Where the properties of a JSON-LD object stand in a document's source, so that a finding points at the line of the fault.

The markup has been read as valid JSON before; what cannot be followed here only costs precision.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from json import JSONDecoder

Path = tuple[str | int, ...]
"""Names of properties and numbers in lists, from the object to the value."""

_LONGEST_SHOWN = 120
_FILLING = re.compile(r"[\s,:]*")


@cache
def _decoder() -> "JSONDecoder":
    from json import JSONDecoder  # most postings hold no markup

    return JSONDecoder()


class _Member(NamedTuple):
    """A member of an object or a list: where its name and its value stand."""

    key: str | int
    name: tuple[int, int]
    value: tuple[int, int]


def span_of(source: str, offset: int, path: Path) -> tuple[int, int]:
    """Return where the value at a path stands, or the name of the last property that is there; else the object's start, without length."""
    found, at = (offset, offset), offset
    for key in path:
        member = next((one for one in _members(source, at) if one.key == key), None)
        if member is None:
            break
        found, at = _shown(source, member, found), member.value[0]
    return found


def end_of(source: str, offset: int) -> int:
    """Return where the JSON value that starts at an offset ends; the offset itself where none does."""
    try:
        return _decoder().raw_decode(source, offset)[1]
    except ValueError:
        return offset


def _shown(source: str, member: _Member, parent: tuple[int, int]) -> tuple[int, int]:
    """Show a short value; of a long one, an object or a list its name, which an item of a list has from its parent."""
    start, end = member.value
    if source[start] not in "{[" and end - start <= _LONGEST_SHOWN:
        return (start + 1, end - 1) if source[start] == '"' and end - start > 2 else (start, end)
    return member.name if isinstance(member.key, str) else parent


def _members(source: str, offset: int) -> Iterator[_Member]:
    """Give the members of the object or list that starts at an offset; of any other value there are none."""
    opening = source[offset : offset + 1]
    at, number = _skip(source, offset + 1), 0
    while opening in {"{", "["} and source[at : at + 1] not in {"}", "]", ""}:
        name, key = (at, at), number
        if opening == "{":
            end = end_of(source, at)
            name, key = (at + 1, end - 1), _decoder().decode(source[at:end] or "null")
            at = _skip(source, end)
        end = end_of(source, at)
        if end == at:
            return
        yield _Member(key, name, (at, end))
        at, number = _skip(source, end), number + 1


def _skip(source: str, at: int) -> int:
    match = _FILLING.match(source, at)
    return match.end() if match else at
