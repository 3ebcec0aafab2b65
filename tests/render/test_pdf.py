# ruff: noqa: S603, RUF001 - the program started is this Python; dashes in titles are meant

import os
import re
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import page as page_validation
import pypdfium2
import pytest

from jdgen.errors import EnvironmentProblem
from jdgen.model.posting import PostingFacts
from jdgen.render import pdf as pdf_module
from jdgen.render.brand import palette
from jdgen.render.html import render_page
from jdgen.render.pdf import Pdf, install_command, render_pdf, with_text_bullets
from jdgen.render.style import paper_style

MakePdf = Callable[..., Pdf]


def pages(pdf: Pdf) -> list[str]:
    """Return the text of each page with single spaces."""
    document = pypdfium2.PdfDocument(pdf.content)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def objects(pdf: Pdf) -> bytes:
    """Return the objects a PDF keeps in compressed streams."""
    streams = re.findall(rb"/ObjStm.*?stream\r?\n(.*?)\r?\nendstream", pdf.content, re.DOTALL)
    return b"".join(map(zlib.decompress, streams))


def fonts(pdf: Pdf) -> set[str]:
    return {name.decode() for name in re.findall(rb"/BaseFont /[A-Z]{6}\+([A-Za-z0-9-]+)", objects(pdf))}


def footer(pdf: Pdf) -> list[tuple[float, float]]:
    """Return where the pieces of text at the foot of the first page begin and end, from left to right, in points."""
    text = pypdfium2.PdfDocument(pdf.content)[0].get_textpage()
    boxes = [text.get_rect(number) for number in range(text.count_rects())]
    return sorted((left, right) for left, bottom, right, _ in boxes if bottom < 45)


def test_the_sample_fits_two_pages_of_letter_and_of_a4(make_pdf: MakePdf, two_pages: str) -> None:
    letter, a4 = make_pdf(two_pages), make_pdf(two_pages, paper="a4")

    assert (len(pages(letter)), len(pages(a4))) == (2, 2)
    assert pypdfium2.PdfDocument(letter.content)[0].get_size() == pytest.approx((612, 792), abs=0.1)
    assert pypdfium2.PdfDocument(a4.content)[0].get_size() == pytest.approx((595.3, 841.9), abs=0.1)


def test_nothing_is_logged_for_a_shipped_page(make_pdf: MakePdf, two_pages: str) -> None:
    assert make_pdf(two_pages).warnings == ()


def test_it_is_pdf_ua(make_pdf: MakePdf, two_pages: str) -> None:
    report = page_validation.validate_pdf_bytes(make_pdf(two_pages).content, profile="ua1")

    assert [failure.message for failure in report.failures] == []
    assert report.is_compliant


def test_a_table_without_a_head_is_pdf_ua_too(make_pdf: MakePdf) -> None:
    made = make_pdf("# T\n\n| | | |\n|-|-|-|\n| Mon | 8 | 4 |\n| Tue | 9 | 5 |")

    assert page_validation.validate_pdf_bytes(made.content, profile="ua1").is_compliant
    assert b"/TH" not in objects(made)


def test_it_names_title_author_subject_keywords_and_date(make_pdf: MakePdf, two_pages: str) -> None:
    facts = pypdfium2.PdfDocument(make_pdf(two_pages).content).get_metadata_dict()

    assert facts["Title"] == "Hospital Case Manager – Cedar Ridge Medical Center"
    assert facts["Author"] == "Cedar Ridge Medical Center"
    assert facts["Subject"] == "Hospital Case Manager in Denver, Colorado: $38.50 to $52.00 an hour."
    assert facts["Keywords"] == "Hospital Case Manager, Healthcare Social Workers, mental health, Denver"
    assert facts["Creator"] == "jdgen"
    assert facts["CreationDate"].startswith("D:20261122")


