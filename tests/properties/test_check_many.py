"""Many files, which several processes share."""

from datetime import date
from pathlib import Path

import pytest

from jdgen.pipeline import check, executors
from jdgen.pipeline.check import AuditOptions, check_files, open_to_check


def test_many_files_are_checked_by_several_processes_like_a_few_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be read is said too, and all comes in the order of the names."""
    for number in range(40):
        (tmp_path / f"{number:02}.md").write_text(f"# Nurse {number}\n\nNo felons over {20 + number}.\n", "utf-8")
    paths = [*map(str, sorted(tmp_path.iterdir())), str(tmp_path / "gone.md"), "-", str(tmp_path / "old.xlsx")]
    workspace, options = open_to_check(tmp_path), AuditOptions(date(2026, 11, 23))
    monkeypatch.setattr(executors, "_processors", lambda: 2)

    many = check_files(paths, workspace, options, stdin=b"# Nurse\n\nNo felons.\n")
    monkeypatch.setattr(check, "_MANY", len(paths) + 1)
    monkeypatch.setattr(executors, "each", None)
    few = check_files(paths, workspace, options, stdin=b"# Nurse\n\nNo felons.\n")

    assert [document.path for document in many.documents] == [*paths[:40], "-"]
    assert [str(problem) for problem in many.problems] == [str(problem) for problem in few.problems]
    assert len(many.problems) == 2
    assert (many.reports, many.cards) == (few.reports, few.cards)
