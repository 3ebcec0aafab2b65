"""The formats of `jdgen check`, by the name that `--format` uses."""

from pathlib import Path

from jdgen.load.project import Workspace
from jdgen.pipeline.check import Checked

REPORTS = ("text", "json", "sarif", "github", "html")


def render_report(form: str, checked: Checked, workspace: Workspace, *, verbose: bool) -> str:
    """Return a report; each format is imported when it is asked for, since a page brings Jinja along."""
    match form:
        case "json":
            from jdgen.cli.reports.json_report import render_json

            return render_json(checked)
        case "sarif":
            from jdgen.cli.reports.sarif import render_sarif

            return render_sarif(checked, folder=Path.cwd())
        case "github":
            from jdgen.cli.reports.github import render_github

            return render_github(checked)
        case "html":
            from jdgen.render.audit_page import render_audit_page

            return render_audit_page(
                checked.reports,
                checked.documents,
                checked.cards,
                folders=workspace.template_folders,
                remarks=_remarks(checked),
            )
    from jdgen.cli.reports.text import render_text

    return render_text(checked, verbose=verbose)


def _remarks(checked: Checked) -> tuple[str, ...]:
    """Return what files of the user change in the rules, in words."""
    if not checked.changes:
        return ()
    from jdgen.cli.reports.rule_changes import sentences

    return sentences(checked.changes)
