# ruff: noqa: RUF001, S603 - the signs are meant; the program started is this Python

import base64
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from jdgen.errors import UsageError
from jdgen.render.brand import palette
from jdgen.render.pdf import Pdf
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


def lines_on_pages(pdf: Pdf) -> list[int]:
    """Return how many lines called `Row` each page holds."""
    return [page.get_textpage().get_text_range().count("Row") for page in pypdfium2.PdfDocument(pdf.content)]


@pytest.mark.parametrize("frame", ["{}", "- {}"])
def test_no_line_or_two_of_a_paragraph_stand_alone_on_a_page(make_pdf: Callable[..., Pdf], frame: str) -> None:
    """Seven lines come whole, or as three and four; an item of a list is never torn. The break moves line by line."""
    rows = frame.format("<br>".join(["Row"] * 7))
    splits = set()
    for lines in range(35, 52):
        filler = "<br>".join(["Filler"] * lines)
        splits.add(tuple(filter(None, lines_on_pages(make_pdf(f"# T\n\n{filler}\n\n{rows}\n\nEnd")))))

    assert splits == ({(7,)} if frame.startswith("-") else {(7,), (3, 4), (4, 3)})


def font_with(character: str, path: Path) -> None:
    """Make a font called Own Sign that has one character: a square."""
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for point in ((100, 700), (700, 700), (700, 0)):
        pen.lineTo(point)
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "sign"])
    builder.setupCharacterMap({ord(character): "sign"})
    builder.setupGlyf({".notdef": square, "sign": square})
    builder.setupHorizontalMetrics({".notdef": (800, 100), "sign": (800, 100)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Own Sign", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    path.parent.mkdir(parents=True)
    builder.save(path)


MAKE = """
import sys
from pathlib import Path
from jdgen.render.pdf import render_pdf
page = '<html lang="en"><title>T</title><p>Text and ' + sys.argv[2]
pdf = render_pdf(page, style="p { font-family: 'Source Sans 3' }", folders=(Path(sys.argv[1]),))
print("|".join(pdf.warnings))
"""


def test_a_font_of_the_machine_serves_where_no_shipped_one_has_the_sign(
    templates: tuple[Path, ...], tmp_path: Path
) -> None:
    font_with("\U000f1234", tmp_path / ".local" / "share" / "fonts" / "own.ttf")
    environment = {"HOME": str(tmp_path), "PATH": os.environ["PATH"]}

    said = [
        subprocess.run(
            [sys.executable, "-c", MAKE, str(templates[0]), sign],
            check=True,
            capture_output=True,
            text=True,
            env=environment,
        ).stdout
        for sign in ("\U000f1234", "\U000f1235")
    ]

    assert said[0] == "\n"
    assert said[1].startswith("no font here has \U000f1235")
