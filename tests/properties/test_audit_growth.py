"""The audit's time grows with the text and not with its square, whatever somebody puts into it."""

import gc
import time
from datetime import date

import pytest

from jdgen.audit.engine import AuditRequest, audit
from jdgen.ingest.reader import read_document

_MEGABYTE = 1_000_000
_LONGEST = 100_000
_LINEAR_AND_A_LOT = 6
"""Four times the text may take six times as long; a quadratic step would take sixteen times.

At 100,000 characters, six times is what a step shows that takes eight ninths of the time at a million, and at a million one of four ninths.
"""
_TRIES = 3
"""A busy machine may disturb a measurement; a quadratic step disturbs each."""

_PIECES = [
    "young ",
    "- must be young\n",
    "` ",
    "$1 to $2 an hour ",
    "(no smokers; ",
    "# we want you\n",
    "clients under 40 must be ",
]


def _seconds(text: str, ruleset) -> float:
    """Return the processor time of an audit, without that of the garbage collector, which walks what other tests left too."""
    document = read_document(text.encode(), "case.txt")
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        audit(document, ruleset, AuditRequest(date(2026, 11, 22)))
        return time.process_time() - start
    finally:
        gc.enable()


def _growth(text: str, ruleset) -> float:
    """Return how many times as long four times the text takes."""
    small, large = (_seconds(text[:size], ruleset) for size in (len(text) // 4, len(text)))
    return large / max(small, 0.02)


def _mixed(pieces: list[str], length: int) -> str:
    """Return a text of so many characters in which every piece is repeated for 5,000 characters, in turn."""
    turn = "\n\n".join(piece * (5_000 // len(piece)) for piece in pieces) + "\n\n"
    return (turn * (length // len(turn) + 1))[:length]


@pytest.mark.parametrize("piece", _PIECES)
def test_four_times_the_text_takes_about_four_times_as_long(piece: str, shipped_rules) -> None:
    text = (piece * (_LONGEST // len(piece) + 1))[:_LONGEST]

    assert any(_growth(text, shipped_rules) < _LINEAR_AND_A_LOT for _ in range(_TRIES))


def test_so_it_does_for_a_megabyte_of_all_of_them(shipped_rules) -> None:
    text = _mixed(_PIECES, _MEGABYTE)

    assert any(_growth(text, shipped_rules) < _LINEAR_AND_A_LOT for _ in range(_TRIES))
