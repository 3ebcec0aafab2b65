"""Small values packed in one block."""

import pickle

import pytest

from jdgen.load.rows import Rows, Table


def kept(value: object) -> object:
    """Return a value as a later run takes it back, with its blocks left outside as in a file."""
    blocks: list[pickle.PickleBuffer] = []
    whole = pickle.dumps(value, protocol=5, buffer_callback=blocks.append)
    assert blocks
    return pickle.loads(whole, buffers=[memoryview(bytes(block.raw())) for block in blocks])  # noqa: S301 - made above


@pytest.mark.parametrize("rows", [[], [b""], [b"one", b"", b"three " * 500]])
def test_rows_come_back_by_number(rows: list[bytes]) -> None:
    held = Rows(rows)

    assert len(held) == len(rows)
    assert [bytes(held[number]) for number in range(len(held))] == rows


@pytest.mark.parametrize("protocol", [2, 4, 5])
def test_rows_are_kept_in_every_form_of_pickle(protocol: int) -> None:
    again = pickle.loads(pickle.dumps(Rows([b"one", b"two"]), protocol=protocol))  # noqa: S301 - made here

    assert [bytes(again[number]) for number in range(len(again))] == [b"one", b"two"]


VALUES = {"lift": {None: [3]}, "no": [], "<age>": ("a", frozenset({"b"}))}


def test_a_value_is_unpacked_when_it_is_asked_for_and_stays() -> None:
    table = Table(VALUES)

    assert {word: table.at(word) for word in table} == VALUES
    assert table.at("lift") is table.at("lift")


def test_a_table_is_kept_as_it_was_packed_also_after_use() -> None:
    table = Table(VALUES)
    table.at("lift")["more"] = 1

    again = kept(table)

    assert isinstance(again, Table)
    assert {word: again.at(word) for word in again} == VALUES


def test_a_word_that_is_not_there_has_no_value() -> None:
    assert "yes" not in Table(VALUES)
    with pytest.raises(KeyError):
        Table().at("yes")
