"""What in a rule takes its own effect away: days that never come, sections that are left out again, words that are always right, repairs that are never made.

Each is a mistake that nothing else shows: the rule loads, and finds nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product

from jdgen.audit.setting_shapes import Fault
from jdgen.audit.term_faults import term_faults
from jdgen.audit.term_lists import Lists, in_full
from jdgen.audit.terms import compile_context, compile_term
from jdgen.model.rule import Rule
from jdgen.text.closest import did_you_mean
from jdgen.text.problem import quoted
from jdgen.text.words import join_words

_MOST_SPELLINGS = 64
_PIECE = re.compile(r"\.\.\.|<[^<>]*>|[()\[\]|]|[^()\[\]|<>.]+|[<>.]")
_SAMPLES = {
    "<number>": ("12",),
    "<age>": ("45",),
    "<money>": ("$52",),
    "<name>": ("dana",),
    "<state>": ("ohio",),
    "...": ("", "kind and"),
}
"""What can stand where a term leaves something open."""


class _TooManyError(Exception):
    """A term can be written in more ways than are tried."""


def contradictions(rule: Rule, lists: Lists) -> Iterator[Fault]:
    """Give what takes the effect of a rule away."""
    if rule.effective_from and rule.effective_to and rule.effective_to < rule.effective_from:
        yield Fault(
            ("effective_to",),
            f"the last day, {rule.effective_to}, is before the first one, {rule.effective_from}, so the rule never holds",
            "mend one of the two days, or leave `effective_to` out",
        )
    if rule.roles and set(rule.roles) <= set(rule.not_roles):
        left_out = join_words([f"`{role}`" for role in rule.roles])
        yield Fault(
            ("not_roles",),
            f"the rule looks only at {left_out} and leaves that out again, so it finds nothing",
            "leave `not_roles` out, or name other sections",
        )
    says_more = rule.unless or rule.exceptions or rule.replacements
    if (
        rule.kind == "phrase"
        and says_more
        and all(_is_readable(rule, field, lists) for field in ("terms", "exceptions", "unless"))
    ):
        yield from _always_right(rule, lists)
        yield from _never_replaced(rule, lists)


def _is_readable(rule: Rule, field: str, lists: Lists) -> bool:
    """Say whether all terms of a field can be read; what is wrong with the others is told already."""
    return not any(True for term in getattr(rule, field) for _ in term_faults(term, lists))


def _always_right(rule: Rule, lists: Lists) -> Iterator[Fault]:
    """Find terms whose own words make them right, however they are spelled."""
    for field in ("exceptions", "unless"):
        named = [
            (at, re.compile(compile_context(one).regex))
            for at, term in enumerate(getattr(rule, field))
            for one in in_full((term,), lists)
        ]
        for term in in_full(rule.terms, lists) if named else ():
            at = _silencing(term, named)
            if at is not None:
                yield Fault(
                    (field, at),
                    f"{quoted(getattr(rule, field)[at])} stands in all that the term {quoted(term)} finds, so that the rule never finds it",
                    "leave one of the two out",
                )


def _silencing(term: str, named: Sequence[tuple[int, re.Pattern[str]]]) -> int | None:
    """Return the number of what makes every spelling of a term right; None where a spelling is left, or there are too many to try."""
    number: int | None = None
    try:
        spellings = _spellings(term.lower())
    except _TooManyError:
        return None
    for spelling in spellings:
        found = next((at for at, pattern in named if pattern.search(spelling)), None)
        if found is None:
            return None
        number = found if number is None else number
    return number


def _spellings(term: str) -> Iterable[str]:
    """Give the ways to write a term, with a sample for what it leaves open."""
    return dict.fromkeys(
        " ".join(text.split())
        for text in _options(iter(_PIECE.findall(re.sub(r"(?<![\w<-])_(?![\w>])", "kind", term))))
    )


def _options(pieces: Iterator[str]) -> list[str]:
    """Read up to the bracket that closes, or the end."""
    options: list[str] = []
    row: list[Sequence[str]] = []
    for piece in pieces:
        if piece in {")", "]"}:
            break
        if piece == "|":
            options += _rows(row)
            row = []
        elif piece in {"(", "["}:
            inside = _options(pieces)
            row.append([*inside, ""] if piece == "[" else [*inside])
        else:
            row.append(_SAMPLES.get(piece, (piece,)))
    return [*options, *_rows(row)]


def _rows(row: Sequence[Sequence[str]]) -> list[str]:
    found = ["".join(parts) for parts in islice(product(*row), _MOST_SPELLINGS + 1)]
    if len(found) > _MOST_SPELLINGS:
        raise _TooManyError
    return found


def _never_replaced(rule: Rule, lists: Lists) -> Iterator[Fault]:
    """Find repairs for words that are no hit of any term, and those that change nothing."""
    terms = in_full(rule.terms, lists)
    patterns = [re.compile(compile_term(term, anchored=False).regex) for term in terms] if rule.replacements else []
    for old, new in rule.replacements.items():
        words = " ".join(old.lower().split())
        if not any(pattern.fullmatch(words) for pattern in patterns):
            yield Fault(
                ("replacements", old),
                f"no term finds {quoted(old)} as a whole, so it is never replaced",
                did_you_mean(old, terms) or "write the words as a term finds them, in small letters",
            )
        elif old == new:
            yield Fault(("replacements", old), f"{quoted(old)} is replaced with itself", "write the words to put there")
