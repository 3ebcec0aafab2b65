from datetime import date

import pytest

from jdgen.model.posting import PostedEmployer, PostingFacts
from jdgen.model.site import Opening, Publication, Site, page_of

DAY = date(2026, 11, 22)
SITE = Site("https://acme.example/jobs/", "Acme Care", DAY)
FACTS = PostingFacts(id="A-1", title="Nurse", employer=PostedEmployer(name="Acme Care"))


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("", "https://acme.example/jobs/"),
        ("index.html", "https://acme.example/jobs/"),
        ("places/index.html", "https://acme.example/jobs/places/index.html"),
        ("jobs/nurse-a-1.html", "https://acme.example/jobs/jobs/nurse-a-1.html"),
    ],
)
def test_whatever_stands_on_a_site_has_an_address_below_its_own(path: str, address: str) -> None:
    assert address == SITE.address(path)


def test_an_opening_and_what_was_told_of_it_name_the_same_page() -> None:
    opening = Opening(FACTS, "nurse-a-1", DAY)
    told = Publication("A-1", "Nurse", "Acme Care", "nurse-a-1", DAY, DAY, "0")

    assert opening.page == told.page == page_of("nurse-a-1") == "jobs/nurse-a-1.html"
    assert opening.pdf == "jobs/nurse-a-1.pdf"


@pytest.mark.parametrize(("closed", "is_open"), [(None, True), (DAY, False)])
def test_people_can_apply_until_an_opening_is_closed(closed: date | None, is_open: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    assert Opening(FACTS, "nurse-a-1", DAY, closed=closed).is_open == is_open
