"""`jdgen show`: one thing jdgen knows, whole."""

from pathlib import Path
from typing import Any

import click

from jdgen.cli.options import Figure, given_folders, knowledge_options
from jdgen.cli.reporters import report_note
from jdgen.cli.reports.folding import folded_yaml
from jdgen.cli.reports.listing import columns_of_terminal
from jdgen.errors import UsageError
from jdgen.load.matching import specialization_meant
from jdgen.load.project import open_workspace, shown
from jdgen.pipeline.catalog import Entry, entry, market
from jdgen.pipeline.write import copy_new
from jdgen.text.pay import Pay


@click.command("show")
@click.argument("name")
@click.option("--where", is_flag=True, help="Print which file it comes from.")
@click.option("--copy", is_flag=True, help="Copy that file into this folder, as the start of your own.")
@click.option(
    "--market", "beside_market", is_flag=True, help="Show what the occupation earns, and where `--pay` falls."
)
@click.option("--pay", type=Figure(), metavar="PAY", help='With --market: "38.50-52/hour" or "80000-95000/year".')
@knowledge_options
def command(name: str, where: bool, copy: bool, beside_market: bool, pay: Pay | None, **given: Any) -> None:  # noqa: ANN401 - Click hands over values of many types
    """Show a specialization, credential, place, law or template whole, with its sources.

    A specialization is shown with what it inherits. Your own files win over jdgen's: `--copy` puts a file where jdgen
    will look for it, and you change the copy.

    \b
    Examples:
      jdgen show psychiatric
      jdgen show "RN CM"            a title or an abbreviation will do
      jdgen show ccm
      jdgen show CO                 what Colorado asks of a posting
      jdgen show hospital --market --pay 38.50-52/hour
      jdgen show hospital --copy    specializations/hospital.yaml, yours to change
    """
    if where + copy + beside_market > 1:
        raise UsageError("`--where`, `--copy` and `--market` do not go together", hint="choose one")
    if pay and not beside_market:
        raise UsageError("`--pay` needs `--market`", hint="add `--market`")
    workspace = open_workspace(Path.cwd(), given=given_folders(given))
    if beside_market:
        meaning = specialization_meant(name, workspace.search)
        if meaning.note:
            report_note(meaning.note)
        click.echo(market(meaning.id, workspace, pay), nl=False)
        return
    found = entry(name, workspace)
    if found.note:
        report_note(found.note)
    if where:
        click.echo(found.path)
    elif copy:
        _copy(found)
    else:
        click.echo(_fitted(found), nl=False)


def _fitted(found: Entry) -> str:
    """Return the text as it is, or on a terminal in lines that fit it; a template is no YAML, and its lines count."""
    columns = columns_of_terminal()
    return found.text if columns is None or found.path.suffix == ".j2" else folded_yaml(found.text, columns)


def _copy(found: Entry) -> None:
    """Copy a file to where it wins; a folder without `jdgen.yaml` gets the copy too, and a word on what it still lacks."""
    click.echo(shown(copy_new(found.path, (found.own or Path(found.path.parent.name)) / found.path.name), Path.cwd()))
    if found.own is None:
        click.echo("\nnote: jdgen looks there once this folder has a `jdgen.yaml`; an empty one will do", err=True)
