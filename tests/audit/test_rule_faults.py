"""What is wrong in a rule that its form cannot show."""

from typing import Any

import pytest

from jdgen.audit.rule_faults import Shared, faults, setting_faults
from jdgen.audit.setting_shapes import Fault

NOTHING = Shared()


@pytest.mark.parametrize("field", ["terms", "exceptions", "unless", "needs"])
def test_every_term_that_cannot_be_read_is_named_with_its_place(field: str, make_rule) -> None:
    asked = make_rule(**{"terms": ("ninja",), field: ("young", "(old", "fresh", "<planet> people")})

    assert [(place, message.split(",")[0]) for place, message, _ in faults(asked, NOTHING)] == [
        ((field, 1), "`(old` lacks a `)`"),
        ((field, 3), "`<planet> people` names `<planet>`"),
    ]


def test_a_list_that_is_not_there_is_named_with_its_place(make_rule) -> None:
    asked = make_rule(terms=("young",), unless=("@served", "@serve"))

    assert list(faults(asked, Shared({"served": ("clients",)}))) == [
        Fault(("unless", 1), "`@serve` names no list, expected one of `@served`", "did you mean `served`?")
    ]


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({"terms": ("<number>",)}, 1),
        ({"terms": ("<number>",), "roles": ("title",)}, 0),
        ({"terms": ("<number>",), "kind": "missing"}, 0),
        ({"terms": ("ninja",), "exceptions": ("<number>",)}, 0),
        ({"terms": ("the <Age> one",), "exact_case": True}, 1),
    ],
)
def test_a_phrase_needs_a_word_to_be_looked_up_by(fields: dict[str, Any], count: int, make_rule) -> None:
    assert len(list(faults(make_rule(**fields, message="it is ours"), NOTHING))) == count


@pytest.mark.parametrize(
    ("kind", "settings", "expected"),
    [
        ("measure", {}, [(("settings",), "a `measure` rule lacks the setting `measure`, expected one of `sentence-words`")]),
        ("measure", {"measure": "width", "above": 3}, [(("settings", "measure"), "`width` is no measure, expected one of `sentence-words`")]),
        ("measure", {"measure": ("items",)}, [(("settings", "measure"), "this is no measure, expected one of")]),
        ("measure", {"measure": "items"}, [(("settings",), "a `measure` rule with `measure: items` lacks `above` or `below`")]),
        ("measure", {"measure": "items", "above": "many"}, [(("settings", "above"), "`many` is none, expected a number from 0 to")]),
        ("statement", {"check": "color"}, [(("settings", "check"), "`color` is no check, expected one of `title`")]),
        ("statement", {"check": "older-than-program"}, [(("settings",), "a `statement` rule with `check: older-than-program` lacks the setting `programs`")]),
        ("key-phrase", {"check": "few"}, [(("settings", "check"), "`few` is no check, expected one of `title-not-in-opening`")]),
        ("pay-law", {"item": "car"}, [(("settings", "item"), "`car` is no item, expected one of `pay`")]),
        ("credential", {}, [(("settings",), "a `credential` rule lacks the setting `check`")]),
        (
            "credential",
            {"check": "giver"},
            [(("settings",), "a `credential` rule with `check: giver` lacks the setting `givers`"), (("settings",), "a `credential` rule with `check: giver` lacks the setting `courses`")],
        ),
        ("credential", {"check": "pile", "above": 4, "licenses": ("rn", "lp(n")}, [(("settings", "licenses", 1), "`lp(n` holds a mark")]),
        ("license", {"check": "compact-state", "cities": ("ZZ: Fresno",)}, [(("settings", "cities", 0), "`ZZ` is not known here")]),
        ("license", {"check": "elsewhere", "titles": "LCSW"}, [(("settings", "titles"), "`LCSW` is no list, expected one")]),
        ("wage", {"check": "wide", "above": "1e999"}, [(("settings", "above"), "`1e999` is none, expected a number")]),
        ("channel", {"check": "field", "body": "titles"}, [(("settings", "body"), "`titles` is not known here")]),
        ("duplicate", {"share": "0"}, [(("settings", "share"), "`0` is none, expected a number from 1 to 100")]),
        ("missing", {}, [(("settings",), "a `missing` rule lacks `terms`, `stated`, `markup`, `sections`")]),
        ("phrase", {}, [(("settings",), "a `phrase` rule lacks `terms`")]),
        ("trait", {}, [(("settings",), "a `trait` rule lacks `unwanted`, `wanted`, `either`, `asked`, or `plain`")]),
    ],
)  # fmt: skip
def test_settings_its_kind_does_not_take_are_named_with_their_place(
    kind: str, settings: dict[str, Any], expected: list[tuple[tuple[str, ...], str]], make_rule
) -> None:
    found = list(setting_faults(make_rule(kind=kind, settings=settings)))

    assert [fault.place for fault in found] == [place for place, _ in expected]
    assert all(fault.message.startswith(said) for fault, (_, said) in zip(found, expected, strict=True)), found


