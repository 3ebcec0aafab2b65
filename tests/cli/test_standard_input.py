"""`-` as a file name, and paths that start from it."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jdgen.cli.main import cli


def piped(text: str | bytes, *words: str) -> Result:
    return CliRunner().invoke(cli, list(words), input=text, prog_name="jdgen")


def requisition(sample: Path) -> str:
    return (sample / "requisition.yaml").read_text(encoding="utf-8")


def test_a_requisition_is_read_from_standard_input(sample: Path) -> None:
    from_file = piped("", "render", "requisition.yaml", "-f", "md", "-o", "-")

    result = piped(requisition(sample), "render", "-", "-f", "md", "-o", "-")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == from_file.stdout


def test_a_posting_from_standard_input_is_named_after_its_id(sample: Path) -> None:
    piped("", "render", "requisition.yaml", "-f", "md,html", "-t", "internal", "-o", ".")
    posting = (sample / "CR-1042-internal.md").read_bytes()

    result = piped(posting, "export", "-", "-f", "md,html", "-o", "made")

    assert (result.exit_code, result.stderr) == (0, "")
    assert (sample / "made" / "CR-1042-internal.md").read_bytes() == posting
    page = "CR-1042-internal.html"
    assert (sample / "made" / page).read_bytes() == (sample / page).read_bytes()


def test_files_named_in_standard_input_are_looked_for_in_this_folder(sample: Path) -> None:
    (sample / "who.yaml").write_text("name: North Clinic\nbrand: {logo: logo.svg}\n", encoding="utf-8")

    result = piped("specialization: rn\nemployer: who.yaml\n", "render", "-", "-f", "md", "-o", "-")

    assert "  name: North Clinic\n" in result.stdout


def test_an_employer_is_read_from_standard_input(sample: Path) -> None:
    result = piped("name: North Clinic\n", "render", "-s", "rn", "-e", "-", "-f", "md", "-o", "-")

    assert "  name: North Clinic\n" in result.stdout


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("specialization: rn\ntitel: x\n", "render -", "-:2:1: unknown field `titel`"),
        ("", "render -", "-:1:1: "),
        ("# Nurse\n", "export -", "-:1:1: no front matter"),
        (b"\x89PNG\0\0", "render -", "-: the file is binary"),
        ("a" * 1_000_001, "export -", "-: the file is too large"),
        ("name: A\nname: B\n", "render -s rn -e -", "-:2:1: "),
    ],
)
def test_what_is_wrong_with_standard_input_is_said_with_its_line(
    sample: Path, text: str | bytes, words: str, said: str
) -> None:
    result = piped(text, *words.split())

    assert (result.exit_code, result.stdout) == (3, ""), result.stderr
    assert result.stderr.startswith(said)


@pytest.mark.parametrize("words", ["render - -", "export - -", "render - -e -"])
def test_standard_input_is_read_only_once(sample: Path, words: str) -> None:
    result = piped(requisition(sample), *words.split())

    assert result.exit_code == 2
    assert "`-` can be given once: standard input can be read only once" in result.stderr


def test_a_file_called_dash_can_still_be_named(sample: Path) -> None:
    (sample / "-").write_text("specialization: rn\nid: FILE-1\n", encoding="utf-8")

    assert "id: FILE-1\n" in piped("", "render", "./-", "-f", "md", "-o", "-").stdout


@pytest.mark.parametrize("command", ["check", "import"])
def test_closed_standard_input_holds_no_words(command: str, tmp_path: Path) -> None:
    source = (
        f"import sys; sys.stdin = None; from jdgen.cli.main import main; sys.argv = ['jdgen', '{command}', '-']; main()"
    )
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=False, cwd=tmp_path)  # noqa: S603 - our own Python

    assert done.returncode == 3
    assert done.stderr.startswith("-: the file holds no words")
