from collections.abc import Callable
from datetime import date

from jdgen.model.site import Opening
from jdgen.render.site.shelves import newest, pages_of, shelves

Make = Callable[..., Opening]


def test_openings_stand_on_every_shelf_they_belong_to(make_opening: Make) -> None:
    here = make_opening(id="A", location="Denver, CO")
    there = make_opening(id="B", location="Remote (CO, AZ)", specialization="hiv", employer={"name": "Acme"})

    found = shelves([here, there])

    assert [(shelf.name, len(shelf.openings)) for shelf in found.places] == [
        ("Remote", 1),
        ("Arizona", 1),
        ("Colorado", 2),
    ]
    assert [shelf.page for shelf in found.specializations] == [
        "specializations/hiv.html",
        "specializations/hospital.html",
    ]
    assert [shelf.page for shelf in found.employers] == [
        "employers/acme.html",
        "employers/cedar-ridge-medical-center.html",
    ]
    assert found.has_several_employers


def test_closed_openings_stand_on_no_shelf(make_opening: Make) -> None:
    found = shelves([make_opening(closed=date(2026, 11, 1))])

    assert not any((found.openings, found.places, found.specializations, found.employers))


def test_the_newest_come_first_and_the_order_given_does_not_matter(make_opening: Make) -> None:
    days = {"A": "2026-11-20", "B": "2026-11-22", "C": "2026-11-20", "D": None}
    openings = [make_opening(id=name, posted=day) for name, day in days.items()]

    assert [one.facts.id for one in newest(openings)] == ["B", "A", "C", "D"]
    assert newest(openings[::-1]) == newest(openings)


def test_an_employer_written_in_two_ways_is_one(make_opening: Make) -> None:
    names = {"A": "St. Mary's", "B": "St Marys"}
    openings = [make_opening(id=key, employer={"name": name}) for key, name in names.items()]

    assert [len(shelf.openings) for shelf in shelves(openings).employers] == [2]


def test_a_list_is_cut_into_pages_and_an_empty_one_has_one() -> None:
    assert pages_of(range(5), 2) == [range(2), range(2, 4), range(4, 5)]
    assert pages_of((), 2) == [()]
