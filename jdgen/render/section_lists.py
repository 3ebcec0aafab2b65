"""The lists of a posting by what they are for: duties, what is required, skills, demands. The words come from its sections.

Which heading means what stands in `rules/_sections.yaml`, the table the check reads by too. A heading it does not know says nothing, and
its lists stay out: a search engine is told only what the posting says clearly.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jdgen.load.search import shipped_folder
from jdgen.load.yaml_document import plain as plain_yaml
from jdgen.load.yaml_document import read_yaml
from jdgen.render.blocks import Block, Heading, Listing, Paragraph, Quote, plain
from jdgen.render.plain_text import said

_SKILLS = re.compile(r"(?:\w+ )?skills\b(?!.*\b(?:qualification|experience|requirement))")
_DEMANDS = re.compile(r"\breasonable accommodation\b|\bphysical (?:demands|requirements)\b")
_EDGES = re.compile(r"^[\W\d_]+|[^\w)]+$")
_WANTED = {"duties": "duties", "required": "required", "qualifications": "required"}
_LONGEST_LABEL = 100


@dataclass(frozen=True, slots=True)
class SectionLists:
    """What the lists say, one text an item."""

    duties: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    demands: tuple[str, ...] = ()


def section_lists(blocks: Iterable[Block]) -> SectionLists:
    """Return the items of every list whose heading, or the line in front of it, says what it is for."""
    found: dict[str, list[str]] = {"duties": [], "required": [], "skills": [], "demands": []}
    section = part = ""
    label: str | None = None
    for block in blocks:
        if isinstance(block, Heading):
            role = _role(plain(block.runs))
            section = role if block.level == 2 else section
            # Under the duties, a heading is the name of a group of them, whatever its words.
            part = section if section == "duties" else role or section
            label = None
        elif isinstance(block, Paragraph):
            label = _label(plain(block.runs))
        elif isinstance(block, Listing):
            found.get(part if label is None else label, []).extend(_items(block))
            label = None if label == "demands" else label
    return SectionLists(**{name: tuple(dict.fromkeys(items)) for name, items in found.items()})


def _items(listing: Listing) -> Iterator[str]:
    for item in listing.items:
        for block in item:
            match block:
                case Listing():
                    yield from _items(block)
                case Paragraph() | Heading():
                    yield " ".join(said(block.runs).split())
                case Quote() | _:
                    continue


def _label(text: str) -> str | None:
    """Return what the line before a list says of it, or None where it says nothing."""
    line = text.strip().casefold()
    if _DEMANDS.search(line):
        return "demands"
    return (_role(line) or "other") if line.endswith(":") and len(line) <= _LONGEST_LABEL else None


@lru_cache(maxsize=1024)
def _role(heading: str) -> str:
    """Return which of our lists a heading announces, "other" for another kind of section, or nothing."""
    spelled = (
        heading.casefold().replace("\u2019", "'").replace("&", "and").replace("'ll ", " will ").replace("'re ", " are ")
    )
    words = _EDGES.sub("", spelled)
    if _DEMANDS.search(words):
        return "demands"
    if _SKILLS.match(words):
        return "skills"
    role = _known_role(words)
    return _WANTED.get(role, "other") if role else ""


def _known_role(words: str) -> str:
    """Return the role of the whole heading, else of the longest beginning, else of words in it."""
    roles = _roles()
    for role, phrases in roles.items():
        if words in phrases["exact"]:
            return role
    starts = (
        (len(start), role) for role, phrases in roles.items() for start in phrases["starts"] if _begins(words, start)
    )
    found = max(starts, default=(0, ""))[1]
    holding = (role for role, phrases in roles.items() if any(phrase in words for phrase in phrases["holds"]))
    return found if found and found != "qualifications" else next(holding, found)


def _begins(words: str, start: str) -> bool:
    return words.startswith(start) and not words[len(start) : len(start) + 1].isalnum()


@lru_cache(maxsize=1)
def _roles() -> Mapping[str, Mapping[str, list[str]]]:
    table = plain_yaml(read_yaml(shipped_folder() / "rules" / "_sections.yaml"))
    roles: Mapping[str, Mapping[str, list[str]]] = table["roles"]
    return roles
