"""Rules about the facts a file states apart from its words: not filled in, not readable, or not said to the reader."""

from collections.abc import Callable, Iterator

from jdgen.audit.hit import Context, Hit
from jdgen.audit.kinds.measure import UNFILLED_FIELD
from jdgen.audit.money import pay_mentions
from jdgen.audit.ruleset import Ruleset
from jdgen.audit.view import View, folded
from jdgen.model.document import Stated
from jdgen.text.pay import Pay, describe_pay
from jdgen.text.place import Place

_CALLED = {
    "closes": "closing date", "posted": "date of publication", "employment": "kind of job", "location": "place", "apply.url": "address to apply at",
    "employer.name": "name of the employer", "employer.size": "size of the employer",
}  # fmt: skip
"""What people call a fact whose field has a shorter name."""

_READ = ("pay", "location", "employment", "workplace", "posted", "closes")
"""Facts that have a form of their own, so that a text can fail to be one."""


def check(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit for every stated fact that a rule finds fault with; it stands where the fact stands."""
    if not view.document.stated:
        return
    for rule in ruleset.of_kind("statement"):
        judge = CHECKS.get(str(rule.settings["check"]))
        for name, fact in judge(view) if judge else ():
            # In JSON a fact may be put together of several texts; its own words read better than what stands in the file.
            fills = {"fact": called(name), "matched": fact.text, "line": _line(name, fact)}
            yield Hit(rule, fact.start, fact.end, in_source=True, fills=fills)


def called(field: str) -> str:
    """Return the words for a field of the front matter: `pay_note` is the pay note."""
    return _CALLED.get(field, field.replace("_", " ").replace(".", " "))


def _line(field: str, fact: Stated) -> str:
    """Return a line of the text that would say a fact."""
    words = describe_pay(fact.value) if isinstance(fact.value, Pay) else fact.text
    return f"{field.replace('_', ' ').replace('.', ' ').capitalize()}: {words}"


def _unfilled(view: View) -> Iterator[tuple[str, Stated]]:
    for name, facts in view.document.stated.items():
        yield from ((name, fact) for fact in facts if UNFILLED_FIELD.search(fact.text))


def _unreadable(view: View) -> Iterator[tuple[str, Stated]]:
    for name in _READ:
        facts = view.document.stated.get(name, ())
        yield from ((name, fact) for fact in facts if fact.value is None and not UNFILLED_FIELD.search(fact.text))


def _unsaid(view: View) -> Iterator[tuple[str, Stated]]:
    """Look for pay and places of the front matter that the words, which are all a reader of the page sees, do not hold."""
    if view.document.format not in {"markdown", "text"} or not view.blocks:
        return
    stated = view.document.stated
    if "$" not in view.text and not any(pay_mentions(view)):
        yield from (("pay", fact) for fact in stated.get("pay", ()) if isinstance(fact.value, Pay))
    for fact in stated.get("location", ()):
        if isinstance(fact.value, Place) and folded(fact.value.city) not in view.text:
            yield "location", fact


CHECKS: dict[str, Callable[[View], Iterator[tuple[str, Stated]]]] = {
    "unfilled": _unfilled,
    "unreadable": _unreadable,
    "unsaid": _unsaid,
}
"""What a rule can ask, by the name in its settings."""
