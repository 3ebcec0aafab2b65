"""`jdgen export`: posting files → formats."""

from pathlib import Path
from typing import Any

import click

from jdgen.cli.options import (
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
from jdgen.cli.standard_input import SourceFile, StandardInput
from jdgen.load.project import open_workspace
from jdgen.pipeline.single import export


@click.command("export")
@click.argument("postings", nargs=-1, required=True, type=SourceFile(), metavar="POSTING.md...")
@formats_option
@output_option
@paper_option
@draft_option
@force_option
@knowledge_options
def command(**given: Any) -> None:  # noqa: ANN401 - Click hands over values of many types
    """Turn posting files into other formats, after you have edited them or not.

    The Markdown file is the posting: change its words and its facts by hand, then export again. Where an edit broke the
    facts at the top, the message names the line. A posting with a field that nobody filled in, such as `[insert pay]`, is
    made only with --draft.

    \b
    Examples:
      jdgen export output/CR-1042.md
      jdgen export output/*.md -f pdf --paper a4 -o print
      jdgen export output/CR-1042.md -f html -o -         print the page
      jdgen export - -f pdf < posting.md                  read standard input
    """
    for path in given["postings"]:
        if isinstance(path, StandardInput):
            path.name_after_posting()
    workspace = open_workspace(Path.cwd(), beside=given["postings"][0], given=given_folders(given))
    made = export(
        given["postings"], workspace, formats=given_formats(given), paper=given["paper"], is_draft=given["is_draft"]
    )
    finish(made, workspace, given)