def test_a_posting_without_a_date_has_none_inside(make_pdf: MakePdf) -> None:
    facts = pypdfium2.PdfDocument(make_pdf("# T", posted=None).content).get_metadata_dict(skip_empty=True)

    assert "CreationDate" not in facts
    assert "ModDate" not in facts


def test_its_language_and_bookmarks_are_those_of_the_posting(make_pdf: MakePdf, two_pages: str) -> None:
    pdf = make_pdf(two_pages)
    bookmarks = [item.get_title() for item in pypdfium2.PdfDocument(pdf.content).get_toc()]

    assert b"/Lang (en-US)" in objects(pdf)
    assert bookmarks[:3] == ["Hospital Case Manager", "What you will do", "Assess and plan"]


def test_every_word_can_be_taken_out_in_reading_order(make_pdf: MakePdf, two_pages: str) -> None:
    text = " ".join(pages(make_pdf(two_pages)))

    assert "Location Denver, Colorado Pay $38.50 to $52.00 an hour Employment Full-time" in text
    assert "• Medical, dental and vision from the first day of the month after you start • 403(b)" in text
    assert "certification" in text
    assert "offices" in text


def test_spaces_are_plain_spaces(make_pdf: MakePdf, two_pages: str) -> None:
    document = pypdfium2.PdfDocument(make_pdf(two_pages).content)

    assert "\u00a0" not in "".join(page.get_textpage().get_text_range() for page in document)


def test_every_page_has_its_number_and_running_names(make_pdf: MakePdf, two_pages: str) -> None:
    first, second = pages(make_pdf(two_pages))

    assert first.endswith("Cedar Ridge Medical Center Hospital Case Manager Page 1 of 2")
    assert second.endswith("Cedar Ridge Medical Center Hospital Case Manager Page 2 of 2")


def test_long_names_at_the_foot_stand_beside_each_other(make_pdf: MakePdf) -> None:
    name = "The Sisters of Perpetual Charity Regional Integrated Behavioral Health and Rehabilitation System"
    title = "Senior Interdisciplinary Case Management and Transitions-of-Care Coordination Specialist"

    boxes = footer(make_pdf(f"# {title}", employer={"name": name}))

    columns = ((0, 200), (200, 450), (450, 600))
    names, titles, numbers = ([box for box in boxes if low <= box[0] < high] for low, high in columns)
    assert (len(names), len(titles), len(numbers)) == (3, 2, 1)
    assert max(right for _, right in names) < min(left for left, _ in titles)
    assert max(right for _, right in titles) < min(left for left, _ in numbers)


def test_names_of_any_length_stay_inside_the_page(make_pdf: MakePdf) -> None:
    pdf = make_pdf("# T", employer={"name": "Charity " * 70})

    assert pdf.warnings == ()
    assert page_validation.is_pdf_compliant_bytes(pdf.content, profile="ua1")


@pytest.mark.parametrize("lines", range(24, 60, 3))
def test_no_heading_is_stranded_and_no_short_list_is_torn(make_pdf: MakePdf, lines: int) -> None:
    items = "\n".join(f"- Item {number}" for number in range(6))
    filler = "\n\n".join("Filler" for _ in range(lines))

    texts = pages(make_pdf(f"# T\n\n{filler}\n\n## Head\n\n### Group\n\nIntro:\n\n{items}\n\nEnd"))

    found = [{word for word in ("Head", "Group", "Intro:", "Item 0", "Item 5") if word in text} for text in texts]
    assert {"Head", "Group", "Intro:", "Item 0", "Item 5"} in found


@pytest.mark.parametrize("lines", range(24, 60, 6))
def test_the_signature_table_stays_whole_and_with_its_heading(make_pdf: MakePdf, lines: int) -> None:
    filler = "\n\n".join("Filler" for _ in range(lines))
    table = "| Role | Name |\n| --- | --- |\n| Employee | |\n| Supervisor | |\n| Human Resources | |"

    texts = pages(make_pdf(f"# T\n\n{filler}\n\n## Signatures\n\nRead it.\n\n{table}"))

    assert any(
        "Signatures Read it." in text and "Role Name Employee Supervisor Human Resources" in text for text in texts
    )


