"""Independent checkers on the pages: the Nu HTML checker, and axe in a real browser."""

# ruff: noqa: S603 - the programs started are the checkers

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Find = Callable[..., str]
Tool = Callable[[str], Path]


def test_the_nu_checker_finds_neither_errors_nor_warnings(html_pages: list[Path], program: Find, tool: Tool) -> None:
    command = [program("java"), "-jar", str(tool("vnu-jar/build/dist/vnu.jar")), "--format", "json", "--stdout"]

    done = subprocess.run([*command, *map(str, html_pages)], check=False, capture_output=True, text=True)

    assert len(html_pages) == 7
    messages = json.loads(done.stdout)["messages"]
    assert [f"{Path(found['url']).name}:{found.get('lastLine')}: {found['message']}" for found in messages] == []


def test_axe_finds_nothing_in_light_and_dark_on_a_phone_and_a_desk(
    html_pages: list[Path], program: Find, tool: Tool
) -> None:
    tools = tool("axe-core").parent.parent
    chromium = program("chromium", "chromium-browser", "google-chrome")
    script = Path(__file__).parent / "check_with_axe.cjs"
    tool("playwright-core")

    command = [program("node"), str(script), str(tools), chromium, *map(str, html_pages)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    pages = json.loads(done.stdout)
    assert [len(page["looks"]) for page in pages] == [4] * 7
    assert all(look["passed"] > 10 for page in pages for look in page["looks"])
    found = {f"{page['page']} {look['width']} {look['colorScheme']}": look for page in pages for look in page["looks"]}
    assert {name: look["violations"] for name, look in found.items() if look["violations"]} == {}
    assert [name for name, look in found.items() if look["isTooWide"]] == []
    assert [page["requests"] for page in pages if page["requests"]] == []
