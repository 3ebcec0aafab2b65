# ruff: noqa: S603 - the program started is this Python

import ctypes.util
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from jdgen.render import weasyprint_start
from jdgen.render.weasyprint_start import fonts_from, quick_import


def run(source: str) -> str:
    return subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True).stdout


def test_heavy_parts_of_fonttools_stay_out_until_they_are_used() -> None:
    source = """
import sys
from jdgen.render import weasyprint_start
from jdgen.render.weasyprint_start import quick_import
with quick_import():
    import weasyprint.pdf.fonts as fonts
print("fontTools.subset" in sys.modules, "fontTools.varLib.instancer" in sys.modules)
print(fonts.subset.Options().hinting, "fontTools.subset" in sys.modules)
try:
    fonts.instantiateVariableFont(None, {})
except TypeError:
    print("fontTools.varLib.instancer" in sys.modules)
"""
    assert run(source).split() == ["False", "False", "True", "True", "True"]


def test_a_stand_in_loads_the_real_module_at_its_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint_start, "_LATE", {"colorsys": ("rgb_to_hls",)})
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)

    with quick_import():
        late = import_module("colorsys")
        assert not hasattr(late, "__path__")

    assert "colorsys" not in sys.modules
    assert late.ONE_THIRD == 1 / 3
    assert "colorsys" in sys.modules
    assert late.rgb_to_hls(0, 0, 1) == (2 / 3, 0.5, 1.0)


def test_an_unknown_release_gets_the_plain_import() -> None:
    source = """
import sys
from jdgen.render import weasyprint_start
weasyprint_start._KNOWN_RELEASE = "69."
with weasyprint_start.quick_import():
    import weasyprint
print("fontTools.subset" in sys.modules)
"""
    assert run(source).split() == ["True"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere libraries are searched as usual")
def test_no_library_is_searched_inside_the_block_and_again_after_it() -> None:
    search = ctypes.util.find_library

    with quick_import():
        assert ctypes.util.find_library("c") is None

    assert ctypes.util.find_library is search


def test_the_block_keeps_stdout_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    with quick_import():
        sys.stdout.write("banner")

    assert capsys.readouterr().out == ""


def test_elsewhere_libraries_are_searched_as_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    search = ctypes.util.find_library

    with quick_import():
        assert ctypes.util.find_library is search


def test_the_font_settings_hold_inside_the_block_only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "before")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)

    with fonts_from(tmp_path / "fonts.conf"):
        inside = os.environ["FONTCONFIG_FILE"], "XDG_CACHE_HOME" in os.environ

    assert inside == (str(tmp_path / "fonts.conf"), True)
    assert (os.environ["FONTCONFIG_FILE"], "XDG_CACHE_HOME" in os.environ) == ("before", False)