def test_nine_thousand_characters_of_prose_flow_over_pages_without_loss(make_pdf: MakePdf) -> None:
    words = [f"word{number}" for number in range(1200)]

    pdf = make_pdf("# T\n\n## About\n\n" + " ".join(words) + "\n\n## After\n\nend")

    text = " ".join(pages(pdf))
    assert len(pages(pdf)) >= 2
    assert all(re.search(rf"\b{word}\b", text) for word in words)
    assert page_validation.is_pdf_compliant_bytes(pdf.content, profile="ua1")


@pytest.mark.parametrize(
    ("name", "font"),
    [
        ("בית חולים קהילתי לבריאות הנפש", "Noto-Sans-Hebrew"),
        ("مستشفى الصحة النفسية", "Noto-Sans-Arabic"),
        ("雪松岭社区医疗中心", "Noto-Sans-CJK-SC"),
        ("さくら総合病院", "Noto-Sans-CJK-SC"),
        ("서울 가온 병원", "Noto-Sans-CJK-SC"),
        ("Νοσοκομείο Больница Bệnh viện Łódź", "Source-Sans-3"),
        ("Home ☐ ★ ≥ 2 →", "Noto-Sans-Symbols2"),
    ],
)
def test_names_in_other_scripts_use_shipped_fonts_only(make_pdf: MakePdf, name: str, font: str) -> None:
    pdf = make_pdf(f"# {name}\n\n{name}", employer={"name": name})

    assert pdf.warnings == ()
    assert any(font in found for found in fonts(pdf))
    assert all(found.startswith(("Source-Sans-3", "Noto-Sans-")) for found in fonts(pdf))
    assert page_validation.is_pdf_compliant_bytes(pdf.content, profile="ua1")


def test_a_character_no_font_has_is_named_in_a_warning(make_pdf: MakePdf) -> None:
    (warning,) = make_pdf("# T\n\nA \U000f0000 private \U000f0000 sign").warnings

    assert warning == "no font here has \U000f0000 (U+F0000 unnamed); the PDF shows an empty box instead"


def test_a_broken_picture_inside_is_a_warning_not_a_failure(templates: tuple[Path, ...]) -> None:
    page = '<html lang="en"><title>T</title><p><img src="data:image/png;base64,AAAA" alt="logo">'

    pdf = render_pdf(page, style="", folders=templates)

    assert len(pdf.warnings) == 1
    assert pdf.warnings[0].startswith("WeasyPrint says: Failed to load image")


def script_for(folders: tuple[Path, ...], body: str) -> str:
    """Return a program that writes the PDF of a body to stdout."""
    return f"""
import sys
from pathlib import Path
from jdgen.render.pdf import render_pdf
from jdgen.render.style import paper_style
from jdgen.render.brand import palette
folders = tuple(map(Path, {[str(folder) for folder in folders]!r}))
page = {body!r}
pdf = render_pdf(page, style=paper_style(palette(None), folders=folders), folders=folders)
assert pdf.warnings == (), pdf.warnings
sys.stdout.buffer.write(pdf.content)
"""


def run(program: str, **environment: str) -> tuple[bytes, str]:
    base = {name: value for name, value in os.environ.items() if name in {"PATH", "PYTHONPATH", "LD_LIBRARY_PATH"}}
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, env=base | environment)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout, done.stderr.decode()


def test_the_same_page_gives_the_same_bytes_in_another_process(
    make_facts: Callable[..., PostingFacts], templates: tuple[Path, ...], two_pages: str, tmp_path: Path
) -> None:
    page = render_page(two_pages, make_facts(), folders=templates)
    program = script_for(templates, page)

    first, _ = run(program, HOME=str(tmp_path), PYTHONHASHSEED="1", TZ="UTC")
    second, _ = run(program, HOME=str(tmp_path), PYTHONHASHSEED="2", TZ="Asia/Tokyo", SOURCE_DATE_EPOCH="1")

    assert first == second
    assert first == render_pdf(page, style=paper_style(palette(None), folders=templates), folders=templates).content


