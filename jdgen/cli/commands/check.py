"""`jdgen check`: postings → what is wrong in them, and why."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from jdgen.audit.allow_rules import ALLOW_RULES
from jdgen.cli.clock import day_of_posting, today
from jdgen.cli.exit_codes import ExitCode
from jdgen.cli.options import Day, given_folders, knowledge_options
from jdgen.cli.reporters import report_note, report_problems
from jdgen.cli.reports.choice import REPORTS, render_report
from jdgen.errors import EnvironmentProblem, InputError, UsageError
from jdgen.load.project import Workspace
from jdgen.model.finding import Severity
from jdgen.pipeline.check import AuditOptions, Checked, check_files, load_ruleset, open_to_check
from jdgen.pipeline.folders import expand
from jdgen.text.closest import did_you_mean
from jdgen.text.states import STATES, find_state
from jdgen.text.words import counted

_DASH = "-"
_CHANNELS = ("google", "indeed", "linkedin")
_FAIL_ON: dict[str, tuple[Severity, ...]] = {"error": ("error",), "warning": ("error", "warning"), "never": ()}
"""What ends with code 1, by `--fail-on`."""


class StateName(click.ParamType[str]):
    """A state by its abbreviation or its name."""

    name = "state"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the postal abbreviation, or end with the closest name."""
        state = find_state(str(value))
        if state is None:
            hint = did_you_mean(str(value), STATES.values()) or "write it as `CO` or `Colorado`"
            self.fail(f"`{value}` is not a state; {hint}", param, ctx)
        return state


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(allow_dash=True), metavar="FILE...|-")
@click.option(
    "--format", "form", type=click.Choice(REPORTS), default="text", show_default=True, help="What to print; see above."
)
@click.option("-o", "--output", metavar="FILE", help="Write the report to a file instead of printing it.")
@click.option(
    "--fail-on",
    type=click.Choice(list(_FAIL_ON)),
    default="error",
    show_default=True,
    help="End with code 1 from this severity on.",
)
@click.option(
    "--state",
    "states",
    multiple=True,
    type=StateName(),
    metavar="CO",
    help="Judge by this state's laws too, besides those the posting names; may be repeated.",
)
@click.option(
    "--employees",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many people the employer has, where the posting does not say; unknown counts as enough for every law.",
)
@click.option(
    "--channel",
    "channels",
    multiple=True,
    type=click.Choice(_CHANNELS, case_sensitive=False),
    help="Say whether this channel takes the posting; may be repeated.",
)
@click.option("--date", type=Day(), help="Judge by the laws of this day (default: today).")
@click.option("--fix", is_flag=True, help="Make the safe repairs in the files, then check again.")
@click.option("--dry-run", is_flag=True, help="With --fix: print the difference and write nothing.")
@click.option(
    "-v", "--verbose", is_flag=True, help="Show what is only for information, and how each finding was decided."
)
@click.option(
    "--explain",
    metavar="RULE",
    help="Print a rule with its sources, and run the texts that prove it; of a family, its rules.",
)
@knowledge_options
def command(**given: Any) -> None:  # noqa: ANN401 - Click hands over values of many types
    """Check postings for law, truth, respect, search and clarity: ours or any other.

    FILE is Markdown, HTML, DOCX, PDF, text or JSON-LD; a folder means every posting below it; `-` is standard input.
    Each finding comes with its place, the reason, the repair and the source. Errors and warnings are shown in full;
    what is only for information is counted, and shown with `-v`. A finding that is right as it stands can be allowed
    in the file: <!-- jdgen: allow RULE because REASON until 2027-01-31 -->

    \b
    Formats:
      text      for people
      json      for programs
      sarif     for code scanning
      github    annotations in a pull request
      html      a page with the findings marked in the posting, also to print

    \b
    Examples:
      jdgen check output/CR-1042.md
      jdgen check old-postings -v
      jdgen check posting.docx --state CO --channel google
      jdgen check posting.md --fix --dry-run
      jdgen check postings --format html -o audit.html
      jdgen check --explain age.upper-limit
      jdgen check - --format json < posting.md
    """
    _refuse_misuse(given)
    folders = given_folders(given)
    if given["explain"]:
        workspace = open_to_check(Path.cwd(), given=folders)
        _explain(given["explain"], workspace, day_of_posting(given["date"]))
        return
    paths = _named_files(given)
    beside = next((Path(path) for path in paths if path != _DASH), None)
    workspace = open_to_check(Path.cwd(), beside=beside, given=folders)
    options = AuditOptions(
        day_of_posting(given["date"]), given["states"], given["channels"], given["employees"], today()
    )
    if given["fix"] and not given["dry_run"]:
        from jdgen.pipeline.mending import mend

        checked, mended = mend(paths, workspace, options)
        for path, number in mended.items():
            report_note(f"mended {counted(number, 'finding')} in {path}")
    else:
        stdin = _standard_input() if _DASH in paths else None
        checked = check_files(paths, workspace, options, stdin=stdin)
    if given["fix"]:
        _name_unfixable(checked)
    if given["dry_run"]:
        checked = _show_differences(checked, given["output"])
    else:
        _say(checked, workspace, given)
    _end(checked, given["fail_on"])


def _standard_input() -> bytes:
    """Return what standard input holds; nothing where it was closed."""
    return sys.stdin.buffer.read() if sys.stdin else b""


