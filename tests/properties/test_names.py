"""What people type as the name of a specialization, and what it must and must not find: the tables in `load/matching/`."""

import csv
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from jdgen.errors import JdgenError, UsageError
from jdgen.load.matching import load_names, look_up, specialization_meant
from jdgen.load.project import open_workspace

TABLES = Path(__file__).parents[1] / "load" / "matching"
SHIPPED = open_workspace(Path(__file__).parent).search
NAMES = SHIPPED.names("specializations")


def rows(table: str) -> list[dict[str, str]]:
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


FOUND, UNCLEAR, UNKNOWN = rows("names"), rows("unclear"), rows("unknown")


def offered(typed: str) -> list[str]:
    return [offer.split("`")[1] for offer in look_up(typed, SHIPPED).offers]


def found_or_offered(typed: str) -> list[str]:
    meaning = look_up(typed, SHIPPED).meaning
    return [meaning.id] if meaning else offered(typed)


def meant(typed: str) -> str:
    """Return the specialization that a name finds, or what is said where it finds none."""
    try:
        return specialization_meant(typed, SHIPPED).id
    except UsageError as error:
        return str(error)


def test_the_tables_are_long_enough_to_mean_something() -> None:
    assert (len(FOUND) >= 150, len(UNCLEAR) >= 30, len(UNKNOWN) >= 20) == (True, True, True)
    assert {row["expected"] for row in FOUND} == set(NAMES)


def test_a_name_people_type_finds_the_right_one() -> None:
    found = {row["typed"]: meant(row["typed"]) for row in FOUND}

    assert {row["typed"]: found[row["typed"]] for row in FOUND if found[row["typed"]] != row["expected"]} == {}


def test_a_name_that_can_mean_several_is_refused_with_the_nearest() -> None:
    said = {row["typed"]: (meant(row["typed"]), set(offered(row["typed"]))) for row in UNCLEAR}

    assert [typed for typed, (words, _) in said.items() if "is not clear" not in words] == []
    assert {typed: names for typed, (_, names) in said.items()} == {
        row["typed"]: set(row["offered"].split()) for row in UNCLEAR
    }


def test_another_job_finds_nothing() -> None:
    said = {row["typed"]: meant(row["typed"]) for row in UNKNOWN}

    assert {typed: words for typed, words in said.items() if "there is no specialization" not in words} == {}


def test_every_name_of_a_profile_finds_it_or_offers_it() -> None:
    known = load_names(SHIPPED).index.called
    names = [(name, one.id) for one in known for name in (*one.titles, *one.variants, *one.searched)]

    assert {len(one.titles) for one in known} == {3}
    assert [(name, wanted) for name, wanted in names if wanted not in found_or_offered(name)] == []


@given(st.text(max_size=300) | st.lists(st.sampled_from([row["typed"] for row in FOUND]), max_size=6).map(" ".join))
def test_any_text_is_answered_or_refused_in_our_words(typed: str) -> None:
    try:
        found = specialization_meant(typed, SHIPPED).id
    except JdgenError:
        found = None

    assert found in {*NAMES, None}
