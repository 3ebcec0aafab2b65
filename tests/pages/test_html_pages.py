"""Independent checkers on the pages: the Nu HTML checker, and axe in a real browser."""

# ruff: noqa: S603 - the programs started are the checkers

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

# The Nu checker takes no `img-src` at all for one that allows data: addresses. In the browser below the same pages show their logo
# without a complaint. https://github.com/validator/validator/issues/2062 is of the same family.
MISREAD_POLICY = re.compile("Content Security Policy \\(meta tag\\): image “data:[^”]*” blocked by “img-src” directive")

Find = Callable[..., str]
Tool = Callable[[str], Path]


def test_the_nu_checker_finds_neither_errors_nor_warnings(html_pages: list[Path], program: Find, tool: Tool) -> None:
    command = [program("java"), "-jar", str(tool("vnu-jar/build/dist/vnu.jar")), "--format", "json", "--stdout"]

    done = subprocess.run([*command, *map(str, html_pages)], check=False, capture_output=True, text=True)

    assert len(html_pages) == 7
    messages = json.loads(done.stdout)["messages"]
    said = [f"{Path(found['url']).name}:{found.get('lastLine')}: {found['message']}" for found in messages]
    assert [message for message in said if not MISREAD_POLICY.search(message)] == []


@pytest.fixture(scope="module")
def seen(made: Path, tool: Tool, program: Find) -> list[dict[str, Any]]:
    """Return what axe and the browser say of each page."""
    tools = tool("axe-core").parent.parent
    chromium = program("chromium", "chromium-browser", "google-chrome")
    script = Path(__file__).parent / "check_with_axe.cjs"
    tool("playwright-core")
    command = [program("node"), str(script), str(tools), chromium, *map(str, sorted(made.glob("*.html")))]

    done = subprocess.run(command, check=False, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    pages: list[dict[str, Any]] = json.loads(done.stdout)
    assert len(pages) == 7
    return pages


def test_axe_finds_nothing_in_light_and_dark_on_a_phone_and_a_desk(seen: list[dict[str, Any]]) -> None:
    assert [len(page["looks"]) for page in seen] == [4] * 7
    assert all(look["passed"] > 10 for page in seen for look in page["looks"])
    found = {f"{page['page']} {look['width']} {look['colorScheme']}": look for page in seen for look in page["looks"]}
    assert {name: look["violations"] for name, look in found.items() if look["violations"]} == {}
    assert [name for name, look in found.items() if look["isTooWide"]] == []


def test_pages_ask_for_nothing_from_outside_and_the_browser_has_no_complaint(seen: list[dict[str, Any]]) -> None:
    assert [page["requests"] for page in seen if page["requests"]] == []
    assert [page["complaints"] for page in seen if page["complaints"]] == []


def test_a_page_runs_no_script_and_loads_no_picture_that_gets_into_it(seen: list[dict[str, Any]]) -> None:
    stopped = {"attacked": False, "blocked": ["img-src", "script-src-elem"]}

    assert [page["attack"] for page in seen] == [stopped] * 7
