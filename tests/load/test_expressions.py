"""Regular expressions that earlier runs compiled."""

import re
from pathlib import Path
from re import _compiler  # type: ignore[attr-defined]  # private: what is stood in for, and must be left as it was

import pytest

from jdgen.load import expressions
from jdgen.load.expressions import remembered_expressions

_COMPILE = _compiler.compile
_SAMPLES = [
    (r"(?P<low>\d+)(?: ?- ?(?P<high>\d+))?", 0),
    (r"\bcase manager\b", re.IGNORECASE),
    (r"(?<!\w)[^\W\d_]+(?=:)", 0),
    (r"  spaced  # with a comment", re.VERBOSE),
    ("caf\u00e9|(a)|(?:b)(c)*+", re.ASCII),
    ("^line$", re.MULTILINE | re.DOTALL),
]


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return an empty cache folder; nothing that `re` itself remembers answers."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    re.purge()
    return tmp_path / "cache" / "jdgen"


def compile_samples() -> list[re.Pattern[str]]:
    re.purge()
    return [re.compile(text, flags) for text, flags in _SAMPLES]


def kept_by(cache: Path) -> list[bytes]:
    return [file.read_bytes() for file in sorted(cache.glob("expressions-*"))]


def count_compiled(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return a list that grows with every expression that is compiled anew."""
    anew: list[object] = []

    def compile_and_count(text: object, flags: int = 0) -> object:
        anew.append(text)
        return _COMPILE(text, flags)

    monkeypatch.setattr(_compiler, "compile", compile_and_count)
    return anew


def test_a_later_run_takes_back_equal_expressions_without_compiling(monkeypatch: pytest.MonkeyPatch) -> None:
    first = compile_samples()
    re.purge()
    with remembered_expressions():
        compile_samples()
    anew = count_compiled(monkeypatch)

    with remembered_expressions():
        second = compile_samples()

    assert anew == []
    assert second == first
    assert [one.groupindex for one in second] == [one.groupindex for one in first]
    assert second[0].sub(r"\g<high>", "12 - 40") == "40"


def test_re_is_left_as_it_was_also_after_an_error() -> None:
    def fail_in_a_run() -> None:
        with remembered_expressions():
            assert _compiler.compile is not _COMPILE
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_in_a_run()

    assert _compiler.compile is _COMPILE


def test_a_broken_expression_is_told_as_ever() -> None:
    with remembered_expressions(), pytest.raises(re.error, match="unterminated"):
        re.compile("(a")


def test_a_run_that_compiles_nothing_new_writes_nothing(cache: Path) -> None:
    with remembered_expressions():
        compile_samples()
    (kept,) = cache.glob("expressions-*")
    before = kept.stat()

    with remembered_expressions():
        compile_samples()

    assert kept.stat() == before


def test_expressions_with_the_same_sum_are_told_apart(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    first = compile_samples()
    monkeypatch.setattr(expressions, "_sum_of", lambda key: 7)
    with remembered_expressions():
        compile_samples()
    (kept,) = cache.glob("expressions-*")
    before = kept.stat()
    anew = count_compiled(monkeypatch)

    with remembered_expressions():
        assert compile_samples() == first

    assert len(anew) == len(_SAMPLES) - 1
    assert kept.stat() == before


def test_a_damaged_file_is_not_believed(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    with remembered_expressions():
        first = compile_samples()
    (kept,) = cache.glob("expressions-*")
    data = bytearray(kept.read_bytes())
    data[len(data) // 2] ^= 1
    kept.write_bytes(data)
    anew = count_compiled(monkeypatch)

    with remembered_expressions():
        assert compile_samples() == first

    assert len(anew) >= len(_SAMPLES)


def test_code_that_makes_another_expression_is_not_kept(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    """Where another Python has other private parts, what is made with them shows it."""
    other = _compiler._code

    def odd(parsed: object, flags: int) -> object:
        return other(_compiler._parser.parse("something else", flags), flags)

    with remembered_expressions():
        compile_samples()
        monkeypatch.setattr(_compiler, "_code", odd)

    assert kept_by(cache) == []


def test_a_python_without_these_parts_compiles_as_ever(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    monkeypatch.setattr(expressions, "_parts", object)

    with remembered_expressions():
        assert compile_samples()[1].search("a Case Manager")

    assert kept_by(cache) == []


def test_there_is_room_for_so_much_and_what_was_used_stays(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    monkeypatch.setattr(expressions, "_MOST_KEPT", 4_000)
    with remembered_expressions():
        for number in range(500):
            re.compile(f"an expression of number {number}")
    (full,) = kept_by(cache)

    re.purge()
    with remembered_expressions():
        re.compile("an expression of number 3")
        re.compile("a new one")
    (after,) = kept_by(cache)

    assert len(full) < 12_000
    assert b"number 3" in after
    assert b"a new one" in after
    assert len(after) < 12_000
