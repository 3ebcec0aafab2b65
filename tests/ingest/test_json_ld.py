"""JobPosting objects: their words at their places, and what is wrong with the JSON."""

import json
from collections.abc import Callable

import pytest

from jdgen.errors import InputError
from jdgen.ingest.json_ld import read_json_ld, read_scripts

POSTING = {"@context": "https://schema.org", "@type": "JobPosting", "title": "RN", "description": "<p>We hire.</p>"}


@pytest.mark.parametrize(
    "document",
    [
        POSTING,
        [POSTING],
        {"@graph": [{"@type": "WebPage"}, POSTING]},
        POSTING | {"@type": ["JobPosting"]},
        POSTING | {"@type": "http://schema.org/JobPosting"},
    ],
)
def test_a_posting_is_found_wherever_it_stands(document: object) -> None:
    reading = read_json_ld(json.dumps(document), "a.json")

    assert [(piece.kind, piece.text) for piece in reading.pieces] == [("heading", "RN"), ("paragraph", "We hire.")]
    assert len(reading.markup) == 1


def test_words_stand_where_they_are_in_the_file(read: Callable) -> None:
    source = '{"@type": "JobPosting",\n "description": "<ul>\\n<li>Caf\\u00e9 R&amp;D\\u2019s<\\/li></ul>"}'
    document = read(source, "a.json")
    block = document.blocks[0]

    assert (block.kind, block.text) == ("item", "Caf\u00e9 R&D\u2019s")
    assert source[block.source_offset(block.text.index("R")) :].startswith("R&amp;D")
    assert source[block.source_offset(block.text.index("D")) :].startswith("D\\u2019s")
    assert document.position(block.source_offset(0)).line == 2


def test_html_that_was_escaped_once_too_often_is_read(read: Callable) -> None:
    source = '{"@type": "JobPosting", "description": "&lt;p&gt;We hire&lt;/p&gt;&lt;p&gt;R&amp;amp;D&lt;/p&gt;"}'
    document = read(source, "a.json")

    assert [block.text for block in document.blocks] == ["We hire", "R&D"]
    assert source[document.blocks[1].source_offset(0) :].startswith("R&amp;")


def test_a_description_without_html_is_plain_text(read: Callable) -> None:
    document = read(json.dumps(POSTING | {"description": "We hire.\n\nBenefits:\n- Dental"}), "a.json")

    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "heading", "item"]


def test_broken_json_is_named_with_its_place(read: Callable) -> None:
    with pytest.raises(InputError) as raised:
        read('{"@type": "JobPosting",\n "title" "RN"}', "a.json")

    assert str(raised.value).startswith("a.json:2:10: the JSON is broken here: expecting")


def test_json_without_a_posting_is_refused(read: Callable) -> None:
    with pytest.raises(InputError, match="no JobPosting"):
        read('{"@type": "WebPage"}', "a.json")


def test_several_postings_are_noted() -> None:
    reading = read_json_ld(json.dumps([POSTING, POSTING | {"title": "LPN"}]), "a.json")

    assert [one.text for one in reading.stated["title"]] == ["RN"]
    assert "more than one" in reading.notes[0]
    assert len(reading.markup) == 2


def test_a_broken_script_is_a_note_with_its_line() -> None:
    source = "<p>We hire.</p>\n<script>\n{broken\n</script>"

    reading = read_scripts(source, ((source.index("{"), source.index("</script>")),))

    assert reading.markup == ()
    assert reading.notes[0].startswith("the JSON-LD in line 3 is broken")
