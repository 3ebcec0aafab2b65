"""What the guides show works: their files render, their shorthand is read as they say, their messages are jdgen's."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jdgen.cli.main import cli
from jdgen.text.dates import describe_date, parse_date
from jdgen.text.employment import describe_employment, parse_employment
from jdgen.text.pay import describe_pay, parse_pay
from jdgen.text.place import describe_place, parse_location
from jdgen.text.problem import Problem
from jdgen.text.remote_area import RemoteArea, describe_remote_area

ROOT = Path(__file__).resolve().parents[2]
GUIDES = ROOT / "docs" / "guides"
ROW = re.compile(r"^\| `([^`]+)` \| (.+) \|$", re.MULTILINE)


def describe_location(where: object) -> str:
    return describe_remote_area(where) if isinstance(where, RemoteArea) else describe_place(where)  # type: ignore[arg-type] - the guide names places and remote areas only


READERS: dict[str, tuple[Callable[..., object], Callable[..., str]]] = {
    "Pay": (parse_pay, describe_pay),
    "Places": (parse_location, describe_location),
    "Dates": (parse_date, describe_date),
    "Job types": (parse_employment, describe_employment),
}


def shorthand() -> list[tuple[str, str, str]]:
    """Return section, what is typed and what comes of it, for each row of the tables of shorthand."""
    guide = (GUIDES / "write-a-posting.md").read_text(encoding="utf-8")
    sections = {name: guide.partition(f"\n### {name}\n")[2].partition("\n#")[0] for name in READERS}
    return [(name, typed, outcome) for name, section in sections.items() for typed, outcome in ROW.findall(section)]


def specialization_rows() -> list[tuple[str, str]]:
    """Return what is typed as a specialization, and what comes of it."""
    guide = (GUIDES / "write-a-posting.md").read_text(encoding="utf-8")
    return ROW.findall(guide.partition("\n### The specialization\n")[2].partition("\n#")[0])


def example(guide: str, name: str) -> str:
    """Return the block that stands under a marker."""
    text = (GUIDES / guide).read_text(encoding="utf-8")
    found = re.search(rf"<!-- example: {name} -->\n```\w+\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert found, f"{guide} has no example {name}"
    return found[1]


@pytest.fixture
def jdgen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Return a function that runs jdgen in a fresh working folder."""
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    assert runner.invoke(cli, ["init"]).exit_code == 0
    return lambda *words: runner.invoke(cli, words, prog_name="jdgen")


def put(text: str, path: str) -> None:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("section", "typed", "outcome"), shorthand())
def test_shorthand_is_read_as_the_guide_says(section: str, typed: str, outcome: str) -> None:
    parse, describe = READERS[section]
    read = parse(typed)

    assert outcome == (read.message if isinstance(read, Problem) else describe(read))


def test_guide_shows_shorthand_of_every_kind() -> None:
    assert {section for section, _, _ in shorthand()} == set(READERS)


def test_opening_of_the_readme_renders(jdgen: Callable[..., Result]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    opening = readme.partition("```yaml\n")[2].partition("```")[0]
    put(opening, "requisition.yaml")

    result = jdgen("render", "requisition.yaml", "-f", "md")

    assert (result.exit_code, result.stderr) == (0, "")
    assert "output/CR-1042.md\n" in result.stdout


def test_messages_of_the_readme_are_those_of_jdgen(jdgen: Callable[..., Result]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    put("specialization: hospital\npay: 45\nlocaton: Denver, CO\n", "requisition.yaml")

    result = jdgen("render", "requisition.yaml", "-f", "md")

    assert result.exit_code == 3
    assert result.stderr.strip() in readme


def test_own_specialization_of_the_guide_renders(jdgen: Callable[..., Result]) -> None:
    put(example("your-own-specialization.md", "oncology"), "specializations/oncology.yaml")

    result = jdgen("render", "requisition.yaml", "-s", "oncology", "-f", "md", "-o", "-")

    assert result.exit_code == 0
    assert "# Oncology Case Manager\n" in result.stdout
    assert "tumor board" in result.stdout
    assert "Oncology Certified Nurse (OCN)" in result.stdout
    assert "interpreter" not in result.stdout


def test_changes_for_one_opening_of_the_guide_render(jdgen: Callable[..., Result]) -> None:
    guide = (GUIDES / "write-a-posting.md").read_text(encoding="utf-8")
    profile = "profile:\n" + guide.partition("```yaml\nprofile:\n")[2].partition("```")[0]
    put(f"specialization: hospital\n{profile}", "changed.yaml")

    result = jdgen("render", "changed.yaml", "-f", "md", "-o", "-")

    assert result.exit_code == 0
    assert "One year as a nurse or social worker in a hospital" in result.stdout
    assert "Review the longest stays" not in result.stdout


def test_own_layout_of_the_guide_renders(jdgen: Callable[..., Result]) -> None:
    put(example("templates.md", "brief"), "templates/brief.md.j2")

    listed = jdgen("list", "templates").stdout
    result = jdgen("render", "requisition.yaml", "-t", "brief", "-f", "md", "-o", "-")

    assert "brief       One screen: the facts, the opening and how to apply.\n" in listed
    assert "## How to apply" in result.stdout
    assert "## What you will do" not in result.stdout


def test_own_section_of_the_guide_renders(jdgen: Callable[..., Result]) -> None:
    put(example("templates.md", "offer"), "templates/parts/offer.md.j2")

    result = jdgen("render", "requisition.yaml", "-f", "md", "-o", "-")

    assert "## What we pay\n\nWe expect to pay $38.50 to $52.00 an hour at hire.\n" in result.stdout
    assert "Free RTD transit pass" not in result.stdout.partition("\n---\n")[2]


def test_own_page_of_the_guide_renders(jdgen: Callable[..., Result]) -> None:
    put(example("templates.md", "page"), "templates/page.html.j2")

    result = jdgen("render", "requisition.yaml", "-f", "html", "-o", "-")

    assert result.exit_code == 0
    assert "text-transform: uppercase" in result.stdout


@pytest.mark.parametrize(("typed", "outcome"), specialization_rows())
def test_a_specialization_is_understood_as_the_guide_says(
    jdgen: Callable[..., Result], typed: str, outcome: str
) -> None:
    assert len(specialization_rows()) == 5

    said = " ".join(jdgen("render", "-s", typed, "-e", "employer.yaml", "-f", "md").stderr.split())

    assert f"`{typed}` means {outcome}" in said or outcome in said
