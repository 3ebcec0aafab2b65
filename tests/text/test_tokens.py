"""Cutting shorthand into known and unknown words."""

from jdgen.text.tokens import Token, compile_words, cut, of_kind, plain

WORDS = compile_words({"color": r"red|blue", "number": r"[0-9]+"}, skipped=r",|\band\b")


def test_known_words_get_their_kind_and_idle_ones_vanish():
    assert cut(WORDS, "red, and 12") == (Token("color", "red"), Token("number", "12"))


def test_unknown_words_are_kept_whole():
    assert of_kind(cut(WORDS, "red größe !"), "unread") == ("größe", "!")


def test_dashes_apostrophes_and_hidden_characters_become_plain():
    assert plain(" a\u2013b \u2212 c\u2019d\u200b\u00a0e\n") == "a-b - c'd e"


def test_no_letter_counts_as_another_by_folding():
    assert of_kind(cut(compile_words({"s": "s"}, skipped=","), "\u017f"), "s") == ()
