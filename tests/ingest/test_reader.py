"""Any file to a document: what it is, that offsets are true, and that nothing but a clear error ever comes out."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.errors import InputError, JdgenError
from jdgen.ingest.reader import MAX_BYTES, format_of, read_document
from jdgen.model.document import Document

MARKS = ["<", ">", "&", "&amp;", "&nbsp;", "*", "**", "_", "`", "[", "](", ")", "\n", "\n\n", "# ", "- ", "\u2022 ", "1. ", "  ", "|", "---\n",
    "<ul>", "<li>", "</ul>", "<p>", "<b>", "</b>", "<td>", "<!--", "-->", "<script>", "Requirements:", "Benefits", "Pay: $20/hour", "\\", "~~",
    "\r\n", "\t", "\u00a0", "\u200b", "a", "RN ", "case manager ", "-", "-\n", "<br>", "\u00ad\n", "  \n"]  # fmt: skip
TEXTS = st.lists(st.sampled_from(MARKS) | st.text(max_size=4), max_size=40).map("".join)
JSON_TEXTS = st.builds(
    lambda text: (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "").replace("\t", "\\t")
    ),
    TEXTS,
)


def check_offsets(document: Document) -> None:
    """Check that every block stands where it says: ascending, inside the source, and the same characters or an entity."""
    for block in document.blocks:
        offsets = [block.source_offset(index) for index in range(len(block.text))]
        assert offsets == sorted(offsets)
        assert all(0 <= offset < len(document.source) for offset in offsets)
        for character, offset in zip(block.text, offsets, strict=True):
            original = document.source[offset]
            assert original == character or original in "&\\" or character in " |" or original.isspace()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.md", "markdown"),
        ("a.MARKDOWN", "markdown"),
        ("a.html", "html"),
        ("a.htm", "html"),
        ("a.txt", "text"),
        ("a.json", "jsonld"),
        ("a.docx", "docx"),
        ("a.pdf", "pdf"),
    ],
)
def test_the_ending_says_what_a_file_is(path: str, expected: str) -> None:
    assert format_of(b"words", path) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"%PDF-1.7 ...", "pdf"),
        (b"PK\x03\x04...", "docx"),
        (b'{"@type": "JobPosting"}', "jsonld"),
        (b'[{"@type": "JobPosting"}]', "jsonld"),
        (b"<!doctype html><p>We hire.", "html"),
        (b"We hire.<ul><li>Plan care</ul>", "html"),
        (b"---\ntitle: RN\n---\nWe hire.", "markdown"),
        (b"# RN Case Manager\n\nWe hire.", "markdown"),
        (b"We hire a case manager.", "text"),
    ],
)
def test_without_a_known_ending_the_content_says_what_it_is(content: bytes, expected: str) -> None:
    assert format_of(content, "-") == expected


def test_a_text_file_with_markdown_headings_is_read_as_markdown() -> None:
    assert format_of(b"# RN Case Manager\n\n## Duties\n\n- Plan care\n", "ad.txt") == "markdown"


def test_a_text_file_with_one_number_sign_stays_text() -> None:
    assert format_of(b"# 1 hospital in Maine\n\nWe hire.\n", "ad.txt") == "text"


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(InputError, match="too large, expected at most 20 MB"):
        read_document(b"x" * (MAX_BYTES + 1), "a.txt")


def test_lines_and_columns_are_those_of_the_file(read: Callable) -> None:
    document = read("---\ntitle: RN\n---\n\n# RN\n\nWe *hire*\nfor **Maine**.\n")

    block = document.blocks[1]

    assert block.text == "We hire for Maine."
    assert document.position(block.source_offset(3)) == (7, 5)
    assert document.position(block.source_offset(12)) == (8, 7)


def test_windows_line_ends_keep_their_places(read: Callable) -> None:
    document = read("# RN\r\n\r\nWe hire\r\nin Maine.\r\n")

    assert document.blocks[1].text == "We hire in Maine."
    assert document.position(document.blocks[1].source_offset(8)) == (4, 1)


def test_a_page_that_only_a_program_fills_is_read_from_its_json_ld(read: Callable) -> None:
    document = read(
        '<div id="app"></div><script type="application/ld+json">{"@type": "JobPosting", "title": "RN",'
        ' "description": "<p>We hire a case manager.</p>"}</script>',
        "a.html",
    )

    assert [block.text for block in document.blocks] == ["RN", "We hire a case manager."]
    assert document.markup[0][0]["title"] == "RN"


def test_front_matter_wins_over_json_ld_in_the_same_file(read: Callable) -> None:
    script = '<script type="application/ld+json">{"@type": "JobPosting", "title": "Nurse"}</script>'

    document = read(f"---\ntitle: RN\n---\n\nWe hire.\n\n{script}\n")

    assert document.title == "RN"


@given(TEXTS, st.sampled_from(["a.md", "a.html", "a.txt", "-"]))
def test_any_text_can_be_read_and_its_offsets_are_true(text: str, path: str) -> None:
    try:
        document = read_document(text.encode("utf-8", "replace"), path)
    except JdgenError:
        return

    check_offsets(document)


@given(JSON_TEXTS)
def test_offsets_in_json_point_into_the_json(text: str) -> None:
    try:
        document = read_document(
            f'{{"@type": "JobPosting", "description": "{text}"}}'.encode("utf-8", "replace"), "a.json"
        )
    except JdgenError:
        return

    check_offsets(document)


@given(JSON_TEXTS, TEXTS)
def test_offsets_in_a_page_with_json_point_into_the_file(text: str, page: str) -> None:
    posting = f'{{"@type": "JobPosting", "title": "RN", "description": "{text}", "skills": ["{text}", "a {text}"]}}'
    try:
        document = read_document(
            f'<script type="application/ld+json">{posting}</script>{page}'.encode("utf-8", "replace"), "a.html"
        )
    except JdgenError:
        return

    check_offsets(document)
    assert all(block.section < len(document.sections) for block in document.blocks)


@given(st.binary(max_size=200), st.sampled_from(["a.md", "a.html", "a.txt", "a.json", "a.docx", "a.pdf", "-"]))
def test_any_bytes_are_read_or_refused_with_a_reason(content: bytes, path: str) -> None:
    refused = None
    try:
        read_document(content, path)
    except JdgenError as error:
        refused = error

    assert refused is None or refused.message


@pytest.mark.parametrize(
    "unit", ["<", "[", "*", "&", '<a "', "<!--", "](", "**a", "<ul><li>", "<div>", "- ", "Benefits: ", "\u2022 "]
)
@pytest.mark.parametrize("path", ["a.md", "a.html", "a.txt"])
def test_a_file_of_one_mark_is_read_without_an_error(unit: str, path: str) -> None:
    document = read_document((unit * 5_000).encode(), path)

    check_offsets(document)


def test_wide_text_without_an_ending_is_known_by_its_words() -> None:
    page = "<!DOCTYPE html><html><body><p>Applicants must be under 40.</p></body></html>".encode("utf-16")

    assert format_of(page, "-") == "html"
    assert format_of("# RN\n\n## Pay\n".encode("utf-16"), "ad.txt") == "markdown"
    assert [block.text for block in read_document(page, "-").blocks] == ["Applicants must be under 40."]


@pytest.mark.parametrize("path", ["ad.txt", "ad.md", "ad.html"])
def test_a_return_alone_ends_a_line(path: str) -> None:
    source = (
        "<h1>Case Manager</h1>\r\r<p>We hire.</p>\r\n\r<p>You plan care.</p>\r"
        if path == "ad.html"
        else ("Case Manager\r\rWe hire.\r\n\rYou plan care.\r")
    )
    document = read_document(source.encode(), path)

    assert [document.position(block.source_offset(0)).line for block in document.blocks] == [1, 3, 5]


def test_what_a_page_leaves_out_is_noted(read: Callable) -> None:
    prose = "The river rose in spring and we all moved up. " * 5

    assert (
        "were not read" in read(f"<main><p>{prose * 2}</p></main><div><p>{prose[:-1]}!</p></div>", "ad.html").notes[0]
    )
