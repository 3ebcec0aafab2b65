"""How messages show what was typed."""

from jdgen.text.problem import quoted


def test_a_short_text_is_shown_whole_on_one_line():
    assert quoted(" Denver,\n CO ") == "`Denver, CO`"


def test_a_long_text_is_shortened():
    shown = quoted("x" * 10_000)

    assert len(shown) == 62
    assert shown.endswith("…`")


def test_what_cannot_be_printed_is_replaced():
    assert quoted("a\x00\u202eb") == "`a\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}b`"
