"""The words of traits and stances as they are looked for."""

import pickle

from jdgen.audit.phrase_book import PhraseBook
from jdgen.audit.phrase_gate import PhraseGate
from jdgen.audit.traits import Sign, Traits


def test_traits_can_be_kept_between_runs() -> None:
    traits = Traits(
        gate=PhraseGate(["felon"]),
        words=PhraseBook([("felon", 0)]),
        entries=((3, "unwanted"),),
        signs=(Sign("refusal", 4, "any", 60),),
    )

    kept = pickle.loads(pickle.dumps(traits))  # noqa: S301 - written here

    assert kept.gate.is_open(["felon"])
    assert list(kept.words.find(["felon"])) == [(0, 1, 0)]
    assert kept.entries == ((3, "unwanted"),)
    assert kept.signs == (Sign("refusal", 4, "any", 60),)


def test_without_words_nothing_is_found() -> None:
    assert not Traits().gate.is_open(["felon"])
