import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jdgen.model.posting import Posting
from jdgen.model.site import Opening, Owner, Site
from jdgen.render.site.addresses import LogoAddress
from jdgen.render.site.posting_page import posting_page

Make = Callable[..., Opening]
Page = Callable[..., str]
URL = "https://careers.cedarridge.example/jobs/REQ-1042"
BODY = f"""# Hospital Case Manager

- **Location:** Denver, Colorado
- **Apply by:** December 31, 2026

You start on the day of admission.

## What you will do

- Meet people in their rooms.

## How to apply

Apply at <{URL}>.
"""
NASTY = "<script>alert('1')</script> \"q\" & {{ 7 * 7 }} </style></title>"


@pytest.fixture
def page(make_opening: Make, site: Site, templates: tuple[Path, ...]) -> Page:
    def make(*, body: str = BODY, logo: LogoAddress | None = None, markup: str = "", **changes: Any) -> str:
        opening = make_opening(**changes)
        posting = Posting(opening.facts, body)
        return posting_page(posting, opening, site, folders=templates, logo=logo, markup=markup)

    return make


def links(html: str) -> list[str]:
    return re.findall(r'<a [^>]*href="([^"]*)"', html)


def test_the_page_stands_in_its_site(page: Page) -> None:
    html = page()

    assert (
        '<link rel="canonical" href="https://jobs.example.org/careers/jobs/hospital-case-manager-req-1042.html">'
        in html
    )
    assert '<link rel="stylesheet" href="../assets/site.css">' in html
    assert '<link rel="icon" href="../assets/favicon.svg" type="image/svg+xml">' in html
    assert '<meta property="og:title" content="Hospital Case Manager – Cedar Ridge Medical Center">' in html  # noqa: RUF001 - a dash
    assert (
        '<meta property="og:url" content="https://jobs.example.org/careers/jobs/hospital-case-manager-req-1042.html">'
        in html
    )
    assert '<a class="skip" href="#main">' in html
    assert '<main id="main"' in html
    assert "noindex" not in html
    assert html.count("<h1") == 1


def test_the_page_leads_to_the_lists_it_stands_on(page: Page) -> None:
    found = set(links(page(location=["Denver, CO", "Remote (NV)"])))

    assert {
        "../index.html",
        "../specializations/hospital.html",
        "../places/colorado.html",
        "../places/nevada.html",
        "../places/remote.html",
        "../employers/cedar-ridge-medical-center.html",
    } <= found


def test_one_can_apply_above_and_below_the_text(page: Page) -> None:
    html = page()

    assert html.count(f'<a class="button" href="{URL}">Apply for this job</a>') == 2
    assert "Posted <time" in html


@pytest.mark.parametrize("closes", ["2026-12-31", "until filled"])
def test_the_last_day_is_said_once(page: Page, closes: str) -> None:
    silent = BODY.replace("- **Apply by:** December 31, 2026\n", "- **Pay:** $40\n")
    told = BODY.replace("December 31, 2026", "Until filled") if closes == "until filled" else BODY

    line = "Open until filled" if closes == "until filled" else 'Apply by <time datetime="2026-12-31">December 31, 2026'
    assert line in page(body=silent, closes=closes)
    assert line not in page(body=told, closes=closes)


def test_figures_and_units_of_the_fact_card_stay_on_one_line(page: Page) -> None:
    facts = "- **Schedule:** 7:30 a.m. to 4:00 p.m.\n- **Pay:** $39.00 to $53.50 an hour\n- **Type:** 40 hours a week\n"

    html = page(body=BODY.replace("- **Location:** Denver, Colorado\n", facts))

    for joined in ("7:30~a.m. to 4:00~p.m.", "$39.00 to $53.50 an~hour", "40~hours a~week", "December~31, 2026"):
        assert f">{joined.replace('~', chr(0xA0))}<" in html


def test_an_address_to_write_to_is_a_link(page: Page) -> None:
    help_line = "Ask for help at access@cedar.example. Or <desk@cedar.example>, or [us](mailto:us@cedar.example)."

    html = page(body=BODY + f"\n## Help\n\n{help_line}\n")

    assert 'at <a href="mailto:access@cedar.example">access@cedar.example</a>.' in html
    assert html.count("access@cedar.example") == html.count("desk@cedar.example") == 2
    assert '<a href="mailto:us@cedar.example">us</a>' in html
    assert 'href="mailto:' not in page(body=BODY + "\nAsk access@cedar.example.\n", closed=date(2026, 11, 20))


def test_an_employer_named_at_the_top_is_named_again_on_paper_only(
    make_opening: Make, owned: Site, templates: tuple[Path, ...]
) -> None:
    opening = make_opening()

    def made(site: Site) -> str:
        picture = LogoAddress("logos/cedar.svg")
        return posting_page(Posting(opening.facts, BODY), opening, site, folders=templates, logo=picture)

    assert '<div class="masthead on-paper">' in made(owned)
    called = made(replace(owned, name="Front Range Careers"))
    assert '<div class="masthead">' in called
    assert '<img class="logo on-paper" src="../logos/cedar.svg" alt="">' in called
    other = made(replace(owned, owner=Owner("Acme", "", "logos/acme.svg")))
    assert "on-paper" not in other


