"""`python -m jdgen.cli.review`, which `python3 dev.py check` runs: what is due is a warning, what is broken fails."""

import re
from pathlib import Path

import pytest

from jdgen.cli.review import main
from jdgen.load.search import shipped_folder


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of a shipped table in a working folder."""
    (tmp_path / "jdgen.yaml").touch()
    path = tmp_path / "facts" / "wages.yaml"
    path.parent.mkdir()
    path.write_bytes((shipped_folder() / "facts" / "wages.yaml").read_bytes())
    monkeypatch.chdir(tmp_path)
    return path


def without(copy: Path, field: str) -> None:
    """Take a field, with the list below it, out of the first row."""
    text = copy.read_text(encoding="utf-8")
    copy.write_text(re.sub(rf"    {field}:.*\n(?:      .*\n)*", "", text, count=1), encoding="utf-8")


def test_what_is_due_is_a_warning(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy.write_text(copy.read_text(encoding="utf-8").replace("review_by: 2027", "review_by: 2019", 1), encoding="utf-8")

    code = main()

    said = capsys.readouterr()
    assert (code, said.out) == (0, "")
    assert f"warning: {copy}: `" in said.err


def test_a_broken_row_fails(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    without(copy, "source")

    code = main()

    said = capsys.readouterr()
    assert (code, said.out) == (1, "")
    assert f"{copy}:" in said.err
    assert "missing `source`" in said.err
