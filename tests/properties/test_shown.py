"""Whatever `jdgen list` names, `jdgen show` shows: all the specializations, facts, places, rules and templates there are."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from jdgen.cli.main import cli
from jdgen.load.project import open_workspace
from jdgen.pipeline.catalog import CATALOGS

ROOT = Path(__file__).resolve().parents[2]
SAID = {"rn": "note: `rn` is also one of the licenses: `jdgen show licenses/rn`\n"}


@pytest.fixture
def show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Result]:
    """Return a function that runs `jdgen show` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda name: CliRunner().invoke(cli, ["show", name], prog_name="jdgen")


@pytest.mark.parametrize("what", [what for what in CATALOGS if what != "formats"])
@pytest.mark.usefixtures("rules_read_once")
def test_whatever_is_listed_can_be_shown(show: Callable[[str], Result], what: str) -> None:
    names = [str(row["id"]) for row in CATALOGS[what](open_workspace(ROOT))]

    shown = {name: show(name) for name in names}

    assert names
    ends = {name: (one.exit_code, one.stderr) for name, one in shown.items()}
    assert {name: end for name, end in ends.items() if end != (0, SAID.get(name, ""))} == {}
    assert [name for name, one in shown.items() if len(one.stdout) <= 40] == []
    if what != "templates":
        read = {name: yaml.load(one.stdout, yaml.CSafeLoader) for name, one in shown.items()}
        assert [name for name, data in read.items() if not isinstance(data, dict)] == []
