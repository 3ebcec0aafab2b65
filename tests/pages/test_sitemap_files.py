"""Independent checkers on sitemaps: the schema that sitemaps.org publishes, and for the index, which it leaves out, a strict parser."""

# ruff: noqa: S603 - the program started is the parser

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from jdgen.model.site import Site
from jdgen.render.feeds.sitemap import SITEMAP_PATH, sitemap_files

SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
BASE = "https://jobs.example.org/"
Read = Callable[[str], "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def schema(tool: Callable[[str], Path]) -> Any:
    return etree.XMLSchema(etree.parse(tool("sitemap/schema/sitemap.xsd")))


@pytest.fixture(scope="module")
def read_index(tool: Callable[[str], Path], program: Callable[..., str]) -> Read:
    """Return a function that reads an index and tells how that went."""
    script = Path(__file__).parent / "read_sitemap_index.cjs"
    command = [program("node"), str(script), str(tool("sitemap").parent)]
    return lambda xml: subprocess.run(command, input=xml, check=False, capture_output=True, text=True)


@pytest.fixture(scope="module")
def split() -> dict[str, str]:
    """Return the files of a map that is too large for one."""
    addresses = ((f"jobs/café & co-{number}.html", date(2026, 11, 1 + number % 20)) for number in range(50))
    return dict(sitemap_files(addresses, Site(BASE, "Jobs", date(2026, 11, 22)), largest=1_000))


def test_the_map_of_a_built_site_keeps_the_published_schema(case_site: Path, schema: Any) -> None:
    tree = etree.parse(case_site / SITEMAP_PATH)

    schema.assertValid(tree)
    pages = {str(page.relative_to(case_site)) for page in (case_site / "jobs").glob("*.html")}
    assert {address.text.removeprefix(BASE) for address in tree.iter(f"{{{SPACE}}}loc")} >= pages
    assert len(pages) == 10


def test_each_part_of_a_large_map_keeps_the_published_schema(split: dict[str, str], schema: Any) -> None:
    parts = [etree.fromstring(xml.encode()) for path, xml in split.items() if path != SITEMAP_PATH]

    assert len(parts) > 2
    for part in parts:
        schema.assertValid(part)


def test_a_strict_parser_reads_every_entry_of_the_index(split: dict[str, str], read_index: Read) -> None:
    done = read_index(split[SITEMAP_PATH])

    assert done.stderr == ""
    entries = json.loads(done.stdout)
    assert [entry["url"] for entry in entries] == [BASE + path for path in split if path != SITEMAP_PATH]
    assert {entry["lastmod"] for entry in entries} <= {f"2026-11-{day:02}" for day in range(1, 21)}


@pytest.mark.parametrize(
    ("right", "wrong"), [("<lastmod>2026-11-", "<lastmod>Nov "), ("lastmod>", "changed>"), ("loc>", "link>")]
)
def test_the_checkers_refuse_what_the_protocol_does_not_have(
    split: dict[str, str], schema: Any, read_index: Read, right: str, wrong: str
) -> None:
    """A checker that takes anything would prove nothing."""
    broken = {path: xml.replace(right, wrong) for path, xml in split.items()}

    assert not schema.validate(etree.fromstring(broken["sitemap-1.xml"].encode()))
    assert read_index(broken[SITEMAP_PATH]).returncode == 1
