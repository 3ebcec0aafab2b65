"""What markup says has to stand on the page: every object of it is looked at, and its words are no words of the page."""

import json

import pytest

from jdgen.audit.kinds.channel_page import Page, unshown
from jdgen.audit.view import View
from jdgen.ingest.reader import read_document

WORDS = "You visit families at home and plan care with them. " * 8


def view(words: str, *cities: str) -> View:
    postings = [
        {"@type": "JobPosting", "title": "Nurse", "jobLocation": {"address": {"addressLocality": city}}}
        for city in cities
    ]
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>\n' for one in postings)
    page = f"<html><body>{scripts}<h1>Nurse</h1><p>{WORDS}{words}</p></body></html>"
    return View(read_document(page.encode(), "ad.html"))


def test_the_last_of_many_objects_is_looked_at_like_the_first() -> None:
    found = list(unshown(view("In Boise.", *["Boise"] * 30, "Nampa")))

    assert [(value, path[-1]) for _, path, value in found] == [("Nampa", "addressLocality")]


def test_what_another_object_says_is_not_shown_on_the_page() -> None:
    assert [value for _, _, value in unshown(view("", "Boise", "Boise"))] == ["Boise", "Boise"]


@pytest.mark.parametrize(
    ("spelling", "is_shown"),
    [
        ("new york", True),
        ("new", True),
        ("york city", False),
        ("$64,000", True),
        ("$64,000.50", False),
        ("larch & alder", True),
        ("bogotá", True),
        ("…", False),
        ("york, new york", True),
    ],
)
def test_a_value_is_shown_where_its_words_stand_together(spelling: str, *, is_shown: bool) -> None:
    page = Page(view("Larch &amp; Alder, New York, New York: $64,000 a year; Bogotá."))

    assert page.shows(spelling) is is_shown


def test_a_page_that_a_program_fills_is_not_judged() -> None:
    bare = "<html><body><script type='application/ld+json'>{}</script><p>Loading</p></body></html>"
    posting = json.dumps({"@type": "JobPosting", "jobLocation": {"address": {"addressLocality": "Boise"}}})

    assert list(unshown(View(read_document(bare.format(posting).replace("{}", posting).encode(), "ad.html")))) == []
