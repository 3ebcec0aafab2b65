from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from jdgen.audit.lookup import Lookup
from jdgen.load.project import open_workspace
from jdgen.load.records import as_record
from jdgen.model.posting import PostingFacts
from jdgen.model.site import Publication
from jdgen.pipeline.check import load_ruleset
from jdgen.pipeline.site_survey import Source, Surveyed
from jdgen.pipeline.site_words import search_names, site_owner
from jdgen.render.logo import Logo

EMPLOYER = {"name": "Cedar Ridge Medical Center", "website": "https://www.cedarridge.example/"}


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    return load_ruleset(open_workspace(Path(__file__).parent)).lookup


def facts_of(**employer: str | None) -> PostingFacts:
    return as_record({"id": "A-1", "title": "Case Manager", "employer": EMPLOYER | employer}, PostingFacts)


def surveyed(facts: PostingFacts, day: int, *, closed: date | None = None, logo: Logo | None = None) -> Surveyed:
    posted = date(2026, 11, day)
    row = Publication(facts.id, facts.title, facts.employer.name, facts.id.lower(), posted, posted, "x", closed)
    return Surveyed(Source(Path(f"{facts.id}.md"), "x", "x", facts, logo), facts, row)


def test_the_employer_that_all_openings_share_is_shown_as_in_the_newest_open_one() -> None:
    old, new = Logo("image/svg+xml", b"<svg/>"), Logo("image/svg+xml", b"<svg></svg>")
    facts = facts_of(logo="logo.svg")
    found = [
        surveyed(facts, 3, logo=new),
        surveyed(facts, 1, logo=old),
        surveyed(facts, 9, closed=date(2026, 11, 10), logo=old),
    ]

    owner = site_owner(found)

    assert owner
    assert (owner.name, owner.website) == (facts.employer.name, facts.employer.website)
    assert owner.logo == f"logos/{new.file_name('cedar-ridge-medical-center', '.svg')}"
    assert owner == site_owner(found[::-1])


def test_several_employers_have_no_owner_and_neither_has_nobody() -> None:
    here, there = facts_of(), facts_of(name="Acme")

    assert site_owner([surveyed(here, 1), surveyed(there, 2)]) is None
    assert site_owner([]) is None


def test_an_owner_needs_neither_logo_nor_website() -> None:
    owner = site_owner([surveyed(facts_of(website=None), 1)])

    assert owner
    assert (owner.website, owner.logo) == ("", "")


def test_specializations_are_known_by_the_titles_they_are_advertised_under(lookup: Lookup) -> None:
    names = search_names(lookup).specializations

    assert "RN Case Manager" in names["rn"]
    assert "Nurse Case Manager" in names["rn"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("rn", ("RN", "Registered Nurse")),
        ("clinical-social-work", ("LCSW", "Licensed Clinical Social Worker", "LICSW")),
        ("ccm", ("CCM", "Certified Case Manager")),
        ("acm", ("ACM-RN", "ACM-SW")),
    ],
)
def test_licenses_and_certifications_are_known_by_letters_and_names(
    lookup: Lookup, name: str, words: tuple[str, ...]
) -> None:
    named = search_names(lookup).credentials[name].split(", ")

    assert set(words) <= set(named)
    assert len(named) == len(set(named))


def test_every_page_of_a_site_of_one_employer_shows_its_logo(
    post: Callable[..., Path], build: Callable[..., object], files: Callable[..., dict[str, bytes]], postings: Path
) -> None:
    (postings / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    acme = '{name: Acme, website: "https://acme.example/", logo: logo.svg}'
    post("A-1", employer=acme, specialization="rn", licenses="{required: [rn]}")
    lost = post("B-1", employer=acme)
    build()
    lost.unlink()

    build()

    made = {path: content.decode() for path, content in files().items() if path.endswith((".html", ".js"))}
    bars = {
        path: text.partition("<body>")[2].partition("</header>")[0]
        for path, text in made.items()
        if path.endswith(".html")
    }
    assert len(bars) > 4
    assert [path for path, bar in bars.items() if "logos/acme-logo-" not in bar] == []
    gone = next(text for path, text in made.items() if path.endswith("b-1.html"))
    assert 'href="../employers/acme.html"' in gone
    assert "Registered Nurse" in made["search/1.js"]
    assert "Nurse Case Manager" in made["search/1.js"]


def test_a_second_employer_takes_the_logo_off_pages_that_did_not_change(
    post: Callable[..., Path], build: Callable[..., object], files: Callable[..., dict[str, bytes]], postings: Path
) -> None:
    (postings / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    post("A-1", employer="{name: Acme, logo: logo.svg}")
    build(name="Our Jobs")
    post("B-1", employer="{name: Cedar}")

    build(name="Our Jobs")

    page = next(content.decode() for path, content in files().items() if path.endswith("a-1.html"))
    assert "logos/acme-logo-" not in page.partition("<body>")[2].partition("</header>")[0]
    assert '<div class="masthead">' in page
