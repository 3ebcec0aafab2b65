"""`jdgen check` where one file of several cannot be read, or mended, or its difference cannot be shown: the others are served."""

import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest


@pytest.fixture
def folder(here: Path, rule_folder: Callable[[str], Path], house_rules: str) -> Path:
    """Return a working folder with a rule of its own."""
    (here / "jdgen.yaml").write_text(f"rules: {rule_folder(house_rules)}\n", encoding="utf-8")
    return here


def test_dry_run_says_what_it_cannot_show_and_what_could_not_be_mended(
    run: Callable, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("b.md").write_bytes("\ufeffWe flobber.\n".encode("utf-16-le"))
    Path("c.md").write_bytes(b"caf\xe9\nWe flobber.\n")

    code, out, err = run("check", "b.md", "c.md", "--fix", "--dry-run", "-o", "c.diff")

    assert code == 1
    assert out == "c.diff\n"
    assert Path("c.diff").read_bytes().startswith(b"--- c.md\n+++ c.md (fixed)\n@@ -1,2 +1,2 @@\n caf\xe9\n")
    assert "note: b.md is saved as UTF-16" in err


@pytest.mark.usefixtures("b_is_read_only")
def test_what_could_not_be_written_does_not_hide_what_was_mended(run: Callable, folder: Path) -> None:
    for name in ("a.md", "b.md", "c.md"):
        Path(name).write_bytes(b"We flobber.\n")

    code, out, err = run("check", "a.md", "b.md", "c.md", "--fix")

    assert code == 4
    assert "note: mended 1 finding in a.md\nnote: mended 1 finding in c.md\n" in err
    assert "cannot write `b.md`" in err
    assert "b.md:1:4: error: `flobber` is no word of ours" in out


def test_a_word_document_without_the_library_keeps_no_other_file_from_being_checked(
    run: Callable, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "mammoth", None)
    with ZipFile("a.docx", "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    Path("b.md").write_bytes(b"We flobber.\n")

    code, out, err = run("check", ".")

    assert code == 4
    assert "b.md:1:4: error: `flobber` is no word of ours" in out
    assert "a.docx: reading DOCX needs the library mammoth" in err
