"""The last look asks the audit only where there is doubt, and tells what it says of fields and facts."""

from collections.abc import Callable
from datetime import date

import pytest

from jdgen.audit.ruleset import Ruleset
from jdgen.errors import Where
from jdgen.load.postings import parse_posting
from jdgen.load.project import Workspace
from jdgen.load.search import search_path
from jdgen.load.yaml_document import plain, read_yaml
from jdgen.model.finding import Finding
from jdgen.pipeline import check
from jdgen.pipeline.last_look import FIELD_RULES, LastLook, field_problems, field_words, open_fields

Look = Callable[[str], tuple[Finding, ...]]


@pytest.fixture
def last_look(workspace: Workspace, shipped_rules: Ruleset, monkeypatch: pytest.MonkeyPatch) -> LastLook:
    """Return what looks at postings with the rules every test shares."""
    monkeypatch.setattr(check, "load_ruleset", lambda _workspace: shipped_rules)
    return LastLook(workspace)


@pytest.fixture
def fields(last_look: LastLook) -> Look:
    """Return a function that gives the fields left open in the text of a posting."""
    return lambda text: last_look.fields(parse_posting(text, "p.md"), text.encode(), "p.md")


def texts_of_rules() -> list[str]:
    (file,) = (folder.path / "clarity" / "placeholder.yaml" for folder in search_path().folders["rules"])
    rules = {rule["id"]: rule for rule in plain(read_yaml(file))["rules"]}  # type: ignore[index,call-overload]
    assert rules.keys() >= FIELD_RULES
    return [text for rule in FIELD_RULES for text in rules[rule]["tests"]["fires"] if isinstance(text, str)]


@pytest.mark.parametrize("text", texts_of_rules())
def test_whatever_the_rules_call_a_field_is_found(fields: Look, posting_text: Callable, text: str) -> None:
    assert fields(f"{posting_text()}\n{text}\n")


@pytest.mark.parametrize("text", ["[insert\nnames]", "\\[insert names\\]", "**\\_\\_\\_\\_ a year**"])
def test_line_breaks_and_backslashes_hide_no_field(fields: Look, posting_text: Callable, text: str) -> None:
    assert len(fields(f"{posting_text()}\n{text}\n")) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lorem ipsum and more.", "Lorem ipsum"),
        ("Duties: consectetur adipiscing elit.", "consectetur adipiscing"),
        ("Shift: TBD", "TBD"),
        ("The shift is T.B.A.", "T.B.A"),
        ("Closing day: xx/xx/xxxx", "xx/xx/xxxx"),
        ("Closing day: MM/DD/YYYY", "MM/DD/YYYY"),
        ("You work at XXX in town.", "XXX"),
        ("You work xxx hours.", "xxx"),
        ("Call (207) 555-01XX.", "555-01XX"),
    ],
)
def test_what_fills_a_layout_is_a_field_without_brackets(
    fields: Look, posting_text: Callable, text: str, words: str
) -> None:
    (found,) = fields(f"{posting_text()}\n{text}\n")
    (problem,) = field_problems([(found, Where("p.md", found.line, found.column))])

    assert (found.line, field_words(found)) == (len(posting_text().splitlines()) + 2, words)
    assert problem.hint is not None
    assert problem.hint.endswith("Or make a draft that shows it with `--draft`.")


@pytest.mark.parametrize(
    "text",
    [
        "The shift is to be determined with the team.",
        "More benefits are coming soon.",
        "The new clinic is named later, our agency name is older.",
        "You give TB tests and know XX chromosomes.",
        "We mail shirts in XXL, and watch the superbowl XX.",
        "Title XIX funds pay for it, in the years 2020-2026, from 00:00 on.",
    ],
)
def test_real_words_are_no_field(fields: Look, posting_text: Callable, text: str) -> None:
    assert fields(f"{posting_text()}\n{text}\n") == ()


def test_other_words_that_leave_a_fact_open_go_out(fields: Look, posting_text: Callable) -> None:
    (found,) = fields(f"{posting_text()}\nShift: TBD\n\nBenefits: to be announced\n")

    assert found.matched == "TBD"


def test_a_folder_that_takes_an_open_day_for_less_lets_it_out(fields: Look, posting_text: Callable) -> None:
    (found,) = fields(f"{posting_text()}\nShift: TBD\n")

    assert found.severity == "warning"
    assert open_fields([found]) == (found,)
    assert open_fields([found._replace(severity="info")]) == ()


def test_a_fact_left_open_is_found_with_its_line(fields: Look, posting_text: Callable) -> None:
    text = posting_text(schedule="'[insert shift]'")
    line = text.splitlines().index("schedule: '[insert shift]'") + 1

    assert [(one.line, field_words(one)) for one in fields(text)] == [(line, "[insert shift]")]


def test_a_sound_posting_is_not_audited(
    workspace: Workspace, posting_text: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "load_ruleset", lambda _workspace: pytest.fail("the rules were read"))
    facts = {
        "employer": "{name: Acme Care}",
        "benefits": "[Medical and dental insurance]",
        "licenses": "{required: [rn]}",
    }
    look, text = LastLook(workspace), f"{posting_text(**facts)}\nSee [our *clinic*](https://acme.example/a_b).\n"
    posting = parse_posting(text, "p.md")

    assert look.fields(posting, text.encode(), "p.md") == ()
    assert look.differences(posting, text.encode(), "p.md") == ()


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("$38.50 to $52.00 an hour", "$38.50 to $48.00 an hour", "consistency.pay"),
        ("**Location:** Denver", "**Location:** Boulder", "consistency."),
        ("December 31, 2026", "December 1, 2026", "consistency.deadline"),
    ],
)
def test_words_that_say_otherwise_than_the_facts_are_told(
    last_look: LastLook, posting_text: Callable, before: str, after: str, rule: str
) -> None:
    text = posting_text()
    assert before in text
    text = text.replace(before, after)

    told = last_look.differences(parse_posting(text, "p.md"), text.encode(), "p.md")

    assert any(one.message.startswith("p.md:") and f"calls this {rule}" in (one.hint or "") for one in told)


def test_a_line_that_hides_the_pay_is_named(last_look: LastLook, posting_text: Callable) -> None:
    text = posting_text().replace("$38.50 to $52.00 an hour", "DOE")
    line = text.splitlines().index("- **Pay:** DOE") + 1

    (told,) = last_look.differences(parse_posting(text, "p.md"), text.encode(), "p.md")

    assert told.message.endswith(f"the front matter states: 38.50-52.00/hour; line {line} says `DOE`")


def test_one_place_is_one_problem() -> None:
    found = [
        Finding(rule, "placeholder", "error", message, "", 3, 1, 3, 9, "[insert]", (), (), "style")
        for rule, message in (("a.b", "one"), ("a.c", "other"))
    ]

    (problem,) = field_problems((one, Where("p.md", 3, 1)) for one in found)

    assert (problem.message, problem.where) == ("one", Where("p.md", 3, 1))


def test_an_allowance_counts_on_the_day_of_the_posting(fields: Look, posting_text: Callable) -> None:
    allowance = "<!-- jdgen: allow-file placeholder.unfilled-field because the form is called so until {day} -->"
    text = f"{posting_text(posted=date(2026, 11, 20).isoformat())}\nAsk for [form seven].\n\n{allowance}\n"

    assert fields(text.format(day="2026-11-20")) == ()
    assert len(fields(text.format(day="2026-11-19"))) == 1
