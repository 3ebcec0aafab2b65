"""Many small values packed in one block of memory, so that taking all of them back costs nothing until one is asked for."""

import marshal
from array import array
from collections.abc import Iterable, Mapping
from itertools import accumulate
from pickle import PickleBuffer
from typing import Any


class Rows:
    """Packed values by number. What is kept between runs is not copied: it stays in the file until a row is asked for."""

    def __init__(self, rows: Iterable[bytes | memoryview] = ()) -> None:
        """Put the rows one after the other."""
        rows = tuple(rows)
        self._hold(b"".join(rows), array("Q", accumulate(map(len, rows), initial=0)).tobytes())

    def _hold(self, block: Any, ends: Any) -> None:  # noqa: ANN401 - bytes, or what lies in a file
        self._block = memoryview(block)
        self._ends = memoryview(ends).cast("Q")

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> memoryview:
        """Return one row."""
        return self._block[self._ends[number] : self._ends[number + 1]]

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:  # noqa: ANN401 - as in object
        """Be kept as two blocks, which pickle may leave outside of what it writes."""
        as_kept = PickleBuffer if protocol >= 5 else bytes
        return _rows, (as_kept(self._block), as_kept(self._ends.cast("B")))


def _rows(block: Any, ends: Any) -> Rows:  # noqa: ANN401 - bytes, or what lies in a file
    rows = Rows.__new__(Rows)
    rows._hold(block, ends)
    return rows


_BETWEEN = "\n"
"""What stands between words and in none of them."""


class Table(dict[str, Any]):
    """Plain values by word, no numbers among them: a value stands there as the number of its row until it is asked for with `at`."""

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        """Pack the values."""
        self._hold(_BETWEEN.join(values or ()), Rows(marshal.dumps(value) for value in (values or {}).values()))

    def _hold(self, words: str, rows: Rows) -> None:
        super().__init__(zip(words.split(_BETWEEN), range(len(rows)), strict=False))
        self._words, self._rows = words, rows

    def at(self, word: str) -> Any:  # noqa: ANN401 - what was packed
        """Return the value of a word that is there."""
        value = self[word]
        if value.__class__ is int:
            value = self[word] = marshal.loads(self._rows[value])  # noqa: S302 - written by jdgen into the user's own cache folder
        return value

    def __reduce__(self) -> tuple[Any, ...]:
        """Be kept as it was packed."""
        return _table, (self._words, self._rows)


def _table(words: str, rows: Rows) -> Table:
    table = Table.__new__(Table)
    table._hold(words, rows)
    return table
