"""Regular expressions that earlier runs compiled, taken back: a short run would spend a third of its time compiling them again.

`re` has no public way to keep a compiled expression. This module asks its private parts for the compiled code, keeps only what comes back as an
equal expression, and leaves `re` alone on a Python that has no such parts: there, every run compiles its own.
"""

import re
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from zlib import crc32

from jdgen.load.cache import keep, recall

_MOST_KEPT = 2_000_000
"""Bytes of compiled code that are kept: those of some 1,000 expressions, read in two milliseconds."""
_BYTES_OF_CHARACTER = 16
"""About the most bytes of code that a character of an expression becomes."""

_DEBUG = int(re.DEBUG)
_Key = tuple[str, int]
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
        self._known: dict[_Key, _Code] = recall(self._name, dict) or {}
        self._used: list[_Key] = []
        self._made: dict[_Key, re.Pattern[str]] = {}

    def compile(self, expression: Any, flags: int = 0) -> re.Pattern[str]:  # noqa: ANN401 - `re` gives parsed ones too
        """Stand in for `re._compiler.compile`."""
        if type(expression) is not str:
            return self._compile_anew(expression, flags)
        key = (expression, flags)
        if code := self._known.get(key):
            self._used.append(key)
            return _assembled(self._assemble, expression, code)
        made = self._compile_anew(expression, flags)
        if not flags & _DEBUG:
            self._made[expression, int(flags)] = made
        return made

    def keep(self) -> None:
        """Keep what was used and made, and of the rest as much as there is room for."""
        used = {key: self._known[key] for key in self._used}
        room = _MOST_KEPT - sum(map(_size, used.values()))
        fresh = {}
        for key, made in self._made.items():
            if (room := room - len(key[0]) * _BYTES_OF_CHARACTER) < 0:
                break
            if code := _code(*key, made):
                fresh[key] = code
        if fresh:
            keep(self._name, _that_fit({**used, **fresh, **self._known}))


def _assembled(assemble: Callable[..., re.Pattern[str]], text: str, code: _Code) -> re.Pattern[str]:
    flags, words, groups, group_index, index_group = code
    return assemble(text, flags, array("I", words).tolist(), groups, group_index, index_group)


def _size(code: _Code) -> int:
    return len(code[1])


def _that_fit(codes: dict[_Key, _Code]) -> dict[_Key, _Code]:
    room, kept = _MOST_KEPT, {}
    for key, code in codes.items():
        if (room := room - _size(code)) < 0:
            break
        kept[key] = code
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
