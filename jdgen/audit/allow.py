"""What a file allows itself: `<!-- jdgen: allow age.older-adults because we serve them until 2027-01-01 -->`.

Alone on its line, the comment speaks of the block that follows; inside a line, of that line; `allow-file`, of the whole file. Without a
reason, or past its day, it allows nothing and is a finding itself, as is one that nothing needs.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from jdgen.audit.allow_rules import allow_finding
from jdgen.model.document import Block, Position, starts_of_lines
from jdgen.model.finding import Allowed, Finding
from jdgen.text.problem import quoted
from jdgen.text.words import join_words


class Allowance(NamedTuple):
    """One comment that allows findings of some rules, given by id or by family, in a part of the source.

    `span` is the comment itself, `covers` what it speaks of, both as offsets. `mistake` names the rule it breaks, if it breaks one.
    """

    names: tuple[str, ...]
    reason: str
    until: date | None
    span: tuple[int, int]
    covers: tuple[int, int]
    places: tuple[Position, Position]
    mistake: str = ""
    typed: str = ""


class Split(NamedTuple):
    """Findings after the allowances: those that stay, those that are allowed, and those about the allowances."""

    kept: tuple[Finding, ...]
    allowed: tuple[Allowed, ...]
    own: tuple[Finding, ...]


def find_allowances(source: str, blocks: Sequence[Block]) -> tuple[Allowance, ...]:
    """Return every comment of ours in a text, in order; the time it takes grows with the text and no faster."""
    if "<!--" not in source:
        return ()
    from jdgen.audit.allow_words import comments_in, meaning_of  # most files allow nothing

    comments = list(comments_in(source))
    if not comments:
        return ()
    lines = starts_of_lines(source)
    spans = _block_spans(blocks, [comment.span for comment in comments])
    found = []
    for comment in comments:
        names, reason, until, mistake = meaning_of(comment)
        covers = (-1, len(source) + 1) if comment.whole_file else _covered(source, comment.span, spans)
        places = (_place(comment.span[0], lines), _place(comment.span[1], lines))
        found.append(Allowance(names, reason, until, comment.span, covers, places, mistake, quoted(comment.typed)))
    return tuple(found)


def split(
    findings: Iterable[Finding], allowances: Sequence[Allowance], day: date, *, known: Collection[str] | None = None
) -> Split:
    """Divide findings by what the file allows on a day, and add what is wrong with the allowances.

    `known` are the ids of all rules, switched off or not; without it, no name is called unknown. Of several comments that cover a
    finding, the one that begins last counts: it was written for this place.
    """
    findings = tuple(findings)
    good = [one for one in allowances if not one.mistake and not _is_past(one, day)]
    allowed, used = _allowed(findings, good)
    kept = tuple(finding for number, finding in enumerate(findings) if number not in allowed)
    own = [finding for one in allowances for finding in _own_findings(one, day, used, known)]
    return Split(kept, tuple(allowed[number] for number in sorted(allowed)), tuple(own))


def _block_spans(blocks: Sequence[Block], comments: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return end and start of each block in the source, by the end; in plain text a comment is a block too, and left out."""
    starts = [start for start, _ in comments]
    spans = []
    for block in blocks:
        if not block.text:
            continue
        start, end = block.source_offset(0), block.source_offset(len(block.text) - 1) + 1
        around = bisect_right(starts, start) - 1
        if around < 0 or end > comments[around][1]:
            spans.append((end, start))
    return sorted(spans)


def _covered(source: str, span: tuple[int, int], spans: list[tuple[int, int]]) -> tuple[int, int]:
    """Return what a comment speaks of: the next block if it stands alone on its line, else the line."""
    begin = source.rfind("\n", 0, span[0]) + 1
    end = source.find("\n", span[1])
    end = len(source) if end == -1 else end
    if (source[begin : span[0]] + source[span[1] : end]).strip():
        return begin, end + 1
    following = bisect_right(spans, (span[1], len(source)))
    return (span[1], spans[following][0]) if following < len(spans) else (span[1], span[1])


def _place(offset: int, lines: tuple[int, ...]) -> Position:
    line = bisect_right(lines, offset)
    return Position(line, offset - lines[line - 1] + 1)


def _is_past(allowance: Allowance, day: date) -> bool:
    return allowance.until is not None and allowance.until < day


def _allowed(
    findings: Sequence[Finding], allowances: Sequence[Allowance]
) -> tuple[dict[int, Allowed], set[tuple[int, str]]]:
    """Return what is allowed, by the number of the finding, and which names of which allowances were needed.

    Findings and allowances are walked together in the order of the text. An allowance that ends before a finding covers none that follow.
    """
    waiting = sorted(allowances, key=lambda one: one.covers[0], reverse=True)
    open_ones: dict[str, list[Allowance]] = defaultdict(list)
    allowed: dict[int, Allowed] = {}
    used: set[tuple[int, str]] = set()
    for number in sorted(range(len(findings)), key=lambda number: findings[number].start):
        finding = findings[number]
        while waiting and waiting[-1].covers[0] <= finding.start:
            one = waiting.pop()
            for name in one.names:
                open_ones[name].append(one)
        if covering := _covering(finding, open_ones):
            one, name = covering
            until = one.until.isoformat() if one.until else None
            allowed[number] = Allowed(finding, one.reason, one.places[0].line, until)
            used.add((one.span[0], name))
    return allowed, used


def _covering(finding: Finding, open_ones: dict[str, list[Allowance]]) -> tuple[Allowance, str] | None:
    """Return the allowance that covers a finding and begins last, with the name it uses."""
    covering: list[tuple[Allowance, str]] = []
    for name in (finding.rule, finding.rule.partition(".")[0]):
        stack = open_ones.get(name, [])
        while stack and stack[-1].covers[1] <= finding.start:
            stack.pop()
        if stack:
            covering.append((stack[-1], name))
    return max(covering, key=lambda pair: pair[0].covers[0], default=None)


def _own_findings(
    allowance: Allowance, day: date, used: set[tuple[int, str]], known: Collection[str] | None
) -> Iterator[Finding]:
    """Give what is wrong with one allowance: its form, its day, or names that mean nothing here."""

    def finding(rule: str, matched: str) -> Finding:
        return allow_finding(rule, matched, allowance.span, allowance.places)

    named = join_words([f"`{name}`" for name in allowance.names])
    if allowance.mistake:
        yield finding(allowance.mistake, named or allowance.typed)
        return
    unknown = [name for name in allowance.names if known is not None and not _is_known(name, known)]
    if unknown:
        yield finding("allow.unknown", join_words([f"`{name}`" for name in unknown]))
    if _is_past(allowance, day):
        yield finding("allow.expired", f"{named} until {allowance.until}")
        return
    idle = [name for name in allowance.names if name not in unknown and (allowance.span[0], name) not in used]
    if idle:
        yield finding("allow.unused", join_words([f"`{name}`" for name in idle]))


def _is_known(name: str, known: Collection[str]) -> bool:
    return name in known if "." in name else any(rule.startswith(f"{name}.") for rule in known)
