from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import pytest

from jdgen.errors import InputError, InputErrors
from jdgen.load import shared_models
from jdgen.load.shared_models import validate_shared
from jdgen.load.yaml_document import parse_yaml
from jdgen.model.markers import Before
from jdgen.model.record import Record

checked: list[str] = []


def note(name: object) -> object:
    checked.append(str(name))
    return name


class Employer(Record):
    """Says when it is checked."""

    name: Annotated[str, Before(note)] = "nobody"
    size: int | None = None


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Employer]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    checked.clear()
    shared_models._sound.cache_clear()

    def go(text: str, **options: bool) -> Employer:
        return validate_shared(parse_yaml(text, "employer.yaml"), Employer, what="employer", **options)

    return go


def next_run() -> None:
    shared_models._sound.cache_clear()


def test_the_same_data_is_checked_once(read: Callable) -> None:
    first = read("name: A\nsize: 3\n")
    again = read("# with a comment\nname: 'A'\n\nsize: 3\n")

    assert again == first == Employer(name="A", size=3)
    assert checked == ["A"]


def test_other_data_is_checked_for_itself(read: Callable) -> None:
    assert [read("name: A").name, read("name: B").name, read("name: A\nsize: 3").size] == ["A", "B", 3]
    assert checked == ["A", "B", "A"]


def test_what_lasts_is_not_checked_in_the_next_run(read: Callable) -> None:
    read("name: A")
    next_run()

    assert read("name: A").name == "A"
    assert checked == ["A"]


def test_what_one_opening_changes_leaves_nothing_in_the_cache(read: Callable, tmp_path: Path) -> None:
    read("name: A", is_lasting=False)
    next_run()
    read("name: A", is_lasting=False)

    assert checked == ["A", "A"]
    assert not (tmp_path / "cache" / "jdgen").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: A\nsize: many\n", "employer.yaml:2:1: `size` is `many`, expected a whole number"),
        ("- name: A\n", "employer.yaml:1:1: found a list, expected an employer"),
    ],
)
def test_faults_are_told_every_time_with_their_place(read: Callable, text: str, said: str) -> None:
    for _ in range(2):
        with pytest.raises(InputErrors) as raised:
            read(text)
        assert [str(problem) for problem in raised.value.problems] == [said]


def test_problems_found_before_are_raised_though_the_data_was_sound(read: Callable) -> None:
    read("name: A")
    node = parse_yaml("name: A", "employer.yaml")

    with pytest.raises(InputErrors) as raised:
        validate_shared(node, Employer, what="employer", problems=[InputError("this key stands twice")])

    assert [str(problem) for problem in raised.value.problems] == ["this key stands twice"]
