"""Running a rule on the texts its author gave to prove it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from jdgen.audit.channels import CHANNELS
from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.phrase_book import tokens_of
from jdgen.audit.preparation_traits import SORTS, lexicon
from jdgen.audit.ruleset import Ruleset
from jdgen.audit.term_lists import in_full
from jdgen.audit.terms import compile_term
from jdgen.audit.view import folded
from jdgen.errors import InputError
from jdgen.ingest.reader import read_document
from jdgen.model.finding import FileReport
from jdgen.model.rule import Rule, RuleCase
from jdgen.text.problem import quoted


@dataclass(frozen=True, slots=True)
class Proof:
    """What the texts of a rule show: texts it missed, texts it found something in by mistake, and terms that no text tries."""

    missed: tuple[str, ...]
    wrong: tuple[str, ...]
    untried: tuple[str, ...]
    idle: tuple[str, ...] = field(default=(), compare=False)
    """Rows of words of a trait that no text tries. They prove nothing and disprove nothing: a row stands for many wordings."""

    @property
    def is_whole(self) -> bool:
        """Say whether the rule does what its author says."""
        return not (self.missed or self.wrong or self.untried)


def prove(rule: Rule, ruleset: Ruleset, lists: Mapping[str, tuple[str, ...]], day: date) -> Proof:
    """Run a rule alone on its texts: `ruleset` holds it, `lists` are the terms rules share, `day` is the date of texts that name none."""
    alone = ruleset.change(off=ruleset.known - {rule.id})
    return Proof(
        tuple(text_of(case) for case in rule.tests.fires if not _fires(rule, case, alone, day)),
        tuple(text_of(case) for case in rule.tests.silent if _fires(rule, case, alone, day)),
        _untried(rule, lists),
        _idle(rule, ruleset),
    )


def audit_case(case: RuleCase | str, ruleset: Ruleset, day: date, channels: tuple[str, ...] = ()) -> FileReport:
    """Audit the text of a case in its section, for its state, on its day."""
    case = RuleCase(text=case) if isinstance(case, str) else case
    request = AuditRequest(case.date or day, (case.state,) if case.state else (), channels, case.section)
    return audit(read_document(case.text.encode(), f"case.{case.format}"), ruleset, request)


def text_of(case: RuleCase | str) -> str:
    """Return the words of a case."""
    return case if isinstance(case, str) else case.text


def _fires(rule: Rule, case: RuleCase | str, alone: Ruleset, day: date) -> bool:
    try:
        # A rule on channels is silent unless its channel was asked for.
        report = audit_case(case, alone, day, CHANNELS)
    except InputError as error:
        message = f"the text {quoted(text_of(case))}, which tries the rule `{rule.id}`, cannot be read: {error.message}"
        raise InputError(message, hint=error.hint) from None
    return any(found.rule == rule.id for found in report.findings)


def _idle(rule: Rule, ruleset: Ruleset) -> tuple[str, ...]:
    """Return the rows of a trait of which no text that must fire holds words."""
    if rule.kind != "trait":
        return ()
    rows = [row for sort, rows in lexicon(rule) if sort in SORTS for row in rows]
    book = ruleset.traits.words.beside((row, at) for at, row in enumerate(rows))
    texts = [folded(text_of(case)) for case in rule.tests.fires]
    tried = {at for text in texts for _, _, at in book.find([token for token, _, _ in tokens_of(text, 0, len(text))])}
    return tuple(row for at, row in enumerate(rows) if at not in tried)


def _untried(rule: Rule, lists: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the terms no text tries: one of a phrase is tried where the rule fires, one that says a thing is there where it is silent."""
    cases = rule.tests.fires if rule.kind == "phrase" else rule.tests.silent
    texts = [folded(text_of(case), lower=not rule.exact_case).replace("\n", " ") for case in cases]
    patterns = [compile_term(term, exact_case=rule.exact_case, anchored=False) for term in in_full(rule.terms, lists)]
    return tuple(pattern.term for pattern in patterns if not any(re.search(pattern.regex, text) for text in texts))
