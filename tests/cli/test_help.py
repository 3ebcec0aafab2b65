"""What people read first: help, version, and how little that costs."""

import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from jdgen.cli.main import cli

CASES = Path(__file__).resolve().parents[1] / "cases" / "help"
COMMANDS = cli.list_commands(None)
HEAVY = ("pydantic", "jinja2", "markdown", "weasyprint", "yaml", "nh3", "PIL", "mammoth", "pypdfium2", "markdown_it")
PAGE_MAKERS = {"jinja2", "markdown", "weasyprint", "nh3", "PIL"}
LOADED = """
import sys
from jdgen.cli.main import main
sys.argv = ["jdgen", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    print("code", end.code)
print("loaded", *sorted(name for name in {heavy} if name in sys.modules))
"""


def heavy_modules(*words: str, folder: Path) -> list[str]:
    """Run jdgen in a process of its own and return which heavy packages it imported."""
    script = LOADED.format(heavy=HEAVY)
    result = subprocess.run(  # noqa: S603 - this Python, and words of ours
        [sys.executable, "-c", script, *words], cwd=folder, capture_output=True, text=True, check=True
    )
    *_, code, loaded = result.stdout.splitlines()
    assert code == "code 0", result.stderr
    return loaded.split()[1:]


def test_there_are_commands() -> None:
    assert COMMANDS[:2] == ["render", "export"]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command(run: Callable, assert_matches_file: Callable, command: str) -> None:
    code, out, err = run(command, "--help")

    assert (code, err) == (0, "")
    assert_matches_file(CASES / f"{command}.txt", out)


def test_help_of_jdgen(run: Callable, assert_matches_file: Callable) -> None:
    code, out, err = run("--help")

    assert (code, err) == (0, "")
    assert_matches_file(CASES / "jdgen.txt", out)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_examples_that_start_with_the_program(run: Callable, command: str) -> None:
    out = run(command, "--help").out

    assert f"  jdgen {command} " in out.partition("Example")[2]


@pytest.mark.parametrize("words", [[], *([command] for command in COMMANDS)], ids=" ".join)
def test_help_fits_a_terminal_of_eighty_columns(run: Callable, words: list[str]) -> None:
    lines = run(*words, "--help").out.splitlines()

    assert [line for line in lines if len(line) > 80] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_listed_in_the_help(run: Callable, command: str) -> None:
    assert f"\n  {command} " in run("--help").out


def test_short_and_long_help_are_the_same(run: Callable) -> None:
    assert run("render", "--help").out == run("render", "-h").out


def test_no_words_print_the_help(run: Callable) -> None:
    code, out, err = run()

    assert code == 2
    assert out == ""
    assert err == run("--help").out


def test_version(run: Callable) -> None:
    assert (0, f"jdgen {version('jdgen')}\n", "") == run("--version")


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["-h"]])
def test_help_imports_nothing_heavy(words: list[str], tmp_path: Path) -> None:
    assert heavy_modules(*words, folder=tmp_path) == []


def test_rendering_markdown_imports_no_page_maker(sample: Path) -> None:
    loaded = heavy_modules("render", "requisition.yaml", "-f", "md", "-o", "-", folder=sample)

    assert "jinja2" in loaded
    assert {"weasyprint", "PIL"} & set(loaded) == set()


@pytest.mark.parametrize(("name", "reader"), [("ad.txt", set()), ("ad.html", set()), ("ad.md", {"markdown_it"})])
def test_checking_imports_no_page_maker_and_only_the_reader_it_needs(name: str, reader: set[str], here: Path) -> None:
    (here / name).write_text("<p>We hire a case manager in Denver, Colorado.</p>\n", encoding="utf-8")

    loaded = set(heavy_modules("check", name, folder=here))

    assert loaded & (PAGE_MAKERS | {"mammoth", "pypdfium2", "markdown_it"}) == reader


def test_importing_text_imports_no_page_maker(here: Path) -> None:
    (here / "ad.txt").write_text("Case Manager\n\nLocation: Denver, CO\n", encoding="utf-8")

    loaded = set(heavy_modules("import", "ad.txt", folder=here))

    assert loaded & {"markdown", "weasyprint", "nh3", "PIL", "mammoth", "pypdfium2", "markdown_it"} == set()


def test_python_runs_it_as_a_module(here: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "jdgen", "--version"], cwd=here, capture_output=True, text=True, check=False
    )

    assert (result.returncode, result.stdout, result.stderr) == (0, f"jdgen {version('jdgen')}\n", "")
