"""A sentence with credentials, masked so that patterns can ask what stands beside."""

import re

from jdgen.audit.credential_sentence import credential_sentences
from jdgen.audit.ruleset import Ruleset
from jdgen.audit.view import View
from jdgen.ingest.reader import read_document


def sentences(text: str, ruleset: Ruleset):
    return credential_sentences(View(read_document(text.encode(), "case.md")), ruleset.lookup.credentials)


def test_only_sentences_with_a_credential_are_given(shipped_rules: Ruleset) -> None:
    found = sentences("You visit people at home. The CCM is welcome. So is the CRC.", shipped_rules)

    assert [sentence.plain.strip() for sentence in found] == ["the ccm is welcome.", "so is the crc."]


def test_a_match_in_the_masked_text_leads_to_its_credential(shipped_rules: Ruleset) -> None:
    (sentence,) = sentences("A CCM and a CRC license", shipped_rules)

    mention = sentence.mention_near(re.search("\u00a7+ license", sentence.text))

    assert mention.letters == "CRC"


def test_of_a_long_block_only_the_nearest_part_is_looked_at(shipped_rules: Ruleset) -> None:
    (sentence,) = sentences("New graduates. " + "You visit people. " * 60 + "The CCM is required.", shipped_rules)

    assert "graduates" not in sentence.around
    assert "visit" in sentence.around


def test_a_sentence_of_nothing_but_credentials_is_cut_short(shipped_rules: Ruleset) -> None:
    (sentence,) = sentences("CCM, " * 200, shipped_rules)

    assert len(sentence.mentions) == 16
