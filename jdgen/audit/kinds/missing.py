"""Rules about what a posting lacks: neither front matter, nor markup, nor a section, nor any words of it."""

from collections.abc import Iterator

from jdgen.audit.application_links import is_offered
from jdgen.audit.hit import Context, Hit
from jdgen.audit.ruleset import ReadyRule, Ruleset, compiled
from jdgen.audit.terms import Pattern
from jdgen.audit.view import View


def check(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit for every rule whose thing is nowhere in the posting; it stands at the title."""
    for rule in ruleset.of_kind("missing"):
        if not is_present(view, rule):
            yield at_title(view, rule)


def is_present(view: View, rule: ReadyRule) -> bool:
    """Say whether a posting holds what a rule asks for.

    The rule's settings name where it may stand: `stated` (names of the front matter), `markup` (properties of a JobPosting), `sections` (roles),
    `beside-addresses` (words that count where a link, an e-mail address or a telephone number stands beside them); its terms are words that
    count as well.
    """
    document = view.document
    if any(document.stated.get(name) for name in names(rule, "stated")):
        return True
    if "location" in names(rule, "stated") and any(one.value is not None for one in document.places):
        return True
    if any(item.get(name) for item, _ in document.markup for name in names(rule, "markup")):
        return True
    wanted = set(names(rule, "sections"))
    if wanted and any(section.role in wanted for section in document.sections):
        return True
    by_cost = sorted(rule.present, key=lambda pattern: not pattern.anchors)
    if any(_is_said(view, pattern) for pattern in by_cost):
        return True
    if "pay" in names(rule, "stated") and document.pay:
        return True
    beside = names(rule, "beside-addresses")
    return bool(beside) and view.once(is_offered, frozenset(beside))


def _is_said(view: View, pattern: Pattern) -> bool:
    """Search the text only where it holds all the words that the term needs."""
    vocabulary = view.vocabulary
    if any(vocabulary.isdisjoint(words) for words in pattern.others):
        return False
    if pattern.anchors and not any(vocabulary.issuperset(run) for run in pattern.anchors):
        return False
    if not pattern.anchors:
        return view.once(_is_anywhere, pattern.regex)
    expression = compiled(pattern.regex)
    words = {run[0] for run in pattern.anchors} & vocabulary
    return any(expression.search(view.text, start, end) for _, start, end in view.blocks_with(words))


def _is_anywhere(view: View, regex: str) -> bool:
    return compiled(regex).search(view.text) is not None


def names(rule: ReadyRule, setting: str) -> tuple[str, ...]:
    """Return a setting that holds one name or several."""
    value = rule.settings.get(setting, ())
    return (value,) if isinstance(value, str) else tuple(value)


def at_title(view: View, rule: ReadyRule, **fills: str) -> Hit:
    """Return a hit without words that stands at the title: what is missing cannot be shown."""
    start = title_start(view)
    return Hit(rule, start, start, fills=fills)


def title_start(view: View) -> int:
    """Return where the title starts, or the beginning of a text without headings."""
    return view.once(_title_start)


def _title_start(view: View) -> int:
    headings = [number for number, block in enumerate(view.blocks) if block.kind == "heading"]
    first = next((number for number in headings if view.blocks[number].level == 1), headings[0] if headings else 0)
    return view.block_starts[first] if view.blocks else 0
