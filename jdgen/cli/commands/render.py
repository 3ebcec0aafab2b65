"""`jdgen render`: requisitions → postings."""

from pathlib import Path
from typing import Any

import click

from jdgen.cli.clock import day_of_posting
from jdgen.cli.options import (
    date_option,
    draft_option,
    force_option,
    formats_option,
    given_folders,
    given_formats,
    knowledge_options,
    output_option,
    paper_option,
)
from jdgen.cli.outcome import finish
from jdgen.cli.standard_input import SourceFile
from jdgen.errors import UsageError
from jdgen.load.project import open_workspace
from jdgen.load.requisitions import Option
from jdgen.pipeline.single import render
from jdgen.pipeline.sources import Order

_FIELD_OPTIONS = {
    "specialization": "--specialization",
    "level": "--level",
    "model": "--model",
    "delivery": "--delivery",
    "languages": "--language",
    "title": "--title",
    "location": "--location",
    "workplace": "--workplace",
    "pay": "--pay",
    "employment": "--employment",
    "closes": "--closes",
}
"""Fields of the requisition that have an option, and how the option is called."""


@click.command("render")
@click.argument("requisitions", nargs=-1, type=SourceFile(), metavar="[REQUISITION.yaml]...")
@click.option(
    "-s",
    "--specialization",
    metavar="NAME",
    help='What kind of case manager: "RN CM", "psych case manager"; see `jdgen list specializations`.',
)
@click.option("--or-general", is_flag=True, help="Take the general case manager where the kind named is not known.")
@click.option("-e", "--employer", type=SourceFile(), metavar="EMPLOYER.yaml", help="Who hires.")
@click.option("--level", metavar="NAME", help="entry, experienced, senior or lead; see `jdgen list modifiers`.")
@click.option("--model", metavar="NAME", help="brokerage, clinical, strengths-based or intensive.")
@click.option("--delivery", metavar="NAME", help="telephonic, field or remote.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="LANGUAGE: WHY",
    help='"Spanish: most of our families speak it at home"; may be repeated.',
)
@click.option("--title", help="Job title, instead of the specialization's.")
@click.option(
    "--location", multiple=True, metavar="PLACE", help='"Denver, CO 80204" or "Remote (CO, MN)"; may be repeated.'
)
@click.option("--workplace", metavar="onsite|hybrid|remote", help="Where the work is done.")
@click.option("--pay", help='"38.50-52/hour" or "80000-95000/year". Left out, no pay is invented.')
@click.option(
    "--employment", metavar="TYPE", help='"full-time, 40 hours", "0.9 FTE", "per diem", "contract, 13 weeks".'
)
@click.option("--closes", metavar="DATE", help='"2026-12-31", or "until filled".')
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="KEY=VALUE",
    help="Any other field: `--set id=REQ-7`, `--set apply.email=…`.",
)
@click.option("-t", "--template", metavar="NAME", help="posting (default), classic, objectives or internal.")
@formats_option
@output_option
@date_option
@paper_option
@draft_option
@force_option
@knowledge_options
def command(**given: Any) -> None:  # noqa: ANN401 - Click hands over values of many types
    """Make postings: Markdown, and from it HTML and PDF.

    A requisition is a short YAML file, or nothing but options. Options win over the file. What nobody states is left
    out and named in a warning; nothing is made up. The files written are printed to stdout, one a line.

    \b
    Examples:
      jdgen render requisition.yaml
      jdgen render requisition.yaml -t internal -f pdf
      jdgen render openings/*.yaml -e employer.yaml -o output
      jdgen render -s geriatric --location "Portland, ME" --pay 31-39.50/hour
      jdgen render -s rn --level senior --delivery telephonic -e employer.yaml
      jdgen render requisition.yaml -f md -o -            print the Markdown
      jdgen render - -f md -o - < requisition.yaml        read standard input
    """
    if not given["requisitions"] and not given["specialization"]:
        raise UsageError("nothing to render", hint="name a requisition file, or a specialization with `-s`")
    orders = [
        Order(
            requisition=path,
            options=_field_options(given),
            employer=given["employer"],
            template=given["template"],
            posted=day_of_posting(given["date"]),
            or_general=given["or_general"],
        )
        for path in given["requisitions"] or (None,)
    ]
    workspace = open_workspace(Path.cwd(), beside=orders[0].requisition, given=given_folders(given))
    made = render(orders, workspace, formats=given_formats(given), paper=given["paper"], is_draft=given["is_draft"])
    finish(made, workspace, given)


def _field_options(given: dict[str, Any]) -> tuple[Option, ...]:
    """Return the options that set fields of the requisition; what is given for one field several times adds up to a list."""
    named = {name: (given[name], option) for name, option in _FIELD_OPTIONS.items() if given[name]}
    fields: dict[str, Option] = {
        name: (name, (value,) if isinstance(value, str) else tuple(value), option)
        for name, (value, option) in named.items()
    }
    for setting in given["settings"]:
        key, equals, value = setting.partition("=")
        key = key.strip()
        if not equals or not key:
            raise UsageError(f"`--set {setting}` has no `=`", hint="write `--set key=value`, such as `--set id=REQ-7`")
        _, before, option = fields.get(key, (key, (), ""))
        typed = f"--set {key}"
        fields[key] = (key, (*before, value), typed if option in {"", typed} else f"{option} and {typed}")
    return tuple(fields.values())
