"""The feeds of a whole site: who stands in which, from which day, and what makes them drafts."""

import json
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

PAGES = "https://careers.acme.example/jobs/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NO_EMAIL = "\n  url: https://www.acme.example/jobs"


def ids(files: dict[str, bytes]) -> dict[str, list[str]]:
    """Return the ids that stand in each feed."""

    def read(name: str, element: str) -> list[str]:
        root = ElementTree.fromstring(files[name])  # noqa: S314 - our own
        return [found.text or "" for found in root.iter(element)]

    return {
        "indeed": read("indeed.xml", "referencenumber"),
        "linkedin": read("linkedin.xml", "partnerJobId"),
        "rss": read("feed.xml", "guid"),
        "json": [item["id"] for item in json.loads(files["feed.json"])["items"]],
    }


def sitemap(files: dict[str, bytes]) -> dict[str, str]:
    """Return the day of each address."""
    root = ElementTree.fromstring(files["sitemap.xml"])  # noqa: S314 - our own
    return {str(url.findtext(f"{SITEMAP}loc")): str(url.findtext(f"{SITEMAP}lastmod")) for url in root}


def test_every_open_opening_stands_in_every_feed_under_its_id(post: Callable, build: Callable, files: Callable) -> None:
    post()
    post("A-2")
    post("A-3", filled="2026-11-22")

    build()

    assert {name: sorted(found) for name, found in ids(files()).items()} == {
        key: ["A-1", "A-2"] for key in ("indeed", "linkedin", "rss", "json")
    }


def test_an_opening_a_board_would_refuse_is_missing_there_alone(
    post: Callable, build: Callable, files: Callable
) -> None:
    post()
    post("A-2", apply=NO_EMAIL)

    built = build()

    found = {name: sorted(known) for name, known in ids(files()).items()}
    assert found == {key: ["A-1", "A-2"] for key in ("indeed", "rss", "json")} | {"linkedin": ["A-1"]}
    assert {name: [one.facts.id for one in openings] for name, openings in built.blocked.items()} == {
        "linkedin": ["A-2"]
    }
    assert "jobs/hospital-case-manager-a-2.html" in files()


def test_the_one_who_posts_lets_it_in(post: Callable, build: Callable, files: Callable) -> None:
    post(apply=NO_EMAIL)

    build(poster_email="jobs@acme.example")

    assert ids(files())["linkedin"] == ["A-1"]


def test_what_no_source_confirms_makes_a_feed_a_draft_and_is_told(
    post: Callable, build: Callable, files: Callable
) -> None:
    post()

    built = build()

    assert built.unconfirmed["indeed"] == ("date last-day as YYYY-MM-DD",)
    assert b"draft: not confirmed by the channel" in files()["indeed.xml"]


def test_a_board_that_takes_nothing_makes_no_draft(post: Callable, build: Callable) -> None:
    post(apply=NO_EMAIL)

    assert build().unconfirmed["linkedin"] == ()


def test_the_sitemap_holds_open_openings_and_the_list(post: Callable, build: Callable, files: Callable) -> None:
    post()
    post("A-2", closes="2026-11-21")

    build()

    assert sitemap(files()) == {
        "https://careers.acme.example/": "2026-11-22",
        f"{PAGES}hospital-case-manager-a-1.html": "2026-11-22",
    }


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        ({"posted": "2026-11-29"}, "2026-11-22"),
        ({}, "2026-11-22"),
        ({"pay": "39.00-52.00/hour"}, "2026-11-29"),
        ({"body": "\nOther words. Apply by {closes}.\n"}, "2026-11-29"),
        ({"schedule": "Monday to Friday"}, "2026-11-29"),
    ],
)
def test_the_day_in_the_sitemap_moves_with_words_and_facts_alone(
    post: Callable, build: Callable, files: Callable, facts: dict, day: str
) -> None:
    post()
    post("A-2")
    build()
    post(**facts)

    build("2026-11-29")

    assert sitemap(files()) == {
        "https://careers.acme.example/": day,
        f"{PAGES}hospital-case-manager-a-1.html": day,
        f"{PAGES}hospital-case-manager-a-2.html": "2026-11-22",
    }


def test_the_day_of_the_list_moves_when_an_opening_leaves_it(post: Callable, build: Callable, files: Callable) -> None:
    post()
    gone = post("A-2")
    build()
    gone.unlink()

    build("2026-11-25")
    build("2026-11-29")

    assert sitemap(files())["https://careers.acme.example/"] == "2026-11-25"


def test_a_site_under_a_path_names_it_everywhere(post: Callable, build: Callable, files: Callable) -> None:
    post()

    build(base_url="https://acme.example/about/jobs")

    base = "https://acme.example/about/jobs/"
    assert set(sitemap(files())) == {base, f"{base}jobs/hospital-case-manager-a-1.html"}
    for name in ("feed.xml", "feed.json", "indeed.xml"):
        assert f"{base}jobs/hospital-case-manager-a-1.html".encode() in files()[name]
    assert b"careers.acme" not in b"".join(files().values())


def test_an_opening_that_comes_back_as_it_was_has_the_day_it_came_back(
    post: Callable, build: Callable, files: Callable
) -> None:
    path = post()
    post("A-2")
    text = path.read_bytes()
    build()
    path.unlink()
    build("2026-11-25")
    path.write_bytes(text)

    build("2026-11-29")

    assert sitemap(files())[f"{PAGES}hospital-case-manager-a-1.html"] == "2026-11-29"


@pytest.mark.parametrize(
    ("names", "expected"),
    [(["Acme Care", "Acme Care"], "Acme Care"), (["Acme Care", "Birch Care"], "careers.acme.example")],
)
def test_the_site_is_called_after_the_employer_they_share_or_its_host(
    post: Callable, build: Callable, files: Callable, names: list[str], expected: str
) -> None:
    for number, name in enumerate(names):
        post(f"A-{number}", employer=f"\n  name: {name}")

    build()

    assert f"<title>{expected}: open positions</title>" in files()["feed.xml"].decode()


def test_what_a_feed_leaves_to_the_text_is_told(post: Callable, build: Callable) -> None:
    post("A-1", employment="full-time or part-time")
    post("A-2", location="\n  - Denver, CO\n  - Boulder, CO", body="Denver or Boulder.")

    notes = build().notes

    assert "linkedin.xml has no word for the several job types of A-1, and leaves it to the text" in notes
    assert any(note.startswith("indeed.xml and linkedin.xml name only the first place of A-2;") for note in notes)