@pytest.mark.parametrize(
    ("settings", "hint"),
    [
        ({"measure": "items", "abvoe": 3, "below": 1}, "did you mean `above`?"),
        ({"measure": "items", "xyz": 3, "below": 1}, "it takes `measure`, `above`, `below`, `gives-way-to`, `gives-way-anywhere-to`, and `gives-way-in`"),
    ],
)  # fmt: skip
def test_an_unknown_setting_comes_with_the_closest_one_or_all_there_are(settings, hint: str, make_rule) -> None:
    ((place, message, said),) = setting_faults(make_rule(kind="measure", settings=settings))

    assert place in {("settings", "abvoe"), ("settings", "xyz")}
    assert message.startswith("a `measure` rule with `measure: items` has no setting")
    assert said == hint


@pytest.mark.parametrize(
    ("kind", "settings"),
    [
        ("missing", {"stated": ("pay",)}),
        ("duplicate", {}),
        ("measure", {"measure": "items", "below": 3}),
        ("statement", {"check": "pay"}),
        ("statement", {"check": "past"}),
        ("key-phrase", {"check": "stuffed"}),
        ("pay-law", {"item": "closed-range"}),
        ("wage", {"check": "reversed"}),
        ("trait", {"wanted": ("local nurse[s]",), "asked": ()}),
    ],
)
def test_right_settings_are_let_through(kind: str, settings: dict[str, Any], make_rule) -> None:
    assert list(faults(make_rule(kind=kind, settings=settings, message="it is ours"), NOTHING)) == []


def test_a_rule_may_give_way_only_to_rules_and_families_that_are_there(make_rule) -> None:
    asked = make_rule(terms=("young",), settings={"gives-way-to": ("age", "age.limit", "ages")})

    assert list(faults(asked, Shared(rules={"age", "age.limit"}))) == [
        Fault(("settings", "gives-way-to", 2), "`ages` is neither a rule nor a family of rules", "did you mean `age`?")
    ]
    assert list(faults(asked, NOTHING)) == []


@pytest.mark.parametrize(
    ("kind", "settings", "fields"),
    [
        ("trait", {"wanted": ("local",)}, {"terms": ("young",), "needs": ("we",), "exact_case": True, "lean": 1.0}),
        ("wage", {"check": "reversed"}, {"unless": ("monthly",), "roles": ("pay",)}),
        ("measure", {"measure": "items", "above": 3}, {"terms": ("young",), "about": "applicant", "within": "block"}),
        ("statement", {"check": "pay"}, {"replacements": {"a": "b"}, "names": True, "negated": True}),
    ],
)
def test_fields_a_kind_does_not_look_at_are_named(kind: str, settings, fields: dict[str, Any], make_rule) -> None:
    found = [*faults(make_rule(kind=kind, settings=settings, **fields), NOTHING)]

    assert {fault.place for fault in found} == {(name,) for name in fields}
    assert all("does not look at" in fault.message and fault.hint == "leave it out" for fault in found)


