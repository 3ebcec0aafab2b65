"""Sections about the people served: under a heading such as "Our clients" a list of faiths, ages and origins is a description."""

from jdgen.audit.disclaimers import PROTECTED
from jdgen.audit.ruleset import ReadyRule, Ruleset, compiled
from jdgen.audit.surroundings import around, stands
from jdgen.audit.view import View


def is_under_served(view: View, ruleset: Ruleset, rule: ReadyRule, at: int) -> bool:
    """Say whether a sentence stands under a heading that names the people served, and does not turn to applicants."""
    if rule.category not in PROTECTED or not view.blocks:
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
