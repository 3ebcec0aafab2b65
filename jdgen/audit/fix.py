"""Findings that know a safe repair → the repaired text. Everything a repair does not name stays as it is, character by character.

How the text gets back into its file is `jdgen/pipeline/rewrite.py`'s to know.
"""

from collections.abc import Iterable
from typing import NamedTuple

from jdgen.model.finding import Finding, Replacement


class Fixed(NamedTuple):
    """The repaired text, and the findings whose repairs are in it."""

    source: str
    applied: tuple[Finding, ...]


def fix(source: str, findings: Iterable[Finding]) -> Fixed:
    """Return the source with the repairs of the findings made; of two that overlap, the first is made, and of those the longest.

    A repair is left out where the source does not read as the finding says: markup lies within its words, or the file has changed.
    """
    pieces: list[str] = []
    applied: list[Finding] = []
    done = 0
    for finding, repair in _in_order(source, findings):
        if repair.start < done:
            continue
        pieces += (source[done : repair.start], repair.text)
        done = repair.end
        applied.append(finding)
    return Fixed("".join((*pieces, source[done:])), tuple(applied))


def _in_order(source: str, findings: Iterable[Finding]) -> list[tuple[Finding, Replacement]]:
    """Return the findings that can be repaired, by place; of two that start together, the longest first."""
    repairs = [(finding, finding.replacement) for finding in findings if finding.replacement]
    usable = [(finding, repair) for finding, repair in repairs if _is_safe(source, finding, repair)]
    return sorted(usable, key=lambda pair: (pair[1].start, -pair[1].end))


def _is_safe(source: str, finding: Finding, repair: Replacement) -> bool:
    """Say whether the words to be replaced are the words found, with nothing but spaces between, and the repair is a change."""
    if not 0 <= repair.start < repair.end <= len(source):
        return False
    standing, found = _plain(source[repair.start : repair.end]), _plain(finding.matched)
    return bool(found) and repair.text != source[repair.start : repair.end] and (found in standing or standing in found)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
