"""Modules stay small enough to read in one sitting; ruff holds the limits within a module."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 350


def test_no_module_is_too_long() -> None:
    modules = [ROOT / "dev.py", *(path for top in ("jdgen", "tests", "bench") for path in (ROOT / top).rglob("*.py"))]

    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in modules}

    assert len(lengths) > 20
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}
