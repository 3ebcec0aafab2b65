from dataclasses import replace
from pathlib import Path

import pytest

from jdgen.compose.job_title import position_of, title_in_a_sentence
from jdgen.load.facts import load_facts
from jdgen.load.project import open_workspace
from jdgen.load.specializations import load_all
from jdgen.model.specialization import Specialization


@pytest.fixture(scope="module")
def profiles() -> dict[str, Specialization]:
    search = open_workspace(Path(__file__).parent).search
    return load_all(search, load_facts(search))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Hospital Case Manager", "hospital case manager"),
        ("Hospital Case Manager (RN)", "hospital case manager (RN)"),
        ("Discharge Planner", "discharge planner"),
        ("Care Coordinator", "care coordinator"),
        ("RN Case Manager II", "RN case manager II"),
        ("case manager", "case manager"),
        ("Per Diem Case Manager", "per diem case manager"),
        ("Hospital Case Manager Position", "hospital case manager position"),
    ],
)
def test_words_the_specialization_knows_lose_their_capitals(
    profiles: dict[str, Specialization], title: str, expected: str
) -> None:
    assert expected == title_in_a_sentence(title, profiles["hospital"])


@pytest.mark.parametrize(
    "title",
    [
        "Spanish-Speaking Case Manager",
        "Ryan White Case Manager",
        "McKinney-Vento Case Manager",
        "HOSPITAL CASE MANAGER",
    ],
)
def test_a_title_with_a_word_that_may_be_a_name_stays_as_typed(profiles: dict[str, Specialization], title: str) -> None:
    assert title == title_in_a_sentence(title, profiles["hospital"])


def test_a_title_of_ones_own_with_a_name_keeps_all_its_capitals(profiles: dict[str, Specialization]) -> None:
    assert title_in_a_sentence("Medicare Care Manager", profiles["medicare"]) == "Medicare Care Manager"


def test_names_in_the_specializations_own_title_keep_their_capitals(profiles: dict[str, Specialization]) -> None:
    titles = {name: title_in_a_sentence(profile.title, profile) for name, profile in profiles.items()}

    assert (titles["medicare"], titles["hiv"]) == ("Medicare case manager", "HIV case manager")
    assert titles["workers-compensation"] == "workers' compensation case manager"
    assert {name for name, title in titles.items() if title != title.lower()} == {"medicare", "hiv", "rn"}


def test_the_languages_of_an_opening_keep_their_capitals(profiles: dict[str, Specialization]) -> None:
    title = "Bilingual (Spanish and Hmong) Case Manager"
    profile = replace(profiles["general"], title=title)

    expected = "bilingual (Spanish and Hmong) case manager"
    assert expected == title_in_a_sentence(title, profile, names=["Spanish", "Hmong"])


@pytest.mark.parametrize(
    ("title", "adjectives", "expected"),
    [
        ("hospital case manager", "full-time, on-site", ("a full-time, on-site hospital case manager position", "")),
        ("RN case manager", "", ("an RN case manager position", "")),
        ("hospital case manager", "", ("a hospital case manager position", "")),
        ("case manager role", "per diem", ("a per diem case manager role", "")),
        ("director of nursing", "on-site", ("an on-site position as director of nursing", "")),
        ("director of nursing", "", ("a position as director of nursing", "")),
        ("Case Manager, Nights", "full-time", ("a full-time position as Case Manager, Nights", ",")),
        ("Case Manager - Nights", "full-time", ("a full-time position as Case Manager - Nights", "")),
    ],
)
def test_a_position_is_named_where_grammar_wants_the_title(
    title: str, adjectives: str, expected: tuple[str, str]
) -> None:
    assert expected == position_of(title, adjectives)
