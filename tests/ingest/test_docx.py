"""Word files: paragraphs counted as lines, and clear words for what cannot be read."""

import sys
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from jdgen.errors import EnvironmentProblem, InputError
from jdgen.ingest import docx
from jdgen.ingest.reader import read_document


def test_lines_count_paragraphs(make_docx: Callable) -> None:
    document = read_document(make_docx("Heading1|RN", "We hire.", "bold|Requirements", "\u2022 A degree"), "ad.docx")

    assert [(block.kind, block.role, block.text) for block in document.blocks] == [
        ("heading", "title", "RN"),
        ("paragraph", "summary", "We hire."),
        ("heading", "required", "Requirements"),
        ("item", "required", "A degree"),
    ]
    assert document.unit == "paragraph"
    assert document.position(document.blocks[3].source_offset(0)) == (4, 3)


def test_a_broken_file_is_refused_in_one_sentence() -> None:
    with pytest.raises(InputError, match="the DOCX is broken"):
        read_document(b"PK\x03\x04 and then nothing", "ad.docx")


def test_broken_xml_inside_is_refused_too(make_docx: Callable) -> None:
    content = make_docx("<w:never closed")

    with pytest.raises(InputError, match="the DOCX is broken"):
        read_document(content, "ad.docx")


def test_an_old_or_encrypted_file_says_so() -> None:
    with pytest.raises(InputError, match="before 2007, or protected by a password"):
        read_document(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ad.doc")


def test_another_archive_is_no_word_file() -> None:
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr("readme.txt", "no posting")

    with pytest.raises(InputError, match="without a Word document"):
        read_document(content.getvalue(), "ad.docx")


def test_an_archive_that_fills_the_memory_is_refused(make_docx: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "_MOST_UNPACKED", 100)

    with pytest.raises(InputError, match="unpacks to more than"):
        read_document(make_docx("We hire."), "ad.docx")


def test_a_missing_library_is_named_with_how_to_install_it(
    make_docx: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "mammoth", None)

    with pytest.raises(EnvironmentProblem, match="mammoth") as raised:
        read_document(make_docx("We hire."), "ad.docx")

    assert 'pip install "jdgen[import]"' in raised.value.hint


def test_a_link_to_apply_is_stated(make_docx: Callable) -> None:
    document = read_document(
        make_docx("RN", "https://x.example/1|Apply here", "https://x.example/2|Our benefits"), "ad.docx"
    )
    ((way,),) = document.stated.values()

    assert (list(document.stated), way.value) == (["apply.url"], "https://x.example/1")
    assert document.source[way.start : way.end] == "Apply here"


def test_only_the_first_heading_is_of_the_first_level(make_docx: Callable) -> None:
    content = make_docx("Heading1|RN", "Heading1|Duties", "Heading2|Every day", "You plan.", "Heading1|Pay")

    headings = [block for block in read_document(content, "ad.docx").blocks if block.kind == "heading"]

    assert [(block.level, block.text) for block in headings] == [(1, "RN"), (2, "Duties"), (3, "Every day"), (2, "Pay")]


def test_one_title_above_lesser_headings_stays_as_it_is(make_docx: Callable) -> None:
    blocks = read_document(make_docx("Heading1|RN", "Heading2|Duties", "You plan."), "ad.docx").blocks

    assert [block.level for block in blocks] == [1, 2, 0]


def test_the_words_of_a_field_are_read(make_docx: Callable) -> None:
    content = changed(
        make_docx("Starts FIELD, in Reno."),
        "FIELD",
        '</w:t></w:r><w:fldSimple w:instr=" DATE > "><w:r><w:t>June 3</w:t></w:r></w:fldSimple><w:r><w:t>',
    )

    assert [block.text for block in read_document(content, "ad.docx").blocks] == ["Starts June 3, in Reno."]


def test_paragraphs_are_counted_as_word_counts_them(make_docx: Callable) -> None:
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>" for words in ("Pay", "$30 an hour"))
    content = changed(
        make_docx("RN", "", "Pay: $30BREAKPlace: Reno", "TABLE", "We hire."), "BREAK", "</w:t><w:br/><w:t>"
    )
    content = changed(content, "<w:p><w:r><w:t>TABLE</w:t></w:r></w:p>", f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    document = read_document(content, "ad.docx")

    assert [(block.text, document.position(block.source_offset(0)).line) for block in document.blocks] == [
        ("RN", 1),
        ("Pay: $30", 2),
        ("Place: Reno", 2),
        ("Pay | $30 an hour", 3),
        ("We hire.", 5),
    ]
    row = document.blocks[3]
    assert document.position(row.source_offset(row.text.index("$"))) == (4, 1)


def test_edges_of_pages_keep_their_gaps_and_get_no_heading(make_docx: Callable) -> None:
    head = "<w:r><w:t>Bayside</w:t><w:tab/><w:t>Clinic &amp; Co</w:t><w:br/><w:t>Page 1 of 3</w:t></w:r></w:p><w:p><w:r><w:t>We hire.</w:t></w:r>"
    document = read_document(with_header(make_docx("Heading1|RN", "We hire."), head), "ad.docx")

    assert [(block.text, block.role) for block in document.blocks] == [
        ("RN", "title"),
        ("We hire.", "summary"),
        ("Bayside Clinic & Co", "other"),
    ]
    assert [section.heading for section in document.sections] == [None, "RN", None]
    assert document.position(document.blocks[2].source_offset(0)).line == 3


def test_marks_that_lead_to_notes_are_no_words() -> None:
    pytest.importorskip("mammoth")
    html = '<p>We hire<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup>.</p><ol><li id="footnote-1"><p> Soon. <a href="#footnote-ref-1">\u2191</a></p></li></ol>'

    assert docx._NOTE_MARK.sub("", html) == '<p>We hire.</p><ol><li id="footnote-1"><p> Soon.</p></li></ol>'


def changed(content: bytes, words: str, instead: str) -> bytes:
    """Return a Word file with something else in its text."""
    return rewritten(content, lambda text: text.replace(words, instead), {})


def with_header(content: bytes, paragraph: str) -> bytes:
    """Return a Word file with a header."""
    return rewritten(content, str, {"word/header1.xml": f"<w:hdr><w:p>{paragraph}</w:p></w:hdr>"})


def rewritten(content: bytes, change: Callable[[str], str], more: dict[str, str]) -> bytes:
    """Return a Word file with its text changed and parts added."""
    written = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(written, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(name, change(text) if name == "word/document.xml" else text)
        for name, text in more.items():
            new.writestr(name, text)
    return written.getvalue()
