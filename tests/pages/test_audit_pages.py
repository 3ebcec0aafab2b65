"""Independent checkers on the audit page: the Nu HTML checker, and axe in a real browser."""

# ruff: noqa: S603 - the programs started are the checkers

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from jdgen.cli.main import cli

Find = Callable[..., str]
Tool = Callable[[str], Path]

RULES = """family: house
rules:
  - id: house.words
    category: age
    severity: error
    evidence: law
    message: "`{matched}` is no word of ours"
    why: The house has other words.
    suggestions: [Write another word, Leave it out]
    sources: ["https://www.example.org/words"]
    checked: 2026-11-22
    terms: [flobber, wibble]
    tests: {fires: [They flobber., They wibble.], silent: [We surprise them.]}
  - id: house.more
    category: style
    severity: warning
    evidence: style
    message: "`{matched}` is one of too many"
    why: The house has other words.
    suggestions: [Write another word]
    checked: 2026-11-22
    terms: [and wibble people, snork]
    tests: {fires: [They flobber and wibble people., They snork.], silent: [We surprise them.]}
"""
POSTING = """---
jdgen: 1
id: A-1
title: Case Manager
location: Denver, CO
pay: 30-40/hour
employer: {name: Acme}
---

# Case Manager <!-- jdgen: allow-file seo because the title is ours -->

We flobber and wibble people. <script>alert(1)</script> 年轻人 and עברית too.

#### Too deep

- snork
    - snork again, in a list within a list
- https://www.example.org/UNBROKEN

| Role | Name |
| --- | --- |
| Nurse | flobber |
""".replace("UNBROKEN", "x" * 200)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the page of one posting, and that of a folder."""
    folder = tmp_path_factory.mktemp("audit")
    (folder / "jdgen.yaml").write_text("rules: rules\n", encoding="utf-8")
    (folder / "rules").mkdir()
    (folder / "rules" / "house.yaml").write_text(RULES, encoding="utf-8")
    (folder / "jobs").mkdir()
    (folder / "jobs" / "a.md").write_text(POSTING, encoding="utf-8")
    (folder / "jobs" / "b.txt").write_text("We help.\n\nWe flobber.\n", encoding="utf-8")
    made = {"one.html": "jobs/a.md", "both.html": "jobs"}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for page, path in made.items():
            channels = ("--channel", "google", "--channel", "indeed")
            result = CliRunner().invoke(cli, ["check", path, "--format", "html", "-o", page, *channels])
            assert result.exit_code == 1, result.stderr
    return [folder / page for page in made]


def test_the_pages_hold_marks_that_overlap(pages: list[Path]) -> None:
    assert '<mark class="error"' in pages[0].read_text(encoding="utf-8")
    assert '<mark class="warning"' in pages[0].read_text(encoding="utf-8")


def test_the_nu_checker_finds_neither_errors_nor_warnings(pages: list[Path], program: Find, tool: Tool) -> None:
    command = [program("java"), "-jar", str(tool("vnu-jar/build/dist/vnu.jar")), "--format", "json", "--stdout"]

    done = subprocess.run([*command, *map(str, pages)], check=False, capture_output=True, text=True)

    messages = json.loads(done.stdout)["messages"]
    assert [f"{Path(found['url']).name}:{found.get('lastLine')}: {found['message']}" for found in messages] == []


def test_axe_finds_nothing_in_light_and_dark_on_a_phone_and_a_desk(
    pages: list[Path], program: Find, tool: Tool
) -> None:
    tools = tool("axe-core").parent.parent
    chromium = program("chromium", "chromium-browser", "google-chrome")
    script = Path(__file__).parent / "check_with_axe.cjs"
    tool("playwright-core")

    command = [program("node"), str(script), str(tools), chromium, *map(str, pages)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    looked = json.loads(done.stdout)
    assert [len(page["looks"]) for page in looked] == [4] * 2
    found = {f"{page['page']} {look['width']} {look['colorScheme']}": look for page in looked for look in page["looks"]}
    assert all(look["passed"] > 10 for look in found.values())
    assert {name: look["violations"] for name, look in found.items() if look["violations"]} == {}
    assert [name for name, look in found.items() if look["isTooWide"]] == []
    assert [page["requests"] for page in looked if page["requests"]] == []
