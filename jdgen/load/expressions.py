"""Regular expressions that earlier runs compiled, taken back: a short run would spend a third of its time compiling them again.

`re` has no public way to keep a compiled expression. This module asks its private parts for the compiled code, keeps only what comes back as an
equal expression, and leaves `re` alone on a Python that has no such parts: there, every run compiles its own.
"""

import marshal
import re
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from zlib import crc32

from jdgen.load.cache import keep, recall
from jdgen.load.rows import Rows

_MOST_KEPT = 2_000_000
"""Bytes of compiled code that are kept: those of some 1,000 expressions, read in two milliseconds."""
_BYTES_OF_CHARACTER = 16
"""About the most bytes of code that a character of an expression becomes."""

_DEBUG = int(re.DEBUG)
_Key = tuple[str, int]
"""The text of an expression, and the flags it is asked for with."""
_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What `_sre.compile` makes an expression of, beside its text: flags, code as unsigned integers of 32 bits, groups, and their names both ways."""


@contextmanager
def remembered_expressions() -> Iterator[None]:
    """Compile expressions from the code that earlier runs left in the user's cache, and leave there what this run had to compile itself."""
    try:
        compiler = _parts()
        compile_anew, assemble = compiler.compile, compiler._sre.compile
    except (AttributeError, ImportError):
        yield
        return
    if isinstance(getattr(compile_anew, "__self__", None), _Memory):  # a run inside of another
        yield
        return
    memory = _Memory(compile_anew, assemble)
    compiler.compile = memory.compile
    try:
        yield
    finally:
        compiler.compile = compile_anew
        memory.keep()


def _parts() -> Any:  # noqa: ANN401 - a private module without stubs
    from re import _compiler  # type: ignore[attr-defined]  # private, see above

    return _compiler


class _Memory:
    """What is known from earlier runs, and what this run used and made."""

    def __init__(
        self, compile_anew: Callable[[Any, int], re.Pattern[str]], assemble: Callable[..., re.Pattern[str]]
    ) -> None:
        self._compile_anew, self._assemble = compile_anew, assemble
        self._name = f"expressions-{crc32(sys.version.encode()):08x}"
        sums, self._rows = recall(self._name, tuple) or (b"", Rows())
        self._known = {found: at for at, found in enumerate(array("I", sums))}
        self._used: set[int] = set()
        self._made: dict[_Key, re.Pattern[str]] = {}

    def compile(self, expression: Any, flags: int = 0) -> re.Pattern[str]:  # noqa: ANN401 - `re` gives parsed ones too
        """Stand in for `re._compiler.compile`."""
        if type(expression) is not str:
            return self._compile_anew(expression, flags)
        key = expression, int(flags)
        if code := self._recalled(key):
            return _assembled(self._assemble, expression, code)
        made = self._compile_anew(expression, flags)
        if not flags & _DEBUG:
            self._made[key] = made
        return made

    def _recalled(self, key: _Key) -> _Code | None:
        """Return the code of an expression; none where another one has the same sum."""
        known = _sum_of(key)
        if known not in self._known:
            return None
        text, flags, code = marshal.loads(self._rows[self._known[known]])  # noqa: S302 - written by jdgen into the user's own cache folder
        if (text, flags) != key:
            return None
        self._used.add(known)
        return code  # type: ignore[no-any-return]  # as `keep` packed it

    def keep(self) -> None:
        """Keep what was used and made, and of the rest as much as there is room for."""
        rest = {known: self._rows[at] for known, at in self._known.items()}
        used: dict[int, bytes | memoryview] = {known: rest[known] for known in self._used}
        room = _MOST_KEPT - sum(map(len, used.values()))
        fresh: dict[int, bytes | memoryview] = {}
        for key, made in self._made.items():
            if (room := room - len(key[0]) * _BYTES_OF_CHARACTER) < 0:
                break
            if _sum_of(key) not in rest and (code := _code(*key, made)):
                fresh[_sum_of(key)] = marshal.dumps((*key, code))
        if fresh:
            rows = _that_fit({**used, **fresh, **rest})
            keep(self._name, (array("I", rows).tobytes(), Rows(rows.values())))


def _sum_of(key: _Key) -> int:
    text, flags = key
    return crc32(text.encode("utf-8", "surrogatepass"), flags)


def _assembled(assemble: Callable[..., re.Pattern[str]], text: str, code: _Code) -> re.Pattern[str]:
    flags, words, groups, group_index, index_group = code
    return assemble(text, flags, array("I", words).tolist(), groups, group_index, index_group)


def _that_fit(rows: dict[int, bytes | memoryview]) -> dict[int, bytes | memoryview]:
    room, kept = _MOST_KEPT, {}
    for known, row in rows.items():
        if (room := room - len(row)) < 0:
            break
        kept[known] = row
    return kept


def _code(text: str, flags: int, made: re.Pattern[str]) -> _Code | None:
    """Return the code of an expression, or None where what is made of it is not the same expression."""
    with suppress(Exception):  # whatever is different in this Python, the answer is to compile again
        parts = _parts()
        parsed = parts._parser.parse(text, flags)
        words = array("I", parts._code(parsed, flags))
        if words.itemsize == parts._sre.CODESIZE:
            names = {number: name for name, number in parsed.state.groupdict.items()}
            code = (
                int(flags | parsed.state.flags), words.tobytes(), parsed.state.groups - 1,
                dict(parsed.state.groupdict), tuple(names.get(number) for number in range(parsed.state.groups)),
            )  # fmt: skip
            return code if _assembled(parts._sre.compile, text, code) == made else None
    return None
