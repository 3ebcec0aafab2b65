from datetime import date
from pathlib import Path

import pytest

from jdgen.model.site import Publication, Site
from jdgen.render.site.gone_page import gone_page

DAY = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("closed", "sentence"),
    [(date(2026, 11, 20), "This opening closed on November 20, 2026."), (None, "This opening is no longer open.")],
)
def test_a_lost_opening_keeps_its_title_and_says_so(
    site: Site, templates: tuple[Path, ...], closed: date | None, sentence: str
) -> None:
    nasty = '<script>alert("1")</script>'
    publication = Publication("A-1", f"RN {nasty}", f"Acme {nasty}", "rn-a-1", DAY, DAY, "x", closed)

    page = gone_page(publication, site, folders=templates)

    assert sentence in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<link rel="canonical" href="https://jobs.example.org/careers/jobs/rn-a-1.html">' in page
    assert "<script" not in page
    assert "RN &lt;script&gt;" in page
    assert "Acme &lt;script&gt;" in page
    assert 'href="../index.html"' in page


def test_a_lost_opening_leads_to_its_employer_where_that_one_hires(
    site: Site, owned: Site, templates: tuple[Path, ...]
) -> None:
    publication = Publication("A-1", "RN", "Cedar Ridge Medical Center", "rn-a-1", DAY, DAY, "x", DAY)

    page = gone_page(publication, owned, folders=templates, is_hiring=True)

    assert '<a href="../employers/cedar-ridge-medical-center.html">' in page
    assert '<img class="logo" src="../logos/cedar.svg" alt="">' in page
    assert 'class="who"' not in page
    alone = gone_page(publication, site, folders=templates)
    assert "employers/" not in alone
    assert 'class="who"' in alone


def test_a_lost_opening_of_somebody_else_says_whose_it_was(owned: Site, templates: tuple[Path, ...]) -> None:
    publication = Publication("A-1", "RN", "St. Mary's", "rn-a-1", DAY, DAY, "x", DAY)

    assert '<p class="who">St. Mary\u2019s</p>' in gone_page(publication, owned, folders=templates)
