"""Independent checkers on Word files: openxml-audit, which knows what Word refuses or repairs, and LibreOffice."""

# ruff: noqa: S603 - the programs started are the checkers

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from jdgen.load.postings import parse_posting
from jdgen.render.docx import render_docx
from jdgen.render.logo import Logo

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases" / "render"
NAMES = ["hospital/posting", "hospital/internal", "weird-text/posting", "several-places/objectives"]
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><rect width="300" height="100"/></svg>'
TRIAL = """---
id: trial
title: Case Manager
employer: {name: "בית חולים Cedar", website: "https://www.example.org"}
language: he
---
# מנהל מקרים

- **Pay:** $38.50 to $52.00 an hour

Hello **bold** *it* H<sub>2</sub>O [Apply](https://a.example/?a=1&b=2)
שלום (123)

##### Deep

3. three
    - nested

    More of three.

> ## Quoted

| A | B |
| --- | --- |
| 1 | |
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return Word files of our cases and of one that tries every element."""
    folder = tmp_path_factory.mktemp("word")
    texts = {name.replace("/", "-"): (CASES / f"{name}.md").read_text(encoding="utf-8") for name in NAMES} | {
        "trial": TRIAL
    }
    for name, text in texts.items():
        content = render_docx(
            parse_posting(text, name), folders=(ROOT / "templates",), paper="a4", logo=Logo("image/svg+xml", DRAWING)
        )
        (folder / f"{name}.docx").write_bytes(content)
    return sorted(folder.iterdir())


def test_openxml_audit_finds_nothing(files: list[Path]) -> None:
    assert len(files) == 5
    command = [sys.executable, "-m", "openxml_audit", "--recursive", "--output", "json", str(files[0].parent)]

    done = subprocess.run(command, check=False, capture_output=True, text=True)

    reports = json.loads(done.stdout)
    assert {Path(report["file"]).name: report["errors"] for report in reports} == {path.name: [] for path in files}
    assert {report["verdict"]["prediction"] for report in reports} == {"opens-clean"}


def test_libreoffice_opens_them_and_counts_the_pages(
    files: list[Path], tmp_path: Path, program: Callable[..., str]
) -> None:
    office = program("soffice", "libreoffice")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"

    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=180,
    )

    for path in files:
        pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / f"{path.stem}.pdf")]
        assert [f"Page {number} of {len(pages)}" in text for number, text in enumerate(pages, 1)] == [True] * len(pages)
