"""Pages as users get them, made once: every template of a sample, and postings that try the design."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner

from jdgen.cli.main import cli

TOOLS = Path(__file__).parents[1] / "tools"
CASES = Path(__file__).parents[1] / "cases" / "render"
TEMPLATES = ("posting", "classic", "objectives", "internal")
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><rect width="300" height="100"/></svg>'

LONG = (
    "Senior Interdisciplinary Hospital Case Management and Transitions-of-Care Donaudampfschifffahrtsgesellschaft " * 2
)
TRIALS = {
    "right-to-left": (
        "בית החולים הקהילתי לבריאות הנפש, לשיקום ולגריאטריה בצפון",
        "מנהל מקרים במחלקה הפנימית",
        "#1f5f6b",
    ),
    "chinese": ("雪松岭社区医疗中心", "醫院個案管理師", "#ffd200"),
    "long": (f"The Sisters of Perpetual Charity {LONG}".strip(), LONG.strip(), "#f2f2f2"),
}
BODY = """# {title}

- **Location:** Denver, Colorado
- **Pay:** $38.50 to $52.00 an hour
- **Schedule:** Three 12-hour shifts, 7 a.m. to 7:30 p.m., every third weekend

{title}. <b onclick="alert(1)">Welcome</b> <script>alert(1)</script> <u>to</u> 1 < 2 &amp; more.

##### Too deep

- one
- two
- three
- four

# A second title

> ## Quoted

1. first
    - nested
2. second

| Role | Name | Signature | Date |
| --- | --- | --- | --- |
| Employee | | | |

https://www.example.org/{unbroken}

## How to apply

<https://www.example.org/apply>
"""


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an HTML page and a PDF of every posting."""
    folder = tmp_path_factory.mktemp("pages")
    run("init", str(folder))
    for template in TEMPLATES:
        inputs = [str(folder / "requisition.yaml"), "-e", str(folder / "employer.yaml")]
        run("render", *inputs, "-t", template, "--set", f"id={template}", "-f", "html,pdf", "-o", str(folder / "out"))
    for name, trial in TRIALS.items():
        posting = folder / f"{name}.md"
        posting.write_text(trial_posting(name, *trial), encoding="utf-8")
        run("export", str(posting), "--draft", "-f", "html,pdf", "-o", str(folder / "out"))
    return folder / "out"


@pytest.fixture
def html_pages(made: Path) -> list[Path]:
    return sorted(made.glob("*.html"))


@pytest.fixture
def pdf_files(made: Path) -> list[Path]:
    return sorted(made.glob("*.pdf"))


@pytest.fixture(scope="session")
def case_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a careers site of the postings that our requisitions become."""
    folder = tmp_path_factory.mktemp("cases")
    postings = folder / "postings"
    postings.mkdir()
    for case in CASES.glob("*/posting.md"):
        text = case.read_text(encoding="utf-8")
        (postings / f"{case.parent.name}.md").write_text(text, encoding="utf-8")
        for logo in re.findall(r"^ +logo: (.+)$", text, re.MULTILINE):
            (postings / logo).write_text(LOGO, encoding="utf-8")
    options = ("--base-url", "https://jobs.example.org/", "--name", "Jobs", "--no-pdf", "--date", "2026-11-22")
    run("site", "--draft", str(postings), "-o", str(folder / "out"), *options)
    return folder / "out"


@pytest.fixture(scope="session")
def program() -> Callable[..., str]:
    """Return a function that finds a program by one of its names."""

    def find(*names: str) -> str:
        found = next(filter(None, map(shutil.which, names)), None)
        return found or give_up(f"{names[0]} is not installed")

    return find


@pytest.fixture(scope="session")
def tool() -> Callable[[str], Path]:
    """Return a function that finds a file of the npm packages in tests/tools."""

    def find(name: str) -> Path:
        path = TOOLS / "node_modules" / name
        return path if path.exists() else give_up(f"{name} is missing; run `npm ci --prefix tests/tools`")

    return find


def give_up(reason: str) -> NoReturn:
    """Skip on a machine of a person, fail where all tools have to be there."""
    if os.environ.get("JDGEN_REQUIRE_TOOLS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def run(*arguments: str) -> None:
    result = CliRunner().invoke(cli, list(arguments))
    assert result.exit_code == 0, result.stderr


def trial_posting(name: str, employer: str, title: str, color: str) -> str:
    facts = {"jdgen": "1", "id": name, "title": title, "language": "en-US"}
    front = "".join(f'{key}: "{value}"\n' for key, value in facts.items())
    front += f'employer: {{name: "{employer}", website: "https://www.example.org", brand_color: "{color}"}}\n'
    front += 'apply: {url: "https://www.example.org/apply"}\n'
    return f"---\n{front}---\n\n" + BODY.replace("{title}", title).replace("{unbroken}", "x" * 200)
