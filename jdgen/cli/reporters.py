"""What commands say on stderr: errors, warnings and notes. Data goes to stdout and not through here."""

import re
from collections.abc import Sequence
from pathlib import Path

import click

from jdgen.cli.reports.columns import visible, width
from jdgen.errors import InputErrors, JdgenError

_COLUMNS = 80
_WORDS = re.compile(r"(?:`[^`]{0,60}`|\S)+")
_SHOWN = 50
"""Problems printed of one run; a broken file of a thousand lines has one cause, not a thousand."""


def report_error(error: JdgenError) -> None:
    """Print an error, or each of several, with its place and its repair."""
    report_problems(error.problems if isinstance(error, InputErrors) else (error,))


def report_problems(problems: Sequence[JdgenError]) -> None:
    """Print each of several errors, in the order they are given."""
    for problem in problems[:_SHOWN]:
        click.secho(_said(problem), fg="red", err=True, nl=False)
        click.echo(f"\n\nhint: {problem.hint}\n" if problem.hint else "\n", err=True)
    if len(problems) > _SHOWN:
        click.echo(f"… and {len(problems) - _SHOWN} more", err=True)


def _said(problem: JdgenError) -> str:
    """Return place and sentence; a file below this folder is named from here, as people type it."""
    if problem.where is None or not Path(problem.where.path).is_relative_to(Path.cwd()):
        return str(problem)
    place = problem.where._replace(path=str(Path(problem.where.path).relative_to(Path.cwd())))
    return f"{place}: {problem.message}"


def report_warning(message: str, hint: str | None) -> None:
    """Print a warning and its repair, each in lines that fit a terminal."""
    click.secho("warning: ", fg="yellow", err=True, nl=False)
    click.echo(_in_columns(message, "warning: "), err=True)
    if hint:
        click.echo(f"  hint: {_in_columns(hint, '  hint: ')}", err=True)


def report_note(message: str) -> None:
    """Print how jdgen read what it was given, in lines that fit a terminal."""
    click.echo(f"note: {_in_columns(message, 'note: ')}", err=True)


def _in_columns(text: str, label: str) -> str:
    """Return a text that fits a terminal behind its label; what stands in backticks stays on one line, so that it can be copied."""
    lines: list[str] = []
    for words in _WORDS.findall(visible(text)):
        if lines and width(label) + width(lines[-1]) + 1 + width(words) <= _COLUMNS:
            lines[-1] += f" {words}"
        else:
            lines.append(words)
    return f"\n{' ' * width(label)}".join(lines)


def report_fault(error: Exception) -> None:
    """Print that jdgen itself failed; the traceback is for `--debug`."""
    click.secho("jdgen made a mistake: ", fg="red", err=True, nl=False)
    click.echo(f"{type(error).__name__}: {error}", err=True)
    click.echo("\nhint: run the same command with `jdgen --debug …` and send us what it prints", err=True)
