"""What the guide to `jdgen check` shows is what jdgen prints, and its settings and comments are read as it says."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from jdgen.audit.allow import find_allowances

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "guides" / "check-a-posting.md").read_text(encoding="utf-8")
FORMATS = re.findall(r"^\| `(\w+)` \|", GUIDE.partition("## Choose a format")[2].partition("\n## ")[0], re.MULTILINE)


def example(name: str) -> str:
    """Return the block that stands under a marker."""
    found = re.search(rf"<!-- example: {name} -->\n```\w*\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert found, f"the guide has no example {name}"
    return found[1]


def test_the_report_is_that_of_jdgen(run: Callable, here: Path) -> None:
    (here / "ad.txt").write_text(example("ad"), encoding="utf-8")

    code, out, err = run("check", "ad.txt")

    assert (code, err) == (1, "")
    assert example("finding") in out
    assert "ad.txt:4:" not in out


def test_the_settings_are_read(run: Callable, here: Path) -> None:
    (here / "jdgen.yaml").write_text(example("settings"), encoding="utf-8")
    (here / "ad.txt").write_text(example("ad"), encoding="utf-8")

    out = run("check", "ad.txt", "--format", "json").out

    severities = {found["rule"]: found["severity"] for found in json.loads(out)["files"][0]["findings"]}
    assert severities["age.recent-graduate"] == "warning"


def test_the_comments_allow_something() -> None:
    allowances = find_allowances(GUIDE, [])

    assert len(allowances) == 1
    assert [one.mistake for one in allowances] == [""]
    assert allowances[0].until is not None


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_of_the_guide_is_known(run: Callable, here: Path, form: str) -> None:
    (here / "ad.txt").write_text(example("ad"), encoding="utf-8")

    assert run("check", "ad.txt", "--format", form, "--fail-on", "never").code == 0


def test_the_guide_names_every_format(run: Callable) -> None:
    assert f"[{'|'.join(sorted(FORMATS))}]" == "[github|html|json|sarif|text]"
    assert all(form in run("check", "--help").out for form in FORMATS)
