"""From files to reports: reads documents, makes the rules ready, and audits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import blake2b
from pathlib import Path

from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.ruleset import ReadyRule, Ruleset
from jdgen.audit.terms import TermError
from jdgen.errors import InputError, InputErrors, Where
from jdgen.ingest.reader import read_worded
from jdgen.load.cache import keep, recall, remembered
from jdgen.load.project import Workspace
from jdgen.load.rule_files import rule_files
from jdgen.load.search import SearchPath
from jdgen.model.document import Document
from jdgen.model.finding import FileReport, RuleCard, Severity
from jdgen.text.closest import did_you_mean

STDIN = "-"
_OTHER_FILES = frozenset({
    ".bmp", ".cfg", ".css", ".csv", ".gif", ".ico", ".ini", ".jpeg", ".jpg", ".js", ".mjs", ".png", ".py", ".sh", ".sql", ".svg", ".tif",
    ".tiff", ".toml", ".ts", ".tsv", ".webp", ".xls", ".xlsx", ".xml", ".zip",
})  # fmt: skip
"""Endings of files that would only be taken for an odd posting."""


@dataclass(frozen=True, slots=True)
class AuditOptions:
    """What a person asks of an audit: further states, channels, and the day."""

    day: date
    states: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
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
    """Return the rules that are switched on in a working folder, with the severities it asks for."""
    ruleset = _all_rules(workspace.search)
    if not {"rules_off", "severity"} & workspace.places.keys():
        return ruleset
    off, severity = set(workspace.settings.rules_off), workspace.settings.severity
    _refuse_unknown(off, severity, ruleset, workspace.places)
    rules = tuple(_with_severity(rule, severity) for rule in ruleset.rules)
    switched_off = frozenset(rule.id for rule in rules if off.intersection(_names(rule.id)))
    return ruleset.change(rules=rules, off=switched_off)


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


def _with_severity(rule: ReadyRule, severity: Mapping[str, Severity]) -> ReadyRule:
    """Return a rule with the severity asked for; one that rests on nothing confirmed stays information."""
    asked = next((severity[name] for name in _names(rule.id) if name in severity), None)
    return replace(rule, severity=asked) if asked and rule.confidence != "U" else rule


def _all_rules(search: SearchPath) -> Ruleset:
    """Make every rule ready, or take them from the last run where neither rules, facts nor code have changed."""
    paths = (*(file.path for file in rule_files(search)), *_tables(search))
    return remembered(_digest(paths), Ruleset, lambda: prepare(search))


def _digest(paths: Sequence[Path]) -> bytes:
    """Return a digest of files. Where all of them are the very files of an earlier run, unchanged since, they are not read again.

    The time of the last change of a file's record, which no program can set, tells a file that was written, replaced or moved.
    """
    look = blake2b(digest_size=16)
    for path in paths:
        told = path.stat()
        look.update(
            f"{path}\n{told.st_dev} {told.st_ino} {told.st_size} {told.st_mtime_ns} {told.st_ctime_ns}\n".encode()
        )
    name = f"rules-{look.hexdigest()}"
    digest = recall(name, bytes)
    if digest is None:
        whole = blake2b(digest_size=16)
        for path in paths:
            whole.update(f"{path}\n".encode() + path.read_bytes())
        digest = whole.digest()
        keep(name, digest)
    return digest


def _tables(search: SearchPath) -> list[Path]:
    tables = [search.require("rules", "_who"), search.require("rules", "_stance")]
    tables += [search.require("facts", name) for name in search.names("facts")]
    return tables + [search.require("specializations", name) for name in search.names("specializations", hidden=True)]


def prepare(search: SearchPath) -> Ruleset:
    """Read and compile every rule and the facts rules look up; raise InputErrors for what is broken.

    The models are imported here: a run that remembers its rules needs none of them, and starts faster.
    """
    from jdgen.audit.preparation import make_ruleset
    from jdgen.audit.preparation_facts import make_lookup, word_frequency
    from jdgen.audit.rule_faults import faults, setting_faults
    from jdgen.load.facts import load_facts, load_table
    from jdgen.load.rules import load_rules, load_who, problems_of_rules
    from jdgen.load.specializations import load_all

    facts = load_facts(search)
    profiles = load_all(search, facts)
    lookup = make_lookup(facts, load_table(search, "channels").values(), profiles)
    rules, who = load_rules(search), load_who(search)
    if not any(fault for rule in rules for fault in setting_faults(rule)):
        try:
            return make_ruleset(rules, who, lookup=lookup, frequency=word_frequency(profiles))
        except TermError as error:
            # A term of a table stands in no rule.
            problems = problems_of_rules(search, partial(faults, lists=who.lists))
            raise InputErrors(problems=problems or [InputError(str(error))]) from None
    raise InputErrors(problems=problems_of_rules(search, partial(faults, lists=who.lists)))


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
