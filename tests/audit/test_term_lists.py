"""Terms that many rules share."""

import re

import pytest

from jdgen.audit.term_lists import in_full
from jdgen.audit.terms import TermError

LISTS = {"served": ("clients", "patients"), "refusal": ("look elsewhere",)}


def test_a_name_stands_for_all_the_terms_of_its_list() -> None:
    assert in_full(("youth", "@served", "@refusal"), LISTS) == ("youth", "clients", "patients", "look elsewhere")


def test_a_name_within_a_term_is_only_a_sign() -> None:
    assert in_full(("jobs@served",), LISTS) == ("jobs@served",)


def test_a_list_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(TermError, match=re.escape("`@serve` names no list, expected one of `@refusal` and `@served`")):
        in_full(("@serve",), LISTS)
