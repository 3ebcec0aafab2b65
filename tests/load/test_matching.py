"""What somebody means by the name of a specialization; the tables of what people type are tried in `tests/properties/test_names.py`."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from jdgen.errors import InputError, JdgenError, UsageError, Where
from jdgen.load.matching import Meaning, is_id, load_names, look_up, specialization_meant
from jdgen.load.project import open_workspace
from jdgen.load.search import SearchPath

SHIPPED = open_workspace(Path(__file__).parent).search
NAMES = SHIPPED.names("specializations")


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


def test_the_title_of_another_job_is_offered_and_never_taken(own: Callable) -> None:
    words = load_names(SHIPPED).index.table.other_roles
    synonyms = ", ".join(f"burn unit {word}" for word in words)
    search = own(burn=f"extends: hospital\nname: Burn unit case manager\nsearch_synonyms+: [{synonyms}]\n")

    assert len(words) > 10
    for typed in (name for word in words for name in (f"burn unit {word}", f"Burn Unit {word.title()}s")):
        assert (typed, look_up(typed, search).meaning) == (typed, None)
        assert (typed, offered(typed, search)[0]) == (typed, "burn")
    for word in words:
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


@pytest.mark.parametrize(
    ("typed", "beside"),
    [
        ("bilingual reentry case manager", "`languages`"),
        ("Spanish-speaking, remote, full-time reentry CM", "`languages`, `employment`, and `workplace`"),
    ],
)
def test_the_note_names_the_fields_of_what_a_name_cannot_say(typed: str, beside: str) -> None:
    note = specialization_meant(typed, SHIPPED).note

    assert note
    assert note.endswith(f"(Reentry case manager); a name says only the kind, so state {beside} beside it")


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


def test_a_name_on_several_lines_is_told_on_one(own: Callable[..., SearchPath]) -> None:
    search = own(odd="extends: hospital\nname: |\n\n  Odd \n  kind\ntitle: Odd Nurse\n")

    assert specialization_meant("odd kindd", search).note == "`odd kindd` means `odd` (Odd kind)"
