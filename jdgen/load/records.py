"""Pydantic's check of plain data against a record, with its schemas kept between runs.

Pydantic reads the annotations of a record once (`pydantic.TypeAdapter`) and makes a core schema of them: plain data, kept in the user's cache.
Runs that find it there check with `pydantic_core` alone, which starts in a fifth of the time of pydantic.
"""

from functools import cache
from typing import Any, TypeVar, cast

from pydantic_core import CoreSchema, SchemaValidator

from jdgen.load.cache import remembered
from jdgen.model.record import Record

Model = TypeVar("Model", bound=Record)


def as_record(data: object, model: type[Model]) -> Model:
    """Return the record that plain data describes; raise pydantic's ValidationError with every fault."""
    return cast("Model", _validator(model).validate_python(data))  # type: ignore[arg-type]  # mypy takes the hash of a record for that of its class


@cache
def _validator(model: type[Record]) -> SchemaValidator:
    name = f"{model.__module__}.{model.__qualname__}"
    is_ours = name.startswith("jdgen.")  # the key of what is kept stands for jdgen's own code
    schema = remembered(name.encode(), dict, lambda: _core_schema(model)) if is_ours else _core_schema(model)
    return SchemaValidator(cast("CoreSchema", schema))


def _core_schema(model: type[Record]) -> dict[str, Any]:
    from pydantic import TypeAdapter

    return cast("dict[str, Any]", TypeAdapter(model).core_schema)
