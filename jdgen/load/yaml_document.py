"""The only door for YAML: text to a tree of nodes that know where they stand.

Every scalar stays the text the person typed (`no`, `7:00`, `01234`, `2026-12-31`); only a plain empty value, `~` and
`null` become None. Typing is pydantic's work (`validation`), merging is `inheritance`'s. Anchors, aliases, merge keys
and tags are refused: a hand-written file needs none of them, and without them a small file stays a small tree.
"""

import collections.abc
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, NoReturn, TypeAlias

import yaml

from jdgen.errors import InputError, InputErrors, Where
from jdgen.load.text_file import MAX_BYTES, read_text
from jdgen.load.yaml_faults import QUOTE_IT, explain_fault, explain_forbidden_character

MAX_DEPTH = 40
"""How deep lists and mappings may stand in each other; the deepest file jdgen knows uses six levels."""

_MAX_PROBLEMS = 100
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_FOLDING = frozenset((">", "'", "", None))
"""Styles in which a line break of the value can only come from a blank line of the file."""
_FOLDED_BREAK = re.compile(r"(?<!\n)\n(?=[^\n])")
_NULLS = frozenset(("", "~", "null"))
_LOST_TEXT = re.compile(r"[ \t]*(#(?! )[^\n]*?)[ \t]*$", re.MULTILINE)


class Scalar(NamedTuple):
    """One value as typed; None for a plain empty value, `~` and `null`.

    `is_lost` says that a reported fault hides what was meant here, so that nobody complains of the same place again.
    """

    value: str | None
    where: Where
    is_lost: bool = False


