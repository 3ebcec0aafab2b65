"""What headings and labels mean: the table `rules/_sections.yaml`, ready to be asked.

Which lines are headings is decided in `sections`.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from jdgen.load.cache import remembered
from jdgen.load.search import shipped_folder
from jdgen.model.document import Role

LONGEST_HEADING = 100
"""A line with more characters is a sentence, not a heading."""

LONGEST_VALUE = 120
"""What a label names is no longer."""

_SENTENCE_ENDS = frozenset(".!?;,")
_LONGEST_STATEMENT = 800
"""A paragraph with more characters speaks of other things too."""

_LONGEST_START = 8
_EDGES = re.compile(r"^[\W\d_]+|[^\w)%]+$|\s*\([^()]*\)[\W_]*$")
_FIRST_LETTERS = re.compile(r"[\W\d_]*([^\W\d_]+)")
_GAPS = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*")
_SPELLED_OUT = str.maketrans({"\u2019": "'", "\u2018": "'", "&": " and "})
_CONTRACTIONS = (
    (" you'll ", " you will "),
    (" we'll ", " we will "),
    (" we're ", " we are "),
    (" you're ", " you are "),
    (" you'd ", " you would "),
)


class SectionWords(NamedTuple):
    """The table: `exact` and `starts` by phrase, `holds` as one pattern for each role, and the labels of single facts."""

    exact: Mapping[str, Role]
    starts: Mapping[str, Role]
    holds: tuple[tuple[Role, re.Pattern[str]], ...]
    first_words: frozenset[str]
    """How headings without markup begin: one look tells that most words begin none."""
    openings: frozenset[str]
    """The letters that headings without markup begin with, up to the first mark."""
    legal_statements: tuple[str, ...]
    labels: Mapping[str, str]
    label_openings: frozenset[str]
    """The same of labels."""


class SectionTable(dict[str, Any]):
    """The table as it is written, kept for the next run."""


def _read(file: Path) -> SectionTable:
    """Read the table; imported here, since a run that remembers it needs no YAML."""
    from jdgen.load.yaml_document import plain, read_yaml

    return SectionTable(plain(read_yaml(file)))


@lru_cache(maxsize=1)
def section_words() -> SectionWords:
    """Return the shipped table."""
    file = shipped_folder() / "rules" / "_sections.yaml"
    table = remembered(file.read_bytes(), SectionTable, lambda: _read(file))
    roles: dict[Role, dict[str, list[str]]] = table["roles"]
    exact = {phrase: role for role, words in roles.items() for phrase in words["exact"]}
    labels = {label: field for field, labels in table["labels"].items() for label in labels}
    return SectionWords(
        exact=exact,
        starts={phrase: role for role, words in roles.items() for phrase in words["starts"]},
        holds=tuple((role, _any_of(words["holds"])) for role, words in roles.items()),
        first_words=frozenset(re.split(r"\W", phrase, maxsplit=1)[0] for phrase in exact),
        legal_statements=tuple(table["legal_statements"]),
        labels=labels,
        openings=frozenset(map(_opening, exact)),
        label_openings=frozenset(map(_opening, labels)),
    )


def _opening(text: str) -> str:
    """Return the first letters of a text up to a mark or a digit: they stay the same in its normal form, but for capitals."""
    letters = _FIRST_LETTERS.match(text)
    return letters[1].casefold() if letters else ""


@lru_cache(maxsize=4096)
def normalized(heading: str) -> str:
    """Return a heading as the table writes it: small letters, no marks at its ends, contractions spelled out."""
    text = heading.translate(_SPELLED_OUT).casefold()
    text = _EDGES.sub("", _EDGES.sub("", text))
    text = f" {_GAPS.sub(' ', text)} "
    for short, long in _CONTRACTIONS:
        text = text.replace(short, long)
    return text.strip()


def exact_role(heading: str) -> Role | None:
    """Return the role of words that are a heading even without markup."""
    words = section_words()
    if len(heading) > LONGEST_HEADING or _opening(heading) not in words.openings:
        return None
    return words.exact.get(normalized(heading))


@lru_cache(maxsize=4096)
def heading_role(heading: str) -> Role | None:
    """Return what a heading, or a line that ends in a colon, says its section is for; None when it does not say."""
    if len(heading) > LONGEST_HEADING:
        return None
    words = section_words()
    text = normalized(heading)
    if text in words.exact:
        return words.exact[text]
    role = _start_role(text, words)
    if role:
        return _sorted(text, words) if role == "qualifications" else role
    return next((role for role, pattern in words.holds if pattern.search(text)), None)


def first_role(heading: str) -> Role | None:
    """Return the same for the first heading of a document, where one word says little: "Benefits Coordinator" is a job."""
    text = normalized(heading)
    words = section_words()
    return words.exact.get(text) or _start_role(text, words, least=1 if text.startswith("about ") else 2)


def _start_role(text: str, words: SectionWords, *, least: int = 1) -> Role | None:
    """Return the role of the longest phrase a heading starts with."""
    parts = text.split(" ")
    for count in range(min(len(parts), _LONGEST_START), least - 1, -1):
        role = words.starts.get(" ".join(parts[:count]).rstrip(",;:"))
        if role:
            return role
    return None


def _sorted(text: str, words: SectionWords) -> Role:
    """Return whether qualifications are the required or the preferred ones, where the rest of the heading says so."""
    holds = dict(words.holds)
    sorted_roles: tuple[Role, ...] = ("preferred", "required")
    return next((role for role in sorted_roles if holds[role].search(text)), "qualifications")


def labelled_field(label: str) -> str | None:
    """Return the field of a posting that a label such as "Salary range" names."""
    words = section_words()
    return words.labels.get(normalized(label)) if _opening(label) in words.label_openings else None


def label_alone(text: str) -> str | None:
    """Return the field that a line of its own names for the line below it; the end of a sentence, "Employer.", names none."""
    return labelled_field(text) if text and text[-1] not in _SENTENCE_ENDS else None


def is_value(text: str) -> bool:
    """Say whether a line may be what a label above it names, and no paragraph."""
    return len(text) <= LONGEST_VALUE and text[-1:] != ":"


def is_legal_statement(text: str) -> bool:
    """Say whether a paragraph is one of the statements the law asks for."""
    if len(text) > _LONGEST_STATEMENT:
        return False
    folded = text.casefold()
    return any(statement in folded for statement in section_words().legal_statements)


def is_title_case(text: str) -> bool:
    """Say whether the words of a line start with capitals, the small ones aside."""
    words = _WORD.findall(text)
    return bool(words) and words[0][0].isupper() and all(word[0].isupper() for word in words if len(word) > 3)


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
