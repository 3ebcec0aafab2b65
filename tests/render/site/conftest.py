"""A careers site and openings for it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from jdgen.model.posting import PostingFacts
from jdgen.model.site import Opening, Owner, Site
from jdgen.text.slugs import slug

DAY = date(2026, 11, 22)
OPENING = {"changed", "about", "closed", "is_filled", "has_pdf", "blocked", "slug"}


@pytest.fixture
def site() -> Site:
    return Site("https://jobs.example.org/careers/", "Cedar Ridge Careers", DAY)


@pytest.fixture
def owned() -> Site:
    """Return a site on which one employer hires, and which is called after it."""
    owner = Owner("Cedar Ridge Medical Center", "https://www.cedarridge.example/", "logos/cedar.svg")
    return Site("https://jobs.example.org/careers/", owner.name, DAY, owner)


@pytest.fixture
def make_opening(make_facts: Callable[..., PostingFacts]) -> Callable[..., Opening]:
    """Return a function that makes an opening; fields of the opening and of its facts may be given."""

    def make(**changes: Any) -> Opening:
        own = {name: value for name, value in changes.items() if name in OPENING}
        facts = make_facts(
            **{
                "specialization": "hospital",
                "workplace": "onsite",
                "employment": "full-time, 40 hours/week",
                "pay": "38.50-52/hour",
                "closes": "2026-12-31",
                "benefits": ("Medical insurance", "24 days off"),
            }
            | {name: value for name, value in changes.items() if name not in OPENING}
        )
        return Opening(**{"facts": facts, "slug": slug(f"{facts.title} {facts.id}"), "changed": DAY} | own)

    return make
