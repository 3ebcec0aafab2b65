import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from jdgen.model.site import Opening, Site
from jdgen.render.site.addresses import LogoAddress
from jdgen.render.site.assets import assets
from jdgen.render.site.list_pages import list_pages
from jdgen.render.site.search_index import search_index

Make = Callable[..., Opening]
Folders = tuple[Path, ...]
Pages = Callable[..., dict[str, str]]
NASTY = "<script>alert('1')</script> \"q\" & {{ 7 * 7 }} </style></title>"


@pytest.fixture
def pages(site: Site, templates: Folders) -> Pages:
    return lambda openings, **given: dict(list_pages(openings, site, folders=templates, **given))


@pytest.fixture
def many(make_opening: Make) -> list[Opening]:
    """120 openings of two employers in two states, four of which are closed."""
    openings = [
        make_opening(
            id=f"R-{number:03}",
            title=f"Case Manager {number:03}",
            location=("Denver, CO", "Remote (NV)")[number % 2],
            specialization=("hospital", "hiv", "rn")[number % 3],
            employer={"name": ("Cedar Ridge", "Acme Health")[number % 2]},
            posted=date(2026, 11, 1 + number % 20),
        )
        for number in range(120)
    ]
    return [replace(one, closed=date(2026, 11, 21)) if one.facts.id < "R-004" else one for one in openings]


def cards(html: str) -> list[str]:
    return re.findall(r'<h2><a href="(?:\.\./)?jobs/([^"]+)\.html">', html)


def test_every_open_opening_stands_once_in_the_list(pages: Pages, many: list[Opening]) -> None:
    made = pages(many)

    lists = [made[path] for path in ("index.html", "openings/2.html", "openings/3.html")]
    assert [len(cards(html)) for html in lists] == [50, 50, 16]
    slugs = [slug for html in lists for slug in cards(html)]
    assert sorted(slugs) == sorted(one.slug for one in many if one.is_open)
    days = re.findall(r'Posted <time datetime="([^"]+)"', "".join(lists))
    assert days == sorted(days, reverse=True)


def test_openings_can_be_browsed_by_place_specialization_and_employer(pages: Pages, many: list[Opening]) -> None:
    made = pages(many)

    assert sorted(path for path in made if "/" in path and "-" not in path) == [
        "openings/2.html",
        "openings/3.html",
        "places/colorado.html",
        "places/nevada.html",
        "places/remote.html",
        "specializations/hiv.html",
        "specializations/hospital.html",
        "specializations/rn.html",
    ]
    colorado = cards(made["places/colorado.html"]) + cards(made["places/colorado-2.html"])
    assert sorted(colorado) == sorted(one.slug for one in many if one.is_open and one.facts.places)
    assert {"employers/cedar-ridge.html", "employers/cedar-ridge-2.html", "employers.html"} <= made.keys()


def test_pages_of_a_list_lead_to_each_other(pages: Pages, many: list[Opening]) -> None:
    second = pages(many)["openings/2.html"]

    assert '<link rel="prev" href="../index.html">' in second
    assert '<link rel="next" href="../openings/3.html">' in second
    assert '<a class="way" rel="prev" href="../index.html">' in second
    assert '<span aria-current="page">' in second


def test_links_inside_the_site_resolve(pages: Pages, many: list[Opening], site: Site, templates: Folders) -> None:
    made = pages(many)
    existing = {*made, *(one.page for one in many), "feed.xml", "feed.json"}
    existing |= {path for path, _ in assets(many, site, folders=templates)}

    found = {
        (page, normpath(join(dirname(page), link)))
        for page, html in made.items()
        for link in re.findall(r'(?:href|src)="([^"#:]+)"', html)
    }

    assert len(found) > 500
    assert {link for _, link in found} - existing == set()
    folder = re.search('data-folder="([^"]+)" ', made["index.html"])
    assert folder
    assert [path for path, _ in search_index(many)] == [f"{folder[1]}1.js"]


def test_no_list_carries_a_job_posting(pages: Pages, many: list[Opening]) -> None:
    assert [path for path, html in pages(many).items() if "ld+json" in html or "JobPosting" in html] == []


def test_only_the_first_list_has_the_search(pages: Pages, many: list[Opening]) -> None:
    made = pages(many)

    assert [path for path, html in made.items() if 'id="search"' in html] == ["index.html"]
    assert [path for path, html in made.items() if "<script" in html] == ["index.html"]
    assert "script-src 'self'" in made["index.html"]
    assert '<option value="colorado">Colorado (58)</option>' in made["index.html"]


def test_every_page_names_its_own_address(pages: Pages, many: list[Opening], site: Site) -> None:
    for path, html in pages(many).items():
        assert f'<link rel="canonical" href="{site.address(path)}">' in html
        assert html.count("<h1") == 1


def test_one_employer_is_not_named_on_every_card(pages: Pages, make_opening: Make) -> None:
    made = pages([make_opening(id="A"), make_opening(id="B")])

    assert 'class="who"' not in made["index.html"]
    assert "2 openings at Cedar Ridge Medical Center" in made["index.html"]
    assert "employers.html" not in made
    assert "employers/cedar-ridge-medical-center.html" in made


def test_an_employers_page_does_not_repeat_its_name_on_every_card(pages: Pages, many: list[Opening]) -> None:
    made = pages(many)

    assert 'class="who"' in made["index.html"]
    assert 'class="who"' not in made["employers/cedar-ridge.html"]


