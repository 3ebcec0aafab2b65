"""Who hires, as the words of a posting say it: "Bayside Elder Services is hiring", "About Maple Clinic", "At Larch Home Care, we".

A name is taken only where the sentence can hardly mean anybody else, and where the sentences of its kind all name the same employer.
Otherwise nothing is, and import shows the lines at the top that may be a name. The words stand in `rules/_recovery.yaml`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from jdgen.ingest.job_titles import names_job
from jdgen.ingest.links import is_navigation
from jdgen.ingest.recovery import labelled
from jdgen.ingest.recovery_words import either, either_capital, phrases
from jdgen.ingest.section_words import exact_role, heading_role, is_title_case, labelled_field
from jdgen.model.document import Block, Document, Stated
from jdgen.text.places_in_words import places_apart
from jdgen.text.states import find_state

_LINES_AT_THE_TOP = 8
_LINES_AT_THE_BOTTOM = 3
_LONGEST_NAME = 80
_MOST_CHARACTERS = 4000
"""A block with more is a whole posting in one line, and is looked at no further."""

_EDGES = " \t:;,.|/\u2022\u00b7\u2013\u2014-("
_STARTS = re.compile(r"(?<!\b(?:St|Mt|Ft|Dr|Mr|Ms))(?<!\b(?:Ste|Mrs))[.!?:;)\u2022|]\s+(?=[\"\u201c(]?[A-Z0-9])")
"""Where a sentence may begin: not behind the period of "St. Mary's Hospital", nor behind that of "Dr. Lopez", who is no employer."""
_WORD = r"(?:(?:St|Ste|Mt|Ft)\.|[A-Z0-9][\w&'\u2019./+-]{0,30}(?<![.'\u2019/+-])|&)"
_FORM = r",?\s(?:Inc|LLC|LLP|Ltd|PLLC|PC|P\.C)\b\.?"
_NAME = rf"(?P<name>{_WORD}(?:\s(?:(?:of|and|for|the|in|at|on|de|la|del)\s){{0,2}}{_WORD}){{0,9}}(?:{_FORM})?)"
_FIRST_PART = re.compile(r"\s+[|\u2022\u00b7\u2013\u2014-]\s+")
_FORM_AT_END = re.compile(r"\b(?:Inc|Ltd|Co|Corp|P\.C|L\.L\.C|Assoc)$")
_STREET = re.compile(r",? [\u2022\u00b7|\u2013\u2014-]?\s?\d{1,6} (?=[A-Z]).*$")
_ASIDE = r"(?:\s\([^()]{1,60}\))?(?:,\s[^.!?:;()]{1,120},)?"
_SPEAKS = re.compile(rf"(?:Here\s)?[Aa]t\s(?:the\s)?{_NAME}{_ASIDE}(?:,?\swe|,\s(?:our|you|your|every|each))\b")
_TWO_NAMES = re.compile(r"\w+ and \w+|[A-Z]{2,5}(?: [A-Z]{2,5})+")
"""Two employers, or an abbreviation with those of its parts."""
_MOST_NAMES = 40
"""Sentences of a kind that are looked at: whether a name recurs takes a walk through the whole posting."""


class _Sentences(NamedTuple):
    """How the sentences begin that name who hires."""

    hires: re.Pattern[str]
    promises: re.Pattern[str]
    speaks: re.Pattern[str]
    headed: re.Pattern[str]
    is_one: re.Pattern[str]
    does: re.Pattern[str]


def employer_in_words(document: Document) -> Stated | None:
    """Return who hires, as a labelled line says it, else the surest sentences, else a line at the top with a place, else the first line or the last."""
    labels = (one for field, values in labelled(document) if field == "employer.name" for one in values)
    ways = (_in_sentences, _above_place, _alone, _at_the_edges)
    return next(labels, None) or next(filter(None, (way(document) for way in ways)), None)


def employer_lines(document: Document) -> Iterator[Stated]:
    """Yield the names among the lines at the top of which employers are made; what follows them, such as a place, is left out."""
    ends = {one.start: one for one in document.places}
    for block in document.blocks[:_LINES_AT_THE_TOP]:
        end = min((at for at in _offsets(block, ends)), default=len(block.text))
        name = _name_before(block.text[:end])
        typed = document.source[block.source_offset(0) : block.source_offset(max(len(name) - 1, 0))]
        if _is_employer(name) and not is_navigation(name, typed):
            yield _stated(block, 0, len(name))


def _above_place(document: Document) -> Stated | None:
    """Return the one name of an employer at the top that a place follows in its line: "Larch Home Care, Reno, NV"."""
    found = []
    for block in document.blocks[:_LINES_AT_THE_TOP]:
        place = next(places_apart(block.text), None) if len(block.text) <= 2 * _LONGEST_NAME else None
        before = block.text[: place.start()] if place else ""
        name = _without_street(_name_before(before))
        is_apart = not before[len(name) :].isspace()
        if block.role != "title" and is_apart and _is_employer(name) and not _is_plain(name):
            found.append(_stated(block, 0, len(name)))
    return _the_only(found) if found else None


def _name_before(text: str) -> str:
    """Return a name without the marks behind it; the period of `Inc.` is a part of it."""
    name = text.rstrip(_EDGES)
    return f"{name}." if text[len(name) :][:1] == "." and _FORM_AT_END.search(name) else name


def _without_street(name: str) -> str:
    """Return the name before an address: "Larch Home Care, 12 Oak St"."""
    street = _STREET.search(name)
    return name[: street.start()] if street else name


def _alone(document: Document) -> Stated | None:
    """Return the name that is all the first line says, or the last, as on a flyer: three words or more, of which the last says what it is."""
    found = []
    for block in (document.blocks[0], document.blocks[-1]) if len(document.blocks) > 2 else ():
        typed = document.source[block.source_offset(0) : block.source_offset(len(block.text) - 1)]
        may_be = block.kind in {"heading", "paragraph"} and block.role != "title" and block.text.count(" ") > 1
        if may_be and _is_name_alone(block.text) and not is_navigation(block.text, typed):
            found.append(_stated(block, 0, len(block.text)))
    return _the_only(found) if found else None


def _at_the_edges(document: Document) -> Stated | None:
    """Return the one name that stands apart in a line at the top or the bottom and begins another line too, as in a header and a footer."""
    found = []
    for block in (*document.blocks[:_LINES_AT_THE_TOP], *document.blocks[_LINES_AT_THE_TOP:][-_LINES_AT_THE_BOTTOM:]):
        name = (
            _without_street(_FIRST_PART.split(block.text, maxsplit=1)[0])
            if len(block.text) <= 2 * _LONGEST_NAME
            else ""
        )
        may_be = name.count(" ") > 1 and block.kind in {"heading", "paragraph"} and block.role != "title"
        if may_be and _is_name_alone(name) and sum(_begins_with(one.text, name) for one in document.blocks) > 1:
            found.append(_stated(block, 0, len(name)))
    return _the_only(found) if found else None


def _begins_with(text: str, name: str) -> bool:
    return text.startswith(name) and not text[len(name) : len(name) + 1].isalnum()


def _is_name_alone(name: str) -> bool:
    words = [word.strip(".,&").lower() for word in name.split()]
    if words[0] in _listed("nobody") or words[-1] in _listed("parts") or not _listed("other_things").isdisjoint(words):
        return False
    if words[0] in phrases("titles", "calls").words:
        return False
    is_whole = re.fullmatch(_NAME, name) is not None and phrases("titles", "employers").found_in(words[-1])
    return is_whole and _is_employer(name) and not _is_plain(name)


def _is_plain(name: str) -> bool:
    """Say whether a name has only words that say what an employer is, and none of its own."""
    kinds = phrases("titles", "employers")
    return all(word.strip(".,&").lower() in _listed("plain") or kinds.found_in(word) for word in name.split())


def _offsets(block: Block, starts: Iterable[int]) -> Iterator[int]:
    """Yield where in a block's text the places of the source start that stand in it."""
    last = block.source_offset(len(block.text) - 1)
    for start in starts:
        if block.source_offset(0) <= start <= last:
            yield next(at for at in range(len(block.text)) if block.source_offset(at) >= start)


