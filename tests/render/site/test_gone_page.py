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
