"""What is wrong in the tables of signs and of stances."""

from dataclasses import replace
from typing import Any

import pytest

from jdgen.audit.setting_shapes import Fault
from jdgen.audit.table_faults import class_names, lacking_classes, lacking_lists, stance_faults, who_faults
from jdgen.load.records import as_record
from jdgen.model.rule import StanceSign, StanceTable, TraitSort, WhoTable

_WHO: dict[str, Any] = {
    "weights": dict.fromkeys(("name", "quoted", "preceding-head", "own-head", "subject", "reply", "fade", "least"), 1),
    "reach": dict.fromkeys(("head", "subject", "governor", "after", "name", "denial", "questions"), 5),
    "roles": {"required": 1.3},
    "heads": {"3": "applicant new-hire"},
    "governors": {"2.2": "must be|we're seeking"},
    "after": {"2": "preferred"},
    "openings": {"1": "you are"},
    "denials": {"-6": "not required"},
    "name-heads": "clinic",
    "stops": "and or",
    "lists": {"served": ["clients"]},
}


def who(**fields: Any) -> WhoTable:
    return as_record(_WHO | fields, WhoTable)


@pytest.fixture
def whole(stances: StanceTable) -> StanceTable:
    """Return the table of the tests with all sorts."""
    sort = TraitSort(stances=("demand",), shields=())
    cues = tuple(replace(cue, terms=tuple(term for term in cue.terms if term[0] != "@")) for cue in stances.cues)
    return replace(stances, sorts={**stances.sorts, "either": sort, "asked": sort}, cues=cues)


def test_tables_that_can_be_used_are_let_through(whole: StanceTable) -> None:
    assert list(who_faults(who())) == []
    assert list(stance_faults(whole, {})) == []


@pytest.mark.parametrize(
    ("fields", "place", "said"),
    [
        ({"weights": {**_WHO["weights"], "name": "nan"}}, ("weights", "name"), "`nan` is no number that can be added"),
        ({"roles": {"required": "inf"}}, ("roles", "required"), "`inf` is no number that can be added"),
        ({"heads": {"much": "applicant"}}, ("heads", "much"), "`much` is no number"),
        ({"heads": {"nan": "applicant"}}, ("heads", "nan"), "`nan` is no number"),
        ({"heads": {"3": "Applicant"}}, ("heads", "3"), "`Applicant` never matches"),
        ({"governors": {"2": "must be!|seeking"}}, ("governors", "2"), "`must be!` never matches"),
        ({"after": {"2": "one two three four five"}}, ("after", "2"), "never matches, expected at most 4 words"),
        ({"stops": "and Or"}, ("stops",), "`Or` never matches"),
        ({"conditions": ("only if", "(unless")}, ("conditions", 1), "`(unless` lacks a `)`"),
        ({"strong-disclaimers": ("@serve",)}, ("strong-disclaimers", 0), "`@serve` names no list"),
        ({"lists": {"served": ("clients", "@other")}}, ("lists", "served", 1), "`@other` names no list"),
        ({"reach": {**_WHO["reach"], "head": 0}}, ("reach", "head"), "`0` reaches nothing, expected 1 or more"),
        ({"names": {"titles": "dr Mr"}}, ("names", "titles"), "`Mr` never matches"),
        ({"names": {"calls": "Call|Ask [for]"}}, ("names", "calls"), "`Ask [for]` never matches"),
        ({"reasons": {"not-turns": ("so far", "so (many")}}, ("reasons", "not-turns", 1), "`so (many` lacks a `)`"),
        ({"served-clauses": {"of-the-job": ("@job",)}}, ("served-clauses", "of-the-job", 0), "`@job` names no list"),
        ({"addressed": {"holds": ("<number>",)}}, ("addressed", "holds", 0), "`<number>` has no word that must occur"),
        (
            {"not-demanded": {"denying": "no not", "of-one": ("is not", "is hardly")}},
            ("not-demanded", "of-one", 1),
            "`is hardly` never matches: it holds none of the words of `denying`",
        ),
    ],
)
def test_what_is_wrong_in_the_table_of_signs_is_named_with_its_place(fields, place, said: str) -> None:
    (fault,) = who_faults(who(**fields))

    assert fault.place == place
    assert said in fault.message


def test_a_weight_under_another_name_is_named_and_the_one_that_is_lacking() -> None:
    weights = {name: 1 for name in _WHO["weights"] if name != "reply"} | {"replay": 1}

    assert list(who_faults(who(weights=weights))) == [
        Fault(("weights", "replay"), "`replay` is not known here", "did you mean `reply`?"),
        Fault(("weights",), "`weights` lacks `reply`"),
    ]


