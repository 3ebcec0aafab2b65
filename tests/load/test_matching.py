"""What people type as the name of a specialization, and what it must and must not find: the tables in `matching/`."""

import csv
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.errors import InputError, JdgenError, UsageError, Where
from jdgen.load.matching import Meaning, is_id, load_names, look_up, specialization_meant
from jdgen.load.project import open_workspace
from jdgen.load.search import SearchPath
from jdgen.model.matching import Called

TABLES = Path(__file__).parent / "matching"
SHIPPED = open_workspace(Path(__file__).parent).search
NAMES = SHIPPED.names("specializations")


def rows(table: str) -> list[dict[str, str]]:
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


FOUND, UNCLEAR, UNKNOWN = rows("names"), rows("unclear"), rows("unknown")


@pytest.fixture
def own(tmp_path: Path) -> Callable[..., SearchPath]:
    """Return a function that makes specializations of one's own and tells where to look."""
    (tmp_path / "jdgen.yaml").touch()
    (tmp_path / "specializations").mkdir()

    def go(**texts: str) -> SearchPath:
        for name, text in texts.items():
            (tmp_path / "specializations" / f"{name}.yaml").write_text(text, encoding="utf-8")
        return open_workspace(tmp_path).search

    return go


def offered(typed: str, search: SearchPath = SHIPPED) -> list[str]:
    return [offer.split("`")[1] for offer in look_up(typed, search).offers]


def found_or_offered(typed: str) -> list[str]:
    meaning = look_up(typed, SHIPPED).meaning
    return [meaning.id] if meaning else offered(typed)


def test_the_tables_are_long_enough_to_mean_something() -> None:
    assert (len(FOUND) >= 150, len(UNCLEAR) >= 30, len(UNKNOWN) >= 20) == (True, True, True)
    assert {row["expected"] for row in FOUND} == set(NAMES)


@pytest.mark.parametrize("row", FOUND, ids=lambda row: row["typed"])
def test_a_name_people_type_finds_the_right_one(row: dict[str, str]) -> None:
    assert specialization_meant(row["typed"], SHIPPED).id == row["expected"]


@pytest.mark.parametrize("row", UNCLEAR, ids=lambda row: row["typed"])
def test_a_name_that_can_mean_several_is_refused_with_the_nearest(row: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="is not clear"):
        specialization_meant(row["typed"], SHIPPED)
    assert set(offered(row["typed"])) == set(row["offered"].split())


@pytest.mark.parametrize("row", UNKNOWN, ids=lambda row: row["typed"])
def test_another_job_finds_nothing(row: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="there is no specialization"):
        specialization_meant(row["typed"], SHIPPED)


@pytest.mark.parametrize("called", load_names(SHIPPED).index.called, ids=lambda called: called.id)
def test_every_name_of_a_profile_finds_it_or_offers_it(called: Called) -> None:
    assert len(called.titles) == 3
    assert [
        name for name in (*called.titles, *called.variants, *called.searched) if called.id not in found_or_offered(name)
    ] == []


@given(st.text(max_size=300) | st.lists(st.sampled_from([r["typed"] for r in FOUND]), max_size=6).map(" ".join))
def test_any_text_is_answered_or_refused_in_our_words(typed: str) -> None:
    try:
        found = specialization_meant(typed, SHIPPED).id
    except JdgenError:
        found = None

    assert found in {*NAMES, None}


@pytest.mark.parametrize("word", load_names(SHIPPED).index.table.other_roles)
def test_the_title_of_another_job_is_offered_and_never_taken(own: Callable, word: str) -> None:
    search = own(burn=f"extends: hospital\nname: Burn unit case manager\nsearch_synonyms+: [burn unit {word}]\n")

    for typed in (f"burn unit {word}", f"Burn Unit {word.title()}s"):
        assert look_up(typed, search).meaning is None
        assert offered(typed, search)[0] == "burn"
    assert specialization_meant(f"burn unit {word} case manager", search).id == "burn"


def test_a_profile_of_ones_own_may_have_the_title_of_another_job(own: Callable) -> None:
    search = own(intake="extends: general\nname: Intake officer\ntitle_variants+: [Screening Counselor]\n")

    assert specialization_meant("intake officer", search).id == "intake"
    assert specialization_meant("screening counselor", search).id == "intake"


