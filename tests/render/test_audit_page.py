"""The page of an audit: the posting with its findings in place, escaped everywhere, closed to the outside."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from jdgen.model.document import Block, Document, Section, Stated, starts_of_lines
from jdgen.model.finding import Allowed, ChannelVerdict, FileReport, Finding, KeyPhrase, RuleCard
from jdgen.render.audit_page import render_audit_page

SOURCE = "---\npay: DOE\n---\n\n# Nurse\n\nWe want **young** people.\n\n- Recent graduates\n"
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


class Tags(HTMLParser):
    """The elements of a page and the names of their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(html)
        assert self.names

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}


def document(source: str = SOURCE, path: str = "jobs/nurse.md", **changes: Any) -> Document:
    """Return a posting whose second block has markup in it."""

    def at(words: str) -> int:
        return source.index(words)

    blocks = (
        Block("heading", "Nurse", "title", 0, ((0, at("Nurse")),), 1),
        Block(
            "paragraph", "We want young people.", "summary", 0, ((0, at("We")), (8, at("young")), (13, at(" people")))
        ),
        Block("item", "Recent graduates", "required", 0, ((0, at("Recent")),), 1),
    )
    return Document(
        path, "markdown", source, blocks, (Section("other"),), line_starts=starts_of_lines(source)
    )._replace(**changes)


def finding(words: str, rule: str = "age.young", **changes: Any) -> Finding:
    start = SOURCE.index(words)
    line = SOURCE.count("\n", 0, start) + 1
    found = Finding(
        rule=rule, category="age", severity="error", message=f"asks for {words}", why="The law.", line=line, column=1,
        end_line=line, end_column=2, matched=words, suggestions=("Leave it out",), sources=("https://www.example.gov/age",),
        evidence="law", start=start, end=start + len(words),
    )  # fmt: skip
    return found._replace(**changes)


def page(templates: tuple[Path, ...], *findings: Finding, on: Document | None = None, **more: Any) -> str:
    on = on or document()
    cards = {
        "age.young": RuleCard("age.young", "age", "error", "law", "The law.", "m", checked="2026-11-22", confidence="U")
    }
    return render_audit_page([FileReport(on.path, findings, **more)], [on], cards, folders=templates)


def row(html: str, words: str) -> str:
    """Return the row of the page that holds some words of the posting."""
    rows = html.split('<div class="row">')[1:]
    return next(row for row in rows if words in row.partition("</p>")[0])


def test_words_are_marked_where_they_stand_with_the_note_beside(templates: tuple[Path, ...]) -> None:
    html = row(page(templates, finding("young")), "We want")

    assert 'We want <mark class="error" id="m1">young</mark><a class="ref error" href="#n1">' in html
    for words in (
        'id="n1"', "asks for young", "<b>Why:</b> The law.", "<b>Instead:</b> Leave it out",
        '<a href="https://www.example.gov/age" rel="noreferrer">www.example.gov/age</a>',
        "age.young · law, not confirmed", "checked 2026-11-22", '<a href="#m1">line 7</a>',
    ):  # fmt: skip
        assert words in html, words


def test_a_finding_in_the_facts_stands_apart_with_its_line(templates: tuple[Path, ...]) -> None:
    html = page(templates, finding("DOE", severity="warning"))

    loose = html.partition("About the whole posting")[2].partition("The posting</h3>")[0]
    assert 'pay: <mark class="warning">DOE</mark>' in loose
    assert "line 2" in loose
    assert 'href="#m1"' not in html


def test_a_finding_about_what_is_missing_has_no_words(templates: tuple[Path, ...]) -> None:
    html = page(templates, finding("", start=0, end=0))

    assert "<mark" not in html
    assert 'id="n1"' in html


def test_a_finding_over_two_blocks_is_marked_in_the_first(templates: tuple[Path, ...]) -> None:
    html = page(templates, finding("people.\n\n- Recent"))

    assert 'young <mark class="error" id="m1">people.</mark>' in html
    assert html.count("<mark") == 1


def test_a_finding_inside_of_markup_marks_the_words(templates: tuple[Path, ...]) -> None:
    html = page(templates, finding("want **young** people"))

    assert 'We <mark class="error" id="m1">want young people</mark>' in html


def test_a_finding_that_starts_inside_of_markup_marks_the_words_after_it(templates: tuple[Path, ...]) -> None:
    html = page(templates, finding("* people"))

    assert 'We want young<mark class="error" id="m1"> people</mark>' in html


def test_what_is_missing_marks_nothing_in_a_file_without_facts_on_top(templates: tuple[Path, ...]) -> None:
    plain = Document("a.txt", "text", "Nurse", (Block("paragraph", "Nurse", "other", 0, ((0, 0),)),), ())

    assert "<mark" not in page(templates, finding("", start=0, end=0), on=plain)


