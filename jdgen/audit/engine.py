"""The audit: runs every kind of rule over one document and makes findings of what they report."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from jdgen.audit.addresses import is_in_address
from jdgen.audit.allow import find_allowances, split
from jdgen.audit.channels import Breach, hidden_rules, verdicts
from jdgen.audit.giving_way import given_up
from jdgen.audit.hit import Context, Hit, rules_here
from jdgen.audit.key_phrases import key_phrase_table
from jdgen.audit.kinds import (
    arithmetic,
    channel,
    credential,
    duplicate,
    key_phrase,
    license,
    measure,
    missing,
    pay_law,
    phrase,
    program_age,
    stated_fact,
    statement,
    trait,
    wage,
    wanted_twice,
)
from jdgen.audit.ruleset import Ruleset
from jdgen.audit.score import score
from jdgen.audit.view import View
from jdgen.model.document import Document, Role
from jdgen.model.finding import SEVERITIES, FileReport, Finding, Replacement
from jdgen.text.dates import describe_date
from jdgen.text.place import Place
from jdgen.text.problem import quoted
from jdgen.text.remote_area import RemoteArea
from jdgen.text.states import STATES
from jdgen.text.words import join_words

Check = Callable[[View, Ruleset, Context], Iterable[Hit]]

_ANY_TEXT: tuple[Check, ...] = (
    phrase.check,
    trait.check,
    measure.check,
    duplicate.check,
    credential.check,
    license.check,
    wage.check,
    stated_fact.check,
    arithmetic.check,
    program_age.check,
    wanted_twice.check,
)
"""What judges words, also those of a fragment."""

_WHOLE_POSTINGS: tuple[Check, ...] = (
    measure.check_whole,
    missing.check,
    pay_law.check,
    statement.check,
    key_phrase.check,
    channel.check,
    credential.check_whole,
)
"""What judges a posting as a whole: what it lacks, and whether its parts agree."""

_DESCRIPTIONS: tuple[Check, ...] = (statement.check, credential.check_whole)
"""What of that also judges an internal job description: it is no advertisement, and nothing has to stand in it."""


class AuditRequest(NamedTuple):
    """What a person asks of an audit besides the document."""

    day: date
    states: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    line_role: Role | None = None
    """The section a single line stands in, for rule tests and labelled lines."""
    employees: int | None = None
    """How many people the employer has, where the document does not say; laws may begin at a number."""


def audit(document: Document, ruleset: Ruleset, request: AuditRequest) -> FileReport:
    """Return what is wrong in a document, what it allows itself, and its scores."""
    view = View(document, line_role=request.line_role)
    context = context_of(document, request)
    clauses = ruleset.lookup.clauses
    hidden = hidden_rules(ruleset.of_kind("channel"), clauses, view, context)
    here = rules_here(ruleset, context)
    hits = list(_outside_of_addresses((hit for check in _checks(view) for hit in check(view, here, context)), view))
    findings = sorted(_taken(hits, ruleset, view, hidden), key=_reading_order)
    allowances = find_allowances(document.source, document.blocks)
    kept, allowed, own = split(findings, allowances, context.day, known=ruleset.known)
    breaches = [Breach(ruleset.by_id[one.rule], one) for one in kept]
    breaches += [Breach(ruleset.by_id[one.finding.rule], one.finding, is_allowed=True) for one in allowed]
    final = tuple(sorted((*(one for one in kept if one.rule not in hidden), *own), key=_reading_order))
    return FileReport(
        path=document.path,
        findings=final,
        allowed=tuple(one for one in allowed if one.finding.rule not in hidden),
        score=score(final),
        channels=() if _is_internal(view) else verdicts(breaches, clauses, view, context),
        key_phrases=() if _is_internal(view) else key_phrase_table(view, ruleset.lookup),
        notes=(*document.notes, *_notes(view, context)),
        fragment=view.is_fragment,
        unit=document.unit,
        words=view.word_count,
        states=context.states,
    )


def _taken(hits: list[Hit], ruleset: Ruleset, view: View, hidden: frozenset[str]) -> list[Finding]:
    """Return the findings of hits as the working folder wants them."""
    asked = ruleset.asked
    if not asked:
        return _told(hits, view, hidden)
    from jdgen.audit.asked import as_asked, as_strict, freed  # most folders ask for nothing

    hits = as_strict(hits, ruleset)
    told = _told(hits, view, hidden)
    off = [hit for hit in hits if asked.get(hit.rule.id) == "off"]
    left = _told([hit for hit in hits if asked.get(hit.rule.id) != "off"], view, hidden) if off else []
    muted = [(one.start, one.end) for one in (_finding(hit, view) for hit in off)]
    return [*as_asked(told, ruleset), *as_asked(freed(left, told, muted, ruleset.own), ruleset)]


def _told(hits: list[Hit], view: View, hidden: frozenset[str]) -> list[Finding]:
    """Return the findings of hits, each fact told once."""
    hits = list(_once(trait.without_repeats(hits, view)))
    found = list(_without_repeats((hit.rule.kind, _finding(hit, view)) for hit in hits))
    silent = given_up(hits, found, view, hidden)
    return [one for one in found if (one.rule, one.start, one.end) not in silent]


def _once(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Leave out what a rule says twice of the same words, when two ways of looking find them: of words that overlap, the first and longest stay."""
    ends: dict[tuple[str, tuple[str, ...]], int] = {}
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        says = (hit.rule.id, tuple(hit.fills.values()))
        if hit.rule.kind in _ABOUT_WORDS or hit.in_source or hit.start == hit.end:
            yield hit
        elif hit.start >= ends.get(says, 0):
            ends[says] = hit.end
            yield hit


