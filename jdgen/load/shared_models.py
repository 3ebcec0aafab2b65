"""Models that many openings share (employer, specialization, settings): checked once, and remembered for the next run."""

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from pydantic_core import ValidationError

from jdgen.errors import InputError
from jdgen.load.annotations import Shape
from jdgen.load.cache import remembered
from jdgen.load.records import as_record
from jdgen.load.validation import validate, without_blanks
from jdgen.load.yaml_document import Node, plain
from jdgen.model.record import Record

Model = TypeVar("Model", bound=Record)


def validate_shared(
    node: Node, model: type[Model], *, what: str, problems: Iterable[InputError] = (), is_lasting: bool = True
) -> Model:
    """Return the model of a tree, as `validate` does; data that was sound before is not checked again.

    What `is_lasting` is remembered between runs; what one opening changes is not worth a file in the user's cache.
    """
    found = [*problems]
    if not found:
        try:
            valid: Model = _sound(json.dumps(plain(node)), model, is_lasting)  # type: ignore[arg-type]  # mypy takes the hash of a record for that of its class
            return valid
        except ValidationError:  # not kept; `validate` says what is wrong and where
            pass
    return validate(node, model, what=what, problems=found)


@lru_cache(maxsize=64)
def _sound(data: str, model: type[Model], is_lasting: bool) -> Model:  # noqa: FBT001 - the cache knows arguments by their order
    def checked() -> Model:
        return as_record(without_blanks(json.loads(data), Shape.of(model)), model)

    return remembered(data.encode(), model, checked) if is_lasting else checked()
