# ruff: noqa: S603 - the program started is this Python
"""How the program starts and ends; what the commands do has tests of its own."""

import os
import subprocess
import sys
from pathlib import Path

_PLUGIN = """
print("a plug-in runs")

class Plugin:
    def new_schema_validator(self, *values, **named):
        return None, None, None

plugin = Plugin()
"""
_BUILDS_A_MODEL = "from pydantic import TypeAdapter; from jdgen.model.project import Project; TypeAdapter(Project)"


def run(source: str, folder: Path | None = None) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYDANTIC_DISABLE_PLUGINS"}
    if folder:
        environment["PYTHONPATH"] = str(folder)
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=False, env=environment)
    return done.stdout + done.stderr


def test_no_plug_in_of_another_package_runs_inside(tmp_path: Path) -> None:
    """Pydantic would load whatever any installed package names as its plug-in."""
    (tmp_path / "foreign.py").write_text(_PLUGIN, encoding="utf-8")
    metadata = tmp_path / "foreign-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: foreign\nVersion: 1.0\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text("[pydantic]\nforeign = foreign:plugin\n", encoding="utf-8")
    as_program = f"""
import sys
from jdgen.cli.main import main
sys.argv = ["jdgen", "--help"]
try:
    main()
except SystemExit:
    {_BUILDS_A_MODEL}
"""

    assert "a plug-in runs" in run(_BUILDS_A_MODEL, tmp_path)
    assert "a plug-in runs" not in run(as_program, tmp_path)


def test_the_end_comes_after_everybody_has_tidied_up_and_without_taking_memory_apart(tmp_path: Path) -> None:
    source = f"""
import atexit, sys
from jdgen.__main__ import main

class Kept:
    def __del__(self):
        print("taken apart")

kept = Kept()
kept.itself = kept
atexit.register(lambda: print("tidied up"))
sys.argv = ["jdgen", "show", "{"x" * 20}"]
main()
"""
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=False, cwd=tmp_path)

    assert (done.stdout, done.returncode) == ("tidied up\n", 2)
    assert "is not" in done.stderr


def test_a_program_that_goes_on_after_the_end_is_not_cut_off() -> None:
    source = "import sys; from jdgen.__main__ import main; sys.argv = ['jdgen', '--version']; import atexit; atexit.register(print, 'still here')"

    assert run(source) == "still here\n"


def test_what_cannot_be_written_at_the_end_is_said() -> None:
    source = "import atexit, sys; from jdgen.__main__ import main; sys.argv = ['jdgen', 'no-command']; atexit.register(sys.stdout.write, 'late'); main()"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", source], stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=environment
        )

    assert done.returncode not in {0, 1, 2}
    assert "No space left" in done.stderr