def test_an_employers_page_says_what_its_newest_opening_says(pages: Pages, make_opening: Make) -> None:
    old = make_opening(id="A", posted="2026-10-01", about="<p>Old</p>", benefits=("Old",))
    new = make_opening(id="B", about="<p>A <em>hospital</em></p>", employer={"brand_color": "#7a3b8f"})

    html = pages([old, new], logos={new.slug: LogoAddress("logos/b.svg")})["employers/cedar-ridge-medical-center.html"]

    assert "<p>A <em>hospital</em></p>" in html
    assert "<li>24 days off</li>" in html
    assert "Old" not in html
    assert '<img class="logo" src="../logos/b.svg" alt="">' in html
    assert '<a href="https://www.cedarridge.example/">cedarridge.example</a>' in html
    assert 'href="../assets/colors/7a3b8f.css"' in html
    assert cards(html) == [new.slug, old.slug]


def test_an_employer_in_the_sites_color_needs_none_of_its_own(pages: Pages, make_opening: Make) -> None:
    made = pages([make_opening(employer={"brand_color": "#7a3b8f"})])

    assert "assets/colors/" not in made["employers/cedar-ridge-medical-center.html"]


def test_nothing_open_is_said_honestly(pages: Pages, make_opening: Make) -> None:
    made = pages([make_opening(closed=date(2026, 11, 1))])

    assert list(made) == ["index.html"]
    assert "No position is open at the moment." in made["index.html"]
    assert 'id="search"' not in made["index.html"]
    assert "<nav class=" not in made["index.html"]


def test_no_field_can_become_markup(pages: Pages, make_opening: Make) -> None:
    first = make_opening(id="A", title=NASTY, employer={"name": NASTY}, pay=None, benefits=(NASTY,), language="he")

    made = pages([first, make_opening(id="B")])

    for path, html in made.items():
        assert html.count("<script") == (path == "index.html")
        assert html.count("</title>") == 1
        assert "</style>" not in html
        assert " 49 " not in html
    assert '<h2 lang="he">' in made["index.html"]


def test_many_employers_have_pages_of_their_own_names(pages: Pages, make_opening: Make) -> None:
    openings = [make_opening(id=f"A{number}", employer={"name": f"Clinic {number:03} East"}) for number in range(210)]

    made = pages(openings)

    names = [
        re.findall(r'class="names">.*?</ul>', made[path], re.DOTALL)[0]
        for path in ("employers.html", "employers-2.html")
    ]
    assert [html.count("<li>") for html in names] == [200, 10]
    assert made["index.html"].count('href="employers/') == 12
    assert '<a href="employers.html">All employers</a>' in made["index.html"]


def test_the_order_of_the_openings_does_not_matter(pages: Pages, many: list[Opening]) -> None:
    assert pages(many) == pages(many[::-1])


def test_the_way_to_a_list_ends_with_its_name(pages: Pages, many: list[Opening]) -> None:
    made = pages(many)

    assert "All openings</a></li><li>Colorado</li>" in made["places/colorado.html"]
    assert "All openings</a></li><li>Cedar Ridge</li>" in made["employers/cedar-ridge.html"]


def test_one_employer_is_linked_in_the_lede_and_is_no_way_to_browse(pages: Pages, make_opening: Make) -> None:
    html = pages([make_opening(id="A"), make_opening(id="B")])["index.html"]

    assert "By employer" not in html
    assert '2 openings at <a href="employers/cedar-ridge-medical-center.html">Cedar Ridge Medical Center</a>' in html
    assert '<meta name="description" content="2 openings at Cedar Ridge Medical Center.">' in html


def test_lists_set_names_and_texts_as_postings_do(pages: Pages, make_opening: Make) -> None:
    hers = make_opening(employer={"name": "St. Mary's"}, about="<p>The person's home</p>", benefits=("A year's leave",))

    made = pages([hers, make_opening(id="B")])

    assert [path for path, html in made.items() if "Mary's" in html] == []
    html = made["employers/st-marys.html"]
    assert all(
        text.replace("'", "\u2019") in html for text in ("The person's home", "A year's leave", "St. Mary's</h1>")
    )
    assert "St. Mary\u2019s" in made["index.html"]


def test_a_logo_at_the_top_is_not_repeated_on_the_page_of_its_employer(
    make_opening: Make, owned: Site, templates: Folders
) -> None:
    opening = make_opening()

    made = dict(list_pages([opening], owned, folders=templates, logos={opening.slug: LogoAddress("logos/b.svg")}))

    html = made["employers/cedar-ridge-medical-center.html"]
    assert html.count('class="logo"') == html.count('src="../logos/cedar.svg"') == 1
    assert '<img class="logo" src="logos/cedar.svg" alt="">' in made["index.html"]
    assert '<li><a href="https://www.cedarridge.example/">cedarridge.example</a></li>' in made["index.html"]


def test_a_search_without_a_match_names_lists_to_browse(pages: Pages, many: list[Opening]) -> None:
    html = pages(many)["index.html"]

    empty = html[html.index('id="none"') :].partition("</div>")[0]
    assert all(f'href="specializations/{name}.html"' in empty for name in ("hiv", "hospital", "rn"))
    assert 'href="#browse"' in empty
    assert 'id="restart"' in empty
