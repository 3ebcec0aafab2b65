"""Requisitions → postings, whole. Each folder of `tests/cases/render` is a case: a requisition, and the posting of each template.

A folder named after a sample of `jdgen init` has no requisition of its own: it is that of the sample.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from jdgen.load.project import open_workspace
from jdgen.pipeline.samples import SAMPLES

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases" / "render"
FOLDERS = sorted(path.name for path in CASES.iterdir() if path.is_dir())


def requisition_of(case: str) -> Path:
    """Return the requisition of a case."""
    return (ROOT / "templates" / "init" if case in SAMPLES else CASES) / case / "requisition.yaml"


PAIRS = [
    (case, template)
    for case in FOLDERS
    for template in open_workspace(requisition_of(case).parent).search.names("templates")
]


def test_the_cases_hold_both_samples_and_many_specializations() -> None:
    words = {word for case in FOLDERS for word in requisition_of(case).read_text(encoding="utf-8").split()}

    assert set(SAMPLES) <= set(FOLDERS)
    assert {"geriatric", "hospital", "mental-health", "rn", "substance-use"} <= words
    assert "extends: psychiatric" in (CASES / "changed-profile/specializations/act.yaml").read_text(encoding="utf-8")


@pytest.fixture
def render(run: Callable, monkeypatch: pytest.MonkeyPatch) -> Callable:
    """Return a function that renders a case by a template, beside its requisition."""

    def go(case: str, template: str) -> tuple[int, str, str]:
        monkeypatch.chdir(requisition_of(case).parent)
        result = run("render", "requisition.yaml", "-t", template, "-f", "md", "--date", "2026-11-22", "-o", "-")
        return tuple(result)

    return go


@pytest.mark.parametrize(("case", "template"), PAIRS)
def test_posting(render: Callable, assert_matches_file: Callable, case: str, template: str) -> None:
    code, out, _ = render(case, template)

    assert code == 0
    assert_matches_file(CASES / case / f"{template}.md", out)


@pytest.mark.parametrize("case", FOLDERS)
def test_warnings(render: Callable, assert_matches_file: Callable, case: str) -> None:
    """Say what the posting and the internal job description had to leave out."""
    said = [f"{template}:\n{render(case, template)[2]}" for template in ("posting", "internal")]

    assert_matches_file(CASES / case / "warnings.txt", "\n".join(said))
