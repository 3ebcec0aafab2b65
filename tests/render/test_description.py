"""The description for search engines: six tags, every word, every address."""

import re
from pathlib import Path

import pytest

from jdgen.load.postings import parse_posting
from jdgen.render.blocks import words_of
from jdgen.render.body import read_body
from jdgen.render.description import description

CASES = Path(__file__).resolve().parents[1] / "cases" / "render"
TAGS = {"p", "ul", "li", "br", "strong", "em"}


def made(markdown: str) -> str:
    return description(words_of(read_body(f"# T\n\n{markdown}", title="T")))


def test_headings_are_strong_paragraphs_and_the_card_a_list() -> None:
    assert made("- **Pay:** $1\n\nHi\n\n## Do\n\nWork") == (
        "<ul><li><strong>Pay:</strong> $1</li></ul><p>Hi</p><p><strong>Do</strong></p><p>Work</p>"
    )


def test_looks_breaks_and_marks_are_kept() -> None:
    assert made("*a* **b** ***c***  \n1 < 2 & 3") == (
        "<p><em>a</em> <strong>b</strong> <strong><em>c</em></strong><br>1 &lt; 2 &amp; 3</p>"
    )


def test_links_become_words_with_their_address() -> None:
    assert made("[Apply](https://a.example) <https://b.example>") == (
        "<p>Apply (https://a.example) https://b.example</p>"
    )


def test_lists_and_tables_and_quotes_become_lists_and_paragraphs() -> None:
    assert made("1. a\n    - b\n\n> q") == "<ul><li>a<ul><li>b</li></ul></li></ul><p>q</p>"
    assert made("| A | B |\n|---|---|\n| 1 | 2 |") == "<ul><li>A; B</li><li>1; 2</li></ul>"


@pytest.mark.parametrize("path", sorted(CASES.glob("*/*.md")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_only_tags_google_names_are_used(path: Path) -> None:
    posting = parse_posting(path.read_text(encoding="utf-8"), str(path))

    html = description(words_of(read_body(posting.body, title=posting.facts.title)))

    tags = re.findall(r"</?([a-z0-9]+)[^<>]*>", html)
    assert len(tags) > 20
    assert set(tags) <= TAGS
    assert html.count("<ul>") == html.count("</ul>")
