"""The end of `render` and `export`: warnings to stderr, results to files or stdout."""

from pathlib import Path
from typing import Any

import click

from jdgen.cli.reporters import report_note, report_warning
from jdgen.errors import UsageError
from jdgen.load.project import Workspace
from jdgen.pipeline.single import Made
from jdgen.pipeline.write import write_results

STDOUT = "-"


def finish(made: Made, workspace: Workspace, given: dict[str, Any]) -> None:
    """Report how things were read and what was left open, then write the results whole, or print the only one."""
    for note in made.notes:
        report_note(note)
    for warning in made.warnings:
        report_warning(warning.message, warning.hint)
    if given["output"] == STDOUT:
        _print_only(made)
        return
    folder = Path(given["output"]) if given["output"] else workspace.folder / workspace.settings.output
    written = write_results(made.results, folder, sources=made.sources, force=given["force"])
    for path in written.paths:
        click.echo(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
    if made.lacking:
        raise made.lacking


def _print_only(made: Made) -> None:
    """Print one text to stdout; bytes such as a PDF belong in a file or a pipe, and several results in a folder."""
    documents = [result for result in made.results if not result.is_asset]
    if made.lacking and not documents:
        raise made.lacking
    if len(documents) != 1:
        raise UsageError(
            "`-o -` prints one document, and this makes several",
            hint="choose one requisition and one format with `-f md`",
        )
    click.echo(documents[0].content, nl=False)
