"""Runs the real command group as a person would: in a folder, with an environment, and everything it says kept apart."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from jdgen.cli.main import cli


class Run(NamedTuple):
    """How a command ended: its exit code, its data, its talk."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Its talk without the breaks of its lines."""
        return " ".join(self.err.split())


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that commands run in, without the tester's own settings."""
    for name in ("SOURCE_DATE_EPOCH", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def run(here: Path) -> Callable[..., Run]:
    """Return a function that runs `jdgen` with some words."""

    def go(*words: str | Path, env: dict[str, str] | None = None, color: bool = False) -> Run:
        result = CliRunner().invoke(cli, [str(word) for word in words], env=env, color=color, prog_name="jdgen")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Run(result.exit_code, result.stdout, result.stderr)

    return go


@pytest.fixture
def sample(run: Callable[..., Run], here: Path) -> Path:
    """Return the folder with the hospital sample in it."""
    assert run("init").code == 0
    return here


@pytest.fixture
def house_rules() -> str:
    """Return two rules of one's own, one with a repair. Tests that take the same rules wait for them once."""
    return _HOUSE_RULES


_HOUSE_RULES = """family: house
rules:
  - id: house.flobber
    category: style
    severity: error
    evidence: style
    message: "`{matched}` is no word of ours"
    why: The house has other words.
    suggestions: [Write another word]
    sources: ["https://www.example.org/words"]
    checked: 2026-11-22
    terms: [flobber]
    replacements: {flobber: surprise}
    tests: {fires: [They flobber.], silent: [We surprise them.]}
  - id: house.wibble
    category: style
    severity: warning
    evidence: style
    message: "`{matched}` wobbles"
    why: It does.
    suggestions: [Write another word]
    checked: 2026-11-22
    terms: [wibble]
    tests: {fires: [They wibble.], silent: [We surprise them.]}
"""
