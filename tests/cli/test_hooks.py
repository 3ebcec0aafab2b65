"""What other repositories use of ours: the hook for pre-commit, and the action for GitHub."""

# ruff: noqa: S603 - the program started is bash, with the script of the action

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
BAD = "---\npay: 30/hour\n---\n\n# Nurse\n\nApplicants must be under 35. Recent graduates only. <!-- jdgen: allow stigma -->\n"


@pytest.fixture
def step(here: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a function that runs the script of the action's second step, with inputs, where the first would have put jdgen."""
    bash = shutil.which("bash")
    if not bash:
        pytest.skip("there is no bash")
    runner = here.parent / "runner"
    (runner / "jdgen" / "bin").mkdir(parents=True)
    (runner / "jdgen" / "bin" / "jdgen").symlink_to(Path(sys.executable).parent / "jdgen")
    (here / "postings").mkdir()
    (here / "postings" / "a b.md").write_text(BAD, encoding="utf-8")

    def run(**inputs: str) -> subprocess.CompletedProcess[str]:
        given = {name: str(details["default"]) for name, details in ACTION["inputs"].items()} | inputs
        second = ACTION["runs"]["steps"][1]
        values = {
            name: given[re.fullmatch(r"\$\{\{ inputs\.([\w-]+) }}", text)[1]] for name, text in second["env"].items()
        }  # type: ignore[index] - else the action is wrong
        environment = os.environ | values | {"RUNNER_TEMP": str(runner)}
        words = [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", second["run"]]
        return subprocess.run(words, cwd=here, env=environment, check=False, capture_output=True, text=True)

    return run


def wanted(path: str) -> bool:
    """Say whether pre-commit would hand the file to the hook."""
    return bool(re.search(HOOK["files"], path)) and not re.search(HOOK["exclude"], path)


def test_the_hook_names_a_command_that_runs(run: Callable, here: Path) -> None:
    Path("a.md").write_text("Applicants must be under 35. Recent graduates only.\n", encoding="utf-8")
    program, *words = HOOK["entry"].split()

    code, out, err = run(*words, "a.md")

    assert (program, HOOK["language"]) == ("jdgen", "python")
    assert (code, err) == (1, "")
    assert "a.md:1:" in out


@pytest.mark.parametrize(
    "path", ["jobs/a.md", "hr/Job Descriptions/nurse.html", "postings/2026/a.txt", "x/careers/a.md"]
)
def test_the_hook_looks_at_postings(path: str) -> None:
    assert wanted(path)


@pytest.mark.parametrize("path", ["README.md", "docs/a.md", "jobs/README.md", "postings/CHANGELOG.md", "objobs/a.md"])
def test_the_hook_leaves_everything_else_alone(path: str) -> None:
    assert not wanted(path)


def test_the_action_takes_no_input_into_a_script() -> None:
    """A value written into a script could hold commands."""
    scripts = [step["run"] for step in ACTION["runs"]["steps"]]

    assert len(scripts) == 2
    assert [script for script in scripts if "${{" in script] == []


def test_the_action_installs_itself() -> None:
    assert '"$GITHUB_ACTION_PATH[import]"' in ACTION["runs"]["steps"][0]["run"]
    assert ACTION["runs"]["using"] == "composite"
    assert all(details["description"] for details in ACTION["inputs"].values())


def test_the_action_annotates_and_fails(step: Callable[..., Any]) -> None:
    done = step()

    assert done.returncode == 1, done.stderr
    assert "::error file=postings/a b.md,line=7," in done.stdout
    assert "::warning file=postings/a b.md,line=7," in done.stdout


def test_the_action_fails_as_told(step: Callable[..., Any]) -> None:
    assert step(**{"fail-on": "never"}).returncode == 0


def test_the_action_hands_on_states_and_channels(step: Callable[..., Any]) -> None:
    known = step(states="CO, New York", channels="google, indeed", **{"fail-on": "never"})
    unknown = step(states="CO, Atlantis")

    assert (known.returncode, known.stderr) == (0, "")
    assert unknown.returncode == 2
    assert "Atlantis` is not a state" in unknown.stderr


def test_the_action_takes_several_files_and_no_option_among_them(step: Callable[..., Any], here: Path) -> None:
    (here / "fine.md").write_text("We help people find housing.\n", encoding="utf-8")

    done = step(files="fine.md\npostings\n\n--help\n")

    assert done.returncode == 3
    assert "jdgen checked 2 files" in done.stdout
    assert "--help" in done.stderr


def test_the_action_writes_sarif_beside_the_annotations(step: Callable[..., Any], here: Path) -> None:
    done = step(sarif="jdgen.sarif", files='postings\n$(touch "$HOME/no")\n`touch no`\n--help')

    results = json.loads((here / "jdgen.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert done.returncode == 3
    assert results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "postings/a%20b.md"
    assert "::error file=postings/a b.md" in done.stdout
    assert not (here / "no").exists()
