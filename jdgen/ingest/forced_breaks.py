"""Line breaks that somebody typed, `<br>` and those of Markdown: inside of a sentence one is a space, between the items of a list it stays.

A small letter behind a break goes on with the sentence. Several such lines are a list, unless they fill a width or end as a sentence does.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jdgen.ingest.line_breaks import begins_anew
from jdgen.ingest.section_words import exact_role, label_alone
from jdgen.ingest.wrapping import is_word_broken, leads_on

_SENTENCE_ENDS = frozenset(".!?:;")
_CLOSES = frozenset(".!?")
_FULL = 21
"""A line of so many characters may have been broken because it was full."""


def inside_sentences(lines: Sequence[str]) -> list[bool]:
    """Return for each line whether the break above it stands inside of a sentence; the first has none above."""
    inside = [False, *(_may_go_on(above, line) for above, line in pairwise(lines))]
    for start, end in _runs(inside):
        run = lines[start:end]
        if run[0].lstrip()[0].islower():
            inside[start:end] = [False] * len(run)  # a list in small letters
        elif len(run) > 2 and run[-1].rstrip()[-1] not in _CLOSES and min(map(len, run[:-1])) < _FULL:
            inside[start + 1 : end] = [leads_on(above) for above in run[:-1]]
        for index in range(start + 1, end):
            inside[index] |= is_word_broken(lines[index - 1].rstrip(), lines[index].lstrip())
    return inside


def _may_go_on(above: str, line: str) -> bool:
    above, line = above.strip(), line.strip()
    if not (above and line):
        return False
    if is_word_broken(above, line):
        return True
    if not line[0].islower() or above[-1] in _SENTENCE_ENDS or begins_anew(line):
        return False
    return exact_role(above) is None and label_alone(above) is None


def _runs(inside: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield where lines start and end of which each may go on with the one above."""
    start = 0
    for index in range(1, len(inside) + 1):
        if index == len(inside) or not inside[index]:
            if index - start > 1:
                yield start, index
            start = index
