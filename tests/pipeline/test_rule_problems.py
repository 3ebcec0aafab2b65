"""Mistakes in rules and tables of one's own, as a person meets them at `jdgen check`."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jdgen.cli.main import cli
from jdgen.errors import InputErrors
from jdgen.load.search import search_path, shipped_folder
from jdgen.pipeline.rule_problems import refuse_future

RULES = shipped_folder() / "rules"
PACK = """\
family: house
rules:
  - id: house.own
    kind: {kind}
    category: style
    severity: warning
    evidence: style
    message: "`{{matched}}` is ours"
    why: It is a test.
    suggestions: [Leave it out.]
    checked: 2026-11-22
{fields}
    tests: {{fires: [a], silent: [b]}}
"""


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Return a function that writes files below `rules` and checks a posting beside them."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "jdgen.yaml").write_text("", encoding="utf-8")
    (tmp_path / "a.md").write_text("# Case Manager\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def run(**files: str) -> Result:
        for name, text in files.items():
            (tmp_path / "rules" / f"{name}.yaml").write_text(text, encoding="utf-8")
        return CliRunner().invoke(cli, ["check", "a.md"])

    return run


def own(kind: str, fields: str) -> str:
    return PACK.format(kind=kind, fields="\n".join(f"    {line}" for line in fields.splitlines()))


def table(name: str, old: str, new: str) -> str:
    text = (RULES / f"{name}.yaml").read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1)


def test_all_mistakes_of_a_pack_are_said_at_once_with_place_and_repair(check) -> None:
    pack = own("trait", "settings:\n  wantd: [local]\n  wanted:\n    - x <number>\n    - Local people\nneeds: [we]")
    second = own("credential", "settings: {check: giver, givers: institute}").replace("house", "home")

    result = check(pack=pack, second=second)

    assert result.exit_code == 3
    assert [line for line in result.stderr.splitlines() if line.startswith("rules/")] == [
        "rules/pack.yaml:13:7: in the rule `house.own`, a `trait` rule has no setting `wantd`",
        "rules/pack.yaml:15:11: in the rule `house.own`, `x <number>` names `<number>`, and there is no such class of words",
        "rules/pack.yaml:16:11: in the rule `house.own`, `Local people` never matches: texts are read in small letters, with plain quotation marks",
        "rules/pack.yaml:17:5: in the rule `house.own`, a `trait` rule does not look at `needs`",
        "rules/second.yaml:12:5: in the rule `home.own`, a `credential` rule with `check: giver` lacks the setting `courses`",
        "rules/second.yaml:12:30: in the rule `home.own`, `institute` is no list, expected one",
    ]
    assert "hint: did you mean `wanted`?" in result.stderr
    assert "hint: add `courses:` below `settings:`" in result.stderr


def test_the_name_of_another_rule_that_is_not_there_is_said(check) -> None:
    result = check(pack=own("phrase", "terms: [young]\nsettings: {gives-way-to: age.upper-limt}"))

    assert result.exit_code == 3
    assert "`age.upper-limt` is neither a rule nor a family of rules" in result.stderr
    assert "did you mean `age.upper-limit`?" in result.stderr


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("_stance", "\n    wanted:\n      stances", "\n    wantd:\n      stances", ":24:5: `wantd` is not known here"),
        ("_stance", "\n    staff: >-\n", "\n    staffs: >-\n", "`classes` lacks `staff`, which rules name "),
        ("_stance", "\n    det: the your", "\n    det: the e-mail your", ": `e-mail` never matches: in a text it is read as `e mail`"),
        ("_who", "\n    reply: 4 ", "\n    replay: 4 ", ": `replay` is not known here"),
        ("_who", "\n  lists:\n", "\n  lists:\n    house: [(oops]\n", ": `(oops` lacks a `)`"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_table_of_ones_own_is_said_with_its_place(
    check, name: str, old: str, new: str, said: str
) -> None:
    result = check(**{name: table(name, old, new)})

    assert result.exit_code == 3
    assert f"rules/{name}.yaml:" in result.stderr
    assert said in result.stderr
    assert "law/" not in result.stderr


def test_what_is_right_of_ones_own_is_taken(check, tmp_path: Path) -> None:
    """A whole table, a trait with digits, and a file that takes rules out to which shipped ones give way; all rules are made ready but once."""
    (tmp_path / "a.md").write_text("# Case Manager\n\nYou must live in 43604.\n", encoding="utf-8")
    (tmp_path / "rules" / "law").mkdir()
    (tmp_path / "rules" / "law" / "gender.yaml").write_text(own("phrase", "terms: [young]"), encoding="utf-8")
    digits = own("trait", "settings: {wanted: [live in 43604]}").replace("house", "home")

    result = check(pack=digits, _stance=table("_stance", "refusal\n      weight: 4\n", "refusal\n      weight: 3.9\n"))

    assert result.exit_code in {0, 1}
    assert "home.own" in result.stdout


@pytest.mark.parametrize(
    ("kind", "fields", "change", "said", "hint"),
    [
        ("trait", "settings: {wanted: [local]}", ("`{matched}` is ours", "asked by {stence}"), "`{stence}` is filled with nothing", "did you mean `{stance}`?"),
        ("phrase", "terms: [young]", ("It is a test.", "It is a {stance}."), "`{stance}` is filled with nothing", "a `phrase` rule fills in `{matched}`"),
        ("phrase", "terms: [young]", ("[Leave it out.]", '["Drop {mached}."]'), "`{mached}` is filled with nothing", "did you mean `{matched}`?"),
        ("phrase", "terms: [young]", ("evidence: style", "evidence: law"), "evidence `law` has no source", "add `sources:` with the whole link"),
        ("phrase", "terms: [harbor.*light]", None, "`harbor.*light` never matches: `.*` has no meaning in a term", "a term is no regular expression"),
        ("trait", "settings: {wanted: [harbor.*light]}", None, "`harbor.*light` never matches", "a term is no regular expression"),
        ("trait", 'settings: {wanted: ["toledo, 43604"]}', None, "a trait is looked for among words alone, and `,` is none", "leave the mark out"),
        ("trait", "settings: {wanted: [(toledo|boston]}", None, "`(toledo|boston` lacks a `)`", ""),
        ("phrase", "terms: [(toledo|boston]", None, "`(toledo|boston` lacks a `)`", ""),
    ],
)  # fmt: skip
def test_a_mistake_in_a_rule_of_ones_own_is_said_with_its_repair(
    check, kind: str, fields: str, change: tuple[str, str] | None, said: str, hint: str
) -> None:
    result = check(pack=own(kind, fields).replace(*change) if change else own(kind, fields))

    assert result.exit_code == 3
    assert result.stderr.startswith("rules/pack.yaml:")
    assert "in the rule `house.own`, " in result.stderr
    assert said in result.stderr
    assert f"hint: {hint}" in result.stderr or not hint


@pytest.mark.parametrize(
    ("place", "hint"),
    [
        ("Kolorado", "did you mean `CO`, Colorado?"),
        ("co", "did you mean `CO`, Colorado?"),
        ("ZZ", "write the two letters of a state, such as `CO`"),
    ],
)
def test_a_place_that_is_no_state_is_named_with_the_closest_one(check, place: str, hint: str) -> None:
    result = check(pack=own("phrase", f"terms: [ab]\nplaces: [UT, {place}]"))

    assert result.exit_code == 3
    assert result.stderr == (
        f"rules/pack.yaml:13:18: `{place}` is no state, expected its two letters\n\nhint: {hint}\n\n"
    )


def test_a_rule_cannot_have_been_looked_at_after_today(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "pack.yaml").write_text(own("phrase", "terms: [ab]"), encoding="utf-8")
    search = search_path(project=tmp_path)

    refuse_future(search, date(2026, 11, 21))
    with pytest.raises(InputErrors) as raised:
        refuse_future(search, date(2026, 11, 20))

    (problem,) = raised.value.problems
    assert (problem.where and problem.where.line, problem.hint) == (11, "today is 2026-11-20")
    assert problem.message == "in the rule `house.own`, 2026-11-22 is still to come, expected the day you looked last"


def test_the_day_of_a_check_is_held_against_the_rules_of_the_user(check) -> None:
    result = check(pack=own("phrase", "terms: [ab]").replace("checked: 2026-11-22", "checked: 2199-11-22"))

    assert result.exit_code == 3
    assert "rules/pack.yaml:11:5: in the rule `house.own`, 2199-11-22 is still to come" in result.stderr
