"""Every template with every specialization, with nothing given and with everything, and with any part of it: no leftovers, nothing invented."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdgen.load.facts import load_facts
from jdgen.load.modifiers import FILES
from jdgen.load.postings import dump_posting, parse_posting
from jdgen.load.project import Workspace, open_workspace
from jdgen.load.specializations import resolved
from jdgen.load.yaml_document import plain, read_yaml
from jdgen.load.yaml_dump import dump_yaml
from jdgen.model.employer import Apply, Brand, Contact, Employer
from jdgen.model.record import field_names
from jdgen.model.requisition import Requisition
from jdgen.pipeline.single import Composed, compose_posting
from jdgen.pipeline.sources import Order
from jdgen.text.dates import describe_date
from jdgen.text.markdown_escape import escape_markdown

EVERYTHING = Path(__file__).resolve().parents[1] / "cases" / "everything"
LEFTOVERS = re.compile(
    r"(?-i:\bNone\b|\bTODO\b)|\{\{|\}\}|\{%|%\}|\{#|\[insert|Example Co|lorem|state of X|undefined|\bnan\b|<[a-z]+ object"
    r"|\{\w+\}|\(\)|\[\]|\$\s|,,|, ,|\s[,;.:](?:\s|$)|\.\.(?:\s|$)",
    re.IGNORECASE,
)
EMPLOYER = plain(read_yaml(EVERYTHING / "employer.yaml"))
REQUISITION = plain(read_yaml(EVERYTHING / "requisition.yaml"))
assert isinstance(EMPLOYER, dict)
assert isinstance(REQUISITION, dict)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("work")
    (folder / "jdgen.yaml").touch()
    (folder / "logo.svg").write_bytes((EVERYTHING / "logo.svg").read_bytes())
    return open_workspace(folder)


SHIPPED = open_workspace(EVERYTHING)
TEMPLATES = SHIPPED.search.names("templates")
SPECIALIZATIONS = SHIPPED.search.names("specializations")
PAIRS = [(template, name) for template in TEMPLATES for name in SPECIALIZATIONS]
FRAMED = ("hospital", "rn", "mental-health", "psychiatric", "substance-use", "geriatric")
FACTS = load_facts(SHIPPED.search)
Compose = Callable[..., Composed]


@pytest.fixture(scope="module")
def composed(workspace: Workspace) -> Compose:
    """Return a function that composes a posting from plain data, as the command would from files."""

    def make(employer: dict[str, object], requisition: dict[str, object], template: str) -> Composed:
        (workspace.folder / "employer.yaml").write_text(dump_yaml(employer), encoding="utf-8")
        path = workspace.folder / "requisition.yaml"
        path.write_text(dump_yaml(requisition | {"employer": "employer.yaml"}), encoding="utf-8")
        return compose_posting(Order(path, template=template), workspace, FACTS)

    return make


@pytest.fixture(scope="module")
def made(composed: Compose) -> Compose:
    """Return a function that composes a posting of a specialization by a template, once, from minimal or full sources."""
    return cache(lambda sources, template, name: composed(*sources(name), template))


def faults(body: str) -> list[str]:
    """Return what no reader of a posting should ever meet."""
    found = [f"leftover {match.group()!r}" for match in LEFTOVERS.finditer(body)]
    for name, pattern in {
        "two spaces": r"\S  +",
        "space at the end": r"[ \t]$",
        "empty bullet": r"^\s*[-*+]\s*$",
        "label without words": r":\*\*\s*$",
        "empty heading": r"^#+\s*$",
        "text right before a heading": r"^.+\n#",
        "text right after a heading": r"^#.*\n.",
        "list right after text": r"^[^-\n].*\n- ",
        "text right after a list": r"^- .*\n[^-\s]",
    }.items():
        found += [f"{name}: {match.group()!r}" for match in re.finditer(pattern, body, re.MULTILINE)]
    if "\n\n\n" in body or body.startswith("\n") or not body.endswith("\n") or body.endswith("\n\n"):
        found.append("blank lines")
    return [*found, *outline_faults(body), *repetitions(body)]


def outline_faults(body: str) -> Iterator[str]:
    """Check the outline: one h1 on top, no level skipped, no section without content, no heading twice."""
    blocks = body.strip().split("\n\n")
    levels = [len(block) - len(block.lstrip("#")) for block in blocks]
    headings = [level for level in levels if level]
    if headings.count(1) != 1 or levels[0] != 1:
        yield "not exactly one h1, at the top"
    for upper, lower in pairwise(headings):
        if lower > upper + 1:
            yield f"level {lower} after level {upper}"
    for number, level in enumerate(levels):
        if level > 1 and (number + 1 == len(levels) or 0 < levels[number + 1] <= level):
            yield f"nothing under {blocks[number]!r}"
    yield from (f"{block!r} twice" for block, count in Counter(blocks).items() if block.startswith("#") and count > 1)


def repetitions(body: str) -> list[str]:
    """Return the sentences and bullets that stand twice."""
    lines = [line.removeprefix("- ") for line in body.splitlines() if line and not line.startswith(("#", "|"))]
    sentences = [part.strip(" .").lower() for line in lines for part in re.split(r"(?<=[.!?;]) ", line)]
    return [f"twice: {sentence!r}" for sentence, count in Counter(sentences).items() if count > 1]


def numbers(text: str) -> set[str]:
    """Return the digit sequences of a text; "1,250" and "1250" are the same."""
    return set(re.findall(r"\d+", re.sub(r"(?<=\d),(?=\d{3})", "", text)))


def known_numbers(requisition: dict[str, object], employer: dict[str, object]) -> set[str]:
    """Return the digit sequences of all sources; of the facts only the parts that a posting shows."""
    rows = [(row.name, row.abbreviation, row.issuer) for row in FACTS.credentials.values()]
    rows += [(row.holder,) for row in FACTS.licenses.values()]
    rows += [(row.text,) for row in FACTS.notices.values()]
    profile = dump_yaml(plain(resolved(str(requisition["specialization"]), SHIPPED.search)))
    ours = [dump_yaml(requisition), dump_yaml(employer), profile]
    return numbers(" ".join([*ours, *(part for row in rows for part in row)]))


def minimal(name: str) -> tuple[dict[str, object], dict[str, object]]:
    return {"name": "Quarry Lake Health"}, {"specialization": name}


def full(name: str) -> tuple[dict[str, object], dict[str, object]]:
    return EMPLOYER, REQUISITION | {"specialization": name, "template": None}


def test_there_are_templates_and_specializations_to_try() -> None:
    assert len(TEMPLATES) >= 4
    assert len(SPECIALIZATIONS) >= 6


def test_everything_really_gives_every_field() -> None:
    def missing(data: object, model: type) -> list[str]:
        assert isinstance(data, dict)
        return [name for name in field_names(model) if name not in data]

    assert missing(EMPLOYER, Employer) == []
    # Modifiers do not go with every specialization; properties/test_modifier_matrix.py tries them.
    assert [name for name in missing(REQUISITION, Requisition) if name not in FILES] == []
    for name, kind in (("apply", Apply), ("accommodation", Contact), ("brand", Brand)):
        assert missing(EMPLOYER[name], kind) == []
    for name, kind in (("apply", Apply), ("hiring_contact", Contact)):
        assert missing(REQUISITION[name], kind) == []


@pytest.mark.parametrize("sources", [minimal, full])
@pytest.mark.parametrize(("template", "name"), PAIRS)
def test_a_posting_reads_back_as_it_was_made(made: Compose, template: str, name: str, sources: Callable) -> None:
    posting = made(sources, template, name).posting

    assert parse_posting(dump_posting(posting), "a.md") == posting


@pytest.mark.parametrize("sources", [minimal, full])
@pytest.mark.parametrize(("template", "name"), PAIRS)
def test_no_template_leaves_anything_behind(made: Compose, template: str, name: str, sources: Callable) -> None:
    body = made(sources, template, name).posting.body

    assert faults(body) == []


@pytest.mark.parametrize("sources", [minimal, full])
@pytest.mark.parametrize("name", SPECIALIZATIONS)
def test_no_number_is_invented(made: Compose, name: str, sources: Callable) -> None:
    employer, requisition = sources(name)
    known = known_numbers(requisition, employer)

    invented = {template: numbers(made(sources, template, name).posting.body) - known for template in TEMPLATES}

    assert {template: found for template, found in invented.items() if found} == {}


@pytest.mark.parametrize(("template", "name"), PAIRS)
def test_no_pay_given_means_no_pay_line_and_a_warning(made: Compose, template: str, name: str) -> None:
    one = made(minimal, template, name)

    assert "$" not in one.posting.body
    assert not re.search(r"\bpay:|^## .*\bpay\b|expect to pay", one.posting.body, re.IGNORECASE | re.MULTILINE)
    assert one.posting.facts.pay is None
    assert one.omissions[0].message == "no pay given, so the posting has no pay line"


@pytest.mark.parametrize("template", TEMPLATES)
def test_everything_given_leaves_nothing_to_warn_of(made: Compose, template: str) -> None:
    one = made(full, template, "rn")

    assert one.omissions == ()


def optional_parts() -> st.SearchStrategy[tuple[dict[str, object], dict[str, object]]]:
    """Draw an employer and a requisition that give some of the fields, and of their groups some of the parts."""

    def some_of(data: dict[str, object], always: set[str]) -> st.SearchStrategy[dict[str, object]]:
        values = {
            key: some_of(value, set()) if isinstance(value, dict) and key != "profile" else st.just(value)
            for key, value in data.items()
        }
        return st.fixed_dictionaries(
            {key: value for key, value in values.items() if key in always},
            optional={key: value for key, value in values.items() if key not in always},
        )

    requisition = {key: value for key, value in REQUISITION.items() if key not in {"template", "employer"}}
    return st.tuples(some_of(EMPLOYER, {"name"}), some_of(requisition, {"specialization"}))


@given(optional_parts(), st.sampled_from(TEMPLATES), st.sampled_from(SPECIALIZATIONS))
@settings(max_examples=80)
def test_any_part_of_everything_leaves_nothing_behind(
    composed: Compose, sources: tuple[dict[str, object], dict[str, object]], template: str, name: str
) -> None:
    employer, requisition = sources

    one = composed(employer, requisition | {"specialization": name}, template)

    assert faults(one.posting.body) == []


def test_the_frame_around_the_sources_is_known(made: Compose, assert_matches_file: Callable) -> None:
    """Blot out every source; what remains are jdgen's own words, and each new one must be meant."""
    lines = set()
    for template, name in product(TEMPLATES, FRAMED):
        body = made(full, template, name).posting.body
        lines.update(line.strip() for line in blotted(body, name).splitlines() if line.strip())

    assert_matches_file(EVERYTHING / "frame.txt", "".join(f"{line}\n" for line in sorted(lines)))


def blotted(body: str, name: str) -> str:
    """Return the body with every text of the sources replaced by an ellipsis, the longest first."""
    credentials = [
        text for row in FACTS.credentials.values() for text in (row.name, f"({row.abbreviation})", row.issuer)
    ]
    sources = [
        EMPLOYER,
        REQUISITION,
        plain(resolved(name, SHIPPED.search)),
        [text for row in FACTS.licenses.values() for text in (row.holder, row.name)],
    ]
    texts = {*leaves(sources), *credentials, *(row.text for row in FACTS.notices.values())}
    for text in sorted(texts, key=len, reverse=True):
        if len(text) > 3:
            body = body.replace(text, "…").replace(escape_markdown(text), "…")
    return re.sub(r"…(?:(?:[;,] (?:or )?| or )…)+", "…", body)


def leaves(data: object) -> Iterator[str]:
    """Return every text of plain data, the paragraphs of a long one apart, and dates as they are written out."""
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            yield from leaves(item)
    if isinstance(data, str) and not re.fullmatch(r"[a-z-]+", data):
        yield from (" ".join(part.split()) for part in data.split("\n\n"))
        if re.fullmatch(r"\d{4}-\d\d-\d\d", data):
            yield describe_date(date.fromisoformat(data))
