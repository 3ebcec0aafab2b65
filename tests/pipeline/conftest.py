"""A working folder without formats that take long, and its workspace; postings, and the site that is built of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import jdgen.pipeline.site as site_pipeline
from jdgen.audit.ruleset import Ruleset
from jdgen.load.project import Workspace, open_workspace
from jdgen.pipeline import site_opening
from jdgen.pipeline.ledger import LEDGER
from jdgen.pipeline.site import Built, SiteOrder, build_site
from jdgen.text.dates import describe_date


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a working folder with a short employer."""
    (tmp_path / "jdgen.yaml").write_text("employer: employer.yaml\nformats: [md, html]\n", encoding="utf-8")
    (tmp_path / "employer.yaml").write_text("name: Acme Care\nbrand: {logo: art/l.svg}\n", encoding="utf-8")
    (tmp_path / "art").mkdir()
    (tmp_path / "art" / "l.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    return open_workspace(tmp_path)


FACTS = {
    "jdgen": "1",
    "id": "A-1",
    "title": "Hospital Case Manager",
    "specialization": "hospital",
    "employer": "\n  name: Acme Care",
    "location": "Denver, CO 80204",
    "workplace": "onsite",
    "employment": "full-time, 40 hours/week",
    "pay": "38.50-52.00/hour",
    "benefits": "\n  - Medical and dental insurance",
    "posted": "2026-11-20",
    "closes": "2026-12-31",
    "apply": "\n  url: https://www.acme.example/jobs\n  email: jobs@acme.example",
}
BODY = """
- **Location:** Denver, Colorado
- **Pay:** $38.50 to $52.00 an hour

You plan discharges with patients and their families, and you follow each of them for thirty days.

## What you do

- Meet each new patient on the first morning and ask what they need at home
- Write the plan with the nurses, the doctors and the family
- Call patients two days after they went home

## What you bring

- Two years as a nurse or social worker in a hospital

## Benefits

- Medical and dental insurance

## How to apply

Apply by {closes} at https://www.acme.example/jobs or write to jobs@acme.example.
"""
Write = Callable[..., Path]
Build = Callable[..., Built]


def _text(*, body: str = BODY, **facts: str | None) -> str:
    """Return a posting every channel takes, with facts changed, or left out where they are None."""
    known = {name: value for name, value in (FACTS | facts).items() if value is not None}
    lines = "".join(f"{name}: {value}\n" for name, value in known.items())
    heading = str(known["title"]).strip("'\"")
    words = body.replace("{closes}", describe_date(date.fromisoformat(known.get("closes", "2026-12-31"))))
    return f"---\n{lines}---\n\n# {heading}\n{words}"


@pytest.fixture(scope="session")
def posting_text() -> Callable[..., str]:
    """Return a function that gives the text of a posting every channel takes, with facts changed."""
    return _text


@pytest.fixture
def postings(tmp_path: Path) -> Path:
    """Return an empty folder for postings."""
    folder = tmp_path / "postings"
    folder.mkdir()
    return folder


@pytest.fixture
def post(postings: Path) -> Write:
    """Return a function that writes a posting with an id, with facts changed; it returns the file."""

    def go(identity: str = "A-1", *, name: str | None = None, **facts: str | None) -> Path:
        path = postings / (name or f"{identity}.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_text(id=identity, **facts), encoding="utf-8")
        return path

    return go


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return where the site goes."""
    return tmp_path / "site"


@pytest.fixture
def build(postings: Path, site: Path, shipped_rules: Ruleset, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Return a function that builds the site of a day, without PDF, and of the rules that every test shares."""
    for module in (site_pipeline, site_opening):
        monkeypatch.setattr(module, "load_ruleset", lambda _workspace: shipped_rules)

    def go(day: str = "2026-11-22", *, workspace: Workspace | None = None, **changes: object) -> Built:
        order = SiteOrder(postings, site, "https://careers.acme.example/", date.fromisoformat(day), with_pdf=False)
        return build_site(replace(order, **changes), workspace or open_workspace(postings))

    return go


@pytest.fixture
def files(site: Path) -> Callable[..., dict[str, bytes]]:
    """Return a function that reads a whole site, temporary files too, but the ledger."""

    def go(folder: Path = site) -> dict[str, bytes]:
        found = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        found.pop(LEDGER, None)
        return found

    return go