def test_an_application_by_email_has_the_title_as_its_subject(page: Page) -> None:
    html = page(apply={"email": "jobs+cm@cedar.example"}, title="RN & Case Manager")

    assert "mailto:jobs%2Bcm@cedar.example?subject=RN%20%26%20Case%20Manager%20%28REQ-1042%29" in html
    assert "Apply by email" in html


def test_without_an_address_there_is_no_button(page: Page) -> None:
    assert 'class="button"' not in page(apply={"phone": "303-555-0100"})


def test_a_pdf_is_linked_where_there_is_one(page: Page) -> None:
    assert 'href="../jobs/hospital-case-manager-req-1042.pdf"' in page(has_pdf=True)
    assert ".pdf" not in page()


def test_markup_is_inside_and_named_by_the_policy(page: Page) -> None:
    html = page(markup='{"a": 1}')

    assert '<script type="application/ld+json">{"a": 1}</script>' in html
    assert "script-src 'sha256-" in html
    assert "script-src" not in page()


@pytest.mark.parametrize(
    ("is_filled", "sentence"),
    [(True, "This position has been filled."), (False, "This opening closed on November 20, 2026.")],
)
def test_a_closed_opening_says_so_and_takes_no_applications(page: Page, is_filled: bool, sentence: str) -> None:  # noqa: FBT001 - a case
    html = page(closed=date(2026, 11, 20), is_filled=is_filled, has_pdf=True, markup='{"a": 1}')

    assert sentence in html
    assert '<meta name="robots" content="noindex">' in html
    assert "Meet people in their rooms." in html
    assert "ld+json" not in html
    assert URL not in html
    assert "Apply" not in html
    assert ".pdf" not in html
    assert {link for link in links(html) if link.startswith("../")} == {"../index.html", "../feed.xml", "../feed.json"}


def test_an_open_opening_carries_no_notice(page: Page) -> None:
    assert 'class="notice"' not in page()


def test_the_page_wears_its_employers_colors(page: Page) -> None:
    html = page(employer={"brand_color": "#7A3B8F"})

    assert '<link rel="stylesheet" href="../assets/colors/7a3b8f.css">' in html
    assert "<style" not in html
    assert '<link rel="stylesheet" href="../assets/colors/0b5c6b.css">' in page()


def test_a_closed_opening_wears_the_sites_colors(page: Page) -> None:
    assert "assets/colors/" not in page(closed=date(2026, 11, 20))


def test_the_logo_is_a_file_and_a_picture_of_it_is_shared(page: Page) -> None:
    drawn = page(logo=LogoAddress("logos/cedar.svg"))

    assert '<img class="logo" src="../logos/cedar.svg" alt="">' in drawn
    assert "og:image" not in drawn
    assert '<meta property="og:image" content="https://jobs.example.org/careers/logos/cedar.png">' in page(
        logo=LogoAddress("logos/cedar.png")
    )


def test_a_posting_without_a_description_gets_one_from_its_facts(page: Page) -> None:
    html = page(description=None)

    words = "Hospital Case Manager at Cedar Ridge Medical Center in Denver, Colorado: $38.50 to $52.00 an hour."
    assert f'<meta name="description" content="{words}">' in html


def test_no_field_can_become_markup(make_opening: Make, templates: tuple[Path, ...], site: Site) -> None:
    opening = make_opening(
        title=NASTY,
        description=NASTY,
        employer={"name": NASTY},
        pay=None,
        schedule=NASTY,
        benefits=(NASTY,),
        location="Remote",
    )
    posting = Posting(opening.facts, f"# {NASTY}\n\n- **{NASTY}:** {NASTY}\n\n## {NASTY}\n\n{NASTY}")

    html = posting_page(
        posting, opening, replace(site, name=NASTY), folders=templates, markup='{"a": "\\u003c/script>"}'
    )

    assert html.count("<script") == 1
    assert html.count("</title>") == 1
    assert "</style>" not in html
    assert "49" not in html.replace(html[: html.index("</head>")], "").replace("2049", "")


def test_chrome_around_another_language_says_it_is_english(page: Page) -> None:
    html = page(language="he", title="מנהל מקרים", body="# מנהל מקרים")

    assert '<html lang="he" dir="rtl">' in html
    assert '<header class="top" lang="en-US" dir="ltr">' in html
    assert '<footer class="bottom" lang="en-US" dir="ltr">' in html
    assert 'aria-label="Breadcrumb" lang="en-US" dir="ltr"' in html


def test_the_same_opening_gives_the_same_page(page: Page) -> None:
    assert page() == page()


def test_a_template_of_the_user_is_the_base(
    make_opening: Make, site: Site, templates: tuple[Path, ...], tmp_path: Path
) -> None:
    override = '{% extends "shipped/page.html.j2" %}{% block head %}<meta name="ours">{% endblock %}'
    (tmp_path / "page.html.j2").write_text(override, encoding="utf-8")
    opening = make_opening()

    html = posting_page(Posting(opening.facts, BODY), opening, site, folders=(tmp_path, *templates))

    assert '<meta name="ours">' in html
    assert 'href="../assets/site.css"' in html
