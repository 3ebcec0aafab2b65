"""Which of jdgen's files a file is, by the fields it holds, for somebody who gave one in the place of another."""

from pathlib import Path
from typing import Literal, TypeAlias

from jdgen.errors import InputError, Where
from jdgen.load.inheritance import EXTENDS
from jdgen.load.yaml_document import Mapping
from jdgen.model.employer import Employer
from jdgen.model.project import Project
from jdgen.model.record import Record, field_names
from jdgen.model.requisition import Requisition
from jdgen.model.specialization import Specialization
from jdgen.text.words import with_article

Kind: TypeAlias = Literal["requisition", "employer", "specialization", "settings file"]

_MODELS: dict[Kind, type[Record]] = {
    "requisition": Requisition,
    "employer": Employer,
    "specialization": Specialization,
    "settings file": Project,
}
_REPAIRS: dict[Kind, str] = {
    "requisition": "name it without `-e`: `jdgen render {path}`",
    "employer": "pass it with `-e {path}`, beside a requisition or `-s` and a specialization",
    "specialization": "put it into the folder `specializations` and name it with `-s {stem}`",
    "settings file": "leave it out: jdgen finds the `jdgen.yaml` of its folder by itself",
}
"""What to do with a file of each kind that was given as something else."""


def refuse_other_kind(tree: Mapping, path: Path, expected: Kind) -> None:
    """Raise InputError for a file that holds more fields of another kind than of the expected one."""
    found = _kind_of(tree, expected)
    if found != expected:
        hint = _REPAIRS[found].format(path=path, stem=path.stem)
        message = f"this looks like {with_article(found)}, expected {with_article(expected)}"
        raise InputError(message, where=tree.where, hint=hint)


def refuse_posting(path: Path, expected: Kind) -> None:
    """Raise InputError for a Markdown file, which is no YAML whatever its front matter holds."""
    if path.suffix.lower() == ".md" and path.is_file():
        message = f"this is a Markdown file, expected {with_article(expected)} in YAML"
        raise InputError(message, where=Where(str(path)), hint=f"`jdgen export {path}` makes the formats of a posting")


def _kind_of(tree: Mapping, expected: Kind) -> Kind:
    """Return the kind whose fields stand there most, the expected one where several do; a requisition names a specialization."""
    keys = {key.rstrip("+-") for key in tree.entries}
    if expected == "requisition" and "specialization" in keys:
        return expected
    kinds = sorted(_MODELS, key=lambda kind: kind != expected)
    return max(kinds, key=lambda kind: len(keys & _fields(kind)))


def _fields(kind: Kind) -> set[str]:
    names = set(field_names(_MODELS[kind]))
    return names | {EXTENDS} if kind == "specialization" else names
