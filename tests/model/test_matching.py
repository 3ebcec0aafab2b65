import pytest
from pydantic import ValidationError

from jdgen.load.records import as_record
from jdgen.model.matching import Called, NameIndex, WordTable
from jdgen.model.record import as_plain


def test_a_word_table_may_be_empty() -> None:
    assert as_plain(WordTable()) == {"words": {}, "ignored": (), "stated_in": {}, "other_roles": (), "offered": {}}


def test_a_word_stands_for_words() -> None:
    with pytest.raises(ValidationError, match="at least 1 character"):
        as_record({"words": {"cm": " "}}, WordTable)


def test_an_index_survives_being_kept() -> None:
    index = NameIndex(table=WordTable(), called=(Called(id="rn", shown="RN", titles=("rn",)),))

    assert as_record(as_plain(index), NameIndex) == index
