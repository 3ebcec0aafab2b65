"""A small table of stances, for everything that judges traits."""

from typing import Any

import pytest

from jdgen.load.records import as_record
from jdgen.model.rule import StanceTable

_STANCES: dict[str, Any] = {
    "limits": {
        "fires": 2,
        "error": 4,
        "who": 1,
        "served": 1,
        "strong": 3.5,
        "lawful": 1,
        "called": 1,
        "fade": 0.1,
        "least": 0.4,
        "share": 0.4,
        "linked": 0.8,
        "bare": 2.5,
        "plain": 3,
    },
    "sorts": {
        "unwanted": {"stances": ["refusal"], "shields": ["promise", "served"]},
        "wanted": {"stances": ["demand"], "shields": ["promise"]},
        "plain": {"stances": ["demand"], "shields": ["promise"]},
    },
    "classes": {"take": "hire interview", "staff": "nurses aides"},
    "sections": {"duties": -1},
    "bare": {"wanted": "required"},
    "contrasts": "but",
    "cues": [
        {"sign": "refusal", "weight": 4, "terms": ["not <take>", "need not apply", "@told-off"]},
        {"sign": "refusal", "weight": 3, "side": "before", "within": 2, "terms": ["no"]},
        {"sign": "demand", "weight": 3, "terms": ["prefer", "must be", "wanted"]},
        {"sign": "promise", "weight": -4, "terms": ["welcome", "not ask"]},
        {"sign": "served", "weight": -4, "clause": True, "terms": ["we serve"]},
        {"sign": "splice", "weight": 0, "terms": [", (we|you|no|must) _"]},
    ],
}


@pytest.fixture
def stances() -> StanceTable:
    """Return a table with a few signs of each sort."""
    return as_record(_STANCES, StanceTable)
