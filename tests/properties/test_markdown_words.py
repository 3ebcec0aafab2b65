"""Whatever blocks a Markdown text has: each word is read once, and every character is found at its place in the file."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jdgen.ingest.markdown import read_markdown
from jdgen.ingest.pieces import cut_runs

ODD = ("\u00a0", "\u2003", "\u3000", "\u2028", "\f", "\v", "\x1c", "\x85", "\u200b", "\u200e")
STARTS = (
    "",
    "",
    "# ",
    "### ",
    "- ",
    "* ",
    "1. ",
    "> ",
    ">> ",
    "> - ",
    "- > ",
    "    ",
    "\t",
    "  ",
    "| ",
    "<p>",
    "<br>",
    "``` the ",
    *ODD,
)
ENDS = ("", "", "  ", "\\", " ##", " |", "<br>", "&nbsp;", *ODD)
EMPTY = ("", "", "---", "===", ">", "- ", "|---|---|", "```", *ODD, *(f"> {space}" for space in ODD), "-\u00a0")


@st.composite
def markdown(draw: st.DrawFn) -> tuple[str, int]:
    """Draw a text and how many words it holds: w0, w1 and so on, none twice."""
    lines: list[str] = []
    count = 0
    for _ in range(draw(st.integers(1, 12))):
        if draw(st.integers(0, 3)) == 0:
            lines.append(draw(st.sampled_from(EMPTY)))
            continue
        words = [f"w{count + index}" for index in range(draw(st.integers(1, 3)))]
        count += len(words)
        gap = draw(st.sampled_from((" ", " | ", "|", "\u00a0", " \u2003 ", " **and** ", " <TBD> ")))
        lines.append(f"{draw(st.sampled_from(STARTS))}{gap.join(words)}{draw(st.sampled_from(ENDS))}")
    return draw(st.sampled_from(("\n", "\n", "\r\n", "\r"))).join(lines), count


@given(markdown())
def test_each_word_is_read_once_and_found_at_its_place(drawn: tuple[str, int]) -> None:
    source, count = drawn
    pieces = read_markdown(source).pieces
    found = [(piece, word) for piece in pieces for word in re.finditer(r"w[0-9]+", piece.text)]

    assert sorted(word.group() for _, word in found) == sorted(f"w{index}" for index in range(count))
    for piece, word in found:
        start = cut_runs(piece.runs, word.start(), word.end())[0][1]
        assert source[start : start + len(word.group())] == word.group()


@given(markdown())
def test_offsets_never_run_backwards(drawn: tuple[str, int]) -> None:
    for piece in read_markdown(drawn[0]).pieces:
        ends = [*(start for start, _ in piece.runs[1:]), len(piece.text)]
        spans = [(origin, origin + end - start) for (start, origin), end in zip(piece.runs, ends, strict=True)]

        assert all(first[0] <= second[0] for first, second in pairwise(spans))
        assert all(end <= len(drawn[0]) for _, end in spans)
