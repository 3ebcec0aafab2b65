"""The front matter of an imported posting: what was stated and could be read, and what has to be asked for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from jdgen.errors import InputError, InputErrors
from jdgen.ingest.apply_ways import Way, is_complete
from jdgen.ingest.held_credentials import Held
from jdgen.ingest.named_facts import named
from jdgen.load.postings import parse_posting
from jdgen.load.yaml_dump import dump_yaml
from jdgen.model.document import Block, Document, Stated
from jdgen.text.employment import Employment, format_employment
from jdgen.text.pay import Pay, PayUnstated, format_pay
from jdgen.text.place import Place, format_place
from jdgen.text.problem import Problem, quoted
from jdgen.text.remote_area import RemoteArea, format_remote_area
from jdgen.text.slugs import check_id
from jdgen.text.words import join_words

_Fact = Any
"""A value of front matter: a text, a number, a date, a list or a mapping of them."""

Found = Mapping[str, Sequence[Stated]]

NO_TITLE = "[insert job title]"
NO_EMPLOYER = "[insert employer name]"
"""Where a name has to stand and none was found: `jdgen check` reports such words until they are filled in."""

_ASKED = {
    "title": ("job title", NO_TITLE),
    "employer.name": ("name of the employer", NO_EMPLOYER),
    "location": ("place", "location: Denver, CO 80204"),
    "pay": ("pay", "pay: 38.50-52/hour"),
    "employment": ("kind of job", "employment: full-time, 40 hours/week"),
    "workplace": ("workplace", "workplace: onsite"),
    "posted": ("day of posting", "posted: 2026-11-22"),
    "closes": ("closing date", "closes: 2026-12-31"),
    "apply": ("way to apply", "apply: {email: jobs@example.org}"),
}
"""The facts every advertisement needs, what they are called, and how to write each, or what stands in its place."""

_KEPT = ("workplace", "employment", "schedule", "pay", "flsa", "posted", "closes", "openings")
_WAYS = {
    "url": ("the address", "the addresses"),
    "email": ("the email address", "the email addresses"),
    "phone": ("the number", "the numbers"),
}
_MOST_WAYS = 3
_MOST_NAMED = 2
_CREDENTIALS = {"licenses": "license", "certifications": "certification"}
_ENOUGH = {"licenses": "; of several required licenses one is enough"}


class Made(NamedTuple):
    """The posting file as it was made: its name and its text."""

    file: str
    text: str

    def lines_with(self, words: str, *, in_body: bool = False) -> tuple[int, ...]:
        """Return the numbers of the lines that hold some words, counted from 1; the body starts after the second `---`."""
        lines = self.text.splitlines()
        start = lines.index("---", 1) + 1 if in_body else 0
        plain = (line.replace("\\", "") for line in lines[start:])
        return tuple(number for number, line in enumerate(plain, start=start + 1) if words.replace("\\", "") in line)


class Missing(NamedTuple):
    """A fact that could not be recovered: what was found, and what to write where."""

    message: str
    hint: str


def front_matter(found: Found, stem: str, held: Mapping[str, Held]) -> dict[str, Any]:
    """Return the facts of the posting file in its order; a required name that is not known is a mark in brackets."""
    facts: dict[str, Any] = {
        "jdgen": 1,
        "id": _id(found, stem),
        "title": _fitting("title", _value(found, "title")) or NO_TITLE,
        "language": _value(found, "language"),
        "description": _value(found, "description"),
        "employer": _fitting("employer", {"name": _value(found, "employer.name")}) or {"name": NO_EMPLOYER},
        "location": [_written(one.value) for one in found.get("location", ()) if one.value is not None],
    }
    facts |= {field: _value(found, field) for field in _KEPT}
    facts["workplace"] = facts["workplace"] or _remote(found)
    facts["apply"] = _apply(found)
    facts |= {kind: {role: list(ids) for role, ids in ids_of.sorted.items()} for kind, ids_of in held.items()}
    return {field: value for field, value in facts.items() if field in {"jdgen", "id"} or _fitting(field, value)}


def missing_facts(document: Document, found: Found, facts: Mapping[str, Any], made: Made) -> Iterator[Missing]:
    """Yield what the posting file lacks, the most important first."""
    for field, (called, example) in _ASKED.items():
        if not _is_known(field, facts) and field != "apply":
            about = _unread(document, found, field) or _may_be(document, field)
            yield Missing(f"no {called} was recovered{about}", _to_write(example, made))
    pay = found.get("pay", ())
    if "pay" in facts and isinstance(pay[0].value, PayUnstated):
        said = f"the pay is {quoted(pay[0].text)} and names no figure"
        yield Missing(said, f"write `{_ASKED['pay'][1]}` into {made.file}{_also(document, pay[0], made)}")


def _to_write(example: str, made: Made) -> str:
    """Return what to write for a fact; a mark in brackets is written over wherever it stands."""
    if example[0] != "[":
        return f"write `{example}` into {made.file}"
    lines = made.lines_with(example)
    numbers = f", {'lines' if len(lines) > 1 else 'line'} {join_words(list(map(str, lines)), 'and')}" if lines else ""
    return f"write it over `{example}` in {made.file}{numbers}"


def _also(document: Document, stated: Stated, made: Made) -> str:
    """Return where the text says a fact too: the facts at the top are not what readers see."""
    words = next((block.text for block in document.blocks if _stands_in(stated, block)), stated.text)
    lines = made.lines_with(words, in_body=True)
    return f", and write it over {quoted(words)} in line {lines[0]}, which readers see" if lines else ""


def _stands_in(stated: Stated, block: Block) -> bool:
    return block.source_offset(0) <= stated.start <= block.source_offset(len(block.text) - 1)


def _may_be(document: Document, field: str) -> str:
    """Return the words that may name a fact, with their lines, for a person to judge."""
    lines = {
        f"{quoted(one.text)} in {document.unit} {document.position(one.start).line}": None
        for one in named(document, field)
    }
    if not lines:
        return ""
    shown = list(lines)[:_MOST_NAMED]
    return f"; {join_words(shown, 'and' if len(shown) > 1 else 'or')} may name it"


def missing_ways(document: Document, ways: Sequence[Way], facts: Mapping[str, Any], file: str) -> Iterator[Missing]:
    """Yield why there is no way to apply, or which of several is left to choose; an address found is named."""
    chosen = facts.get("apply", {})
    for kind, called in _WAYS.items():
        clear = [way for way in ways if way.kind == kind and way.is_clear]
        if kind not in chosen and clear:
            few = clear[:_MOST_WAYS]
            verb = "is named as the way to apply and was" if len(clear) == 1 else "are named as ways to apply, and were"
            said = f"{called[len(clear) > 1]} {_placed(document, few)} {verb} not taken"
            yield Missing(said, f"write `{_written_way(few[0])}` into {file}{', or the other' if clear[1:] else ''}")
    if chosen or any(way.is_clear for way in ways):
        return
    named = [way for way in ways if way.kind != "phone"][:_MOST_WAYS]
    about = f"; {_placed(document, named)} may be one" if named else ""
    example = _written_way(named[0]) if named else _ASKED["apply"][1]
    yield Missing(f"no {_ASKED['apply'][0]} was recovered{about}", f"write `{example}` into {file}")


def _placed(document: Document, ways: Sequence[Way]) -> str:
    lines = [f"`{way.text}` in {document.unit} {document.position(way.start).line}" for way in ways]
    return join_words(lines, "and")


def _written_way(way: Way) -> str:
    text = way.text if is_complete(way) else f"https://{way.text}"
    return f"apply: {{{way.kind}: {text}}}"


def missing_credentials(
    held: Mapping[str, Held], file: str, unit: str, *, are_stated: bool = False
) -> Iterator[Missing]:
    """Yield the credentials that the old posting leaves between required and preferred, or that it does not name."""
    for kind, ids_of in held.items():
        for name, line in ids_of.unsorted:
            yield Missing(
                f"the {_CREDENTIALS[kind]} `{name}` is named in {unit} {line}, not clearly required or preferred",
                f"write it under `{kind}`, `required:` or `preferred:`, into {file}{_ENOUGH.get(kind, '')}",
            )
    if not are_stated and not any(ids_of.sorted or ids_of.unsorted for ids_of in held.values()):
        yield Missing(
            "no license or certification was recognized",
            f"where one is asked for, write its id under `licenses` or `certifications` into {file}; see `jdgen list credentials`",
        )


def is_asked_for(field: str) -> bool:
    """Say whether a posting without a fact is told so."""
    return field in _ASKED


def _is_known(field: str, facts: Mapping[str, Any]) -> bool:
    if field == "employer.name":
        return bool(facts["employer"] != {"name": NO_EMPLOYER})
    return field in facts and facts[field] != NO_TITLE


def _unread(document: Document, found: Found, field: str) -> str:
    """Say what stands where the fact should be, when it could not be read."""
    stated = found.get(field)
    if not stated:
        return ""
    return f" from {quoted(stated[0].text)} in {document.unit} {document.position(stated[0].start).line}"


def _id(found: Found, stem: str) -> str:
    """Return the job ID of the old posting where it can name a file, else the name of the file."""
    text = str(_value(found, "id") or "")
    return stem if isinstance(check_id(text), Problem) else text


def _remote(found: Found) -> str | None:
    """Return `remote` where the only places are areas to work from home in."""
    places = [one.value for one in found.get("location", ())]
    return "remote" if places and all(isinstance(place, RemoteArea) for place in places) else None


def _value(found: Found, field: str) -> _Fact:
    values = [one.value for one in found.get(field, ())]
    if not values or any(value is None for value in values):
        return None
    if field == "employment" and len(values) > 1 and all(isinstance(value, Employment) for value in values):
        return join_words([format_employment(value) for value in values], "or")
    return _written(values[0])


def _apply(found: Found) -> dict[str, _Fact]:
    """Return the ways to apply that a posting takes."""
    stated = {part: _value(found, f"apply.{part}") for part in (*_WAYS, "instructions")}
    return {part: value for part, value in stated.items() if _fitting("apply", value and {part: value})}


def _written(value: _Fact) -> _Fact:
    """Return a value as the front matter writes it."""
    if isinstance(value, Pay):
        return format_pay(value)
    if isinstance(value, PayUnstated):
        return value.words
    if isinstance(value, Employment):
        return format_employment(value)
    if isinstance(value, Place):
        return format_place(value)
    if isinstance(value, RemoteArea):
        return format_remote_area(value)
    return value if isinstance(value, str | int | date) else str(value)


def _fitting(field: str, value: _Fact) -> _Fact:
    """Return a value that a posting takes, else None: a title of a thousand characters is none."""
    return value if value and fits(field, value) else None


def fits(field: str, value: _Fact) -> bool:
    """Say whether a posting takes a value."""
    facts = {"id": "x", "title": "x", "employer": {"name": "x"}} | {field: value}
    try:
        parse_posting(f"---\n{dump_yaml(facts)}---\n", "")
    except (InputError, InputErrors):
        return False
    return True