def test_a_reach_under_another_name_is_named_and_the_one_that_is_lacking() -> None:
    reach = {name: 5 for name in _WHO["reach"] if name != "head"} | {"heads": 5}

    assert list(who_faults(who(reach=reach))) == [
        Fault(("reach", "heads"), "`heads` is not known here", "did you mean `head`?"),
        Fault(("reach",), "`reach` lacks `head`"),
    ]


def test_a_list_of_denials_may_hold_those_of_a_shared_list() -> None:
    denials = {"denying": "not", "of-one": ("@denial",)}

    assert list(who_faults(who(lists={"denial": ["is not"]}, **{"not-demanded": denials}))) == []


def test_a_renamed_sort_is_named_and_the_one_that_is_lacking(whole: StanceTable) -> None:
    sorts = {("wantd" if name == "wanted" else name): sort for name, sort in whole.sorts.items()}

    assert list(stance_faults(replace(whole, sorts=sorts), {})) == [
        Fault(("sorts", "wantd"), "`wantd` is not known here", "did you mean `wanted`?"),
        Fault(("sorts",), "`sorts` lacks `wanted`"),
    ]


@pytest.mark.parametrize(
    ("fields", "place", "said", "hint"),
    [
        ({"classes": {"take": "hire interview e-mail", "staff": "nurses"}}, ("classes", "take"), "`e-mail` never matches: in a text it is read as `e mail`", "write `e mail`"),
        ({"classes": {"take": "hire", "staff": " "}}, ("classes", "staff"), "the class `staff` holds no words, expected some", None),
        ({"classes": {"staff": "nurses"}}, ("cues", 0, "terms", 0), "`not <take>` names `<take>`", "did you mean `<age>`?"),
        ({"contrasts": "but Though"}, ("contrasts",), "`Though` never matches", "write `though`"),
        ({"bare": {"wantd": "required"}}, ("bare", "wantd"), "`wantd` is not known here", "did you mean `wanted`?"),
        ({"bare": {"wanted": "require"}}, ("bare", "wanted"), "`require` is no section", "did you mean `required`?"),
        ({"sections": {"duties": float("nan")}}, ("sections", "duties"), "`nan` is no number that can be added", None),
    ],
)  # fmt: skip
def test_what_is_wrong_in_the_table_of_stances_is_named_with_its_place(
    fields, place, said: str, hint: str | None, whole: StanceTable
) -> None:
    (fault,) = stance_faults(replace(whole, **fields), {})

    assert fault.place == place
    assert fault.message.startswith(said)
    assert fault.hint == hint


def test_a_sort_names_only_signs_that_words_stand_for(whole: StanceTable) -> None:
    sorts = {**whole.sorts, "asked": TraitSort(stances=("demand", "refusl"), shields=())}

    assert list(stance_faults(replace(whole, sorts=sorts), {})) == [
        Fault(("sorts", "asked", "stances", 1), "no words stand for the sign `refusl`", "did you mean `refusal`?")
    ]


def test_a_sign_that_is_like_one_that_counts_is_taken_for_a_slip_and_any_other_is_not(whole: StanceTable) -> None:
    slip, meant = (
        StanceSign(sign="promises", weight=1, terms=("yes",)),
        StanceSign(sign="quiet", weight=1, terms=("hm",)),
    )

    assert [fault.message for fault in stance_faults(replace(whole, cues=(*whole.cues, slip, meant)), {})] == [
        "the sign `promises` counts for no sort"
    ]


def test_words_of_signs_may_come_from_a_list(whole: StanceTable) -> None:
    cue = StanceSign(sign="refusal", weight=4, terms=("@told-off", "@tld-off"))
    table = replace(whole, cues=(*whole.cues, cue))
    at = len(whole.cues)

    assert list(stance_faults(table, {"told-off": ("Save it",)})) == [
        Fault(("cues", at, "terms", 0), "`Save it` never matches: texts are read in small letters, with plain quotation marks", "write `save it`"),
        Fault(("cues", at, "terms", 1), "`@tld-off` names no list", "did you mean `told-off`?"),
    ]  # fmt: skip


def test_lists_and_classes_that_rules_name_and_a_table_lacks_are_named_once(make_rule, stances: StanceTable) -> None:
    rules = (
        make_rule(terms=("young",), unless=("@served", "@serving"), exceptions=("@serving",)),
        make_rule(kind="trait", settings={"wanted": ("<take> young people", "<takes> <age>")}),
    )

    assert list(lacking_lists(replace(who(), stance=stances), rules)) == [
        Fault(("lists",), "`lists` lacks `serving`, which rules name 2 times", "did you mean `served`?"),
        Fault(("lists",), "`lists` lacks `told-off`, which rules name 1 time", "add `told-off:`"),
    ]
    assert list(lacking_classes(stances, rules)) == [
        Fault(("classes",), "`classes` lacks `takes`, which rules name 1 time", "did you mean `take`?")
    ]
    assert class_names(stances) == ("<take>", "<staff>")
