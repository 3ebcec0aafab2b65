import pytest
from pydantic import ValidationError

from jdgen.model.matching import Called, NameIndex, WordTable


def test_a_word_table_may_be_empty() -> None:
    assert WordTable().model_dump() == {"words": {}, "ignored": (), "other_roles": (), "offered": {}}


def test_a_word_stands_for_words() -> None:
    with pytest.raises(ValidationError, match="at least 1 character"):
        WordTable.model_validate({"words": {"cm": " "}})


def test_an_index_survives_being_kept() -> None:
    index = NameIndex(table=WordTable(), called=(Called(id="rn", shown="RN", titles=("rn",)),))

    assert NameIndex.model_validate(index.model_dump()) == index
