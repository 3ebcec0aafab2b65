from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

import pytest

from jdgen.model.site import Opening, Site
from jdgen.render.site.frame import frame, says_who_hires, site_color


def test_a_page_names_everything_from_where_it_stands(site: Site) -> None:
    values = frame("jobs/a.html", site)

    assert values["canonical"] == "https://jobs.example.org/careers/jobs/a.html"
    assert (values["home"], values["style_sheet"]) == ("../index.html", "../assets/site.css")
    assert frame("index.html", site)["canonical"] == "https://jobs.example.org/careers/"


def test_the_policy_allows_the_files_of_the_site_and_nothing_else(site: Site) -> None:
    policy = str(frame("jobs/a.html", site)["policy"])

    assert policy.startswith("default-src 'none'; style-src 'self'; ")
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert "script-src 'self';" in str(frame("index.html", site)["script_policy"])


def test_data_in_the_page_is_named_by_its_digest(site: Site) -> None:
    policy = str(frame("jobs/a.html", site, markup="{}")["policy"])

    assert f"script-src 'sha256-{b64encode(sha256(b'{}').digest()).decode()}';" in policy


def test_a_color_that_all_employers_share_is_the_sites(make_opening: Callable[..., Opening]) -> None:
    teal, plum, plain = ({"brand_color": color} for color in ("#1f5f6b", "#7a3b8f", None))

    assert site_color([make_opening(employer=teal), make_opening(employer=teal)]) == "#1f5f6b"
    assert site_color([make_opening(employer=teal), make_opening(employer=plum)]) is None
    assert site_color([make_opening(employer=teal), make_opening(employer=plain)]) is None
    assert site_color([]) is None


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Cedar Ridge Medical Center", "Careers at Cedar Ridge Medical Center"),
        ("Cedar Ridge Careers", "Cedar Ridge Careers"),
        ("Jobs in Colorado", "Jobs in Colorado"),
    ],
)
def test_the_top_of_a_page_says_what_the_site_is_for(site: Site, name: str, called: str) -> None:
    assert frame("index.html", replace(site, name=name))["called"] == called


def test_the_one_employer_stands_at_the_top_and_its_home_page_at_the_foot(owned: Site) -> None:
    values = frame("jobs/a.html", owned)

    assert values["owner_logo"] == "../logos/cedar.svg"
    assert (values["owner_website"], values["owner_host"]) == ("https://www.cedarridge.example/", "cedarridge.example")
    assert frame("jobs/a.html", replace(owned, owner=None))["owner_logo"] == ""


def test_a_logo_beside_its_name_is_silent_and_otherwise_says_it(owned: Site) -> None:
    assert frame("index.html", owned)["owner_alternative"] == ""
    assert frame("index.html", replace(owned, name="Our Jobs"))["owner_alternative"] == "Cedar Ridge Medical Center"


def test_only_a_site_called_after_its_one_employer_says_who_hires(owned: Site) -> None:
    assert says_who_hires(owned)
    assert not says_who_hires(replace(owned, name="Front Range Careers"))
    assert not says_who_hires(replace(owned, owner=None))
