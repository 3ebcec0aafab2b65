from collections.abc import Callable

from jdgen.model.site import Opening
from jdgen.render.site.search_form import search_form
from jdgen.render.site.shelves import shelves

Make = Callable[..., Opening]


def test_only_what_some_opening_has_can_be_chosen(make_opening: Make) -> None:
    first = make_opening(id="A", employment="full-time or part-time", workplace="hybrid")
    second = make_opening(id="B", employment="per diem", specialization="hiv")

    form = search_form(shelves([first, second]))

    assert form
    assert [tuple(kind) for kind in form.kinds] == [
        ("full-time", "Full-time", 1),
        ("part-time", "Part-time", 1),
        ("per-diem", "Per diem", 1),
    ]
    assert [choice.key for choice in form.workplaces] == ["onsite", "hybrid"]
    assert [(choice.key, choice.openings) for choice in form.places] == [("colorado", 2)]
    assert [choice.name for choice in form.specializations] == ["HIV", "Hospital"]
    assert (form.total, form.chunks, form.folder) == (2, 1, "search/")


def test_the_largest_specializations_are_named_first(make_opening: Make) -> None:
    kinds = ["rn", "hiv", "hiv", "hospital", "clinic", "legal", "school", "school"]
    openings = [make_opening(id=f"A{number}", specialization=kind) for number, kind in enumerate(kinds)]

    form = search_form(shelves(openings))

    assert form
    assert [shelf.key for shelf in form.popular] == ["hiv", "school", "clinic", "hospital", "legal"]


def test_nothing_open_needs_no_form() -> None:
    assert search_form(shelves([])) is None
