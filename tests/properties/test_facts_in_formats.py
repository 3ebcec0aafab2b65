"""The same posting typed in each format states the same facts, and its words have the same roles."""

import json
from io import BytesIO

import docx
import pytest

from jdgen.ingest.reader import read_document
from jdgen.ingest.recovery import recovered
from jdgen.model.document import Document

BODY = {
    "About us": ["We help older adults in their own homes."],
    "Responsibilities": ["- Visit people at home.", "- Call clinics and write down what they say."],
    "Requirements": ["- A license as a registered nurse (RN)", "- Two years of work with older adults"],
    "Benefits": ["- Paid time off"],
}
POSTINGS = [
    ("RN Case Manager", "Larch Home Care", "Reno, NV 89501", "$34.50 to $41.00 an hour", "Full-time", "2026-12-31"),
    ("Social Worker", "Maple Clinic", "Portland, Maine", "$61,000 a year", "Part-time", "2027-01-15"),
    ("Care Coordinator", "Alder & Birch, LLC", "St. Paul, Minn.", "$28 an hour", "Per diem", "2026-12-01"),
    ("Benefits Case Manager", "Pine County", "Brooklyn, New York", "$70,000 to $80,000 a year", "Temporary", "2027-02-01"),
    ("Nurse Navigator", "St. Brigid Hospital", "Washington, D.C. 20001", "$39.25 an hour", "Full-time", "2026-12-24"),
]  # fmt: skip
LABELS = ("Employer", "Location", "Pay", "Job type", "Closes")
FIELDS = ("title", "employer.name", "location", "pay", "employment", "closes")
Posting = tuple[str, ...]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;")


def _labels(posting: Posting) -> list[str]:
    return [f"{label}: {value}" for label, value in zip(LABELS, posting[1:], strict=True)]


def _sections() -> str:
    return "\n\n".join(f"## {heading}\n\n" + "\n".join(lines) for heading, lines in BODY.items())


def front_matter(posting: Posting) -> tuple[bytes, str]:
    names = ("title", "employer", "location", "pay", "employment", "closes")
    facts = "\n".join(f"{name}: {json.dumps(value)}" for name, value in zip(names, posting, strict=True))
    return f"---\n{facts}\n---\n\n# {posting[0]}\n\n{_sections()}\n".encode(), "ad.md"


def markdown(posting: Posting) -> tuple[bytes, str]:
    return "\n\n".join([f"# {posting[0]}", *_labels(posting), _sections()]).encode(), "ad.md"


def text(posting: Posting) -> tuple[bytes, str]:
    return "\n\n".join([posting[0], *_labels(posting), _sections().replace("## ", "")]).encode(), "ad.txt"


def _markup() -> str:
    parts = []
    for heading, lines in BODY.items():
        items = "".join(f"<li>{line[2:]}</li>" for line in lines)
        parts.append(f"<h2>{heading}</h2>" + (f"<ul>{items}</ul>" if lines[0][0] == "-" else f"<p>{lines[0]}</p>"))
    return "".join(parts)


def html(posting: Posting) -> tuple[bytes, str]:
    rows = "".join(f"<tr><th>{label}</th><td>{_escaped(value)}</td></tr>" for label, value in zip(LABELS, posting[1:], strict=True))  # fmt: skip
    page = f"<html><body><h1>{posting[0]}</h1><table>{rows}</table>{_markup()}</body></html>"
    return page.encode(), "ad.html"


def pdf(posting: Posting) -> tuple[bytes, str]:
    from weasyprint import HTML

    page = html(posting)[0].decode()
    style = "<style>h1 { font-size: 24pt } h2 { font-size: 15pt } body { font-size: 11pt } th { text-align: left; padding-right: 20pt }</style>"
    return HTML(string=f"<!doctype html>{style}{page}").write_pdf(), "ad.pdf"


def word(posting: Posting) -> tuple[bytes, str]:
    file = docx.Document()
    file.add_heading(posting[0], level=1)
    for line in _labels(posting):
        file.add_paragraph(line)
    for heading, lines in BODY.items():
        file.add_heading(heading, level=2)
        for line in lines:
            file.add_paragraph(line.removeprefix("- "), style="List Bullet" if line[0] == "-" else None)
    content = BytesIO()
    file.save(content)
    return content.getvalue(), "ad.docx"


FORMATS = [markdown, text, html, pdf, word]


def _facts(document: Document) -> dict[str, object]:
    found = recovered(document)
    facts = {field: [one.value for one in found.get(field, ())] for field in FIELDS}
    return facts | {"employer": document.employer and document.employer.text, "places": [one.value for one in document.places]}  # fmt: skip


def _roles(document: Document) -> list[tuple[str, str]]:
    headings = {"title", "employer", "duties", "required", "benefits"}
    return [(block.role, block.text) for block in document.blocks if block.role in headings]


@pytest.mark.parametrize("posting", POSTINGS, ids=[posting[0] for posting in POSTINGS])
@pytest.mark.parametrize("write", FORMATS, ids=[write.__name__ for write in FORMATS])
def test_each_format_states_the_facts_of_the_front_matter(write, posting: Posting) -> None:
    expected = read_document(*front_matter(posting))
    document = read_document(*write(posting))

    assert all(values for values in _facts(expected).values())
    assert _facts(document) == _facts(expected)
    assert _roles(document) == _roles(expected)
