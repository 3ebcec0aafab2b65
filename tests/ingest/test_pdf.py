"""PDF files: the text layer, pages that are only pictures, and files that cannot be read."""

import sys
from collections.abc import Callable

import pytest

from jdgen.errors import EnvironmentProblem, InputError
from jdgen.ingest import pdf
from jdgen.ingest.reader import read_document, read_worded


def test_the_text_layer_becomes_blocks_with_lines(make_pdf: Callable) -> None:
    page = [
        (72, 720, 24, "RN Case Manager"),
        (72, 690, 11, "Cedar Ridge hires a case manager for two surgical units, someone who plans well"),
        (72, 677, 11, "and stays calm."),
        (72, 650, 15, "Requirements"),
        (72, 630, 11, "- A degree"),
    ]

    document = read_document(make_pdf(page), "ad.pdf")

    assert [(block.kind, block.role, block.text) for block in document.blocks] == [
        ("heading", "title", "RN Case Manager"),
        (
            "paragraph",
            "summary",
            "Cedar Ridge hires a case manager for two surgical units, someone who plans well and stays calm.",
        ),
        ("heading", "required", "Requirements"),
        ("item", "required", "A degree"),
    ]
    assert document.position(document.blocks[1].source_offset(80)) == (3, 1)
    assert document.position(document.blocks[3].source_offset(0)) == (5, 3)


def test_a_page_without_text_looks_like_a_scan(make_pdf: Callable) -> None:
    document = read_document(make_pdf([(72, 720, 12, "We hire.")], []), "ad.pdf")

    assert document.notes == ("page 2 has no text; it looks like a scan, and was not read",)


def test_a_file_of_which_no_page_has_text_is_refused(make_pdf: Callable) -> None:
    with pytest.raises(InputError, match="no page of the file has text; it looks like a scan") as error:
        read_worded(make_pdf([], []), "ad.pdf")

    assert "OCR" in (error.value.hint or "")


def test_a_very_long_file_is_read_in_part(make_pdf: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_MOST_PAGES", 1)

    document = read_document(make_pdf([(72, 720, 12, "One")], [(72, 720, 12, "Two")]), "ad.pdf")

    assert document.source == "One"
    assert document.notes == ("only the first 1 of 2 pages were read",)


def test_a_broken_file_is_refused_in_one_sentence() -> None:
    with pytest.raises(InputError, match="the PDF is broken"):
        read_document(b"%PDF-1.4 and then nothing", "ad.pdf")


def test_a_protected_file_says_so(monkeypatch: pytest.MonkeyPatch, make_pdf: Callable) -> None:
    import pypdfium2

    def locked(*_args: object) -> None:
        raise pypdfium2.PdfiumError("Failed to load document (PDFium: Incorrect password error).")

    monkeypatch.setattr(pypdfium2, "PdfDocument", locked)

    with pytest.raises(InputError, match="protected by a password"):
        read_document(make_pdf([]), "ad.pdf")


def test_a_missing_library_is_named_with_how_to_install_it(make_pdf: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)

    with pytest.raises(EnvironmentProblem, match="pypdfium2") as raised:
        read_document(make_pdf([]), "ad.pdf")

    assert 'pip install "jdgen[import]"' in raised.value.hint


def test_an_address_goes_on_in_the_next_line(make_pdf: Callable) -> None:
    page = [
        (72, 720, 24, "Case Manager"),
        (72, 690, 11, "We hire a case manager: see https://"),
        (72, 677, 11, "www.pine.example/careers/"),
        (72, 664, 11, "jobs/adult-services-"),
        (72, 651, 11, "visits-2 before the summer. Read"),
        (72, 638, 11, "the rules at https://pine.example/"),
        (72, 625, 11, "and write to us."),
    ]

    document = read_document(make_pdf(page), "ad.pdf")

    assert [word for block in document.blocks for word in block.text.split() if "://" in word] == [
        "https://www.pine.example/careers/jobs/adult-services-visits-2",
        "https://pine.example/",
    ]


def test_a_hyphen_at_the_end_of_a_line_makes_no_odd_sign(make_pdf: Callable) -> None:
    page = [(72, 720, 11, "We plan the way home with older adults and use evidence-"), (72, 707, 11, "based methods.")]

    document = read_document(make_pdf(page), "ad.pdf")

    assert "\ufffe" not in document.source
    assert len(document.line_starts) == 2


def test_labels_and_values_in_columns_keep_their_gaps(make_pdf: Callable) -> None:
    cells = ["Salary", "$31.12 Hourly", "Location", "Duluth, MN"]
    row = [(72 + 120 * number, 690, 11, cell) for number, cell in enumerate(cells)]

    document = read_document(make_pdf([(72, 720, 24, "Case Manager"), *row]), "ad.pdf")

    assert "Salary\t$31.12 Hourly\tLocation\tDuluth, MN" in document.source
    assert [place.text for place in document.places] == ["Duluth, MN"]
