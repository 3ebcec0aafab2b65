"""Head and foot of a Word file: employer, logo with its words, page numbers."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from PIL import Image

from jdgen.model.posting import Posting
from jdgen.render.docx import render_docx
from jdgen.render.logo import Logo

TEMPLATES = (Path(__file__).resolve().parents[2] / "templates",)
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><rect width="300" height="100"/></svg>'


def picture(kind: str, size: tuple[int, int] = (300, 100)) -> Logo:
    target = BytesIO()
    Image.new("RGB", size, "#123456").save(target, kind)
    return Logo(f"image/{kind.lower()}", target.getvalue())


@pytest.fixture
def made(make_facts: Callable) -> Callable[..., bytes]:
    def make(logo: Logo | None = None, **changes: object) -> bytes:
        return render_docx(Posting(make_facts(**changes), "# T\n\nx"), folders=TEMPLATES, logo=logo)

    return make


def opened(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def test_the_first_page_names_the_employer_and_the_others_the_title_too(made: Callable) -> None:
    section = opened(made()).sections[0]

    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == "Cedar Ridge Medical Center   cedarridge.example"
    assert section.header.paragraphs[0].text == "Hospital Case Manager\tCedar Ridge Medical Center"


def test_every_page_has_its_number_and_the_job_id(made: Callable) -> None:
    section = opened(made()).sections[0]

    for footer in (section.footer, section.first_page_footer):
        xml = footer._element.xml
        assert footer.paragraphs[0].text.startswith("REQ-1042\tPage ")
        assert xml.index('w:instr=" PAGE "') < xml.index(" of </w:t>") < xml.index('w:instr=" NUMPAGES "')
        assert len(footer.paragraphs) == 1


@pytest.mark.parametrize(
    "logo", [picture("PNG"), picture("JPEG"), Logo("image/svg+xml", DRAWING)], ids=lambda logo: logo.media_type
)
def test_a_logo_has_the_employers_name_and_its_own_shape(made: Callable, logo: Logo) -> None:
    header = opened(made(logo)).sections[0].first_page_header._element

    (described,) = header.xpath(".//wp:docPr")
    (extent,) = header.xpath(".//wp:extent")
    assert described.get("descr") == "Cedar Ridge Medical Center"
    assert int(extent.get("cx")) / int(extent.get("cy")) == pytest.approx(3, rel=0.01)
    assert int(extent.get("cy")) <= 0.45 * 914400


def test_a_wide_logo_is_no_wider_than_its_place(made: Callable) -> None:
    (extent,) = opened(made(picture("PNG", (1000, 50)))).sections[0].first_page_header._element.xpath(".//wp:extent")

    assert int(extent.get("cx")) <= 1.9 * 914400
    assert int(extent.get("cx")) / int(extent.get("cy")) == pytest.approx(20, rel=0.01)


def test_a_drawing_is_kept_as_it_is_beside_a_clear_pixel(made: Callable) -> None:
    with ZipFile(BytesIO(made(Logo("image/svg+xml", DRAWING)))) as archive:
        names = archive.namelist()
        assert archive.read("word/media/logo.svg") == DRAWING
        assert 'ContentType="image/svg+xml"' in archive.read("[Content_Types].xml").decode()
        pixel = next(name for name in names if name.endswith(".png"))
        with Image.open(BytesIO(archive.read(pixel))) as clear:
            assert clear.getpixel((0, 0)) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("drawing", "shape"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="10mm"/>', 4),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0,0,20,10"/>', 2),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', 1),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 10"/>', 1),
    ],
)
def test_drawings_say_their_shape_in_several_ways(made: Callable, drawing: bytes, shape: float) -> None:
    (extent,) = (
        opened(made(Logo("image/svg+xml", drawing))).sections[0].first_page_header._element.xpath(".//wp:extent")
    )

    assert int(extent.get("cx")) / int(extent.get("cy")) == pytest.approx(shape, rel=0.01)


def test_a_jpeg_python_docx_does_not_know_is_turned_into_a_png(made: Callable) -> None:
    plain = picture("JPEG").content
    start = 4 + int.from_bytes(plain[4:6])
    without_jfif = Logo("image/jpeg", plain[:2] + plain[start:])

    with ZipFile(BytesIO(made(without_jfif))) as archive:
        assert [name for name in archive.namelist() if name.startswith("word/media/")] == ["word/media/image1.png"]


def test_without_website_and_logo_the_employer_stands_alone(made: Callable) -> None:
    section = opened(made(employer={"website": None, "name": "Larch & <Alder>"})).sections[0]

    assert section.first_page_header.paragraphs[0].text == "Larch & <Alder>"
