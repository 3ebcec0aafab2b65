"""Spools and runs: words without gaps, places without drift."""

from jdgen.ingest.pieces import Piece, Spool, cut_runs, through


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
