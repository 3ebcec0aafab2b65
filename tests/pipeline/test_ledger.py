"""What is known of files jdgen wrote, above all after a run that was killed somewhere in the middle."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from jdgen.errors import EnvironmentProblem, InputError, InputErrors
from jdgen.pipeline.ledger import LEDGER, Ledger, digest_of, read_ledger
from jdgen.pipeline.write import Result, write_results

OLD = (Result("a.md", b"old a"), Result("b.html", b"old b"))
NEW = (Result("a.md", b"new a"), Result("b.html", b"new b"))
LATER = (Result("a.md", b"later a"), Result("b.html", b"later b"))

# Writes NEW and dies like a killed process, without any clearing away, at one of the steps that change the folder.
DYING = """
import os, sys
from pathlib import Path
from jdgen.pipeline.write import Result, write_results

folder, step, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
real, calls = getattr(Path, step), []

def dying(path, *words, **named):
    if "rb" not in {*words, *named.values()}:
        calls.append(path)
    if len(calls) == number:
        os._exit(9)
    return real(path, *words, **named)

setattr(Path, step, dying)
write_results([Result("a.md", b"new a"), Result("b.html", b"new b")], folder)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an output folder that holds what jdgen wrote before."""
    write_results(OLD, tmp_path / "output")
    return tmp_path / "output"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != LEDGER}


def kill(folder: Path, step: str, number: int) -> None:
    words = [sys.executable, "-c", DYING, folder, step, str(number)]
    run = subprocess.run(words, check=False)  # noqa: S603 - our own words

    assert run.returncode == 9


# In order: two results and the ledger go to temporary files; the ledger, the results, the settled ledger are renamed.
STEPS = [
    ("open", 1),
    ("open", 2),
    ("open", 3),
    ("open", 4),
    ("replace", 1),
    ("replace", 2),
    ("replace", 3),
    ("replace", 4),
]


@pytest.mark.parametrize("results", [NEW, LATER, OLD], ids=["the same", "others", "as before"])
@pytest.mark.parametrize(("step", "number"), STEPS)
def test_after_a_killed_run_jdgen_knows_its_own_files(
    folder: Path, step: str, number: int, results: tuple[Result, ...]
) -> None:
    kill(folder, step, number)
    write_results(results, folder)

    assert contents(folder) == {result.name: result.content for result in results}


@pytest.mark.parametrize(("step", "number"), STEPS)
def test_after_a_killed_run_an_edit_is_still_known_as_one(folder: Path, step: str, number: int) -> None:
    kill(folder, step, number)
    (folder / "b.html").write_bytes(b"mine")

    with pytest.raises(InputErrors, match=r"b\.html: was edited by hand"):
        write_results(LATER, folder)
    assert contents(folder)["b.html"] == b"mine"


def test_several_killed_runs_leave_no_riddle(folder: Path) -> None:
    for number in (1, 2, 3):  # each comes a step further
        kill(folder, "replace", number)
    write_results(LATER, folder)

    assert contents(folder) == {"a.md": b"later a", "b.html": b"later b"}
    assert read_ledger(folder).digests == {
        "a.md": frozenset({digest_of(b"later a")}),
        "b.html": frozenset({digest_of(b"later b")}),
    }


def test_a_killed_run_over_an_edit_does_not_make_the_edit_ours(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.md").write_bytes(b"mine")
    real = Path.replace

    def stop_before_the_results(path: Path, target: Path) -> object:
        if target.name != LEDGER:
            raise KeyboardInterrupt
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", stop_before_the_results)
        with pytest.raises(KeyboardInterrupt):
            write_results(NEW, folder, force=True)

    with pytest.raises(InputErrors, match=r"a\.md: was edited by hand"):
        write_results(LATER, folder)


@pytest.mark.parametrize(
    "ledger",
    [b"", b"{", b"[]", b'"x"', b"\xff\xfe", b'{"a.md": 3}', b'{"a.md": [["x"]]}', b"[" * 100_000, b"9" * 5_000],
)
def test_a_damaged_ledger_is_named_and_protects_everything(folder: Path, ledger: bytes) -> None:
    (folder / LEDGER).write_bytes(ledger)

    with pytest.raises(InputError) as raised:
        write_results(NEW, folder)

    assert str(raised.value).startswith(
        f"{folder / LEDGER}: is damaged, so jdgen cannot tell its own files from edited"
    )
    assert "`--force`" in str(raised.value.hint)
    assert contents(folder) == {"a.md": b"old a", "b.html": b"old b"}


def test_force_mends_a_damaged_ledger(folder: Path) -> None:
    (folder / LEDGER).write_bytes(b"{")

    write_results(NEW, folder, force=True)
    write_results(LATER, folder)

    assert contents(folder) == {"a.md": b"later a", "b.html": b"later b"}


def test_without_a_ledger_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / LEDGER).mkdir()

    with pytest.raises(EnvironmentProblem, match=r"cannot read `.*\.jdgen\.json`: is a directory"):
        write_results(NEW, tmp_path)
    assert contents(tmp_path) == {}


def test_where_the_ledger_cannot_be_replaced_nothing_is_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.replace

    def refuse_the_ledger(path: Path, target: Path) -> object:
        if target.name == LEDGER:
            raise PermissionError(13, "Permission denied")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", refuse_the_ledger)
    with pytest.raises(EnvironmentProblem, match="cannot write into"):
        write_results(NEW, folder)

    assert contents(folder) == {"a.md": b"old a", "b.html": b"old b"}


@pytest.mark.parametrize("digests", [frozenset({"1"}), frozenset({"1", "2"})])
def test_a_ledger_is_read_as_it_was_written(tmp_path: Path, digests: frozenset[str]) -> None:
    ledger = Ledger({"a.md": digests})
    (tmp_path / LEDGER).write_bytes(ledger.content())

    assert ledger == read_ledger(tmp_path)


@pytest.mark.parametrize("name", ["", "output"])
def test_where_there_is_no_ledger_nothing_is_known(tmp_path: Path, name: str) -> None:
    assert Ledger() == read_ledger(tmp_path / name)


def test_results_that_change_nothing_leave_the_ledger_alone(folder: Path) -> None:
    before: Callable[[], int] = lambda: (folder / LEDGER).stat().st_ino
    number = before()
    write_results(OLD, folder)

    assert number == before()
