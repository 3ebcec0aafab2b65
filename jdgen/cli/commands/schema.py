"""`jdgen schema`: JSON Schema, so that an editor completes and checks YAML while it is typed."""

import json

import click

from jdgen.model.schema import SCHEMAS, json_schema


@click.command("schema")
@click.argument("what", type=click.Choice(list(SCHEMAS)), metavar="WHAT")
def command(what: str) -> None:
    """Print the JSON Schema of a file.

    WHAT is specialization, modifier, employer, requisition, posting, project or rule.

    \b
    Example, for VS Code and other editors with a YAML language server:
      jdgen schema requisition > requisition.schema.json
    then put this on the first line of requisition.yaml:
      # yaml-language-server: $schema=requisition.schema.json
    """
    click.echo(json.dumps(json_schema(what), indent=2, ensure_ascii=False))
