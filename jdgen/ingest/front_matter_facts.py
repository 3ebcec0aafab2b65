"""The facts of a front matter by the names of a posting's, wherever they can be told by what they are called."""

import re
from collections.abc import Iterator

from jdgen.errors import InputError, InputErrors
from jdgen.ingest.section_words import labelled_field
from jdgen.ingest.stated import has_reader, read_value, state
from jdgen.load.yaml_document import Mapping, Node, Scalar, Sequence, parse_yaml
from jdgen.model.document import Stated, starts_of_lines
from jdgen.text.place import Place, parse_location

_OURS = frozenset({
    "jdgen", "id", "title", "specialization", "level", "model", "delivery", "languages", "template", "language", "description",
    "occupation", "employer", "location", "workplace", "employment", "schedule", "pay", "other_compensation", "benefits", "flsa",
    "posted", "closes", "filled", "openings", "education", "experience", "licenses", "certifications", "apply",
})  # fmt: skip
_GROUPED = ("apply", "education", "experience")
"""Mappings whose members also stand under the name of the whole."""

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|[_-]+")
_MOST_NOTES = 3
_CITY, _STATE = "city", "state"


def read_facts(source: str, typed: str, path: str) -> tuple[dict[str, tuple[Stated, ...]] | None, tuple[str, ...]]:
    """Return what the YAML on top of a file states, and what could not be read of it; None where it is no mapping."""
    try:
        node = parse_yaml(typed.replace("\r\n", "\n"), path, first_line=2)
    except (InputError, InputErrors) as error:
        return {}, _notes(error)
    return (_Facts(source).read(node), ()) if isinstance(node, Mapping) else (None, ())


def _notes(error: InputError | InputErrors) -> tuple[str, ...]:
    problems = error.problems if isinstance(error, InputErrors) else (error,)
    return tuple(
        f"the front matter could not be read, line {problem.where.line if problem.where else 1}: {problem.message}"
        for problem in problems[:_MOST_NOTES]
    )


class _Facts:
    """Collects scalars by the names of a posting's front matter."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._starts = starts_of_lines(source)
        self._found: dict[str, list[Stated]] = {}

    def read(self, root: Mapping) -> dict[str, tuple[Stated, ...]]:
        """Return everything the mapping states."""
        foreign: list[tuple[str, Node]] = []
        for key, entry in root.entries.items():
            if key in _OURS:
                self._add(key, entry.value)
            else:
                foreign.append((_HUMP.sub(" ", key).lower().strip(), entry.value))
        self._add_city(dict(foreign))
        for key, node in foreign:
            self._add_foreign(key, node)
        return {field: tuple(stated) for field, stated in self._found.items()}

    def _add(self, field: str, node: Node) -> None:
        if isinstance(node, Mapping):
            for key, entry in node.entries.items():
                self._add(f"{field}.{key}", entry.value)
            return
        field = "employer.name" if field == "employer" else field
        stated = [state(field, *place) for place in self._scalars(node)]
        if stated:
            self._found.setdefault(field, []).extend(stated)
        group = field.partition(".")[0]
        if group in _GROUPED and group != field:
            self._found.setdefault(group, []).extend(stated)

    def _add_city(self, foreign: dict[str, Node]) -> None:
        """Join a city and a state that stand in two fields."""
        city, region = foreign.get(_CITY), foreign.get(_STATE)
        if (
            not (isinstance(city, Scalar) and isinstance(region, Scalar) and city.value and region.value)
            or "location" in self._found
        ):
            return
        text = f"{city.value}, {region.value}"
        place = parse_location(text)
        _, start, end = self._placed(city)
        self._found["location"] = [Stated(text, place if isinstance(place, Place) else None, start, end)]

    def _add_foreign(self, key: str, node: Node) -> None:
        """Take a field of somebody else's by what it is called; one that can mean many things only when it reads as this."""
        field = labelled_field(key)
        if field is None or field in self._found or isinstance(node, Mapping):
            return
        is_clear = field in {"pay", "location"} or not has_reader(field)
        stated = [
            state(field, *place) for place in self._scalars(node) if is_clear or read_value(field, place[0]) is not None
        ]
        if stated:
            self._found[field] = stated

    def _scalars(self, node: Node) -> Iterator[tuple[str, int, int]]:
        if isinstance(node, Scalar):
            if node.value is not None:
                yield self._placed(node)
            return
        for item in node.items if isinstance(node, Sequence) else (entry.value for entry in node.entries.values()):
            yield from self._scalars(item)

    def _placed(self, node: Scalar) -> tuple[str, int, int]:
        """Return the text of a scalar, and where it starts and ends in the source."""
        value = node.value or ""
        line, column = node.where.line or 1, node.where.column or 1
        start = self._starts[min(line, len(self._starts)) - 1] + column - 1
        if self._source[start : start + 1] in {'"', "'"}:
            start += 1
        if self._source.startswith(value, start):
            return value, start, start + len(value)
        end = self._source.find("\n", start)
        return value, start, len(self._source) if end < 0 else end
