"""The states a posting is judged by are the same in its PDF as in its Markdown, however long its places and its title are."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jdgen.audit.engine import AuditRequest, context_of
from jdgen.ingest.reader import read_document
from jdgen.load.postings import dump_posting
from jdgen.model.document import Document
from jdgen.render.formats import RENDERERS, Look

LOOK = Look(folders=(Path(__file__).resolve().parents[2] / "templates",), paper="letter", logo=None)
LONG_TITLE = "Case Manager for Community Mental Health and for Substance Use Recovery Services"


def states(document: Document, day: object) -> set[str]:
    """Return the states a document is judged by."""
    return set(context_of(document, AuditRequest(day)).states)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("places", "title", "expected"),
    [
        (["Remote (NY)"], "Case Manager", {"NY"}),
        (["Remote (NC, SC, WV, NH, MA, RI, PA)"], LONG_TITLE, {"NC", "SC", "WV", "NH", "MA", "RI", "PA"}),
        (["Rancho Santa Margarita, CA", "New York, NY", "Boise, ID"], "Case Manager", {"CA", "NY", "ID"}),
        (["Winchester-on-the-Severn, MD"], LONG_TITLE, {"MD"}),
    ],
)
def test_a_pdf_keeps_its_places_and_its_title(
    composed: Callable, places: list[str], title: str, expected: set[str]
) -> None:
    workplace = "remote" if places[0].startswith("Remote") else "onsite"
    posting = composed({"location": places, "title": title, "workplace": workplace}, "posting")
    day = posting.facts.posted

    read = [
        read_document(dump_posting(posting).encode(), "posting.md"),
        read_document(RENDERERS["pdf"](posting, LOOK).content, "posting.pdf"),
    ]

    assert [states(document, day) for document in read] == [expected, expected]
    assert [document.title for document in read] == [title, title]
