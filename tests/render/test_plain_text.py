"""A posting as plain text: lines of 78 columns, nothing of Markdown, everything said."""

from collections.abc import Callable

import pytest

from jdgen.model.posting import Posting
from jdgen.render.plain_text import WIDTH, columns, render_plain_text

Text = Callable[..., str]


@pytest.fixture
def text(make_facts: Callable) -> Text:
    """Return a function that makes the text of a body, without title, employer and the day it was posted."""

    def make(body: str, **facts: object) -> str:
        return render_plain_text(Posting(make_facts(posted=None, **facts), f"# Nurse\n\n{body}")).split(
            "cedarridge.example/\n\n", 1
        )[-1]

    return make


def test_the_title_is_underlined_and_the_employer_stands_below(make_facts: Callable) -> None:
    made = render_plain_text(Posting(make_facts(), "# Nurse\n\nCome."))

    assert made == (
        "Nurse\n=====\n\nCedar Ridge Medical Center\nhttps://www.cedarridge.example/\n\nDate posted: November 22, 2026\n\nCome.\n"
    )


def test_sections_are_underlined_and_smaller_headings_are_in_capitals(text: Text) -> None:
    assert text("## What you do\n\n### By day\n\nWork.") == "What you do\n-----------\n\nBY DAY\n\nWork.\n"


def test_facts_and_bullets_hang(text: Text) -> None:
    made = text(f"- **Schedule:** {'word ' * 20}\n\nOpening\n\n- {'item ' * 20}\n- b\n    - c")

    assert made == (
        f"Schedule: {('word ' * 13).strip()}\n  {('word ' * 7).strip()}\n\nOpening\n\n"
        f"- {('item ' * 15).strip()}\n  {('item ' * 5).strip()}\n- b\n  - c\n"
    )


def test_numbers_stand_flush_and_start_where_the_list_does(text: Text) -> None:
    assert text("9. nine\n10. ten") == " 9. nine\n10. ten\n"


def test_links_are_written_out_once_and_only_where_hidden(text: Text) -> None:
    body = "[Apply *now*](https://a.example/x) or <https://b.example> or [a@b.example](mailto:a@b.example), see [below](#x)."

    assert text(body) == "Apply now (https://a.example/x) or https://b.example or a@b.example, see\nbelow.\n"


def test_an_address_is_never_cut(text: Text) -> None:
    address = f"https://a.example/{'x' * 100}"

    assert text(f"See <{address}> soon.") == f"See\n{address}\nsoon.\n"


def test_a_table_stands_in_columns_with_room_to_sign(text: Text) -> None:
    made = text("| Role | Signature |\n| --- | --- |\n| Employee | |\n| HR | |")

    assert made == f"Role      Signature\n--------  {'-' * 18}\nEmployee\nHR\n"


def test_a_table_too_wide_becomes_lines(text: Text) -> None:
    made = text(f"| A | B |\n| --- | --- |\n| {'a' * 50} | {'b' * 50} |")

    assert made == f"- A; B\n- {'a' * 50};\n  {'b' * 50}\n"


def test_items_of_several_paragraphs_stand_apart_and_quotes_are_set_in(text: Text) -> None:
    assert text("- a\n\n    more\n\n- b\n\n> q") == "- a\n\n  more\n\n- b\n\n  q\n"


def test_wide_letters_count_double(text: Text) -> None:
    lines = text("醫院個案管理師" * 20).splitlines()

    assert max(map(columns, lines)) == WIDTH
    assert "".join(lines) == "醫院個案管理師" * 20


def test_literal_text_keeps_its_lines(text: Text) -> None:
    assert text("Para\n\n    a  b\n      c") == "Para\n\na  b\n  c\n"


def test_no_line_of_a_whole_posting_is_too_long(make_facts: Callable, two_pages: str) -> None:
    made = render_plain_text(Posting(make_facts(), two_pages))

    assert len(made.splitlines()) > 100
    assert [row for row in made.splitlines() if columns(row) > WIDTH or row != row.rstrip()] == []
    assert [mark for mark in ("**", "](", "\n#", "&amp;", "<p") if mark in made] == []
    assert "\n\n\n" not in made
