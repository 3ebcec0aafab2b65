"""What the last run made of each posting, so that the next one makes only what has changed.

It lies in the user's cache folder. Without it everything is made again and comes out the same.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

import jdgen
from jdgen.audit.ruleset import Ruleset
from jdgen.load.cache import keep, recall
from jdgen.load.project import Workspace
from jdgen.load.search import KINDS
from jdgen.pipeline.ledger import digest_of
from jdgen.pipeline.site_opening import MadeOpening, Plan
from jdgen.pipeline.site_survey import Source, Surveyed
from jdgen.pipeline.write import Kept, Result

_MAKERS = ("jinja2", "markdown", "markdown-it-py", "nh3", "pydantic", "pyyaml", "weasyprint")
"""Packages whose other releases may make other pages."""


@dataclass(frozen=True, slots=True)
class _Remembered:
    """An opening as it was made: what it was made of, and what came out, with digests instead of its files and without its logo."""

    source: Source
    key: str
    made: MadeOpening
    files: Mapping[str, str]
    day: date
    """The day it was made for."""


@dataclass(frozen=True, slots=True)
class _Run:
    """A run: the code and the knowledge it was made with, and its openings by the path of the posting."""

    code: str
    openings: dict[Path, _Remembered]


class SiteMemory:
    """What is remembered of the site in one folder, by the path of the posting."""

    def __init__(self, output: Path, workspace: Workspace) -> None:
        """Recall the last run; another release of jdgen reads and makes everything anew."""
        self._output = output
        self._name = f"site-{_digest(str(output.resolve()).encode())}"
        self._code = code_stamp(workspace)
        known = recall(self._name, _Run)
        self._before = known.openings if known and known.code == self._code else {}
        self._now: dict[Path, _Remembered] = {}
        self._stamp = ""
        self._day = date.min

    def sources(self) -> dict[Path, Source]:
        """Return the postings as they were read."""
        return {path: known.source for path, known in self._before.items()}

    def begin(self, plan: Plan, ruleset: Ruleset) -> None:
        """Hold what is remembered against the settings of this run, and the law of its day: other ones make other pages."""
        site = plan.site
        settings = (site.base_url, site.name, plan.paper, str(plan.with_pdf), plan.poster_email or "", repr(site.owner))
        self._day = site.day
        self._stamp = _digest("\0".join((*settings, *_law(ruleset, site.day))).encode())

    def unchanged(self, surveyed: Surveyed) -> MadeOpening | None:
        """Return an opening as it was made, where nothing it is made of has changed and its files still lie there as they were."""
        known = self._before.get(surveyed.source.path)
        if known is None or known.key != self._key(surveyed) or not known.day <= self._day <= known.made.until:
            return None
        is_there = all(_holds(self._output / name, digest) for name, digest in known.files.items())
        return known.made if is_there else None

    def remember(self, surveyed: Surveyed, made: MadeOpening) -> None:
        """Remember an opening; one with a fault, or without the PDF it should have, is made again next time."""
        if made.problems or made.lacking:
            return
        path = surveyed.source.path
        files = {result.name: digest_of(result.content) for result in made.results if isinstance(result, Result)}
        if not files:  # kept from before
            self._now[path] = self._before[path]
            return
        kept = made._replace(results=tuple(Kept(name) for name in files))
        source = replace(surveyed.source, logo=None)  # one picture for ten thousand postings; it is read again anyway
        self._now[path] = _Remembered(source, self._key(surveyed), kept, files, self._day)

    def keep(self) -> None:
        """Keep what was made in this run for the next; openings that are gone are forgotten."""
        if self._now != self._before:
            keep(self._name, _Run(self._code, self._now))

    def _key(self, surveyed: Surveyed) -> str:
        """Return what changes with anything an opening is made of."""
        row, logo = surveyed.row, surveyed.source.logo
        days = (row.posted, row.changed, row.closed, surveyed.is_filled)
        parts = (self._stamp, surveyed.source.content_digest, row.slug, *map(str, days))
        return _digest("\0".join(parts).encode() + (logo.content if logo else b""))


def _law(ruleset: Ruleset, day: date) -> Iterator[str]:
    """Give the rules and laws that hold on a day, as the folder's settings have them."""
    for rule in ruleset.rules:
        if rule.id not in ruleset.off and _is_in_force(rule.effective_from, rule.effective_to, day):
            yield f"{rule.id} {ruleset.asked.get(rule.id, rule.severity)}"
    for law in ruleset.lookup.pay_laws:
        if _is_in_force(law.effective_from, law.effective_to, day):
            yield law.id


def _is_in_force(start: date | None, end: date | None, day: date) -> bool:
    return (start is None or start <= day) and (end is None or day <= end)


def _holds(path: Path, digest: str) -> bool:
    """Say whether a file lies there with this content."""
    return path.is_file() and digest_of(path.read_bytes()) == digest


def code_stamp(workspace: Workspace) -> str:
    """Return what changes with jdgen itself, with what it is made of, and with any of the files its knowledge lies in."""
    stamp = blake2b(" ".join((sys.version, *map(version, _MAKERS))).encode(), digest_size=16)
    for path in _knowledge(workspace):
        stamp.update(f"{path}\n".encode() + path.read_bytes())
    return stamp.hexdigest()


def _knowledge(workspace: Workspace) -> Iterator[Path]:
    yield from sorted(Path(jdgen.__file__).parent.rglob("*.py"))
    for kind in KINDS:
        yield from _files(folder.path for folder in workspace.search.folders[kind])


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.is_file())


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()
