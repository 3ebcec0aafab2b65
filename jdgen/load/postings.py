"""Read and write the posting file: YAML front matter between two lines of `---`, then Markdown."""

from pathlib import Path

from jdgen.errors import InputError, Where
from jdgen.load.text_file import read_text
from jdgen.load.validation import validate
from jdgen.load.yaml_document import parse_yaml
from jdgen.load.yaml_dump import dump_yaml
from jdgen.model.posting import Posting, PostingFacts
from jdgen.model.record import Record, as_plain, field_names

_FENCE = "---"


def read_posting(path: Path) -> Posting:
    """Read a posting file, hand-edited or not; raise InputErrors that name its lines."""
    return parse_posting(read_text(path, shown_as=str(path)), str(path))


def parse_posting(text: str, path: str) -> Posting:
    """Parse the text of a posting file; `path` is what errors name."""
    front_matter, body = _split(text, path)
    problems: list[InputError] = []
    node = parse_yaml(front_matter, path, first_line=2, problems=problems)
    return Posting(facts=validate(node, PostingFacts, what="posting", problems=problems), body=f"{body.strip()}\n")


def dump_posting(posting: Posting) -> str:
    """Return the posting file as text: facts that are known, then the body. `parse_posting` reads it back."""
    front_matter = dump_yaml(_known(posting.facts))
    return f"{_FENCE}\n{front_matter}{_FENCE}\n\n{posting.body.strip()}\n"


def _split(text: str, path: str) -> tuple[str, str]:
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != _FENCE:
        raise InputError(
            "no front matter, expected a first line of `---`",
            where=Where(path, 1, 1),
            hint="a posting starts with its facts between two lines of `---`; `jdgen render` writes such a file",
        )
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _FENCE:
            return "".join(lines[1:number]), "".join(lines[number + 1 :])
    raise InputError(
        "the front matter has no end, expected a second line of `---`",
        where=Where(path, len(lines), 1),
        hint="put `---` alone on a line between the facts and the text",
    )


def _known(record: Record) -> dict[str, object]:
    """Return the fields that hold something, in the order of the model, records inside as mappings."""
    values = ((name, _value(getattr(record, name))) for name in field_names(record).values())
    return {name: value for name, value in values if value is not False and value not in (None, (), [], {}, "")}


def _value(value: object) -> object:
    return _known(value) if isinstance(value, Record) else as_plain(value)
