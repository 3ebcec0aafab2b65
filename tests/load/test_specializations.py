from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from jdgen.errors import InputError, InputErrors, UsageError, Where
from jdgen.load.facts import load_facts
from jdgen.load.matching import load_names
from jdgen.load.project import open_workspace
from jdgen.load.specializations import load_all, load_specialization, resolved
from jdgen.load.yaml_document import Mapping, parse_yaml
from jdgen.model.specialization import Specialization

SHIPPED = open_workspace(Path(__file__).parent).search
FACTS = load_facts(SHIPPED)
NAMES = SHIPPED.names("specializations")
SIX = ("hospital", "rn", "mental-health", "psychiatric", "substance-use", "geriatric")


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., Specialization]:
    """Return a function that loads a child of `rn` made of some lines, with changes laid over it."""
    (tmp_path / "jdgen.yaml").touch()
    (tmp_path / "specializations").mkdir()

    def go(text: str, changes: str = "") -> Specialization:
        (tmp_path / "specializations" / "own.yaml").write_text(text, encoding="utf-8")
        search = open_workspace(tmp_path).search
        tree = parse_yaml(changes, "r.yaml")
        assert isinstance(tree, Mapping)
        return load_specialization("own", search, FACTS, changes=tree if changes else None)

    return go


def problems_of(action: Callable[[], object]) -> list[tuple[str, str | None]]:
    with pytest.raises((InputError, InputErrors)) as raised:
        action()
    problems = getattr(raised.value, "problems", (raised.value,))
    return [(str(problem).rpartition("specializations/")[2], problem.hint) for problem in problems]


def test_the_six_that_matter_most_are_there() -> None:
    assert set(SIX) <= set(NAMES)


@pytest.mark.parametrize("name", SIX)
def test_a_shipped_specialization_is_deep(name: str) -> None:
    profile = load_specialization(name, SHIPPED, FACTS)

    assert len(profile.responsibilities) >= 18
    assert 4 <= len(profile.objectives) <= 6
    assert len(profile.title_variants) >= 3
    for part in (
        profile.skills,
        profile.tools,
        profile.instruments,
        profile.demands,
        profile.outcomes,
        profile.key_phrases,
    ):
        assert part
    assert profile.norms.caseload
    assert profile.flsa


@pytest.mark.parametrize("name", NAMES)
def test_no_duty_stands_twice(name: str) -> None:
    profile = load_specialization(name, SHIPPED, FACTS)

    for texts in ([duty.id for duty in profile.responsibilities], [duty.text for duty in profile.responsibilities]):
        assert [text for text, count in Counter(texts).items() if count > 1] == []


def test_substance_abuse_is_a_word_people_search_for() -> None:
    assert "substance abuse" in " ".join(load_specialization("substance-use", SHIPPED, FACTS).search_synonyms)


def test_a_child_states_only_what_differs(load: Callable) -> None:
    own, parent = load("extends: rn\ntitle: Boss\n"), load_specialization("rn", SHIPPED, FACTS)

    assert own == replace(parent, title="Boss")


def test_a_requisitions_changes_are_laid_over_it(load: Callable) -> None:
    own = load(
        "extends: rn\nskills: [a]\n",
        "skills+: [b]\ntitle: Boss\nqualifications: {preferred: {certifications: [ccm]}}\n",
    )

    assert (own.title, own.skills, own.qualifications.preferred.certifications) == ("Boss", ("a", "b"), ("ccm",))


def test_a_bad_change_is_reported_where_it_stands(load: Callable) -> None:
    said = problems_of(lambda: load("extends: rn\n", "titel: Boss\n"))

    assert said[0][0].startswith("r.yaml:1:1: unknown field `titel`")


def test_unknown_ids_are_reported_with_the_closest(load: Callable) -> None:
    said = problems_of(
        lambda: load(
            "extends: rn\nqualifications:\n  required:\n    licenses: [rm]\n  preferred:\n    certifications: [acm-rm, ccm]\n"
        )
    )

    assert [place for place, _ in said] == [
        "own.yaml:4:16: there is no license `rm`, expected an id from the fact tables",
        "own.yaml:6:22: there is no certification `acm-rm`, expected an id from the fact tables",
    ]
    assert said[1][1] == "did you mean `acm-rn`?"
    assert said[0][1]


def test_an_unknown_field_does_not_hide_unknown_ids(load: Callable) -> None:
    wrong = "qualifications:\n  required:\n    licenses: [rm]\n  preferred:\n    certifications: [acm-rm, Not An Id]\n"

    said = problems_of(lambda: load(f"extends: rn\ntitel: x\n{wrong}skills-: [nothing]\ntitel: y\n"))

    assert [place.partition(" ")[0] for place, _ in said] == [
        f"own.yaml:{place}:" for place in ("2:1", "5:16", "7:22", "7:30", "8:11", "9:1")
    ]