def _outside_of_addresses(hits: Iterable[Hit], view: View) -> Iterator[Hit]:
    """Leave out words that are only a part of an e-mail or web address, such as `doe` in jane.doe@ and a host."""
    for hit in hits:
        if hit.rule.kind not in _ABOUT_WORDS or hit.in_source or not is_in_address(view, hit.start, hit.end):
            yield hit


def _notes(view: View, context: Context) -> Iterator[str]:
    if not view.is_fragment:
        yield _basis(context, view.document)
    if _is_internal(view):
        yield "an internal job description, which nobody searches for: no channel and no key phrase was looked at"


def _basis(context: Context, document: Document) -> str:
    """Return by which law a posting was judged, for readers who wonder why another state's is silent."""
    day = describe_date(context.day)
    if not context.states:
        return f"judged by federal law on {day}; {_no_state(document)}, and `--state` adds the law of one"
    return f"judged by federal law and the law of {join_words(STATES[state] for state in context.states)} on {day}"


def _no_state(document: Document) -> str:
    """Say why no state is known: nobody named a place, it is everywhere, or it cannot be read."""
    if not document.places:
        return "no place was found"
    unread = next((stated.text for stated in document.places if stated.value is None), None)
    return f"no state could be read from {quoted(unread)}" if unread else "no state is named"


def _checks(view: View) -> tuple[Check, ...]:
    if view.is_fragment:
        return _ANY_TEXT
    return (*_ANY_TEXT, *(_DESCRIPTIONS if _is_internal(view) else _WHOLE_POSTINGS))


def _is_internal(view: View) -> bool:
    return any(stated.text == "internal" for stated in view.document.stated.get("template", ()))


def context_of(document: Document, request: AuditRequest) -> Context:
    """Return where, when and for whom a document is judged; what it states itself counts, and what was asked for is added."""
    states = dict.fromkeys(request.states) | dict.fromkeys(_states(document))
    sizes = [stated.value for stated in document.stated.get("employer.size", ()) if isinstance(stated.value, int)]
    return Context(
        request.day, tuple(states), sizes[0] if sizes else request.employees, request.channels, request.states
    )


def _states(document: Document) -> Iterator[str]:
    for stated in document.places:
        if isinstance(stated.value, Place):
            yield stated.value.state
        elif isinstance(stated.value, RemoteArea):
            yield from stated.value.states


def _finding(hit: Hit, view: View) -> Finding:
    document = view.document
    start, end = (hit.start, hit.end) if hit.in_source else view.source_span(hit.start, hit.end)
    matched = document.source[start:end] if hit.in_source else view.words_at(hit.start, hit.end)
    first, last = document.position(start), document.position(max(end - 1, start))
    rule, fills = hit.rule, {"matched": matched, **hit.fills}
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=hit.severity or rule.severity,
        message=_filled(rule.message, fills),
        why=_filled(rule.why, fills),
        line=first.line,
        column=first.column,
        end_line=last.line,
        end_column=last.column + (1 if end > start else 0),
        matched=matched,
        suggestions=tuple(_filled(text, fills) for text in hit.suggestions or rule.suggestions),
        sources=tuple(dict.fromkeys(hit.sources or rule.sources)),
        evidence=rule.evidence,
        reason=hit.reason,
        start=start,
        end=end,
        replacement=_replacement(hit, view, start, end),
    )


def _filled(text: str, fills: dict[str, str]) -> str:
    if "{" not in text:
        return text
    for name, value in fills.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _replacement(hit: Hit, view: View, start: int, end: int) -> Replacement | None:
    """Return the repair where the source holds exactly these words: markup inside of them would be lost."""
    if hit.replacement is None or not view.document.can_be_fixed:
        return None
    plain = view.document.source[start:end]
    return Replacement(start, end, hit.replacement) if plain == view.words_at(hit.start, hit.end) else None


def _without_repeats(found: Iterable[tuple[str, Finding]]) -> Iterator[Finding]:
    """Leave out findings that say the same of the same words: of overlapping ones of a category the worst and longest stays.

    What is found is given with the kind of its rule; only kinds that look at words can say the same twice.
    """
    taken: dict[str, list[tuple[int, int]]] = {}
    for kind, finding in sorted(found, key=_worst_and_longest):
        if kind not in _ABOUT_WORDS:
            yield finding
            continue
        spans = taken.setdefault(finding.category, [])
        at = bisect_left(spans, (finding.start, finding.end))
        if not any(finding.start < end and start < finding.end for start, end in spans[max(at - 1, 0) : at + 1]):
            spans.insert(at, (finding.start, finding.end))
            yield finding


_ABOUT_WORDS = frozenset({"phrase", "credential", "license", "trait"})


def _worst_and_longest(found: tuple[str, Finding]) -> tuple[int, int, int, str]:
    _, finding = found
    return (SEVERITIES.index(finding.severity), finding.start - finding.end, finding.start, finding.rule)


def _reading_order(finding: Finding) -> tuple[int, int, str]:
    return (finding.start, SEVERITIES.index(finding.severity), finding.rule)
