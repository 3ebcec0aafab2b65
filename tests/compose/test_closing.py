from collections.abc import Callable

import pytest

from jdgen.compose.closing import closing, contact_words
from jdgen.compose.posting_facts import posting_facts
from jdgen.load.records import as_record
from jdgen.model.draft import Closing
from jdgen.model.employer import Contact


@pytest.fixture
def made(sources: Callable) -> Callable[..., Closing]:
    """Return a function that makes the end of a posting from fields of requisition and employer."""

    def make(requisition: dict[str, object] | None = None, **employer: object) -> Closing:
        given = sources(requisition, employer=employer)
        facts = posting_facts(
            "nurse", given.specialization, given.employer, given.requisition, template="posting", posted=None
        )
        return closing(given.employer, given.requisition, facts, given.facts.notices)

    return make


def test_the_neutral_statements_name_the_employer(made: Callable) -> None:
    end = made()

    assert end.equal_opportunity == ("Acme Care treats people alike.",)
    assert end.accommodation == "Tell us what would help."
    assert (end.deadline, end.instructions) == (None, ())


def test_the_employers_own_statement_wins(made: Callable) -> None:
    end = made(equal_opportunity="We hire by skill.\n\nWe mean it.")

    assert end.equal_opportunity == ("We hire by skill.", "We mean it.")


def test_a_contact_for_accommodations_is_named(made: Callable) -> None:
    end = made(accommodation={"name": "Ana Ruiz", "email": "ana@a.example", "phone": "303-555-0100"})

    assert end.accommodation == "You can reach Ana Ruiz, ana@a.example or 303-555-0100 at Acme Care."


def test_names_that_hold_braces_stay_names(made: Callable) -> None:
    end = made(name="{contact} Care", accommodation={"name": "{employer}"})

    assert end.equal_opportunity == ("{contact} Care treats people alike.",)
    assert end.accommodation == "You can reach {employer} at {contact} Care."


@pytest.mark.parametrize(
    ("closes", "expected"),
    [("2026-12-31", "Apply by December 31, 2026."), ("until filled", "We look until we have found you."), (None, None)],
)
def test_the_deadline_is_said_in_words(made: Callable, closes: str | None, expected: str | None) -> None:
    assert made({"closes": closes}).deadline == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({}, ""),
        ({"name": "Ana"}, "Ana"),
        ({"email": "a@b.example"}, "a@b.example"),
        ({"name": "Ana", "phone": "1"}, "Ana, 1"),
        ({"email": "a@b.example", "phone": "1"}, "a@b.example or 1"),
    ],
)
def test_a_contact_is_said_by_what_is_known(parts: dict[str, str], expected: str) -> None:
    assert expected == contact_words(as_record(parts, Contact))
