"""The marks inside of a line: what vanishes, and what only looks like a mark."""

import pytest

from jdgen.ingest.inline import Line, read_inline
from jdgen.ingest.pieces import Spool
from jdgen.model.document import Block


def words(text: str, references: tuple[str, ...] = ()) -> str:
    """Return the words of a Markdown line."""
    spool = Spool()
    read_inline([Line(text, 0)], references, spool)
    piece = spool.take("paragraph")
    return piece.text if piece else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*one* **two** ***three*** _four_ __five__", "one two three four five"),
        ("**bold *and* more**", "bold and more"),
        ("5 * 3 * 2 and snake_case_name", "5 * 3 * 2 and snake_case_name"),
        ("a * b", "a * b"),
        ("5~6~7 and snake_case_ x", "5~6~7 and snake_case_ x"),
        ("two stars ** alone", "two stars ** alone"),
        ("~~old~~ new", "old new"),
        ('[Apply here](https://www.example.org/jobs "Jobs") now', "Apply here now"),
        ("[Apply](<https://www.example.org/a b>)", "Apply"),
        ("a picture ![of us](team.png) of us", "a picture of us"),
        ("license in [insert state]", "license in [insert state]"),
        ("see [Jobs][list] and [list]", "see Jobs and list"),
        ("`code *kept*` and ``a ` b``", "code *kept* and a ` b"),
        ("a ` alone", "a ` alone"),
        (r"\*not bold\* 100\% C:\dir", r"*not bold* 100% C:\dir"),
        ("R&amp;D &lt;3 &copy; &nbsp;x AT&T &unknown;", "R&D <3 \u00a9 x AT&T &unknown;"),
        ("<b>bold</b> and <span class='x'>span</span>", "bold and span"),
        ("<18 years and 2 < 3", "<18 years and 2 < 3"),
        ("<https://www.example.org> <jobs@example.org>", "https://www.example.org jobs@example.org"),
        ("one <!-- not seen --> two", "one two"),
        ("never <!-- closed", "never <!-- closed"),
    ],
)
def test_marks_vanish_and_words_stay(text: str, expected: str) -> None:
    assert words(text, ("LIST",)) == expected


def test_each_character_keeps_its_place() -> None:
    text = "We **hire** [now](https://x.example) R&amp;D"
    spool = Spool()
    read_inline([Line(text, 100)], (), spool)
    piece = spool.take("paragraph")

    assert piece is not None
    block = Block("paragraph", piece.text, "other", 0, piece.runs)
    typed = {"hire": "hire", "now": "now", "&": "&amp;", "D": "D"}
    places = {word: block.source_offset(piece.text.index(word)) for word in typed}
    assert places == {word: 100 + text.index(original) for word, original in typed.items()}


def test_emphasis_may_go_over_a_line_end() -> None:
    spool = Spool()
    read_inline([Line("a **bold", 0), Line("line** here", 20)], (), spool)
    piece = spool.take("paragraph")

    assert piece is not None
    assert piece.text == "a bold line here"
    assert piece.runs[-1] == (piece.text.index(" here"), 26)
