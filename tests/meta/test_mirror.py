"""The tests mirror the package: who looks for the tests of a module finds them at the same path."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# These folders look at the program as a whole, or from outside, and mirror nothing.
OTHER_FOLDERS = {"cases", "cli", "meta", "packaging", "pages", "properties", "tools"}
# Modules without tests of their own, and where they are tried instead.
TRIED_ELSEWHERE = {
    "model/draft.py": "compose/ makes drafts, and they have no behavior of their own",
    "render/formats.py": "cli/test_export.py",
}
VAGUE_NAMES = {"common.py", "helpers.py", "misc.py", "util.py", "utils.py"}


def modules() -> set[str]:
    """Return the modules of the package, seen from its folder; the command line is tried as a whole, in tests/cli."""
    package = ROOT / "jdgen"
    paths = [path.relative_to(package) for path in package.rglob("*.py") if not path.name.startswith("__")]
    return {str(path) for path in paths if path.parts[0] != "cli"}


def modules_with_tests() -> set[str]:
    """Return the modules that test files are named after, seen from the package's folder."""
    tests = ROOT / "tests"
    paths = [path.relative_to(tests) for path in tests.rglob("test_*.py")]
    mirrored = [path for path in paths if path.parts[0] not in OTHER_FOLDERS]
    return {str(path.with_name(path.name.removeprefix("test_"))) for path in mirrored}


def test_every_test_file_is_named_after_a_module() -> None:
    tested = modules_with_tests()

    assert tested
    assert sorted(tested - modules()) == []


def test_every_module_has_tests() -> None:
    existing, tested = modules(), modules_with_tests()

    assert existing
    assert sorted(existing - tested - TRIED_ELSEWHERE.keys()) == []


def test_no_exception_has_become_needless() -> None:
    assert sorted(TRIED_ELSEWHERE.keys() - (modules() - modules_with_tests())) == []


def test_no_module_has_a_vague_name() -> None:
    names = {Path(module).name for module in modules()}

    assert names
    assert names & VAGUE_NAMES == set()
