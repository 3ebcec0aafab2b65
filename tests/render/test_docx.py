"""The Word file as its readers see it: python-docx, mammoth and the bytes of the archive."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import mammoth
import pytest
from docx.document import Document
from hypothesis import given
from hypothesis import strategies as st

from jdgen.load.postings import parse_posting
from jdgen.load.records import as_record
from jdgen.model.posting import Posting, PostingFacts
from jdgen.render.docx import render_docx
from jdgen.render.docx_words import legal

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = (ROOT / "templates",)
CASES = ROOT / "tests" / "cases" / "render"
FILES = [path for path in sorted(CASES.glob("*/*.md")) if path.stem in {"posting", "internal"}]


def of_case(path: Path) -> bytes:
    return render_docx(parse_posting(path.read_text(encoding="utf-8"), str(path)), folders=TEMPLATES)


@pytest.fixture
def open_docx(make_facts: Callable[..., PostingFacts]) -> Callable[..., Document]:
    def make(body: str, *, paper: str = "letter", **changes: object) -> Document:
        return docx.Document(
            BytesIO(render_docx(Posting(make_facts(**changes), body), folders=TEMPLATES, paper=paper))  # type: ignore[arg-type]
        )

    return make


def styles(document: Document) -> list[tuple[str, str]]:
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]  # type: ignore[union-attr,misc]


def xml_of(content: bytes, name: str) -> str:
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode()


def test_words_stand_in_real_styles(open_docx: Callable) -> None:
    document = open_docx("# T\n\n- **Pay:** $1\n\nHi\n\n## A\n\n### B\n\n- c\n    - d\n\n1. e\n\n> f")

    assert styles(document) == [
        ("Title", "T"), ("Normal", "Hi"), ("Heading 1", "A"), ("Heading 2", "B"), ("List Bullet", "c"),
        ("List Bullet 2", "d"), ("List Number", "e"), ("Quote", "f"),
    ]  # fmt: skip
    assert document.tables[0].style.name == "Posting Facts"
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["Pay", "$1"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_paragraph_is_empty_and_no_heading_jumps(path: Path) -> None:
    document = docx.Document(BytesIO(of_case(path)))

    levels = [int(name[-1]) for name, _ in styles(document) if name.startswith("Heading")]
    assert levels
    assert [text for _, text in styles(document) if not text.strip()] == []
    assert [pair for pair in zip([0, *levels], levels, strict=False) if pair[1] > pair[0] + 1] == []
    assert [name for name, _ in styles(document)].count("Title") == 1


def test_headings_stay_with_what_follows(open_docx: Callable) -> None:
    document = open_docx("# T\n\n## A\n\nb")

    kept = {name: document.styles[name].paragraph_format.keep_with_next for name in ("Title", "Heading 1", "Heading 2")}
    assert kept == {"Title": True, "Heading 1": True, "Heading 2": True}


def test_links_are_real_and_each_address_is_kept_once(open_docx: Callable) -> None:
    document = open_docx(
        "# T\n\n[a](https://a.example/?x=1&y=2), [b **c**](https://a.example/?x=1&y=2), [d](mailto:d@e.example)"
    )

    links = [(link.text, link.address) for paragraph in document.paragraphs for link in paragraph.hyperlinks]
    assert set(links) == {
        ("a", "https://a.example/?x=1&y=2"),
        ("b ", "https://a.example/?x=1&y=2"),
        ("c", "https://a.example/?x=1&y=2"),
        ("d", "mailto:d@e.example"),
    }
    assert len([one for one in document.part.rels.values() if one.is_external]) == 2


def test_each_numbered_list_starts_at_its_own_number(open_docx: Callable) -> None:
    document = open_docx("# T\n\n1. a\n\nx\n\n5. b")

    numbers = [
        paragraph._p.pPr.numPr.numId.val for paragraph in document.paragraphs if paragraph.style.name == "List Number"
    ]
    starts = [
        document.part.numbering_part.element.num_having_numId(number).lvlOverride_lst[0].startOverride.val
        for number in numbers
    ]
    assert starts == [1, 5]


def test_properties_say_who_and_what_and_only_days_of_the_posting(open_docx: Callable) -> None:
    properties = open_docx("# T\n\nx").core_properties

    assert (properties.title, properties.author) == ("Hospital Case Manager", "Cedar Ridge Medical Center")
    assert properties.subject == "Hospital Case Manager in Denver, Colorado: $38.50 to $52.00 an hour."
    assert properties.keywords == "Hospital Case Manager; Healthcare Social Workers; mental health; Denver"
    assert (properties.language, properties.identifier) == ("en-US", "REQ-1042")
    assert str(properties.created) == str(properties.modified) == "2026-11-22 00:00:00+00:00"


def test_a_posting_without_a_day_has_none(make_facts: Callable) -> None:
    core = xml_of(render_docx(Posting(make_facts(posted=None), "# T\n\nx"), folders=TEMPLATES), "docProps/core.xml")

    assert "created" not in core
    assert "modified>" not in core


def test_the_language_is_that_of_the_posting(make_facts: Callable) -> None:
    made = render_docx(Posting(make_facts(language="es-US"), "# T\n\nx"), folders=TEMPLATES)

    assert '<w:lang w:val="es-US"' in xml_of(made, "word/styles.xml")


@pytest.mark.parametrize(("paper", "inches"), [("letter", (8.5, 11)), ("a4", (8.27, 11.69))])
def test_paper_is_letter_or_a4(open_docx: Callable, paper: str, inches: tuple[float, float]) -> None:
    section = open_docx("# T\n\nx", paper=paper).sections[0]

    assert (round(section.page_width.inches, 2), round(section.page_height.inches, 2)) == inches


def test_same_posting_same_bytes(make_facts: Callable, two_pages: str) -> None:
    posting = Posting(make_facts(), two_pages)

    first, second = (render_docx(posting, folders=TEMPLATES) for _ in range(2))

    assert first == second
    with ZipFile(BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_mammoth_reads_it_back_without_a_complaint() -> None:
    read = mammoth.convert_to_html(BytesIO(of_case(CASES / "hospital" / "posting.md")))

    # What mammoth has no HTML for by itself is still read, as paragraphs.
    styles = {re.sub(r".*style: '?(.*?)'? \(Style.*", r"\1", message.message) for message in read.messages}
    assert styles <= {"Title", "Table Text", "Posting Facts"}
    assert "<h1>What you will do</h1><h2>At the bedside</h2><ul><li>Meet newly admitted patients" in read.value
    assert '<a href="https://www.cedarridge.example/careers/cr-1042">' in read.value
    assert re.search(r"<tr><td><p>Pay</p></td><td><p>\$38\.50 to \$52\.00 an hour</p></td></tr>", read.value)


def test_the_internal_job_description_has_lines_to_sign() -> None:
    document = docx.Document(BytesIO(of_case(CASES / "hospital" / "internal.md")))

    table = document.tables[-1]
    assert [cell.text for cell in table.rows[0].cells] == ["Role", "Name", "Signature", "Date"]
    assert [row.cells[0].text for row in table.rows][1:] == ["Employee", "Supervisor", "Human Resources"]
    assert table.rows[0]._tr.trPr.xpath("./w:tblHeader")
    assert [row.height.cm for row in list(table.rows)[1:]] == [pytest.approx(1, abs=0.01)] * 3


@given(st.text(), st.text(min_size=1, max_size=40).filter(lambda text: legal(text).strip()))
def test_any_text_makes_a_file_that_opens(body: str, name: str) -> None:
    facts = as_record(
        {
            "id": "A-1",
            "title": "T",
            "employer": {"name": "Acme"},
            "posted": "2026-11-22",
        },
        PostingFacts,
    )
    named = replace(facts, title=name)

    document = docx.Document(BytesIO(render_docx(Posting(named, body), folders=TEMPLATES)))

    assert document.core_properties.title == legal(name)
