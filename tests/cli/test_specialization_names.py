"""Specializations named as people write them, in `render`."""

from collections.abc import Callable
from pathlib import Path


def test_a_title_people_write_becomes_the_id_with_a_note(run: Callable, sample: Path) -> None:
    code, out, err = run("render", "-s", "RN CM", "-e", "employer.yaml", "-f", "md", "-o", "-")

    assert code == 0
    assert "note: `RN CM` means `rn` (Registered nurse case manager)\n" in err
    assert "specialization: rn\n" in out


def test_a_title_in_a_requisition_is_understood_and_its_changes_reach_the_profile(run: Callable, sample: Path) -> None:
    (sample / "a.yaml").write_text("specialization: Geratric CM\nprofile: {title: Boss}\n", encoding="utf-8")

    code, out, err = run("render", "a.yaml", "-f", "md", "-o", "-")

    assert code == 0
    assert "note: `Geratric CM` means `geriatric` (Geriatric case manager)\n" in err
    assert "specialization: geriatric\n" in out
    assert "# Boss\n" in out


def test_an_exact_id_needs_no_note(run: Callable, sample: Path) -> None:
    assert "note:" not in run("render", "-s", "rn", "-f", "md", "-o", "-").err


def test_an_unknown_kind_becomes_general_only_when_told_to(run: Callable, sample: Path) -> None:
    refused = run("render", "-s", "dog walker", "-f", "md", "-o", "-")
    told = run("render", "-s", "dog walker", "--or-general", "-f", "md", "-o", "-")
    unclear = run("render", "-s", "probation", "--or-general", "-f", "md", "-o", "-")

    assert (refused.code, told.code, unclear.code) == (2, 0, 2)
    assert "note: `dog walker` is like no specialization, so it becomes `general`\n" in told.err
    assert "specialization: general\n" in told.out
