"""Licenses and certifications an old posting names, by their exact names and letters, in its sections of requirements.

Where it is not plain whether one is required or preferred, that is said and not decided.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from jdgen.model.document import Block, Document

_EITHER_WAY = re.compile(
    r"\b(?:prefer\w*|desir\w*|plus|bonus|nice|helpful|not required|eligible|eligibility|willing|obtain\w*|within|or equivalent|no)\b",
    re.IGNORECASE,
)
_SORTED = ("required", "preferred")


@dataclass(frozen=True, slots=True)
class Names:
    """What one row of `facts/` is called: letters as they are written, and names in words."""

    id: str
    letters: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """Ids by `required` and `preferred`, and those that the text leaves open, each with the line that names it."""

    sorted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unsorted: tuple[tuple[str, int], ...] = ()


def held_credentials(document: Document, rows: Iterable[Names]) -> Held:
    """Return which rows a document names where it says what applicants need."""
    blocks = [block for block in document.blocks if block.role in {"required", "preferred", "qualifications"}]
    found: dict[str, dict[str, None]] = {name: {} for name in _SORTED}
    unsorted: dict[str, int] = {}
    for row in rows:
        for block in _naming(row, blocks):
            role = _role(block)
            if role:
                found[role][row.id] = None
            else:
                unsorted.setdefault(row.id, document.position(block.source_offset(0)).line)
    required = found["required"]
    chosen = {"required": tuple(required), "preferred": tuple(one for one in found["preferred"] if one not in required)}
    decided = {one for ids in chosen.values() for one in ids}
    return Held(
        {name: ids for name, ids in chosen.items() if ids},
        tuple((one, line) for one, line in unsorted.items() if one not in decided),
    )


def _naming(row: Names, blocks: Sequence[Block]) -> list[Block]:
    letters = [re.escape(name) for name in row.letters]
    words = [re.escape(name) for name in row.words]
    patterns = [rf"(?:{'|'.join(letters)})"] if letters else []
    patterns += [rf"(?i:{'|'.join(words)})"] if words else []
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])")
    return [block for block in blocks if block.kind != "heading" and pattern.search(block.text)]


def _role(block: Block) -> str | None:
    """Return where the block puts it: by its section, unless its own words speak of something else."""
    if block.role == "preferred":
        return "preferred"
    return "required" if block.role == "required" and not _EITHER_WAY.search(block.text) else None
