"""What a careers site has told the world, kept in `published.csv` beside the postings: one row an opening, in the order of the ids.

The file is small, made to be read and to be kept in version control: an id, a title, an address and the day of first publication, once
they are out, never change. Nothing is written here; see `jdgen.pipeline.site`.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jdgen.errors import InputError, InputErrors, Where
from jdgen.load.text_file import read_text
from jdgen.model.site import Publication
from jdgen.text.slugs import check_id
from jdgen.text.words import counted

PUBLISHED = "published.csv"
_COLUMNS = ("id", "title", "employer", "page", "posted", "changed", "closed", "digest")
_DAYS = ("posted", "changed", "closed")
_PAGE = re.compile(r"[a-z0-9][a-z0-9._-]{0,119}", re.ASCII | re.IGNORECASE)
_MERGE = re.compile(r"^(?:<<<<<<< |={7}\r?$|>>>>>>> )", re.MULTILINE)
_LARGEST = 100_000_000  # half a million openings
_REPAIR = "mend the line, or bring back the file from version control"


def read_publications(folder: Path) -> dict[str, Publication]:
    """Return the rows by id in small letters; none where there is no file. Raises InputErrors that name its lines."""
    path = folder / PUBLISHED
    if not path.exists():
        return {}
    text = read_text(path, shown_as=str(path), largest=_LARGEST)
    _refuse_open_merge(text, path)
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    taken = _Taken()
    problems: list[InputError] = []
    try:
        _refuse_other_columns(next(rows, []), path)
        for row in rows:
            if row:
                fault = _take(row, taken, rows.line_num)
                problems += [InputError(fault, where=Where(str(path), rows.line_num), hint=_REPAIR)] if fault else []
    except csv.Error as error:
        problems.append(InputError(f"this is no CSV: {error}", where=Where(str(path), rows.line_num), hint=_REPAIR))
    if problems:
        raise InputErrors(problems=problems)
    return taken.found


def dump_publications(publications: Iterable[Publication]) -> str:
    """Return the file as text; `read_publications` reads it back."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(_COLUMNS)
    for known in sorted(publications, key=lambda one: one.id.lower()):
        days = [day.isoformat() if day else "" for day in (known.posted, known.changed, known.closed)]
        rows.writerow([known.id, known.title, known.employer, known.slug, *days, known.digest])
    return text.getvalue()


@dataclass
class _Taken:
    """The rows read so far, and the line each of their ids and pages stands in."""

    found: dict[str, Publication] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


def _refuse_open_merge(text: str, path: Path) -> None:
    """Raise InputError where version control left both sides of a merge in the file: what follows would only confuse."""
    if marker := _MERGE.search(text):
        where = Where(str(path), text.count("\n", 0, marker.start()) + 1)
        hint = (
            "keep the rows of both sides, of two with one id the older, and delete the lines between which they stand"
        )
        raise InputError("the merge of two versions is not finished here", where=where, hint=hint)


def _refuse_other_columns(columns: Sequence[str], path: Path) -> None:
    if tuple(columns) != _COLUMNS:
        message = f"the columns are {', '.join(columns) or 'missing'}, expected {', '.join(_COLUMNS)}"
        raise InputError(message, where=Where(str(path), 1), hint=_REPAIR)


def _take(row: Sequence[str], taken: _Taken, line: int) -> str | None:
    """Put a row among the others; or return what is wrong with it, in one sentence."""
    values = dict(zip(_COLUMNS, (value.strip() for value in row), strict=False))
    if len(row) != len(_COLUMNS):
        return f"the row has {counted(len(row), 'value')}, expected {len(_COLUMNS)}: {', '.join(_COLUMNS)}"
    if faults := list(_faults(values)):
        return "; ".join(faults)
    for key, words in (
        (values["id"].lower(), f"for `{values['id']}`"),
        (f"{values['page']}/", f"with the page `{values['page']}`"),
    ):
        if taken.lines.setdefault(key, line) != line:
            return f"a second row {words}, which stands in line {taken.lines[key]} already"
    taken.found[values["id"].lower()] = Publication(
        id=values["id"],
        title=values["title"],
        employer=values["employer"],
        slug=values["page"],
        posted=date.fromisoformat(values["posted"]),
        changed=date.fromisoformat(values["changed"]),
        digest=values["digest"],
        closed=_day(values["closed"]),
    )
    return None


def _faults(values: Mapping[str, str]) -> Iterator[str]:
    """Give what is wrong with the values of a row."""
    for name, value in values.items():
        if not value and name != "closed":
            yield f"`{name}` is empty"
        elif name == "id" and check_id(value) != value:
            yield f"`id` is `{value}`, expected at most 40 letters, digits, `.`, `_` and `-`"
        elif name == "page" and not _PAGE.fullmatch(value):
            yield f"`page` is `{value}`, expected letters, digits, `.`, `_` and `-`"
        elif value and name in _DAYS and _day(value) is None:
            yield f"`{name}` is `{value}`, expected a date such as 2026-12-31"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
