"""Which rows of words may hold a phrase."""

import pickle

import pytest

from jdgen.audit.phrase_gate import PhraseGate

FREQUENCY = {"record": 50, "a": 500, "people": 200}
GATE = PhraseGate(
    ["(a|any) record [at all]", "people with [_] (records|felonies)", "jobless", "(laid|let) off"], {}, FREQUENCY
)


@pytest.mark.parametrize("text", ["a record at all", "people with felonies", "they are jobless", "laid off"])
def test_a_row_that_holds_a_phrase_passes(text: str) -> None:
    assert GATE.is_open(text.split())


@pytest.mark.parametrize(
    "text", ["people come first", "felonies", "the record shows", "he laid bricks", "a plan for people"]
)
def test_a_row_that_lacks_a_needed_word_does_not(text: str) -> None:
    assert not GATE.is_open(text.split())


def test_words_of_a_class_count() -> None:
    gate = PhraseGate(["not <take>", "under <age>"], {"hire": ("<take>",)})

    assert gate.is_open(["not", "hire"])
    assert gate.is_open(["under", "40"])
    assert not gate.is_open(["under", "pressure"])


def test_a_gate_stays_the_same_when_it_was_packed() -> None:
    assert pickle.loads(pickle.dumps(GATE)).is_open(["jobless"])  # noqa: S301 - written here
