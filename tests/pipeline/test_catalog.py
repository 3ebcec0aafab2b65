from pathlib import Path

import pytest

from jdgen.errors import InputErrors, UsageError
from jdgen.load.facts import TABLES, load_table
from jdgen.load.project import Workspace, open_workspace
from jdgen.load.yaml_document import parse_yaml, plain
from jdgen.pipeline.catalog import CATALOGS, catalog, entry, market
from jdgen.render.formats import FORMATS
from jdgen.text.pay import parse_pay
from jdgen.text.states import STATES

pytestmark = pytest.mark.usefixtures("rules_read_once")


@pytest.mark.parametrize("what", CATALOGS)
def test_every_row_has_an_id_and_a_name(workspace: Workspace, what: str) -> None:
    rows = catalog(what, workspace)

    assert rows
    assert [
        row for row in rows if not (isinstance(row["id"], str) and isinstance(row["name"], str) and row["name"])
    ] == []


def test_formats_are_listed_in_the_order_they_are_made(workspace: Workspace) -> None:
    assert [row["id"] for row in catalog("formats", workspace)] == list(FORMATS)


def test_hidden_specializations_are_not_listed_but_shown(workspace: Workspace) -> None:
    assert "_base" not in {row["id"] for row in catalog("specializations", workspace)}
    assert entry("_base", workspace).text.startswith("name: Case manager\n")


def test_an_entry_of_ones_own_names_its_file(workspace: Workspace) -> None:
    own = workspace.folder / "specializations" / "rn.yaml"
    own.parent.mkdir()
    own.write_text("extends: _base\nname: Mine\n", encoding="utf-8")

    found = entry("rn", open_workspace(workspace.folder))

    assert (found.path, found.own) == (own, own.parent)
    assert found.text.startswith("name: Mine\n")


def test_a_broken_specialization_is_reported_not_shown(workspace: Workspace) -> None:
    (workspace.folder / "specializations").mkdir()
    (workspace.folder / "specializations" / "own.yaml").write_text("extends: rn\ntitel: x\n", encoding="utf-8")

    with pytest.raises(InputErrors, match="unknown field `titel`"):
        entry("own", open_workspace(workspace.folder))


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("CCM", "did you mean `ccm`?"),
        ("clasic", "did you mean `classic`?"),
        ("qqqqqq", "see `jdgen list specializations`"),
    ],
)
def test_an_unknown_name_is_wrong_usage_with_a_hint(workspace: Workspace, name: str, hint: str) -> None:
    with pytest.raises(UsageError, match=f"nothing called `{name}`") as raised:
        entry(name, workspace)

    assert raised.value.hint == hint


def test_a_specialization_is_shown_by_what_people_call_it(workspace: Workspace) -> None:
    found = entry("psych CM", workspace)

    assert found.path.name == "psychiatric.yaml"
    assert found.note == "`psych CM` means `psychiatric` (Psychiatric case manager)"


def test_a_name_with_several_meanings_offers_them(workspace: Workspace) -> None:
    with pytest.raises(UsageError) as raised:
        entry("probation", workspace)

    assert raised.value.hint == (
        "did you mean `reentry` (Reentry case manager) or `juvenile-justice` (Juvenile justice case manager)?"
    )


def test_the_word_table_is_shown_as_it_stands(workspace: Workspace) -> None:
    found = entry("_matching", workspace)

    assert found.text == found.path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["../employer", "", "a/b", "x" * 200, "\x00"])
def test_a_name_that_is_none_finds_nothing(workspace: Workspace, name: str) -> None:
    with pytest.raises(UsageError, match="nothing called"):
        entry(name, workspace)


def test_without_a_working_folder_there_is_no_own_folder(tmp_path: Path) -> None:
    assert entry("rn", open_workspace(tmp_path)).own is None


@pytest.mark.parametrize("name", ["AS", "ME", "IN", "OR", "OK", "HI"])
def test_a_state_whose_letters_are_a_word_is_a_state(workspace: Workspace, name: str) -> None:
    assert entry(name, workspace).text.startswith(f"place: {STATES[name]}\n")


def test_a_place_is_shown_from_the_file_of_the_laws(workspace: Workspace) -> None:
    found = entry("oh-cleveland", workspace)

    assert found.path.name == "pay_laws.yaml"
    assert "citation: Cleveland Ordinance 104-2025\n" in found.text


def test_a_license_hidden_behind_a_specialization_is_told_and_reached(workspace: Workspace) -> None:
    found = entry("rn", workspace)

    assert found.path.parent.name == "specializations"
    assert found.note == "`rn` is also one of the licenses: `jdgen show licenses/rn`"
    assert entry("licenses/rn", workspace).text.startswith("id: rn\n")
    assert "holder: registered nurse (RN)\n" in entry("licenses/rn", workspace).text
    assert entry("licenses/rn", workspace).note is None


@pytest.mark.parametrize("name", ["hospital", "ccm", "CO", "classic", "senior"])
def test_a_name_that_hides_nothing_comes_without_a_note(workspace: Workspace, name: str) -> None:
    assert entry(name, workspace).note is None


