"""What is wrong in a rule that its form cannot show."""

from typing import Any

import pytest

from jdgen.audit.rule_faults import faults, setting_faults


@pytest.mark.parametrize("field", ["terms", "exceptions", "unless", "needs"])
def test_every_term_that_cannot_be_read_is_named_with_its_place(field: str, make_rule) -> None:
    asked = make_rule(**{field: ("young", "(old", "fresh", "<planet> people")})

    assert [(place, message.split(",")[0]) for place, message in faults(asked, {})] == [
        ((field, 1), "`(old` lacks a `)`"),
        ((field, 3), "`<planet> people` names `<planet>`"),
    ]


def test_a_list_that_is_not_there_is_named_with_its_place(make_rule) -> None:
    asked = make_rule(terms=("young",), unless=("@served", "@serve"))

    assert list(faults(asked, {"served": ("clients",)})) == [
        (("unless", 1), "`@serve` names no list, expected one of `@served`")
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
    assert len(list(faults(make_rule(**fields), {}))) == count


@pytest.mark.parametrize(
    ("kind", "settings", "place", "message"),
    [
        (
            "measure",
            {},
            ("settings",),
            "a rule of the kind `measure` lacks `measure`, expected one of `sentence-words`",
        ),
        (
            "measure",
            {"measure": "width", "above": 3},
            ("settings", "measure"),
            "`width` is no measure, expected one of `sentence-words`",
        ),
        ("measure", {"measure": "items"}, ("settings",), "a measure lacks its limit, expected `above` or `below`"),
        ("statement", {"check": "color"}, ("settings", "check"), "`color` is no check, expected one of `title`"),
        (
            "key-phrase",
            {"check": "few"},
            ("settings", "check"),
            "`few` is no check, expected one of `title-not-in-opening`",
        ),
        ("pay-law", {"item": "car"}, ("settings", "item"), "`car` is no item, expected one of `pay`"),
        ("credential", {}, ("settings",), "a rule of the kind `credential` lacks `check`"),
    ],
)
def test_settings_its_kind_does_not_know_are_named(
    kind: str, settings: dict[str, Any], place: tuple[str, ...], message: str, make_rule
) -> None:
    ((found, said),) = setting_faults(make_rule(kind=kind, settings=settings))

    assert found == place
    assert said.startswith(message)


@pytest.mark.parametrize(
    ("kind", "settings"),
    [
        ("phrase", {}),
        ("missing", {"stated": ("pay",)}),
        ("duplicate", {}),
        ("measure", {"measure": "items", "below": 3}),
        ("statement", {"check": "pay"}),
        ("statement", {"check": "past"}),
        ("key-phrase", {"check": "stuffed"}),
        ("pay-law", {"item": "closed-range"}),
        ("wage", {"check": "below-p10"}),
    ],
)
def test_right_settings_are_let_through(kind: str, settings: dict[str, Any], make_rule) -> None:
    assert list(faults(make_rule(kind=kind, settings=settings), {})) == []


def test_terms_and_sorts_of_a_trait_that_cannot_be_read_are_named_with_their_place(make_rule) -> None:
    asked = make_rule(
        kind="trait",
        settings={"wanted": ("young", "(old"), "wished": ("spry",)},
        exceptions=("young)", "young at heart"),
    )

    assert [(place, message.split(",")[0]) for place, message in faults(asked, {})] == [
        (("settings", "wished"), "`wished` is no sort of traits with terms"),
        (("settings", "wanted", 1), "`(old` has a `(` too many"),
        (("exceptions", 0), "`young)` lacks a bracket that opens"),
    ]
