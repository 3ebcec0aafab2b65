"""`jdgen check`: what it reads, what it prints where, what it writes, and how it ends."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from jdgen.cli.main import cli


@pytest.fixture
def folder(here: Path, rule_folder: Callable[[str], Path], house_rules: str) -> Path:
    """Return a working folder with two rules of its own, and a posting that breaks both."""
    (here / "rules").mkdir()
    (here / "rules" / "house.yaml").write_text(house_rules, encoding="utf-8")
    (here / "jdgen.yaml").write_text(f"rules: {rule_folder(house_rules)}\n", encoding="utf-8")
    (here / "a.md").write_bytes(b"# Nurse\r\n\r\nWe flobber and wibble.\r\n")
    (here / "fine.md").write_bytes(b"We help people find housing.\n")
    return here


def house(out: str, file: int = 0) -> list[dict[str, object]]:
    """Return the findings of our own rules in the JSON of a file."""
    return [found for found in json.loads(out)["files"][file]["findings"] if str(found["rule"]).startswith("house.")]


def test_findings_go_to_stdout_and_the_code_says_so(run: Callable, folder: Path) -> None:
    code, out, err = run("check", "a.md")

    assert (code, err) == (1, "")
    assert "a.md:3:4: error: `flobber` is no word of ours\n    We flobber and wibble.\n       ^^^^^^^\n" in out
    assert "a.md:3:16: warning: `wibble` wobbles\n" in out
    assert out.endswith("This is not legal advice.\n")


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        ("flobber", "error", 1),
        ("flobber", "warning", 1),
        ("flobber", "never", 0),
        ("wibble", "error", 0),
        ("wibble", "warning", 1),
        ("wibble", "never", 0),
        ("help", "warning", 0),
    ],
)
def test_the_code_follows_the_worst_finding(run: Callable, folder: Path, text: str, fail_on: str, code: int) -> None:
    Path("b.txt").write_text(f"We {text} people.\n", encoding="utf-8")

    assert run("check", "b.txt", "--fail-on", fail_on).code == code


def test_errors_fail_unless_said_otherwise(run: Callable, folder: Path) -> None:
    assert [run("check", name).code for name in ("a.md", "fine.md")] == [1, 0]


def test_a_file_that_cannot_be_read_is_said_and_the_rest_is_checked(run: Callable, folder: Path) -> None:
    Path("bad.md").write_bytes(b"\x00\x01\x02")

    code, out, err = run("check", "bad.md", "missing.md", "a.md", "--format", "json")

    assert code == 3
    assert [file["path"] for file in json.loads(out)["files"]] == ["a.md"]
    assert len(json.loads(out)["problems"]) == json.loads(out)["summary"]["unreadable"] == 2
    assert "bad.md" in err
    assert "missing.md" in err


def test_nothing_but_unreadable_files_prints_no_report(run: Callable, folder: Path) -> None:
    code, out, err = run("check", "missing.md")

    assert (code, out) == (3, "")
    assert "missing.md" in err
    assert "hint: " in err


def test_a_folder_means_every_posting_below_it(run: Callable, folder: Path) -> None:
    Path("jobs/old").mkdir(parents=True)
    for name in ("jobs/b.md", "jobs/old/a.txt", "jobs/README.md"):
        Path(name).write_text("We flobber.\n", encoding="utf-8")

    out = run("check", "jobs", "--format", "json").out

    assert [file["path"] for file in json.loads(out)["files"]] == ["jobs/b.md", "jobs/old/a.txt"]


def test_standard_input_is_a_file(folder: Path) -> None:
    result = CliRunner().invoke(cli, ["check", "-", "--format", "json"], input="# Nurse\n\nWe flobber.\n")

    assert result.exit_code == 1
    assert json.loads(result.stdout)["files"][0]["path"] == "-"
    assert [found["line"] for found in house(result.stdout)] == [3]


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "html"])
def test_every_format_names_the_finding(run: Callable, folder: Path, form: str) -> None:
    code, out, err = run("check", "a.md", "--format", form)

    assert (code, err) == (1, "")
    assert "house.flobber" in out


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "html"])
def test_the_same_input_gives_the_same_words(run: Callable, folder: Path, form: str) -> None:
    first, second = (run("check", ".", "--format", form, "--date", "2026-11-22").out for _ in range(2))

    assert first == second


def test_a_report_goes_into_a_file_without_colors(run: Callable, folder: Path) -> None:
    code, out, err = run("check", "a.md", "-o", "report.txt", color=True)

    assert (code, out, err) == (1, "report.txt\n", "")
    assert "\x1b" not in Path("report.txt").read_text(encoding="utf-8")
    assert "house.flobber" in Path("report.txt").read_text(encoding="utf-8")


def test_a_report_in_the_folder_is_no_posting_of_the_next_run(run: Callable, folder: Path) -> None:
    words = ("check", ".", "--format", "html", "-o", "audit.html")
    run(*words)
    first = Path("audit.html").read_bytes()

    run(*words)

    assert first == Path("audit.html").read_bytes()


def test_colors_are_for_terminals_that_want_them(run: Callable, folder: Path) -> None:
    assert "\x1b[" in run("check", "a.md", color=True).out
    assert "\x1b[" not in run("check", "a.md").out
    assert "\x1b[" not in run("check", "a.md", color=True, env={"NO_COLOR": "1"}).out


def test_fix_mends_and_reports_what_is_left(run: Callable, folder: Path) -> None:
    code, out, err = run("check", "a.md", "--fix", "--fail-on", "warning")

    assert code == 1
    assert Path("a.md").read_bytes() == b"# Nurse\r\n\r\nWe surprise and wibble.\r\n"
    assert err == "note: mended 1 finding in a.md\n"
    assert "flobber" not in out
    assert "wibble" in out


def test_fixing_twice_changes_nothing_the_second_time(run: Callable, folder: Path) -> None:
    run("check", "a.md", "--fix")
    once = Path("a.md").read_bytes()

    code, _, err = run("check", "a.md", "--fix")

    assert (code, err) == (0, "")
    assert Path("a.md").read_bytes() == once


def test_dry_run_shows_the_difference_and_writes_nothing(run: Callable, folder: Path) -> None:
    before = Path("a.md").read_bytes()

    code, out, err = run("check", "a.md", "fine.md", "--fix", "--dry-run")

    assert code == 1
    assert out.replace("\r", "") == (
        "--- a.md\n+++ a.md (fixed)\n@@ -1,3 +1,3 @@\n # Nurse\n \n-We flobber and wibble.\n+We surprise and wibble.\n"
    )
    assert err == "note: would mend 1 finding in a.md\n"
    assert Path("a.md").read_bytes() == before


def test_dry_run_works_on_standard_input(folder: Path) -> None:
    result = CliRunner().invoke(cli, ["check", "-", "--fix", "--dry-run"], input="We flobber.\n")

    assert "+We surprise.\n" in result.stdout


def test_what_a_file_allows_does_not_fail(run: Callable, folder: Path) -> None:
    allowed = "We flobber. <!-- jdgen: allow house.flobber because it is our name until 2026-12-31 -->\n"
    Path("b.md").write_text(allowed, encoding="utf-8")

    early = run("check", "b.md", "--date", "2026-12-31")
    late = run("check", "b.md", "--date", "2027-01-01")

    assert early.code == 0
    assert "allowed   house.flobber at line 1, because it is our name, until 2026-12-31" in early.out
    assert late.code == 1
    assert "allow.expired" in late.out


def test_without_a_date_the_clock_decides(run: Callable, folder: Path) -> None:
    Path("b.md").write_text(
        "We flobber. <!-- jdgen: allow house because it is so until 2026-12-31 -->\n", encoding="utf-8"
    )

    assert run("check", "b.md", env={"SOURCE_DATE_EPOCH": "1000000000"}).code == 0
    assert run("check", "b.md", env={"SOURCE_DATE_EPOCH": "4000000000"}).code == 1


def test_verbose_shows_more(run: Callable, folder: Path) -> None:
    Path("b.md").write_text("Fine. <!-- jdgen: allow house because it is so -->\n", encoding="utf-8")

    assert "b.md:1:7: info: " not in run("check", "b.md").out
    assert "shown with `-v`: allow.unused" in run("check", "b.md").out
    assert "b.md:1:7: info: " in run("check", "b.md", "-v").out


@pytest.mark.parametrize("state", ["CO", "colorado", "Colo."])
def test_a_state_is_understood_as_people_write_it(run: Callable, folder: Path, state: str) -> None:
    assert run("check", "fine.md", "--state", state).code == 0


def test_explain_prints_a_rule(run: Callable, folder: Path) -> None:
    code, out, err = run("check", "--explain", "house.flobber")

    assert (code, err) == (0, "")
    assert out.startswith("house.flobber\nfinds         `…` is no word of ours\n")
    assert "  - They flobber.\n" in out
    assert "  - https://www.example.org/words\n" in out


def test_explain_runs_the_texts_of_a_rule(run: Callable, here: Path, house_rules: str) -> None:
    (here / "rules").mkdir()
    broken = house_rules.replace("fires: [They wibble.]", "fires: [They wobble.]")
    (here / "rules" / "house.yaml").write_text(broken, encoding="utf-8")
    (here / "jdgen.yaml").write_text("rules: rules\n", encoding="utf-8")

    assert "all 2 texts above do what they should" in run("check", "--explain", "house.flobber").out
    code, out, _ = run("check", "--explain", "house.wibble")
    assert code == 1
    assert "\nFAILED: stays silent on\n  - They wobble.\n\nFAILED: terms that no text tries\n  - wibble\n" in out


@pytest.mark.parametrize(
    ("family", "line"),
    [
        ("house", "house.wibble   warning: `…` wobbles"),
        ("allow", "allow.no-reason   warning: the comment allows … without a reason, so it allows nothing"),
    ],
)
def test_explain_prints_the_rules_of_a_family_and_how_to_see_one(
    run: Callable, folder: Path, family: str, line: str
) -> None:
    code, out, err = run("check", "--explain", family)

    assert (code, err) == (0, "")
    assert out.startswith(f"the family {family} has ")
    assert line in out.splitlines()
    assert out.splitlines()[-1].startswith(f"`jdgen check --explain {family}.")


def test_explain_of_an_unknown_name_is_wrong_usage_with_the_nearest_ones(run: Callable, folder: Path) -> None:
    code, out, err = run("check", "--explain", "hous")

    assert (code, out) == (2, "")
    assert "there is no rule and no family `hous`" in err
    assert "did you mean `house`?" in err


def test_explain_prints_a_rule_about_allowances(run: Callable, folder: Path) -> None:
    assert run("check", "--explain", "allow.expired").out.startswith("allow.expired\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("check", "nothing to check"),
        ("check a.md --dry-run", "`--dry-run` needs `--fix`"),
        ("check a.md --fix --dry-run --format json", "`--dry-run` prints a difference, not json"),
        ("check - --fix", "standard input cannot be written back"),
        ("check a.md -o a.md", "would write the report over the posting"),
        ("check a.md -o ./a.md", "would write the report over the posting"),
        ("check a.md --state Colorad", "is not a state; did you mean `Colorado`?"),
        ("check a.md --channel myspace", "'myspace' is not one of"),
        ("check a.md --date someday", "someday"),
        ("check --explain house.flober", "house.flober"),
        ("check rules", "there is no posting in the folder"),
        ("check a.md --fail-on info", "'info' is not one of"),
    ],
)
def test_misuse_is_explained_and_nothing_changes(run: Callable, folder: Path, words: str, said: str) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    code, out, err = run(*words.split())

    assert (code, out) == (2, "")
    assert said in err
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_name_that_is_no_text_does_not_stop_the_report(run: Callable, folder: Path) -> None:
    name = os.fsdecode(b"b\xff.md")
    Path(name).write_text("We flobber.\n", encoding="utf-8")

    codes = [run("check", ".", "--format", form).code for form in ("text", "json", "sarif", "github", "html")]

    assert codes == [1] * 5


def test_half_a_letter_in_markup_does_not_stop_the_report(run: Callable, folder: Path) -> None:
    Path("a.jsonld").write_text(
        '{"@context": "https://schema.org", "@type": "JobPosting", "title": "Nurse \\ud800", "description": "We flobber \\ud800."}',
        encoding="utf-8",
    )

    codes = [run("check", "a.jsonld", "--format", form).code for form in ("text", "json", "sarif", "github", "html")]

    assert codes == [1] * 5


def test_a_law_for_larger_employers_leaves_a_small_one_alone_whose_size_is_given(run: Callable, folder: Path) -> None:
    Path("il.md").write_text("# Nurse\n\nLocation: Chicago, IL\n\n## Duties\n\n- You visit people.\n", encoding="utf-8")
    stated = "---\ntitle: Nurse\nlocation: Chicago, IL\nemployer: {name: Larch, size: 40}\n---\n# Nurse\n\n## Duties\n\n- Visit.\n"
    Path("stated.md").write_text(stated, encoding="utf-8")

    def asks_for_pay(*args: str) -> bool:
        return "the law of Illinois asks for it" in run("check", *args).out

    assert [asks_for_pay("il.md", "--employees", size) for size in ("14", "15")] == [False, True]
    assert asks_for_pay("il.md")
    assert asks_for_pay("stated.md", "--employees", "9")
