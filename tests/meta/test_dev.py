"""`dev.py`: what it says to an old Python, how its set-up repairs itself, and what its lock promises."""

# ruff: noqa: S603 - the programs started are this Python and dev.py

import ast
import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def load_dev() -> ModuleType:
    """Return dev.py as a module; it is in no package."""
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return dev.py as a module at work in an empty checkout, where creating an environment makes one folder."""
    module = load_dev()

    def make_little(*words: str | Path, **_environment: str) -> None:
        if "venv" in words:
            (tmp_path / ".venv" / "bin").mkdir(parents=True)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "run_quietly", make_little)
    monkeypatch.setattr(module, "find_pip", lambda: Path("pip.whl"))
    monkeypatch.setattr(module, "has_pango", lambda: True)
    (tmp_path / "requirements.lock").write_text("click==8\n", encoding="utf-8")
    return module


def refuse(*_words: str | Path, **_environment: str) -> None:
    """Stand in for a program that must not be started."""
    raise AssertionError("a finished set-up starts nothing")


def test_old_python_gets_one_sentence() -> None:
    lie = "import sys, runpy; sys.version_info = (3, 9, 18, 'final', 0); runpy.run_path('dev.py', run_name='__main__')"

    result = subprocess.run([sys.executable, "-c", lie], cwd=ROOT, capture_output=True, text=True, check=False)

    assert result.returncode == 4
    assert result.stderr.startswith("jdgen needs Python 3.11 or newer; this is 3.9.18.")
    assert result.stderr.count("\n") == 1


def test_old_python_can_parse_the_file() -> None:
    text = (ROOT / "dev.py").read_text(encoding="utf-8")

    ast.parse(text, feature_version=(3, 6))


def test_first_set_up_makes_the_environment(dev: ModuleType) -> None:
    dev.set_up()

    assert dev.is_environment_ready()


def test_finished_set_up_starts_nothing_again(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    dev.set_up()
    monkeypatch.setattr(dev, "run_quietly", refuse)

    dev.set_up()

    assert dev.is_environment_ready()


def test_half_made_environment_is_made_again(
    dev: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    leftover = tmp_path / ".venv" / "lib" / "half-a-package.py"
    leftover.parent.mkdir(parents=True)
    leftover.touch()

    dev.set_up()

    assert not leftover.exists()
    assert dev.is_environment_ready()
    assert "unfinished or out of date; making it again" in capsys.readouterr().err


def test_changed_lock_makes_the_environment_again(dev: ModuleType, tmp_path: Path) -> None:
    dev.set_up()
    (tmp_path / "requirements.lock").write_text("click==9\n", encoding="utf-8")
    (tmp_path / ".venv" / "old").touch()

    dev.set_up()

    assert not (tmp_path / ".venv" / "old").exists()
    assert dev.is_environment_ready()


def test_failed_installation_leaves_no_finished_environment(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    make_little = dev.run_quietly

    def fail_at_packages(*words: str | Path, **environment: str) -> None:
        make_little(*words, **environment)
        if "pip install" in str(words[0]):
            raise dev.SetUpError("no network")

    monkeypatch.setattr(dev, "run_quietly", fail_at_packages)

    with pytest.raises(
        dev.SetUpError, match=r"no network\nThe packages could not be installed\. Is this machine online"
    ):
        dev.set_up()

    assert not dev.is_environment_ready()


def test_missing_pango_is_explained_and_stops_nothing(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_words: str | Path, **_environment: str) -> None:
        raise dev.SetUpError("`apt-get` does not start: No such file or directory.")

    monkeypatch.setattr(dev, "has_pango", lambda: False)
    monkeypatch.setattr(dev, "run_quietly", fail)

    dev.provide_pango()

    said = capsys.readouterr().err
    assert "`apt-get` does not start" in said
    assert "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in said


def test_interrupted_task_ends_with_a_sentence(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt() -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(dev.TASKS, "demo", interrupt)

    code = dev.main(["demo"])

    assert code == 130
    assert capsys.readouterr().err.endswith("Stopped. The same command takes up the work again.\n")


def test_failing_program_is_reported_with_its_last_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = load_dev()
    (tmp_path / ".tools").mkdir()
    monkeypatch.chdir(tmp_path)

    with pytest.raises(module.SetUpError, match=r"(?s)failed; its last words were:.*no such thing"):
        module.run_quietly(sys.executable, "-c", "import sys; sys.exit('no such thing')")


def test_no_task_prints_the_tasks(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    code = dev.main([])

    assert code == 0
    listed = re.findall(r"^  (\w+) ", capsys.readouterr().out, re.MULTILINE)
    assert listed == ["demo", "test", "check", "fix", "cases", "docs", "bench", "lock", "bare"]


@pytest.mark.parametrize("words", [["tset"], ["demo", "--fast"]])
def test_unknown_task_is_wrong_usage(dev: ModuleType, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code = dev.main(words)

    assert code == 2
    assert f"There is no task `{' '.join(words)}`." in capsys.readouterr().err


def test_every_locked_package_has_a_hash() -> None:
    entries = re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE)[1:]

    assert len(entries) > 40
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_lock_names_no_host() -> None:
    found = re.findall(r"https?://\S+|\S+\.(?:org|com|io|net)\b", LOCK)

    assert found == []


def test_lock_covers_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = {re.split(r"[<>=;\[ ]", requirement)[0].lower() for requirement in asked}
    locked = set(re.findall(r"^([a-z0-9.-]+)==", LOCK, re.MULTILINE))

    assert len(names) > 10
    assert names - locked == set()


def test_the_check_looks_at_every_fact(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    monkeypatch.setattr(dev, "run", lambda command, *_words: int(bool(ran.append(command)) or "review" in command))
    monkeypatch.setattr(dev, "documents", list)

    code = dev.check()

    assert "python -m jdgen.cli.review" in ran
    assert code == 1


def test_the_review_fails_on_a_fact_without_source(tmp_path: Path) -> None:
    (tmp_path / "jdgen.yaml").touch()
    (tmp_path / "facts").mkdir()
    text = (ROOT / "facts" / "outlook.yaml").read_text(encoding="utf-8")
    without = re.sub(r"    source:.*\n(?:      .*\n)*", "", text, count=1)
    (tmp_path / "facts" / "outlook.yaml").write_text(without, encoding="utf-8")

    result = subprocess.run(
        [sys.executable, "-m", "jdgen.cli.review"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert result.returncode == 1
    assert "missing `source`" in result.stderr
