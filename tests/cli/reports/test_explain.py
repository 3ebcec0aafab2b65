"""One rule explained: what a person needs to agree with it or to correct it."""

from dataclasses import replace

import click

from jdgen.audit.allow_rules import ALLOW_RULES
from jdgen.cli.reports.columns import width
from jdgen.cli.reports.explain import explain_card, explain_rule
from jdgen.load.records import as_record
from jdgen.model.rule import Rule
from jdgen.pipeline.rule_proof import Proof

WHOLE = Proof((), (), ())
RULE = as_record(
    {
        "id": "age.young",
        "category": "age",
        "severity": "error",
        "evidence": "law",
        "confidence": "V2",
        "message": "asks for young people: `{matched}`",
        "why": "The law protects applicants of 40 years and more, " * 4,
        "suggestions": ["Leave out `{matched}`", "Name what the work needs"],
        "sources": ["https://www.example.gov/age"],
        "checked": "2026-11-22",
        "about": "applicant",
        "terms": ["young [and] energetic"],
        "exceptions": ["young adults program"],
        "unless": ["clients"],
        "needs": ["we want"],
        "roles": ["summary"],
        "not_roles": ["legal"],
        "places": ["CO", "NY"],
        "effective_from": "2026-01-01",
        "effective_to": "2027-01-01",
        "min_employees": 20,
        "tests": {
            "fires": ["We want young people.", {"text": "Young only", "section": "required", "state": "CO"}],
            "silent": ["We help young people."],
        },
    },
    Rule,
)


def test_a_rule_is_explained_whole() -> None:
    text = click.unstyle(explain_rule(RULE, WHOLE))

    for line in (
        "age.young",
        "finds         asks for young people: `…`",
        "severity      error",
        "category      age",
        "evidence      law, read where others quote the source",
        "checked       2026-11-22",
        "fires         only where the words speak of the person hired",
        "places        CO, NY",
        "from          2026-01-01",
        "to            2027-01-01",
        "employers     with 20 employees or more",
        "sections      summary",
        "not sections  legal",
        "  - Leave out `…`",
        "  - young [and] energetic",
        "  - young adults program",
        "  - clients",
        "  - we want",
        "  - We want young people.",
        "  - Young only [section required, CO]",
        "  - We help young people.",
        "  - https://www.example.gov/age",
        "This is not legal advice.",
    ):
        assert line in text.splitlines(), line


def test_what_a_rule_does_not_limit_is_not_named() -> None:
    bare = replace(RULE, about="anyone", places=(), roles=(), exceptions=(), sources=(), min_employees=None)

    text = click.unstyle(explain_rule(bare, WHOLE))

    for label in ("fires  ", "places", "\nsections", "Not in", "Sources", "employers", "read where"):
        assert label not in text


def test_it_fits_eighty_columns() -> None:
    assert max(map(width, click.unstyle(explain_rule(RULE, WHOLE)).splitlines())) <= 80


def test_a_rule_about_allowances_is_explained() -> None:
    text = click.unstyle(explain_card(ALLOW_RULES["allow.no-reason"]))

    assert text.startswith("allow.no-reason\nfinds         the comment allows … without a reason")
    assert "\nWhy\n" in text
    assert "\nInstead\n" in text


def test_it_says_that_the_texts_were_tried() -> None:
    assert "Tried just now: all 3 texts above do what they should." in click.unstyle(explain_rule(RULE, WHOLE))


def test_rows_of_a_trait_that_no_text_tries_are_counted_and_the_first_are_named() -> None:
    proof = Proof((), (), (), ("bad credit", "in debt", "broke", "a lien", "x" * 500))
    text = " ".join(click.unstyle(explain_rule(RULE, proof)).split())

    assert "Proof Tried just now: all 3 texts above do what they should." in text
    assert "Not tried No text tries 5 rows of words: `bad credit`, `in debt`, `broke`, and 2 others." in text
    assert "Not tried" not in click.unstyle(explain_rule(RULE, WHOLE))


def test_it_names_what_fails() -> None:
    lines = click.unstyle(
        explain_rule(RULE, Proof(("Young only",), ("We help young people.",), ("we want",)))
    ).splitlines()

    assert "Proof" not in lines
    for heading, text in (
        ("stays silent on", "Young only"),
        ("fires on", "We help young people."),
        ("terms that no text tries", "we want"),
    ):
        assert lines[lines.index(f"FAILED: {heading}") + 1] == f"  - {text}"


def test_a_rule_on_a_trait_shows_its_words_and_no_gaps_to_fill() -> None:
    trait = replace(
        RULE, kind="trait", terms=(), message="`{matched}` is a condition: {stance}", settings={"wanted": ("youngish",)}
    )

    text = click.unstyle(explain_rule(trait, WHOLE))

    assert "`…` is a condition: …" in text
    assert "\nLooks for\n  - youngish (wanted)\n" in text
