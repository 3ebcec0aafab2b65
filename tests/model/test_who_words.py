"""The lists of words by which a sentence is read, as their author writes them."""

import pytest
from pydantic_core import ValidationError

from jdgen.load.records import as_record
from jdgen.model.who_words import AddressWords, DenialWords, NameWords, ReasonWords, ServedWords


@pytest.mark.parametrize("group", [AddressWords, DenialWords, NameWords, ReasonWords, ServedWords])
def test_a_list_that_is_left_out_is_empty(group: type) -> None:
    assert as_record({}, group) == group()


def test_lists_are_written_with_hyphens() -> None:
    assert as_record({"of-one": ["is not"]}, DenialWords).of_one == ("is not",)
    assert as_record({"lead-ins": "to for"}, ServedWords).lead_ins == "to for"


@pytest.mark.parametrize("lists", [{"tittles": "dr"}, {"titles": ["dr"]}])
def test_a_list_that_is_not_there_or_is_written_otherwise_is_refused(lists: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        as_record(lists, NameWords)
