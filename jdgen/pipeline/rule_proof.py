"""Running a rule on the texts its author gave to prove it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jdgen.audit.channels import CHANNELS
from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.ruleset import Ruleset
from jdgen.audit.term_lists import in_full
from jdgen.audit.terms import compile_term
from jdgen.audit.view import folded
from jdgen.ingest.reader import read_document
from jdgen.model.finding import FileReport
from jdgen.model.rule import Rule, RuleCase


@dataclass(frozen=True, slots=True)
class Proof:
    """What the texts of a rule show: texts it missed, texts it found something in by mistake, and terms that no text tries."""

    missed: tuple[str, ...]
    wrong: tuple[str, ...]
    untried: tuple[str, ...]

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
    # A rule on channels is silent unless its channel was asked for.
    return any(found.rule == rule.id for found in audit_case(case, alone, day, CHANNELS).findings)


def _untried(rule: Rule, lists: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the terms no text tries: one of a phrase is tried where the rule fires, one that says a thing is there where it is silent."""
    cases = rule.tests.fires if rule.kind == "phrase" else rule.tests.silent
    texts = [folded(text_of(case), lower=not rule.exact_case).replace("\n", " ") for case in cases]
    patterns = [compile_term(term, exact_case=rule.exact_case, anchored=False) for term in in_full(rule.terms, lists)]
    return tuple(pattern.term for pattern in patterns if not any(re.search(pattern.regex, text) for text in texts))
