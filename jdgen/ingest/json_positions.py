"""JSON with the place of every text: what `json` reads, and where each scalar stands in the file.

What the keys mean is in `json_ld`.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_DEEPEST = 100
_PLAIN_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_TOKEN = re.compile(r'[ \t\n\r,:]*(?:([{}\[\]])|"((?:[^"\\]|\\.)*+)"|([^\s,:{}\[\]"]+))', re.DOTALL)


class Spot(NamedTuple):
    """A scalar: its value, where it starts (a text: after the quote) and ends."""

    value: Any
    start: int
    end: int


class Branch(NamedTuple):
    """An object or a list: its members by key or index, and where it starts."""

    members: Mapping[str | int, "Spot | Branch"]
    is_list: bool
    start: int


def parse_json(text: str, start: int = 0, end: int | None = None) -> "Spot | Branch":
    """Return the tree of a JSON text that is a part of a larger one; raises json.JSONDecodeError, also for what is nested too deeply."""
    end = len(text) if end is None else end
    part = text[start:end]
    try:
        json.loads(part)
    except RecursionError:
        raise json.JSONDecodeError("nested too deeply", part, 0) from None
    except ValueError as error:
        if isinstance(error, json.JSONDecodeError):
            raise
        raise json.JSONDecodeError("a number is too long", part, 0) from None
    return _Builder(part, start).build()


def plain(node: "Spot | Branch") -> Any:  # noqa: ANN401 - JSON holds any type
    """Return the value of a tree as `json` reads it."""
    if isinstance(node, Spot):
        return node.value
    if node.is_list:
        return [plain(member) for member in node.members.values()]
    return {str(key): plain(member) for key, member in node.members.items()}


def decoded(text: str, at: int) -> tuple[str, list[tuple[int, int]]]:
    """Return what a JSON text without its quotes means, and for each offset in that where it stands in the file."""
    parts: list[str] = []
    runs = [(0, at)]
    position = length = 0
    for escape in _ESCAPE.finditer(text):
        before = text[position : escape.start()]
        meant = _meant(escape.group())
        parts += [before, meant]
        length += len(before)
        runs.append((length, at + escape.start()))
        length += len(meant)
        runs.append((length, at + escape.end()))
        position = escape.end()
    parts.append(text[position:])
    return "".join(parts), _distinct(runs)


def _distinct(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep the last of the runs that start at the same offset."""
    return [run for run, following in zip(runs, [*runs[1:], (-1, -1)], strict=True) if run[0] != following[0]]


def _meant(escape: str) -> str:
    if escape[1] != "u":
        return _PLAIN_ESCAPES.get(escape[1], escape[1])
    meant = str(json.loads(f'"{escape}"'))
    return "\N{REPLACEMENT CHARACTER}" if "\ud800" <= meant <= "\udfff" else meant  # half of a pair is no character


class _Builder:
    """Reads text that `json` has found to be valid."""

    def __init__(self, text: str, at: int) -> None:
        self._tokens: Iterator[re.Match[str]] = _TOKEN.finditer(text)
        self._at = at

    def build(self) -> Spot | Branch:
        return self._value(next(self._tokens), 0)

    def _value(self, token: re.Match[str], depth: int) -> Spot | Branch:
        if depth > _DEEPEST:
            raise json.JSONDecodeError("nested too deeply", token.string, token.start())
        mark, text, other = token.groups()
        if mark:
            return self._branch(self._at + token.start(1), depth, is_list=mark == "[")
        if text is not None:
            return Spot(decoded(text, 0)[0], self._at + token.start(2), self._at + token.end(2))
        return Spot(json.loads(other), self._at + token.start(3), self._at + token.end(3))

    def _branch(self, start: int, depth: int, *, is_list: bool) -> Branch:
        members: dict[str | int, Spot | Branch] = {}
        for token in self._tokens:
            if token[1] in {"}", "]"}:
                break
            if is_list:
                members[len(members)] = self._value(token, depth + 1)
            else:
                members[decoded(token[2], 0)[0]] = self._value(next(self._tokens), depth + 1)
        return Branch(members, is_list, start)
