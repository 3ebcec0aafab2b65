"""What a model says about a place in its data: the types, fields and descriptions that stand there.

Serves `validation`, which needs to know more than pydantic's errors tell. It reads models and no data.
"""

import collections.abc
import dataclasses
import functools
import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from jdgen.model.markers import ShownAs

_LISTS = (list, tuple, set, frozenset, collections.abc.Sequence)
_MAPPINGS = (dict, collections.abc.Mapping)


@dataclasses.dataclass(frozen=True, slots=True)
class Shape:
    """The types one place may hold, the members of a union side by side.

    `form` says how its text is written (the description of the type's `ShownAs`), `description` what the field
    is for (the `description` of its `field`), `example` what may stand there (the first of its `examples`).
    """

    members: tuple[Any, ...]
    form: str | None = None
    description: str | None = None
    example: str | None = None

    @classmethod
    def of(cls, annotation: Any) -> "Shape":  # noqa: ANN401 (an annotation can be anything)
        """Take an annotation apart."""
        return cls(tuple(_members(annotation)), _form(_metadata(annotation)))

    def fields(self) -> dict[str, "Shape"]:
        """Return the fields of the models that may stand here."""
        found: dict[str, Shape] = {}
        for member in self.members:
            for name, shape in _fields(member).items():
                found.setdefault(name, shape)
        return found

    def step(self, part: str | int) -> "Shape":
        """Return the shape of a field, a value of a free mapping, or an item of a list."""
        if isinstance(part, str):
            fields = self.fields()
            return fields[part] if part in fields else Shape.of(Union[*self._arguments(_MAPPINGS, 1)])
        return Shape.of(Union[*self._arguments(_LISTS, 0)])

    def walk(self, loc: tuple[str | int, ...]) -> "Shape":
        """Return the shape at the end of a path; one without members where the model says nothing."""
        shape = self
        for part in loc:
            shape = shape.step(part)
        return shape

    def choices(self) -> list[str]:
        """Return the texts a `Literal` here allows."""
        return [str(value) for member in self.members if get_origin(member) is Literal for value in get_args(member)]

    def _arguments(self, origins: tuple[type, ...], position: int) -> list[Any]:
        found = [get_args(member) for member in self.members if get_origin(member) in origins]
        return [arguments[position] for arguments in found if len(arguments) > position] or [None]


def _members(annotation: Any) -> list[Any]:  # noqa: ANN401
    if annotation is None or annotation is type(None):
        return []
    origin = get_origin(annotation)
    if origin is Annotated:
        return _members(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return [member for argument in get_args(annotation) for member in _members(argument)]
    return [annotation]


@functools.cache
def _fields(member: Any) -> dict[str, Shape]:  # noqa: ANN401
    if not isinstance(member, type) or not dataclasses.is_dataclass(member):
        return {}
    return {field.metadata.get("alias", field.name): _field_shape(field) for field in dataclasses.fields(member)}


def _field_shape(field: "dataclasses.Field[Any]") -> Shape:
    shape, examples = Shape.of(field.type), field.metadata.get("examples")
    return dataclasses.replace(
        shape, description=field.metadata.get("description"), example=str(examples[0]) if examples else None
    )


def _metadata(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401
    """Return what an `Annotated` carries, also one inside `X | None`."""
    if get_origin(annotation) is Annotated:
        return tuple(annotation.__metadata__)
    members = [member for member in get_args(annotation) if member is not type(None)]
    if get_origin(annotation) in (Union, types.UnionType) and len(members) == 1:
        return _metadata(members[0])
    return ()


def _form(metadata: collections.abc.Iterable[Any]) -> str | None:
    return next((item.description for item in metadata if isinstance(item, ShownAs) and item.description), None)
