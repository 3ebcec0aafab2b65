"""Two jdgens in one folder, and what a killed one leaves there."""

import subprocess
import sys
from pathlib import Path

import pytest

from jdgen.pipeline import folder_lock
from jdgen.pipeline.folder_lock import locked
from jdgen.pipeline.ledger import LEDGER
from jdgen.pipeline.write import Result, write_results

STALE = ".jdgen-0123456789abcdef"

# Writes the same files as its twin, with words of its own, again and again.
BUSY = """
import sys
from pathlib import Path
from jdgen.pipeline.write import Result, write_results

folder, words = Path(sys.argv[1]), sys.argv[2].encode()
print(flush=True)
sys.stdin.readline()
for turn in range(150):
    write_results([Result(f"{n}.md", words + b" %d" % turn) for n in range(3)], folder)
"""


def test_two_processes_can_write_into_one_folder_at_once(tmp_path: Path) -> None:
    words = ["first", "second"]
    twins = [
        subprocess.Popen(  # noqa: S603 - our own words
            [sys.executable, "-c", BUSY, tmp_path, word],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for word in words
    ]  # fmt: skip
    for twin in twins:
        assert twin.stdout
        twin.stdout.readline()  # both have imported everything; now both start

    for twin in twins:
        assert twin.stdin
        twin.stdin.write("\n")
        twin.stdin.flush()
    talks = [twin.communicate()[1] for twin in twins]

    assert talks == ["", ""]
    assert [twin.returncode for twin in twins] == [0, 0]
    assert {path.name for path in tmp_path.iterdir()} == {"0.md", "1.md", "2.md", LEDGER}
    assert len({path.read_bytes() for path in tmp_path.glob("*.md")}) == 1  # one run's files, not some of each


def test_what_a_killed_run_left_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / STALE).touch()
    (tmp_path / ".jdgen-notes").touch()

    write_results([Result("a.md", b"a")], tmp_path)

    assert {path.name for path in tmp_path.iterdir()} == {"a.md", ".jdgen-notes", LEDGER}


def test_without_locks_jdgen_writes_and_sweeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows, say: a temporary file may be that of a run that is at work."""
    (tmp_path / STALE).touch()
    monkeypatch.setattr(folder_lock, "fcntl", None)

    write_results([Result("a.md", b"a")], tmp_path)

    assert {path.name for path in tmp_path.iterdir()} == {"a.md", STALE, LEDGER}


def test_a_drive_that_knows_no_locks_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_words: object) -> None:
        raise OSError(37, "No locks available")

    assert folder_lock.fcntl is not None
    monkeypatch.setattr(folder_lock.fcntl, "flock", refuse)

    with locked(tmp_path) as alone:
        assert not alone


def test_a_folder_is_free_again_afterwards(tmp_path: Path) -> None:
    with locked(tmp_path):
        pass
    with locked(tmp_path) as alone:
        assert alone is (folder_lock.fcntl is not None)