def test_every_specialization_that_the_word_table_offers_exists() -> None:
    listed = {name for names in load_names(SHIPPED).index.table.offered.values() for name in names}

    assert listed
    assert listed - set(NAMES) == set()


def test_a_job_that_has_nothing_to_do_with_the_work_is_not_taken_for_a_word_of_an_id() -> None:
    with pytest.raises(UsageError) as raised:
        specialization_meant("domestic worker", SHIPPED)

    assert str(raised.value) == "there is no specialization `domestic worker`, which is another job"
    assert raised.value.hint == "`jdgen list specializations` prints the names"


def test_what_the_word_table_offers_and_one_does_not_have_is_left_out(own: Callable) -> None:
    search = own(_matching="offered: {xyz: [gone, hospital]}\n")

    assert offered("XYZ", search) == ["hospital"]


def test_an_exact_id_wins_without_any_comparison(own: Callable) -> None:
    search = own(_matching="words: [broken", hospital="title: RN CM\n")

    assert specialization_meant("rn", search) == Meaning("rn")


def test_a_hidden_file_is_no_specialization() -> None:
    assert not is_id("_base", SHIPPED)
    with pytest.raises(UsageError):
        specialization_meant("_base", SHIPPED)


def test_the_note_says_what_was_understood() -> None:
    assert specialization_meant("RN CM", SHIPPED).note == "`RN CM` means `rn` (Registered nurse case manager)"


def test_an_unclear_name_in_a_file_is_reported_where_it_stands() -> None:
    with pytest.raises(InputError) as raised:
        specialization_meant("probation", SHIPPED, where=Where("r.yaml", 1, 1))

    assert str(raised.value) == "r.yaml:1:1: `probation` is not clear, expected the name of one specialization"
    assert (
        raised.value.hint
        == "did you mean `reentry` (Reentry case manager) or `juvenile-justice` (Juvenile justice case manager)?"
    )


def test_the_general_one_is_taken_only_when_told_to() -> None:
    with pytest.raises(InputError) as raised:
        specialization_meant("dog walker", SHIPPED, where=Where("r.yaml"))

    assert (
        raised.value.hint
        == "`jdgen list specializations` prints the names; `render --or-general` takes the general one"
    )
    assert specialization_meant("dog walker", SHIPPED, or_general=True) == Meaning(
        "general", "`dog walker` is like no specialization, so it becomes `general`"
    )


def test_the_general_one_is_not_taken_for_a_name_with_several_meanings() -> None:
    with pytest.raises(UsageError, match="is not clear"):
        specialization_meant("probation", SHIPPED, or_general=True)


def test_ones_own_profile_is_found_by_the_names_its_file_states(own: Callable) -> None:
    search = own(burn="extends: hospital\nname: Burn unit case manager\ntitle_variants+: [Burn Center Case Manager]\n")

    assert specialization_meant("burn ctr case mgr", search).id == "burn"
    assert specialization_meant("hospital CM", search).id == "hospital"


def test_a_profile_that_states_no_name_goes_by_its_id(own: Callable) -> None:
    search = own(**{"night-shift": "extends: rn\nskills+: [Rest]\n"})

    assert specialization_meant("Night Shift CM", search).note == "`Night Shift CM` means `night-shift` (night-shift)"


def test_ones_own_word_table_wins(own: Callable) -> None:
    search = own(_matching="words: {xyz: hospital}\n")

    assert specialization_meant("XYZ", search).id == "hospital"


def test_a_broken_word_table_is_reported(own: Callable) -> None:
    with pytest.raises(JdgenError, match="unknown field"):
        specialization_meant("RN CM", own(_matching="wrods: {a: b}\n"))


def test_a_file_that_is_no_specialization_does_not_stop_the_others(own: Callable) -> None:
    search = own(odd="- a list\n", other="title_variants: {a: b}\ntitle: [x]\n")

    assert specialization_meant("RN CM", search).id == "rn"


def test_matching_is_quick_once_remembered() -> None:
    specialization_meant("RN CM", SHIPPED)

    start = time.perf_counter()
    specialization_meant("geratric case mgr", SHIPPED)

    assert time.perf_counter() - start < 0.1