def _is_employer(name: str) -> bool:
    if not 0 < len(name) <= _LONGEST_NAME or name[-1] in "!?:" or ":" in name or " | " in name or " " not in name:
        return False
    if exact_role(name) or labelled_field(name) or heading_role(name) or names_job(name):
        return False
    return (name.isupper() or is_title_case(name)) and phrases("titles", "employers").found_in(name)


@lru_cache(maxsize=1)
def _sentences() -> _Sentences:
    """Return the patterns, made of the words when somebody asks who hires: a check of a posting that says so needs none of them."""
    return _Sentences(_hires(), _promises(), _SPEAKS, _headed(), _is_one(), _does())


def _hires() -> re.Pattern[str]:
    """Return who is hiring, hires, or has an opening; nobody but an employer does."""
    hiring, often, hires, openings, chances, first = (
        either("employers", name) for name in ("hiring", "often", "hires", "openings", "chances", "first")
    )
    return re.compile(
        rf"(?:{first},?\s)?(?:[Tt]he\s)?{_NAME}{_ASIDE}\s(?:(?:is|are)\s(?:{often}\s)?{hiring}|{hires}"
        rf"|has\s(?:an?\s)?(?:[\w-]+\s){{0,3}}{openings}|has\s(?:an?\s)?(?:[\w-]+\s){{0,2}}{chances}\san?\s)\b"
    )


def _promises() -> re.Pattern[str]:
    """Return who promises to treat all applicants alike."""
    proud, committed, promises = (either("employers", name) for name in ("proud", "committed", "promises"))
    equal = either_capital("employers", "equal")
    return re.compile(
        rf"(?:[Tt]he\s)?{_NAME}{_ASIDE}\s(?:(?:is|are)\s(?:{proud}\s)?(?:an?\s)?{equal}|is\s(?:\w+\s)?{committed}|{promises})\b"
    )