def test_a_machine_without_fonts_or_home_makes_the_same_pages_and_stays_quiet(
    make_facts: Callable[..., PostingFacts], templates: tuple[Path, ...], two_pages: str
) -> None:
    page = render_page(two_pages, make_facts(), folders=templates)

    content, errors = run(script_for(templates, page), HOME="/nonexistent", FONTCONFIG_FILE="/nonexistent/fonts.conf")

    assert errors == ""
    assert content == render_pdf(page, style=paper_style(palette(None), folders=templates), folders=templates).content


def test_a_read_only_package_is_enough_and_stays_as_it_was(
    make_facts: Callable[..., PostingFacts], templates: tuple[Path, ...], tmp_path: Path
) -> None:
    copy = tmp_path / "templates"
    shutil.copytree(templates[0], copy)
    for path in (*copy.rglob("*"), copy):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = sorted(path.relative_to(copy) for path in copy.rglob("*"))

    content, errors = run(
        script_for((copy,), render_page("# T\n\nText", make_facts(), folders=(copy,))), HOME=str(tmp_path)
    )

    assert content.startswith(b"%PDF")
    assert errors == ""
    assert sorted(path.relative_to(copy) for path in copy.rglob("*")) == before
    for path in (copy, *copy.rglob("*")):
        path.chmod(0o755)


def test_a_machine_without_pango_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, templates: tuple[Path, ...]
) -> None:
    program = """
import sys
from pathlib import Path
import cffi
def dlopen(self, name, flags=0):
    raise OSError("cannot load library " + str(name))
cffi.FFI.dlopen = dlopen
from jdgen.errors import EnvironmentProblem
from jdgen.render.pdf import render_pdf
try:
    render_pdf("<p>", style="", folders=(Path(sys.argv[1]),))
except EnvironmentProblem as error:
    print(error.message)
    print(error.hint)
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(templates[0])], capture_output=True, text=True, check=True
    )

    message, hint = done.stdout.splitlines()
    assert message == "a PDF needs the Pango library, which this machine lacks"
    assert hint == f"{install_command()}; or choose formats without PDF"
    assert done.stderr == ""


def test_a_library_that_does_not_load_is_a_problem_of_the_machine(
    monkeypatch: pytest.MonkeyPatch, templates: tuple[Path, ...]
) -> None:
    def failing() -> NoReturn:
        raise OSError("cannot load library")

    monkeypatch.setattr(pdf_module, "quick_import", failing)

    with pytest.raises(EnvironmentProblem, match="Pango"):
        render_pdf("<p>", style="", folders=templates)


@pytest.mark.parametrize(
    ("tool", "command"),
    [
        ("apt-get", "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
        ("dnf", "sudo dnf install pango"),
        ("brew", "brew install pango"),
        (None, "install Pango 1.44 or newer with the package manager of this system"),
    ],
)
def test_the_install_command_fits_the_system(monkeypatch: pytest.MonkeyPatch, tool: str | None, command: str) -> None:
    monkeypatch.setattr(pdf_module.shutil, "which", lambda name: name if name == tool else None)
    monkeypatch.setattr(sys, "platform", "linux")

    assert install_command() == command


def test_windows_is_sent_to_msys2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")

    assert "MSYS2" in install_command()


def test_only_items_of_plain_lists_get_bullets() -> None:
    page = '<ul class="card"><li>a</li></ul><ul><li>b<ol><li>c</li></ol></li><li dir="rtl">d</li></ul></ul><li>e'

    marked = with_text_bullets(page)

    assert re.findall(r"• *\u2009\u2009(\w)", marked) == ["b", "d"]
    assert marked.replace("• \u2009\u2009", "") == page
