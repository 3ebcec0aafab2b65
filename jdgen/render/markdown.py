"""Draft → Markdown, by a template the user may replace."""

import re

from jdgen.model.draft import Draft
from jdgen.render.environment import Folders, markdown_environment, render_template

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")


def render_body(draft: Draft, template: str, *, folders: Folders) -> str:
    """Return the Markdown body of a posting; raise UsageError where the template does not exist."""
    values: dict[str, object] = draft._asdict()
    text = render_template(markdown_environment(folders), f"{template}.md.j2", values)
    return tidy(text)


def tidy(markdown: str) -> str:
    """Return Markdown with one blank line between blocks and none at either end."""
    lines = "\n".join(line.rstrip() for line in markdown.splitlines())
    return _BLANK_LINES.sub("\n\n", lines).strip("\n") + "\n"
