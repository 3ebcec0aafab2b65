from collections.abc import Callable
from pathlib import Path

import pytest

from jdgen.errors import InputError, InputErrors
from jdgen.load.requisitions import read_employer, read_requisition_tree, requisition_of
from jdgen.load.yaml_document import plain

Option = tuple[str, tuple[str, ...], str]


def option(field: str, *values: str) -> Option:
    return field, values, f"--{field}"


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that writes a file and returns its path."""

    def write(text: str) -> Path:
        (tmp_path / "r.yaml").write_text(text, encoding="utf-8")
        return tmp_path / "r.yaml"

    return write


def problems_of(action: Callable[[], object]) -> list[str]:
    with pytest.raises((InputError, InputErrors)) as raised:
        action()
    return [str(problem) for problem in getattr(raised.value, "problems", (raised.value,))]


def test_options_alone_make_a_requisition() -> None:
    tree = read_requisition_tree(None, [option("specialization", "rn"), option("location", "Reno, NV", "Remote")])

    requisition = requisition_of(tree)
    assert requisition.specialization == "rn"
    assert len(requisition.location) == 2


def test_options_are_laid_over_the_file(file: Callable) -> None:
    path = file("specialization: rn\nlocation: [Reno, NV]\napply: {email: a@b.example}\n")

    tree = read_requisition_tree(
        path, [option("location", "Ely, MN"), option("apply.phone", "1"), option("title", "Boss")]
    )

    assert plain(tree) == {
        "specialization": "rn", "location": "Ely, MN", "apply": {"email": "a@b.example", "phone": "1"}, "title": "Boss",
    }  # fmt: skip


def test_the_last_of_two_equal_options_wins() -> None:
    assert plain(read_requisition_tree(None, [option("title", "A"), option("title", "B")])) == {"title": "B"}


def test_options_reach_any_depth() -> None:
    tree = read_requisition_tree(None, [option("profile.qualifications.required.other", "a", "b")])

    assert plain(tree) == {"profile": {"qualifications": {"required": {"other": ["a", "b"]}}}}


def test_a_value_and_a_field_of_it_do_not_go_together() -> None:
    said = problems_of(lambda: read_requisition_tree(None, [option("apply", "x"), option("apply.url", "y")]))

    assert said == ["--apply.url: `apply` is given twice, as a value and with a field"]


def test_an_error_names_the_option_as_typed() -> None:
    tree = read_requisition_tree(None, [option("specialization", "rn"), ("pay", ("9-8/hour",), "--pay")])

    assert problems_of(lambda: requisition_of(tree)) == ["--pay: the minimum 9 is above the maximum 8"]


@pytest.mark.parametrize("options", [[], [option("title", "Boss")]])
@pytest.mark.parametrize(("text", "line"), [("id: A\n", 1), ("\n# x\nid: A\n", 3)])
def test_what_is_missing_is_missing_in_the_file(file: Callable, text: str, line: int, options: list[Option]) -> None:
    path = file(text)

    said = problems_of(lambda: requisition_of(read_requisition_tree(path, options)))

    assert said[0].startswith(f"{path}:{line}:1: missing `specialization`")


def test_without_a_file_it_is_missing_on_the_command_line() -> None:
    tree = read_requisition_tree(None, [option("title", "Boss")])

    assert problems_of(lambda: requisition_of(tree))[0].startswith("command line: missing `specialization`")


@pytest.mark.parametrize(
    ("text", "said"), [("- a\n", "not a requisition"), ("words\n", "not a requisition"), ("", "nothing here")]
)
def test_what_is_no_requisition_is_named_with_its_file(file: Callable, text: str, said: str) -> None:
    path = file(text)

    problems = problems_of(lambda: requisition_of(read_requisition_tree(path)))

    assert problems[0].startswith(f"{path}")
    assert said in problems[0]


def test_all_problems_of_a_requisition_are_said_at_once(file: Callable) -> None:
    path = file("specialization: [rn]\npay: 9-8\nfoo: 1\nworkplace: moon\nprofile: x\n")

    problems = problems_of(lambda: requisition_of(read_requisition_tree(path)))

    assert [problem.removeprefix(str(path)).split(": ")[0] for problem in problems] == [
        ":1:1",
        ":2:1",
        ":3:1",
        ":4:1",
        ":5:1",
    ]


def test_an_employer_is_read(file: Callable) -> None:
    assert read_employer(file("name: Acme\nsize: 3\n")).size == 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n", ":1:1: not an employer"),
        ("size: 3\n", ":1:1: missing `name`"),
        ("name: A\nsize: none\n", ":2:1: "),
        ("name: A\nbrand: {logo: }\ncolour: x\n", ":3:1: unknown field `colour`"),
    ],
)
def test_what_is_wrong_with_an_employer_is_named_with_its_place(file: Callable, text: str, said: str) -> None:
    path = file(text)

    assert problems_of(lambda: read_employer(path))[0].startswith(f"{path}{said}")


def test_a_duplicate_key_does_not_hide_what_else_is_wrong(file: Callable) -> None:
    path = file("specialization: rn\nzzz: 1\npay: 9-8\nspecialization: rn\n")

    problems: list[InputError] = []
    tree = read_requisition_tree(path, problems=problems)

    assert [str(problem).partition(" ")[0] for problem in problems] == [f"{path}:4:1:"]
    assert len(problems_of(lambda: requisition_of(tree))) == 2
    assert len(problems_of(lambda: read_requisition_tree(path))) == 1


def test_all_problems_of_an_employer_are_said_at_once_in_their_order(file: Callable) -> None:
    path = file("size: x\nname: A\ncolour: x\nname: B\n")

    said = problems_of(lambda: read_employer(path))

    assert [problem.removeprefix(str(path)).partition(": ")[0] for problem in said] == [":1:1", ":3:1", ":4:1"]


def test_an_option_cannot_reach_deeper_than_a_file() -> None:
    deep = option("profile." * 5_000 + "x", "y")

    assert problems_of(lambda: read_requisition_tree(None, [deep]))[0].endswith(
        ": this names more than 40 fields inside each other"
    )


def test_an_employer_edited_in_the_meantime_is_read_anew(file: Callable[[str], Path]) -> None:
    first, again = read_employer(file("name: Acme\n")), read_employer(file("name: Acme\n"))
    edited = read_employer(file("name: Apex\n"))

    assert first is again
    assert (first.name, edited.name) == ("Acme", "Apex")


def test_what_is_wrong_with_an_employer_is_told_every_time(file: Callable[[str], Path]) -> None:
    path = file("name: Acme\nsize: many\n")

    assert problems_of(lambda: read_employer(path)) == problems_of(lambda: read_employer(path)) != []
