"""One rule, whole: what it looks for, why, on what grounds, and the texts that prove it."""

from collections.abc import Iterable, Iterator, Sequence

import click

from jdgen.audit.preparation_traits import SORTS
from jdgen.cli.reports.closing import NOT_LEGAL_ADVICE
from jdgen.cli.reports.columns import wrapped
from jdgen.cli.reports.listing import general, render_rows
from jdgen.model.finding import RuleCard
from jdgen.model.rule import Rule, RuleCase
from jdgen.pipeline.rule_proof import Proof
from jdgen.text.problem import quoted
from jdgen.text.words import counted, some_of

_COLUMNS = 80
_LABEL = 14
_CONFIDENCE = {
    "V": "read in the source itself",
    "V2": "read where others quote the source",
    "U": "not confirmed",
}
_ABOUT = {
    "applicant": "only where the words speak of the person hired",
    "not-served": "unless the words speak of the people served",
}


def explain_card(card: RuleCard) -> str:
    """Return a rule that no file holds."""
    parts = [_title(card.id), *_grounds(card), *_paragraph("Why", card.why), *_list("Instead", card.suggestions)]
    return "\n".join([*parts, ""])


def explain_family(family: str, rules: Sequence[Rule | RuleCard], columns: int | None) -> str:
    """Return the rules of a family, a line each, and how to see one whole."""
    rows = [{"id": rule.id, "name": f"{rule.severity}: {general(rule.message)}"} for rule in rules]
    shown = f"`jdgen check --explain {rules[0].id}` prints one whole, and runs its texts"
    head = f"the family {_title(family)} has {counted(len(rules), 'rule')}"
    return "\n".join([head, "", *render_rows(rows, columns), "", shown, ""])


def explain_rule(rule: Rule, proof: Proof) -> str:
    """Return a rule as its author wrote it, with its sources, and with what its texts prove."""
    parts = [
        _title(rule.id),
        *_grounds(rule),
        *_scope(rule),
        *_paragraph("Why", general(rule.why)),
        *_list("Instead", map(general, rule.suggestions)),
        *_list("Looks for", rule.terms or _traits(rule)),
        *_list("Not in", rule.exceptions),
        *_list("Not beside", rule.unless),
        *_list("Only beside", rule.needs),
        *_list("Fires on", map(_case, rule.tests.fires)),
        *_list("Silent on", map(_case, rule.tests.silent)),
        *_list("Sources", rule.sources),
        *_proof(rule, proof),
        "",
        NOT_LEGAL_ADVICE,
    ]
    return "\n".join([*parts, ""])


def _proof(rule: Rule, proof: Proof) -> Iterator[str]:
    texts = len(rule.tests.fires) + len(rule.tests.silent)
    if proof.is_whole:
        yield from _paragraph("Proof", f"Tried just now: all {texts} texts above do what they should.")
        if proof.idle:
            rows = f"{counted(len(proof.idle), 'row')} of words: {some_of(map(quoted, proof.idle))}"
            yield from _paragraph("Not tried", f"No text tries {rows}.")
        return
    yield from _list("FAILED: stays silent on", proof.missed)
    yield from _list("FAILED: fires on", proof.wrong)
    yield from _list("FAILED: terms that no text tries", proof.untried)


def _traits(rule: Rule) -> Iterator[str]:
    """Give the words a rule of the kind `trait` takes for its trait; what a clause has to do with them stands in `rules/_stance.yaml`."""
    for sort in SORTS:
        words = rule.settings.get(sort, ())
        yield from (f"{word} ({sort})" for word in (words if isinstance(words, tuple) else ()))


def _title(name: str) -> str:
    return click.style(name, bold=True)


def _grounds(rule: Rule | RuleCard) -> Iterator[str]:
    yield from _row("finds", general(rule.message))
    yield from _row("severity", rule.severity)
    yield from _row("category", rule.category)
    sure = f", {_CONFIDENCE[rule.confidence]}" if rule.sources else ""
    yield from _row("evidence", f"{rule.evidence}{sure}")
    if rule.checked:
        yield from _row("checked", str(rule.checked))


def _scope(rule: Rule) -> Iterator[str]:
    """Say where and when the rule holds, as far as that is limited."""
    if rule.about in _ABOUT:
        yield from _row("fires", _ABOUT[rule.about])
    if rule.places:
        yield from _row("places", ", ".join(rule.places))
    if rule.effective_from:
        yield from _row("from", rule.effective_from.isoformat())
    if rule.effective_to:
        yield from _row("to", rule.effective_to.isoformat())
    if rule.min_employees:
        yield from _row("employers", f"with {rule.min_employees} employees or more")
    if rule.roles:
        yield from _row("sections", ", ".join(rule.roles))
    if rule.not_roles:
        yield from _row("not sections", ", ".join(rule.not_roles))


def _row(label: str, text: str) -> Iterator[str]:
    for number, line in enumerate(wrapped(text, _COLUMNS - _LABEL)):
        yield click.style(f"{'' if number else label:<{_LABEL}}", dim=True) + line


def _paragraph(heading: str, text: str) -> Iterator[str]:
    yield from ("", click.style(heading, bold=True))
    yield from (f"  {line}" for line in wrapped(text, _COLUMNS - 2))


def _list(heading: str, items: Iterable[str]) -> Iterator[str]:
    items = list(items)
    if not items:
        return
    yield from ("", click.style(heading, bold=True))
    for item in items:
        for number, line in enumerate(_broken(item, _COLUMNS - 4)):
            yield f"{'    ' if number else '  - '}{line}"


def _broken(text: str, columns: int) -> Iterator[str]:
    """Give a text in lines; a choice of many words, which has no space to break at, breaks behind its bars."""
    for line in wrapped(text, columns):
        while len(line) > columns and (end := line.rfind("|", 0, columns) + 1):
            yield line[:end]
            line = line[end:]
        yield line


def _case(case: RuleCase | str) -> str:
    if isinstance(case, str):
        return case
    scope = (case.section and f"section {case.section}", case.state, case.date and case.date.isoformat())
    named = ", ".join(part for part in scope if part)
    return f"{case.text} [{named}]" if named else case.text
