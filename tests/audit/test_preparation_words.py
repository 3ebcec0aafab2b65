"""From lists of words to the expressions and sets the audit looks for."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from jdgen.audit.preparation_words import calls_of, expressions_of, words_of
from jdgen.audit.terms import TermError
from jdgen.load.records import as_record
from jdgen.model.rule import WhoTable

_WHO: dict[str, Any] = {
    **{name: {} for name in ("weights", "reach", "roles", "heads", "governors", "after", "openings", "denials")},
    "name-heads": "clinic",
    "stops": "and",
}


@pytest.fixture
def find() -> Callable[..., list[str]]:
    """Return a function that gives what an expression finds in a text, by its name and the lists of a table."""

    def run(name: str, text: str, /, **groups: Mapping[str, object]) -> list[str]:
        table = as_record({**_WHO, **{group.replace("_", "-"): lists for group, lists in groups.items()}}, WhoTable)
        return [match.group() for match in re.finditer(expressions_of(table)[name], text)]

    return run


def test_without_words_nothing_is_found() -> None:
    text = "you need no car, so do not apply: jobs@ is not required"

    found = {name: re.search(regex, text) for name, regex in expressions_of(as_record(_WHO, WhoTable)).items()}

    # Marks are no words, and end a clause all the same.
    assert sorted(name for name, match in found.items() if match and match.group()) == ["break"]


def test_an_exception_silences_a_term_that_begins_where_it_does(find) -> None:
    lists = {"turns": ["(so|since)"], "not-turns": ["so far", "since (19|20)(0|1)(0|1)"]}

    assert find("reason-turn", "a, so far b, so c, since 2010 d", reasons=lists) == [" so "]


def test_a_denied_demand_names_the_thing(find) -> None:
    lists = {
        "asked": ["required"],
        "of-others": ["of clients"],
        "before": ["no"],
        "between": ["is"],
        "of-one": ["is not"],
        "of-several": ["are not"],
        "joints": "and",
    }

    assert find("no-demand", "no car is required", not_demanded=lists) == ["no car is required"]
    assert find("no-demand", "no car and bus required", not_demanded=lists) == []
    assert find("not-demanded", "it is not required", not_demanded=lists) == ["is not required"]
    assert find("not-demanded", "it is not required of clients", not_demanded=lists) == []


def test_a_turn_inside_of_what_turns_nothing_is_none(find) -> None:
    lists = {"turns": ["(but|yet)"], "not-turns": ["not yet"]}

    assert find("turn", "not yet a, yet b", not_demanded=lists) == ["not yet", "yet"]
    table = as_record({**_WHO, "not-demanded": lists}, WhoTable)
    turns = re.finditer(expressions_of(table)["turn"], "not yet a, yet b")
    assert [match["turn"] for match in turns] == [None, "yet"]


def test_most_plurals_are_things_nobody_demands(find) -> None:
    lists = {"unwanted": ["felon"], "wanted": ["checks"]}

    assert [find("unwanted", text, not_demanded=lists) for text in ("a felon", "no felons", "a pass")] == [
        ["felon"],
        ["felons"],
        [],
    ]
    assert find("wanted", "no checks", not_demanded=lists) == ["checks"]


def test_a_shared_list_is_written_out(find) -> None:
    assert find("denies", "we never do", reasons={"denials": ["@no"]}, lists={"no": ["never"]}) == ["never"]


def test_a_sentence_is_looked_at_where_it_holds_the_rarest_word_of_a_term_or_a_mailbox() -> None:
    lists = {"holds": ["your resume", "send it"], "mailboxes": "jobs"}
    table = as_record({**_WHO, "addressed": lists}, WhoTable)

    assert words_of(table, {"your": 9, "it": 5})["addressed"] == {"resume", "send", "jobs"}


def test_words_that_call_somebody_end_with_a_space() -> None:
    table = as_record({**_WHO, "names": {"calls": "Call|Ask  for\n |"}}, WhoTable)

    assert calls_of(table) == ("Call ", "Ask for ")


def test_a_term_that_cannot_be_read_is_refused(find) -> None:
    with pytest.raises(TermError):
        find("denies", "never", reasons={"denials": ["(never"]})
