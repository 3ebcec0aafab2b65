"""The fields of an old front matter that a posting file has by the same name, and those it has no place for."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from jdgen.errors import InputError, InputErrors
from jdgen.ingest.front_matter import typed_facts
from jdgen.ingest.section_words import labelled_field
from jdgen.load import yaml_document
from jdgen.load.yaml_document import parse_yaml, plain
from jdgen.model.document import Document
from jdgen.model.posting import PostingFacts
from jdgen.model.record import field_names
from jdgen.pipeline.imported_facts import fits, is_asked_for
from jdgen.text.words import join_words

_ELSEWHERE = frozenset({"city", "state"})
"""Fields that are read together as one of a posting's."""

_MOST_NAMED = 6


class Fields(NamedTuple):
    """What goes into the posting file as it stands, and the names of what does not."""

    kept: Mapping[str, Any]
    lost: tuple[str, ...]

    def note(self) -> str | None:
        """Return what was left out as one sentence."""
        if not self.lost:
            return None
        named = join_words([f"`{name}`" for name in self.lost[:_MOST_NAMED]], "and")
        more = f" and {len(self.lost) - _MOST_NAMED} more" if len(self.lost) > _MOST_NAMED else ""
        return f"of the old front matter, {named}{more} did not go into the posting file"


def front_matter_fields(document: Document, facts: Mapping[str, Any]) -> Fields:
    """Return the fields of the old front matter besides the facts already known."""
    kept: dict[str, Any] = {}
    lost: list[str] = []
    ours = set(field_names(PostingFacts).values())
    for name, value in _typed(document).items():
        if value in (None, "", [], {}) or name == "jdgen":
            continue
        if name in ours and (name not in facts or name in {"licenses", "certifications"}) and fits(name, value):
            kept[name] = value
        elif _is_lost(name, facts):
            lost.append(name)
    return Fields(kept, tuple(lost))


def _is_lost(name: str, facts: Mapping[str, Any]) -> bool:
    """Say whether nothing in the posting file comes from a field; what can mean one of its fields was read as that, or asked for."""
    field = labelled_field(name.replace("_", " ").replace("-", " ").lower()) or labelled_field(name.lower())
    if name in facts or name.lower() in _ELSEWHERE:
        return False
    return field is None or not (field.partition(".")[0] in facts or is_asked_for(field))


def _typed(document: Document) -> dict[str, Any]:
    if document.format not in {"markdown", "text"}:
        return {}
    typed = typed_facts(document.source)
    try:
        node = parse_yaml(typed.replace("\r\n", "\n"), document.path, first_line=2)
    except (InputError, InputErrors):
        return {}
    found = plain(node) if isinstance(node, yaml_document.Mapping) else {}
    return found if isinstance(found, dict) else {}
