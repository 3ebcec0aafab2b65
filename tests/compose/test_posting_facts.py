from collections.abc import Callable
from datetime import date

import pytest

from jdgen.compose.posting_facts import posting_facts
from jdgen.model.posting import PostingFacts
from jdgen.model.record import stated


@pytest.fixture
def made(sources: Callable) -> Callable[..., PostingFacts]:
    """Return a function that makes the facts of a posting from fields of requisition and employer."""

    def make(
        requisition: dict[str, object] | None = None, posted: date | None = None, **employer: object
    ) -> PostingFacts:
        given = sources(requisition, employer=employer)
        return posting_facts(
            "nurse", given.specialization, given.employer, given.requisition, template="posting", posted=posted
        )

    return make


def test_what_nobody_states_stays_empty(made: Callable) -> None:
    known = stated(made())

    assert set(known) == {"id", "title", "specialization", "template", "description", "occupation", "employer"}
    assert known["employer"] == {"name": "Acme Care"}


def test_the_title_of_the_requisition_wins(made: Callable) -> None:
    assert (made().title, made({"title": "Boss"}).title) == ("Nurse Case Manager", "Boss")


def test_the_places_of_the_employer_stand_in(made: Callable) -> None:
    own = made({"location": "Reno, NV"}, location="Ely, MN")
    usual = made(location="Ely, MN")

    assert (own.places[0].city, usual.places[0].city) == ("Reno", "Ely")


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ([], None),
        (["Reno, NV"], None),
        (["Remote"], "remote"),
        (["Remote", "Reno, NV"], None),
        (["Remote (CO)", "Remote"], "remote"),
    ],
)
def test_only_what_is_all_remote_is_remote_without_being_said(
    made: Callable, location: list[str], expected: str | None
) -> None:
    assert made({"location": location}).workplace == expected


def test_the_workplace_given_wins(made: Callable) -> None:
    assert made({"location": "Remote", "workplace": "hybrid"}).workplace == "hybrid"


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ([], "nurse"),
        (["Reno, NV"], "nurse-reno-nv"),
        (["Remote (CO)", "Reno, NV"], "nurse-remote"),
        (["Saint-Louis-du-Ha-Ha-by-the-Great-River, ME"], "nurse-saint-louis-du-ha-ha-by-the-abe713"),
        (["São Paulo, TX"], "nurse-sao-paulo-tx"),
    ],
)
def test_an_id_is_made_from_specialization_and_first_place(made: Callable, location: list[str], expected: str) -> None:
    assert made({"location": location}).id == expected


def test_two_titles_at_one_place_have_ids_of_their_own(made: Callable) -> None:
    ids = [made({"title": title, "location": "Reno, NV"}).id for title in ("Night RN", "Day RN")]

    assert ids == ["nurse-night-rn-reno-nv", "nurse-day-rn-reno-nv"]


@pytest.mark.parametrize(
    "titles",
    [("総合", "看護"), ("Registered Nurse on the Night Shift, East", "Registered Nurse on the Night Shift, West")],
)
def test_titles_that_cannot_stand_in_an_id_are_told_apart(made: Callable, titles: tuple[str, str]) -> None:
    ids = [made({"title": title, "location": "Reno, NV"}).id for title in titles]

    assert len({*ids}) == 2
    assert all(len(name) <= 40 for name in ids)
    assert ids[0] == made({"title": titles[0], "location": "Reno, NV"}).id


def test_two_long_places_have_ids_of_their_own(made: Callable) -> None:
    ids = {made({"location": f"Saint-Louis-du-Ha-Ha-by-the-Great-River, {state}"}).id for state in ("ME", "NH")}

    assert len(ids) == 2


def test_the_id_given_wins(made: Callable) -> None:
    assert made({"id": "REQ-7", "location": "Reno, NV"}).id == "REQ-7"


def test_the_day_of_the_requisition_wins(made: Callable) -> None:
    given, own = date(2026, 1, 1), date(2026, 2, 2)

    assert (made(posted=given).posted, made({"posted": "2026-02-02"}, posted=given).posted) == (given, own)


def test_pay_in_words_is_no_fact(made: Callable) -> None:
    assert made({"pay": "DOE"}).pay is None


URL, MAIL = {"url": "https://a.example"}, {"email": "a@b.example"}


@pytest.mark.parametrize(
    ("own", "usual", "expected"),
    [
        ({}, {}, {}),
        ({}, URL | {"instructions": "u"}, URL | {"instructions": "u"}),
        (MAIL, URL, MAIL),
        (MAIL, URL | {"instructions": "u"}, MAIL | {"instructions": "u"}),
        (MAIL | {"instructions": "o"}, URL | {"instructions": "u"}, MAIL | {"instructions": "o"}),
        ({"instructions": "o"}, URL | {"instructions": "u"}, URL | {"instructions": "o"}),
    ],
)
def test_the_way_to_apply_is_the_requisitions_else_the_employers(
    made: Callable, own: dict[str, str], usual: dict[str, str], expected: dict[str, str]
) -> None:
    assert expected == stated(made({"apply": own}, apply=usual).apply)


def test_the_description_holds_what_a_search_result_shows(made: Callable) -> None:
    facts = made({"location": "Reno, NV", "pay": "40-50/hour"})

    assert facts.description == (
        "Nurse Case Manager at Acme Care in Reno, NV. See the duties, qualifications and how to apply."
    )


def test_the_description_of_a_remote_job_says_so(made: Callable) -> None:
    assert made({"location": "Remote"}).description.startswith("Nurse Case Manager at Acme Care, remote. ")


@pytest.mark.parametrize("length", [60, 100, 110, 130, 300, 590])
def test_the_description_is_never_too_long_and_never_cut_in_a_word(made: Callable, length: int) -> None:
    facts = made({"location": "Reno, NV", "pay": "40-50/hour"}, name=("Acme " * 200)[:length])

    assert len(facts.description) <= 155
    assert facts.description.endswith(".")


@pytest.mark.parametrize("title", ["Nurse " * 60, "Word " * 40, "x" * 154 + " y" * 20])
def test_a_very_long_title_is_cut_to_fit_the_description(made: Callable, title: str) -> None:
    description = made({"title": title}).description

    assert len(description) <= 155
    assert description == description.strip()


def test_a_made_id_is_no_device_of_windows(sources: Callable) -> None:
    given = sources()
    facts = posting_facts(
        "con", given.specialization, given.employer, given.requisition, template="posting", posted=None
    )

    assert facts.id == "job-con"


def test_modifiers_are_recorded_and_tell_two_openings_apart(made: Callable) -> None:
    facts = made({
        "level": "senior",
        "delivery": "telephonic",
        "languages": "Thai: families speak it",
        "location": "Reno, NV",
    })

    assert (facts.level, facts.model, facts.delivery) == ("senior", None, "telephonic")
    assert [(one.language, one.level, one.why) for one in facts.languages] == [("Thai", "fluent", "families speak it")]
    assert facts.id == "senior-nurse-telephonic-reno-nv"


def test_remote_delivery_is_a_remote_workplace(made: Callable) -> None:
    assert made({"delivery": "remote"}).workplace == "remote"
