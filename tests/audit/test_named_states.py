"""States in a sentence: names, letters after a city or before a license, and words that only look like them."""

import pytest

from jdgen.audit.named_states import named_states
from jdgen.audit.view import View
from jdgen.ingest.reader import read_document


@pytest.mark.parametrize(
    ("line", "states"),
    [
        ("RN license in West Virginia", {"WV"}),
        ("Portland, OR or Boise, ID", {"OR", "ID"}),
        ("TX LVN license", {"TX"}),
        ("LCSW (CO)", {"CO"}),
        ("Washington, DC", {"DC"}),
        ("RN or LPN in or near the city", set()),
        ("MD or PA license", set()),
        ("IN PERSON OR BY PHONE", set()),
        ("Kansas City", set()),
        ("New York State", {"NY"}),
        ("Ohio State University", set()),
        ("An MA LCSW", set()),
    ],
)
def test_states_are_told_from_words(line: str, states: set[str]) -> None:
    view = View(read_document(line.encode(), "case.md"))

    assert {state for _, _, state in named_states(view, view.all_sentences[0])} == states


def test_each_state_is_given_with_its_place() -> None:
    view = View(read_document(b"A license in Ohio", "case.md"))

    assert list(named_states(view, view.all_sentences[0])) == [(13, 17, "OH")]
