"""Pages and fragments: blocks without a tree, and what of a page is the posting."""

import pytest

from jdgen.ingest.html import read_html

LONG = "We hire a case manager who plans discharges with patients and their families. " * 6


def pieces(source: str) -> list[tuple[str, str]]:
    """Return kind and words of each piece."""
    return [(piece.kind, piece.text) for piece in read_html(source).pieces]


def test_blocks_are_told_apart() -> None:
    assert pieces("<h1>RN</h1><p>We <em>hire</em>.</p><ul><li>One</li><li>Two</li></ul>") == [
        ("heading", "RN"),
        ("paragraph", "We hire."),
        ("item", "One"),
        ("item", "Two"),
    ]


def test_nothing_has_to_be_closed() -> None:
    assert pieces("<p>One<p>Two<ul><li>Three<li>Four<h2>Five<p>Six") == [
        ("paragraph", "One"),
        ("paragraph", "Two"),
        ("item", "Three"),
        ("item", "Four"),
        ("heading", "Five"),
        ("paragraph", "Six"),
    ]


def test_a_heading_may_hold_a_block() -> None:
    assert pieces("<h2><div>Benefits</div></h2><p>Dental") == [("heading", "Benefits"), ("paragraph", "Dental")]


def test_nested_lists_have_levels() -> None:
    levels = [piece.level for piece in read_html("<ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul>").pieces]

    assert levels == [1, 2, 1]


def test_line_breaks_part_paragraphs() -> None:
    assert [text for _, text in pieces("Pay: $30<br>Place: Denver<br/><br>We hire.")] == [
        "Pay: $30",
        "Place: Denver",
        "We hire.",
    ]


def test_tables_of_facts_are_rows_and_tables_for_layout_are_not() -> None:
    assert pieces("<table><tr><th>Pay</th><td><p>$30</p></td></tr><tr><td>One cell</td></tr></table>") == [
        ("row", "Pay | $30"),
        ("paragraph", "One cell"),
    ]
    assert pieces(f"<table><tr><td><p>{LONG}</p></td><td><ul><li>One</li></ul></td></tr></table>") == [
        ("paragraph", LONG.strip()),
        ("item", "One"),
    ]


def test_scripts_styles_and_choices_have_no_words() -> None:
    page = "<script>if (a < b) { '<p>' }</script><style>p { }</style><select><option>Maine</select><svg><text>x</text></svg>We hire."

    assert pieces(page) == [("paragraph", "We hire.")]


def test_an_element_that_never_ends_hides_nothing() -> None:
    assert ("paragraph", "We hire.") in pieces("<svg><p>We hire.</p>")


def test_navigation_forms_and_footers_are_left_out() -> None:
    page = f"<nav>Home</nav><header>Careers</header><h1>RN</h1><p>{LONG}</p><form>Your name</form><footer>\u00a9 2026</footer>"

    assert pieces(page) == [("heading", "RN"), ("paragraph", LONG.strip())]


def test_the_main_part_is_the_posting_with_its_own_header() -> None:
    page = f"<p>{LONG}</p><main><header><h1>RN</h1></header><p>{LONG}</p></main><div>Other jobs</div>"

    assert pieces(page) == [("heading", "RN"), ("paragraph", LONG.strip())]


def test_navigation_in_the_main_part_is_left_out() -> None:
    assert pieces(f"<main><nav>Back to all jobs</nav><p>{LONG}</p></main>") == [("paragraph", LONG.strip())]


def test_a_page_that_stands_in_a_form_loses_its_navigation_only() -> None:
    assert pieces(f"<form><nav>Home</nav><p>{LONG}</p></form>") == [("paragraph", LONG.strip())]


def test_a_title_outside_of_the_main_part_is_kept() -> None:
    assert pieces(f"<header><h1>RN</h1></header><main><p>{LONG}</p></main>")[0] == ("heading", "RN")


@pytest.mark.parametrize("tag", ["form", "nav", "header"])
def test_a_page_that_stands_in_one_such_element_is_kept(tag: str) -> None:
    assert pieces(f"<{tag}><p>{LONG}</p></{tag}>") == [("paragraph", LONG.strip())]


def test_entities_are_characters_at_their_place() -> None:
    source = "<p>R&amp;D &#8212; caf&eacute;</p>"
    piece = read_html(source).pieces[0]

    assert piece.text == "R&D \u2014 caf\u00e9"
    assert piece.runs == ((0, 3), (2, source.index("D ")), (5, source.index(" caf")))


@pytest.mark.parametrize(
    "bold", ["<b>Duties</b>", "<strong>Duties</strong>:", '<span style="font-weight:bold">Duties</span>']
)
def test_a_paragraph_all_in_bold_is_marked_so(bold: str) -> None:
    assert read_html(f"<p>{bold}</p>").pieces[0].is_bold


def test_bold_ends_with_its_element() -> None:
    assert [piece.is_bold for piece in read_html("<p><b>Pay:</b> $30</p><ul><li><b>a</li><li>b</li></ul>").pieces] == [
        False,
        True,
        False,
    ]


def test_a_link_to_a_place_in_the_page_is_navigation() -> None:
    assert pieces('<p><a href="#apply">How to apply</a></p><p>See <a href="#apply">below</a>.</p>') == [
        ("paragraph", "See below.")
    ]


def test_a_page_says_what_it_is() -> None:
    page = read_html(
        '<html lang="en-US"><head><title>RN &amp; more</title><meta name="Description" content="A job">'
        '<link rel="canonical" href="https://www.example.org/jobs/1"></head>'
    )

    assert {name: stated.text for name, stated in page.meta.items()} == {
        "language": "en-US",
        "title": "RN & more",
        "description": "A job",
        "canonical": "https://www.example.org/jobs/1",
    }


def test_scripts_of_json_ld_are_found() -> None:
    source = '<script type="application/ld+json">{"a": 1}</script><script>var b;</script>'
    (start, end), *others = read_html(source).scripts

    assert (source[start:end], others) == ('{"a": 1}', [])


def test_preformatted_lines_stay_lines() -> None:
    assert [text for _, text in pieces("<pre>Pay: $30\nPlace: Denver\n</pre>")] == ["Pay: $30", "Place: Denver"]


@pytest.mark.parametrize(("tag", "is_kept"), [("nav", False), ("header", False), ("div", True)])
def test_a_line_of_links_is_left_out_of_a_short_page_only_where_it_is_marked(tag: str, *, is_kept: bool) -> None:
    page = (
        f"<{tag}><a href=/>Home</a> | <a href=/j>Jobs</a> | <a href=/c>Log in</a></{tag}><h1>RN</h1><p>You visit.</p>"
    )

    assert ("Home | Jobs | Log in" in [piece.text for piece in read_html(page).pieces]) is is_kept
