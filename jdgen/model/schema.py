"""JSON Schema (draft 2020-12) of the files people write."""

from typing import Any

from pydantic import TypeAdapter

from jdgen.model.employer import Employer
from jdgen.model.modifier import Modifier
from jdgen.model.posting import PostingFacts
from jdgen.model.project import Project
from jdgen.model.record import Record
from jdgen.model.requisition import Requisition
from jdgen.model.rule import RuleTable
from jdgen.model.specialization import Specialization

SCHEMAS: dict[str, type[Record]] = {
    "specialization": Specialization,
    "modifier": Modifier,
    "employer": Employer,
    "requisition": Requisition,
    "posting": PostingFacts,
    "project": Project,
    "rule": RuleTable,
}
"""What `jdgen schema` can print, by name."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(what: str) -> dict[str, Any]:
    """Return the schema of one kind of file. A specialization may extend another, so none of its fields is required there."""
    if what == "modifier":
        return _with_block(json_schema("specialization"), _schema_of(Modifier))
    schema = {"$schema": _DIALECT, **_schema_of(SCHEMAS[what])}
    return _with_inheritance(schema) if what == "specialization" else schema


def _schema_of(record: type[Record]) -> dict[str, Any]:
    return TypeAdapter(record).json_schema()


def _with_block(schema: dict[str, Any], block: dict[str, Any]) -> dict[str, Any]:
    """Put the block of a modifier beside the changes it makes, which are those of a child without a parent of its own."""
    schema["$defs"] |= block.pop("$defs", {})
    schema["properties"].pop("extends")
    schema["properties"] = {"modifier": block | {"description": "What it is called and goes with"}} | schema[
        "properties"
    ]
    return schema | {"title": "Modifier", "required": ["modifier"]}


def _with_inheritance(schema: dict[str, Any]) -> dict[str, Any]:
    """Let a specialization name its parent, leave out what it inherits, and add to or take from lists."""
    schema["properties"]["extends"] = {"type": "string", "description": "The specialization this one starts from"}
    for record in (schema, *schema["$defs"].values()):
        properties = record.get("properties", {})
        lists = {name: field for name, field in properties.items() if field.get("type") == "array"}
        properties |= {
            f"{name}+": field | {"description": f"Added to the inherited {name}"} for name, field in lists.items()
        }
        properties |= {
            f"{name}-": {
                "type": "array",
                "items": {"type": "string"},
                "description": f"Taken from the inherited {name}, by id or text",
            }
            for name in lists
        }
    schema.pop("required", None)
    return schema
