"""Pages on which text stands side by side, read as the Markdown of the same text is: printed by WeasyPrint and by LibreOffice."""

import shutil
import subprocess
from pathlib import Path

import pytest

from jdgen.ingest.reader import read_document
from jdgen.ingest.recovery import recovered
from jdgen.model.document import Document

_FONT = Path(__file__).resolve().parents[2] / "templates" / "fonts" / "paper" / "SourceSans3-Regular.ttf"
_BOLD = _FONT.with_name("SourceSans3-Semibold.ttf")

ABOUT = (
    "Larch Home Care helps older adults in Reno stay in their own homes. We are a small team of nurses and social workers who visit people, "
    "listen to them, and plan their care together with their families and their doctors."
)
DAYS = (
    "You meet people where they live, learn what they need, and write a plan with them that says who does what and when, and you keep in "
    "touch by telephone and change the plan when life changes."
)
DUTIES = (
    "Visit twenty households a month and write down what you see on the same day.",
    "Call clinics, pharmacies and landlords when something does not go as planned.",
    "Train new colleagues during their first three months on the team.",
)
NEEDS = (
    "A license as a registered nurse in Nevada, or the right to one within three months.",
    "Two years of work with older adults in their homes or in a clinic.",
)
GIVES = ("Health, dental and vision plans from the first day, paid for you by us.", "Twenty days off a year.")
FACTS = {
    "Location": "Reno, NV 89501",
    "Pay": "$34.50 to $41.00 an hour",
    "Job type": "Full-time",
    "Closes": "December 31, 2026",
    "Employer": "Larch Home Care",
}
SECTIONS = {"About us": (ABOUT, DAYS), "Responsibilities": DUTIES, "Requirements": NEEDS, "Benefits": GIVES}
LEFT, RIGHT = ("About us", "Responsibilities"), ("Requirements", "Benefits")


def markdown(*parts: str) -> str:
    """Return the posting in Markdown: its title, then sections by their names, `facts`, or any other words."""
    return "\n\n".join(["# RN Case Manager", *map(_markdown, parts)])


def _markdown(part: str) -> str:
    if part == "facts":
        return "\n\n".join(f"{label}: {value}" for label, value in FACTS.items())
    if part not in SECTIONS:
        return part
    words = SECTIONS[part]
    body = "\n\n".join(words) if part == "About us" else "\n".join(f"- {one}" for one in words)
    return f"## {part}\n\n{body}"


def html(*parts: str) -> str:
    """Return the same words as HTML without a page around them."""
    return "".join(map(_html, parts))


def _html(part: str) -> str:
    if part == "facts":
        return "".join(f"<p><b>{label}:</b> {value}</p>" for label, value in FACTS.items())
    if part == "above":
        return "".join(f"<p><b>{label}</b><br>{value}</p>" for label, value in FACTS.items())
    if part == "table":
        return (
            f"<table>{''.join(f'<tr><th>{label}</th><td>{value}</td></tr>' for label, value in FACTS.items())}</table>"
        )
    if part not in SECTIONS:
        return f"<p>{part}</p>"
    words = SECTIONS[part]
    if part == "About us":
        return f"<h2>{part}</h2>{''.join(f'<p>{one}</p>' for one in words)}"
    return f"<h2>{part}</h2><ul>{''.join(f'<li>{one}</li>' for one in words)}</ul>"


def page(body: str, style: str = "") -> str:
    """Return a page to print with the title on top."""
    return (
        f'<!doctype html><html lang="en"><style>@font-face {{ font-family: shipped; src: url("{_FONT.as_uri()}") }} @font-face {{ font-family: shipped; font-weight: bold; src: url("{_BOLD.as_uri()}") }}'
        "@page { size: letter; margin: 0.8in } body { font: 10.5pt/1.4 shipped } p { margin: 0 0 6pt }"
        "h1 { font-size: 24pt; margin: 0 0 8pt } h2 { font-size: 13pt; margin: 10pt 0 4pt }"
        "th { text-align: left; padding-right: 24pt; vertical-align: top } td { vertical-align: top }"
        f".columns {{ columns: 2; column-gap: 24pt }} .sides {{ display: flex; gap: 24pt }}"
        f".sides > div {{ flex: 1 1 0 }} .box {{ width: 2.1in; padding: 8pt; border: 1pt solid }} {style}</style>"
        f"<body><h1>RN Case Manager</h1>{body}"
    )


def column(*parts: str, kind: str = "") -> str:
    """Return parts in an element of their own, of a kind that the style knows."""
    return f'<div class="{kind}">{html(*parts)}</div>'


CLOSING = "We are an equal opportunity employer and decide without regard to any characteristic that the law protects."
ALL = (*LEFT, *RIGHT)

