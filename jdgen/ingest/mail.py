"""A posting that came as e-mail text: quote marks, headers and signatures are blanked out, so that every character keeps its place.

The subject stays, as the line on top. Headers are those of RFC 5322 and what mail programs write above a forwarded letter; a signature begins as
RFC 3676, 4.3, says.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from jdgen.ingest.job_titles import names_job, title_in
from jdgen.text.place import parse_location
from jdgen.text.problem import Problem

_QUOTE = re.compile(r" ?(?:> ?)+")
_HEADER = re.compile(
    r"\s{0,3}\*{0,2}(?P<name>From|To|Cc|Bcc|Date|Sent|Received|Subject|Re|Reply-To|Sender|Importance|Priority|Attachments?|Message-ID|MIME-Version"
    r"|Content-Type|Content-Transfer-Encoding|Content-Disposition|Return-Path|Delivered-To|X-[\w-]{1,40}|List-[\w-]{1,40}|DKIM-Signature)\*{0,2}:\*{0,2}"
    r"(?=\s|$)",
    re.IGNORECASE,
)
_TELLING = frozenset({"from", "to", "date", "sent"})
"""Two of these, or one beside a subject, begin a letter; a posting may have one of them."""
_PREFIX = re.compile(r"\s*(?:(?:re|fwd?|aw|wg|external)\s?:\s*|\[[^\[\]]{1,40}\]\s*)*", re.IGNORECASE)
_ROUTE = re.compile(
    r"\s*(?:-{2,}\s?(?:Forwarded message|Original (?:Message|Appointment)|Forwarded by [^\n]{1,80}?)\s?-*|Begin forwarded message:"
    r"|On [^\n]{5,150}(?<=\W)wrote:|Sent from my [\w ]{1,30}\.?|Get Outlook for \w+)\s*",
    re.IGNORECASE,
)
_ROUTE_BEGINS = re.compile(r"\s*On [^\n]{5,120}\d{4}[^\n]{0,120}")
_ROUTE_ENDS = re.compile(r"(?:[^\n]{0,120}[\w>)] )?wrote:\s*")
_SIGNATURE = re.compile(r"\s{0,3}--\s?")
_LONGEST_SIGNATURE = 12
_MARKS = re.compile(r", | [|/@\u2013\u2014-] | in ")
"""What may part a title from a place."""
_APART = "\n\n"
_ENDS = frozenset(".!?:;")


def without_mail(text: str) -> str:
    """Return a text, with as many characters, that holds nothing of what a mail program put around a posting."""
    lines = text.split("\n")
    plain = _unquoted(lines)
    heads = list(_heads(plain))
    routes = {index for index in range(len(plain)) if _ROUTE.fullmatch(plain[index])} | set(_broken_routes(plain))
    if plain == lines and not heads and not routes:
        return text
    blank = routes | {index for head in heads for index in head}
    tops = [max(head) for head in heads]
    blank |= set(_signatures(plain, blank))
    subjects = dict(_subject(plain, head) for head in heads[-1:])
    for index in blank:
        line = plain[index]
        start = subjects.get(index)
        plain[index] = " " * len(line) if start is None else " " * start + _parted(line[start:])
    return "\n".join(plain) if tops or plain != lines else text


def _unquoted(lines: Sequence[str]) -> list[str]:
    """Return the lines without marks of a quote; a `>` before each item of a list is none."""
    is_all = all(_QUOTE.match(line) for line in lines if line.strip())
    plain: list[str] = []
    for is_marked, run in groupby(lines, key=lambda line: _QUOTE.match(line) is not None):
        some = list(run)
        plain += map(_without_marks, some) if is_marked and (is_all or _is_quote(some)) else some
    return plain


def _without_marks(line: str) -> str:
    marks = _QUOTE.match(line)
    return " " * marks.end() + line[marks.end() :] if marks else line


def _is_quote(lines: Sequence[str]) -> bool:
    """Say whether marked lines are a quoted letter: one is empty, is marked twice, is of a letter's head, or goes on with the one above."""
    words = [_without_marks(line).strip() for line in lines]
    if any(not line or _HEADER.match(line) for line in words) or any(line.count(">", 0, 4) > 1 for line in lines):
        return True
    return any(below[0].islower() and above[-1] not in _ENDS for above, below in pairwise(words))


def _heads(lines: Sequence[str]) -> Iterator[range]:
    """Yield where the headers of a letter stand; a header goes on in lines that are indented."""
    start: int | None = None
    names: set[str] = set()
    is_top = True
    for index, line in enumerate((*lines, "")):
        header = _HEADER.match(line)
        if header:
            start = index if start is None else start
            names.add(header["name"].lower())
        elif start is not None and not (line[:1].isspace() and line.strip() and _indent(line) > _indent(lines[start])):
            if len(names & _TELLING) + ("subject" in names) > 1 or (is_top and names == {"subject"}):
                yield range(start, index)
            start, names = None, set()
        is_top = is_top and (not line.strip() or start is not None)


def _broken_routes(lines: Sequence[str]) -> Iterator[int]:
    """Yield the two lines of "On Monday ... wrote:" where the name has a line of its own."""
    for index, (above, below) in enumerate(pairwise(lines)):
        if _ROUTE_BEGINS.fullmatch(above) and _ROUTE_ENDS.fullmatch(below):
            yield from (index, index + 1)


def _signatures(lines: Sequence[str], blank: set[int]) -> Iterator[int]:
    """Yield the lines of signatures: from the mark to the end, or to the next letter."""
    for index, line in enumerate(lines):
        if not _SIGNATURE.fullmatch(line):
            continue
        end = min((other for other in blank if other > index), default=len(lines))
        if sum(bool(one.strip()) for one in lines[index + 1 : end]) <= _LONGEST_SIGNATURE:
            yield from range(index, end)


def _subject(lines: Sequence[str], head: range) -> tuple[int, int]:
    """Return in which line of a head the subject stands, and where its own words begin; -1 where there is none."""
    for index in head:
        header = _HEADER.match(lines[index])
        if header and header["name"].lower() == "subject":
            prefix = _PREFIX.match(lines[index], header.end())
            return index, prefix.end() if prefix else header.end()
    return -1, 0


def _parted(subject: str) -> str:
    """Return a subject whose job title stands apart from a call before it and from a place behind it."""
    title = title_in(subject)
    start = subject.find(title) if title else -1
    if not title or start < 0:
        return subject
    before, after = subject[:start], subject[start + len(title) :]
    if start >= len(_APART):
        before = before[: -len(_APART)] + _APART
    for mark in _MARKS.finditer(title):
        tail = title[mark.end() :].strip(" ()")
        if not isinstance(parse_location(tail), Problem) and names_job(title[: mark.start()]):
            cut = mark.end() - len(_APART)
            title = title[:cut] + _APART + title[mark.end() :]
            break
    return before + title + after


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
