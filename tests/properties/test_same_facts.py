"""Every format says the same: title, employer, pay, places, days, kinds of job and credentials, read back out of each and compared.

Each format is read by its own means, and what is looked for by the same few expressions, none of which the program uses.
"""

import json
import re
from collections.abc import Callable
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdgen.load.postings import parse_posting
from jdgen.load.search import search_path
from jdgen.model.posting import Posting
from jdgen.render.formats import RENDERERS, Look
from jdgen.text.dates import describe_date
from jdgen.text.pay import Pay, describe_pay
from jdgen.text.states import STATES

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases"
LOOK = Look(folders=(ROOT / "templates",), paper="letter", logo=None)
CASE_FILES = [path for path in sorted((CASES / "render").glob("*/*.md")) if path.parent.name != "weird-text"]
PDF_CASES = [CASES / "render" / name for name in ("hospital/posting.md", "several-places/classic.md")]

PAY = re.compile(r"\$[\d,.]*\d(?: to \$[\d,.]*\d)? an? (?:hour|visit|shift|day|week|month|year)\b")
DAY = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}"
)
PLACE = re.compile(rf"\b[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*, (?:{'|'.join([*STATES.values(), 'DC'])})\b")
KIND = re.compile(r"\b(?:full-time|part-time|per diem|contract|temporary|internship|volunteer)\b", re.IGNORECASE)
CREDENTIAL = re.compile(r"\([A-Z][\w /-]*\), from the \w+ \w+ \w+")

TEMPLATES = ["posting", "classic", "objectives"]
LONG = ("pay", "days", "credentials")

Facts = dict[str, object]