def test_words_and_sorts_of_a_trait_that_never_match_are_named_with_their_place(make_rule) -> None:
    asked = make_rule(
        kind="trait",
        settings={"wanted": ("young", "(old", "x <number>"), "wished": ("spry",)},
        exceptions=("young)", "young at heart"),
        unless=("@refusal", "<hire> anyone"),
    )

    assert [(place, message.split(",")[0]) for place, message, _ in faults(asked, Shared(classes=("<hire>",)))] == [
        (("settings", "wished"), "a `trait` rule has no setting `wished`"),
        (("settings", "wanted", 1), "`(old` lacks a `)`"),
        (("settings", "wanted", 2), "`x <number>` names `<number>`"),
        (("exceptions", 0), "`young)` has a `)` too many: no bracket opens before it"),
        (("unless", 0), "`@refusal` is a list"),
    ]


@pytest.mark.parametrize(
    ("kind", "settings", "message", "hint"),
    [
        ("trait", {"wanted": ("local",)}, "asked by {stence}", "did you mean `{stance}`?"),
        ("trait", {"wanted": ("local",)}, "{ stance } asks", "did you mean `{stance}`?"),
        ("trait", {"wanted": ("local",)}, "{stance asks", "did you mean `{stance}`?"),
        ("phrase", {}, "{stance} asks", "a `phrase` rule fills in `{matched}`"),
        ("missing", {"stated": ("pay",)}, "`{matched}` is missing", "a `missing` rule fills in nothing"),
        ("pay-law", {"item": "pay"}, "{lw} asks", "did you mean `{law}`?"),
        ("wage", {"check": "wide"}, "{low}", "a `wage` rule with `check: wide` fills in `{matched}` and `{times}`"),
    ],
)
def test_braces_that_nobody_fills_are_named_with_what_was_meant(kind: str, settings, message, hint, make_rule) -> None:
    asked = make_rule(kind=kind, settings=settings, terms=("local",) if kind == "phrase" else (), message=message)

    assert [fault.hint for fault in faults(asked, NOTHING) if fault.place == ("message",)] == [hint]


def test_braces_are_looked_at_wherever_a_rule_speaks(make_rule) -> None:
    asked = make_rule(terms=("local",), message="{a}", why="{b} and {c}, {b}", suggestions=("Fine: {matched}.", "{d}"))

    assert [fault.place for fault in faults(asked, NOTHING)] == [("message",), ("why",), ("why",), ("suggestions", 1)]


def test_braces_of_json_are_no_place_to_be_filled_in(make_rule) -> None:
    asked = make_rule(terms=("local",), suggestions=('Add `"address": {"@type": "Place", "x": {"a": 3}}`.',))

    assert list(faults(asked, NOTHING)) == []


@pytest.mark.parametrize(
    ("evidence", "count"), [("law", 1), ("platform", 1), ("issuer", 1), ("study", 1), ("style", 0)]
)
def test_who_names_an_authority_says_where_it_can_be_read(evidence: str, count: int, make_rule) -> None:
    asked = make_rule(terms=("local",), evidence=evidence, sources=())
    sourced = make_rule(terms=("local",), evidence=evidence, sources=("https://example.com/law",))

    assert [fault.place for fault in faults(asked, NOTHING)] == [("evidence",)] * count
    assert list(faults(sourced, NOTHING)) == []


def test_a_mark_ends_the_words_of_a_trait_and_not_those_that_make_it_right(make_rule) -> None:
    asked = make_rule(kind="trait", settings={"wanted": ("toledo, ohio",)}, exceptions=("toledo, ohio",))

    assert [fault.place for fault in faults(asked, NOTHING)] == [("settings", "wanted", 0)]
