"""`jdgen import`: old postings → posting files, and what they lack."""

# ruff: noqa: N999 - the module is called what the command is called

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from jdgen.cli.exit_codes import ExitCode, exit_code
from jdgen.cli.options import force_option, given_folders, knowledge_options, output_option
from jdgen.cli.outcome import STDOUT
from jdgen.cli.reporters import report_error, report_note, report_warning
from jdgen.cli.standard_input import SourceFile
from jdgen.errors import InputError, JdgenError, UsageError, Where
from jdgen.load.project import open_workspace
from jdgen.pipeline.importing import CredentialRows, Imported, import_posting, load_credentials
from jdgen.pipeline.write import write_results


@click.command("import")
@click.argument("old", nargs=-1, required=True, type=SourceFile(), metavar="OLD...")
@output_option
@force_option
@knowledge_options
def command(**given: Any) -> None:  # noqa: ANN401 - Click hands over values of many types
    """Turn old postings into posting files: DOCX, PDF, HTML, Markdown, plain text or JSON-LD.

    Each file becomes a posting named after it, with its own words and headings as clean Markdown. The facts on top are
    those the old posting states: in its front matter, its JSON-LD, or on lines such as `Pay: $30 an hour`. What could not
    be recovered is listed with the line to write; jdgen does not guess it.

    \b
    Examples:
      jdgen import old-ad.docx                 output/old-ad.md
      jdgen import ads/*.pdf -o postings
      jdgen import page.html -o -              print the posting
      jdgen check output/old-ad.md             then look what is left to do
    """
    if given["output"] == STDOUT and len(given["old"]) > 1:
        raise UsageError("`-o -` prints one posting, and this makes several", hint="import one file, or name a folder")
    workspace = open_workspace(Path.cwd(), given=given_folders(given))
    rows = load_credentials(workspace.search)
    folder = Path(given["output"] or workspace.folder / workspace.settings.output)
    worst = _import_all(given["old"], rows, folder, is_forced=given["force"], is_printed=given["output"] == STDOUT)
    if worst:
        click.get_current_context().exit(worst)


def _import_all(
    paths: Sequence[Path], rows: CredentialRows, folder: Path, *, is_forced: bool, is_printed: bool
) -> ExitCode:
    """Import one file after the other; one that fails does not stop the rest, and the worst exit code wins."""
    made: dict[str, Path] = {}
    worst = ExitCode.FINE
    for path in paths:
        try:
            imported = import_posting(path, rows)
            name = imported.result.name
            if name.lower() in made:
                raise _same_name(path, made[name.lower()], name)
            made[name.lower()] = path
            if not is_printed and path.resolve() == (folder / name).resolve():
                raise _itself(path)
            _report(path, imported, several=len(paths) > 1)
            _hand_over(imported, folder, is_forced=is_forced, is_printed=is_printed)
        except JdgenError as error:
            report_error(error)
            worst = max(worst, exit_code(error))
    return worst


def _same_name(path: Path, first: Path, name: str) -> InputError:
    message = f"becomes `{name}`, as {first} does, and was not imported"
    return InputError(message, where=Where(str(path)), hint="import it into another folder with `-o`")


def _itself(path: Path) -> InputError:
    message = "would be written over by the posting it becomes, and was not imported"
    return InputError(message, where=Where(str(path)), hint="import it into another folder with `-o`")


def _report(path: Path, imported: Imported, *, several: bool) -> None:
    """Say on stderr what was noted and what is missing, with the file where there are several."""
    name = f"{path}: " if several else ""
    for note in imported.notes:
        report_note(f"{name}{note}")
    for missing in imported.missing:
        report_warning(f"{name}{missing.message}", missing.hint)


def _hand_over(imported: Imported, folder: Path, *, is_forced: bool, is_printed: bool) -> None:
    if is_printed:
        click.echo(imported.result.content, nl=False)
        return
    for path in write_results([imported.result], folder, force=is_forced).paths:
        click.echo(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
