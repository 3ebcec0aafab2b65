"""The audit's time grows with the text and not with its square, whatever somebody puts into it."""

import time
from datetime import date

import pytest

from jdgen.audit.engine import AuditRequest, audit
from jdgen.ingest.reader import read_document

_MEGABYTE = 1_000_000
_LINEAR_AND_A_LOT = 10
"""Four times the text may take ten times as long on a busy machine; a quadratic step would take sixteen times."""

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
    document = read_document(text.encode(), "case.txt")
    start = time.process_time()
    audit(document, ruleset, AuditRequest(date(2026, 11, 22)))
    return time.process_time() - start


@pytest.mark.parametrize("piece", _PIECES)
def test_four_times_the_text_takes_about_four_times_as_long(piece: str, shipped_rules) -> None:
    text = (piece * (_MEGABYTE // len(piece) + 1))[:_MEGABYTE]

    small, large = (_seconds(text[:size], shipped_rules) for size in (_MEGABYTE // 4, _MEGABYTE))

    assert large < _LINEAR_AND_A_LOT * max(small, 0.05)
