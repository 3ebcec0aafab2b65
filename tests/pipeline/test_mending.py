"""Repairs in files: all that can be made, round by round, and none in a file that is not what was checked."""

import subprocess
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from datetime import date
from pathlib import Path
from shutil import which

import pytest

from jdgen.errors import InputError
from jdgen.load.project import Workspace, open_workspace
from jdgen.load.search import Folder, SearchPath, shipped_folder
from jdgen.model.document import Format
from jdgen.pipeline import mending
from jdgen.pipeline.check import AuditOptions, check_files
from jdgen.pipeline.mending import difference, mend, repairs

OPTIONS = AuditOptions(day=date(2026, 11, 22))
RULES = """family: house
rules:
  - id: house.flibber
    category: style
    severity: warning
    evidence: style
    message: "`{matched}` is no word of ours"
    why: The house has other words.
    suggestions: [Write another word]
    checked: 2026-11-22
    terms: [flibbergast, flobber, wibble]
    replacements: {flibbergast: flobber, flobber: surprise}
    tests:
      fires: [We flibbergast them., They flobber., A wibble.]
      silent: [We surprise them.]
"""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Return a working folder with one rule, whose repairs follow from one another; with the shipped ones, each test would take seconds."""
    monkeypatch.chdir(tmp_path)
    for name in ("rules", "tables"):
        (tmp_path / name).mkdir()
    (tmp_path / "rules" / "house.yaml").write_text(RULES, encoding="utf-8")
    for table in (shipped_folder() / "rules").glob("_*.yaml"):
        (tmp_path / "tables" / table.name).write_bytes(table.read_bytes())
    opened = open_workspace(tmp_path)
    rules = (Folder(tmp_path / "rules", "project"), Folder(tmp_path / "tables", "shipped"))
    return opened._replace(search=SearchPath({**opened.search.folders, "rules": rules}))


def test_a_repair_is_known_before_anything_is_written(workspace: Workspace) -> None:
    Path("a.md").write_bytes(b"We flobber.\r\n")

    (repair,) = repairs(check_files(["a.md"], workspace, OPTIONS))

    assert (repair.path, repair.before, repair.after, repair.number) == (
        "a.md", "We flobber.\r\n", "We surprise.\r\n", 1,
    )  # fmt: skip
    assert Path("a.md").read_bytes() == b"We flobber.\r\n"


def test_a_difference_names_the_file_and_shows_the_lines(workspace: Workspace) -> None:
    Path("a.md").write_bytes("one\u2028two\n\nWe flobber.".encode())

    (repair,) = repairs(check_files(["a.md"], workspace, OPTIONS))

    assert difference(repair).patch.decode() == (
        "--- a.md\n+++ a.md (fixed)\n@@ -1,3 +1,3 @@\n one\u2028two\n \n-We flobber.\n\\ No newline at end of file\n"
        "+We surprise.\n\\ No newline at end of file\n"
    )


@pytest.mark.skipif(which("patch") is None, reason="there is no `patch` on this machine")
@pytest.mark.parametrize(
    ("mark", "encoding"), [(b"", "utf-8"), (BOM_UTF8, "utf-8"), (b"", "cp1252")], ids=["plain", "mark", "cp1252"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_difference_applies_to_the_file_as_it_is_saved(
    workspace: Workspace, mark: bytes, encoding: str, end: str
) -> None:
    Path("a.md").write_bytes(mark + f"Café “A”{end}We flobber.{end}Olé".encode(encoding))
    (repair,) = repairs(check_files(["a.md"], workspace, OPTIONS))

    patch = [str(which("patch")), "--fuzz=0", "--binary", "a.md"]
    done = subprocess.run(patch, input=difference(repair).patch, capture_output=True, check=False)  # noqa: S603 - a program we looked up

    assert (done.returncode, done.stdout) == (0, b"patching file a.md\n")
    assert Path("a.md").read_bytes() == mark + f"Café “A”{end}We surprise.{end}Olé".encode(encoding)


@pytest.mark.parametrize("mark", [BOM_UTF16_LE, BOM_UTF16_BE])
def test_to_a_file_in_utf_16_no_difference_applies_and_it_says_so(workspace: Workspace, mark: bytes) -> None:
    Path("a.md").write_bytes(mark + "We flobber.\n".encode("utf-16-le" if mark == BOM_UTF16_LE else "utf-16-be"))
    (repair,) = repairs(check_files(["a.md"], workspace, OPTIONS))

    patch, note = difference(repair)

    assert patch == b""
    assert note.startswith("a.md is saved as UTF-16")


def test_a_difference_that_could_not_be_written_back_is_refused(workspace: Workspace) -> None:
    Path("a.md").write_bytes(b"We flobber.\n")
    (repair,) = repairs(check_files(["a.md"], workspace, OPTIONS))
    Path("a.md").write_bytes(b"We flobber now.\n")

    with pytest.raises(InputError, match="not what was checked"):
        difference(repair)


def test_repairs_that_follow_from_one_another_are_all_made(workspace: Workspace) -> None:
    Path("a.md").write_bytes(b"\xef\xbb\xbfWe flibbergast.\r\n")

    checked, mended = mend(["a.md"], workspace, OPTIONS)

    assert Path("a.md").read_bytes() == b"\xef\xbb\xbfWe surprise.\r\n"
    assert mended == {"a.md": 2}
    assert [finding.rule for finding in checked.reports[0].findings if finding.rule == "house.flibber"] == []


def test_a_second_time_there_is_nothing_to_do(workspace: Workspace) -> None:
    Path("a.md").write_bytes(b"We flibbergast, we wibble.\n")
    mend(["a.md"], workspace, OPTIONS)
    once = Path("a.md").read_bytes()

    checked, mended = mend(["a.md"], workspace, OPTIONS)

    assert (mended, Path("a.md").read_bytes()) == ({}, once)
    assert "wibble" in {finding.matched for finding in checked.reports[0].findings}


def test_what_the_file_allows_is_not_mended(workspace: Workspace) -> None:
    text = b"We flobber. <!-- jdgen: allow house because it is our name -->\n"
    Path("a.md").write_bytes(text)

    _, mended = mend(["a.md"], workspace, OPTIONS)

    assert (mended, Path("a.md").read_bytes()) == ({}, text)


def test_rules_that_undo_each_other_come_to_an_end(workspace: Workspace) -> None:
    rules = RULES.replace("flobber: surprise", "flobber: flibbergast")
    Path("rules/house.yaml").write_text(rules, encoding="utf-8")
    Path("a.md").write_bytes(b"We flobber.\n")

    _, mended = mend(["a.md"], workspace, OPTIONS)

    assert mended == {"a.md": 5}


def test_a_file_that_cannot_be_written_back_is_a_problem_and_the_rest_is_mended(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.md").write_bytes(b"We flobber.\n")
    Path("b.md").write_bytes(b"We flobber.\n")
    real = mending.check_files

    def and_somebody_edits(*words: object) -> object:
        checked = real(*words)  # type: ignore[arg-type] - handed on as they come
        Path("a.md").write_bytes(b"Somebody else was here, and will flobber.\n")
        return checked

    monkeypatch.setattr(mending, "check_files", and_somebody_edits)

    checked, mended = mend(["a.md", "b.md"], workspace, OPTIONS)

    assert mended == {"b.md": 1}
    assert Path("a.md").read_bytes() == b"Somebody else was here, and will flobber.\n"
    assert [problem.where.path for problem in checked.problems if problem.where] == ["a.md"]


@pytest.mark.usefixtures("b_is_read_only")
def test_a_folder_without_the_right_to_write_keeps_no_other_file_from_being_mended(workspace: Workspace) -> None:
    for name in ("a.md", "b.md", "c.md"):
        Path(name).write_bytes(b"We flobber.\n")

    checked, mended = mend(["a.md", "b.md", "c.md"], workspace, OPTIONS)

    assert mended == {"a.md": 1, "c.md": 1}
    assert [problem.message for problem in checked.problems] == ["cannot write `b.md`"]
    assert len(checked.reports) == 3


def test_a_docx_or_a_pdf_is_never_mended(workspace: Workspace) -> None:
    Path("a.md").write_bytes(b"We flobber.\n")
    checked = check_files(["a.md"], workspace, OPTIONS)
    forms: tuple[Format, ...] = ("docx", "pdf", "jsonld", "markdown")

    mendable = {
        form: repairs(checked._replace(documents=(checked.documents[0]._replace(format=form),))) for form in forms
    }

    assert [form for form in forms if mendable[form]] == ["markdown"]
