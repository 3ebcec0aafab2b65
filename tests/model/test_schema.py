import pytest

from jdgen.model.schema import SCHEMAS, json_schema


@pytest.mark.parametrize("what", SCHEMAS)
def test_unknown_fields_are_refused_at_every_depth(what: str) -> None:
    schema = json_schema(what)
    records = [schema, *(record for record in schema.get("$defs", {}).values() if "properties" in record)]

    assert [record.get("title") for record in records if record.get("additionalProperties") is not False] == []


def test_what_a_specialization_inherits_is_not_required() -> None:
    assert "required" not in json_schema("specialization")
    assert json_schema("requisition")["required"] == ["specialization"]


def test_a_list_can_be_added_to_and_taken_from() -> None:
    fields = json_schema("specialization")["properties"]

    assert fields["skills+"]["items"] == fields["skills"]["items"]
    assert fields["responsibilities-"]["items"] == {"type": "string"}
    assert "title+" not in fields


def test_the_same_schema_every_time() -> None:
    """A schema that changed when it was made would grow with each call."""
    assert json_schema("specialization") == json_schema("specialization")
