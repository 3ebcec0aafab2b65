"""A folder of postings → a careers site: pages, lists, search, feeds, sitemap. Nothing is made twice that did not change.

What a posting says is read in `site_survey`, one opening is made in `site_opening`; here they become a site. All of it is made
before anything gets its name, and a run that finds a fault leaves the old site as it was.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from jdgen.audit.channels import CHANNELS
from jdgen.errors import EnvironmentProblem, InputError, InputErrors, UsageError
from jdgen.load.channel_values import load_channel_values
from jdgen.load.project import Workspace
from jdgen.load.publications import PUBLISHED, dump_publications
from jdgen.model.draft import Omission
from jdgen.model.project import Paper
from jdgen.model.site import Opening, Site
from jdgen.pipeline.check import load_ruleset
from jdgen.pipeline.executors import each
from jdgen.pipeline.last_look import as_warnings
from jdgen.pipeline.ledger import read_ledger
from jdgen.pipeline.rewrite import write_report
from jdgen.pipeline.site_feeds import Feeds
from jdgen.pipeline.site_memory import SiteMemory
from jdgen.pipeline.site_opening import MadeOpening, Plan, make_opening, prepare_workshop
from jdgen.pipeline.site_survey import Survey, survey
from jdgen.pipeline.site_words import search_names, site_owner
from jdgen.pipeline.write import Kept, Poured, Result, Written, write_results
from jdgen.render.site.addresses import HOME
from jdgen.render.site.assets import assets
from jdgen.render.site.gone_page import gone_page
from jdgen.render.site.list_pages import list_pages
from jdgen.render.site.search_index import SearchNames, search_index
from jdgen.text.words import some_of

_ADDRESS = re.compile(
    r"https?://(?:[a-z0-9.-]*[a-z0-9]|\[[0-9a-f:]+\])(?::[0-9]{1,5})?(?:/[a-z0-9._~!$&'()*+,;=:@%/-]*)?",
    re.ASCII | re.IGNORECASE,
)
"""An address whose letters mean the same in a page, a feed and a header; other ones are written as `%C3%A9` and `xn--...`."""

_CLEARED = (
    "assets/*",
    "employers/*",
    "employers-[0-9]*.html",
    "employers.html",
    "jobs/*.pdf",
    "logos/*",
    "openings/*",
    "places/*",
    "search/*",
    "sitemap-[0-9]*.xml",
    "specializations/*",
)
"""Files that are deleted when no opening needs them any more. Pages of openings stay for ever."""


@dataclass(frozen=True, slots=True)
class SiteOrder:
    """What the user asks for: where the postings lie, where the site goes, the address it will have, and the day it is built."""

    folder: Path
    output: Path
    base_url: str
    day: date
    name: str | None = None
    with_pdf: bool = True
    paper: Paper | None = None
    poster_email: str | None = None
    force: bool = False
    is_draft: bool = False
    """Also with fields that nobody filled in."""


class Built(NamedTuple):
    """A site that is written: how many openings are open and closed, which files changed, and what its owner should know."""

    opened: int
    closed: int
    written: Written
    notes: tuple[str, ...] = ()
    blocked: Mapping[str, tuple[Opening, ...]] = {}
    """By channel, the openings it would refuse; each says why."""
    unconfirmed: Mapping[str, tuple[str, ...]] = {}
    """By feed, words in it that no source confirms."""
    taken: Mapping[str, int] = {}
    """By feed, how many openings it holds."""
    faulty: tuple[Path, ...] = ()
    """Posting files of open positions in which the audit finds errors."""
    vanished: tuple[str, ...] = ()
    """Ids of openings that are closed because their file is gone."""
    lacking: EnvironmentProblem | None = None
    """What the machine lacks for PDF files."""
    unfilled: tuple[Omission, ...] = ()
    """Fields of open positions that nobody filled in, where the site is a draft."""


def build_site(order: SiteOrder, workspace: Workspace) -> Built:
    """Build or renew a site; raise InputErrors with every problem of every posting, and nothing is written then."""
    base_url = _base_url(order.base_url)
    _refuse_output(order)
    memory = SiteMemory(order.output, workspace)
    found = survey(order.folder, order.day, memory.sources())
    lost = _lost_record(order)
    plan = Plan(
        site=Site(base_url, order.name or _name(found, base_url), order.day, site_owner(found.openings)),
        workspace=workspace,
        paper=order.paper or workspace.settings.paper,
        with_pdf=order.with_pdf,
        poster_email=order.poster_email,
    )
    ruleset = load_ruleset(workspace)
    memory.begin(plan, ruleset)
    builder = _Builder(found, plan, memory, search_names(ruleset.lookup), is_draft=order.is_draft)
    written = write_results(
        builder.results(),
        order.output,
        force=order.force,
        clearing=_CLEARED,
        # Written down first: a run that is killed in between has told too early, and not another day next time.
        once_ready=partial(_record, found, order.folder),
    )
    memory.keep()
    built = builder.built(written)
    return built._replace(notes=(*lost, *built.notes))


class _Builder:
    """Makes the files of a site one after the other, and counts what it makes."""

    def __init__(self, found: Survey, plan: Plan, memory: SiteMemory, names: SearchNames, *, is_draft: bool) -> None:
        self._is_draft = is_draft
        self._found = found
        self._plan = plan
        self._memory = memory
        self._names = names
        self._made: list[MadeOpening] = []

    def results(self) -> Iterator[Result | Poured | Kept]:
        """Give every file; raise InputErrors after the last opening where one of them has a fault."""
        yield from self._opening_files()
        problems = [problem for made in self._made for problem in made.problems]
        if problems := [*problems, *(() if self._is_draft else self._unfilled())]:
            raise InputErrors(problems=problems)
        site, folders = self._plan.site, self._plan.workspace.template_folders
        opened = self._opened()
        hiring = {one.facts.employer.name for one in opened}
        for row in self._found.gone:
            page = gone_page(row, site, folders=folders, is_hiring=row.employer in hiring)
            yield Result(row.page, page.encode())
        logos = {made.opening.slug: made.logo for made in self._made if made.logo}
        lists = list_pages(opened, site, folders=folders, logos=logos)
        for path, text in chain(lists, search_index(opened, self._names)):
            yield Result(path, text.encode())
        for path, content in assets(opened, site, folders=folders):
            yield Result(path, content, is_asset=True)
        yield from self._feeds().files(self._addresses())

    def built(self, written: Written) -> Built:
        """Return what came of it."""
        opened = self._opened()
        refused = {name: tuple(one for one in opened if name in one.blocked) for name in CHANNELS}
        return Built(
            opened=len(opened),
            closed=len(self._made) - len(opened) + len(self._found.gone),
            written=written,
            notes=(*self._found.notes, *self._notes(opened)),
            blocked={name: openings for name, openings in refused.items() if openings},
            unconfirmed=self._feeds().unconfirmed(),
            taken={name: len(opened) - len(refused[name]) for name in ("indeed", "linkedin")},
            faulty=tuple(
                one.source.path
                for one, made in zip(self._found.openings, self._made, strict=True)
                if made.errors and made.opening.is_open
            ),
            vanished=self._found.vanished,
            lacking=next((made.lacking for made in self._made if made.lacking), None),
            unfilled=as_warnings(self._unfilled()),
        )

    def _unfilled(self) -> list[InputError]:
        return [problem for made in self._made for problem in made.unfilled]

    def _notes(self, opened: Sequence[Opening]) -> Iterator[str]:
        """Give a sentence for what feeds cannot say, and for a name the owner may want to choose."""
        several = [opening.facts.id for opening in opened if len(opening.facts.places) > 1]
        if several:
            yield (
                f"indeed.xml and linkedin.xml name only the first place of {some_of(several)}; "
                "write a posting for each place where you hire"
            )
        yield from self._feeds().untold()
        site = self._plan.site
        if site.name == _host(site.base_url) and len({opening.facts.employer.name for opening in opened}) > 1:
            yield f"the openings have several employers, so the site is called {site.name}; `--name` calls it otherwise"

    def _opening_files(self) -> Iterator[Result | Poured | Kept]:
        """Make the openings that changed, keep the others. A picture that several share is given once."""
        kept = [(one, self._memory.unchanged(one)) for one in self._found.openings]
        changed = [one for one, known in kept if known is None]
        fresh = each(make_opening, changed, partial(prepare_workshop, self._plan))
        given: set[str] = set()
        for surveyed, known in kept:
            made = known or next(fresh)
            self._made.append(made._replace(results=()))  # the files of ten thousand openings do not fit into memory
            self._memory.remember(surveyed, made)
            for result in made.results:
                if result.name not in given:
                    given.add(result.name)
                    yield result

    def _opened(self) -> list[Opening]:
        return [made.opening for made in self._made if made.opening.is_open]

    def _feeds(self) -> Feeds:
        values = load_channel_values(self._plan.workspace.search)
        return Feeds(self._opened(), self._plan.site, values, self._plan.poster_email)

    def _addresses(self) -> Iterator[tuple[str, date]]:
        """Give the pages for search engines: the list, which changes with any opening, and every opening people can apply for."""
        rows = [*(one.row for one in self._found.openings), *self._found.gone]
        yield HOME, max(row.changed for row in rows)
        yield from ((opening.page, opening.changed) for opening in self._opened())


def _record(found: Survey, folder: Path) -> None:
    """Write down what was published, where that is news."""
    path = folder / PUBLISHED
    rows = dump_publications([*(one.row for one in found.openings), *found.gone]).encode()
    if not path.exists() or path.read_bytes() != rows:
        write_report(path, rows)


def _lost_record(order: SiteOrder) -> tuple[str, ...]:
    """Return a sentence where the site is there and the record of what was published is not."""
    if (order.folder / PUBLISHED).exists() or not any(
        name.startswith("jobs/") for name in read_ledger(order.output).digests
    ):
        return ()
    where = f"`{order.folder / PUBLISHED}` is missing, though `{order.output}` holds a site"
    return (f"{where}: first days come from the posting files; if you have the file, bring it back and build again",)


def _refuse_output(order: SiteOrder) -> None:
    """Raise UsageError for a folder that holds other things than a site: whoever uploads it would upload them too."""
    output, folder = order.output.resolve(), order.folder.resolve()
    held = next((path.name for path in sorted(order.output.glob("*.yaml")) if path.is_file()), None)
    if output == folder or output in folder.parents or held:
        reason = f"it holds `{held}`" if held else "it holds the postings"
        message = f"`{order.output}` is no folder for a site: {reason}"
        raise UsageError(message, hint="name a folder of its own, such as `-o public`")


def _base_url(typed: str) -> str:
    """Return the address with a slash at its end; raise UsageError for one that no page can have."""
    if not _ADDRESS.fullmatch(typed) or typed.lower().endswith((".html", ".htm")):
        message = f"`--base-url` is `{typed}`, expected the address the site will have"
        raise UsageError(message, hint="write it as `https://www.example.org/careers/`")
    return typed if typed.endswith("/") else f"{typed}/"


def _name(found: Survey, base_url: str) -> str:
    """Return the employer all openings share, else the host of the site."""
    names = {one.facts.employer.name for one in found.openings} or {row.employer for row in found.gone}
    return names.pop() if len(names) == 1 else _host(base_url)


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
