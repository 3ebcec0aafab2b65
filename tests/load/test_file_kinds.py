"""A file given in the place of another is named in one sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jdgen.errors import InputError, InputErrors
from jdgen.load.requisitions import read_employer, read_requisition_tree

EMPLOYER = "name: Acme\nwebsite: https://acme.example\nabout: We care.\nbenefits: [a]\nlocation: Reno, NV\n"
REQUISITION = "id: A-1\nspecialization: rn\npay: 40-50/hour\nlocation: Reno, NV\n"
SPECIALIZATION = "extends: rn\ntitle: Boss\nskills+: [a]\n"
SETTINGS = "employer: employer.yaml\ntemplate: posting\nformats: [md]\noutput: out\n"


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a file and returns its path."""

    def write(text: str, name: str = "x.yaml") -> Path:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return write


@pytest.mark.parametrize(
    ("read", "text", "said", "hint"),
    [
        (read_requisition_tree, EMPLOYER, "an employer, expected a requisition", "pass it with `-e {path}`"),
        (read_requisition_tree, "name: Acme\n", "an employer, expected a requisition", "pass it with `-e {path}`"),
        (read_requisition_tree, SPECIALIZATION, "a specialization, expected a requisition", "with `-s x`"),
        (read_requisition_tree, SETTINGS, "a settings file, expected a requisition", "leave it out"),
        (read_employer, REQUISITION, "a requisition, expected an employer", "`jdgen render {path}`"),
        (read_employer, SPECIALIZATION, "a specialization, expected an employer", "with `-s x`"),
    ],
)
def test_a_file_of_another_kind_is_named(
    file: Callable, read: Callable[[Path], object], text: str, said: str, hint: str
) -> None:
    path = file(text)

    with pytest.raises(InputError) as raised:
        read(path)

    assert str(raised.value) == f"{path}:1:1: this looks like {said}"
    assert hint.format(path=path) in str(raised.value.hint)


@pytest.mark.parametrize("read", [read_requisition_tree, read_employer])
def test_a_posting_is_named(file: Callable, read: Callable[[Path], object]) -> None:
    path = file("---\nid: A-1\n---\n# Nurse\n", "A-1.md")

    with pytest.raises(InputError, match="this is a Markdown file, expected") as raised:
        read(path)

    assert raised.value.hint == f"`jdgen export {path}` makes the formats of a posting"


@pytest.mark.parametrize(
    "text",
    [REQUISITION, "", "titel: x\n", "location: Reno, NV\nbenefits: [a]\n", "name: A\nmission: x\nspecialization: rn\n"],
)
def test_what_may_be_a_requisition_is_read_as_one(file: Callable, text: str) -> None:
    read_requisition_tree(file(text))


def test_an_employer_with_a_strange_field_is_one(file: Callable) -> None:
    with pytest.raises(InputErrors, match="unknown field"):
        read_employer(file(EMPLOYER + "pay: x\n"))
