"""Licenses and certifications an old posting names, by their exact names and letters, in its sections of requirements.

Required is only what surely is: its sentence says so, offers nothing else instead, and speaks of holding it. All the rest is said and not
decided. The words stand in `rules/_recovery.yaml`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, zip_longest
from typing import NamedTuple

from jdgen.ingest.recovery_words import any_of, pattern, phrases, recovery_table
from jdgen.model.document import Block, Document
from jdgen.text.states import STATES

_ASKING = {"required", "preferred", "qualifications"}
_RUNNING = {"summary", "other"}
"""Where a flyer without sections says it; a sentence there counts only where its own words say what it asks for."""

_SORTED = ("required", "preferred")

_MOST = 100
"""A text that names one license more often is no posting."""

_NEAR = 500
"""So many characters on either side of a name are looked at: a sentence that never ends must not take forever."""

_END = re.compile(r";\s|[.!?]\s+(?=[A-Z(])")
_OR = re.compile(r"(?<!in )(?<!, )\bOR\b|\b[Oo]r\b|\band/or\b")
"""Capitals after a place are Oregon."""

_LISTED_BEFORE = re.compile(r"[\w)]\s*/\s*$|\b[A-Z][A-Za-z]*[A-Z]\)?,\s*$")
_LISTED_AFTER = re.compile(r"\s*/\s*\w|,\s*\(?[A-Z][A-Za-z]*[A-Z]\b")
"""Beside other letters, as in `BSW, MSW, RN` and `RN/LPN`: any of them may do."""

_WORD = re.compile(r"[^\W\d_]+")
_LAST_PART = re.compile(r"(?:.*(?:,|\band\b|&))?(.*)", re.DOTALL)
_GOES_ON = re.compile(r"\W*(?:$|[(,]|(?:is|are)\b|with\b|in\b|from\b|by\b|and\b|through\b|required\b|who\b)")
_WORDS_APART = r"(?:\W+\w[\w'\u2019-]*){0,%d}?\W+"
_STATE_WORDS = frozenset(word for code, name in STATES.items() for word in (code, *name.split()))
_COMMA = re.compile(r",\s+(?:and\s+|but\s+|with\s+)?")
_OR_ABOVE = re.compile(r"(?<!\w)or[\s,:\u2013-]{0,5}$", re.IGNORECASE)
_OR_BELOW = re.compile(r"or\b", re.IGNORECASE)
_CHOICE = re.compile(r"\b(?:one(?: or more)?|any|either|some)\b[^.]{0,40}(?::|following|these|below)", re.IGNORECASE)


_ONE_WAY = re.compile(
    r"\W*(?:For|If|When|In case)\b(?! (?:this|the|our) (?:job|role|position|post|work)\b)[^:.;]{1,60}:"
)
"""So begins what is asked of some applicants only: "For the nurse option: an RN license"."""


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


class _Mention(NamedTuple):
    """A name in its block: the sentence around it, what stands before and after it there, and whether the block sorts by its own words."""

    block: Block
    sentence: str
    before: str
    name: str
    after: str
    is_choice: bool
    sorts_itself: bool


def held_credentials(document: Document, rows: Iterable[Names]) -> Held:
    """Return which rows a document names where it says what applicants need."""
    asking = list(_asking(document))
    found: dict[str, dict[str, None]] = {name: {} for name in _SORTED}
    unsorted: dict[str, int] = {}
    for row in rows:
        for mention in islice(_mentions(row, asking), _MOST):
            role = _role(mention)
            if role:
                found[role][row.id] = None
            else:
                unsorted.setdefault(row.id, document.position(mention.block.source_offset(0)).line)
    required = found["required"]
    chosen = {"required": tuple(required), "preferred": tuple(one for one in found["preferred"] if one not in required)}
    decided = {one for ids in chosen.values() for one in ids}
    return Held(
        {name: ids for name, ids in chosen.items() if ids},
        tuple((one, line) for one, line in unsorted.items() if one not in decided),
    )


def _asking(document: Document) -> Iterator[tuple[Block, bool]]:
    """Yield the blocks that say what applicants need, also those outside of its sections, and whether each is one choice of several."""
    above, lead = "", ""
    for block, following in zip_longest(document.blocks, document.blocks[1:]):
        if block.kind != "item" or block.text[-1] == ":":
            lead = block.text
        if block.kind != "heading" and (block.role in _ASKING or (block.role in _RUNNING and _sorts(block.text))):
            is_choice = _offers(above) or (following is not None and _OR_BELOW.match(following.text) is not None)
            yield block, is_choice or (block.kind == "item" and _CHOICE.search(lead) is not None)
        above = block.text


def _offers(above: str) -> bool:
    """Say whether a line ends in `or`: what stands below it is one choice."""
    return _OR_ABOVE.search(above) is not None


def _mentions(row: Names, asking: Sequence[tuple[Block, bool]]) -> Iterator[_Mention]:
    letters = [re.escape(name) for name in row.letters]
    words = [re.escape(name) for name in row.words]
    patterns = [rf"(?:{'|'.join(letters)})"] if letters else []
    patterns += [rf"(?i:{'|'.join(words)})"] if words else []
    named = re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])")
    for block, is_choice in asking:
        clauses = [clause for sentence in _sentences(block.text) for clause in _clauses(sentence)]
        if block.role in _RUNNING:
            clauses = list(filter(_sorts, clauses))
        for clause in clauses:
            for match in named.finditer(clause):
                before = clause[max(match.start() - _NEAR, 0) : match.start()]
                after = clause[match.end() : match.end() + _NEAR]
                sorts_itself = block.role != "required" or any(map(_demands, clauses))
                yield _Mention(
                    block, before + match.group() + after, before, match.group(), after, is_choice, sorts_itself
                )


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(text):
        yield text[start : end.end()].strip()
        start = end.end()
    yield text[start:].strip()


def _clauses(sentence: str) -> tuple[str, ...]:
    """Return the parts of "RN license required, CCM preferred", where each of them says of itself what it is; else the sentence."""
    parts = tuple(part for part in _COMMA.split(sentence[: 2 * _NEAR]) if part)
    are_sorted = len(sentence) <= 2 * _NEAR and all(map(_sorts, parts))
    return parts if are_sorted else (sentence,)


def _sorts(text: str) -> bool:
    return _demands(text) or _wishes(text)


def _demands(text: str) -> bool:
    return pattern("credentials", "demanded").search(text) is not None


def _wishes(text: str) -> bool:
    return pattern("credentials", "wished").search(text) is not None


def _role(mention: _Mention) -> str | None:
    """Return where a sentence puts a name: by its section, unless its own words say something else or leave it open."""
    role = mention.block.role
    demands = _demands(mention.sentence)
    if role == "preferred":
        return None if demands else "preferred"
    if mention.sorts_itself and not demands and _wishes(mention.sentence) and not _is_of_else(mention):
        return "preferred"
    if mention.is_choice or _is_open(mention) or not _is_held(mention):
        return None
    return "required" if role == "required" or demands else None


def _is_open(mention: _Mention) -> bool:
    """Say whether the sentence leaves open that this very name is asked for."""
    if pattern("credentials", "open").search(mention.sentence) or _ONE_WAY.match(mention.sentence):
        return True
    if _LISTED_BEFORE.search(mention.before) or _LISTED_AFTER.match(mention.after):
        return True
    return any(not _harmless().match(mention.sentence, found.end()) for found in _OR.finditer(mention.sentence))


@lru_cache(maxsize=1)
def _harmless() -> re.Pattern[str]:
    return re.compile(rf"\s+{any_of(recovery_table()['credentials']['harmless_or']).pattern}", re.IGNORECASE)


def _is_held(mention: _Mention) -> bool:
    """Say whether a name stands for the license itself: `RN license` does, `RN case manager experience` does not."""
    if _is_of_else(mention):
        return False
    goes_on = _GOES_ON.match(mention.after) is not None
    if goes_on and (_says_so(mention.name) or _leads(mention.before)):
        return True
    before, after = _beside()
    return after.match(mention.after) is not None or (goes_on and before.search(mention.before) is not None)


def _is_of_else(mention: _Mention) -> bool:
    """Say whether the words before a name ask for something besides the license, as "experience as an RN" does."""
    part = _LAST_PART.fullmatch(mention.before)
    return part is not None and pattern("credentials", "others").search(part[1]) is not None


def _leads(before: str) -> bool:
    """Say whether nothing stands before a name but what goes with it: "Current Colorado"."""
    expected = phrases("credentials", "leads").words
    return all(word.lower() in expected or word in _STATE_WORDS for word in _WORD.findall(before))


def _says_so(name: str) -> bool:
    return pattern("credentials", "held").search(name) is not None


@lru_cache(maxsize=1)
def _beside() -> tuple[re.Pattern[str], re.Pattern[str]]:
    held = pattern("credentials", "held").pattern
    before = rf"(?:{held}|\bmust\s+(?:be|have|hold|possess)){_WORDS_APART % 4}$"
    after = rf"{_WORDS_APART % 1}{held}"
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)
