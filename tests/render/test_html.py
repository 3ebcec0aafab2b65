# ruff: noqa: RUF001 - dashes in titles are meant

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from jdgen.errors import InputError, UsageError
from jdgen.model.posting import PostingFacts
from jdgen.render.brand import palette
from jdgen.render.html import render_page
from jdgen.render.logo import Logo
from jdgen.render.style import screen_style
from jdgen.render.typography import typeset

Make = Callable[..., PostingFacts]
NASTY = "<script>alert('1')</script> \"q\" & {{ 7 * 7 }} {% raw %} </style></title>"


class Outline(HTMLParser):
    """Collects tags with their attributes, and the text by tag."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if data.strip() and self.tags:
            self.texts.append((self.tags[-1][0], data.strip()))

    def meta(self, name: str) -> str | None:
        return next(
            (attrs.get("content") for tag, attrs in self.tags if tag == "meta" and attrs.get("name") == name), None
        )

    def count(self, tag: str) -> int:
        return sum(1 for name, _ in self.tags if name == tag)


def test_the_page_says_what_it_is(make_facts: Make, templates: tuple[Path, ...], two_pages: str) -> None:
    outline = Outline(render_page(two_pages, make_facts(), folders=templates))

    assert outline.tags[0] == ("html", {"lang": "en-US"})
    assert ("title", "Hospital Case Manager – Cedar Ridge Medical Center") in outline.texts
    assert outline.meta("description") == "Hospital Case Manager in Denver, Colorado: $38.50 to $52.00 an hour."
    assert outline.meta("author") == "Cedar Ridge Medical Center"
    assert outline.meta("keywords") == "Hospital Case Manager, Healthcare Social Workers, mental health, Denver"
    assert outline.meta("dcterms.created") == "2026-11-22"
    assert outline.meta("viewport") == "width=device-width, initial-scale=1"


def test_the_page_lets_nothing_load_and_nothing_run(make_facts: Make, templates: tuple[Path, ...]) -> None:
    outline = Outline(render_page("# T", make_facts(), folders=templates))

    head = [attrs for tag, attrs in outline.tags if tag == "meta"]
    assert head[1]["http-equiv"] == "Content-Security-Policy"  # before anything it could hold for
    rules = str(head[1]["content"]).split("; ")
    assert rules[0] == "default-src 'none'"
    assert set(rules) - {"base-uri 'none'", "form-action 'none'"} == {
        "default-src 'none'", "img-src data:", "style-src 'unsafe-inline'", "font-src data:",
    }  # fmt: skip


def test_the_page_has_one_title_and_one_of_each_landmark(
    make_facts: Make, templates: tuple[Path, ...], two_pages: str
) -> None:
    outline = Outline(render_page(two_pages, make_facts(), folders=templates))

    assert (outline.count("h1"), outline.count("main"), outline.count("section")) == (1, 1, 10)


def test_the_page_asks_for_nothing_from_elsewhere(
    make_facts: Make, templates: tuple[Path, ...], two_pages: str
) -> None:
    style = screen_style(palette(None), folders=templates)
    html = render_page(two_pages, make_facts(), folders=templates, logo=Logo("image/png", b"x"), style=style)

    sources = [attrs.get("src") for _, attrs in Outline(html).tags if "src" in attrs]
    assert sources == ["data:image/png;base64,eA=="]
    assert Outline(html).count("link") == Outline(html).count("script") == 0
    assert "url(http" not in html
    assert "@import" not in html


def test_facts_left_out_leave_no_trace(make_facts: Make, templates: tuple[Path, ...]) -> None:
    facts = make_facts(
        description=None,
        occupation=None,
        specialization=None,
        location=(),
        posted=None,
        apply={},
        employer={"website": None},
    )

    outline = Outline(render_page("# RN\n\nText", facts, folders=templates))

    assert outline.meta("description") is None
    assert outline.meta("dcterms.created") is None
    assert outline.meta("keywords") == "Hospital Case Manager"
    assert outline.count("a") == outline.count("img") == outline.count("style") == 0


def test_every_field_comes_out_as_the_text_it_is(make_facts: Make, templates: tuple[Path, ...]) -> None:
    facts = make_facts(
        title=NASTY,
        description=NASTY,
        occupation={"code": "21-1022.00", "title": NASTY},
        employer={"name": NASTY, "website": "https://x.example/'onmouseover='alert(1)"},
    )

    html = render_page("Text", facts, folders=templates)

    outline = Outline(html)
    assert outline.count("script") == 0
    assert outline.meta("description") == outline.meta("author") == NASTY
    assert ("p", typeset(NASTY, language="en")) in [(tag, text) for tag, text in outline.texts]
    assert not any("onmouseover" in attrs for _, attrs in outline.tags)


def test_a_style_sheet_cannot_close_its_element(make_facts: Make, templates: tuple[Path, ...]) -> None:
    html = render_page("Text", make_facts(), folders=templates, style="p::after { content: '</style><script>' }")

    assert Outline(html).count("script") == 0


def test_the_button_leads_to_the_section_that_holds_the_address(
    make_facts: Make, templates: tuple[Path, ...], two_pages: str
) -> None:
    outline = Outline(render_page(two_pages, make_facts(), folders=templates))

    assert ("a", {"href": "#how-to-apply"}) in outline.tags
    assert ("a", "How to apply") in outline.texts


def test_the_button_is_found_by_mail_address_too(make_facts: Make, templates: tuple[Path, ...]) -> None:
    facts = make_facts(apply={"email": "jobs@a.example"})

    html = render_page("# T\n\n## Write to us\n\n<jobs@a.example>", facts, folders=templates)

    assert '<a href="#write-to-us">Write to us</a>' in html


def test_a_page_in_a_right_to_left_language_runs_that_way(make_facts: Make, templates: tuple[Path, ...]) -> None:
    html = render_page("# מנהל\n\nHello", make_facts(language="he"), folders=templates)

    assert '<html lang="he" dir="rtl">' in html
    assert "<h1>מנהל</h1>" in html
    assert '<p dir="ltr">Hello</p>' in html


def test_a_right_to_left_name_is_marked_on_an_english_page(make_facts: Make, templates: tuple[Path, ...]) -> None:
    html = render_page("# מנהל", make_facts(employer={"name": "בית חולים"}), folders=templates)

    assert '<p class="employer" dir="rtl">בית חולים</p>' in html
    assert '<h1 dir="rtl">מנהל</h1>' in html


def test_an_override_may_change_one_block(make_facts: Make, templates: tuple[Path, ...], tmp_path: Path) -> None:
    override = '{% extends "shipped/page.html.j2" %}{% block masthead %}<p>{{ facts.employer.name }}!</p>{% endblock %}'
    (tmp_path / "page.html.j2").write_text(override, encoding="utf-8")

    html = render_page("# T", make_facts(), folders=(tmp_path, *templates))

    assert "<p>Cedar Ridge Medical Center!</p>" in html
    assert "masthead" not in html
    assert "<h1>T</h1>" in html


def test_a_mistake_in_an_override_is_reported_with_its_line(
    make_facts: Make, templates: tuple[Path, ...], tmp_path: Path
) -> None:
    (tmp_path / "page.html.j2").write_text("a\n{{ facts.nonsense }}", encoding="utf-8")

    with pytest.raises(InputError, match="nonsense") as caught:
        render_page("# T", make_facts(), folders=(tmp_path, *templates))

    assert caught.value.where is not None
    assert (Path(caught.value.where.path).name, caught.value.where.line) == ("page.html.j2", 2)


def test_a_folder_without_the_template_is_a_usage_error(make_facts: Make, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"page\.html"):
        render_page("# T", make_facts(), folders=(tmp_path,))


def test_the_same_posting_gives_the_same_page(make_facts: Make, templates: tuple[Path, ...], two_pages: str) -> None:
    assert render_page(two_pages, make_facts(), folders=templates) == render_page(
        two_pages, make_facts(), folders=templates
    )


def test_markup_stands_in_a_script_of_data(make_facts: Make, templates: tuple[Path, ...]) -> None:
    html = render_page("# T", make_facts(), folders=templates, markup='{"a": "\\u003c/script>"}')

    assert '<script type="application/ld+json">{"a": "\\u003c/script>"}</script>\n</head>' in html
    assert "default-src 'none'; script-src 'sha256-Ek657gjKh9pJDJUn/m8psAs+STyi88ltTX6V8dhckB8='; img-src" in html
    without = render_page("# T", make_facts(), folders=templates)
    assert "<script" not in without
    assert "default-src 'none'; img-src" in without
