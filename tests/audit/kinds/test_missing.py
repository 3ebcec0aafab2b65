"""Rules about what a posting lacks: each place in which it may stand, and where the finding points."""

import json

import pytest

from jdgen.audit.kinds.missing import check

SETTINGS = {"stated": ("pay",), "markup": ("baseSalary",), "sections": ("pay",)}


@pytest.fixture
def lacks(find, rule):
    """Return a function that says whether a rule about pay finds it missing."""
    return lambda text, path="ad.md", **fields: bool(
        find(check, text, rule("missing", terms=("paid weekly",), settings=SETTINGS, **fields), path=path).hits
    )


def test_what_is_nowhere_is_missing(lacks) -> None:
    assert lacks("# Nurse\n\nYou plan care.\n")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("ad.md", "---\ntitle: Nurse\npay: 30-36/hour\n---\n# Nurse\n"),
        ("ad.md", "---\ntitle: Nurse\npay: to be told\n---\n# Nurse\n"),
        ("ad.jsonld", json.dumps({"@type": "JobPosting", "title": "Nurse", "baseSalary": {"currency": "USD"}})),
        ("ad.md", "# Nurse\n\n## Pay\n\nAsk us.\n"),
        ("ad.md", "# Nurse\n\nYou are paid weekly.\n"),
        ("ad.md", "# Nurse\n\nThe salary is 70k to 80k.\n"),
    ],
)
def test_front_matter_markup_a_section_or_words_say_it(lacks, path: str, text: str) -> None:
    assert not lacks(text, path)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("ad.md", "---\ntitle: Nurse\npay:\n---\n# Nurse\n"),
        ("ad.jsonld", json.dumps({"@type": "JobPosting", "title": "Nurse", "baseSalary": ""})),
        ("ad.md", "# Nurse\n\n## Benefits\n\nPaid time off, weekly.\n"),
        ("ad.md", "# Nurse\n\nWe match your 401k, and serve 70k people.\n"),
    ],
)
def test_an_empty_fact_another_section_and_other_words_do_not(lacks, path: str, text: str) -> None:
    assert lacks(text, path)


def test_several_terms_may_need_several_words(find, rule) -> None:
    asked = rule("missing", terms=("equal [employment] opportunity", "eeo"))

    assert find(check, "An EEO employer.", asked).hits == []
    assert find(check, "An equal\nopportunity employer.", asked, path="ad.md").hits == []
    assert len(find(check, "Equal pay is an opportunity.", asked).hits) == 1


def test_one_name_may_stand_without_a_list(find, rule) -> None:
    assert find(check, "---\npay: 30-36/hour\n---\nNurse", rule("missing", settings={"stated": "pay"})).hits == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Intro\n\n## Duties\n\n# Nurse\n", 5),
        ("Intro\n\n## Duties\n\nWork\n", 3),
        ("Intro only\n", 1),
    ],
)
def test_the_finding_stands_at_the_title_and_has_no_words(find, rule, text: str, line: int) -> None:
    found = find(check, text, rule("missing", settings=SETTINGS), path="ad.md")

    (hit,) = found.hits
    assert hit.start == hit.end
    assert found.view.document.position(found.view.source_span(hit.start, hit.end)[0]).line == line


def test_a_posting_without_any_words_lacks_it_too(find, rule) -> None:
    assert len(find(check, "", rule("missing", settings=SETTINGS), path="ad.md").hits) == 1


def test_a_rule_that_does_not_hold_here_finds_nothing(lacks, find, rule) -> None:
    assert not lacks("Nurse", places=("CO",))
    assert find(check, "Nurse", rule("missing", places=("CO",)), states=("CO",)).hits
