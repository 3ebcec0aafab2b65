"""The command group: finds commands when they are needed, turns errors into messages and exit codes."""

import os
from contextlib import AbstractContextManager
from importlib import import_module
from typing import Any

import click

from jdgen.cli.closing_streams import ended_quietly
from jdgen.cli.exit_codes import ExitCode, exit_code
from jdgen.cli.reporters import report_error, report_fault
from jdgen.errors import JdgenError
from jdgen.text.closest import did_you_mean

_COMMANDS = {
    "render": "Make postings from requisitions.",
    "export": "Turn posting files into HTML, PDF and more.",
    "import": "Turn an old posting into a posting file.",
    "check": "Check postings for law, truth, respect, search and clarity.",
    "site": "Build a careers site with feeds from a folder of postings.",
    "list": "List specializations, credentials, templates or formats.",
    "show": "Show one of them whole, with its sources.",
    "schema": "Print the JSON Schema of a file, for editors.",
    "init": "Make a working folder with a sample to change.",
}


class LazyGroup(click.Group):
    """A group whose commands live in `jdgen/cli/commands/<name>.py` and are imported when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the work."""
        return list(_COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a mistyped one ends with the closest name."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            if hint := did_you_mean(args[0], _COMMANDS):
                raise click.UsageError(f"{error.format_message()} {hint[:1].upper()}{hint[1:]}", ctx) from None
            raise

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of one command."""
        if cmd_name not in _COMMANDS:
            return None
        command = import_module(f"jdgen.cli.commands.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        """Read the options; `--help` and `--version` print here."""
        with ended_quietly():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as in click.Group
        """Run the command; every error ends here."""
        with ended_quietly():  # what is said about an error may meet a closed pipe too
            try:
                with ended_quietly():
                    ctx.with_resource(_remembered_expressions())
                    return super().invoke(ctx)
            except (click.ClickException, click.exceptions.Exit, click.Abort, EOFError):
                raise
            except Exception as error:  # noqa: BLE001 - the one place that catches everything
                ctx.exit(_reported(error, is_debugging=ctx.params["debug"]))


def _remembered_expressions() -> AbstractContextManager[None]:
    """Ask for the expressions of earlier runs only when a command runs: a help text needs none."""
    from jdgen.load.expressions import remembered_expressions

    return remembered_expressions()


def _reported(error: Exception, *, is_debugging: bool) -> ExitCode:
    """Say what went wrong, after the traceback where that is wanted, and return the exit code."""
    if is_debugging:
        from traceback import format_exception

        click.echo("".join(format_exception(error)), err=True)
    if isinstance(error, JdgenError):
        report_error(error)
        return exit_code(error)
    report_fault(error)
    return ExitCode.OUR_FAULT


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="jdgen", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback when something fails.")
@click.pass_context
def cli(ctx: click.Context, debug: bool) -> None:
    """Make and check job postings for case managers: concrete, honest, with nothing made up.

    Short YAML files go in: who hires (employer.yaml) and what for (requisition.yaml). A posting in Markdown comes out,
    and from it HTML and PDF.

    \b
    Start here:
      jdgen init my-openings                   a working folder with a sample
      cd my-openings
      jdgen render requisition.yaml            output/CR-1042.md, .html and .pdf

    \b
    Then:
      jdgen list specializations               what jdgen knows
      jdgen show hospital                      one of them, whole
      jdgen export output/CR-1042.md -f pdf    after you have edited the Markdown
      jdgen check output old-posting.docx      what is wrong in a posting, and why
    """
    if os.environ.get("NO_COLOR"):
        ctx.color = False


def main() -> None:
    """Run jdgen as a program."""
    # Pydantic looks through every installed package for plug-ins of its own; jdgen takes none, and saves the looking.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    cli(prog_name="jdgen")
