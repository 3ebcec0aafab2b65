"""`jdgen show`: one thing jdgen knows, whole."""

from pathlib import Path
from typing import Any

import click

from jdgen.cli.options import given_folders, knowledge_options
from jdgen.errors import UsageError
from jdgen.load.project import open_workspace, shown
from jdgen.pipeline.catalog import Entry, entry
from jdgen.pipeline.write import copy_new


@click.command("show")
@click.argument("name")
@click.option("--where", is_flag=True, help="Print which file it comes from.")
@click.option("--copy", is_flag=True, help="Copy that file into this folder, as the start of your own.")
@knowledge_options
def command(name: str, where: bool, copy: bool, **given: Any) -> None:  # noqa: ANN401 - Click hands over values of many types
    """Show a specialization, credential, license or template whole, with its sources.

    A specialization is shown with what it inherits. Your own files win over jdgen's: `--copy` puts a file where jdgen
    will look for it, and you change the copy.

    \b
    Examples:
      jdgen show psychiatric
      jdgen show ccm
      jdgen show hospital --copy        specializations/hospital.yaml, yours to change
    """
    if where and copy:
        raise UsageError("`--where` and `--copy` do not go together", hint="choose one")
    found = entry(name, open_workspace(Path.cwd(), given=given_folders(given)))
    if where:
        click.echo(found.path)
    elif copy:
        _copy(found)
    else:
        click.echo(found.text, nl=False)


def _copy(found: Entry) -> None:
    """Copy a file to where it wins; a folder without `jdgen.yaml` gets the copy too, and a word on what it still lacks."""
    click.echo(shown(copy_new(found.path, (found.own or Path(found.path.parent.name)) / found.path.name), Path.cwd()))
    if found.own is None:
        click.echo("\nnote: jdgen looks there once this folder has a `jdgen.yaml`; an empty one will do", err=True)
