"""Workplace: on site, hybrid, remote."""

import pytest

from jdgen.text.problem import Problem
from jdgen.text.workplace import parse_workplace

READ = {
    "onsite": (
        "onsite",
        "on-site",
        "On Site",
        "ON-SITE",
        "in person",
        "in-person",
        "in the office",
        "fully on-site",
        "on\u2010site",
    ),
    "hybrid": (
        "hybrid",
        "Hybrid (2-3 days a week in the office)",
        "hybrid remote",
        "partly remote",
        "on-site/hybrid",
        "remote, 2 days on-site",
    ),
    "remote": (
        "remote",
        "Fully remote",
        "100% remote",
        "telework",
        "telecommuting",
        "WFH",
        "work from home",
        "home-based",
    ),
}

REFUSED = {
    "": "empty",
    "   ": "empty",
    "no remote": "unreadable",
    "not remote": "unreadable",
    "field": "unreadable",
    "2 days": "unreadable",
    "on-site 3 days": "unreadable",
    "fully": "unreadable",
    "-": "unreadable",
    "remote " * 50: "unreadable",
    "remote or on-site": "two-kinds",
}


@pytest.mark.parametrize(("expected", "text"), [(kind, text) for kind, texts in READ.items() for text in texts])
def test_the_many_names_are_read(expected, text):
    assert expected == parse_workplace(text)


@pytest.mark.parametrize("text", REFUSED)
def test_anything_else_is_refused(text):
    answer = parse_workplace(text)

    assert isinstance(answer, Problem)
    assert REFUSED[text] == answer.kind
    assert "hybrid" in answer.hint
