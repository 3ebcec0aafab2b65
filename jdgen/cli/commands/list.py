"""`jdgen list`: what jdgen knows."""

import json
from pathlib import Path
from typing import Any

import click

from jdgen.cli.options import given_folders, knowledge_options
from jdgen.cli.reports.listing import columns_of_terminal, general, render_rows
from jdgen.load.project import open_workspace
from jdgen.pipeline.catalog import CATALOGS, catalog


@click.command("list")
@click.argument("what", type=click.Choice(list(CATALOGS)), metavar="WHAT")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="json prints an array of objects with `id`.",
)
@knowledge_options
def command(what: str, form: str, **given: Any) -> None:  # noqa: ANN401 - Click hands over values of many types
    """List what jdgen knows, one a line.

    WHAT is specializations, modifiers, templates, formats or places; or a table of facts: credentials, licenses,
    license-titles, compacts, pay-laws, ad-rules, notices, verifications, wages, outlook, occupations or channels; or the
    rules of the audit.

    \b
    Examples:
      jdgen list specializations
      jdgen list credentials --format json
    """
    rows = catalog(what, open_workspace(Path.cwd(), given=given_folders(given)))
    if form == "json":
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    if what == "rules":
        rows = [row | {"name": general(str(row["name"]))} for row in rows]
    for line in render_rows(rows, columns_of_terminal()):
        click.echo(line)
