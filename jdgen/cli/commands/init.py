"""`jdgen init`: a working folder with a sample to change."""

from pathlib import Path

import click

from jdgen.pipeline.samples import SAMPLES, make_working_folder


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path), default=Path(), metavar="[DIR]")
@click.option(
    "--sample",
    type=click.Choice(SAMPLES),
    default=SAMPLES[0],
    show_default=True,
    help="Which made-up employer to start from.",
)
def command(folder: Path, sample: str) -> None:
    """Make a working folder: jdgen.yaml, employer.yaml, requisition.yaml, a sheet of openings and a logo.

    Everything in it is made up and yours to change. Files that exist already are left alone, and then nothing is written.

    \b
    Examples:
      jdgen init my-openings
      jdgen init --sample community-mental-health
    """
    for path in make_working_folder(folder, sample):
        click.echo(path)
    click.echo(
        f"\nnext: cd {folder} && jdgen render requisition.yaml"
        if folder != Path()
        else "\nnext: jdgen render requisition.yaml",
        err=True,
    )
