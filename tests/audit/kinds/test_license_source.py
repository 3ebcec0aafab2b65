"""Which page of a row about license titles speaks of a state."""

import pytest

from jdgen.audit.kinds.license_source import sources_for
from jdgen.audit.lookup import TitleFact


def _row(*sources: str) -> TitleFact:
    return TitleFact("x", "LPC", "Licensed Professional Counselor", frozenset(), "V2", sources[0], (), sources)


ALABAMA = "https://titles.example/path/alabama-pathways"
KANSAS = "https://titles.example/kansas"
ARKANSAS = "https://titles.example/arkansas/"
WEST_VIRGINIA = "https://titles.example/licensure/west-virginia/"
OREGON = "https://www.or.gov/board"
GENERAL = "https://titles.example/list"


@pytest.mark.parametrize(
    ("sources", "state", "expected"),
    [
        ((ALABAMA, KANSAS), "KS", KANSAS),
        ((ALABAMA, ARKANSAS, KANSAS), "KS", KANSAS),
        ((WEST_VIRGINIA, GENERAL), "VA", GENERAL),
        ((GENERAL, OREGON), "OR", OREGON),
        ((ALABAMA, GENERAL), "CO", GENERAL),
    ],
)
def test_the_page_of_a_title_speaks_of_its_state_or_of_no_other(sources, state, expected) -> None:
    assert sources_for([_row(*sources)], [state]) == (expected,)


def test_a_title_whose_pages_all_speak_of_other_states_has_none() -> None:
    assert sources_for([_row(ALABAMA, KANSAS)], ["CO"]) == ()


def test_each_row_gives_one_page_and_the_same_page_is_given_once() -> None:
    assert sources_for([_row(ALABAMA), _row(ALABAMA, KANSAS)], ["AL"]) == (ALABAMA,)
