"""What the pages on rules, on who is meant and on the score show is true: packs run, terms find what they say, sums come out."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from jdgen.audit.rule_settings import KINDS
from jdgen.audit.terms import TermError, compile_term
from jdgen.audit.view import folded
from jdgen.cli.main import cli
from jdgen.load.project import open_workspace
from jdgen.load.rules import load_rules, load_who

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "guides" / "your-own-rules.md").read_text(encoding="utf-8")
CHECK_GUIDE = (ROOT / "docs" / "guides" / "check-a-posting.md").read_text(encoding="utf-8")
WHO = (ROOT / "docs" / "concepts" / "who-is-meant.md").read_text(encoding="utf-8")
SCORE = (ROOT / "docs" / "concepts" / "score.md").read_text(encoding="utf-8")
RULES = load_rules(open_workspace(Path(__file__).parent).search)
HEADINGS = {"required": "Requirements", "duties": "Duties", "apply": "How to apply"}
# Pages that their publishers serve without https.
PLAIN_HTTP = re.compile(
    r"http://(blog\.indeed\.com|cryer\.org\.uk|egs-partners\.com|employmentlawattorney\.com|www\.agrm\.org|www\.xperthr\.com)/"
)


def example(name: str, guide: str = GUIDE) -> str:
    """Return the block that stands under a marker of a guide."""
    found = re.search(rf"<!-- example: {name} -->\n```\w*\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    assert found, f"the guide has no example {name}"
    return found[1]


def rows(page: str, heading: str) -> list[list[str]]:
    """Return the cells of the first table under a heading."""
    lines = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0].splitlines()
    cells = [re.split(r"(?<!\\)\|", line.strip("|")) for line in lines if line.startswith("| ")]
    return [[cell.strip().replace("\\|", "|") for cell in row] for row in cells[1:] if row[0].strip() != "---"]


def text_of(case: str | dict[str, str]) -> str:
    """Return a text of a rule's tests, under a heading where it names its section."""
    if isinstance(case, str):
        return case
    return f"## {HEADINGS[case['section']]}\n\n- {case['text']}\n"


PACK = yaml.safe_load(example("pack"))["rules"]
CASES = [
    (rule["id"], kind, text_of(case)) for rule in PACK for kind in ("fires", "silent") for case in rule["tests"][kind]
]
TERMS = [row for row in rows(GUIDE, "The language of terms") if len(row) == 3]


@pytest.fixture
def jdgen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Return a function that runs jdgen in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(cli, words, prog_name="jdgen")


@pytest.fixture
def found(jdgen: Callable[..., Result]) -> Callable[..., list[dict[str, str]]]:
    """Return a function that checks texts in one run, and gives for each the severity of the rules that fired."""

    def check(*texts: str) -> list[dict[str, str]]:
        names = [f"{number}.md" for number in range(len(texts))]
        for name, text in zip(names, texts, strict=True):
            Path(name).write_text(text, encoding="utf-8")
        files = json.loads(jdgen("check", *names, "--format", "json").stdout)["files"]
        return [{finding["rule"]: finding["severity"] for finding in file["findings"]} for file in files]

    return check


@pytest.fixture
def pack(rule_folder: Callable[[str], Path], jdgen: Callable[..., Result]) -> None:
    """Make the pack of the guide the rules of the working folder."""
    Path("jdgen.yaml").write_text(f"rules: {rule_folder(example('pack'))}\n", encoding="utf-8")


@pytest.mark.usefixtures("pack")
def test_the_pack_of_the_guide_finds_what_its_tests_say(found: Callable) -> None:
    outcomes = found(*(text for _, _, text in CASES))

    assert len(PACK) == 3
    wrong = [case for case, fired in zip(CASES, outcomes, strict=True) if (case[0] in fired) != (case[1] == "fires")]
    assert wrong == []


