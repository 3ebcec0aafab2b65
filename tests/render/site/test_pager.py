import pytest

from jdgen.render.site.pager import pager


@pytest.mark.parametrize(
    ("number", "last", "shown"),
    [
        (1, 1, "[1]"),
        (1, 2, "[1] 2"),
        (2, 5, "1 [2] 3 4 5"),
        (1, 20, "[1] 2 … 20"),
        (7, 20, "1 … 6 [7] 8 … 20"),
        (18, 20, "1 … 17 [18] 19 20"),
    ],
)
def test_near_pages_and_both_ends_are_named(number: int, last: int, shown: str) -> None:
    steps = pager("places/ohio.html", number, last).steps

    words = [str(step.number) if step.address else f"[{step.number}]" if step.number else "…" for step in steps]
    assert " ".join(words) == shown


def test_addresses_are_as_the_page_names_them() -> None:
    second = pager("index.html", 2, 3)

    assert (second.previous, second.following) == ("../index.html", "../openings/3.html")
    assert pager("index.html", 1, 3).following == "openings/2.html"


def test_the_ends_have_no_further_page() -> None:
    assert pager("index.html", 1, 2).previous == ""
    assert pager("index.html", 2, 2).following == ""
