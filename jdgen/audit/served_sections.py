"""Sections and clauses about the people served.

Under a heading such as "Our clients" a list of faiths, ages and origins is a description; what "participants must be" is asked of no applicant.
"""

import re
from collections.abc import Iterable

from jdgen.audit.disclaimers import PROTECTED
from jdgen.audit.ruleset import ReadyRule, Ruleset, compiled
from jdgen.audit.surroundings import Span, around, stands, that_may_stand
from jdgen.audit.terms import WORD
from jdgen.audit.view import View

_MARK = re.compile(r"[;:!?()\"]\s*|\s-+\s")
_BESIDE = re.compile(r" [\w'-]+(?: [\w'-]+)?")
"""What may be the noun a hit describes: residents must have a young *case manager*."""


def is_of_the_served(view: View, ruleset: Ruleset, rule: ReadyRule, at: int, span: Span) -> bool:
    """Say whether a rule on protected groups finds words about the people served, by the heading above or the subject before them."""
    return rule.category in PROTECTED and (
        is_under_served(view, ruleset, at) or is_asked_of_served(view, ruleset, at, span)
    )


def is_under_served(view: View, ruleset: Ruleset, at: int) -> bool:
    """Say whether a sentence stands under a heading that names the people served, and does not turn to applicants."""
    if not view.blocks:
        return False
    if not view.once(_blocks_of_the_served, ruleset.who.served_headings)[view.all_sentences[at].block]:
        return False
    return not stands(view, ruleset, ruleset.who.turns_to_applicants, around(view, at, "sentence"))


def _blocks_of_the_served(view: View, headings: tuple[str, ...]) -> tuple[bool, ...]:
    """Say of every block whether the nearest heading above it names the people served, from its first word to its last."""
    found: list[bool] = []
    is_under = False
    for block, start in zip(view.blocks, view.block_starts, strict=True):
        if block.kind == "heading":
            text = view.text[start : start + len(block.text)].rstrip(" :.?!")
            is_under = block.level != 1 and any(compiled(regex).fullmatch(text) for regex in headings)
        found.append(is_under)
    return tuple(found)


def is_asked_of_served(view: View, ruleset: Ruleset, at: int, span: Span) -> bool:
    """Say whether the words of a hit are what the people served must do or be: "residents must be women to enter the house"."""
    terms, index = ruleset.who.served_subjects, ruleset.contexts
    near = [index.regex(number) for number in that_may_stand(view, index, terms, at, at)] if terms else []
    if not near:
        return False
    start, end = around(view, at, "sentence")
    begin = max([start, *(mark.end() for mark in _MARK.finditer(view.text, start, span[0]))])
    words = ruleset.who
    lead = compiled(words.expressions["lead-in"]).match(view.text, begin, span[1])
    subject = _subject_end(view.text, near, (begin, lead.end()) if lead else (begin,), span[1])
    if subject is None or compiled(words.expressions["of-the-job"]).search(view.text, subject, end):
        return False
    beside = _BESIDE.match(view.text, span[1], end)
    following = WORD.findall(beside[0]) if beside else ()
    between = WORD.findall(view.text, subject, span[0])
    is_theirs = words.words["others"].isdisjoint(between)
    return is_theirs and all(words.heads.get(word, 0) <= 0 for word in (*between, *following))


def _subject_end(text: str, terms: Iterable[str], starts: Iterable[int], end: int) -> int | None:
    """Return where words end that begin a clause, or stand behind a part that only leads in: people served and what they must."""
    found = (compiled(regex).match(text, start, end) for regex in terms for start in starts)
    return max((match.end() for match in found if match), default=None)
