"""The word tables of pay agree with each other."""

from jdgen.text.pay_words import CURRENCIES, DOLLARS, PAY_WORDS, UNITS
from jdgen.text.tokens import cut


def test_every_unit_word_is_cut_as_a_unit():
    kinds = {word: cut(PAY_WORDS, f"40/{word}")[-1].kind for word in UNITS}

    assert kinds
    assert {"unit"} == set(kinds.values())


def test_every_currency_is_cut_as_a_currency():
    kinds = {name: cut(PAY_WORDS, f"{name} 40")[0].kind for name in CURRENCIES}

    assert kinds
    assert {"currency"} == set(kinds.values())


def test_every_dollar_is_a_currency_we_take():
    assert set(CURRENCIES.values()) >= DOLLARS