LAYOUTS = {
    "columns": (page(column(*ALL, kind="columns")), markdown(*ALL)),
    "a heading and a closing line across the page": (
        page(html(CLOSING) + column(*ALL, kind="columns") + html(CLOSING)),
        markdown(CLOSING, *ALL, CLOSING),
    ),
    "three columns": (
        page(column(*ALL, kind="columns"), ".columns { columns: 3 } @page { size: letter landscape }"),
        markdown(*ALL),
    ),
    "a narrow gutter": (page(column(*ALL, kind="columns"), ".columns { column-gap: 9pt }"), markdown(*ALL)),
    "two sides": (
        page(f'<div class="sides">{column(*LEFT)}{column(*RIGHT)}</div>' + html(CLOSING)),
        markdown(*ALL, CLOSING),
    ),
    "cells of a layout table": (
        page(f'<table><tr><td style="width: 50%">{html(*LEFT)}<td>{html(*RIGHT)}</table>'),
        markdown(*ALL),
    ),
    "a box of facts that floats on the right": (
        page(column("facts", kind="box") + html(*ALL), ".box { float: right; margin-left: 20pt }"),
        markdown("facts", *ALL),
    ),
    "a box of facts that floats on the left": (
        page(column("facts", kind="box") + html(*ALL), ".box { float: left; margin-right: 20pt }"),
        markdown("facts", *ALL),
    ),
    "a grid with the facts on the right": (
        page(
            f'<div class="grid">{column(*ALL)}{column("facts")}</div>',
            ".grid { display: grid; grid-template-columns: 1fr 2in; column-gap: 24pt }",
        ),
        markdown("facts", *ALL),
    ),
    "a section that floats": (
        page(column("Benefits", kind="box") + html(*LEFT, "Requirements"), ".box { float: right; margin-left: 20pt }"),
        markdown("About us", "Benefits", "Responsibilities", "Requirements"),
    ),
    "a grid of sections": (
        page(
            f'<div class="grid">{"".join(map(column, ALL))}</div>',
            ".grid { display: grid; grid-template-columns: 1fr 1fr; gap: 12pt 24pt }",
        ),
        markdown("About us", "Requirements", "Responsibilities", "Benefits"),
    ),
    "a heading between two sets of columns": (
        page(column(*LEFT, kind="columns") + "<h2>What you bring</h2>" + column(*RIGHT, kind="columns")),
        markdown(*LEFT, "## What you bring", *RIGHT),
    ),
    "headers and footers": (
        page(
            column(*ALL, kind="columns") + column(*RIGHT, *LEFT, kind="columns last"),
            ".last { break-before: page } @page { @top-left { content: 'Larch' } @top-right { content: 'Class 4417' }"
            "@bottom-center { content: 'Page ' counter(page) ' of ' counter(pages) } }",
        ),
        markdown(*ALL, *RIGHT, *LEFT),
    ),
    "a letterhead in two corners": (
        page(
            '<div class="sides"><div>Pine County<br>Human Resources</div><div>Class 4417<br>Unit 12</div></div>'
            + html("table") + column(*ALL, kind="columns"),
        ).replace("<h1>RN Case Manager</h1>", "", 1).replace('<table>', "<h1>RN Case Manager</h1><table>", 1),
        None,
    ),
}  # fmt: skip


def printed(source: str) -> Document:
    """Return what is read of a page that WeasyPrint prints."""
    from weasyprint import HTML

    return read_document(HTML(string=source).write_pdf(), "ad.pdf")


def outline(document: Document) -> list[tuple[str, str, str]]:
    """Return kind, role and words of each block."""
    return [(block.kind, block.role, block.text) for block in document.blocks]


@pytest.mark.parametrize("name", [name for name, (_, same) in LAYOUTS.items() if same])
def test_a_layout_reads_as_the_same_text_in_markdown(name: str) -> None:
    source, same = LAYOUTS[name]

    document, expected = printed(source), read_document(same.encode(), "ad.md")

    assert outline(document) == outline(expected)
    assert facts(document) == facts(expected)


def facts(document: Document) -> dict[str, list[object]]:
    """Return what a document states, by its names."""
    return {field: [one.value for one in stated] for field, stated in recovered(document).items()}


def test_text_between_two_corners_and_the_columns_stays_there() -> None:
    words = [text for _, _, text in outline(printed(LAYOUTS["a letterhead in two corners"][0]))]

    assert words[:5] == ["Pine County", "Human Resources", "Class 4417", "Unit 12", "RN Case Manager"]
    assert words[10:13] == ["About us", ABOUT, DAYS]


