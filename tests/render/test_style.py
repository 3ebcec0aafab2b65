# ruff: noqa: RUF001 - the signs are meant

import base64
import io
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from jdgen.errors import UsageError
from jdgen.render.brand import palette
from jdgen.render.style import font_settings, paper_style, screen_style

EXPECTED = set("ABCxyz019 $%&@’“”–—•…≥≤→½éñłŁőŞşčž€™°±×÷·«»ß")
FALLBACK = set("אבגשםלصظبتءائ醫院個案管理師雪松岭社区さくらサ総合병원안녕☐✓★②ΩλЖяơế")


def faces(style: str) -> list[TTFont]:
    return [
        TTFont(io.BytesIO(base64.b64decode(data))) for data in re.findall(r"data:font/woff2;base64,([^\"]+)", style)
    ]


def test_the_screen_style_carries_fonts_and_colors_for_light_and_dark(templates: tuple[Path, ...]) -> None:
    style = screen_style(palette("#ffd200"), folders=templates)

    assert "--accent: #ffd200; --ink: #000000; --brand: #8a7100; --tint: #fffced" in style
    assert "@media (prefers-color-scheme: dark) { :root { --brand: #ffd200" in style
    assert [font["OS/2"].usWeightClass for font in faces(style)] == [400, 600]


def test_the_screen_fonts_hold_what_american_postings_use(templates: tuple[Path, ...]) -> None:
    for font in faces(screen_style(palette(None), folders=templates)):
        assert EXPECTED - {chr(code) for code in font.getBestCmap()} == set()


def test_the_declared_characters_of_the_screen_fonts_are_in_them(templates: tuple[Path, ...]) -> None:
    style = screen_style(palette(None), folders=templates)
    match = re.search(r"unicode-range: ([^}]+) }", style)
    assert match is not None
    declared = set()
    for span in match[1].split(", "):
        first, _, last = span.removeprefix("U+").partition("-")
        declared |= set(range(int(first, 16), int(last or first, 16) + 1))

    for font in faces(style):
        assert declared - set(font.getBestCmap()) == set()


def test_a_font_folder_without_screen_fonts_gives_none(templates: tuple[Path, ...], tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "fonts.conf").write_text("<fontconfig/>", encoding="utf-8")

    assert "@font-face" not in screen_style(palette(None), folders=(tmp_path, *templates))


def test_the_paper_style_names_the_paper_and_no_fonts_to_load(templates: tuple[Path, ...]) -> None:
    style = paper_style(palette(None), folders=templates, paper="a4")

    assert style.startswith("@page { size: a4 }")
    assert "@font-face" not in style
    assert "counter(pages)" in style


def test_an_override_of_the_style_sheet_wins(templates: tuple[Path, ...], tmp_path: Path) -> None:
    (tmp_path / "page.css").write_text("p { color: black }", encoding="utf-8")

    assert screen_style(palette(None), folders=(tmp_path, *templates)).endswith("p { color: black }")


def test_a_missing_style_sheet_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"fonts/fonts\.conf"):
        screen_style(palette(None), folders=(tmp_path,))


def test_the_paper_fonts_hold_other_scripts_too(templates: tuple[Path, ...]) -> None:
    folder = font_settings(templates).parent / "paper"
    held = {chr(code) for path in folder.iterdir() for code in TTFont(path).getBestCmap()}

    assert (EXPECTED | FALLBACK) - held == set()


def test_every_font_has_its_license_beside_it(templates: tuple[Path, ...]) -> None:
    folder = font_settings(templates).parent
    fonts = [*(folder / "paper").iterdir(), *(folder / "screen").iterdir()]
    licenses = "".join(path.read_text(encoding="utf-8") for path in folder.glob("LICENSE-*.txt"))

    assert len(fonts) >= 10
    assert sum(path.stat().st_size for path in fonts) < 4_300_000
    for path in fonts:
        assert path.name in licenses


def test_no_font_uses_a_reserved_name_without_being_the_original(templates: tuple[Path, ...]) -> None:
    """Source is a reserved font name: what was cut down must carry another."""
    for path in (font_settings(templates).parent / "screen").iterdir():
        assert "Source" not in (TTFont(path)["name"].getDebugName(1) or "")


def test_the_fonts_come_with_their_licenses() -> None:
    fonts = Path(__file__).parents[2] / "templates" / "fonts"

    for name in ("LICENSE-noto.txt", "LICENSE-source-sans.txt"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (fonts / name).read_text(encoding="utf-8")