def _name_unfixable(checked: Checked) -> None:
    """Say which files were left as they are, and what to do with them."""
    for document in checked.documents:
        if not document.can_be_fixed:
            report_note(f"{document.path} is never changed here; `jdgen import` makes a posting file of it that can be")


def _refuse_misuse(given: dict[str, Any]) -> None:
    """Raise UsageError for options that do not go together."""
    if not given["paths"] and not given["explain"]:
        raise UsageError("nothing to check", hint="name a file or a folder, or `-` for standard input")
    if given["dry_run"] and not given["fix"]:
        raise UsageError("`--dry-run` needs `--fix`", hint="add `--fix`")
    if given["dry_run"] and given["form"] != "text":
        raise UsageError(
            f"`--dry-run` prints a difference, not {given['form']}", hint="leave out `--format`, or `--dry-run`"
        )
    if given["fix"] and not given["dry_run"] and _DASH in given["paths"]:
        raise UsageError(
            "standard input cannot be written back", hint="name the file, or add `--dry-run` to see the difference"
        )
    if _is_file(given["output"]) and Path(given["output"]).resolve() in {
        Path(path).resolve() for path in given["paths"]
    }:
        raise UsageError(
            f"`-o {given['output']}` would write the report over the posting", hint="choose another name for the report"
        )


def _is_file(output: str | None) -> bool:
    """Say whether `-o` names a file; `-` is standard output."""
    return output is not None and output != _DASH


def _named_files(given: dict[str, Any]) -> tuple[str, ...]:
    """Return the files to check, without a report of an earlier run that lies among them."""
    report = Path(given["output"]).resolve() if _is_file(given["output"]) else None
    paths = tuple(path for path in expand(given["paths"]) if report is None or Path(path).resolve() != report)
    if not paths:
        raise UsageError("there is no posting in the folder", hint="name the file itself")
    return paths


def _explain(rule_id: str, workspace: Workspace, day: date) -> None:
    """Print a rule and what its texts prove; imported here, since a check does not need the rules as they were written."""
    from jdgen.cli.reports.explain import explain_card, explain_family, explain_rule
    from jdgen.cli.reports.listing import columns_of_terminal
    from jdgen.load.rules import load_who
    from jdgen.pipeline.rule_book import rule_card, rules_of_family
    from jdgen.pipeline.rule_proof import prove

    if rule_id in ALLOW_RULES:
        click.echo(explain_card(ALLOW_RULES[rule_id]), nl=False)
        return
    own = [card for card in ALLOW_RULES.values() if card.id.startswith(f"{rule_id}.")]
    if family := own or rules_of_family(workspace, rule_id):
        click.echo(explain_family(rule_id, family, columns_of_terminal()), nl=False)
        return
    rule = rule_card(workspace, rule_id)
    ruleset = load_ruleset(workspace, today())
    proof = prove(rule, ruleset, load_who(workspace.search).lists, day)
    click.echo(explain_rule(rule, proof), nl=False)
    if asked := ruleset.asked.get(rule_id):
        does = "leaves this rule out" if asked == "off" else f"asks for the severity `{asked}` of this rule"
        report_note(f"{workspace.places['rules_off' if asked == 'off' else 'severity']} {does}")
    if not proof.is_whole:
        click.get_current_context().exit(ExitCode.FINDINGS)


def _say(checked: Checked, workspace: Workspace, given: dict[str, Any]) -> None:
    """Print the report, and on stderr the files that could not be read or mended."""
    text = render_report(given["form"], checked, workspace, verbose=given["verbose"])
    if _is_file(given["output"]):
        _write(given["output"], _encoded(click.unstyle(text)))
    elif given["form"] == "text":
        click.echo(_encoded(text).decode(), nl=False)
    else:
        click.echo(_encoded(text), nl=False)
    report_problems(checked.problems)


def _write(output: str, content: bytes) -> None:
    from jdgen.pipeline.rewrite import write_report

    write_report(Path(output), content)
    click.echo(output)


def _show_differences(checked: Checked, output: str | None) -> Checked:
    """Print what `--fix` would change, as bytes that `patch` takes; return what was checked, with the files that could not be mended."""
    from jdgen.pipeline.mending import difference, repairs

    patches, problems = [], []
    for repair in repairs(checked):
        try:
            patch, note = difference(repair)
        except InputError as error:
            problems.append(error)
            continue
        patches.append(patch)
        report_note(f"would mend {counted(repair.number, 'finding')} in {repair.path}")
        if note:
            report_note(note)
    if output is not None and _is_file(output):
        _write(output, b"".join(patches))
    else:
        click.echo(b"".join(patches), nl=False)
    checked = checked._replace(problems=(*checked.problems, *problems))
    report_problems(checked.problems)
    return checked


def _encoded(text: str) -> bytes:
    """Return UTF-8; half of a pair of surrogates, which JSON-LD can hold, is no character."""
    return text.encode("utf-8", errors="replace")


def _end(checked: Checked, fail_on: str) -> None:
    """End with the code for what was found; a file that could not be read or mended weighs more, and what the machine lacks most."""
    context = click.get_current_context()
    if checked.problems:
        is_lacking = any(isinstance(problem, EnvironmentProblem) for problem in checked.problems)
        context.exit(ExitCode.OUR_FAULT if is_lacking else ExitCode.BAD_INPUT)
    failing = _FAIL_ON[fail_on]
    if any(finding.severity in failing for report in checked.reports for finding in report.findings):
        context.exit(ExitCode.FINDINGS)
