"""Check every fact table: `python3 dev.py check` runs this module. Part of the project's checks, no command of `jdgen`."""

import sys
from pathlib import Path

import click

from jdgen.cli.clock import day_of_posting
from jdgen.errors import JdgenError
from jdgen.load.project import open_workspace
from jdgen.pipeline.review import overdue


def main() -> int:
    """Check the tables that this folder sees; a row past its day is worth a warning, a broken one fails."""
    try:
        said = overdue(open_workspace(Path.cwd()).search, day_of_posting(None))
    except JdgenError as error:
        click.echo(error, err=True)
        return 1
    for sentence in said:
        click.echo(f"warning: {sentence}", err=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
