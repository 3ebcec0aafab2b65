"""What a setting may hold."""

from typing import Any

import pytest

from jdgen.audit.setting_shapes import (
    OCCUPATION,
    PROPERTY,
    STATE,
    Fault,
    Item,
    Shape,
    any_text,
    is_day,
    many,
    name_of,
    number,
    plain_words,
    row,
    single,
    small,
    split,
)

ROW = row("nurse: rn, lpn", any_text, split(",", small))


@pytest.mark.parametrize("value", ["7.25", 7, "0", "1000"])
def test_a_number_within_its_limits_is_taken(value: object) -> None:
    assert list(number(0, 1000)(value)) == []


@pytest.mark.parametrize("value", ["much", "nan", "inf", "1e999999", "-1", "1001", "1_000", "", ("7",)])
def test_other_numbers_are_refused(value: object) -> None:
    ((place, message, _),) = number(0, 1000)(value)

    assert place == ()
    assert message.endswith("expected a number from 0 to 1,000")


def test_a_whole_number_has_no_fraction() -> None:
    ((_, message, _),) = number(0, 100, whole=True)("4.5")

    assert message == "`4.5` is none, expected a whole number from 0 to 100"


@pytest.mark.parametrize(
    ("shape", "value", "expected"),
    [
        (many(any_text), ("one", "two"), []),
        (many(any_text), "one", [((), "`one` is no list, expected one")]),
        (many(any_text, or_one=True), "one", []),
        (many(any_text), (), [((), "there are 0 here, expected 1 to 2,000")]),
        (many(any_text, least=0), (), []),
        (many(any_text), ("x",) * 2001, [((), "there are 2,001 here, expected 1 to 2,000")]),
        (many(any_text), ("one", " ", "?"), [((1,), "there is nothing here, expected a text"), ((2,), "`?` holds no word, expected one")]),
        (many(any_text), ("a" * 2001,), [((0,), f"`{'a' * 59}…` has 2,001 characters, expected at most 2,000")]),
        (single(any_text), ("one",), [((), "there is a list here, expected one text")]),
        (single(any_text), "one", []),
    ],
)  # fmt: skip
def test_lists_and_texts_are_told_apart(shape: Shape, value: Any, expected: list[tuple[Any, str]]) -> None:
    assert [fault[:2] for fault in shape(value)] == expected


def test_a_name_that_is_not_known_comes_with_the_closest() -> None:
    assert list(single(name_of(("title", "pay")))("tilte")) == [
        Fault((), "`tilte` is not known here, expected one of `title` and `pay`", "did you mean `title`?")
    ]


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (small, "care court"),
        (plain_words, "case manager"),
        (STATE, "CO"),
        (OCCUPATION, "29-1141"),
        (PROPERTY, "baseSalary"),
        (is_day, "2026-12-31"),
        (ROW, "nurse: rn, registered nurse"),
        (split("=", small), "care court = care act"),
    ],
)
def test_a_text_of_the_right_form_is_taken(item: Item, text: str) -> None:
    assert item(text) is None


@pytest.mark.parametrize(
    ("item", "text", "said"),
    [
        (small, "Care Court", "`Care Court` never matches, expected `care court`"),
        (small, "nurse\u2019s", "never matches, expected `nurse's`"),
        (plain_words, "rn (or lpn", "`rn (or lpn` holds a mark, expected words"),
        (STATE, "ZZ", "`ZZ` is not known here, expected the letters of a state"),
        (OCCUPATION, "291141", "expected an occupation such as `21-1022`"),
        (is_day, "2026-02-30", "is no day, expected one such as `2026-12-31`"),
        (is_day, "20261231", "is no day"),
        (ROW, "nurse", "`nurse` lacks a colon, expected a row such as `nurse: rn, lpn`"),
        (ROW, "nurse: rn,, lpn", "has an empty part"),
        (ROW, "nurse: RN", "`RN` never matches"),
        (ROW, ": rn", "`` holds no word"),
    ],
)
def test_a_text_of_another_form_is_refused_with_what_was_expected(item: Item, text: str, said: str) -> None:
    wrong = item(text)

    assert wrong is not None
    assert said in wrong.message
