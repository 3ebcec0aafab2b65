from collections.abc import Callable

import pytest

from jdgen.compose.draft import compose
from jdgen.compose.omissions import omissions

GIVEN = {
    "location": "Reno, NV", "employment": "full-time", "apply": {"phone": "1"}, "closes": "until filled", "pay": "40-50/hour",
    "flsa": "nonexempt", "reports_to": "Director",
}  # fmt: skip
EMPLOYER = {"benefits": ["Lunch"], "accommodation": {"name": "Ana"}}
MESSAGES = {
    "pay": "no pay given, so the posting has no pay line",
    "location": "no place given",
    "employment": "no employment type given",
    "apply": "no way to apply given",
    "closes": "no closing date given",
    "flsa": "no FLSA status given",
    "reports_to": "nobody to report to given",
}


@pytest.fixture
def left_out(sources: Callable) -> Callable[..., list[str]]:
    """Return a function that says what is left out of a posting that lacks some fields."""

    def go(*missing: str, template: str = "posting", **changed: object) -> list[str]:
        requisition = {key: value for key, value in GIVEN.items() if key not in missing}
        employer = {key: value for key, value in EMPLOYER.items() if key not in missing}
        given = sources(requisition | changed, employer=employer, template=template)
        return [omission.message for omission in omissions(compose(given), given)]

    return go


@pytest.mark.parametrize("template", ["posting", "classic", "objectives", "internal"])
def test_nothing_missing_is_nothing_said(left_out: Callable, template: str) -> None:
    assert left_out(template=template) == []


@pytest.mark.parametrize("name", ["pay", "location", "employment", "apply", "closes"])
def test_a_posting_says_what_it_leaves_out(left_out: Callable, name: str) -> None:
    assert left_out(name) == [MESSAGES[name]]


@pytest.mark.parametrize("name", ["pay", "location", "employment", "flsa", "reports_to"])
def test_an_internal_description_says_what_it_leaves_out(left_out: Callable, name: str) -> None:
    assert left_out(name, template="internal") == [MESSAGES[name]]


def test_only_the_internal_description_asks_for_what_only_it_shows(left_out: Callable) -> None:
    assert left_out("flsa", "reports_to") == []
    assert left_out("apply", "closes", "benefits", template="internal") == []


def test_what_the_employer_leaves_out_is_said(left_out: Callable) -> None:
    assert left_out("benefits", "accommodation") == [
        "the employer lists no benefits", "no contact for accommodations given",
    ]  # fmt: skip


def test_pay_in_words_is_quoted(left_out: Callable) -> None:
    assert left_out(pay="DOE") == ["pay is `DOE`, which names no figure, so the posting has no pay line"]


def test_the_most_important_comes_first(left_out: Callable) -> None:
    assert left_out(*GIVEN, *EMPLOYER)[0] == MESSAGES["pay"]


def test_the_usual_overtime_status_comes_with_its_reason(sources: Callable) -> None:
    given = sources(template="internal")

    hints = [omission.hint for omission in omissions(compose(given), given)]

    assert "add `flsa: exempt` or `flsa: nonexempt`; nonexempt is usual here: Paid by the hour" in hints


def test_every_omission_names_its_repair(sources: Callable) -> None:
    for template in ("posting", "internal"):
        given = sources(template=template)
        assert [omission for omission in omissions(compose(given), given) if not omission.hint] == []


@pytest.mark.parametrize(
    ("level", "location", "expected"),
    [
        ("required", "Mobile, AL", ["no license `csw` is known in Alabama, and the posting names it there as required"]),
        ("preferred", "Mobile, AL", ["no license `csw` is known in Alabama, and the posting names it there as preferred"]),
        ("required", "Reno, NV", []),
        ("required", "Remote", []),
        (
            "required", ["Mobile, AL", "Remote (DC, NV)"],
            ["no license `csw` is known in Alabama and the District of Columbia, and the posting names it there as required"],
        ),
    ],
)  # fmt: skip
def test_a_license_that_no_state_of_the_posting_grants_is_named(
    sources: Callable, facts: Callable, level: str, location: object, expected: list[str]
) -> None:
    """Alabama and the District were looked up, and lack the license."""
    titles = [
        {"id": "a", "license": "csw", "title": "LCSW", "name": "Worker", "states": ["NV"]},
        {"id": "b", "license": "rn", "title": "RN", "name": "Nurse", "states": ["AL", "DC", "NV"]},
    ]
    profile = {"qualifications": {level: {"licenses": ["csw"]}}}
    given = sources(
        GIVEN | {"location": location, "delivery": "remote"},
        employer=EMPLOYER,
        profile=profile,
        facts=facts(license_titles=titles),
    )

    said = [omission for omission in omissions(compose(given), given) if "no license" in omission.message]

    assert [omission.message for omission in said] == expected
    assert all(omission.hint and "`jdgen show AL` lists its licenses" in omission.hint for omission in said)
