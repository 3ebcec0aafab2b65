"""The line of another place, as a message names it."""

import json

import pytest

from jdgen.audit.view import View
from jdgen.audit.whereabouts import in_file, whereabouts
from jdgen.ingest.reader import read_document

AD = "# Nurse\n\nWe pay $30 an hour.\n\nWe pay $40 an hour, or $50.\n"


@pytest.mark.parametrize(("words", "place"), [("$30", "line 3"), ("$40", "line 5, column 8")])
def test_another_line_is_named_and_on_the_same_line_the_column(words: str, place: str) -> None:
    view = View(read_document(AD.encode(), "ad.md"))

    assert place == whereabouts(view, view.text.index(words), seen_from=AD.index("$50"))


def test_a_place_in_the_file_needs_no_words() -> None:
    text = "---\ntitle: Nurse\npay: 30/hour\n---\n# Nurse\n\nWe pay $40 an hour.\n"
    view = View(read_document(text.encode(), "ad.md"))

    assert whereabouts(view, text.index("30/hour"), seen_from=text.index("$40"), in_source=True) == "line 3"
    assert in_file(view, view.text.index("$40")) == text.index("$40")


def test_a_file_without_lines_of_its_own_counts_columns_too() -> None:
    text = json.dumps({"@type": "JobPosting", "title": "Nurse", "description": "<p>We pay $30.</p><p>We pay $40.</p>"})
    view = View(read_document(text.encode(), "ad.json"))
    there, here = view.text.index("$30"), view.text.index("$40")

    assert whereabouts(view, there, seen_from=in_file(view, here)) == f"line 1, column {text.index('$30') + 1}"