def flat(text: str) -> str:
    """Return a text on one line, with the marks of a keyboard."""
    keyboard = text.translate({0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"', 0x2013: "--", 0xA0: " "})
    return " ".join(keyboard.split())


def found_in(text: str) -> Facts:
    """Return the facts of a text, line by line."""
    lines = [flat(line) for line in text.splitlines()]

    def all_of(pattern: re.Pattern[str]) -> list[str]:
        return sorted({match for line in lines for match in pattern.findall(line)})

    kinds = sorted({kind.lower() for kind in all_of(KIND)})
    return {
        "pay": all_of(PAY),
        "days": all_of(DAY),
        "places": all_of(PLACE),
        "kinds": kinds,
        "credentials": all_of(CREDENTIAL),
    }


def of_markdown(posting: Posting) -> str:
    return re.sub(r"\\([^\w\s])", r"\1", posting.body.replace("**", "")).replace("|", " ")


def of_html(html: str) -> str:
    return unescape(re.sub(r"<[^<>]+>", "\n", re.sub(r"</?(?:strong|em|a)\b[^<>]*>", "", html)))


def of_page(content: bytes) -> str:
    return of_html(re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", content.decode()).partition("<main>")[2])


def of_word(content: bytes) -> str:
    body = docx.Document(BytesIO(content)).element.body
    return "\n".join("".join(line.xpath(".//w:t/text()")) for line in body.xpath(".//w:p"))


def of_text(content: bytes) -> str:
    """Return one line a paragraph or item."""
    return re.sub(r"\n(?!\n|- | *\d+\. |[A-Z][\w ]*: )\s*", " ", content.decode())


def of_pdf(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return " ".join(page.get_textpage().get_text_range().replace("\r\n", " ") for page in document)


def made(posting: Posting, name: str) -> bytes:
    return RENDERERS[name](posting, LOOK).content


def shown_by(posting: Posting) -> Facts:
    """Return the facts of the Markdown as people see them: the day it was posted stands among its facts on top, and on every page."""
    facts = found_in(of_markdown(posting))
    posted = {describe_date(posting.facts.posted)} if posting.facts.posted else set()
    return facts | {"days": sorted({*facts["days"], *posted})}  # type: ignore[misc]


def assert_same_facts(posting: Posting) -> None:
    """Read the facts out of every format and hold them against the Markdown."""
    facts, texts = posting.facts, {"html": of_page(made(posting, "html")), "docx": of_word(made(posting, "docx"))}
    texts["txt"] = of_text(made(posting, "txt"))
    expected = shown_by(posting)
    assert {name: found_in(text) for name, text in texts.items()} == dict.fromkeys(texts, expected)
    assert [name for name, text in texts.items() if flat(facts.title) not in flat(text)] == []
    if isinstance(facts.pay, Pay):
        assert describe_pay(facts.pay) in expected["pay"]  # type: ignore[operator]


def assert_same_in_markup(posting: Posting) -> None:
    """Hold the JobPosting against the front matter, and its description against the Markdown; the page carries the same object."""
    facts, item = posting.facts, json.loads(made(posting, "jsonld"))
    assert found_in(of_html(item["description"])) == found_in(of_markdown(posting))
    assert (item["title"], item["hiringOrganization"]["name"]) == (facts.title, facts.employer.name)
    assert item["datePosted"] == str(facts.posted)
    assert item.get("validThrough", "")[:10] == (str(facts.closes) if isinstance(facts.closes, date) else "")
    places = item.get("jobLocation", [])
    cities = [place["address"]["addressLocality"] for place in (places if isinstance(places, list) else [places])]
    assert cities == [place.city for place in facts.places]
    value = item.get("baseSalary", {}).get("value", {})
    low, high = value.get("minValue", value.get("value")), value.get("maxValue", value.get("value"))
    known = isinstance(facts.pay, Pay) and facts.pay.unit not in {"visit", "shift"}
    assert (low, high) == ((float(facts.pay.minimum), float(facts.pay.maximum)) if known else (None, None))  # type: ignore[union-attr]
    told = item.get("employmentType", [])
    kinds = list(facts.employment.kinds) if facts.employment else []
    assert len(told if isinstance(told, list) else [told]) == len(kinds)
    script = re.search(r'(?s)<script type="application/ld\+json">(.*?)</script>', made(posting, "html").decode())
    assert script is not None
    assert json.loads(script[1]) == item


@pytest.mark.parametrize("path", CASE_FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_formats_of_a_case_say_the_same(path: Path) -> None:
    posting = parse_posting(path.read_text(encoding="utf-8"), str(path))

    assert_same_facts(posting)


def test_the_cases_hold_facts_of_every_kind() -> None:
    found = [found_in(of_markdown(parse_posting(path.read_text(encoding="utf-8"), str(path)))) for path in CASE_FILES]

    assert len(found) > 30
    assert {name: sum(bool(facts[name]) for facts in found) > 5 for name in found[0]} == dict.fromkeys(found[0], True)


@pytest.mark.parametrize(
    "case", ["hospital", "community-mental-health", "several-places", "remote", "per-diem", "telephonic", "modifiers"]
)
@pytest.mark.parametrize("template", ["posting", "classic", "objectives"])
def test_the_markup_of_a_case_says_the_same(case: str, template: str) -> None:
    path = CASES / "render" / case / f"{template}.md"

    assert_same_in_markup(parse_posting(path.read_text(encoding="utf-8"), str(path)))


def assert_same_in_pdf(posting: Posting) -> None:
    """Hold the text of the PDF against the Markdown. Columns stand beside each other in it, so a fact has to be in it, not on a line."""
    text = flat(of_pdf(made(posting, "pdf")))
    facts = shown_by(posting)
    assert {name: facts[name] for name in LONG} == {name: found_in(text)[name] for name in LONG}
    assert [
        fact for name in ("places", "kinds") for fact in facts[name] if fact.casefold() not in text.casefold()
    ] == []  # type: ignore[attr-defined]
    assert flat(posting.facts.title) in text


@pytest.mark.parametrize("path", PDF_CASES, ids=lambda path: path.parent.name)
def test_the_pdf_of_a_case_says_the_same(path: Path) -> None:
    assert_same_in_pdf(parse_posting(path.read_text(encoding="utf-8"), str(path)))


Make = Callable[[dict[str, object], str], Posting]


CHANGES = st.fixed_dictionaries({
    "specialization": st.sampled_from(search_path().names("specializations")),
    "location": st.sampled_from(["Denver, CO", ["Ely, MN 55731", "Boulder, CO"], ["St. Paul, MN", "Remote (CO)"]]),
    "workplace": st.sampled_from(["onsite", "hybrid"]),
    "pay": st.sampled_from(["41.2-58.75/hour", "80000-95000/year", "52.5/hour", "55-65/visit", "1450-1600/week"]),
    "employment": st.sampled_from([
        "full-time, 40 hours",
        "PRN",
        "part-time, 0.6 FTE",
        "contract, 13 weeks",
        "temporary",
    ]),
    "closes": st.sampled_from(["2027-01-15", "2026-12-03", "until filled"]),
})


@given(CHANGES, st.sampled_from(["posting", "classic", "objectives"]))
@settings(max_examples=25)
def test_any_opening_says_the_same_everywhere(composed: Make, changes: dict[str, object], template: str) -> None:
    posting = composed(changes, template)

    assert_same_facts(posting)
    assert_same_in_markup(posting)
    if isinstance(posting.facts.closes, date):
        assert describe_date(posting.facts.closes) in found_in(of_markdown(posting))["days"]  # type: ignore[operator]


@pytest.mark.parametrize("template", [*TEMPLATES, "internal"])
@pytest.mark.parametrize("specialization", search_path().names("specializations"))
def test_every_specialization_says_the_same_everywhere(composed: Make, specialization: str, template: str) -> None:
    posting = composed({"specialization": specialization}, template)

    assert_same_facts(posting)
    assert_same_in_pdf(posting)
    if template != "internal":  # which is for nobody outside
        assert_same_in_markup(posting)
