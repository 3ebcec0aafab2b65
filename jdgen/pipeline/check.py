"""From files to reports: reads documents, makes the rules ready, and audits."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.ruleset import ReadyRule, Ruleset
from jdgen.audit.terms import TermError
from jdgen.errors import InputError, InputErrors, Where
from jdgen.ingest.reader import read_worded
from jdgen.load.cache import digest_of_files, remembered
from jdgen.load.project import Workspace
from jdgen.load.rule_files import yaml_files
from jdgen.load.search import Kind, SearchPath
from jdgen.model.document import Document
from jdgen.model.finding import SEVERITIES, FileReport, RuleCard, Severity
from jdgen.text.closest import did_you_mean

STDIN = "-"
_OTHER_FILES = frozenset({
    ".bmp", ".cfg", ".css", ".csv", ".gif", ".ico", ".ini", ".jpeg", ".jpg", ".js", ".mjs", ".png", ".py", ".sh", ".sql", ".svg", ".tif",
    ".tiff", ".toml", ".ts", ".tsv", ".webp", ".xls", ".xlsx", ".xml", ".zip",
})  # fmt: skip
"""Endings of files that would only be taken for an odd posting."""


class AuditOptions(NamedTuple):
    """What a person asks of an audit: further states, channels, and the day."""

    day: date
    states: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()


class Checked(NamedTuple):
    """Reports and their documents in the same order, the rules that fired, and the files that could not be read."""

    reports: tuple[FileReport, ...]
    documents: tuple[Document, ...]
    cards: Mapping[str, RuleCard]
    problems: tuple[InputError, ...] = ()


def check_files(
    paths: Sequence[str], workspace: Workspace, options: AuditOptions, *, stdin: bytes | None = None
) -> Checked:
    """Audit files; `-` names what was read from standard input. Raises InputErrors for broken rules."""
    ruleset = load_ruleset(workspace)
    request = AuditRequest(options.day, options.states, options.channels)
    documents, problems = _read(paths, stdin)
    reports = tuple(audit(document, ruleset, request) for document in documents)
    cards = ruleset.cards()
    fired = {
        finding.rule
        for report in reports
        for finding in (*report.findings, *(allowed.finding for allowed in report.allowed))
    }
    return Checked(reports, documents, {rule: cards[rule] for rule in sorted(fired & cards.keys())}, problems)


def load_ruleset(workspace: Workspace) -> Ruleset:
    """Return the rules with what a working folder asks of them.

    What is switched off or made milder still speaks for its words, so that no other rule tells the same of them.
    """
    ruleset = _all_rules(workspace.search)
    if not {"rules_off", "severity"} & workspace.places.keys():
        return ruleset
    off, severity = set(workspace.settings.rules_off), workspace.settings.severity
    _refuse_unknown(off, severity, ruleset, workspace.places)
    asked = {rule.id: _asked(rule, off, severity) for rule in ruleset.rules}
    rules = tuple(_at_least(rule, asked[rule.id]) for rule in ruleset.rules)
    return ruleset.change(rules=rules, asked={rule_id: said for rule_id, said in asked.items() if said is not None})


def _family(rule_id: str) -> str:
    return rule_id.partition(".")[0]


def _names(rule_id: str) -> tuple[str, ...]:
    """Return what the settings may call a rule: its id, its family, and for `trait.age` the family `age` of the rules it stands in for."""
    family, _, what = rule_id.partition(".")
    return (rule_id, family, what) if family == "trait" else (rule_id, family)


def _refuse_unknown(
    off: set[str], severity: Mapping[str, Severity], ruleset: Ruleset, places: Mapping[str, Where]
) -> None:
    """Raise InputErrors for names that are neither rules nor families: a misspelled one would change nothing, silently."""
    known = ruleset.known | {_family(rule_id) for rule_id in ruleset.known}
    problems = [
        InputError(
            f"`{name}` is neither a rule nor a family of rules",
            where=places[field],
            hint=did_you_mean(name, known)
            or "`jdgen list rules` prints the ids; the family is what stands before the period",
        )
        for field, names in (("rules_off", off), ("severity", severity))
        for name in sorted(names)
        if name not in known
    ]
    if problems:
        raise InputErrors(problems=problems)


def _asked(rule: ReadyRule, off: set[str], severity: Mapping[str, Severity]) -> Severity | Literal["off"] | None:
    """Return what the settings ask of a rule; one that rests on nothing confirmed stays information."""
    names = _names(rule.id)
    if off.intersection(names):
        return "off"
    asked = next((severity[name] for name in names if name in severity), None)
    return asked if rule.confidence != "U" else None


def _at_least(rule: ReadyRule, asked: Severity | Literal["off"] | None) -> ReadyRule:
    """Return a rule that is as bad as the settings ask, or worse: which of two findings stays is decided before any is made milder."""
    if asked is None or asked == "off":
        return rule
    return rule._replace(severity=min(asked, rule.severity, key=SEVERITIES.index))


def _all_rules(search: SearchPath) -> Ruleset:
    """Make every rule ready, or take them from the last run where neither rules, facts nor code have changed."""
    folders = [folder.path for kind in _KNOWLEDGE for folder in search.folders[kind]]
    return remembered(digest_of_files(yaml_files(folders)), Ruleset, lambda: prepare(search))


_KNOWLEDGE: tuple[Kind, ...] = ("rules", "facts", "specializations")
"""What rules are made of. Every YAML file counts, also one that another stands in for: to find out which would take longer."""


def prepare(search: SearchPath) -> Ruleset:
    """Read and compile every rule and the facts rules look up; raise InputErrors for what is broken.

    The models are imported here: a run that remembers its rules needs none of them, and starts faster.
    """
    from jdgen.audit.preparation import make_ruleset
    from jdgen.audit.preparation_facts import make_lookup, word_frequency
    from jdgen.load.facts import load_facts, load_table
    from jdgen.load.rules import load_rules, load_who
    from jdgen.load.specializations import load_all
    from jdgen.pipeline.rule_problems import problems_of, refuse_faulty

    facts = load_facts(search)
    profiles = load_all(search, facts)
    lookup = make_lookup(facts, load_table(search, "channels").values(), profiles)
    rules, who = load_rules(search), load_who(search)
    refuse_faulty(search, rules, who)
    try:
        return make_ruleset(rules, who, lookup=lookup, frequency=word_frequency(profiles))
    except TermError as error:
        problems = problems_of(search, rules, who, also_shipped=True)
        raise InputErrors(problems=problems or [InputError(str(error))]) from None


def _read(paths: Sequence[str], stdin: bytes | None) -> tuple[tuple[Document, ...], tuple[InputError, ...]]:
    documents: list[Document] = []
    problems: list[InputError] = []
    for path in paths:
        try:
            content = stdin if path == STDIN and stdin is not None else _content(path)
            documents.append(read_worded(content, path))
        except InputErrors as errors:
            problems += errors.problems
        except InputError as error:
            problems.append(error)
    return tuple(documents), tuple(problems)


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
