"""What a folder of postings holds for a careers site, before anything is made: which openings there are, and what was said of them before.

An id, a title and the day of first publication never change once they are out (`facts/channels.yaml`, i03, i04, l02, c03, c04, c11).
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from hashlib import blake2b
from pathlib import Path

from jdgen.errors import InputError, UsageError, Where
from jdgen.load.postings import parse_posting, read_posting
from jdgen.load.publications import PUBLISHED, read_publications
from jdgen.load.text_file import decode_text, read_bytes
from jdgen.model.posting import PostingFacts
from jdgen.model.site import Publication
from jdgen.pipeline.executors import each
from jdgen.pipeline.folders import expand
from jdgen.pipeline.single import logo_of
from jdgen.pipeline.sources import Problems
from jdgen.render.logo import Logo
from jdgen.render.markup_faults import is_public
from jdgen.text.dates import describe_date
from jdgen.text.slugs import slug
from jdgen.text.words import some_of

_ENDINGS = (".md", ".markdown")
_FENCE = "---"
_LONGEST_TITLE = 60
_POSTED = re.compile(r"^posted:.*\n", re.MULTILINE)
_HEAD = 200


@dataclass(frozen=True, slots=True)
class Source:
    """A posting file as it was read: its facts and its logo, and what stands for its content."""

    path: Path
    content_digest: str
    """Changes with any byte."""
    words_digest: str
    """Changes with words and facts, but not with the day the file says it was posted: rendering again moves that one."""
    facts: PostingFacts
    logo: Logo | None


@dataclass(frozen=True, slots=True)
class Surveyed:
    """An opening to publish: its file, its facts with the day of first publication, and its row of `published.csv`."""

    source: Source
    facts: PostingFacts
    row: Publication
    is_filled: bool = False


@dataclass(frozen=True, slots=True)
class Survey:
    """Everything a site is made of: openings, those whose file is gone, and what the reader should know."""

    openings: tuple[Surveyed, ...]
    gone: tuple[Publication, ...] = ()
    """Openings without a file."""
    vanished: tuple[str, ...] = ()
    """Ids of those among them that were open until now."""
    notes: tuple[str, ...] = ()


@dataclass
class _Gathering:
    """What is said at the end, gathered by what it is about, and what postings may not share."""

    problems: Problems = field(default_factory=Problems)
    no_postings: list[str] = field(default_factory=list)
    internal: list[str] = field(default_factory=list)
    future: list[str] = field(default_factory=list)
    pages: set[str] = field(default_factory=set)
    """The names of pages that are taken."""
    redated: list[str] = field(default_factory=list)

    def notes(self) -> Iterator[str]:
        """Give a sentence for each kind of thing that was left out or read otherwise."""
        if self.no_postings:
            yield f"left out, since a posting starts with its facts between two lines of `---`: {some_of(self.no_postings)}"
        if self.internal:
            yield f"left out, since an internal job description is no opening to apply for: {some_of(self.internal)}"
        if self.future:
            yield f"left out until the day they are posted: {some_of(self.future)}"
        if self.redated:
            yield f"`{PUBLISHED}` knows another day of first publication, which stays: {some_of(self.redated)}"


def survey(folder: Path, day: date, remembered: Mapping[Path, Source]) -> Survey:
    """Read every posting below a folder and hold it against what was published before.

    `remembered` are sources read in an earlier run; one whose file has not changed is not parsed again. Raises InputErrors with all
    problems of all files, and UsageError where there is no posting at all.
    """
    gathering = _Gathering()
    _refuse_other_record(folder)
    known = gathering.problems.attempt(partial(read_publications, folder)) or {}
    gathering.pages.update(row.slug for row in known.values())
    found: dict[str, Surveyed] = {}
    paths = [Path(path) for path in expand([str(folder)]) if path.lower().endswith(_ENDINGS)]
    for path, outcome in zip(paths, each(_read, [(path, remembered.get(path)) for path in paths], dict), strict=True):
        if outcome is None and path.stem.lower() in known:
            gathering.problems.attempt(partial(read_posting, path))  # it has lost its first line, which this says
        elif outcome is None:
            gathering.no_postings.append(path.name)
        elif isinstance(outcome, Source):
            _take(outcome, known, day, found, gathering)
        else:
            gathering.problems.add(outcome)
    gathering.problems.raise_any()
    notes = tuple(gathering.notes())
    if not found and not known:
        hint = "; ".join(notes) or "`jdgen render` makes a posting of a requisition"
        raise UsageError(f"there is no opening to publish in `{folder}`", hint=hint)
    missing = [row for identity, row in known.items() if identity not in found]
    vanished = tuple(row.id for row in missing if row.closed is None)
    return Survey(tuple(found.values()), tuple(_gone(row, day) for row in missing), vanished, notes)


def _refuse_other_record(folder: Path) -> None:
    """Raise UsageError where what was published is kept further down: this run would begin a second record of the same openings."""
    if not (folder / PUBLISHED).exists() and (below := next(folder.rglob(PUBLISHED), None)):
        message = f"`{below}` keeps what was published from `{below.parent}`"
        raise UsageError(message, hint=f"build the site of that folder: `jdgen site {below.parent} …`")


def _read(_: object, job: tuple[Path, Source | None]) -> Source | tuple[InputError, ...] | None:
    """Return a posting, its problems, or None for a file that is none."""
    path, before = job
    problems = Problems()
    source = problems.attempt(partial(_source, path, before))
    return problems.found or source


def _source(path: Path, before: Source | None) -> Source | None:
    content = read_bytes(path)
    digest = _digest(content)
    if before and before.content_digest == digest:
        return replace(before, logo=logo_of(before.facts, path))
    text = decode_text(content, str(path))
    if "".join(text[:_HEAD].splitlines()[:1]).rstrip() != _FENCE:
        return None
    posting = parse_posting(text, str(path))
    return Source(path, digest, _digest("".join(undated(text)).encode()), posting.facts, logo_of(posting.facts, path))


def undated(text: str) -> tuple[str, str]:
    """Return a posting file without the day it says it was posted: its facts, and what comes after them."""
    facts, fence, body = text.replace("\r\n", "\n").replace("\r", "\n").partition(f"\n{_FENCE}")
    return _POSTED.sub("", f"{facts}\n", count=1), f"{fence.lstrip()}{body}"


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=8).hexdigest()


def _take(
    source: Source, known: Mapping[str, Publication], day: date, found: dict[str, Surveyed], gathering: _Gathering
) -> None:
    """Put a posting among the openings, or say why it is left out."""
    facts = source.facts
    identity = facts.id.lower()
    row = known.get(identity)
    if not is_public(facts):
        gathering.internal.append(source.path.name)
    elif identity in found:
        gathering.problems.add([_same_id(source, found[identity].source)])
    elif row and (row.id, row.title) != (facts.id, facts.title):
        gathering.problems.add([_renamed(source, row)])
    elif row is None and facts.posted and facts.posted > day:
        gathering.future.append(f"{facts.id} ({describe_date(facts.posted)})")
    else:
        if row and facts.posted not in {None, row.posted}:
            gathering.redated.append(f"{facts.id} ({describe_date(row.posted)})")
        page = row.slug if row else _free_page(facts, gathering.pages)
        gathering.pages.add(page)
        found[identity] = _surveyed(source, row, day, page)


def _surveyed(source: Source, row: Publication | None, day: date, page: str) -> Surveyed:
    facts = source.facts
    closed, is_filled = _closing(facts, day)
    is_same = row is not None and row.digest == source.words_digest and (row.closed is None) == (closed is None)
    posted = row.posted if row else facts.posted or day
    told = Publication(
        id=facts.id,
        title=facts.title,
        employer=facts.employer.name,
        slug=page,
        posted=posted,
        changed=row.changed if row and is_same else day,
        digest=source.words_digest,
        closed=closed,
    )
    # A day to come is a plan: until then the opening is not filled.
    known = replace(facts, posted=posted, filled=facts.filled if is_filled else None)
    return Surveyed(source, known, told, is_filled)


def _closing(facts: PostingFacts, day: date) -> tuple[date | None, bool]:
    """Return since when nobody can apply, or None, and whether the job was filled. People can apply on the last day."""
    if facts.filled and facts.filled <= day:
        return facts.filled, True
    if isinstance(facts.closes, date) and facts.closes < day:
        return facts.closes, False
    return None, False


def _free_page(facts: PostingFacts, taken: Collection[str]) -> str:
    """Return the name of a new page: readable by the title, unique by the id.

    `Nurse B` with the id `A` and `Nurse` with the id `B-A` would share one; the later of them gets a mark.
    """
    title = slug(facts.title)[:_LONGEST_TITLE].strip("-")
    name = "-".join(part for part in (title, facts.id.lower()) if part)
    return f"{name}-{_digest(facts.id.lower().encode())}" if name in taken else name


def _gone(row: Publication, day: date) -> Publication:
    return row if row.closed else replace(row, closed=day, changed=day)


def _same_id(source: Source, other: Source) -> InputError:
    return InputError(
        f"the id `{source.facts.id}` is also that of `{other.path}`, expected a different one for each opening",
        where=Where(str(source.path)),
        hint="give one of the two another id, or move it away",
    )


def _renamed(source: Source, row: Publication) -> InputError:
    facts = source.facts
    name = "title" if row.id == facts.id else "id"
    now, before = (facts.title, row.title) if name == "title" else (facts.id, row.id)
    return InputError(
        f"the {name} is `{now}`, and `{row.id}` was published as `{before}`; what was published does not change",
        where=Where(str(source.path)),
        hint=f"bring the {name} back, or give the posting a new id; what was published stands in `{PUBLISHED}`",
    )
