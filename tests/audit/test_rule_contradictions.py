"""What in a rule takes its own effect away."""

from typing import Any

import pytest

from jdgen.audit.rule_contradictions import contradictions
from jdgen.audit.rule_faults import Shared, faults
from jdgen.audit.setting_shapes import Fault

LISTS = {"told": ("young ones", "no one")}


def found(rule: Any) -> list[tuple[Any, str]]:
    return [(place, message) for place, message, _ in contradictions(rule, LISTS)]


def test_days_in_the_wrong_order_are_named_with_the_last_one(make_rule) -> None:
    wrong = make_rule(terms=("ninja",), effective_from="2027-01-01", effective_to="2026-12-31")
    right = make_rule(terms=("ninja",), effective_from="2027-01-01", effective_to="2027-01-01")

    ((place, message),) = found(wrong)
    assert place == ("effective_to",)
    assert message == "the last day, 2026-12-31, is before the first one, 2027-01-01, so the rule never holds"
    assert found(right) == []


@pytest.mark.parametrize(
    ("roles", "not_roles", "count"),
    [
        (("duties",), ("duties",), 1),
        (("duties", "pay"), ("pay", "duties", "legal"), 1),
        (("duties", "pay"), ("pay",), 0),
        ((), ("pay",), 0),
    ],
)
def test_sections_that_are_all_left_out_again_are_named(roles: Any, not_roles: Any, count: int, make_rule) -> None:
    asked = make_rule(terms=("ninja",), roles=roles, not_roles=not_roles)

    assert [place for place, _ in found(asked)] == [("not_roles",)] * count


@pytest.mark.parametrize("field", ["unless", "exceptions"])
@pytest.mark.parametrize(
    ("terms", "right", "dead"),
    [
        (("young staff",), ("young staff",), 1),
        (("young staff",), ("welcome", "young"), 1),
        (("young staff", "old staff"), ("young [keen] staff",), 1),
        (("(young|youthful) staff",), ("(youthful|young|new) staff",), 1),
        (("(young|youthful) staff",), ("young staff",), 0),
        (("young ... staff",), ("young",), 1),
        (("young ... staff",), ("young staff",), 0),
        (("under <age>",), ("under <number>",), 1),
        (("young _ staff",), ("young staff",), 0),
        (("young[er] staff",), ("younger staff",), 0),
        (("Young Staff",), ("young staff",), 1),
        (("young ones",), ("@told",), 1),
        (("[a] [b] [c] [d] [e] [f] [g] young",), ("young",), 0),
    ],
)
def test_a_term_whose_own_words_make_it_right_is_named(
    field: str, terms: Any, right: Any, dead: int, make_rule
) -> None:
    """Of more ways to write a term than are tried, nothing is said."""
    asked = make_rule(terms=terms, exact_case=terms[0].istitle(), **{field: right})

    assert [place for place, _ in found(asked)] == [(field, len(right) - 1)] * dead


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("young staff", "staff", None),
        ("youthful-staff", "staff", None),
        ("Young Staff", "staff", None),
        ("young", "new", "no term finds `young` as a whole, so it is never replaced"),
        ("very young staff", "staff", "no term finds `very young staff` as a whole, so it is never replaced"),
        ("young staff", "young staff", "`young staff` is replaced with itself"),
    ],
)
def test_a_repair_that_is_never_made_is_named(old: str, new: str, message: str | None, make_rule) -> None:
    asked = make_rule(terms=("(young|youthful) staff",), replacements={old: new})

    assert found(asked) == ([(("replacements", old), message)] if message else [])


def test_what_cannot_be_read_is_told_once(make_rule) -> None:
    asked = make_rule(terms=("(young",), unless=("young",), replacements={"young": "new"})

    assert [fault.place for fault in faults(asked, Shared())] == [("terms", 0)]


def test_they_are_faults_of_a_rule(make_rule) -> None:
    asked = make_rule(terms=("ninja",), unless=("ninja",))

    assert list(faults(asked, Shared())) == [
        Fault(
            ("unless", 0),
            "`ninja` stands in all that the term `ninja` finds, so that the rule never finds it",
            "leave one of the two out",
        )
    ]
