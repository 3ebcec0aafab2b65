"""Options that several commands share, each written once."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from jdgen.text.dates import parse_date
from jdgen.text.pay import Pay, PayUnstated, parse_pay
from jdgen.text.problem import Problem

Decorated = TypeVar("Decorated", bound=Callable[..., Any])
Decorator = Callable[[Decorated], Decorated]

KNOWLEDGE = ("specializations", "templates", "facts")


class Day(click.ParamType[date]):
    """A date as people type it."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the date, or end with what is wrong with it."""
        if isinstance(value, date):
            return value
        outcome = parse_date(str(value))
        if isinstance(outcome, Problem):
            self.fail(f"{outcome.message}; {outcome.hint}", param, ctx)
        return outcome


class Figure(click.ParamType[Pay]):
    """Pay as people type it."""

    name = "pay"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Pay:
        """Return the pay, or end with what is wrong with it."""
        if isinstance(value, Pay):
            return value
        outcome = parse_pay(str(value))
        if isinstance(outcome, Problem):
            self.fail(f"{outcome.message}; {outcome.hint}", param, ctx)
        if isinstance(outcome, PayUnstated):
            self.fail(f"`{outcome.words}` names no figure", param, ctx)
        return outcome


class Names(click.ParamType[tuple[str, ...]]):
    """Names separated by commas."""

    name = "names"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """Return the names in the order given."""
        return tuple(name.strip() for name in str(value).split(",") if name.strip())


formats_option = click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    type=Names(),
    metavar="md,html,pdf",
    help="Formats to write, of md, html, pdf, docx, txt and jsonld; see `jdgen list formats`.",
)
output_option = click.option(
    "-o", "--output", metavar="DIR", help="Folder for results (default: output); `-` prints one text to stdout."
)
date_option = click.option(
    "--date", type=Day(), help="Day of posting where the requisition names none (default: today)."
)
paper_option = click.option("--paper", type=click.Choice(["letter", "a4"]), help="Paper of the PDF (default: letter).")
force_option = click.option("--force", is_flag=True, help="Write over files that were edited by hand.")
draft_option = click.option(
    "--draft",
    "is_draft",
    is_flag=True,
    help="Make it although fields such as `[insert pay]` are not filled in; a warning names each.",
)


def knowledge_options(command: Decorated) -> Decorated:
    """Add `--specializations`, `--templates` and `--facts`: folders whose files win over jdgen's own."""
    for kind in reversed(KNOWLEDGE):
        command = click.option(
            f"--{kind}",
            f"{kind}_folder",
            type=click.Path(path_type=Path),
            metavar="DIR",
            help=f"Your own {kind}; they win over jdgen's.",
        )(command)
    return command


def given_folders(options: dict[str, Any]) -> dict[Any, Path]:
    """Return the folders of `knowledge_options` that were given, by kind."""
    return {kind: folder for kind in KNOWLEDGE if (folder := options.get(f"{kind}_folder"))}


def given_formats(options: dict[str, Any]) -> tuple[str, ...]:
    """Return the formats of `-f`, given once or several times, each once."""
    return tuple(dict.fromkeys(name for names in options["formats"] for name in names))
