"""Independent checkers on a careers site opened as files: the Nu HTML checker, axe, and somebody who searches by keyboard."""

# ruff: noqa: S603 - the programs started are the checkers

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from jdgen.cli.main import cli

# The Nu checker takes no file for the site's own when the page is a file; the browser below does, and loads them all.
MISREAD_POLICY = re.compile(
    r"Resource violates Content Security Policy \(meta tag\): .* blocked by “(?:style|script|img)-src” directive\."
)
PLACES = ("Denver, CO 80204", "Portland, ME", "Remote (CO, MN)")
PAYS = ("38.50-52.00/hour", "64000-81000/year", "85-110/visit")
KINDS = ("full-time, 40 hours/week", "part-time, 24 hours/week", "per diem")
EMPLOYERS = (("Cedar Ridge Medical Center", "#1f5f6b"), ("Harbor Light Health Plan", "#f2b705"))
HEBREW = ("בית החולים הקהילתי", "מנהל מקרים", "#7a3b8f")
LONG = "Interdisciplinary Transitions-of-Care Donaudampfschifffahrtsgesellschaft " * 2
COUNT = 60
DATES = ("--date", "2026-11-22")

Find = Callable[..., str]
Tool = Callable[[str], Path]


def posting(number: int) -> str:
    name, color = EMPLOYERS[number % 2]
    facts = {
        "id": f"R-{number:03}",
        "title": "Hospital Case Manager" if number % 2 else "José Peña Case Coordinator",
        "specialization": ("hospital", "hiv", "mental-health")[number % 3],
        "location": PLACES[number % 3],
        "workplace": "remote" if number % 3 == 2 else "onsite",
        "employment": KINDS[number // 3 % 3],
        "pay": PAYS[number // 2 % 3],
        "posted": f"2026-11-{1 + number % 20:02}",
        "closes": "until filled" if number % 4 else "2026-12-31",
    }
    front = "".join(f"{key}: {value}\n" for key, value in facts.items())
    front += f'employer: {{name: "{name}", website: "https://www.example.org", brand_color: "{color}"}}\n'
    front += 'apply: {url: "https://www.example.org/apply"}\nbenefits: [Medical insurance, Paid leave]\n'
    front += "filled: 2026-11-20\n" if number == 7 else ""
    about = f"## About {name}\n\nWe have coordinated care since 1987.\n\n"
    apply = "## How to apply\n\n<https://www.example.org/apply>\n"
    duties = "## What you will do\n\n- Meet people.\n- Plan with them.\n\n" * 3
    return f"---\njdgen: 1\n{front}---\n\n# {facts['title']}\n\n- **Pay:** {facts['pay']}\n\nWelcome.\n\n{duties}{about}{apply}"


def trial(name: str, employer: str, title: str, color: str, language: str) -> str:
    front = (
        f'id: {name}\ntitle: "{title}"\nlanguage: {language}\napply: {{email: jobs@example.org}}\nposted: 2026-11-21\n'
    )
    front += f'employer: {{name: "{employer}", website: "https://www.example.org", brand_color: "{color}"}}\n'
    return f"---\njdgen: 1\n{front}---\n\n# {title}\n\n{title} {'x' * 200}\n\n## How to apply\n\n<jobs@example.org>\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site of sixty openings and two odd ones; one position is filled, and the file of one is gone."""
    folder = tmp_path_factory.mktemp("site")
    postings = folder / "postings"
    postings.mkdir()
    for number in range(COUNT):
        (postings / f"{number}.md").write_text(posting(number), encoding="utf-8")
    (postings / "he.md").write_text(trial("he", *HEBREW, "he"), encoding="utf-8")
    (postings / "long.md").write_text(trial("long", LONG.strip(), LONG.strip(), "#f2f2f2", "en-US"), encoding="utf-8")
    build(postings, folder / "out")
    (postings / "5.md").unlink()
    build(postings, folder / "out")
    return folder / "out"


def build(postings: Path, out: Path) -> None:
    options = ("--base-url", "https://jobs.example.org/", "--name", "Front Range Careers", "--no-pdf", *DATES)
    result = CliRunner().invoke(cli, ["site", str(postings), "-o", str(out), *options])
    assert result.exit_code == 0, result.stderr


@pytest.fixture(scope="module")
def kinds_of_pages(site: Path) -> list[str]:
    """Return one page of each kind, the list first."""
    jobs = {name: next((site / "jobs").glob(f"*{name}.html")) for name in ("r-001", "r-005", "r-007", "he", "long")}
    lists = [*site.glob("employers/*.html"), site / "places/remote.html", site / "openings/2.html"]
    return ["index.html", *(str(path.relative_to(site)) for path in [*jobs.values(), *sorted(lists)])]


@pytest.fixture(scope="module")
def seen(site: Path, kinds_of_pages: list[str], program: Find, tool: Tool) -> dict[str, Any]:
    """Return what axe and the browser say of each page, and what a search by keyboard shows."""
    tools = tool("axe-core").parent.parent
    chromium = program("chromium", "chromium-browser", "google-chrome")
    tool("playwright-core")
    script = Path(__file__).parent / "check_site.cjs"

    command = [program("node"), str(script), str(tools), chromium, str(site), *kinds_of_pages]
    done = subprocess.run(command, check=False, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert [page["page"] for page in found["pages"]] == kinds_of_pages
    return found


def test_the_nu_checker_finds_neither_errors_nor_warnings(
    site: Path, kinds_of_pages: list[str], program: Find, tool: Tool
) -> None:
    command = [program("java"), "-jar", str(tool("vnu-jar/build/dist/vnu.jar")), "--format", "json", "--stdout"]

    done = subprocess.run(
        [*command, *(str(site / name) for name in kinds_of_pages)], check=False, capture_output=True, text=True
    )

    messages = json.loads(done.stdout)["messages"]
    said = [f"{Path(found['url']).name}:{found.get('lastLine')}: {found['message']}" for found in messages]
    assert [message for message in said if not MISREAD_POLICY.search(message)] == []


def test_axe_finds_nothing_in_light_and_dark_on_a_phone_and_a_desk(seen: dict[str, Any]) -> None:
    found = {
        f"{page['page']} {look['width']} {look['colorScheme']}": look
        for page in seen["pages"]
        for look in page["looks"]
    }

    assert len(found) == 4 * len(seen["pages"])
    assert all(look["passed"] > 10 for look in found.values())
    assert {name: look["violations"] for name, look in found.items() if look["violations"]} == {}
    assert [name for name, look in found.items() if look["isTooWide"]] == []
    # Text that lies under the bar of a phone for the moment cannot be decided; it is the same text as anywhere.
    undecided = {name: look["undecidedContrast"] for name, look in found.items() if look["undecidedContrast"]}
    assert {name: one for name, one in undecided.items() if not name.startswith("jobs/") or " 390 " not in name} == {}


def test_pages_opened_as_files_load_style_fonts_and_scripts_of_the_site_and_nothing_else(seen: dict[str, Any]) -> None:
    assert [page["page"] for page in seen["pages"] if page["fonts"] < 2] == []
    assert {page["page"]: page["outside"] for page in seen["pages"] if page["outside"]} == {}
    assert {page["page"]: page["complaints"] for page in seen["pages"] if page["complaints"]} == {}
    assert seen["search"]["complaints"] == []


def test_somebody_can_search_and_filter_by_keyboard(seen: dict[str, Any]) -> None:
    order, steps = seen["search"]["order"], seen["search"]["steps"]

    assert order[order.index("q") :] == ["q", "place", "specialization", "type", "workplace", "pay", "per", "clear"]
    total = COUNT  # one filled and one gone, but two odd ones
    assert steps["start"]["count"] == f"1 to 50 of {total} openings, newest first"
    counts = {name: steps[name]["count"] for name in ("word", "place", "pay", "year", "none")}
    named = [number for number in range(COUNT) if number % 2 == 0]
    here = [number for number in named if number % 3 in {0, 2}]
    # Forty dollars an hour are in reach of the hourly pay, and of the salary for 24 hours a week.
    reached = [number for number in here if number // 2 % 3 == 0 or (number // 2 % 3 == 1 and number // 3 % 3 == 1)]
    assert counts == {
        "word": f"{len(named)} of {total} openings",
        "place": f"{len(here)} of {total} openings",
        "pay": f"{len(reached)} of {total} openings",
        "year": f"{len([number for number in here if number // 2 % 3 != 2])} of {total} openings",
        "none": f"0 of {total} openings",
    }
    assert [len(steps[name]["found"]) for name in ("place", "pay")] == [len(here), len(reached)]
    assert (steps["none"]["isEmptyShown"], steps["none"]["isListShown"]) == (True, False)


def test_data_is_loaded_only_when_somebody_searches(seen: dict[str, Any]) -> None:
    steps = seen["search"]["steps"]

    assert (steps["start"]["chunks"], steps["word"]["chunks"]) == (0, 1)


def test_clearing_brings_the_list_back_and_empties_the_address(seen: dict[str, Any]) -> None:
    cleared = seen["search"]["steps"]["cleared"]

    assert (cleared["isListShown"], cleared["hash"], cleared["focus"]) == (True, "", "q")


def test_a_card_found_is_the_card_of_the_list(seen: dict[str, Any]) -> None:
    listed = set(seen["search"]["steps"]["cards"])

    found = seen["search"]["steps"]["place"]["found"]
    assert len(found) > 10
    assert len(set(found) & listed) > 10
    assert any("Remote: Colorado, Minnesota" in card for card in found)


def test_a_search_can_be_shared(seen: dict[str, Any]) -> None:
    found = seen["addresses"]

    assert seen["search"]["steps"]["place"]["hash"].endswith("&place=colorado")
    assert (found["shared"]["isListShown"], len(found["shared"]["found"])) == (False, 21)
    assert (found["lost"]["isEmptyShown"], found["lost"]["count"]) == (True, f"0 of {COUNT} openings")
    assert (found["amount"]["isListShown"], found["amount"]["problem"]) == (True, True)
    assert (found["anchor"]["isListShown"], found["anchor"]["focus"]) == (True, "main")


def test_a_search_without_its_data_says_so_and_keeps_the_list(seen: dict[str, Any]) -> None:
    broken = seen["addresses"]["broken"]

    assert broken["count"].startswith("The search could not be loaded.")
    assert broken["isListShown"]


def test_the_button_on_a_phone_hides_nothing_that_has_the_focus(seen: dict[str, Any]) -> None:
    assert seen["phone"]["bar"] > 40
    assert seen["phone"]["hidden"] == []


def test_without_javascript_there_is_a_list_with_links_to_browse(seen: dict[str, Any]) -> None:
    assert seen["withoutScript"]["form"] is False
    assert seen["withoutScript"]["cards"] == 50
    assert seen["withoutScript"]["links"] > 8
