"""Broken files, each with the text of its error beside it; a file dropped into `broken/` becomes a test."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from jdgen.errors import InputError, InputErrors
from jdgen.load import yaml_document
from jdgen.load.yaml_document import read_yaml
from jdgen.load.yaml_faults import explain_fault

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.yaml"))

# PyYAML's own parser passes over a directive it does not know.
ALIKE = [path for path in BROKEN if path.stem != "percent-line"]


def said_of(path: Path) -> str:
    with pytest.raises((InputError, InputErrors)) as raised:
        read_yaml(path, shown_as=path.name)
    problems = getattr(raised.value, "problems", (raised.value,))
    return "".join(f"{problem}\nhint: {problem.hint}\n" for problem in problems)


def test_there_are_broken_files() -> None:
    assert len(BROKEN) > 50


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_is_explained(path: Path, assert_matches_file: Callable[[Path, str], None]) -> None:
    said = said_of(path)

    assert_matches_file(path.with_suffix(".expected"), said)


@pytest.mark.parametrize("path", ALIKE, ids=lambda path: path.stem)
def test_both_parsers_lead_to_the_same_words(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = said_of(path)
    monkeypatch.setattr(yaml_document, "_LOADER", yaml.BaseLoader)

    assert expected == said_of(path)


def test_a_fault_without_a_place_names_the_file() -> None:
    assert str(explain_fault(yaml.YAMLError("odd"), "", "f", 1)) == "f: the YAML cannot be read: odd"


def test_a_fault_nobody_foresaw_is_passed_on() -> None:
    fault = yaml.MarkedYAMLError(problem="odd", problem_mark=yaml.Mark("f", 0, 1, 2, None, None))

    assert str(explain_fault(fault, "a\nb", "f", 10)) == "f:11:3: this is not well formed YAML (odd)"


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_an_error_is_a_plain_sentence(path: Path) -> None:
    for line in said_of(path).splitlines():
        words = line.split(": ", 1)[1]
        assert not words.endswith(".")
        assert words[0].islower() or not words[0].isalpha()
        assert not any(
            jargon in line for jargon in ("scalar", "token", "flow ", "block ", "anchor`", "None", "Traceback")
        )
