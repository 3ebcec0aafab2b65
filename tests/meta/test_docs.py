"""The documentation is complete and its links and commands are real; that its examples are true is in `test_docs_examples.py`."""

import re
from dataclasses import fields
from itertools import chain
from pathlib import Path
from types import UnionType
from typing import get_args

import click
import pytest

from jdgen.cli.exit_codes import ExitCode
from jdgen.cli.main import cli
from jdgen.load.facts import load_facts
from jdgen.load.search import search_path
from jdgen.model.draft import Draft
from jdgen.model.record import Record, field_names
from jdgen.model.schema import SCHEMAS
from jdgen.render.formats import FORMATS

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
REFERENCE = ROOT / "docs" / "reference"
PAGES = [README, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
FIRST_SCREEN = """
git clone <url> jdgen && cd jdgen
python3 dev.py demo      # sets up, then writes output/CR-1042.md, .html and .pdf
python3 dev.py test      # sets up, then runs everything CI runs
"""
LARGEST_PICTURE = 200 * 1024

BLOCK = re.compile(r"^```[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?:\]\(|(?:href|src)=\")([^()\s\"]+)[)\"]")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
INLINE = re.compile(r"`([^`\n]+)`")
COMMAND = re.compile(r"(?:^|\s)jdgen (?!\.)([^|>#]*)")


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def written(page: Path) -> str:
    """Return a page without its generated parts."""
    return re.sub(r"<!-- \[\[\[cog.*?\[\[\[end\]\]\] -->", "", text_of(page), flags=re.DOTALL)


def commands_in(page: Path) -> list[str]:
    """Return what follows `jdgen` wherever the page shows a command, in a block or in a sentence."""
    text = written(page)
    lines = chain.from_iterable(block.splitlines() for block in BLOCK.findall(text))
    sentences = [code for code in INLINE.findall(BLOCK.sub("", text)) if code.startswith("jdgen ")]
    return [match[1].strip() for line in (*lines, *sentences) if (match := COMMAND.match(line))]


def commands() -> dict[str, click.Command]:
    context = click.Context(cli)
    found = {name: cli.get_command(context, name) for name in cli.list_commands(context)}
    return {name: command for name, command in found.items() if command}


def options_of(command: click.Command) -> set[str]:
    return {name for option in command.params for name in option.opts if name.startswith("-")} | {"-h", "--help"}


def records() -> set[type[Record]]:
    """Return the models of the files people write, and the models inside them."""
    found: set[type[Record]] = set()
    waiting: list[object] = list(SCHEMAS.values())
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and not isinstance(kind, UnionType) and issubclass(kind, Record):
            if kind not in found:
                found.add(kind)
                waiting += [field.type for field in fields(kind)]
        else:
            waiting += get_args(kind)
    return found


def anchors(page: Path) -> set[str]:
    """Return the anchors that readers of Markdown give to the headings of a page."""
    headings = HEADING.findall(BLOCK.sub("", text_of(page)))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def is_reachable(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    return target.exists() and target.is_relative_to(ROOT) and (not anchor or anchor in anchors(target))


def test_first_screen_holds_the_two_commands() -> None:
    screen = "\n".join(text_of(README).splitlines()[:12])

    assert f"```{FIRST_SCREEN}```" in screen


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_relative_link_resolves(page: Path) -> None:
    links = [link for link in LINK.findall(BLOCK.sub("", text_of(page))) if "://" not in link]

    assert [link for link in links if not is_reachable(page, link)] == []


def test_readme_links_to_every_page() -> None:
    linked = {(ROOT / link.partition("#")[0]).resolve() for link in LINK.findall(text_of(README))}
    pages = set(PAGES) - {README}

    assert len(pages) > 8
    assert sorted(page.name for page in pages - linked) == []


def test_every_command_the_pages_show_exists() -> None:
    known = commands()
    shown = {line for page in PAGES for line in commands_in(page)}

    assert len(shown) > 15
    for line in shown:
        name, *words = line.split()
        options = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
        assert name in known or name.startswith("-"), f"there is no `jdgen {line}`"
        assert options <= (options_of(known[name]) if name in known else set()), f"`jdgen {line}` has an unknown option"


def test_every_developer_task_the_pages_show_exists() -> None:
    tasks = re.search(r"^TASKS = .* in \((.+)\)}$", text_of(ROOT / "dev.py"), re.MULTILINE)
    shown = {name for page in PAGES for name in re.findall(r"python3 dev\.py (\w+)", text_of(page))}

    assert tasks
    assert shown
    assert shown - set(tasks[1].split(", ")) == set()


def test_every_command_and_option_is_in_the_reference() -> None:
    page = text_of(REFERENCE / "commands.md")
    known = commands()

    assert known
    for name, command in known.items():
        section = page.partition(f"\n## jdgen {name}\n")[2].partition("\n## ")[0]
        assert {option for option in options_of(command) if option not in section} == set(), name


@pytest.mark.parametrize("record", sorted(records(), key=lambda record: record.__name__))
def test_every_field_says_what_it_is_for(record: type[Record]) -> None:
    assert field_names(record)
    assert [field.name for field in fields(record) if not field.metadata.get("description")] == []


def test_every_field_is_in_the_reference() -> None:
    tables = re.split(r"^##", text_of(REFERENCE / "files.md"), flags=re.MULTILINE)
    documented = [set(re.findall(r"^\| `(\w+)`", table, re.MULTILINE)) for table in tables]
    fields = [set(field_names(record)) for record in records()]

    assert len(fields) > 10
    assert [names for names in fields if names not in documented] == []


def test_everything_templates_may_place_is_in_the_guide() -> None:
    rows = re.findall(r"^\| (`.+)$", text_of(ROOT / "docs" / "guides" / "templates.md"), re.MULTILINE)
    documented = {name for row in rows for name in INLINE.findall(row)}
    groups = Draft.__annotations__
    parts = [name for kind in groups.values() for name in getattr(kind, "_fields", ())]

    assert parts
    assert {*groups, *parts} - documented == set()


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("formats.md", list(FORMATS)),
        ("specializations.md", search_path().names("specializations")),
        ("credentials.md", [*load_facts(search_path()).credentials, *load_facts(search_path()).licenses]),
    ],
)
def test_every_name_is_in_the_reference(page: str, names: list[str]) -> None:
    text = text_of(REFERENCE / page)

    assert names
    assert [name for name in names if f"| `{name}` |" not in text] == []


def test_every_exit_code_is_in_the_reference() -> None:
    text = text_of(REFERENCE / "exit-codes.md")

    assert [code.value for code in ExitCode if f"| {code.value} |" not in text] == []


def test_pictures_are_small_and_described() -> None:
    pictures = list((ROOT / "docs" / "images").iterdir())
    pages = "".join(map(text_of, [README, *sorted((ROOT / "docs" / "guides").glob("*.md"))]))
    described = re.findall(r'<img src="(?:docs|\.\.)/images/([^"]+)"[^>]* ?\salt="[^"]{20,}"', pages)

    assert pictures
    assert {picture.name for picture in pictures} == set(described)
    assert [picture.name for picture in pictures if picture.stat().st_size > LARGEST_PICTURE] == []
