"""Spools and runs: words without gaps, places without drift."""

from collections.abc import Callable

import pytest

from jdgen.ingest.pieces import Piece, Spool, cut_runs, through, with_plain_bullets


def taken(*parts: tuple[str, int]) -> Piece:
    """Return a piece of parts and their offsets."""
    spool = Spool()
    for text, at in parts:
        spool.add(text, at)
    piece = spool.take("paragraph")
    assert piece is not None
    return piece


def test_pieces_are_joined_with_a_space() -> None:
    piece = taken(("We", 10)).joined([taken(("hire", 20)), taken(("now", 30))])

    assert piece.text == "We hire now"
    assert piece.runs == ((0, 10), (3, 20), (8, 30))


def test_every_gap_becomes_one_space() -> None:
    piece = taken(("  We\n\thire\u00a0 now  ", 10))

    assert piece.text == "We hire now"
    assert piece.runs == ((0, 12), (3, 16), (8, 22))


def test_what_cannot_be_seen_vanishes() -> None:
    assert taken(("reha\u00adbili\u200btation", 0)).text == "rehabilitation"


def test_a_single_line_break_needs_no_new_run() -> None:
    assert taken(("We\nhire", 5)) == Piece("paragraph", "We hire", ((0, 5),))


def test_nothing_but_gaps_is_no_piece() -> None:
    spool = Spool()
    spool.add(" \n ", 0)

    assert spool.take("paragraph") is None


def test_a_spool_starts_anew_after_a_piece() -> None:
    spool = Spool()
    spool.add("one", 0, is_bold=True)
    spool.take("paragraph")
    spool.add("two", 9)

    assert spool.take("item", 2) == Piece("item", "two", ((0, 9),), 2)


def test_a_piece_is_bold_when_all_its_words_are() -> None:
    spool = Spool()
    spool.add("Duties", 0, is_bold=True)
    spool.add(":", 10)
    bold = spool.take("paragraph")
    spool.add("Pay", 0, is_bold=True)
    spool.add(" $30", 10)
    plain = spool.take("paragraph")

    assert (bold and bold.is_bold, plain and plain.is_bold) == (True, False)


def test_a_part_of_a_piece_keeps_its_places() -> None:
    piece = Piece("paragraph", "one two three", ((0, 0), (4, 10), (8, 20)))

    assert piece.cut(3, 9) == Piece("paragraph", "two t", ((0, 10), (4, 20)))


def test_cut_runs_start_at_the_cut() -> None:
    assert cut_runs(((0, 0), (4, 10)), 5, 7) == ((0, 11),)


def test_runs_go_through_a_second_mapping() -> None:
    assert through(((0, 2), (3, 8)), [(0, 100), (4, 200), (9, 300)], 5) == ((0, 102), (2, 200), (3, 204), (4, 300))


@pytest.mark.parametrize(
    "unseen", ["\u200e", "\u200f", "\u200c", "\u200d", "\ufe0f", "\u2060", "\u2063", "\u202e", "\u2066", "\u034f"]
)
def test_letters_nobody_sees_vanish_from_words(unseen: str) -> None:
    spool = Spool()
    spool.add(f"un{unseen}der 40", 5)
    piece = spool.take("paragraph")

    assert piece is not None
    assert (piece.text, piece.runs) == ("under 40", ((0, 5), (2, 8)))


def test_letters_set_as_one_are_several_in_one_place() -> None:
    spool = Spool()
    spool.add("ex-o\ufb00enders, \ufb01le, e\ufb03cient", 0)
    piece = spool.take("paragraph")

    assert piece is not None
    assert piece.text == "ex-offenders, file, efficient"
    assert piece.runs[:3] == ((0, 0), (5, 4), (15, 13))


@pytest.mark.parametrize(
    "signs",
    [
        "\U0001f469\u200d\u2695\ufe0f",
        "1\ufe0f\u20e3",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "\u0645\u06cc\u200c\u062e",
    ],
)
def test_signs_made_of_several_stay_whole(signs: str) -> None:
    spool = Spool()
    spool.add(f"We {signs} care", 0)
    piece = spool.take("paragraph")

    assert piece is not None
    assert piece.text == f"We {signs} care"


@pytest.mark.parametrize("sign", ["\u25aa\ufe0f", "\u2705", "\u27a1\ufe0f", "\U0001f449", "\U0001f539"])
def test_pictures_before_lines_are_bullets(sign: str, read: Callable) -> None:
    text = f"We hire.\n\n{sign} Plan care\n{sign} Write notes\n"
    assert len(with_plain_bullets(text)) == len(text)
    for source, path in (
        (text, "ad.txt"),
        (text, "ad.md"),
        (f"<p>We hire.<p>{sign} Plan care<p>{sign} Write notes", "ad.html"),
    ):
        document = read(source, path)

        assert [(block.kind, block.text) for block in document.blocks][1:] == [
            ("item", "Plan care"),
            ("item", "Write notes"),
        ]
        assert document.blocks[2].source_offset(0) == source.index("Write")


def test_a_picture_elsewhere_is_no_bullet() -> None:
    text = "## \u2705 Benefits\nDenver \u2192 Reno\n\u2705\n"

    assert with_plain_bullets(text) == text
