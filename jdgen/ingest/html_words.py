"""What words tell a posting from the site around it: the table `rules/_pages.yaml`, ready to be asked.

Which parts a page has is found in `html`, and which of them belong to the posting is decided in `html_parts`.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jdgen.ingest.recovery_words import any_of
from jdgen.ingest.section_words import LONGEST_HEADING, heading_role, labelled_field, normalized
from jdgen.load.cache import remembered
from jdgen.load.search import shipped_folder
from jdgen.model.document import Role

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|[\W_]+")
_LABEL = re.compile(r"([^:|]{2,48})(?::| \|) +\S")
_MONEY = re.compile(r"\$ ?\d")
_LONGEST_MARK = 300
_ROLES: frozenset[Role] = frozenset({"summary", "duties", "required", "preferred", "qualifications", "pay", "benefits"})
"""What headings of a posting name that headings of a site do not."""


class PageTable(dict[str, Any]):
    """The table as it is written, kept for the next run."""


def _read(file: Path) -> PageTable:
    """Read the table; imported here, since a run that remembers it needs no YAML."""
    from jdgen.load.yaml_document import plain, read_yaml

    return PageTable(plain(read_yaml(file)))


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Any]:
    file = shipped_folder() / "rules" / "_pages.yaml"
    return remembered(file.read_bytes(), PageTable, lambda: _read(file))


def is_mark_of_site(names: str) -> bool:
    """Say whether the classes and the id of an element name a part of a site, such as `cookie-banner`."""
    return bool(names) and _marks().search(_HUMP.sub(" ", names[:_LONGEST_MARK]).lower()) is not None


def heads_site(text: str) -> bool:
    """Say whether a line stands above a part of a site: "Similar jobs"."""
    if len(text) > LONGEST_HEADING:
        return False
    line = normalized(text)
    return line in _headings() or line.startswith(_starts())


def is_of_site(text: str) -> bool:
    """Say whether a paragraph is what only a site says of itself."""
    return _any_of("lines").search(text) is not None


def heads_posting(text: str, *, is_in_form: bool) -> bool:
    """Say whether a line is a heading that a posting has."""
    role = heading_role(text)
    return role in (_table()["roles_in_forms"] if is_in_form else _ROLES)


def speaks_of_job(text: str) -> bool:
    """Say whether a paragraph states a fact of a job, names an amount of money or says what applicants must be."""
    label = _LABEL.match(text)
    return (
        bool(label and labelled_field(label[1]))
        or bool(_MONEY.search(text))
        or _any_of("posting").search(text) is not None
    )


@lru_cache(maxsize=1)
def _marks() -> re.Pattern[str]:
    return any_of(_table()["marks"])


@lru_cache(maxsize=2)
def _any_of(name: str) -> re.Pattern[str]:
    return any_of(_table()[name])


@lru_cache(maxsize=1)
def _headings() -> frozenset[str]:
    return frozenset(map(normalized, _table()["headings"]["exact"]))


@lru_cache(maxsize=1)
def _starts() -> tuple[str, ...]:
    return tuple(_table()["headings"]["starts"])
