"""Somebody searches a careers site in other words than its postings use, in Chromium; and a site of one employer is accessible."""

# ruff: noqa: S603 - the programs started are the checkers

import json
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from jdgen.load.project import open_workspace
from jdgen.load.records import as_record
from jdgen.load.search import shipped_folder
from jdgen.model.posting import Posting, PostingFacts
from jdgen.model.site import Opening, Owner, Publication, Site
from jdgen.pipeline.check import load_ruleset
from jdgen.pipeline.site_words import search_names
from jdgen.render.site.addresses import LogoAddress
from jdgen.render.site.assets import assets
from jdgen.render.site.gone_page import gone_page
from jdgen.render.site.list_pages import list_pages
from jdgen.render.site.posting_page import posting_page
from jdgen.render.site.search_index import search_index
from jdgen.text.slugs import slug

DAY = date(2026, 11, 22)
TEMPLATES = (shipped_folder() / "templates",)
NAME = "St. Mary's Hospital"
LOGO = "logos/mary.svg"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 60"><path fill="#123" d="M0 0h400v60H0z"/></svg>'
BODY = "# {title}\n\n- **Location:** Denver\n- **Pay:** $31.00 to $39.50 an hour\n- **Schedule:** 7:30 a.m. to 4:00 p.m.\n\nWelcome.\n"

NURSE, SOCIAL, ELDERS, NIGHTS, HOME = (
    "Complex Care Coordinator",
    "Discharge Planner",
    "Geriatric Case Manager",
    "Night Coordinator",
    "Claims Case Manager",
)
ROWS: dict[str, dict[str, Any]] = {
    NURSE: {"specialization": "rn", "employment": "full-time, 36 hours/week", "pay": "40-50/hour", "posted": "2026-11-01"},
    SOCIAL: {"specialization": "hospital", "licenses": {"required": ["rn", "clinical-social-work"]}, "posted": "2026-11-05"},
    ELDERS: {"specialization": "geriatric", "employment": "part-time, 24 hours/week", "pay": "31-39.50/hour"},
    NIGHTS: {"specialization": "reentry", "employment": "per diem", "workplace": "onsite", "posted": "2026-11-03"},
    HOME: {"specialization": "insurance", "location": "Remote (TX)", "workplace": "remote", "posted": "2026-11-02"},
}  # fmt: skip
FOUND: dict[str, list[str]] = {
    # who says so itself comes first, though it is older than who only takes the license
    "q=nurse": [NURSE, SOCIAL],
    "q=Nurses": [NURSE, SOCIAL],
    "q=registered nurse": [NURSE, SOCIAL],
    "q=LCSW": [SOCIAL],
    "q=LICSW": [SOCIAL],
    "q=social workers": [SOCIAL],
    "q=part time": [ELDERS],
    "q=part-time": [ELDERS],
    "q=parttime": [ELDERS],
    "q=per diem": [NIGHTS],
    "q=on site": [NIGHTS],
    "q=on-site": [NIGHTS],
    "q=onsite": [NIGHTS],
    "q=remote": [HOME],
    "q=geriatrics": [ELDERS],
    "q=R4": [NIGHTS],
    "q=discharge planning": [SOCIAL],
    "pay=39.50&per=hour": [ELDERS, NURSE],
    "pay=40&per=hour": [NURSE],
    "pay=49000&per=year": [ELDERS, NURSE],
    "pay=49300&per=year": [NURSE],
    "pay=93700&per=year": [],
}
CORRECTED = {
    "q=geratric": ("geriatric", [ELDERS]),
    "q=gereatric": ("geriatric", [ELDERS]),
    "q=geriartic": ("geriatric", [ELDERS]),
    "q=gerriatric case": ("geriatric case", [ELDERS]),
    "q=geratr": ("geriatric", [ELDERS]),
}
HOPELESS = ("q=gyratruc", "q=zzzzzz", "q=geratric&place=texas", "q=nurze&type=per-diem")

Find = Callable[..., str]
Tool = Callable[[str], Path]


def opening(number: int, title: str) -> Opening:
    given = {"location": "Denver, CO", "posted": "2026-11-20", **ROWS[title]}
    employer = {"name": NAME, "website": "https://www.example.org/", "brand_color": "#8a1f4d"}
    facts = as_record({"id": f"R-{number}", "title": title, "employer": employer, **given}, PostingFacts)
    return Opening(facts, slug(f"{title} {facts.id}"), DAY)


