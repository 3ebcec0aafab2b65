"""`jdgen schema`: what an editor is told agrees with what jdgen takes."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from jdgen.cli.main import cli
from jdgen.model.schema import SCHEMAS

ROOT = Path(__file__).resolve().parents[2]


class EditorLoader(yaml.CSafeLoader):
    """Reads YAML as editors do: YAML 1.2, in which a date is a text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def files() -> Iterator[tuple[str, Path]]:
    """Yield the YAML files people could start from, each with the schema it must fit."""
    for path in sorted((ROOT / "specializations").glob("*.yaml")):
        if path.stem != "_matching":  # the table of words, which is no specialization
            is_modifier = path.stem.startswith(("_level-", "_model-", "_delivery-", "_bilingual"))
            yield "modifier" if is_modifier else "specialization", path
    for path in sorted((ROOT / "rules").rglob("[a-z]*.yaml")):
        yield "rule", path
    for path in sorted(ROOT.glob("templates/init/*/*.yaml")):
        yield {"jdgen": "project"}.get(path.stem, path.stem), path
    for path in sorted((ROOT / "tests" / "cases").rglob("*.yaml")):
        if path.stem in {"employer", "requisition"} and path.parent.name not in {
            "weird-text",
            "own",
        }:  # made to be refused, or to be completed
            yield path.stem, path


FILES = list(files())
NAMES = [str(path.relative_to(ROOT)) for _, path in FILES]


def load(text: str) -> dict[str, object]:
    """Return the data an editor would check."""
    data = yaml.load(text, EditorLoader)  # noqa: S506 - a safe loader
    return {} if data is None else data


@pytest.fixture(scope="module")
def validator() -> Callable[[str], Draft202012Validator]:
    """Return a function that makes the validator of a schema once, as the command prints it."""

    @cache
    def make(what: str) -> Draft202012Validator:
        result = CliRunner().invoke(cli, ["schema", what])
        assert (result.exit_code, result.stderr) == (0, "")
        return Draft202012Validator(json.loads(result.stdout))

    return make


def test_there_are_files_for_most_schemas() -> None:
    assert {what for what, _ in FILES} == set(SCHEMAS) - {"posting"}


@pytest.mark.parametrize("what", SCHEMAS)
def test_the_schema_is_one(validator: Callable, what: str) -> None:
    schema = validator(what).schema

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(("what", "path"), FILES, ids=NAMES)
def test_a_file_that_jdgen_takes_fits_its_schema_and_with_a_typo_only_the_typo_does_not(
    validator: Callable, what: str, path: Path
) -> None:
    data = load(path.read_text(encoding="utf-8")) | {"titel": "x"}

    messages = [error.message for error in validator(what).iter_errors(data)]

    assert [message for message in messages if "titel" not in message] == []
    assert len(messages) == 1


def test_a_rendered_posting_fits_its_schema(run: Callable, sample: Path, validator: Callable) -> None:
    front_matter = run("render", "requisition.yaml", "-f", "md", "-o", "-").out.split("---\n")[1]

    assert list(validator("posting").iter_errors(load(front_matter))) == []
    assert list(validator("posting").iter_errors(load(front_matter) | {"titel": "x"})) != []


@pytest.mark.parametrize(
    "wrong",
    [
        {"workplace": "moon"},
        {"openings": 0},
        {"flsa": "maybe"},
        {"location": 3},
        {"settings": {"a": "b"}},
        {"apply": {"url": "ftp://x"}},
        {"apply": {"adress": "x"}},
        {"title": ""},
    ],
)
def test_wrong_values_do_not_fit(validator: Callable, wrong: dict[str, object]) -> None:
    assert list(validator("requisition").iter_errors({"specialization": "rn"})) == []
    assert list(validator("requisition").iter_errors({"specialization": "rn"} | wrong)) != []


def test_one_value_may_stand_for_a_list_of_one(validator: Callable) -> None:
    for value in ("Reno, NV", ["Reno, NV"], ["Reno, NV", "Remote"]):
        assert list(validator("requisition").iter_errors({"specialization": "rn", "location": value})) == []


def test_a_specialization_may_add_to_and_take_from_lists_at_any_depth(validator: Callable) -> None:
    child = {
        "extends": "rn",
        "skills+": ["a"],
        "responsibilities-": ["b"],
        "qualifications": {"required": {"other+": ["c"]}},
    }

    assert list(validator("specialization").iter_errors(child)) == []
    assert list(validator("specialization").iter_errors(child | {"skils+": ["a"]})) != []
    assert list(validator("specialization").iter_errors(child | {"title+": ["a"]})) != []


@pytest.mark.parametrize("what", SCHEMAS)
def test_every_field_is_explained(validator: Callable, what: str) -> None:
    schema = validator(what).schema
    records = [schema, *schema.get("$defs", {}).values()]
    fields = {name: field for record in records for name, field in record.get("properties", {}).items()}

    silent = [name for name, field in fields.items() if "description" not in field and "$ref" not in field]

    assert fields
    assert silent == []