@pytest.mark.parametrize("wide", [{}, {"Schedule": DAYS, "Licenses": ABOUT}])
def test_a_table_of_facts_keeps_each_label_with_its_value(wide: dict[str, str]) -> None:
    rows = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in {**FACTS, **wide}.items())
    document = printed(page(f"<table>{rows}</table>" + html(*ALL)))

    found = facts(document)

    expected = facts(read_document(markdown("facts", *ALL).encode(), "ad.md"))
    assert {field: found.get(field) for field in expected} == expected
    words = [text for _, _, text in outline(document)]
    assert [f"{label} {value}" for label, value in FACTS.items()] == words[1:6]


def test_a_table_of_sentences_is_read_row_by_row() -> None:
    rows = [(duty, f"{need} {need}") for duty, need in zip(DUTIES, (*NEEDS, DAYS), strict=True)]
    table = "".join(f"<tr><td>{duty}</td><td>{need}</td></tr>" for duty, need in rows)
    style = "table { width: 100% } td { padding: 4pt 10pt; width: 50% }"
    document = printed(page(f"<table>{table}</table>" + html(*RIGHT), style))

    assert [text for _, _, text in outline(document)][1:7] == [cell for row in rows for cell in row]


def test_labels_above_their_values_beside_the_text_are_facts() -> None:
    body = f'<div class="grid">{column("above")}{column(*ALL)}</div>'
    style = ".grid { display: grid; grid-template-columns: 2in 1fr; column-gap: 24pt }"
    document = printed(page(body, style))

    assert facts(document) == facts(read_document(markdown("facts", *ALL).encode(), "ad.md"))
    assert [text for _, _, text in outline(document)][11:13] == ["About us", ABOUT]


OFFICE = shutil.which("soffice")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("layout", ["columns", "frame"])
def test_pages_that_libreoffice_prints_read_as_the_same_text_in_markdown(layout: str, tmp_path: Path) -> None:
    frame = f'<text:p text:style-name="P"><draw:frame draw:style-name="F" text:anchor-type="paragraph" svg:width="2in"><draw:text-box>{_paragraphs(*(f"{label}: {value}" for label, value in FACTS.items()))}</draw:text-box></draw:frame></text:p>'
    body = _office_body()
    parts = (
        f'<text:section text:style-name="S" text:name="s">{body}</text:section>'
        if layout == "columns"
        else frame + body
    )
    (tmp_path / "ad.fodt").write_text(_OFFICE_FILE.format(body=parts), encoding="utf-8")

    command = [
        str(OFFICE),
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*command, str(tmp_path / "ad.fodt")], check=True, capture_output=True, timeout=120)  # noqa: S603 - our own file
    document = read_document((tmp_path / "ad.pdf").read_bytes(), "ad.pdf")

    expected = read_document(markdown(*(("facts",) if layout == "frame" else ()), *ALL).encode(), "ad.md")
    assert outline(document) == outline(expected)
    assert facts(document) == facts(expected)


def _paragraphs(*texts: str, style: str = "P") -> str:
    return "".join(f'<text:p text:style-name="{style}">{text}</text:p>' for text in texts)


def _office_body() -> str:
    found = []
    for heading, words in SECTIONS.items():
        items = "".join(f"<text:list-item>{_paragraphs(one)}</text:list-item>" for one in words)
        body = _paragraphs(*words) if heading == "About us" else f"<text:list>{items}</text:list>"
        found.append(_paragraphs(heading, style="H") + body)
    return "".join(found)


_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
_OFFICE_FILE = (
    f'<?xml version="1.0"?><office:document {_NAMES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
    '<office:automatic-styles><style:style style:name="T" style:family="paragraph"><style:text-properties fo:font-size="22pt" fo:font-weight="bold"/></style:style>'
    '<style:style style:name="H" style:family="paragraph"><style:paragraph-properties fo:margin-top="10pt" fo:margin-bottom="4pt"/>'
    '<style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>'
    '<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="6pt"/><style:text-properties fo:font-size="10.5pt"/></style:style>'
    '<style:style style:name="S" style:family="section"><style:section-properties><style:columns fo:column-count="2" fo:column-gap="0.3in"/></style:section-properties></style:style>'
    '<style:style style:name="F" style:family="graphic"><style:graphic-properties style:wrap="left" fo:padding="0.1in" fo:margin="0.1in" fo:border="1pt solid #000000" '
    'style:horizontal-pos="right" style:horizontal-rel="paragraph" style:vertical-pos="top" style:vertical-rel="paragraph"/></style:style></office:automatic-styles>'
    '<office:body><office:text><text:p text:style-name="T">RN Case Manager</text:p>{body}</office:text></office:body></office:document>'
)
