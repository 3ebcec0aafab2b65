"""Careers pages as the usual programs make them: what is the posting is read, and the site around it is not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jdgen.ingest.html import read_html
from jdgen.ingest.reader import read_document

PAGES = sorted((Path(__file__).parents[1] / "cases" / "pages").iterdir())
LONG = "We hire a case manager who plans discharges with patients and their families. " * 6


def texts(source: str) -> list[str]:
    """Return the words of each piece."""
    return [piece.text for piece in read_html(source).pieces]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_careers_page_is_read_as_its_expected_words(
    page: Path, assert_matches_file: Callable[[Path, str], None]
) -> None:
    document = read_document((page / "page.html").read_bytes(), "page.html")
    lines = (*(block.text for block in document.blocks), *(f"note: {note}" for note in document.notes))

    assert_matches_file(page / "expected.txt", "".join(f"{line}\n" for line in lines))


def test_there_are_pages_to_read() -> None:
    assert len(PAGES) >= 9


@pytest.mark.parametrize("opening", ["<div role=main>", '<div class="x" role="main">', "<main>"])
def test_a_main_part_may_be_named_by_its_role(opening: str) -> None:
    end = "</main>" if opening == "<main>" else "</div>"

    assert texts(f"<div><p>Other words.</p></div>{opening}<p>{LONG}</p>{end}") == [LONG.strip()]


def test_elements_that_end_out_of_order_hide_nothing() -> None:
    assert texts(f"<div><nav><div>Home</nav></div></div></div><p>{LONG}</p></section>") == [LONG.strip()]


def test_a_page_of_many_open_elements_is_read_at_once() -> None:
    assert texts("<div>" * 50_000 + "</section>" * 50_000 + "We hire.") == ["We hire."]


def test_a_link_that_acts_as_a_button_is_none_of_the_posting() -> None:
    assert texts(f'<h2>RN</h2><a role="button" href="/apply">Apply</a><p>{LONG}</p>') == ["RN", LONG.strip()]
