"""JSON-LD to pieces and facts: JobPosting objects, alone, in a list, in `@graph`, or in a script of a page.

The description is HTML inside of a JSON text; its words keep their places in the file. https://schema.org/JobPosting
"""

import json
import re
from collections.abc import Iterator
from typing import Any, cast

from jdgen.errors import InputError, Where
from jdgen.ingest.html import read_html
from jdgen.ingest.json_positions import Branch, Spot, decoded, parse_json, plain
from jdgen.ingest.pieces import Markup, Piece, Reading, Runs, Spool, through
from jdgen.ingest.plain_text import read_plain_text
from jdgen.ingest.posting_markup import facts_of
from jdgen.model.document import starts_of_lines
from jdgen.text.entities import unescape

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_HIDDEN_TAG = re.compile(r"&lt;/?[A-Za-z][^<>&]{0,200}&gt;")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
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
    return Reading(source, pieces, facts_of(postings[0]), _markup(postings), notes=notes)


def read_scripts(source: str, scripts: tuple[tuple[int, int], ...]) -> Reading:
    """Read the JSON-LD scripts of a page; a broken one is a note."""
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
    pieces = [piece for posting in postings[:1] for piece in words_of(posting, source)]
    return Reading(source, pieces, facts_of(postings[0]) if postings else {}, _markup(postings), notes=tuple(notes))


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
        yield from _description(source[description.start : description.end], description.start)


def _description(raw: str, at: int) -> Iterator[Piece]:
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