def _headed() -> re.Pattern[str]:
    """Return the heading above what an employer says of itself."""
    headings = either_capital("employers", "headings")
    return re.compile(rf"(?:[^\w\s]{{1,4}}\s)?{headings}\s(?:[Tt]he\s)?{_NAME}\s?[?!:]?")


def _is_one() -> re.Pattern[str]:
    """Return what is an organization; it is not always the one that hires."""
    return re.compile(
        rf"(?:[Tt]he\s)?{_NAME}{_ASIDE}\s(?:is|are)\s(?:an?|the|one\sof)\s(?:[\w\u2019'-]+,?\s){{0,8}}?"
        rf"{either('employers', 'organizations')}\b(?!\s{either('employers', 'partners')}\b)"
    )


def _does() -> re.Pattern[str]:
    """Return who does what employers say of themselves, before a sentence that says "we"."""
    return re.compile(rf"(?:[Tt]he\s)?{_NAME}\s{either('employers', 'does')}\s[^.!?]{{1,200}}[.!?]\s(?:We|Our|You)\b")


def _in_sentences(document: Document) -> Stated | None:
    """Return the one name that the surest kind of sentence gives."""
    hires, promises, speaks, headed, is_one, does = _sentences()
    for kind in ((hires,), (promises, speaks), (headed,), (is_one,), (does,)):
        matches = islice(_matches(document, kind), _MOST_NAMES)
        found = [_stated(block, *match.span("name")) for block, match in matches if _is_name(match, document)]
        if found:
            return _the_only(found)
    return None


def _matches(document: Document, kind: Sequence[re.Pattern[str]]) -> Iterator[tuple[Block, re.Match[str]]]:
    """Yield the sentences of a kind, each with the block it stands in."""
    for block in document.blocks:
        if len(block.text) <= _MOST_CHARACTERS:
            yield from ((block, match) for pattern in kind for match in _in_text(pattern, block.text))


def _in_text(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield where a sentence begins as the pattern says; a heading has to be like it as a whole."""
    if pattern is _sentences().headed:
        found = [pattern.fullmatch(text)]
    else:
        found = [pattern.match(text, at) for at in (0, *(start.end() for start in _STARTS.finditer(text)))]
    yield from filter(None, found)


def _is_name(match: re.Match[str], document: Document) -> bool:
    """Say whether the words are what an employer is called, and no job, place, part of an employer or common word."""
    name = match["name"]
    words = [word.strip(".,&").lower() for word in name.split()]
    kinds = phrases("titles", "employers")
    if words[0] in _listed("nobody") or words[-1] in _listed("parts") or not _listed("other_things").isdisjoint(words):
        return False
    if len(name) > _LONGEST_NAME or find_state(name) or _is_city(name, document):
        return False
    if _is_plain(name):
        return False
    if names_job(_after_kind(words)):
        return False
    if _TWO_NAMES.fullmatch(name) and not kinds.found_in(name):
        return False
    sentences = _sentences()
    if len(words) == 1:
        return _has_inner_capital(name) or (match.re is not sentences.headed and _recurs(match, document))
    if match.re is sentences.does:
        return kinds.found_in(name)
    is_sure = match.re in {sentences.hires, sentences.promises, sentences.speaks}
    return is_sure or kinds.found_in(name) or _recurs(match, document)


def _listed(name: str) -> frozenset[str]:
    return phrases("employers", name).words


def _after_kind(words: Sequence[str]) -> str:
    """Return what follows the last word that says what an employer is: a Nurse Association is no nurse, a Care Manager is one."""
    kinds = phrases("titles", "employers")
    last = max((number for number, word in enumerate(words) if kinds.found_in(word)), default=-1)
    return " ".join(words[last + 1 :])


def _is_city(name: str, document: Document) -> bool:
    return any(getattr(place.value, "city", None) == name for place in document.places)


def _has_inner_capital(name: str) -> bool:
    """Say whether a word is written as no common word is, wherever it stands: `HealthQ`."""
    return not name.isupper() and name[1:] != name[1:].lower()


def _recurs(match: re.Match[str], document: Document) -> bool:
    """Say whether a name stands in the middle of a sentence too, where a common word has no capital."""
    again = re.compile(rf"[a-z,] {re.escape(match['name'])}(?!\w)")
    texts = (block.text for block in document.blocks if len(block.text) <= _MOST_CHARACTERS)
    return any(again.search(text) for text in texts if match.re is not _sentences().headed or text != match.string)


def _the_only(found: Sequence[Stated]) -> Stated | None:
    """Return the fullest way a name is written, where all are ways to write one name."""
    fullest = max(found, key=lambda one: len(one.text))
    return fullest if all(_is_short_for(one.text, fullest.text) for one in found) else None


def _is_short_for(short: str, full: str) -> bool:
    initials = "".join(word[0] for word in re.split(r"[\s-]", full) if word[:1].isupper())
    return short == initials or f" {full.casefold()} ".startswith((f" {short.casefold()} ", f" {short.casefold()},"))


def _stated(block: Block, start: int, end: int) -> Stated:
    end = max(end, start + 1)
    text = block.text[start:end]
    return Stated(text, text, block.source_offset(start), block.source_offset(end - 1) + 1)
