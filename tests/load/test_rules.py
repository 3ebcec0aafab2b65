"""Rules from files: the user's over the shipped ones, and a sentence with a place for whatever is wrong."""

from pathlib import Path

import pytest

from jdgen.errors import InputErrors
from jdgen.load.rule_files import rule_files
from jdgen.load.rules import find_rule, load_rules, load_who, problems_of_rules, read_rules
from jdgen.load.search import Folder, SearchPath, search_path

RULE = """\
  - id: own.ninja
    category: style
    severity: warning
    evidence: style
    message: "`{matched}` is no job"
    why: Nobody is one.
    suggestions: [Say what the work is.]
    checked: 2026-11-22
    terms: [ninja]
    tests: {fires: [A ninja], silent: [A nurse]}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a working folder's own folder of rules, still empty."""
    (tmp_path / "rules").mkdir()
    return tmp_path / "rules"


def alone(own: Path) -> SearchPath:
    """Look only into the user's own folder: what is shipped takes its time."""
    return SearchPath({"rules": (Folder(own, "project"),)})


def write(own: Path, text: str, name: str = "own.yaml", family: str = "own") -> Path:
    path = own / name
    path.write_text(f"family: {family}\nrules:\n{text}", encoding="utf-8")
    return path


def problems(own: Path) -> list[str]:
    with pytest.raises(InputErrors) as raised:
        load_rules(alone(own))
    return [str(problem).removeprefix(f"{own}/") for problem in raised.value.problems]


def test_the_shipped_rules_load() -> None:
    rules = load_rules(search_path())

    assert len(rules) > 200
    assert len({rule.id for rule in rules}) == len(rules)


def test_rules_of_the_user_come_first_and_take_the_place_of_shipped_ones_of_the_same_id(own: Path) -> None:
    write(own, RULE)
    write(own, RULE.replace("own.ninja", "age.upper-limit"), "second.yaml", family="age")

    rules = load_rules(search_path(project=own.parent))

    assert [rule.id for rule in rules][:2] == ["own.ninja", "age.upper-limit"]
    assert [rule.terms for rule in rules if rule.id == "age.upper-limit"] == [("ninja",)]
    assert len(rules) == len(load_rules(search_path())) + 1


def test_only_files_that_hold_the_id_are_parsed(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of them take seconds."""
    write(own, RULE)
    write(own, RULE.replace("own.ninja", "own.pirate"), "second.yaml")
    parsed: list[str] = []
    monkeypatch.setattr("jdgen.load.rules.read_rules", lambda path: parsed.append(path.name) or read_rules(path))

    found = find_rule("own.pirate", alone(own))

    assert found is not None
    assert found[0].id == "own.pirate"
    assert parsed == ["second.yaml"]


def test_a_rule_is_found_by_its_id_and_the_users_first(own: Path) -> None:
    path = write(own, RULE.replace("own.ninja", "age.upper-limit"), family="age")

    found, shipped = (
        find_rule("age.upper-limit", search_path(project=own.parent)),
        find_rule("age.upper-limit", search_path()),
    )

    assert found is not None
    assert shipped is not None
    assert (found[0].terms, found[1]) == (("ninja",), path)
    assert (shipped[0].id, shipped[1].name) == ("age.upper-limit", "age.yaml")
    assert find_rule("age.no-such", alone(own)) is None


def test_an_id_that_stands_twice_is_reported_with_its_line(own: Path) -> None:
    write(own, RULE + RULE)

    assert problems(own) == ["own.yaml:13:5: the rule `own.ninja` stands twice, expected each id once"]


def test_so_is_one_that_stands_in_two_files(own: Path) -> None:
    write(own, RULE)
    write(own, RULE, "second.yaml")

    assert problems(own) == ["second.yaml:3:5: the rule `own.ninja` stands twice, expected each id once"]


def test_a_rule_in_a_file_of_another_family_is_reported(own: Path) -> None:
    write(own, RULE, family="mine")

    assert problems(own) == [
        "own.yaml:3:5: the rule `own.ninja` stands in the family `mine`, expected an id that starts with `mine.`"
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "severity: warning",
            "severity: loud",
            "own.yaml:5:5: `severity` in item 1 of `rules` is `loud`, expected one of `error`",
        ),
        ("id: own.ninja", "id: Ninja", "own.yaml:3:5: "),
        ("    why: Nobody is one.\n", "", "own.yaml:3:5: missing `why`"),
        ("terms: [ninja]", "words: [ninja]", "own.yaml:11:5: unknown field `words`"),
        ("terms: [ninja]", "terms: [a]", "own.yaml:11:13: "),
        ("checked: 2026-11-22", "checked: lately", "own.yaml:10:5: "),
        ("fires: [A ninja]", "fires: []", "own.yaml:12:13: "),
        ("terms: [ninja]", "terms: [ninja", "own.yaml:11:12: "),
    ],
)
def test_whatever_is_wrong_in_a_rule_is_said_with_its_line(own: Path, old: str, new: str, said: str) -> None:
    write(own, RULE.replace(old, new))

    assert len(problems(own)) == 1
    assert problems(own)[0].startswith(said), problems(own)[0]


def test_all_problems_of_all_files_are_said_at_once(own: Path) -> None:
    write(own, RULE.replace("severity: warning", "severity: loud").replace("category: style", "category: none"))
    write(own, RULE.replace("own.ninja", "own.guru"), "second.yaml", family="mine")
    (own / "third.yaml").write_text("rules: []\n", encoding="utf-8")

    assert [problem.partition(":")[0] for problem in problems(own)] == [
        "own.yaml", "own.yaml", "second.yaml", "third.yaml", "third.yaml",
    ]  # fmt: skip


def test_every_rule_comes_with_where_it_stands(own: Path) -> None:
    path = write(own, RULE + RULE.replace("ninja", "guru"))

    assert [(rule.id, node.where.line) for rule, node in read_rules(path)] == [("own.ninja", 3), ("own.guru", 13)]


def test_what_somebody_finds_wrong_in_a_rule_gets_its_place_in_the_file(own: Path) -> None:
    path = write(own, RULE)

    (found,) = problems_of_rules(
        rule_files(alone(own)),
        lambda rule: [(("terms", 0), "this is odd", "mend it")] if rule.id == "own.ninja" else [],
    )

    assert str(found) == f"{path}:11:13: in the rule `own.ninja`, this is odd"
    assert found.hint == "mend it"


def test_the_signs_of_whom_a_sentence_speaks_load() -> None:
    signs = load_who(search_path())

    assert {"name", "quoted"} <= set(signs.weights)
    assert signs.heads


def test_a_broken_table_of_signs_is_reported(own: Path) -> None:
    (own / "_who.yaml").write_text("who:\n  weights: {name: much}\n", encoding="utf-8")

    with pytest.raises(InputErrors) as raised:
        load_who(alone(own))

    assert any("_who.yaml:2:" in str(problem) and "weights" in str(problem) for problem in raised.value.problems)
