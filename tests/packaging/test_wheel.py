"""The wheel holds all that jdgen needs: built, installed clean, and run in another folder with the network blocked."""

# ruff: noqa: S603 - the programs started are this Python and the jdgen that was just installed

import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from jdgen.ingest.docx import INSTALL

ROOT = Path(__file__).resolve().parents[2]
KNOWLEDGE = ("facts", "rules", "specializations", "templates")
# Every start of the clean Python runs this first: a program that asks for the network fails at once.
NO_NETWORK = """
import socket
def refuse(*_arguments, **_keywords):
    raise RuntimeError("this test has no network")
socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse
"""


def must_run(*words: str | Path, folder: Path) -> None:
    """Run a program that the tests need; what it says is shown when it fails."""
    result = subprocess.run([str(word) for word in words], cwd=folder, check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, by way of the source distribution as an index would get it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "hatchling", "build", "--directory", folder)
    must_run(*build, "--target", "sdist", folder=ROOT)
    archive = next(folder.glob("*.tar.gz"))
    must_run("tar", "--extract", "--gzip", f"--file={archive}", folder=folder)
    must_run(*build, "--target", "wheel", folder=folder / archive.name.removesuffix(".tar.gz"))
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def clean_bin(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a new environment without network, and return the folder of its programs.

    The packages jdgen needs are lent by the environment of this test; jdgen itself can only come from the wheel.
    """
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder)
    site = folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    (site / "clean.pth").write_text(f"{sysconfig.get_path('purelib')}\nimport no_network\n", encoding="utf-8")
    (site / "no_network.py").write_text(NO_NETWORK, encoding="utf-8")
    pip = (sys.executable, "-m", "pip", "--python", folder / "bin" / "python", "install")
    must_run(*pip, "--no-index", "--no-deps", wheel, folder=folder)
    return folder / "bin"


def run(program: Path, *words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program of the clean environment in a folder, with nothing of the checkout in its environment."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "JDGEN_NATIVE": str(ROOT / ".tools" / "pango"),
    }
    command = [str(program), *words]
    return subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)


def test_wheel_holds_every_file_of_the_knowledge(wheel: Path) -> None:
    files = {path.relative_to(ROOT) for kind in KNOWLEDGE for path in (ROOT / kind).rglob("*") if path.is_file()}

    shipped = set(zipfile.ZipFile(wheel).namelist())

    assert files
    assert {str(file) for file in files if f"jdgen/_shipped/{file}" not in shipped} == set()


def test_wheel_names_the_extra_that_messages_name(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        facts = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = archive.read(facts).decode("utf-8")

    wanted = re.findall(r"^Requires-Dist: ([a-z0-9]+)[^;\n]*; extra == 'import'$", metadata, re.MULTILINE)
    assert INSTALL == 'pip install "jdgen[import]"'
    assert sorted(wanted) == ["mammoth", "pypdfium2"]


def test_wheel_holds_nothing_of_the_tests(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}

    assert tops == {"jdgen", wheel.name.removesuffix("-py3-none-any.whl") + ".dist-info"}


def test_network_is_blocked(clean_bin: Path, tmp_path: Path) -> None:
    result = run(
        clean_bin / "python", "-c", "import socket; socket.create_connection(('localhost', 9))", folder=tmp_path
    )

    assert "this test has no network" in result.stderr


def test_installed_jdgen_comes_from_the_wheel(clean_bin: Path, tmp_path: Path) -> None:
    result = run(clean_bin / "python", "-c", "import jdgen; print(jdgen.__file__)", folder=tmp_path)

    assert Path(result.stdout.strip()).is_relative_to(clean_bin.parent)


def test_installed_jdgen_renders_its_sample_offline(clean_bin: Path, tmp_path: Path) -> None:
    started = run(clean_bin / "jdgen", "init", "openings", folder=tmp_path)
    rendered = run(clean_bin / "jdgen", "render", "requisition.yaml", folder=tmp_path / "openings")

    assert started.returncode == 0, started.stderr
    assert rendered.returncode == 0, rendered.stderr
    written = [tmp_path / "openings" / line for line in rendered.stdout.splitlines()]
    assert {path.suffix for path in written} >= {".md", ".html", ".pdf"}
    assert all(path.stat().st_size > 0 for path in written)


def test_installed_jdgen_checks_with_its_rules_offline(clean_bin: Path, tmp_path: Path) -> None:
    (tmp_path / "ad.txt").write_text("Candidates under 40 only.\n", encoding="utf-8")

    first, again = (run(clean_bin / "jdgen", "check", "ad.txt", folder=tmp_path) for _ in range(2))

    assert first.returncode == 1, first.stderr
    assert "age.upper-limit" in first.stdout
    assert again.stdout == first.stdout
