"""The empty file with the look of a posting."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from jdgen.errors import InputError
from jdgen.render.brand import palette
from jdgen.render.docx_base import EARLIEST, Style, archive, empty_document

TEMPLATES = (Path(__file__).resolve().parents[2] / "templates",)


def part(style: Style, name: str, folders: tuple[Path, ...] = TEMPLATES) -> str:
    with ZipFile(BytesIO(empty_document(style, folders))) as opened:
        return opened.read(name).decode()


def test_it_opens_and_is_empty() -> None:
    document = docx.Document(BytesIO(empty_document(Style(palette(None), "letter", "en-US"), TEMPLATES)))

    assert document.paragraphs == []
    assert document.core_properties.author == ""


def test_every_style_a_posting_uses_is_there() -> None:
    document = docx.Document(BytesIO(empty_document(Style(palette(None), "letter", "en-US"), TEMPLATES)))

    wanted = [
        "Normal",
        "Title",
        "Quote",
        "Plain Text",
        "Header",
        "Footer",
        "Table Text",
        "Hyperlink",
        "Posting Facts",
        "Posting Table",
    ]
    wanted += [f"Heading {number}" for number in range(1, 6)]
    wanted += [
        f"List {kind}{number}" for kind in ("Bullet", "Number", "Continue") for number in ("", " 2", " 3", " 4", " 5")
    ]
    assert [name for name in wanted if name not in document.styles] == []


def test_the_brand_colors_headings_and_tables() -> None:
    colors = palette("#1f5f6b")
    styles = part(Style(colors, "letter", "en-US"), "word/styles.xml")

    assert f'w:color w:val="{colors.text[1:].upper()}"' in styles
    assert f'w:color="{colors.accent[1:].upper()}"' in styles
    assert f'w:fill="{colors.tint[1:].upper()}"' in styles


def test_fonts_have_stand_ins() -> None:
    fonts = part(Style(palette(None), "letter", "en-US"), "word/fontTable.xml")

    assert '<w:font w:name="Source Sans 3"><w:altName w:val="Calibri"/>' in fonts


@pytest.mark.parametrize(
    ("language", "way", "wanted"),
    [
        ("en-US", False, 'w:eastAsia="Noto Sans CJK SC" w:cs="Noto Sans Hebrew"'),
        ("ja", False, 'w:eastAsia="Noto Sans CJK JP"'),
        ("ar", True, 'w:cs="Noto Sans Arabic"'),
        ("he", True, 'w:bidi="he"'),
    ],
)
def test_languages_choose_fonts(language: str, way: bool, wanted: str) -> None:  # noqa: FBT001 - a parameter of the test
    assert wanted in part(Style(palette(None), "letter", language, way), "word/styles.xml")


def test_a_right_to_left_language_turns_the_page() -> None:
    assert "<w:bidi/>" in part(Style(palette(None), "letter", "he", is_right_to_left=True), "word/document.xml")
    assert "<w:bidi/>" not in part(Style(palette(None), "letter", "en"), "word/document.xml")


def test_ones_own_template_wins_and_may_extend_ours(tmp_path: Path) -> None:
    own = '{% extends "shipped/docx/styles.xml.j2" %}{% block styles %}<w:style w:type="paragraph" w:styleId="X"/>{% endblock %}'
    (tmp_path / "docx").mkdir()
    (tmp_path / "docx" / "styles.xml.j2").write_text(own, encoding="utf-8")

    styles = part(Style(palette(None), "letter", "en-US"), "word/styles.xml", (tmp_path, *TEMPLATES))

    assert '<w:style w:type="paragraph" w:styleId="X"/></w:styles>' in styles


def test_a_mistake_in_ones_own_template_is_reported(tmp_path: Path) -> None:
    (tmp_path / "docx").mkdir()
    (tmp_path / "docx" / "fonts.xml.j2").write_text("{{ nonsense }}", encoding="utf-8")

    with pytest.raises(InputError, match="nonsense"):
        empty_document(Style(palette(None), "letter", "en-US"), (tmp_path, *TEMPLATES))


def test_an_archive_depends_on_its_files_alone() -> None:
    made = archive([("a.xml", b"<a/>"), ("b.xml", b"<b/>")])

    assert made == archive(iter([("a.xml", b"<a/>"), ("b.xml", b"<b/>")]))
    with ZipFile(BytesIO(made)) as opened:
        assert [(entry.filename, entry.date_time, entry.create_system) for entry in opened.infolist()] == [
            ("a.xml", EARLIEST, 3),
            ("b.xml", EARLIEST, 3),
        ]


def test_word_offers_the_colors_and_fonts_of_the_brand() -> None:
    theme = part(Style(palette("#1f5f6b"), "letter", "en-US"), "word/theme.xml")

    assert '<a:accent1><a:srgbClr val="1F5F6B"/></a:accent1>' in theme
    assert '<a:latin typeface="Source Sans 3"/>' in theme
