import pickle

import pytest

from jdgen import errors
from jdgen.errors import EnvironmentProblem, InputError, InputErrors, JdgenError, UsageError, Where

PLACE = Where("rn.yaml", 14, 5)
ALL = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, JdgenError)]


def test_a_place_names_what_is_known() -> None:
    assert [str(Where("a")), str(Where("a", 3)), str(PLACE)] == ["a", "a:3", "rn.yaml:14:5"]


def test_an_error_says_place_and_sentence() -> None:
    assert str(InputError("unknown field `x`", where=PLACE, hint="y")) == "rn.yaml:14:5: unknown field `x`"
    assert str(UsageError("nothing to render")) == "nothing to render"


def test_there_are_five_errors() -> None:
    assert set(ALL) == {JdgenError, UsageError, InputError, InputErrors, EnvironmentProblem}


@pytest.mark.parametrize("kind", [kind for kind in ALL if kind is not InputErrors])
def test_an_error_survives_pickling(kind: type[JdgenError]) -> None:
    error = pickle.loads(pickle.dumps(kind("what went wrong", where=PLACE, hint="mend it")))  # noqa: S301 - our own

    assert type(error) is kind
    assert (error.message, error.where, error.hint) == ("what went wrong", PLACE, "mend it")
    assert str(error) == "rn.yaml:14:5: what went wrong"


def test_several_errors_survive_pickling() -> None:
    several = InputErrors(problems=[InputError("a", where=PLACE, hint="mend it"), InputError("b")])

    error = pickle.loads(pickle.dumps(several))  # noqa: S301 - our own

    assert type(error) is InputErrors
    assert [(one.message, one.where, one.hint) for one in error.problems] == [
        ("b", None, None),
        ("a", PLACE, "mend it"),
    ]
    assert str(error) == str(several)


def test_several_errors_stand_in_reading_order() -> None:
    places = [Where("b", 1, 1), Where("a", 10, 1), Where("a", 9, 2), Where("a", 9, 1), None, Where("a")]

    error = InputErrors(problems=[InputError("x", where=place) for place in places])

    assert [str(problem) for problem in error.problems] == [
        "x", "a: x", "a:9:1: x", "a:9:2: x", "a:10:1: x", "b:1:1: x",
    ]  # fmt: skip
