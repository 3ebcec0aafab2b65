"""An independent checker on structured data: the vocabulary of schema.org as types (schema-dts), by the TypeScript compiler."""

# ruff: noqa: S603 - the program started is the compiler

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from jdgen.load.postings import parse_posting
from jdgen.render.job_posting import job_posting_or_reasons

CASES = Path(__file__).parents[1] / "cases" / "render"
SCRIPT = re.compile(r'<script type="application/ld\+json">(.+?)</script>', re.DOTALL)
LITERAL = """import type {{ JobPosting, WithContext }} from "schema-dts";
export const posting: WithContext<JobPosting> = {};
"""
OPTIONS = {"noEmit": True, "strict": True, "target": "es2022", "module": "nodenext", "types": []}
COMPLAINT = re.compile(r"(?P<name>[^/]+)\.ts\(\d+,\d+\): error (?P<said>.+)")

Item = dict[str, Any]
Complaints = dict[str, list[str]]
Check = Callable[[dict[str, Item]], Complaints]


@pytest.fixture
def check(tmp_path: Path, tool: Callable[[str], Path]) -> Check:
    """Return a function that checks objects by name and gives the complaints about each that has any."""
    compiler, types = tool(".bin/tsc"), tool("schema-dts/dist/schema.d.ts")
    options = OPTIONS | {"paths": {"schema-dts": [str(types)]}}
    (tmp_path / "tsconfig.json").write_text(json.dumps({"compilerOptions": options}), encoding="utf-8")

    def run(items: dict[str, Item]) -> Complaints:
        for name, item in items.items():
            text = LITERAL.format(json.dumps(item, ensure_ascii=False, indent=1))
            (tmp_path / f"{name}.ts").write_text(text, encoding="utf-8")
        command = [str(compiler), "--project", str(tmp_path), "--pretty", "false"]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        found: Complaints = {}
        for complaint in COMPLAINT.finditer(done.stdout):
            found.setdefault(complaint["name"], []).append(complaint["said"])
        # What the compiler says of anything but our files, such as an option, is a fault of this test.
        assert (done.returncode != 0, set(found) - set(items)) == (bool(found), set()), done.stdout
        return found

    return run


def of_cases() -> dict[str, Item]:
    """Return the object of every case that may have one, as if it had a page and a logo."""
    found = {}
    for path in sorted(CASES.glob("*/*.md")):
        posting = parse_posting(path.read_text(encoding="utf-8"), path.name)
        item, _ = job_posting_or_reasons(posting, url="https://a.example/1", logo="https://a.example/logo.png")
        found[f"{path.parent.name}-{path.stem}"] = item
    return {name: item for name, item in found.items() if item}


def of_site(site: Path) -> dict[str, Item]:
    pages = {page.stem: page.read_text(encoding="utf-8") for page in sorted(site.glob("jobs/*.html"))}
    return {name: json.loads(match[1]) for name, page in pages.items() if (match := SCRIPT.search(page))}


def paths(value: object, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Give the way to each property, at any depth."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in inner:
        if isinstance(name, str) and not name.startswith("@"):
            yield (*above, name)
        yield from paths(part, (*above, name))


def misspelled(item: Item, path: tuple[str | int, ...]) -> Item:
    """Return a copy with one letter more in the name of a property."""
    copy: Any = deepcopy(item)
    owner = copy
    for name in path[:-1]:
        owner = owner[name]
    owner[f"{path[-1]}z"] = owner.pop(path[-1])
    return copy  # type: ignore[no-any-return]


def test_every_object_keeps_the_vocabulary_of_schema_org(check: Check) -> None:
    items = of_cases()

    assert len(items) > 20
    assert check(items) == {}


def test_so_do_the_pages_of_a_built_site(case_site: Path, check: Check) -> None:
    items = of_site(case_site)

    assert len(items) > 6
    assert check(items) == {}


def test_a_misspelled_property_is_refused_at_any_depth(check: Check) -> None:
    """A checker that takes anything would prove nothing."""
    items = of_cases()
    kinds = ("hospital-posting", "remote-posting", "several-places-posting")
    broken = {
        "-".join(map(str, (kind, *path))): misspelled(items[kind], path)
        for kind in kinds
        for path in paths(items[kind])
    }

    found = check(broken)

    assert len(broken) > 100
    assert set(broken) - set(found) == set()


def test_a_wrong_kind_of_value_is_refused(check: Check) -> None:
    item = of_cases()["hospital-posting"]
    wrong: Item = {
        "employmentType": 1,
        "directApply": "no",
        "totalJobOpenings": "two",
        "baseSalary": {"@type": "MonetaryAmount", "currency": 840},
        "jobLocation": {"@type": "PostalAddress", "addressLocality": "Denver"},
        "hiringOrganization": {"@type": "Organisation", "name": "Cedar Ridge"},
        "qualifications": [["Two years as a nurse"]],
        "@type": "JobAdvert",
        "@context": "https://schema.example",
    }

    found = check({"right": item} | {name.strip("@"): item | {name: value} for name, value in wrong.items()})

    assert set(found) == {name.strip("@") for name in wrong}
