from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from jdgen.compose.draft import Sources
from jdgen.errors import InputError, InputErrors, UsageError
from jdgen.load.facts import load_facts
from jdgen.load.project import Workspace, open_workspace
from jdgen.pipeline.sources import Order, Problems, gather
from jdgen.render.logo import Logo

MARK = "2b29cf1e"


@pytest.fixture
def get(workspace: Workspace) -> Callable[..., tuple[Sources, Logo | None]]:
    """Return a function that gathers the sources of a requisition's text and what the command line adds."""

    def go(text: str, **given: object) -> tuple[Sources, Logo | None]:
        path = workspace.folder / "r.yaml"
        path.write_text(text, encoding="utf-8")
        found = gather(Order(path, **given), open_workspace(workspace.folder), load_facts(workspace.search))
        return found.sources, found.logo

    return go


def test_everything_is_gathered(get: Callable) -> None:
    sources, logo = get("specialization: rn\n", posted=date(2026, 11, 22))

    assert (sources.specialization_id, sources.specialization.title) == ("rn", "RN Case Manager")
    assert (sources.employer.name, sources.template, sources.posted) == ("Acme Care", "posting", date(2026, 11, 22))
    assert logo


def test_the_logo_gets_the_name_it_has_beside_the_posting(get: Callable) -> None:
    assert get("specialization: rn\n")[0].employer.brand.logo == f"acme-care-logo-{MARK}.svg"


def test_an_employer_with_no_latin_letter_has_a_logo_too(get: Callable, workspace: Workspace) -> None:
    (workspace.folder / "employer.yaml").write_text("name: 総合病院\nbrand: {logo: art/l.svg}\n", encoding="utf-8")

    assert get("specialization: rn\n")[0].employer.brand.logo == f"employer-logo-{MARK}.svg"


def test_employers_whose_names_look_alike_keep_their_own_logos(get: Callable, workspace: Workspace) -> None:
    names = []
    for name, picture in (("St. Mary", "<svg/>"), ("St Mary", "<svg></svg>")):
        (workspace.folder / "employer.yaml").write_text(f"name: {name}\nbrand: {{logo: art/l.svg}}\n", encoding="utf-8")
        (workspace.folder / "art" / "l.svg").write_text(picture, encoding="utf-8")
        names.append(get("specialization: rn\n")[0].employer.brand.logo)

    assert len({*names}) == 2


def test_an_employer_without_logo_has_none(get: Callable, workspace: Workspace) -> None:
    (workspace.folder / "employer.yaml").write_text("name: A\n", encoding="utf-8")

    assert get("specialization: rn\n")[1] is None


@pytest.mark.parametrize(
    ("text", "option", "settings", "expected"),
    [
        ("", None, "", "posting"),
        ("", None, "template: objectives\n", "objectives"),
        ("template: internal\n", None, "template: objectives\n", "internal"),
        ("template: internal\n", "classic", "template: objectives\n", "classic"),
    ],
)
def test_the_template_is_the_options_else_the_requisitions_else_the_folders(
    get: Callable, workspace: Workspace, text: str, option: str | None, settings: str, expected: str
) -> None:
    (workspace.folder / "jdgen.yaml").write_text(f"employer: employer.yaml\n{settings}", encoding="utf-8")

    assert get(f"specialization: rn\n{text}", template=option)[0].template == expected


def test_the_employer_is_the_options_else_the_requisitions_else_the_folders(
    get: Callable, workspace: Workspace
) -> None:
    for name in ("own", "given"):
        (workspace.folder / f"{name}.yaml").write_text(f"name: {name}\n", encoding="utf-8")

    usual = get("specialization: rn\n")
    own = get("specialization: rn\nemployer: own.yaml\n")
    given = get("specialization: rn\nemployer: own.yaml\n", employer=workspace.folder / "given.yaml")

    assert [sources.employer.name for sources, _ in (usual, own, given)] == ["Acme Care", "own", "given"]


def test_the_requisitions_changes_reach_the_profile(get: Callable) -> None:
    sources, _ = get("specialization: rn\nprofile: {title: Boss, skills: [a]}\n")

    assert (sources.specialization.title, sources.specialization.skills) == ("Boss", ("a",))


def test_problems_of_all_sources_are_said_at_once(get: Callable, workspace: Workspace) -> None:
    (workspace.folder / "employer.yaml").write_text("size: 0\nbrand: {logo: art/l.svg}\n", encoding="utf-8")

    with pytest.raises(InputErrors) as raised:
        get("specialization: rm\ntemplate: nope\npay: 9-8\n")

    said = [str(problem).removeprefix(f"{workspace.folder}/").split(": ")[0] for problem in raised.value.problems]
    assert said == ["employer.yaml:1:1", "employer.yaml:1:1", "r.yaml:1:1", "r.yaml:2:1", "r.yaml:3:1"]


def test_a_missing_logo_is_reported(get: Callable, workspace: Workspace) -> None:
    (workspace.folder / "art" / "l.svg").unlink()

    with pytest.raises(InputErrors, match=r"l\.svg: the logo cannot be read"):
        get("specialization: rn\n")


def test_without_any_employer_it_is_wrong_usage(get: Callable, workspace: Workspace) -> None:
    (workspace.folder / "jdgen.yaml").write_text("", encoding="utf-8")

    with pytest.raises(UsageError, match="no employer given"):
        get("specialization: rn\n")


@pytest.mark.parametrize(
    "text", ["specialization: [rn]\n", "specialization: {a: b}\n", "specialization:\n", "title: x\n"]
)
def test_a_requisition_that_names_no_specialization_is_reported(get: Callable, text: str) -> None:
    with pytest.raises(InputErrors, match="specialization"):
        get(text)


def test_problems_are_kept_once_and_raised_together() -> None:
    problems = Problems()

    def fail(*messages: str) -> object:
        if len(messages) == 1:
            raise InputError(messages[0])
        raise InputErrors(problems=[InputError(message) for message in messages])

    assert problems.attempt(lambda: 1) == 1
    problems.raise_any()
    assert problems.attempt(lambda: fail("a")) is None
    assert problems.attempt(lambda: fail("a", "b")) is None
    with pytest.raises(InputErrors) as raised:
        problems.raise_any()
    assert [str(problem) for problem in raised.value.problems] == ["a", "b"]


def test_a_specialization_whose_name_no_posting_can_hold_is_refused(get: Callable, workspace: Workspace) -> None:
    (workspace.folder / "specializations").mkdir(exist_ok=True)
    file = workspace.folder / "specializations" / f"{'a' * 61}.yaml"
    file.write_text("extends: hospital\nname: Own\ntitle: Own\n", encoding="utf-8")

    with pytest.raises(InputErrors, match=f"cannot be called `{'a' * 61}`, expected at most 60 lower-case letters"):
        get(f"specialization: {'a' * 61}\n")


def test_a_template_whose_name_no_posting_can_hold_is_refused(get: Callable, workspace: Workspace) -> None:
    (workspace.folder / "templates").mkdir(exist_ok=True)
    (workspace.folder / "templates" / f"{'a' * 61}.md.j2").write_text("x", encoding="utf-8")

    with pytest.raises(UsageError, match="at most 60 lower-case letters"):
        get("specialization: hospital\n", template="a" * 61)


def test_other_faults_are_not_kept(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        Problems().attempt(lambda: 1 / 0)
