"""Small grammar: lists, articles, counts, sentences, paragraphs."""

import pytest

from jdgen.text.words import counted, join_words, paragraphs, sentence, with_article


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b, and c"),
        (["Reno, Nevada", "Boise, Idaho"], "Reno, Nevada and Boise, Idaho"),
        (["Reno, Nevada", "Boise, Idaho", "remote"], "Reno, Nevada; Boise, Idaho; and remote"),
    ],
)
def test_items_are_joined_as_a_sentence_does(items, expected):
    assert expected == join_words(items)


def test_the_conjunction_can_be_chosen():
    assert join_words(iter("abc"), "or") == "a, b, or c"


@pytest.mark.parametrize(
    "phrase",
    [
        "RN role",
        "LCSW",
        "MSW",
        "HR partner",
        "RNs",
        "FTE",
        "ER nurse",
        "SBAR note",
        "X-ray",
        "F2F visit",
        "hour",
        "honest answer",
        "honorary title",
        "8-hour shift",
        "80-bed unit",
        "11-month term",
        "18-bed unit",
        "11,000-member plan",
        "adult",
        "oncology unit",
        "onerous task",
        "uninsured family",
        "unidentified patient",
        "unmet need",
        "urban clinic",
        "“open” role",
        "interdisciplinary team",
    ],
)
def test_a_vowel_sound_takes_an(phrase):
    assert with_article(phrase) == f"an {phrase}"


@pytest.mark.parametrize(
    "phrase",
    [
        "BSN",
        "CCM",
        "UM nurse",
        "U.S. citizen",
        "HIPAA rule",
        "SNAP office",
        "NICU",
        "NURSING home",
        "hospital",
        "university",
        "one-year term",
        "one",
        "once-weekly call",
        "unit",
        "unionized staff",
        "utilization review",
        "urologist",
        "user",
        "European",
        "110-bed hospital",
        "1,100-bed hospital",
        "24-hour line",
        "",
        "—",
    ],
)
def test_a_consonant_sound_takes_a(phrase):
    assert with_article(phrase) == f"a {phrase}"


def test_counts_agree_with_their_word():
    assert [counted(1, "opening"), counted(2, "opening"), counted(1200, "bed"), counted(0, "child", "children")] == [
        "1 opening",
        "2 openings",
        "1,200 beds",
        "0 children",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("help  people\nstay well", "Help people stay well."),
        ("RNs lead the team.", "RNs lead the team."),
        ("are you ready?", "Are you ready?"),
        ("hold an RN license (or LCSW)", "Hold an RN license (or LCSW)."),
        ("they say “come in.”", "They say “come in.”"),
        ("plan, coordinate,", "Plan, coordinate."),
        ("écoute", "Écoute."),
        ("", ""),
        ("  ", ""),
    ],
)
def test_a_sentence_starts_with_a_capital_and_ends_with_a_mark(text, expected):
    assert expected == sentence(text)


def test_paragraphs_end_at_blank_lines_and_lose_their_line_ends():
    text = "\n\nOne\n  line.\r\n \t\r\nTwo.\n\n\n\nThree.\n"

    assert paragraphs(text) == ["One line.", "Two.", "Three."]


def test_a_text_of_blanks_has_no_paragraphs():
    assert paragraphs(" \n \n") == []
