"""Every feed says of an opening what its posting says: title, pay, places, days, kinds of job, credentials and area of remote work."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from jdgen.load.channel_values import load_channel_values
from jdgen.load.postings import parse_posting
from jdgen.load.search import search_path
from jdgen.model.posting import Posting
from jdgen.model.site import Opening, Site
from jdgen.render.blocks import read_words
from jdgen.render.description import description
from jdgen.render.feeds.indeed import indeed_faults, indeed_feed, indeed_job
from jdgen.render.feeds.json_feed import json_feed
from jdgen.render.feeds.linkedin import linkedin_faults, linkedin_feed, linkedin_job
from jdgen.render.feeds.rss import rss_feed
from jdgen.text.pay import Pay, describe_pay
from jdgen.text.place import describe_place
from jdgen.text.remote_area import describe_remote_area

CASES = Path(__file__).resolve().parents[1] / "cases"
VALUES = load_channel_values(search_path())
SITE = Site("https://careers.acme.example/", "Acme Care", date(2026, 12, 1))
CREDENTIAL = re.compile(r"\([A-Z][\w /-]*\), from the \w+ \w+ \w+")
CASE_FILES = [path for path in sorted((CASES / "render").glob("*/*.md")) if path.parent.name != "weird-text"]
Make = Callable[[dict[str, object], str], Posting]


def flat(text: str) -> str:
    """Return a text on one line, with the marks of a keyboard."""
    keyboard = text.translate({0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"', 0x2013: "--", 0xA0: " "})
    return " ".join(keyboard.split())


def words_of(html: str) -> str:
    return flat(unescape(re.sub(r"</?(?:strong|em|i)>", "", re.sub(r"</?(?:p|ul|li|br)>", " ", html))))


def parsed(pieces: Any) -> Any:
    return etree.fromstring("".join(pieces).encode("utf-8"), etree.XMLParser(resolve_entities=False, no_network=True))


def opening_of(posting: Posting) -> Opening:
    facts = replace(posting.facts, posted=posting.facts.posted or date(2026, 11, 22))
    return Opening(facts, facts.id.lower(), date(2026, 11, 25), description(read_words(posting)))


def assert_indeed_says_the_same(opening: Opening) -> None:
    facts = opening.facts
    job = parsed(indeed_feed([indeed_job(opening, SITE, VALUES)], SITE)).find("job")
    told = {child.tag: child.text or "" for child in job}
    assert (told["title"], told["referencenumber"], told["company"]) == (facts.title, facts.id, facts.employer.name)
    assert told.get("salary") == (describe_pay(facts.pay) if isinstance(facts.pay, Pay) else None)
    city, state = (facts.places[0].city, facts.places[0].state) if facts.places else ("Remote", told["state"])
    assert (told["city"], told["state"]) == (city, state)
    assert (told["date"], told.get("expirationdate")) == (
        str(facts.posted),
        str(facts.closes) if isinstance(facts.closes, date) else None,
    )
    kinds = facts.employment.kinds if facts.employment else ()
    assert len(told.get("jobtype", "").split(", ")) == max(len(kinds), 1)
    assert words_of(told["description"]) == words_of(opening.description)


def assert_linkedin_says_the_same(opening: Opening) -> None:
    facts = opening.facts
    job = parsed(linkedin_feed([linkedin_job(opening, SITE, VALUES, poster_email="hr@acme.example")], SITE)).find("job")
    assert (job.findtext("title"), job.findtext("partnerJobId")) == (facts.title, facts.id)
    assert job.findtext("location") == describe_place(facts.places[0], short=True)
    amounts = tuple(job.findtext(f"salaries/salary/{end}/amount") for end in ("lowEnd", "highEnd"))
    pay = facts.pay if isinstance(facts.pay, Pay) and facts.pay.unit not in {"visit", "shift"} else None
    assert tuple(map(float, filter(None, amounts))) == ((float(pay.minimum), float(pay.maximum)) if pay else ())
    assert job.findtext("listDate") == f"{facts.posted:%m/%d/%Y}"
    if isinstance(facts.closes, date) and facts.closes <= date(2027, 3, 1):
        assert job.findtext("expirationDate") == f"{facts.closes:%m/%d/%Y}"
    assert words_of(job.findtext("description")) == words_of(opening.description)


def assert_readers_are_told_the_same(opening: Opening) -> None:
    facts = opening.facts
    entry = parsed(rss_feed([opening], SITE)).find("channel/item")
    (item,) = json.loads(json_feed([opening], SITE))["items"]
    assert entry.findtext("title") == item["title"] == facts.title
    assert entry.findtext("guid") == item["id"] == facts.id
    assert entry.findtext("description") == item["content_html"] == opening.description
    tags = [tag.text for tag in entry.findall("category")]
    assert tags == item.get("tags", [])
    where = [describe_place(place, short=True) for place in facts.places]
    assert {*where, *map(describe_remote_area, facts.remote_areas)} <= set(tags)
    told = item["_job"]
    assert told.get("pay", {}).get("text") == (describe_pay(facts.pay) if isinstance(facts.pay, Pay) else None)
    assert [place["city"] for place in told.get("places", [])] == [place.city for place in facts.places]
    assert told.get("employment", []) == list(facts.employment.kinds if facts.employment else ())
    assert told.get("closes") == (str(facts.closes) if facts.closes else None)
    assert told.get("certifications", {}).get("required", []) == list(facts.certifications.required)


def assert_same_in_feeds(posting: Posting) -> set[str]:
    """Hold every feed the posting goes to against its facts and its words; return the channels that take it."""
    opening = opening_of(posting)
    body = flat(re.sub(r"\\([^\w\s])", r"\1", posting.body.replace("**", "")))
    assert CREDENTIAL.findall(words_of(opening.description)) == CREDENTIAL.findall(body)
    assert_readers_are_told_the_same(opening)
    channels = set()
    if not indeed_faults(opening.facts, VALUES):
        assert_indeed_says_the_same(opening)
        channels.add("indeed")
    if not linkedin_faults(opening.facts, VALUES, poster_email="hr@acme.example"):
        assert_linkedin_says_the_same(opening)
        channels.add("linkedin")
    return channels


def test_the_feeds_say_the_same_of_every_case() -> None:
    postings = [parse_posting(path.read_text(encoding="utf-8"), str(path)) for path in CASE_FILES]

    found = [assert_same_in_feeds(posting) for posting in postings]

    assert len(found) > 30
    assert sum("indeed" in channels for channels in found) > 10
    assert sum("linkedin" in channels for channels in found) > 5
    assert sum(bool(CREDENTIAL.search(posting.body)) for posting in postings) > 5


CHANGES = st.fixed_dictionaries({
    "specialization": st.sampled_from(search_path().names("specializations")),
    "location": st.sampled_from([
        "Denver, CO",
        ["Ely, MN 55731", "Boulder, CO"],
        ["St. Paul, MN", "Remote (CO)"],
        "1200 Oak St, Denver, CO 80204",
    ]),
    "workplace": st.sampled_from(["onsite", "hybrid", "remote"]),
    "pay": st.sampled_from(["41.2-58.75/hour", "80000-95000/year", "52.5/hour", "55-65/visit", "1450-1600/week"]),
    "employment": st.sampled_from(["full-time, 40 hours", "PRN", "full-time or part-time", "contract, 13 weeks"]),
    "closes": st.sampled_from(["2027-01-15", "2026-12-03", "until filled", "2027-06-30"]),
    "apply": st.just({"url": "https://www.acme.example/apply", "email": "jobs@acme.example"}),
})


@given(CHANGES, st.sampled_from(["posting", "classic", "objectives"]))
@settings(max_examples=25)
def test_the_feeds_say_the_same_of_any_opening(composed: Make, changes: dict[str, object], template: str) -> None:
    assert assert_same_in_feeds(composed(changes, template)) == {"indeed", "linkedin"}


@pytest.mark.parametrize("template", ["posting", "classic", "objectives"])
@pytest.mark.parametrize("specialization", search_path().names("specializations"))
def test_the_feeds_say_the_same_of_every_specialization(composed: Make, specialization: str, template: str) -> None:
    apply = {"url": "https://www.acme.example/apply", "email": "jobs@acme.example"}
    posting = composed({"specialization": specialization, "apply": apply}, template)

    assert assert_same_in_feeds(posting) == {"indeed", "linkedin"}


@given(st.sampled_from(["Remote", "Remote (CO)", "Remote (CO, MN)"]), st.sampled_from(["posting", "classic"]))
@settings(max_examples=6)
def test_the_area_of_remote_work_is_the_same_everywhere(composed: Make, location: str, template: str) -> None:
    posting = composed(
        {"location": location, "workplace": "remote", "apply": {"url": "https://www.acme.example"}}, template
    )
    area = describe_remote_area(posting.facts.remote_areas[0])

    assert assert_same_in_feeds(posting) == {"indeed"}
    job = parsed([indeed_job(opening_of(posting), SITE, VALUES)])
    assert (job.findtext("city"), job.findtext("remotetype")) == ("Remote", "Fully remote")
    assert job.findtext("state") == ("CO" if location == "Remote (CO)" else "")
    assert flat(area) in words_of(job.findtext("description"))


SOME = parse_posting((CASES / "render" / "hospital" / "posting.md").read_text(encoding="utf-8"), "posting.md")


def kept(text: str) -> str:
    """Return what XML can hold of a text: https://www.w3.org/TR/xml/#charsets, lines ended by one character."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in "\t\n" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff")


@given(
    st.text(alphabet=st.characters(exclude_categories=()), min_size=1)
    | st.text("]>[<!&;-#xCDAT lt\x00\r\n\U0001f600\u202e", min_size=1)
)
@settings(max_examples=200)
def test_any_name_comes_back_from_every_feed(name: str) -> None:
    facts = replace(SOME.facts, title=name)
    opening = Opening(facts, "a", date(2026, 11, 25), "<p>Plan.</p>")
    site = Site("https://careers.acme.example/", name, SITE.day)

    told = [
        parsed(indeed_feed([indeed_job(opening, site, VALUES)], site, notes=[name])),
        parsed(linkedin_feed([linkedin_job(opening, site, VALUES)], site, notes=[name])),
    ]

    for feed in told:
        assert (feed.findtext("job/title"), feed.findtext("publisher")) == (kept(name), kept(name))
    assert parsed(rss_feed([opening], site)).findtext("channel/item/title") == kept(name)
    (item,) = json.loads(json_feed([opening], site).encode("utf-8"))["items"]
    assert item["title"] == kept(name)
