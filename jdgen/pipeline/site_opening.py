"""One opening → what a careers site shows of it: its page and its PDF; and what the channels would say of it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from html import escape
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from jdgen.audit.channels import CHANNELS
from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.ruleset import Ruleset
from jdgen.errors import EnvironmentProblem, InputError, Where
from jdgen.ingest.reader import read_worded
from jdgen.load.channel_values import ChannelValues, load_channel_values
from jdgen.load.postings import parse_posting, read_posting
from jdgen.load.project import Workspace
from jdgen.load.text_file import decode_text, read_bytes
from jdgen.model.document import Block, Document
from jdgen.model.finding import FileReport
from jdgen.model.posting import Posting
from jdgen.model.project import Paper
from jdgen.model.site import Opening, Site
from jdgen.pipeline.check import load_ruleset
from jdgen.pipeline.last_look import field_problems, open_fields
from jdgen.pipeline.single import Composed, in_its_file
from jdgen.pipeline.site_survey import Surveyed, undated
from jdgen.pipeline.sources import Problems
from jdgen.pipeline.write import Kept, Result
from jdgen.render.blocks import read_words
from jdgen.render.description import description
from jdgen.render.feeds.indeed import indeed_faults
from jdgen.render.feeds.linkedin import linkedin_faults
from jdgen.render.formats import Look, render_paper
from jdgen.render.job_posting import as_script, job_posting_or_reasons
from jdgen.render.logo import Logo
from jdgen.render.markup_faults import contradictions
from jdgen.render.site.addresses import LogoAddress
from jdgen.render.site.posting_page import posting_page
from jdgen.text.dates import parse_date
from jdgen.text.slugs import slug

_OWN_SECTION = 2
"""The level of a section's heading; a deeper one is a part of it."""
_LONGEST_NAME = 60
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}|[A-Za-z]{3,9}\.? \d{1,2},? \d{4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Plan:
    """What all openings of a site share; it crosses to other processes."""

    site: Site
    workspace: Workspace
    paper: Paper
    with_pdf: bool
    poster_email: str | None = None
    """Whoever posts at LinkedIn, where a posting names no address to apply at."""


class Workshop(NamedTuple):
    """What a process needs to make openings, made once in each."""

    plan: Plan
    ruleset: Ruleset
    values: ChannelValues


class MadeOpening(NamedTuple):
    """An opening, its files, and what its maker should know."""

    opening: Opening
    results: tuple[Result | Kept, ...] = ()
    logo: LogoAddress | None = None
    errors: int = 0
    """How many errors the audit finds in the posting."""
    problems: tuple[InputError, ...] = ()
    lacking: EnvironmentProblem | None = None
    unfilled: tuple[InputError, ...] = ()
    """A problem for each field of an open position that nobody filled in."""
    until: date = date.max
    """The last day on which the audit would say the same of it."""


def prepare_workshop(plan: Plan) -> Workshop:
    """Read the rules and what the channels call our values."""
    return Workshop(plan, load_ruleset(plan.workspace), load_channel_values(plan.workspace.search))


def make_opening(workshop: Workshop, surveyed: Surveyed) -> MadeOpening:
    """Make everything of one opening; what is wrong with it comes back, so that the others are made too."""
    problems = Problems()
    made = problems.attempt(partial(_make, workshop, surveyed))
    return made or MadeOpening(_opening(surveyed), problems=tuple(_placed(problems.found, surveyed.source.path)))


def _placed(problems: Iterable[InputError], path: Path) -> Iterator[InputError]:
    """Give problems with their places in the posting file."""
    one = Composed(read_posting(path), path.stem, file=read_bytes(path), path=path)
    yield from (in_its_file(problem, one) for problem in problems)


def logo_address(logo: Logo | None, employer: str, name: str | None) -> LogoAddress | None:
    """Return where an employer's picture stands on the site: under its own content, so that no two share a name."""
    if logo is None or name is None:
        return None
    ending = f".{name.rpartition('.')[2].lower()}"
    owner = slug(employer)[:_LONGEST_NAME].strip("-") or "employer"
    return LogoAddress(f"logos/{logo.file_name(owner, ending)}")


def _make(workshop: Workshop, surveyed: Surveyed) -> MadeOpening:
    plan, facts, path = workshop.plan, surveyed.facts, str(surveyed.source.path)
    text = decode_text(read_bytes(surveyed.source.path), path)
    posting = Posting(facts, parse_posting(text, path).body)
    document = read_worded(_dated(text, surveyed.row.posted).encode(), path)
    report = audit(document, workshop.ruleset, AuditRequest(plan.site.day))
    opening = replace(_opening(surveyed), description=description(read_words(posting)), about=_about(document))
    if opening.is_open:
        opening = replace(opening, blocked=_blocked(posting, opening, report, workshop))
    pdf, lacking = _pdf(posting, surveyed.source.logo, plan) if plan.with_pdf and opening.is_open else (None, None)
    opening = replace(opening, has_pdf=pdf is not None)
    logo = logo_address(surveyed.source.logo, facts.employer.name, facts.employer.logo)
    page = Result(opening.page, _page(posting, opening, plan, logo).encode())
    pictures = [Result(logo.path, surveyed.source.logo.content, is_asset=True)] if logo and surveyed.source.logo else []
    return MadeOpening(
        opening=opening,
        results=(page, *([Result(opening.pdf, pdf)] if pdf is not None else []), *pictures),
        logo=logo,
        errors=sum(finding.severity == "error" for finding in report.findings),
        lacking=lacking,
        unfilled=_unfilled(report, text, path, workshop) if opening.is_open else (),
        until=_next_day(document, plan.site.day),
    )


def _unfilled(report: FileReport, text: str, path: str, workshop: Workshop) -> tuple[InputError, ...]:
    """Return a problem for each field left open, with its line in the file as it is: the one that was audited has another day in it."""
    if not open_fields(report.findings):
        return ()
    request = AuditRequest(workshop.plan.site.day)
    found = open_fields(audit(read_worded(text.encode(), path), workshop.ruleset, request).findings)
    return field_problems((field, Where(path, field.line, field.column)) for field in found)


def _dated(text: str, posted: date) -> str:
    """Return a posting file with the day of first publication in it, whatever day it says itself."""
    facts, rest = undated(text)
    return f"{facts}posted: {posted.isoformat()}\n{rest}"


def _next_day(document: Document, day: date) -> date:
    """Return the next day a posting names: up to that deadline, or the end of what it allows itself, the audit says the same."""
    words = "\n".join((document.source, *(block.text for block in document.blocks)))
    named = (parse_date(typed) for typed in _DAY.findall(words))
    return min((one for one in named if isinstance(one, date) and one >= day), default=date.max)


def _opening(surveyed: Surveyed) -> Opening:
    row = surveyed.row
    return Opening(surveyed.facts, row.slug, row.changed, closed=row.closed, is_filled=surveyed.is_filled)


def _about(document: Document) -> str:
    """Return what the posting says of its employer, escaped: sections of their own, not a group of duties."""
    own: set[int] = set()
    is_about = False
    for number, section in enumerate(document.sections):
        is_about = section.role == "employer" and (is_about or section.level <= _OWN_SECTION)
        own |= {number} if is_about else set()
    said = (block for block in document.blocks if block.section in own and block.kind != "heading")
    return "".join(_written(is_list, blocks) for is_list, blocks in groupby(said, lambda block: block.kind == "item"))


def _written(is_list: bool, blocks: Iterable[Block]) -> str:  # noqa: FBT001 - as `groupby` gives it
    """Return paragraphs, or the items of a list."""
    tag = "li" if is_list else "p"
    words = "".join(f"<{tag}>{escape(block.text, quote=False)}</{tag}>" for block in blocks)
    return f"<ul>{words}</ul>" if is_list else words


def _blocked(
    posting: Posting, opening: Opening, report: FileReport, workshop: Workshop
) -> Mapping[str, tuple[str, ...]]:
    """Return for each channel why it would refuse the opening: what the audit finds, and what the channel has no word for."""
    facts, told = posting.facts, opening.description
    otherwise = contradictions(facts, read_words(posting))
    own: Mapping[str, Callable[[], tuple[str, ...]]] = {
        "google": lambda: job_posting_or_reasons(posting)[1],
        "indeed": lambda: (*indeed_faults(facts, workshop.values, description=told), *otherwise),
        "linkedin": lambda: (
            *linkedin_faults(facts, workshop.values, description=told, poster_email=workshop.plan.poster_email),
            *otherwise,
        ),
    }
    found = {verdict.channel: verdict.reasons for verdict in report.channels}
    reasons = {channel: _together(own[channel](), found.get(channel, ())) for channel in CHANNELS}
    return {channel: said for channel, said in reasons.items() if said}


def _together(own: tuple[str, ...], found: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return reasons of both kinds; what the audit says of a clause that is named already would say it twice."""
    more = (f"{message} ({clause})" for clause, message in found if not any(f"({clause})" in said for said in own))
    return tuple(dict.fromkeys((*own, *more)))


def _page(posting: Posting, opening: Opening, plan: Plan, logo: LogoAddress | None) -> str:
    markup = ""
    if opening.is_open and "google" not in opening.blocked:
        picture = plan.site.address(logo.path) if logo else None
        item, _ = job_posting_or_reasons(posting, url=plan.site.address(opening.page), logo=picture)
        markup = as_script(item)
    folders = plan.workspace.template_folders
    return posting_page(posting, opening, plan.site, folders=folders, logo=logo, markup=markup)


def _pdf(posting: Posting, logo: Logo | None, plan: Plan) -> tuple[bytes | None, EnvironmentProblem | None]:
    """Return the PDF, or what the machine lacks for it: pages and feeds need none."""
    look = Look(folders=plan.workspace.template_folders, paper=plan.paper, logo=logo)
    try:
        return render_paper(posting, look).content, None
    except EnvironmentProblem as problem:
        return None, problem