def files() -> Iterator[tuple[str, str | bytes]]:
    """Give the files of a site on which one employer hires, with other names from the tables."""
    site = Site("https://jobs.example.org/", NAME, DAY, Owner(NAME, "https://www.example.org/", LOGO))
    openings = [opening(number, title) for number, title in enumerate(ROWS, 1)]
    names = search_names(load_ruleset(open_workspace(Path(__file__).parent)).lookup)
    yield from chain(list_pages(openings, site, folders=TEMPLATES), search_index(openings, names))
    yield from assets(openings, site, folders=TEMPLATES)
    yield LOGO, PICTURE
    yield from ((name, "") for name in ("feed.xml", "feed.json"))
    for one in openings:
        posting = Posting(one.facts, BODY.format(title=one.facts.title))
        yield one.page, posting_page(posting, one, site, folders=TEMPLATES, logo=LogoAddress(LOGO))
    row = Publication("R-9", "RN", NAME, "rn-r-9", DAY, DAY, "x", DAY)
    yield row.page, gone_page(row, site, folders=TEMPLATES, is_hiring=True)


@pytest.fixture(scope="module")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("one-employer")
    for name, content in files():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def said_by(script: str, site_folder: Path, program: Find, tool: Tool, *given: str) -> dict[str, Any]:
    tool("playwright-core")
    tools = tool("axe-core").parent.parent
    chromium = program("chromium", "chromium-browser", "google-chrome")
    command = [program("node"), str(Path(__file__).parent / script), str(tools), chromium, str(site_folder), *given]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def searched(site_folder: Path, program: Find, tool: Tool) -> dict[str, Any]:
    return said_by("search_site.cjs", site_folder, program, tool, *FOUND, *CORRECTED, *HOPELESS)


def test_other_words_for_the_same_find_the_same(searched: dict[str, Any]) -> None:
    assert {search: searched["found"][search]["found"] for search in FOUND} == FOUND
    assert [search for search in FOUND if "Showing results" in searched["found"][search]["count"]] == []
    assert searched["complaints"] == []


def test_one_wrong_letter_finds_what_was_meant_and_says_so(searched: dict[str, Any]) -> None:
    found = {search: searched["found"][search] for search in CORRECTED}

    assert {search: one["found"] for search, one in found.items()} == {
        search: titles for search, (_, titles) in CORRECTED.items()
    }
    assert {search: one["count"] for search, one in found.items()} == {
        search: f"Showing results for {meant}: {len(titles)} of {len(ROWS)} openings"
        for search, (meant, titles) in CORRECTED.items()
    }


def test_what_nobody_can_mean_finds_nothing(searched: dict[str, Any]) -> None:
    found = [searched["found"][search] for search in HOPELESS]

    assert [(one["count"], one["isEmptyShown"]) for one in found] == [(f"0 of {len(ROWS)} openings", True)] * len(found)


def test_an_empty_result_offers_to_start_again(searched: dict[str, Any]) -> None:
    restarted = searched["restarted"]

    assert (restarted["isListShown"], restarted["isEmptyShown"]) == (True, False)
    assert (restarted["hash"], restarted["typed"]) == ("", "")


def test_a_site_of_one_employer_is_accessible(site_folder: Path, program: Find, tool: Tool) -> None:
    posted, gone = f"jobs/{opening(3, ELDERS).slug}.html", "jobs/rn-r-9.html"
    pages = ["index.html", posted, gone, "employers/st-marys-hospital.html"]

    seen = said_by("check_site.cjs", site_folder, program, tool, *pages)

    looks = {f"{page['page']} {look['width']} {look['colorScheme']}": look for page in seen["pages"] for look in page["looks"]}  # fmt: skip
    assert len(looks) == 4 * len(pages)
    assert {name: look["violations"] for name, look in looks.items() if look["violations"]} == {}
    assert [name for name, look in looks.items() if look["isTooWide"]] == []
    assert [page["outside"] for page in seen["pages"]] == [[]] * len(pages)


def test_the_nu_checker_finds_nothing_on_a_site_of_one_employer(site_folder: Path, program: Find, tool: Tool) -> None:
    pages = [*site_folder.glob("*.html"), *site_folder.glob("*/*.html")]
    command = [program("java"), "-jar", str(tool("vnu-jar/build/dist/vnu.jar")), "--format", "json", "--stdout"]

    done = subprocess.run([*command, *map(str, pages)], check=False, capture_output=True, text=True)

    # The checker takes no file for the site's own when the page is a file; the browser does.
    said = [one["message"] for one in json.loads(done.stdout)["messages"]]
    assert [message for message in said if "Resource violates Content Security Policy" not in message] == []
