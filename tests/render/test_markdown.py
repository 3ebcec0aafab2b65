from collections.abc import Callable
from pathlib import Path

import pytest

from jdgen.compose.draft import compose
from jdgen.errors import UsageError
from jdgen.load.facts import load_facts
from jdgen.load.project import open_workspace
from jdgen.model.draft import Draft
from jdgen.pipeline.sources import Order, gather
from jdgen.render.markdown import render_body, tidy

EVERYTHING = Path(__file__).resolve().parents[1] / "cases" / "everything"
SHIPPED = open_workspace(EVERYTHING)


@pytest.fixture(scope="module")
def draft() -> Draft:
    """Return the draft of a posting with everything given."""
    sources = gather(Order(EVERYTHING / "requisition.yaml"), SHIPPED, load_facts(SHIPPED.search)).sources
    return compose(sources)


@pytest.fixture
def render(draft: Draft, tmp_path: Path) -> Callable[[str], str]:
    """Return a function that renders the draft by a template of one's own."""

    def go(template: str) -> str:
        (tmp_path / "own.md.j2").write_text(template, encoding="utf-8")
        return render_body(draft, "own", folders=(tmp_path, *SHIPPED.template_folders))

    return go


@pytest.mark.parametrize(
    ("untidy", "expected"),
    [
        ("a\n\n\n\nb", "a\n\nb\n"),
        ("\n\n a  \n \t \nb\n\n", " a\n\nb\n"),
        ("a\r\nb\r\n", "a\nb\n"),
        ("# a\nb", "# a\nb\n"),
        ("", "\n"),
    ],
)
def test_tidy_text_has_one_blank_line_between_blocks(untidy: str, expected: str) -> None:
    assert expected == tidy(untidy)


def test_tidy_text_stays_as_it_is(draft: Draft) -> None:
    body = render_body(draft, "posting", folders=SHIPPED.template_folders)

    assert body == tidy(body)


def test_an_unknown_template_is_wrong_usage(draft: Draft) -> None:
    with pytest.raises(UsageError, match=r"no template `nope\.md\.j2`"):
        render_body(draft, "nope", folders=SHIPPED.template_folders)


def test_a_template_sees_every_part_of_the_draft(render: Callable, draft: Draft) -> None:
    parts = Draft._fields

    assert len(parts) == 10
    assert render("".join(f"{{{{ {part} is defined }}}} " for part in parts)).split() == ["True"] * len(parts)
    assert render("{{ about.called }}: {{ bring.skills | last }}") == "Quarry Lake: Reading a cardiac monitor\n"


def test_an_override_may_extend_the_original(render: Callable) -> None:
    body = render('{% extends "shipped/posting.md.j2" %}')

    assert body.startswith("# Nurse Who Coordinates Care\n\n- **Location:** ")


def test_a_part_of_ones_own_wins(render: Callable, tmp_path: Path, draft: Draft) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "glance.md.j2").write_text("At a glance: {{ facts.id }}\n", encoding="utf-8")
    render("")

    body = render_body(draft, "posting", folders=(tmp_path, *SHIPPED.template_folders))

    assert "\n\nAt a glance: QL-77\n\n" in body
    assert "## What you will do" in body


def test_the_body_is_the_same_every_time(draft: Draft) -> None:
    bodies = {render_body(draft, "internal", folders=SHIPPED.template_folders) for _ in range(3)}

    assert len(bodies) == 1