def test_the_trait_of_the_guide_finds_what_its_tests_say(rule_folder: Callable[[str], Path], found: Callable) -> None:
    Path("jdgen.yaml").write_text(f"rules: {rule_folder(example('trait'))}\n", encoding="utf-8")
    [rule] = yaml.safe_load(example("trait"))["rules"]
    cases = [(kind, text_of(case)) for kind in ("fires", "silent") for case in rule["tests"][kind]]

    outcomes = found(*(text for _, text in cases))

    assert [
        text for (kind, text), fired in zip(cases, outcomes, strict=True) if (rule["id"] in fired) != (kind == "fires")
    ] == []


@pytest.mark.usefixtures("pack")
def test_the_pack_is_repaired_and_explained(jdgen: Callable[..., Result]) -> None:
    Path("ad.md").write_text("Ridge Valley Hospital has 300 beds.\n", encoding="utf-8")

    explained = jdgen("check", "--explain", "cedar-ridge.own-car").stdout
    jdgen("check", "ad.md", "--fix")

    assert "You need a reliable car." in explained
    assert Path("ad.md").read_text(encoding="utf-8") == "Cedar Ridge Medical Center has 300 beds.\n"


@pytest.mark.usefixtures("pack")
def test_the_texts_handed_over_are_found(found: Callable) -> None:
    texts = re.findall(r"^printf '(.*)' \| jdgen check - -v$", example("try"), re.MULTILINE)

    assert len(texts) == 2
    assert all("cedar-ridge.own-car" in fired for fired in found(*(text.replace("\\n", "\n") for text in texts)))


def test_the_knobs_turn(found: Callable) -> None:
    text = "We want rock stars. Recent graduates only."
    [before] = found(text)
    Path("jdgen.yaml").write_text(example("knobs"), encoding="utf-8")

    [after] = found(text)

    assert before == {"hype.superhero-title": "warning", "age.recent-graduate": "error"}
    assert after == {"age.recent-graduate": "warning"}


@pytest.mark.parametrize("settings", [example("knobs"), example("settings", CHECK_GUIDE)])
def test_the_settings_shown_name_rules_and_families_that_exist(settings: str) -> None:
    named = yaml.safe_load(settings)
    known = {rule.id for rule in RULES} | {rule.id.partition(".")[0] for rule in RULES}

    assert named["rules_off"]
    assert {*named["rules_off"], *named["severity"]} - known == set()


def test_a_rule_of_ones_own_beside_the_settings_replaces_ours(found: Callable) -> None:
    text = "".join(yaml.safe_load(example("replaced"))["rules"][0]["tests"]["fires"])
    [before] = found(text)
    Path("jdgen.yaml").touch()
    Path("rules").mkdir()
    Path("rules/ours.yaml").write_text(example("replaced"), encoding="utf-8")

    [after] = found(text)

    assert "measure.long-sentence" not in before
    assert after["measure.long-sentence"] == "warning"


@pytest.mark.parametrize(("term", "finds", "leaves"), TERMS)
def test_a_term_finds_what_the_guide_says(term: str, finds: str, leaves: str) -> None:
    pattern = compile_term(term.strip("`"))

    assert [text for text in finds.split("; ") if not re.search(pattern.regex, folded(text))] == []
    assert not re.search(pattern.regex, folded(leaves))


def test_the_guide_shows_the_language_whole() -> None:
    shown = " ".join(term for term, _, _ in TERMS)

    assert [
        mark
        for mark in ("(", "[", "...", " _ ", "<number>", "<age>", "<money>", "<name>", "<state>")
        if mark not in shown
    ] == []


@pytest.mark.parametrize("term", ["[very] <number>", "we want ..."])
def test_a_term_the_guide_says_is_refused_is_refused(term: str) -> None:
    assert f"`{term}`" in GUIDE
    with pytest.raises(TermError):
        compile_term(term)


def test_the_finding_of_the_readme_is_that_of_jdgen(jdgen: Callable[..., Result]) -> None:
    Path("old-ad.txt").write_text(
        "Case Manager\n\nOur clients are young adults; a young nurse suits them.\n", encoding="utf-8"
    )
    shown = re.search(r"^```\n(old-ad\.txt:.*?)^```$", README, re.MULTILINE | re.DOTALL)

    out = jdgen("check", "old-ad.txt").stdout

    assert shown
    assert shown[1] in out
    assert out.count("old-ad.txt:3:") == 1


