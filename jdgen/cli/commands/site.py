"""`jdgen site`: a folder of postings → a careers site with feeds."""

from pathlib import Path
from typing import Any

import click

from jdgen.cli.clock import day_of_posting
from jdgen.cli.options import Day, draft_option, force_option, given_folders, knowledge_options, paper_option
from jdgen.cli.reporters import report_note, report_warning
from jdgen.load.project import open_workspace
from jdgen.pipeline.site import Built, SiteOrder, build_site
from jdgen.text.words import counted, join_words, some_of

_MOST_FILES = 3
_NAMES = {"google": "Google", "indeed": "Indeed", "linkedin": "LinkedIn"}
_KEPT_OUT = {
    "google": "carries no structured data for Google",
    "indeed": "not in indeed.xml",
    "linkedin": "not in linkedin.xml",
}


@click.command("site")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR_OF_POSTINGS")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="DIR",
    help="Folder for the site.",
)
@click.option("--base-url", required=True, metavar="https://...", help="The address the site will have.")
@click.option("--name", metavar="TEXT", help="Whose site it is (default: the employer of the postings).")
@click.option("--pdf/--no-pdf", default=True, show_default=True, help="Make a PDF of each opening.")
@click.option("--poster-email", metavar="ADDRESS", help="Whoever posts at LinkedIn, for openings that name no address.")
@click.option("--date", type=Day(), help="Build the site of this day (default: today).")
@paper_option
@draft_option
@force_option
@knowledge_options
def command(**given: Any) -> None:  # noqa: ANN401 - Click hands over values of many types
    """Build a careers site from a folder of posting files: a page for each opening, lists, search, and feeds.

    The site is plain files: put the folder on any web server, under any path, or open index.html. Run it again after
    each change; only what changed is written. An opening that closed, was filled (`filled: 2026-11-20` in its facts)
    or whose file is gone keeps a page that says so, and leaves lists, feeds and sitemap.

    A field that nobody filled in, such as `[insert pay]`, stops the site; --draft builds one to look at.

    What was published is kept in published.csv beside the postings: an id, a title, an address and the day of first
    publication stay as they are. Keep that file with the postings.

    \b
    Makes:
      pages               index.html, jobs/, places/, specializations/, employers/
      for job boards      indeed.xml, linkedin.xml
      for feed readers    feed.xml, feed.json
      for search engines  sitemap.xml, robots.txt

    \b
    Examples:
      jdgen site output -o public --base-url https://careers.example.org/
      jdgen site postings -o public --base-url https://example.org/jobs/ --no-pdf
    """
    workspace = open_workspace(Path.cwd(), beside=given["folder"] / "postings", given=given_folders(given))
    order = SiteOrder(
        folder=given["folder"],
        output=given["output"],
        base_url=given["base_url"],
        day=day_of_posting(given["date"]),
        name=given["name"],
        with_pdf=given["pdf"],
        paper=given["paper"],
        poster_email=given["poster_email"],
        force=given["force"],
        is_draft=given["is_draft"],
    )
    built = build_site(order, workspace)
    _say(built)
    click.echo(order.output / "index.html")
    if built.lacking:
        raise built.lacking


def _say(built: Built) -> None:
    """Tell on stderr what was made and what its owner should know."""
    for note in built.notes:
        report_note(note)
    for left in built.unfilled:
        report_warning(left.message, left.hint)
    for identity in built.vanished:
        hint = "if that was a mistake, bring the file back and build again"
        report_warning(f"{identity}: its file is gone, so the opening is closed from now on", hint)
    for (channel, reasons), ids in _refused(built).items():
        report_warning(f"{some_of(ids)}: {_KEPT_OUT[channel]}: {join_words(reasons)}", None)
    for channel, told in built.unconfirmed.items():
        if told:
            report_note(f"{channel}.xml is a draft: {_NAMES[channel]} has not confirmed {join_words(told)}")
    if built.faulty:
        named = " ".join(str(path) for path in built.faulty[:_MOST_FILES])
        report_warning(
            f"`jdgen check` finds errors in {some_of(path.stem for path in built.faulty)}",
            f"see them with `jdgen check {named}`",
        )
    changed = len(built.written.changed)
    report_note(
        f"{counted(built.opened, 'open position')}, {built.closed} closed; "
        f"indeed.xml holds {built.taken['indeed']}, linkedin.xml {built.taken['linkedin']}; "
        f"{changed} of {counted(len(built.written.paths), 'file')} written"
    )


def _refused(built: Built) -> dict[tuple[str, tuple[str, ...]], list[str]]:
    """Return the ids of the openings a channel would refuse, those with the same reasons together."""
    found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for channel, openings in built.blocked.items():
        for opening in openings:
            found.setdefault((channel, opening.blocked[channel]), []).append(opening.facts.id)
    return found
