"""How jdgen ends, as a program, when nobody can read what it says."""

# ruff: noqa: S603 - the program started is jdgen

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

FULL = Path("/dev/full")
WORDS = [["--help"], ["--version"], ["list", "licenses", "--format", "json"], ["--debug", "schema", "posting"]]


def jdgen(*words: str, **streams: int) -> subprocess.CompletedProcess[bytes]:
    """Run jdgen as a user's machine does: what it could not write waits in a buffer until Python ends."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.run([sys.executable, "-m", "jdgen", *words], check=False, env=environment, **streams)


@pytest.fixture
def closed_pipe() -> int:
    """Return the writing end of a pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


@pytest.mark.parametrize("words", WORDS)
def test_a_closed_pipe_ends_quietly_as_it_does_for_other_programs(words: list[str], closed_pipe: int) -> None:
    done = jdgen(*words, stdout=closed_pipe, stderr=subprocess.PIPE)

    assert (done.returncode, done.stderr) == (141, b"")


def test_closed_pipes_for_data_and_talk_end_the_same_way(closed_pipe: int) -> None:
    assert jdgen("list", "licenses", stdout=closed_pipe, stderr=closed_pipe).returncode == 141
    assert jdgen("render", "no.yaml", stdout=closed_pipe, stderr=closed_pipe).returncode != 1


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("words", WORDS)
def test_a_full_disk_is_said_in_one_sentence(words: list[str]) -> None:
    with FULL.open("wb") as full:
        done = jdgen(*words, stdout=full.fileno(), stderr=subprocess.PIPE)

    assert done.returncode == 4
    assert done.stderr.decode() == (
        "cannot write the output: no space left on device\n\nhint: make room, or send it elsewhere\n\n"
    )


def slip_with(error: BaseException) -> Callable[..., NoReturn]:
    def slip(*_words: object, **_named: object) -> NoReturn:
        raise error

    return slip


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (BrokenPipeError(32, "Broken pipe"), 141, ""),
        (KeyboardInterrupt(), 130, "interrupted\n\n"),
        (PermissionError(13, "Permission denied"), 4, "jdgen made a mistake: PermissionError"),
    ],
)
def test_none_of_them_ends_with_the_code_of_findings(
    run: Callable, sample: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, said: str
) -> None:
    monkeypatch.setattr("jdgen.cli.commands.render.render", slip_with(error))

    outcome = run("render", "requisition.yaml")

    assert (outcome.code, outcome.out) == (code, "")
    assert outcome.err.startswith(said)
    assert bool(outcome.err) == bool(said)