def test_many_findings_on_the_whole_title_are_about_the_posting(templates: tuple[Path, ...]) -> None:
    two = page(templates, *(finding("Nurse", f"missing.{name}") for name in "ab"))
    three = page(templates, *(finding("Nurse", f"missing.{name}") for name in "abc"))

    assert "About the whole posting" not in two
    assert "<mark" not in three
    assert "About the whole posting" in three
    assert row(three, "Nurse").count("<li") == 0


def test_a_source_is_named_once(templates: tuple[Path, ...]) -> None:
    html = page(templates, finding("young", sources=("https://www.example.gov/age",) * 2))

    assert html.count("https://www.example.gov/age") == 1


def test_the_reason_of_a_rule_is_given_once(templates: tuple[Path, ...]) -> None:
    html = page(templates, finding("young"), finding("Recent graduates"))

    assert html.count("The law.") == 1
    assert '<b>Why:</b> as in <a href="#n1">note 1</a>' in row(html, "Recent")
    assert html.count("https://www.example.gov/age") == 1


def test_another_reason_of_the_same_rule_is_given_too(templates: tuple[Path, ...]) -> None:
    html = page(templates, finding("young"), finding("Recent graduates", why="Another law."))

    assert "<b>Why:</b> Another law." in html


def test_everything_a_report_says_is_there(templates: tuple[Path, ...]) -> None:
    html = page(
        templates,
        allowed=(Allowed(finding("young"), "the union agreed", 7, "2027-01-01"),),
        score={"lawful": 40, "clear": 90},
        channels=(
            ChannelVerdict("google", ready=True),
            ChannelVerdict("indeed", ready=False, reasons=(("i03", "no place"),), advice=(("i09", "name the street"),)),
        ),
        key_phrases=(KeyPhrase("case manager", "title", 3, 1.25, ("title", "body"), "say it early"),),
        notes=("page 3 is a picture",),
        fragment=True,
    )

    for words in (
        "<dt>Lawful</dt><dd>40 <small>of 100</small> <meter", '<b>Google:</b> <strong class="ready">ready</strong>',
        '<b>Indeed:</b> <strong class="blocked">blocked</strong>', 'no place <span class="clause">(i03)</span>',
        "No reason to block it, but better mended:", 'name the street <span class="clause">(i09)</span>', "case manager</th><td>3</td><td>1.2</td><td>title, body</td><td>say it early",
        "page 3 is a picture", "Too short to be a posting", "Reason: the union agreed, until 2027-01-01",
    ):  # fmt: skip
        assert words in html, words
    assert html.count("This is not legal advice.") == 1


def test_what_a_message_quotes_stands_as_code_and_its_backticks_are_gone(templates: tuple[Path, ...]) -> None:
    told = finding(
        "young", message="`young` is age", why="Not `young & old`.", suggestions=("Write `people`", "a ` alone")
    )

    html = page(templates, told)

    for words in (
        "<code>young</code> is age",
        "Not <code>young &amp; old</code>.",
        "Write <code>people</code>",
        "a ` alone",
    ):
        assert words in html, words
    assert html.count("`") == 1


def test_notes_are_numbered_through_all_postings(templates: tuple[Path, ...]) -> None:
    reports = [FileReport(f"{name}.md", (finding("young"),)) for name in "ab"]

    html = render_audit_page(reports, [document(), document()], {}, folders=templates)

    assert [html.count(f'id="{name}"') for name in ("m1", "m2", "n1", "n2", "posting-1", "posting-2")] == [1] * 6
    assert '<a href="#posting-2">b.md</a>' in html
    assert "2 errors" in html
    assert "Audit of 2 postings</title>" in html


def test_a_docx_counts_paragraphs(templates: tuple[Path, ...]) -> None:
    assert ">paragraph 7</a>" in page(templates, finding("young"), unit="paragraph")


def test_the_language_of_the_posting_is_named(templates: tuple[Path, ...]) -> None:
    spanish = document(stated={"language": (Stated("es-MX", "es-MX", 0, 5),)})
    odd = document(stated={"language": (Stated('es" onload="x', None, 0, 5),)})
    told = document(meta={"language": Stated("es", "es", 0, 2)})

    assert '<p class="words paragraph" lang="es-MX" dir="auto">' in page(templates, on=spanish)
    assert '<p class="words paragraph" lang="es" dir="auto">' in page(templates, on=told)
    assert '<p class="words paragraph" dir="auto">' in page(templates, on=odd)


def test_the_policy_allows_the_style_and_nothing_else(templates: tuple[Path, ...]) -> None:
    html = page(templates)
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)

    assert style
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"content=\"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\"" in html
    assert 'style="' not in html
    assert "<script" not in html


