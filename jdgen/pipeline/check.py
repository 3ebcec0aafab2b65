"""From files to reports: reads documents, makes the rules ready, and audits."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.ruleset import Ruleset
from jdgen.audit.terms import TermError
from jdgen.errors import EnvironmentProblem, InputError, InputErrors, Where
from jdgen.ingest.reader import read_worded
from jdgen.load.cache import digest_of_files, remembered
from jdgen.load.project import Workspace, open_workspace
from jdgen.load.rule_files import yaml_files
from jdgen.load.search import Kind, SearchPath
from jdgen.model.document import Document
from jdgen.model.finding import FileReport, RuleCard, RuleChange

STDIN = "-"
_MANY = 32
"""Files from which on a second process is worth its start."""

_OTHER_FILES = frozenset({
    ".bmp", ".cfg", ".css", ".csv", ".gif", ".ico", ".ini", ".jpeg", ".jpg", ".js", ".mjs", ".png", ".py", ".sh", ".sql", ".svg", ".tif",
    ".tiff", ".toml", ".ts", ".tsv", ".webp", ".xls", ".xlsx", ".xml", ".zip",
})  # fmt: skip
"""Endings of files that would only be taken for an odd posting."""


class AuditOptions(NamedTuple):
    """What a person asks of an audit: further states, channels, the day, and the size of an employer who does not state it."""

    day: date
    states: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    employees: int | None = None
    run_on: date | None = None
    """The day it is, which is not always the day to judge by; where it is given, no rule can have been looked at later."""


class Checked(NamedTuple):
    """Reports and their documents in the same order, the rules that fired, and the files that could not be read or mended."""

    reports: tuple[FileReport, ...]
    documents: tuple[Document, ...]
    cards: Mapping[str, RuleCard]
    problems: tuple[InputError | EnvironmentProblem, ...] = ()
    changes: tuple[RuleChange, ...] = ()
    """What files of the user change in the rules."""


def check_files(
    paths: Sequence[str], workspace: Workspace, options: AuditOptions, *, stdin: bytes | None = None
) -> Checked:
    """Audit files; `-` names what was read from standard input. Raises InputErrors for broken rules."""
    ruleset, changes = _ruleset_and_changes(workspace, options.run_on)
    request = AuditRequest(options.day, options.states, options.channels, employees=options.employees)
    outcomes = _outcomes(paths, _Desk(ruleset, request, stdin))
    read = [outcome.read for outcome in outcomes if outcome.read]
    documents, reports = tuple(document for document, _ in read), tuple(report for _, report in read)
    cards = ruleset.cards()
    fired = {
        finding.rule
        for report in reports
        for finding in (*report.findings, *(allowed.finding for allowed in report.allowed))
    }
    named = {rule: cards[rule] for rule in sorted(fired & cards.keys())}
    problems = tuple(problem for outcome in outcomes for problem in outcome.problems)
    return Checked(reports, documents, named, problems, changes)


class _Desk(NamedTuple):
    """What each file is checked with."""

    ruleset: Ruleset
    request: AuditRequest
    stdin: bytes | None


class _Outcome(NamedTuple):
    """What came of a file: its words with what is wrong in them, or why it cannot be read."""

    read: tuple[Document, FileReport] | None = None
    problems: tuple[InputError | EnvironmentProblem, ...] = ()


def _outcomes(paths: Sequence[str], desk: _Desk) -> Sequence[_Outcome]:
    """Check every file, many of them in several processes; for a few, what that takes is not even imported."""
    if len(paths) < _MANY:
        return [_checked(desk, path) for path in paths]
    from jdgen.pipeline.executors import each

    return list(each(_checked, paths, partial(_same, desk)))


def _same(desk: _Desk) -> _Desk:
    """Return it: what a process that starts anew is given to work with."""
    return desk


def _checked(desk: _Desk, path: str) -> _Outcome:
    """Read a file and audit it; what it lacks, also a library, keeps no other from being checked."""
    try:
        content = desk.stdin if path == STDIN and desk.stdin is not None else _content(path)
        document = read_worded(content, path)
    except InputErrors as errors:
        return _Outcome(problems=tuple(errors.problems))
    except InputError as error:
        return _Outcome(problems=(error,))
    except EnvironmentProblem as error:
        return _Outcome(
            problems=(EnvironmentProblem(error.message, where=error.where or Where(path), hint=error.hint),)
        )
    return _Outcome((document, audit(document, desk.ruleset, desk.request)))


def load_ruleset(workspace: Workspace, today: date | None = None) -> Ruleset:
    """Return the rules with what a working folder asks of them."""
    return _ruleset_and_changes(workspace, today)[0]


def _ruleset_and_changes(workspace: Workspace, today: date | None) -> tuple[Ruleset, tuple[RuleChange, ...]]:
    """Return the rules, and what of them the files of a user change; most folders change nothing, and import nothing for it."""
    search = workspace.search
    ruleset = _all_rules(search)
    if today and any(ruleset.by_id[rule].checked > today.isoformat() for rule in ruleset.own):
        from jdgen.pipeline.rule_problems import refuse_future

        refuse_future(search, today)
    changes: tuple[RuleChange, ...] = ()
    if any(folder.path.is_dir() for kind in _TABLES for folder in search.folders[kind][:-1]):
        from jdgen.pipeline.rule_stand_ins import stand_ins

        changes = stand_ins(search, ruleset.own, ruleset.known)
    if {"rules_off", "severity"} & workspace.places.keys():
        from jdgen.pipeline.rule_requests import as_asked

        ruleset, asked = as_asked(ruleset, workspace)
        changes = (*asked, *changes)
    return ruleset, changes


def open_to_check(start: Path, *, beside: Path | None = None, given: Mapping[Kind, Path] | None = None) -> Workspace:
    """Open the workspace as `open_workspace` does; of a broken `jdgen.yaml`, names that are no rules are said too."""
    try:
        return open_workspace(start, beside=beside, given=given)
    except InputErrors as errors:
        from jdgen.pipeline.rule_requests import misnamed_beside

        raise InputErrors(problems=[*errors.problems, *misnamed_beside(start, beside, given, _all_rules)]) from None


def _all_rules(search: SearchPath) -> Ruleset:
    """Make every rule ready, or take them from the last run where neither rules, facts nor code have changed."""
    folders = [(kind, folder) for kind in _KNOWLEDGE for folder in search.folders[kind]]
    held = [(f"{kind} {folder.origin} {folder.path}", yaml_files(folder.path)) for kind, folder in folders]
    files = digest_of_files([file for _, inside in held for file in inside])
    # Which file stands in for which depends on the order of the folders, and on where each begins; an empty one changes nothing.
    places = "\n".join(place for place, inside in held if inside)
    return remembered(files + os.fsencode(places), Ruleset, lambda: prepare(search))


_TABLES: tuple[Kind, ...] = ("rules", "facts")
"""What files of a user can take the place of; the shipped folder is the last of each."""

_KNOWLEDGE: tuple[Kind, ...] = ("rules", "facts", "specializations")
"""What rules are made of. Every YAML file counts, also one that another stands in for: to find out which would take longer."""


def prepare(search: SearchPath) -> Ruleset:
    """Read and compile every rule and the facts rules look up; raise InputErrors for what is broken.

    The models are imported here: a run that remembers its rules needs none of them, and starts faster.
    """
    from jdgen.audit.preparation import make_ruleset
    from jdgen.audit.preparation_facts import make_lookup, word_frequency
    from jdgen.load.facts import load_facts, load_table
    from jdgen.load.rules import load_rules, load_who, own_ids
    from jdgen.load.specializations import load_all
    from jdgen.pipeline.rule_problems import problems_of, refuse_faulty

    facts = load_facts(search)
    profiles = load_all(search, facts)
    lookup = make_lookup(facts, load_table(search, "channels").values(), profiles)
    rules, who = load_rules(search), load_who(search)
    refuse_faulty(search, rules, who)
    try:
        made = make_ruleset(rules, who, lookup=lookup, frequency=word_frequency(profiles))
        return made._replace(own=own_ids(search))
    except TermError as error:
        problems = problems_of(search, rules, who, also_shipped=True)
        raise InputErrors(problems=problems or [InputError(str(error))]) from None


def _content(path: str) -> bytes:
    ending = Path(path).suffix.lower()
    if ending in {".yaml", ".yml"}:
        message = "this is a YAML file, expected a posting"
        raise InputError(message, where=Where(path), hint="`jdgen render` makes a posting of a requisition; check that")
    if ending in _OTHER_FILES:
        message = f"a `{ending}` file holds no posting, expected Markdown, HTML, DOCX, PDF, plain text or JSON-LD"
        raise InputError(
            message, where=Where(path), hint="save the posting in one of these formats, then check that file"
        )
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot read the file: {error.strerror or error}",
            where=Where(path),
            hint="check the name and the permissions of the file",
        ) from None