@pytest.mark.parametrize("name", ["credentials/rn", "license/rn", "licenses/", "licenses/../rn", "x/licenses/rn"])
def test_a_fact_is_not_found_behind_another_table(workspace: Workspace, name: str) -> None:
    with pytest.raises(UsageError, match="nothing called"):
        entry(name, workspace)


@pytest.mark.parametrize("table", TABLES)
def test_every_fact_is_shown_behind_its_table(workspace: Workspace, table: str) -> None:
    name = next(iter(load_table(workspace.search, table)))

    assert entry(f"{table.replace('_', '-')}/{name}", workspace).text.startswith(f"id: {name}\n")


@pytest.mark.parametrize("table", TABLES)
def test_every_fact_is_shown_by_its_id(workspace: Workspace, table: str) -> None:
    rows = load_table(workspace.search, table)

    assert rows
    name = list(rows)[-1]
    assert entry(name, workspace).text.startswith(f"id: {name}\n")


def test_the_market_of_a_specialization_holds_a_table_for_each_occupation(workspace: Workspace) -> None:
    text = market("hospital", workspace, parse_pay("40-50/hour"))

    assert text.count("dollars a year") == 2
    assert text.index("(21-1022)") < text.index("(29-1141)")
    assert text.count("your pay, from: 83,200 a year") == 2


def test_the_market_of_an_occupation_published_jointly_is_that_of_its_group(workspace: Workspace) -> None:
    """Wages of 21-1011, substance use counselors, are published only with 21-1018."""
    text = market("substance-use", workspace, None)

    assert "(21-1018)" in text
    assert "your pay" not in text


def test_an_occupation_without_wages_is_said(workspace: Workspace) -> None:
    own = workspace.folder / "specializations" / "own.yaml"
    own.parent.mkdir()
    own.write_text(
        "extends: general\noccupation: {code: 55-1011.00, title: Air Crew}\n"
        "qualifications: {required: {licenses: []}, preferred: {licenses: [], certifications: []}}\n",
        encoding="utf-8",
    )

    with pytest.raises(UsageError, match="no wages are known for Air Crew") as raised:
        market("own", open_workspace(workspace.folder), None)

    assert raised.value.hint == f"its occupation code stands in `{own}`"


def test_the_market_of_nothing_known_is_wrong_usage(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="there is no specialization `zzzzzz`"):
        market("zzzzzz", workspace, None)


RULE = """\
family: own
rules:
  - id: own.ninja
    category: style
    severity: info
    evidence: style
    message: "`{matched}` is no job"
    why: Nobody is one.
    suggestions: [Say what the work is.]
    sources: [https://a.example]
    checked: 2026-11-22
    confidence: V2
    terms: [ninja]
    tests: {fires: [A ninja], silent: [A nurse]}
"""


@pytest.fixture
def with_rule(workspace: Workspace) -> Workspace:
    """Return a working folder with a rule of its own."""
    (workspace.folder / "rules").mkdir()
    (workspace.folder / "rules" / "own.yaml").write_text(RULE, encoding="utf-8")
    return open_workspace(workspace.folder)


def test_a_rule_is_listed_with_what_it_says_and_rests_on(with_rule: Workspace) -> None:
    rows = catalog("rules", with_rule)

    assert rows[0] == {
        "id": "own.ninja",
        "name": "`{matched}` is no job",
        "category": "style",
        "severity": "info",
        "evidence": "style",
        "source": ["https://a.example"],
        "checked": "2026-11-22",
        "confidence": "V2",
    }
    assert {"age.upper-limit", "pay-transparency.pay-missing"} <= {row["id"] for row in rows}


def test_a_rule_is_shown_as_it_stands_in_its_file_without_what_goes_without_saying(with_rule: Workspace) -> None:
    found = entry("own.ninja", with_rule)

    assert (found.path.name, found.own) == ("own.yaml", with_rule.folder / "rules")
    assert plain(parse_yaml(found.text, "x"))["tests"] == {"fires": ["A ninja"], "silent": ["A nurse"]}
    assert set(plain(parse_yaml(found.text, "x"))) == {
        "id", "category", "severity", "evidence", "message", "why", "suggestions", "sources", "checked", "confidence", "terms", "tests",
    }  # fmt: skip


def test_a_shipped_rule_is_shown_from_the_file_of_its_family(workspace: Workspace) -> None:
    found = entry("age.upper-limit", workspace)

    assert found.path.name == "age.yaml"
    assert found.own == workspace.folder / "rules"
    assert found.text.startswith("id: age.upper-limit\n")


def test_a_misspelt_rule_is_wrong_usage_with_a_hint(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match=r"nothing called `age\.uper-limit`") as raised:
        entry("age.uper-limit", workspace)

    assert raised.value.hint == "did you mean `age.upper-limit`?"


def test_a_broken_rule_of_ones_own_is_reported_not_listed(with_rule: Workspace) -> None:
    (with_rule.folder / "rules" / "own.yaml").write_text(RULE.replace("info", "loud"), encoding="utf-8")

    with pytest.raises(InputErrors, match="`severity` in item 1 of `rules` is `loud`"):
        catalog("rules", with_rule)
