"""Rules made for one test, a small table of signs, and what a kind of rule finds with them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jdgen.audit.hit import Context, Hit, rules_here
from jdgen.audit.lookup import Lookup
from jdgen.audit.preparation import make_ruleset
from jdgen.audit.view import View
from jdgen.ingest.reader import read_document
from jdgen.load.project import open_workspace
from jdgen.load.records import as_record
from jdgen.load.rules import load_who
from jdgen.model.document import Role
from jdgen.model.rule import Rule, StanceTable, WhoTable

TODAY = date(2026, 11, 22)
_SIGNS = as_record(
    {
        "weights": {
            "name": -5,
            "quoted": -3,
            "preceding-head": 0.9,
            "own-head": 0.5,
            "subject": 0.5,
            "fade": 0.06,
            "least": 0.3,
        },
        "reach": {"head": 5, "subject": 6, "governor": 14, "after": 9, "name": 5, "denial": 4, "questions": 4},
        "roles": {"required": 1.3, "duties": -1.3},
        "heads": {"3": "applicant applicants nurse", "-3": "client clients patients"},
        "governors": {"2.2": "must be|seeking", "-2.2": "for|serving"},
        "after": {"2": "preferred"},
        "openings": {"1": "you are"},
        "denials": {"-6": "not required|do not ask for"},
        "name-heads": "clinic hospital street",
        "stops": "and or who",
        "lists": {"told-off": ["save your breath"]},
    },
    WhoTable,
)
SIGNS = replace(_SIGNS, addressed=load_who(open_workspace(Path(__file__)).search).addressed)


class Found:
    """The hits of one kind of rule in one text, and the view they count in."""

    def __init__(self, hits: list[Hit], view: View) -> None:
        """Keep the hits in reading order."""
        self.hits = sorted(hits, key=lambda hit: hit.start)
        self.view = view

    @property
    def words(self) -> list[str]:
        """The words of every hit as the document spells them."""
        source = self.view.document.source
        return [
            source[hit.start : hit.end] if hit.in_source else self.view.words_at(hit.start, hit.end)
            for hit in self.hits
        ]


@pytest.fixture
def rule(make_rule: Callable[..., Rule]) -> Callable[..., Rule]:
    """Return a function that makes a rule: its kind, then the fields to change."""
    return lambda kind="phrase", **fields: make_rule(kind=kind, **fields)


@pytest.fixture
def find() -> Callable[..., Found]:
    """Return a function that runs the check of a kind over a text with rules made for the test."""

    def run(
        check: Callable[..., object],
        text: str,
        *rules: Rule,
        path: str = "ad.txt",
        role: Role | None = None,
        lookup: Lookup | None = None,
        stance: StanceTable | None = None,
        **context: object,
    ) -> Found:
        view = View(read_document(text.encode(), path), line_role=role)
        ruleset = make_ruleset(rules, replace(SIGNS, stance=stance), lookup=lookup)
        here = Context(**{"day": TODAY, **context})
        return Found(list(check(view, rules_here(ruleset, here), here)), view)

    return run
