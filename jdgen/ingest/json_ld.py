"""JSON-LD to pieces and facts: JobPosting objects, alone, in a list, in `@graph`, or in a script of a page.

What their words are is in `markup_words`, what they state in `posting_markup`. https://schema.org/JobPosting
"""

import json
from collections.abc import Iterator
from typing import Any, cast

from jdgen.errors import InputError, Where
from jdgen.ingest.json_positions import Branch, Spot, parse_json, plain
from jdgen.ingest.markup_words import fields_of, words_of
from jdgen.ingest.pieces import Markup, Reading, Told
from jdgen.ingest.posting_markup import facts_of
from jdgen.model.document import starts_of_lines

_DEEPEST = 20


def read_json_ld(source: str, path: str) -> Reading:
    """Read a JSON-LD document; raise an InputError for broken JSON and for one without a JobPosting."""
    try:
        root = parse_json(source)
    except json.JSONDecodeError as error:
        message = f"the JSON is broken here: {error.msg[:1].lower()}{error.msg[1:]}"
        raise InputError(
            message, where=Where(path, error.lineno, error.colno), hint="mend the JSON, or give the page it stands on"
        ) from None
    postings = list(_postings(root))
    if not postings:
        raise InputError(
            'there is no JobPosting in this JSON, expected an object with `"@type": "JobPosting"`',
            where=Where(path, 1, 1),
            hint="see https://schema.org/JobPosting",
        )
    pieces = [piece for posting in postings for piece in words_of(posting, source)]
    notes = (
        ("the file holds more than one JobPosting; the facts were read from the first",) if len(postings) > 1 else ()
    )
    told = tuple(field for posting in postings for field in fields_of(posting, source))
    return Reading(source, pieces, facts_of(postings[0]), _markup(postings), notes=notes, told=told)


def read_scripts(source: str, scripts: tuple[tuple[int, int], ...]) -> Reading:
    """Read the JSON-LD scripts of a page, which has words of its own; a broken one is a note."""
    postings: list[Branch] = []
    notes: list[str] = []
    for start, end in scripts:
        try:
            postings += _postings(parse_json(source, start, end))
        except json.JSONDecodeError as error:
            line = len(starts_of_lines(source[:start])) + error.lineno - 1
            notes.append(
                f"the JSON-LD in line {line} is broken and was not read: {error.msg[:1].lower()}{error.msg[1:]}"
            )
    told = [
        one for posting in postings for one in (Told(tuple(words_of(posting, source))), *fields_of(posting, source))
    ]
    facts = facts_of(postings[0]) if postings else {}
    return Reading(
        source, (), facts, _markup(postings), notes=tuple(notes), told=tuple(one for one in told if one.pieces)
    )


def _postings(node: Spot | Branch, depth: int = 0) -> Iterator[Branch]:
    """Yield every JobPosting object, in the order of the file."""
    if isinstance(node, Spot) or depth > _DEEPEST:
        return
    if not node.is_list and _is_posting(node):
        yield node
        return
    for member in node.members.values():
        yield from _postings(member, depth + 1)


def _is_posting(node: Branch) -> bool:
    kind = node.members.get("@type")
    names: Any = plain(kind) if kind else None
    return any(str(name).rpartition("/")[2] == "JobPosting" for name in (names if isinstance(names, list) else [names]))


def _markup(postings: list[Branch]) -> tuple[Markup, ...]:
    return tuple((cast(dict[str, Any], plain(posting)), posting.start) for posting in postings)