class Sequence(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    where: Where


class Entry(NamedTuple):
    """One `key: value` of a mapping and where its key stands."""

    key: str
    key_where: Where
    value: "Node"


class Mapping(NamedTuple):
    """Entries by key, in the order of the file."""

    entries: collections.abc.Mapping[str, Entry]
    where: Where

    def get(self, key: str) -> "Node | None":
        """Return the value of a key, or None where the key does not stand."""
        entry = self.entries.get(key)
        return entry.value if entry else None


Node: TypeAlias = Scalar | Sequence | Mapping


def read_yaml(path: Path, *, shown_as: str | None = None, problems: list[InputError] | None = None) -> Node:
    """Read a YAML file; `shown_as` is the path errors name. Raises and reports what `parse_yaml` does."""
    shown = str(path) if shown_as is None else shown_as
    return parse_yaml(read_text(path, shown_as=shown), shown, problems=problems)


def read_shared_yaml(path: Path, *, problems: list[InputError] | None = None) -> Node:
    """Read a YAML file that many openings share, as `read_yaml` does; its tree is built once as long as it holds the same text."""
    text = read_text(path)
    try:
        return _shared(text, str(path))
    except (InputError, InputErrors):  # not kept; the caller may want the tree with its faults
        return parse_yaml(text, str(path), problems=problems)


@lru_cache(maxsize=64)
def _shared(text: str, path: str) -> Node:
    return parse_yaml(text, path)


def parse_yaml(text: str, path: str, *, first_line: int = 1, problems: list[InputError] | None = None) -> Node:
    """Parse one YAML document whose first line is line `first_line` of `path`; an empty one is a mapping of nothing.

    Raises an `InputError` for one fault and `InputErrors` for several, and nothing else for any text. A caller that looks further
    into a faulty tree, and raises everything in the end, gives `problems`: what leaves a tree to look into is added there instead.
    """
    if len(text) > MAX_BYTES:
        raise InputError(f"the text is too large, expected at most {MAX_BYTES} characters", where=Where(path))
    forbidden = explain_forbidden_character(text, path, first_line)
    if forbidden:
        raise forbidden
    reader = _Reader(text, path, first_line)
    root = reader.read(gives_up=problems is None)
    if problems is not None:
        problems.extend(reader.problems)
    return root


def plain(node: Node) -> Any:  # noqa: ANN401 (a tree of dict, list, str and None has no shorter type)
    """Return the tree as dicts, lists, strings and None."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(entry.value) for key, entry in node.entries.items()}


def _unfolded(text: str) -> str:
    """Give back the blank line between paragraphs, which folding turns into a single line break."""
    return _FOLDED_BREAK.sub("\n\n", text)


def find(node: Node, loc: tuple[str | int, ...]) -> Where:
    """Return where a pydantic `loc` stands: the key of a mapping's entry, the item of a list, the deepest there is.

    Parts that name nothing in the tree (a missing field, pydantic's names for the members of a union) are passed over.
    """
    where = node.where
    for part in loc:
        if isinstance(node, Mapping) and isinstance(part, str) and part in node.entries:
            entry = node.entries[part]
            node, where = entry.value, entry.key_where
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            where = node.where
    return where


class _Reader:
    """Builds the tree from the parser's events, so that depth and aliases are stopped before they cost anything."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self._text = text
        self._path = path
        self._first_line = first_line
        self._events: Iterator[Any] = iter(yaml.parse(text, Loader=_LOADER))
        self.problems: list[InputError] = []
        self._refused: set[str] = set()
        self._lacks_fields = False

    def read(self, *, gives_up: bool) -> Node:
        """Return the tree of the one document; raise what is wrong with it, if there is no tree or the caller wants none."""
        try:
            root = self._document()
        except yaml.YAMLError as error:
            self.problems.append(explain_fault(error, self._text, self._path, self._first_line))
            self._give_up()
        if self.problems and (gives_up or self._lacks_fields):
            self._give_up()
        return root

    def _document(self) -> Node:
        next(self._events)  # the start of the stream
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return Mapping({}, Where(self._path, self._first_line, 1))
        event = next(self._events)
        root = self._node(event, 0)
        if isinstance(event, yaml.ScalarEvent) and not (event.value or event.style):
            root = Mapping({}, root.where)
        next(self._events)  # the end of the document
        event = next(self._events)
        if isinstance(event, yaml.DocumentStartEvent):
            message = "a second document starts here, expected one document in a file"
            self._report(event, message, "put it into a file of its own, or delete the `---` line")
        return root

    def _node(self, event: Any, depth: int) -> Node:  # noqa: ANN401 (PyYAML's events are untyped)
        self._refuse_extras(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.AliasEvent):
            return Scalar(None, self._where(event), is_lost=True)
        if depth == MAX_DEPTH:
            message = f"this stands more than {MAX_DEPTH} levels deep, expected a flatter file"
            self._report(event, message, "write fewer lists inside lists")
            self._give_up()
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth + 1)
        return self._mapping(event, depth + 1)

    def _scalar(self, event: Any) -> Scalar:  # noqa: ANN401
        where = self._where(event)
        if event.tag:
            return Scalar(None, where, is_lost=True)
        if event.style or event.value not in _NULLS:
            return Scalar(_unfolded(event.value) if event.style in _FOLDING else event.value, where)
        return Scalar(None, where, is_lost=not event.value and self._refuses_lost_text(event))

    def _sequence(self, start: Any, depth: int) -> Sequence:  # noqa: ANN401
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth))
        return Sequence(tuple(items), self._where(start))

    def _mapping(self, start: Any, depth: int) -> Mapping:  # noqa: ANN401
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, depth)
            value = self._node(next(self._events), depth)
            if key is None:
                continue
            if key in entries:
                first = entries[key].key_where.line
                message = f"`{key}` stands here a second time, expected it once; the first is in line {first}"
                self._report(event, message, "keep one of the two")
                continue
            entries[key] = Entry(key, self._where(event), value)
        return Mapping(entries, self._where(start))

    def _key(self, event: Any, depth: int) -> str | None:  # noqa: ANN401
        node = self._node(event, depth)
        if not isinstance(node, Scalar):
            self._report(event, "this key is a list or a mapping, expected a word before the `:`", QUOTE_IT)
            return None
        if isinstance(event, yaml.AliasEvent):
            return None
        if event.style:
            return node.value
        if not event.value:
            self._report(event, "there is no key here, expected `key: value`", "write a word before the `:`")
            return None
        if event.value == "<<":
            self._report(event, "the merge key `<<` is not supported, expected plain fields", "write the fields out")
            self._lacks_fields = True
            return None
        return str(event.value)

    def _refuse_extras(self, event: Any) -> None:  # noqa: ANN401
        """Refuse tags, anchors and aliases, each kind once; one file can hold a hundred thousand of them."""
        tag = getattr(event, "tag", None)
        if tag and self._first("tag"):
            tag = tag.replace("tag:yaml.org,2002:", "!!")
            self._report(
                event, f"the tag `{tag}` is not supported, expected a plain value", f"delete it, or {QUOTE_IT}"
            )
        if event.anchor and self._first("anchor"):
            mark = "*" if isinstance(event, yaml.AliasEvent) else "&"
            message = f"`{mark}{event.anchor}` is a YAML anchor or alias, expected the value itself"
            self._report(event, message, "write the value out; put text that starts with `&` or `*` in quotes")

    def _refuses_lost_text(self, event: Any) -> bool:  # noqa: ANN401
        """Refuse `color: #0b5c6b` and `team: #1 in Maine`: to YAML that is an empty value and a comment."""
        lost = _LOST_TEXT.match(self._text, event.end_mark.index)
        if not lost or len(lost[1]) < 2:
            return False
        message = f"`{lost[1]}` without quotes is a comment, expected a value"
        self._report(event, message, f'put it in quotes: "{lost[1]}"')
        return True

    def _first(self, kind: str) -> bool:
        seen = kind in self._refused
        self._refused.add(kind)
        return not seen

    def _where(self, event: Any) -> Where:  # noqa: ANN401
        mark = event.start_mark
        return Where(self._path, mark.line + self._first_line, mark.column + 1)

    def _report(self, event: Any, message: str, hint: str) -> None:  # noqa: ANN401
        self.problems.append(InputError(message, where=self._where(event), hint=hint))
        if len(self.problems) == _MAX_PROBLEMS:
            self._give_up()

    def _give_up(self) -> NoReturn:
        if len(self.problems) == 1:
            raise self.problems[0] from None
        raise InputErrors(problems=self.problems) from None
