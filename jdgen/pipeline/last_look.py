"""The last look at a posting before it goes out: fields that nobody filled in, and words that say otherwise than its facts.

The audit knows both. It is asked only where a quick look raises doubt, because the whole check takes longer than a page.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from jdgen.errors import InputError, Where
from jdgen.load.project import Workspace
from jdgen.model.document import Document
from jdgen.model.draft import Omission
from jdgen.model.finding import Finding
from jdgen.model.posting import Posting
from jdgen.text.pay import Pay
from jdgen.text.problem import quoted

FIELD_RULES = frozenset({"placeholder.unfilled-field", "placeholder.unfilled-fact"})
"""The rules that find a field of a template: in the words, and among the facts. What the folder or the file allows, they let pass."""

_FILLER_RULES = frozenset({"placeholder.field", "placeholder.to-be-decided"})
"""The rules that find what stands in for words without brackets, beside much that may stand in a finished posting as well."""

_FILLER = (
    r"(?i:\b(?:lorem(?: ipsum)?|ipsum|dolor sit amet|consectetur adipiscing|asdf|qwerty|foobar|tktk|t\.b\.[ad]\b\.?|tb[ad])(?!\w)"
    r"|(?<![\w$])(?:x{2,4}|00)[/-](?:x{2,4}|00)[/-](?:x{2,4}|0{2,4})(?!\w)|\b(?:mm/dd|dd/mm)(?:/yy(?:yy)?)?(?!\w)"
    r"|(?<![\w$])x{3,}(?:-x{3,})*(?!\w)|\b\d{3}-[\dx]{0,2}xx(?!\w))"
)
"""Words no posting goes out with: text that fills a layout, a fact still to come, days and numbers made of x."""

_DOUBTFUL = re.compile(
    r"\[[^\[\]]{2,80}\](?!\()|(?:<|&lt;)[A-Z<]|&lt;&lt;|<<|\{|_{3}|\.{5}|XXX|\$ ?(?:XX|__)|%[A-Za-z_]{3,30}%"
    rf"|{_FILLER}"
)
"""What may be such a field: it finds something wherever those rules do."""
_IS_FILLER = re.compile(_FILLER)

_CONSISTENCY = "consistency."
_VAGUE_PAY = "pay.vague"
_UNDATED = date(2000, 1, 1)


class LastLook:
    """Looks at postings; the rules are read once, when they are needed, and each posting is audited at most once.

    A posting is judged by the day it was posted, so that it is taken or refused whatever day it is.
    """

    def __init__(self, workspace: Workspace) -> None:
        """Keep in mind whose rules and settings count."""
        self._workspace = workspace
        self._found: dict[tuple[bytes, str], _Audited] = {}

    def fields(self, posting: Posting, content: bytes, path: str) -> tuple[Finding, ...]:
        """Return the fields left open in a posting, given with the bytes and the path of its file."""
        # Of the facts only what they say is looked at: braces and brackets are marks of YAML there.
        if not _DOUBTFUL.search(f"{posting.facts}\n{posting.body}".replace("\\", "")):
            return ()
        return open_fields(self._audited(posting, content, path).findings)

    def differences(self, posting: Posting, content: bytes, path: str) -> tuple[Omission, ...]:
        """Return a warning for each fact that the words contradict or do not show, with the line."""
        from jdgen.render.blocks import read_words  # brings markdown and nh3, which a Markdown file does not need
        from jdgen.render.markup_faults import contradictions

        try:
            doubts = contradictions(posting.facts, read_words(posting))
        except InputError:  # it cannot be laid out, which whoever makes the formats says better
            return ()
        if not doubts:
            return ()
        audited = self._audited(posting, content, path)
        return tuple(_differences(audited, path, has_pay=isinstance(posting.facts.pay, Pay)))

    def _audited(self, posting: Posting, content: bytes, path: str) -> "_Audited":
        key = (content, path)
        if key not in self._found:
            self._found[key] = self._audit(posting.facts.posted or _UNDATED, content, path)
        return self._found[key]

    def _audit(self, day: date, content: bytes, path: str) -> "_Audited":
        from jdgen.audit.engine import AuditRequest, audit  # takes as long as a page; few postings need it
        from jdgen.ingest.reader import read_worded
        from jdgen.pipeline.check import load_ruleset

        document = read_worded(content, path)
        return _Audited(document, audit(document, load_ruleset(self._workspace), AuditRequest(day)).findings)


class _Audited(NamedTuple):
    document: Document
    findings: tuple[Finding, ...]


def open_fields(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return those findings that are fields left open; a folder that takes them for less than the rule does has said so itself."""
    return tuple(one for one in findings if _is_field(one) or _stands_in(one))


def _is_field(finding: Finding) -> bool:
    return finding.rule in FIELD_RULES and finding.severity == "error"


def _stands_in(finding: Finding) -> bool:
    """Say whether a finding is of words that can be nothing but a stand-in; that the day is open is a warning, and "coming soon" an answer."""
    return (
        finding.rule in _FILLER_RULES and finding.severity != "info" and _IS_FILLER.search(finding.matched) is not None
    )


def field_words(finding: Finding) -> str:
    """Return the field alone, as somebody wrote it: a fact may hold more, and Markdown puts a backslash before a bracket."""
    words = finding.matched.replace("\\", "")
    field = _DOUBTFUL.search(words)
    return field.group() if field else words


def field_problems(fields: Iterable[tuple[Finding, Where]]) -> tuple[InputError, ...]:
    """Return one problem for each place where a field is left open."""
    problems: dict[Where, InputError] = {}
    for finding, where in fields:
        hint = f"{_repair(finding)} Or make a draft that shows it with `--draft`."
        problems.setdefault(where, InputError(finding.message, where=where, hint=hint))
    return tuple(problems.values())


def as_warnings(problems: Sequence[InputError]) -> tuple[Omission, ...]:
    """Return what is left open as warnings, for a draft."""
    return tuple(Omission(str(problem), "fill it in before the posting goes out") for problem in problems)


def _repair(finding: Finding) -> str:
    return finding.suggestions[0] if finding.suggestions else "Fill it in."


def _differences(audited: _Audited, path: str, *, has_pay: bool) -> Iterator[Omission]:
    """Give what the audit says of facts and words, under the name of its rule; `competitive` only where the facts name a figure."""
    for finding in audited.findings:
        is_told = finding.rule.startswith(_CONSISTENCY) or (has_pay and finding.rule == _VAGUE_PAY)
        if is_told and finding.severity != "info":
            place = Where(path, finding.line, finding.column)
            said = f"{place}: {finding.message}{_line_of_words(finding, audited.document)}"
            yield Omission(said, f"{_repair(finding)} `jdgen check` calls this {finding.rule}.")


def _line_of_words(finding: Finding, document: Document) -> str:
    """Return what the labeled line of the text says for a fact that a finding stands at: that line is to be changed."""
    from jdgen.ingest.recovery import labelled

    field = next(
        (name for name, rows in document.stated.items() if any(row.start <= finding.start < row.end for row in rows)),
        None,
    )
    said = next((rows[0] for name, rows in labelled(document) if name == field and rows), None)
    return f"; line {document.position(said.start).line} says {quoted(said.text)}" if said else ""