def test_what_the_readme_names_is_found(found: Callable) -> None:
    demands = [
        "recent graduates only",
        "native speaker",
        "Pay: DOE",
        "CCM required, new graduates welcome",
        "[insert benefits]",
    ]
    people = ["addicts", "the homeless", "wheelchair-bound"]
    texts = [
        *(f"## Requirements\n\n- {words}\n" for words in demands),
        *(f"You visit {words} people." for words in people),
    ]

    outcomes = found(*texts)

    assert [words for words in (*demands, *people) if words not in README] == []
    assert [text for text, fired in zip(texts, outcomes, strict=True) if not fired] == []


def test_every_decision_shown_adds_up() -> None:
    decisions = re.findall(r"\((?:about the [a-z ]+|undecided) ([+-][\d.]+)\s+\((.*?)\)\)", WHO, re.DOTALL)
    sums = [
        (float(total), round(sum(map(float, re.findall(r"(?<=” )[+-][\d.]+", " ".join(signs.split())))), 1))
        for total, signs in decisions
    ]

    assert len(sums) == 3
    assert [
        (total, added) for total, added in sums if abs(total - added) > 0.25
    ] == []  # each figure is rounded for itself
    assert [total > 0 for total, _ in sums] == [True, False, False]


def test_every_sign_of_a_decision_is_on_the_page() -> None:
    named = {name.strip() for row in rows(WHO, "The signs") for name in row[0].split(",")}
    code = "".join(
        (ROOT / "jdgen" / "audit" / name).read_text(encoding="utf-8") for name in ("who.py", "kinds/phrase.py")
    )
    known = set(re.findall(r'Sign\(\s*"([a-z ]+)"', code))

    assert len(known) > 8
    assert known == named


def test_the_page_speaks_of_the_table_there_is() -> None:
    who = load_who(open_workspace(Path(__file__).parent).search)
    by_role = {row[0]: row[2:] for row in rows(WHO, "The signs")}["section"]

    assert (ROOT / "rules" / "_who.yaml").is_file()
    assert all(who.roles[role] > 0 for role in ("required", "preferred", "apply"))
    assert all(who.roles[role] < 0 for role in ("duties", "employer", "benefits"))
    assert by_role == ["required, preferred, how to apply", "duties, about the employer, benefits"]


def test_the_score_shown_follows_from_the_formula_of_the_page() -> None:
    points = {"error": 25, "warning": 8, "info": 2}
    lost = dict.fromkeys(("lawful", "true", "respectful", "findable", "clear"), 0.0)
    seen: list[str] = []
    for _, rule, severity, dimension, taken in rows(SCORE, "An example"):
        due = points[severity] / 2 ** seen.count(rule)
        seen.append(rule)
        lost[dimension] += due
        assert float(taken) == due

    remaining = " · ".join(f"{name} {max(0, round(100 - gone))}" for name, gone in lost.items())
    assert len(seen) > len(set(seen)) > 3
    assert f"What remains: {remaining}." in SCORE


def test_every_source_of_a_rule_can_be_opened_safely() -> None:
    links = {link for rule in RULES for link in rule.sources}

    assert len(links) > 50
    assert sorted(link for link in links if not (link.startswith("https://") or PLAIN_HTTP.match(link))) == []
    assert [rule.id for rule in RULES if len(set(rule.sources)) < len(rule.sources)] == []


def test_the_guide_names_every_setting_of_every_kind() -> None:
    told = {row[0].strip("`"): " ".join(row[1:]) for row in rows(GUIDE, "What each kind takes")}
    told["pay-law"] += told["missing"]
    told["channel"] += told["missing"]
    settings = {
        kind: {name for takes in one.takes.values() for name in (*takes.needs, *takes.may_have)} | {one.named_by} - {""}
        for kind, one in KINDS.items()
    }

    assert told.keys() == settings.keys()
    assert {
        (kind, name) for kind, names in settings.items() for name in names if f"`{name}`" not in told[kind]
    } == set()
