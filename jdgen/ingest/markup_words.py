"""The words of a JobPosting object as pieces: its title, its description, and what its other fields say in words.

A description is HTML inside of a JSON text; every character keeps its place in the file. https://schema.org/JobPosting
"""

import re
from collections.abc import Iterator, Mapping

from jdgen.ingest.html import read_html
from jdgen.ingest.json_positions import Branch, Spot, decoded
from jdgen.ingest.pieces import Piece, Runs, Spool, Told, through
from jdgen.ingest.plain_text import read_plain_text
from jdgen.model.document import Role
from jdgen.text.entities import unescape

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_HIDDEN_TAG = re.compile(r"&lt;/?[A-Za-z][^<>&]{0,200}&gt;")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

_ROLES: Mapping[str, Role] = {
    "responsibilities": "duties",
    "qualifications": "required",
    "educationRequirements": "required",
    "experienceRequirements": "required",
    "skills": "required",
    "physicalRequirement": "required",
    "sensoryRequirement": "required",
    "securityClearanceRequirement": "required",
    "eligibilityToWorkRequirement": "required",
    "jobBenefits": "benefits",
    "benefits": "benefits",
    "incentiveCompensation": "pay",
    "incentives": "pay",
    "workHours": "other",
    "specialCommitments": "other",
    "employerOverview": "employer",
    "applicationContact": "apply",
}
"""What the fields of a JobPosting are for that people fill with words, also by the names schema.org has replaced."""

_SAID_IN = ("name", "description")
"""Where an object in such a field holds its words."""


def words_of(posting: Branch, source: str) -> Iterator[Piece]:
    """Yield the title and the description of a posting as pieces."""
    title, description = posting.members.get("title"), posting.members.get("description")
    if isinstance(title, Spot) and isinstance(title.value, str):
        text, outer = decoded(source[title.start : title.end], title.start)
        spool = Spool()
        spool.add(text, 0)
        piece = spool.take("heading", 1)
        if piece:
            yield piece._replace(runs=through(piece.runs, outer, len(piece.text)))
    if isinstance(description, Spot) and isinstance(description.value, str):
        yield from _pieces(source[description.start : description.end], description.start)


def fields_of(posting: Branch, source: str) -> Iterator[Told]:
    """Yield what the other fields of a posting say in words, in the order of the file."""
    for name, node in posting.members.items():
        role = _ROLES.get(str(name))
        pieces = list(_of_field(node, source)) if role else []
        if pieces:
            yield Told(tuple(pieces), role)


def _of_field(node: Spot | Branch, source: str, *, is_listed: bool = False) -> Iterator[Piece]:
    if isinstance(node, Branch):
        members = node.members.values() if node.is_list else map(node.members.get, _SAID_IN)
        for member in members:
            if member is not None:
                yield from _of_field(member, source, is_listed=node.is_list or is_listed)
    elif isinstance(node.value, str):
        pieces = list(_pieces(source[node.start : node.end], node.start))
        for piece in pieces:
            is_item = piece.kind == "item" or (is_listed and len(pieces) == 1)
            # What looks like a heading of a posting is only the first line of a field.
            yield piece._replace(kind="item" if is_item else "paragraph", level=max(piece.level, 1) if is_item else 0)


def _pieces(raw: str, at: int) -> Iterator[Piece]:
    text, outer = decoded(raw, at)
    if not _TAG.search(text) and _HIDDEN_TAG.search(text):  # feeds escape HTML once more than they should
        text, inner = _unescaped(text)
        outer = list(through(tuple(inner), outer, len(text)))
    pieces = read_html(text).pieces if _TAG.search(text) else read_plain_text(text)
    for piece in pieces:
        yield piece._replace(runs=_ascending(through(piece.runs, outer, len(piece.text))))


def _ascending(runs: Runs) -> Runs:
    return tuple(run for index, run in enumerate(runs) if index == 0 or run[0] > runs[index - 1][0])


def _unescaped(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text with its entities decoded, and where each part stood before."""
    parts: list[str] = []
    runs = [(0, 0)]
    position = length = 0
    for entity in _ENTITY.finditer(text):
        meant = unescape(entity.group())
        parts += [text[position : entity.start()], meant]
        length += entity.start() - position
        runs.append((length, entity.start()))
        length += len(meant)
        runs.append((length, entity.end()))
        position = entity.end()
    parts.append(text[position:])
    return "".join(parts), [run for run, after in zip(runs, [*runs[1:], (-1, -1)], strict=True) if run[0] != after[0]]