def test_nothing_that_a_posting_or_a_rule_says_becomes_markup(templates: tuple[Path, ...]) -> None:
    source = SOURCE.replace("young", EVIL).replace("DOE", EVIL)
    place = source.index(EVIL, 20)
    block = Block("paragraph", EVIL, "other", 0, ((0, place),))
    stated = {"language": (Stated(EVIL, EVIL, 0, 1),)}
    evil = document()._replace(path=EVIL, source=source, blocks=(block,), stated=stated)
    texts = {name: EVIL for name in Finding._fields if name in {"rule", "message", "why", "matched", "reason"}}
    bad = finding("", **texts, suggestions=(EVIL,), sources=(EVIL, f"https://{EVIL}"), start=10, end=20)
    inside = bad._replace(start=place, end=place + 8)
    html = page(
        templates,
        bad,
        inside,
        on=evil,
        allowed=(Allowed(bad, EVIL, 1, EVIL),),
        channels=(ChannelVerdict(EVIL, ready=False, reasons=((EVIL, EVIL),), advice=((EVIL, EVIL),)),),
        key_phrases=(KeyPhrase(EVIL, "title", 1, 1, (EVIL,), EVIL),),
        notes=(EVIL,),
    )

    assert html.count("&lt;script&gt;") > 15
    tags = Tags(html)
    assert {"script", "img"} & tags.names == set()
    assert [name for name in tags.attributes if name.startswith("on")] == []


def test_a_source_that_is_no_web_address_is_no_link(templates: tuple[Path, ...]) -> None:
    html = page(templates, finding("young", sources=("javascript:alert(1)", "http://a.example/x")))

    assert "javascript:" not in html
    assert 'href="http://a.example/x"' in html


def test_a_document_whose_blocks_are_out_of_order_is_marked_all_the_same(templates: tuple[Path, ...]) -> None:
    shuffled = document(blocks=tuple(reversed(document().blocks)))

    html = page(templates, finding("young"), on=shuffled)

    assert 'We want <mark class="error" id="m1">young</mark>' in html


@pytest.mark.parametrize("source", ["", "\n"])
def test_an_empty_document_makes_a_page(templates: tuple[Path, ...], source: str) -> None:
    empty = Document("a.md", "markdown", source, (), ())

    assert "<h2" in page(templates, on=empty)


def test_an_own_style_wins(templates: tuple[Path, ...], tmp_path: Path) -> None:
    (tmp_path / "audit.css").write_text("p { color: </style> }", encoding="utf-8")

    html = page((tmp_path, *templates))

    assert r"<style>p { color: <\/style> }</style>" in html


def test_notes_are_numbered_as_the_page_is_read_and_errors_about_the_whole_come_first(templates) -> None:
    html = page(
        templates,
        finding("DOE", "pay.vague", severity="info"),
        finding("young"),
        finding("", "missing.pay", start=0, end=0, message="the pay is missing"),
        finding("Recent", "age.recent"),
    )

    assert re.findall(r'id="n(\d)"', html) == ["1", "2", "3", "4"]
    assert html.index('id="n1"') < html.index("the pay is missing", html.index('id="n1"')) < html.index('id="n2"')
    assert '<mark class="error" id="m3">young</mark>' in html
    assert '<a class="ref error" href="#n4">' in row(html, "Recent")


def test_findings_of_one_line_are_numbered_by_their_words(templates: tuple[Path, ...]) -> None:
    html = page(templates, finding("people", "age.people"), finding("young"))

    assert re.findall(r'id="m(\d)">(\w+)', html) == [("1", "young"), ("2", "people")]


def test_a_reason_is_given_at_the_first_note_a_reader_meets(templates: tuple[Path, ...]) -> None:
    html = page(templates, finding("young"), finding("", start=0, end=0))

    assert html.index("<b>Why:</b> The law.") < html.index('as in <a href="#n1">note 1</a>') < html.index('href="#m2"')


def test_errors_are_listed_before_everything_else_with_links(templates: tuple[Path, ...]) -> None:
    html = page(templates, finding("DOE", severity="warning"), finding("young"), finding("Recent"))
    listed = html.partition('<div class="errors">')[2].partition("</div>")[0]

    assert "<h3>Errors</h3>" in listed
    assert re.findall(r'href="#n(\d)"', listed) == ["2", "3"]
    assert "asks for young" in listed
    assert "line 7" in listed
    assert html.index('class="errors"') < html.index("About the whole posting")
    assert 'class="errors"' not in page(templates, finding("DOE", severity="warning"))


def test_channels_come_after_the_posting(templates: tuple[Path, ...]) -> None:
    verdict = ChannelVerdict("google", ready=False, reasons=(("g02", "nothing names the employer"),))
    html = page(templates, finding("young"), channels=(verdict,))

    assert html.index("The posting</h3>") < html.index('id="n1"') < html.index("<h3>Channels</h3>")


def test_what_changes_the_rules_stands_at_the_top_and_is_escaped(templates: tuple[Path, ...]) -> None:
    report = FileReport("a.md", ())
    html = render_audit_page(
        [report], [document()], {}, folders=templates, remarks=(f"jdgen.yaml leaves out `{EVIL}`",)
    )

    assert html.index("Changed rules:") < html.index("<legend>Show</legend>")
    assert "jdgen.yaml leaves out <code>&lt;script&gt;" in html
    assert "script" not in Tags(html).names
    assert "Changed rules:" not in page(templates)