def test_a_duplicate_key_in_a_parent_is_said_with_the_childs_faults(load: Callable, tmp_path: Path) -> None:
    (tmp_path / "specializations" / "nurse.yaml").write_text("extends: rn\ntitle: A\ntitle: B\n", encoding="utf-8")

    said = problems_of(lambda: load("extends: nurse\nzzz: 1\n"))

    assert [place.partition(" ")[0] for place, _ in said] == ["nurse.yaml:3:1:", "own.yaml:2:1:"]


def test_a_parent_that_yaml_lost_leaves_one_error(load: Callable) -> None:
    assert len(problems_of(lambda: load("extends: #rn\ntitle: x\n"))) == 1


def test_a_file_with_a_name_nobody_can_say_is_named(load: Callable, tmp_path: Path) -> None:
    load("extends: rn\n")
    (tmp_path / "specializations" / "My Team.yaml").write_text("extends: rn\n", encoding="utf-8")
    search = open_workspace(tmp_path).search

    for look in (lambda: load_all(search, FACTS), lambda: load_names(search)):
        assert problems_of(look)[0][0].startswith("My Team.yaml: a specialization cannot be called `My Team.yaml`")
    assert load_specialization("own", search, FACTS).title


@pytest.mark.parametrize(
    ("groups", "count"),
    [
        ("{heading: A, functions: [engage]}", "no"),
        ("{heading: A, functions: [plan, engage]}, {heading: B, functions: [plan]}", "2"),
    ],
)
def test_a_duty_under_no_heading_or_two_is_reported(load: Callable, groups: str, count: str) -> None:
    duty = "responsibilities:\n  - {id: a, text: A., function: plan, rhythm: daily}\n"

    said = problems_of(lambda: load(f"extends: rn\nduty_groups: [{groups}]\n{duty}"))

    assert said == [
        (
            f"own.yaml:4:23: the function `plan` stands in {count} duty groups, expected one",
            "list `plan` under one heading in `duty_groups`",
        )
    ]


def test_a_file_that_is_no_specialization_is_refused(load: Callable) -> None:
    assert problems_of(lambda: load("- a\n"))[0][0].startswith("own.yaml:1:1: not a specialization")


def test_an_unknown_name_is_wrong_usage_or_stands_somewhere() -> None:
    with pytest.raises(UsageError, match="there is no specialization `hospitl`"):
        load_specialization("hospitl", SHIPPED, FACTS)
    with pytest.raises(InputError, match=r"r\.yaml:3:1: there is no specialization `hospitl`"):
        load_specialization("hospitl", SHIPPED, FACTS, where=Where("r.yaml", 3, 1))


def test_an_unknown_parent_is_reported_where_it_is_named(load: Callable) -> None:
    assert problems_of(lambda: load("title: x\nextends: rm\n"))[0][0].startswith(
        "own.yaml:2:10: there is no specialization `rm`"
    )


def test_a_circle_is_printed(load: Callable) -> None:
    assert problems_of(lambda: load("extends: own\n"))[0][0].endswith("own → own")


def test_a_resolved_tree_names_no_parent_and_no_change() -> None:
    keys = list(resolved("hospital", SHIPPED).entries)

    assert keys
    assert [key for key in keys if key == "extends" or key[-1] in "+-"] == []


def test_a_duty_named_under_two_headings_is_reported(load: Callable) -> None:
    groups = "{heading: A, functions: [plan], duties: [a]}, {heading: B, duties: [a]}"
    duty = "responsibilities: [{id: a, text: A., function: plan, rhythm: daily}]"

    assert (
        "the duty `a` is named in 2 duty groups"
        in problems_of(lambda: load(f"extends: rn\nduty_groups: [{groups}]\n{duty}\n"))[0][0]
    )


def test_a_parent_edited_in_the_meantime_counts(tmp_path: Path) -> None:
    folder = tmp_path / "specializations"
    folder.mkdir()
    (tmp_path / "jdgen.yaml").touch()
    (folder / "child.yaml").write_text("extends: parent\ntools+: [Paper]\n", encoding="utf-8")
    search = open_workspace(tmp_path).search

    def tools(parent: str) -> object:
        (folder / "parent.yaml").write_text(parent, encoding="utf-8")
        return [item.value for item in resolved("child", search).get("tools").items]  # type: ignore[union-attr]

    assert tools("tools: [Epic]") == tools("tools: [Epic]") == ["Epic", "Paper"]
    assert tools("tools: [Oaks]") == ["Oaks", "Paper"]


def test_what_cannot_be_merged_is_told_every_time(load: Callable[..., Specialization]) -> None:
    text = "extends: rn\nzzz+: [a]\n"

    assert problems_of(lambda: load(text)) == problems_of(lambda: load(text)) != []
