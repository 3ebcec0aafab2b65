"""One opening at a time: requisition → posting → formats. Nothing is written here; see `write`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, product
from pathlib import Path
from typing import NamedTuple, TypeVar

from jdgen.compose.draft import compose
from jdgen.compose.omissions import omissions
from jdgen.errors import EnvironmentProblem, InputError, InputErrors, UsageError, Where
from jdgen.load.facts import load_facts
from jdgen.load.postings import dump_posting, read_posting
from jdgen.load.project import Workspace
from jdgen.load.text_file import read_text
from jdgen.model.draft import Omission
from jdgen.model.facts import Facts
from jdgen.model.finding import Finding
from jdgen.model.posting import Posting, PostingFacts
from jdgen.model.project import Paper
from jdgen.pipeline.last_look import LastLook, as_warnings, field_problems, field_words
from jdgen.pipeline.sources import Order, Problems, gather
from jdgen.pipeline.write import Result
from jdgen.render.body_limits import BODY
from jdgen.render.formats import FORMATS, RENDERERS, Look, Rendered
from jdgen.render.logo import Logo, read_logo
from jdgen.render.markdown import render_body
from jdgen.text.closest import did_you_mean

Item = TypeVar("Item")
Refusals = Callable[[PostingFacts, bytes, str], tuple[str, ...]]
_FOR_SEARCH_ENGINES = "jsonld"
_EDITABLE = "md"
"""The posting itself: what is still to be filled in is filled in there."""


class Made(NamedTuple):
    """Results ready to write, and what the reader should know."""

    results: tuple[Result, ...]
    warnings: tuple[Omission, ...]
    notes: tuple[str, ...] = ()
    """How jdgen read what it was given, where that was not to the letter."""
    lacking: EnvironmentProblem | None = None
    """What the machine lacks for the formats that are missing from the results."""
    sources: tuple[Result, ...] = ()
    """The Markdown of postings whose other formats are made without it; an edit there must not get lost."""


class Composed(NamedTuple):
    """A posting with its logo and what its sources left open; `file` is what its file holds and `path` where it lies, if it has one.

    `stem` is the name of its files without ending, and `made_of` are the files somebody wrote for it.
    """

    posting: Posting
    stem: str
    logo: Logo | None = None
    omissions: tuple[Omission, ...] = ()
    file: bytes | None = None
    path: Path | None = None
    notes: tuple[str, ...] = ()
    made_of: tuple[Path, ...] = ()


def render(
    orders: Sequence[Order],
    workspace: Workspace,
    *,
    formats: Sequence[str] = (),
    paper: Paper | None = None,
    is_draft: bool = False,
) -> Made:
    """Make every posting in every format; raise InputErrors with all problems of all of them.

    A field that nobody filled in, such as `[insert pay]`, is a problem unless it `is_draft`, or nothing but the Markdown is made.
    """
    formats = _known_formats(formats, workspace)
    facts = load_facts(workspace.search)
    composed = _each(lambda order: compose_posting(order, workspace, facts), orders)
    _refuse_same_names(composed)
    return _publish(composed, workspace, formats, paper, is_draft=is_draft)


def export(
    paths: Sequence[Path],
    workspace: Workspace,
    *,
    formats: Sequence[str] = (),
    paper: Paper | None = None,
    is_draft: bool = False,
) -> Made:
    """Make the formats of posting files, hand-edited or not; raise InputErrors with all problems of all of them, as `render` does."""
    formats = _known_formats(formats, workspace)
    composed = _each(_read, paths)
    _refuse_same_names(composed)
    return _publish(composed, workspace, formats, paper, is_draft=is_draft)


def compose_posting(order: Order, workspace: Workspace, facts: Facts) -> Composed:
    """Load everything an order names and compose its posting."""
    gathered = gather(order, workspace, facts)
    sources = gathered.sources
    draft = compose(sources)
    body = render_body(draft, sources.template, folders=workspace.template_folders)
    return Composed(
        posting=Posting(draft.facts, body),
        stem=draft.facts.file_stem,
        logo=gathered.logo,
        omissions=omissions(draft, sources),
        notes=gathered.notes,
        made_of=gathered.files,
    )


def _read(path: Path) -> Composed:
    """Read a posting file and its logo."""
    posting = read_posting(path)
    return Composed(posting, path.stem, logo_of(posting.facts, path), file=path.read_bytes(), path=path)


def logo_of(facts: PostingFacts, path: Path) -> Logo | None:
    """Read the logo a posting file names; raise InputError where it lies elsewhere than beside the file, or cannot be used."""
    name = facts.employer.logo
    if name and (".." in Path(name).parts or Path(name).is_absolute()):
        raise InputError(
            f"the logo `{name}` lies outside the posting's folder",
            where=Where(str(path)),
            hint="copy it beside the posting, and name it there",
        )
    return read_logo(name, path.parent) if name else None


def _known_formats(given: Sequence[str], workspace: Workspace) -> tuple[str, ...]:
    """Return the formats in the order they are made: those `given`, else the working folder's.

    Raises UsageError for a given one that jdgen does not know, InputError for one that stands in `jdgen.yaml`.
    """
    names = given or workspace.settings.formats
    for name in names:
        if name not in FORMATS:
            hint = did_you_mean(name, FORMATS) or f"the formats are {', '.join(FORMATS)}"
            where = None if given else workspace.places.get("formats")
            message = f"there is no format `{name}`"
            raise InputError(message, where=where, hint=hint) if where else UsageError(message, hint=hint)
    return tuple(name for name in FORMATS if name in names)


def _each(make: Callable[[Item], Composed], items: Iterable[Item]) -> tuple[Composed, ...]:
    """Make every item, so that the problems of all of them are known before anything is written."""
    problems = Problems()
    made = [problems.attempt(partial(make, item)) for item in items]
    problems.raise_any()
    return tuple(one for one in made if one is not None)


def _refuse_same_names(composed: Iterable[Composed]) -> None:
    """Refuse two postings that would write the same file."""
    stems: dict[str, list[str]] = {}
    for one in composed:
        stems.setdefault(one.stem.lower(), []).append(one.stem)
    problems = [
        InputError(
            f"{len(same)} postings would be written to `{same[0]}`, expected a different id for each",
            hint="set `id` in each requisition",
        )
        for same in stems.values()
        if len(same) > 1
    ]
    if problems:
        raise InputErrors(problems=problems)


def _rendered(name: str, one: Composed, look: Look) -> Rendered:
    """Return one format; the Markdown of a posting file is that file, comments and all."""
    if name == "md":
        return Rendered(_markdown(one).content)
    try:
        return RENDERERS[name](one.posting, look)
    except InputError as problem:
        raise in_its_file(problem, one) from None


def in_its_file(problem: InputError, one: Composed) -> InputError:
    """Return a problem of the words with its place in the posting file, any other as it is."""
    if problem.where is None or problem.where.path != BODY:
        return problem
    return InputError(problem.message, where=_in_the_file(problem.where, one), hint=problem.hint)


def _in_the_file(where: Where, one: Composed) -> Where:
    """Return the place in the posting file for a place in its body."""
    path = str(one.path or f"{one.stem}.md")
    if where.line is None:
        return Where(path)
    above = _markdown(one).content.decode("utf-8-sig").rpartition(one.posting.body.strip())[0]
    return Where(path, above.count("\n") + where.line)


def _publish(
    composed: Sequence[Composed], workspace: Workspace, formats: Sequence[str], paper: Paper | None, *, is_draft: bool
) -> Made:
    """Make every format; one the machine cannot make does not stop the others."""
    results: list[Result] = []
    lacking: list[EnvironmentProblem] = []
    problems = Problems()
    goes_out = any(name != _EDITABLE for name in formats)
    last_look = LastLook(workspace)
    unfilled = [problem for one in composed for problem in _unfilled(one, last_look)]
    problems.add(unfilled if goes_out and not is_draft else ())
    warnings = [*as_warnings(unfilled), *(_differences(composed, last_look) if goes_out else ())]
    refusals = _refusals(workspace, formats)
    looks = [_look(one, workspace, paper, refusals) for one in composed]
    for (one, look), name in product(zip(composed, looks, strict=True), formats):
        try:
            rendered = problems.attempt(partial(_rendered, name, one, look))
        except EnvironmentProblem as problem:
            lacking.append(problem)
            continue
        if rendered is None:
            continue
        results.append(Result(f"{one.stem}.{name}", rendered.content))
        warnings += [Omission(f"{one.stem}: {sentence}") for sentence in rendered.warnings]
    problems.raise_any()
    return Made(
        results=(*results, *_logos(composed)),
        warnings=tuple(dict.fromkeys([*_open_questions(composed), *warnings])),
        notes=tuple(dict.fromkeys(chain.from_iterable(one.notes for one in composed))),
        lacking=lacking[0] if lacking else None,
        sources=() if "md" in formats else tuple(_markdown(one) for one in composed if one.file is None),
    )


def _unfilled(one: Composed, look: LastLook) -> tuple[InputError, ...]:
    """Return a problem for each field that nobody filled in, where somebody can."""
    markdown = _markdown(one)
    found = look.fields(one.posting, markdown.content, markdown.name)
    return field_problems((field, _source_of(field_words(field), one) or _of(field, one)) for field in found)


def _of(field: Finding, one: Composed) -> Where:
    return Where(str(one.path or f"{one.stem}.md"), field.line, field.column)


def _source_of(words: str, one: Composed) -> Where | None:
    """Return where some words stand in the files that a posting was made of; one that was read from its own file has none."""
    for path in one.made_of:
        for number, line in enumerate(read_text(path).splitlines(), start=1):
            if words in line:
                return Where(str(path), number, line.index(words) + 1)
    return None


def _differences(composed: Iterable[Composed], look: LastLook) -> Iterator[Omission]:
    """Give where words and facts of posting files differ; those that were composed just now come from one source."""
    for one in composed:
        if one.file is not None:
            yield from look.differences(one.posting, one.file, str(one.path))


def _look(one: Composed, workspace: Workspace, paper: Paper | None, refusals: Refusals | None) -> Look:
    """Return how a posting is to look and, where it is made for search engines, why Google would refuse it."""
    look = Look(folders=workspace.template_folders, paper=paper or workspace.settings.paper, logo=one.logo)
    if refusals is None:
        return look
    markdown = _markdown(one)
    return look._replace(refused=refusals(one.posting.facts, markdown.content, markdown.name))


def _refusals(workspace: Workspace, formats: Sequence[str]) -> Refusals | None:
    """Return what tells why Google would refuse a posting, where it is made for search engines: the whole check takes longer than a page."""
    if _FOR_SEARCH_ENGINES not in formats:
        return None
    from jdgen.pipeline.google import google_refusals  # brings the audit, which other formats do not need

    return google_refusals(workspace)


def _markdown(one: Composed) -> Result:
    return Result(f"{one.stem}.md", one.file if one.file is not None else dump_posting(one.posting).encode())


def _open_questions(composed: Sequence[Composed]) -> list[Omission]:
    """Return what the sources leave open, with the posting's name where there are several."""
    if len(composed) == 1:
        return list(composed[0].omissions)
    return [Omission(f"{one.stem}: {open_.message}", open_.hint) for one in composed for open_ in one.omissions]


def _logos(composed: Iterable[Composed]) -> tuple[Result, ...]:
    """Return each logo once, under the name the postings call it."""
    logos: dict[str, Logo] = {}
    for one in composed:
        name = one.posting.facts.employer.logo
        if not (name and one.logo):
            continue
        if logos.setdefault(name, one.logo) != one.logo:
            raise InputError(
                f"two postings have different logos called `{name}`",
                hint="rename one of the two and its `logo:`, or write them into different folders",
            )
    return tuple(Result(name, logo.content, is_asset=True) for name, logo in logos.items())
