"""A posting's facts and body, the shipped templates, and PDFs made of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jdgen.load.records import as_record
from jdgen.model.posting import PostingFacts
from jdgen.render.brand import palette
from jdgen.render.html import render_page
from jdgen.render.pdf import Pdf, render_pdf
from jdgen.render.style import paper_style

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture
def templates() -> tuple[Path, ...]:
    return (TEMPLATES,)


@pytest.fixture
def two_pages() -> str:
    """A body of about 900 words."""
    return (Path(__file__).parent / "postings" / "two-pages.md").read_text(encoding="utf-8")


@pytest.fixture
def make_facts() -> Callable[..., PostingFacts]:
    def make(*, employer: dict[str, Any] | None = None, **changes: Any) -> PostingFacts:
        values: dict[str, Any] = {
            "id": "REQ-1042",
            "title": "Hospital Case Manager",
            "specialization": "mental-health",
            "description": "Hospital Case Manager in Denver, Colorado: $38.50 to $52.00 an hour.",
            "occupation": {"code": "21-1022.00", "title": "Healthcare Social Workers"},
            "location": "Denver, CO 80204",
            "posted": "2026-11-22",
            "apply": {"url": "https://careers.cedarridge.example/jobs/REQ-1042"},
            "employer": {"name": "Cedar Ridge Medical Center", "website": "https://www.cedarridge.example/"},
        }
        return as_record(values | changes | {"employer": values["employer"] | (employer or {})}, PostingFacts)

    return make


@pytest.fixture
def make_pdf(templates: tuple[Path, ...], make_facts: Callable[..., PostingFacts]) -> Callable[..., Pdf]:
    def make(body: str, *, paper: Any = "letter", color: str | None = None, **changes: Any) -> Pdf:
        page = render_page(body, make_facts(**changes), folders=templates)
        return render_pdf(page, style=paper_style(palette(color), folders=templates, paper=paper), folders=templates)

    return make
