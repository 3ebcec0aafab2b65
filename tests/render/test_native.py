import os
import sys
from pathlib import Path

import pytest

from jdgen.render import native

LOADED = [line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines() if "/libc.so" in line]


def test_nothing_is_loaded_where_there_is_no_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JDGEN_NATIVE", str(tmp_path / "none"))

    assert native.load_native_libraries() == ()


def test_files_that_are_no_libraries_are_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "libpango-1.0.so.0").write_text("not a library", encoding="utf-8")
    monkeypatch.setenv("JDGEN_NATIVE", str(tmp_path))

    assert native.load_native_libraries() == ()


@pytest.mark.skipif(not LOADED, reason="no C library to load again")
def test_libraries_of_the_folder_are_loaded_once_each(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "usr" / "lib").mkdir(parents=True)
    (tmp_path / "usr" / "lib" / "libc.so.6").symlink_to(LOADED[0])
    (tmp_path / "usr" / "lib" / "libc.so").symlink_to(LOADED[0])
    monkeypatch.setenv("JDGEN_NATIVE", str(tmp_path))

    assert native.load_native_libraries() == (Path(LOADED[0]).resolve(),)


def test_a_library_that_needs_another_waits_for_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    loaded: list[str] = []

    def load(path: str, *, mode: int) -> None:
        if path.endswith("needs.so") and not loaded:
            raise OSError("libother.so: cannot open shared object file")
        loaded.append(path)

    monkeypatch.setattr(native.ctypes, "CDLL", load)
    monkeypatch.setenv("JDGEN_NATIVE", str(tmp_path))
    for name in ("libneeds.so", "libother.so"):
        (tmp_path / name).touch()

    assert [path.name for path in native.load_native_libraries()] == ["libother.so", "libneeds.so"]


def test_a_mac_searches_the_folders_of_homebrew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("DYLD_FALLBACK_LIBRARY_PATH", "")
    monkeypatch.delenv("DYLD_FALLBACK_LIBRARY_PATH")

    assert native.load_native_libraries() == ()
    assert "/opt/homebrew/lib" in os.environ["DYLD_FALLBACK_LIBRARY_PATH"]
