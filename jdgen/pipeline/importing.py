"""An old posting to a posting file: what it states is kept, what it does not is listed, and nothing is guessed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jdgen.errors import InputError, InputErrors, Where
from jdgen.ingest.apply_ways import apply_ways, clear_ways
from jdgen.ingest.clean_markdown import clean_markdown
from jdgen.ingest.held_credentials import Held, Names, held_credentials
from jdgen.ingest.links import hidden_links
from jdgen.ingest.named_facts import alone, one_place
from jdgen.ingest.reader import MAX_BYTES, read_worded
from jdgen.ingest.recovery import recovered
from jdgen.load.facts import load_table
from jdgen.load.postings import dump_posting, parse_posting
from jdgen.load.search import SearchPath
from jdgen.load.yaml_dump import dump_yaml
from jdgen.model.document import Document, Stated
from jdgen.model.fact import Credential, License
from jdgen.model.law import LicenseTitle
from jdgen.pipeline.imported_card import with_card
from jdgen.pipeline.imported_facts import Made, Missing, front_matter, missing_credentials, missing_facts, missing_ways
from jdgen.pipeline.imported_fields import Fields, front_matter_fields
from jdgen.pipeline.write import Result
from jdgen.text.place import Place
from jdgen.text.problem import Problem, quoted
from jdgen.text.slugs import check_id, slug

_ALONE = ("pay", "employment", "workplace")
"""Facts that a line may say without a label."""

_NO_NAME = "posting"
_LONGEST_STEM = 40
_MOST_LINKS = 5
_LEAST_LETTERS = 4
"""Shorter ones mean many things: LAC, SW."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The posting file of an old posting, what it lacks, and what else is worth knowing."""

    result: Result
    missing: tuple[Missing, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CredentialRows:
    """Every license and certification, and the titles that states give to licenses."""

    licenses: tuple[License, ...]
    certifications: tuple[Credential, ...]
    titles: tuple[LicenseTitle, ...]


def load_credentials(search: SearchPath) -> CredentialRows:
    """Load the facts that tell which credentials an old posting names."""
    tables = (load_table(search, name) for name in ("licenses", "credentials", "license_titles"))
    licenses, certifications, titles = (tuple(table.values()) for table in tables)
    return CredentialRows(licenses, certifications, titles)


def import_posting(path: Path, rows: CredentialRows) -> Imported:
    """Turn one file into a posting file named after it; raise an InputError where the file cannot be read."""
    document = read_worded(_content(path), str(path))
    file = f"{stem_of(path)}.md"
    if _is_posting_file(document):
        return Imported(Result(file, document.source.encode()), notes=("it is a posting file already",))
    ways = apply_ways(document)
    stated = recovered(document)
    found = (
        stated | dict(_named(document, stated)) | {f"apply.{kind}": (way,) for kind, way in clear_ways(ways).items()}
    )
    held = _held(document, found, rows)
    facts = front_matter(found, stem_of(path), held)
    fields = front_matter_fields(document, facts)
    facts |= fields.kept
    left_open = {kind: ids_of for kind, ids_of in held.items() if kind not in fields.kept}
    body = with_card(clean_markdown(document, str(facts["title"])), document, facts)
    content = dump_posting(parse_posting(f"---\n{dump_yaml(facts)}---\n\n{body}", file))
    missing = (
        *missing_facts(document, found, facts, Made(file, content)),
        *missing_ways(document, ways, facts, file),
        *missing_credentials(left_open, file, document.unit, are_stated=len(left_open) < len(held)),
    )
    notes = (*_taken(document, stated), *_notes(document, facts, fields))
    return Imported(Result(file, content.encode()), missing, notes)


def _named(document: Document, stated: Mapping[str, Sequence[Stated]]) -> Iterator[tuple[str, tuple[Stated, ...]]]:
    """Yield the only place, the only employer and the facts in lines of their own that the words name, where nothing that can be read states them."""
    is_stated = any(one.value is not None for one in stated.get("location", ()))
    if not is_stated and (place := one_place(document)):
        yield "location", (place,)
    for field in _ALONE:
        if not stated.get(field) and (fact := alone(document, field)):
            yield field, (fact,)
    if not stated.get("employer.name") and (employer := document.employer):
        yield "employer.name", (employer,)


def stem_of(path: Path) -> str:
    """Return the name of the posting file without its ending: that of the old one, made safe."""
    stem = path.stem
    if isinstance(check_id(stem), Problem):
        stem = slug(stem)[:_LONGEST_STEM].strip("-")
    return _NO_NAME if isinstance(check_id(stem), Problem) else stem


def _content(path: Path) -> bytes:
    if path.is_dir():
        raise InputError("this is a folder, expected a file", where=Where(str(path)), hint="name the files in it")
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise InputError("there is no such file", where=Where(str(path)), hint="check its name") from None
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise InputError(f"the file cannot be read: {reason}", where=Where(str(path))) from None


def _is_posting_file(document: Document) -> bool:
    if document.format != "markdown" or "jdgen" not in document.stated:
        return False
    try:
        parse_posting(document.source, document.path)
    except (InputError, InputErrors):
        return False
    return True


def _held(document: Document, found: Mapping[str, Sequence[Stated]], rows: CredentialRows) -> dict[str, Held]:
    states = {one.value.state for one in found.get("location", ()) if isinstance(one.value, Place)}
    return {
        "licenses": held_credentials(document, _license_names(rows, states)),
        "certifications": held_credentials(document, _certification_names(rows)),
    }


def _license_names(rows: CredentialRows, states: set[str]) -> Iterator[Names]:
    """Yield what each kind of license is called: by everybody, and where the place is known, there."""
    for row in rows.licenses:
        titles = [title for title in rows.titles if title.license == row.id and states & set(title.states)]
        # Letters that differ between states mean a license only in the state that uses them.
        letters = [title.title for title in titles] or ([] if row.varies_by_state and states else [row.abbreviation])
        letters += () if states else _alike_everywhere(rows, row)
        holder = row.holder.partition(" (")[0]
        yield Names(row.id, tuple(letters), (holder, *(title.name for title in titles)))


def _alike_everywhere(rows: CredentialRows, row: License) -> Iterator[str]:
    """Yield the letters that mean a license wherever they are used, and that hardly mean anything else: LISW does, LSW does not."""
    others = {title.title for title in rows.titles if title.license != row.id}
    mine = {title.title: None for title in rows.titles if title.license == row.id and title.title != row.abbreviation}
    yield from (letters for letters in mine if letters not in others and len(letters) >= _LEAST_LETTERS)


def _certification_names(rows: CredentialRows) -> Iterator[Names]:
    for row in rows.certifications:
        yield Names(row.id, (row.abbreviation,), (row.name, *row.former_names))


def _taken(document: Document, stated: Mapping[str, object]) -> Iterator[str]:
    """Yield the name that was taken from a sentence: an organization that hires for others may stand there."""
    employer = None if stated.get("employer.name") else document.employer
    if employer:
        line = f"{document.unit} {document.position(employer.start).line}"
        yield f"the employer is {quoted(employer.text)} by the words of {line}; correct it where somebody else hires"


def _notes(document: Document, facts: Mapping[str, Any], fields: Fields) -> tuple[str, ...]:
    lost = fields.note()
    return (*document.notes, *([lost] if lost else []), *_links(document, facts))


def _links(document: Document, facts: Mapping[str, Any]) -> Iterator[str]:
    """Yield the addresses behind words, which the clean text does not keep."""
    taken = set(facts.get("apply", {}).values())
    others = [link for link in hidden_links(document) if link.address.removeprefix("mailto:") not in taken]
    for link in others[:_MOST_LINKS]:
        yield f"{quoted(link.words)} links to {link.address}, which the text no longer shows"
    if len(others) > _MOST_LINKS:
        yield f"{len(others) - _MOST_LINKS} more links lost their addresses"
