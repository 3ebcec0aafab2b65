"""How a text is built, counted: parts without words, labels that come again, rows of tasks, a whole posting in one sentence."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from jdgen.audit.terms import WORD
from jdgen.audit.view import Sentence, View

Measured = tuple[int, int, float]
"""Where, from and to an offset in the view's text, and how much."""

_NOTHING = (
    r"(?:n/?\.?a\.?|none(?: listed| given)?|not applicable|not provided|not listed|blank|nil|-+|to follow|tk|same)"
)
_PART = (
    r"(?:(?:key|main|primary|job|core|essential|principal|minimum|basic|required|position|your) )*"
    r"(?:duties(?: and responsibilities)?|responsibilities|functions|tasks|qualifications|requirements|job description|job summary|what you(?:'ll| will) do|what you(?:'ll)? need|how to apply)"
)
_EMPTY = re.compile(rf"(?:^|[.;] ){_PART} ?(?::|-) ?\(?{_NOTHING}\)?(?=[.!;] |[.!;]?$)")
_PART_ALONE = re.compile(_PART)
_ONLY_NOTHING = re.compile(rf"\(?{_NOTHING}\)?[.!]?")
_MAY_BE_EMPTY = frozenset({"duties", "required", "qualifications", "apply"})


def empty_parts(view: View) -> Iterator[Measured]:
    """Find parts of which a posting says nothing: duties, n/a."""
    for number, block in enumerate(view.blocks):
        start, end = view.span_of_block(number)
        if block.kind == "heading" or end - start > _LONGEST_ROW:
            continue
        text = view.text[start:end].strip()
        if len(text) <= _SHORT and _ONLY_NOTHING.fullmatch(text) and _is_whole_part(view, number):
            yield start, end, 1
        elif ":" in text or "-" in text:
            yield from ((start + match.start(), start + match.end(), 1) for match in _EMPTY.finditer(text))


def _is_whole_part(view: View, number: int) -> bool:
    """Say whether a block is all that stands under the heading of a part that cannot be empty: who needs no license writes so."""
    if number == 0:
        return view.role(number) in _MAY_BE_EMPTY
    before = view.blocks[number - 1]
    start, end = view.span_of_block(number - 1)
    return before.kind == "heading" and bool(_PART_ALONE.fullmatch(view.text[start:end].strip(" :")))


_SHORT = 20
_LONGEST_ROW = 2000
_LABEL = re.compile(
    r"(?:^|[.;!] )(?:(?:other|more|additional|further) )?(?P<label>[a-z][a-z'-]*(?: [a-z'-]+){0,3}) ?(?:\((?:continued|cont'?d?\.?|part \w+|again|more)\) ?)?:(?= )"
)
_SECTION_WORDS = frozenset({
    "duties", "responsibilities", "functions", "tasks", "qualifications", "requirements", "skills", "benefits", "perks", "do", "offer", "need", "pay", "education",
    "experience",
})  # fmt: skip


def repeated_labels(view: View) -> Iterator[Measured]:
    """Count how often the label of one section stands in one paragraph."""
    for number, start, end in view.blocks_with((":",)):
        if view.blocks[number].kind == "heading" or view.text.count(":", start, end) < _FEWEST_LABELS:
            continue
        found = [match for match in _LABEL.finditer(view.text[start:end]) if _names_section(match["label"])]
        if found:
            label, count = Counter(match["label"] for match in found).most_common(1)[0]
            places = [match for match in found if match["label"] == label]
            yield start + places[0].start("label"), start + places[-1].end("label"), count


_FEWEST_LABELS = 3


def _names_section(label: str) -> bool:
    return label.rsplit(maxsplit=1)[-1] in _SECTION_WORDS


_ROW_ROLES = frozenset({"duties", "other", "summary"})
_NUMBERED = re.compile(r"\b\d{1,2}\) ")
_LONGEST_ITEM = 5
_FEWEST_IN_ROW = 10
_BETWEEN_TASKS = ("; ", " / ", ") ", ", ")


def tasks_in_a_row(view: View) -> Iterator[Measured]:
    """Count the tasks of a paragraph that are strung together by semicolons, slashes, numbers or commas: mostly a word or two each."""
    for number, block in enumerate(view.blocks):
        if view.role(number) not in _ROW_ROLES or block.kind == "heading":
            continue
        start, end = view.span_of_block(number)
        if max(view.cased.count(mark, start, end) for mark in _BETWEEN_TASKS) < _FEWEST_IN_ROW:
            continue
        text = view.cased[start : min(end, start + _LONGEST_ROW)]
        mark = max(("; ", " / "), key=text.count)
        for parts in (text.split(mark), _NUMBERED.split(text)[1:], _commas(text)):
            if len(parts) > _FEWEST_IN_ROW and _are_short(parts):
                yield start, end, len(parts)
                break


def _commas(text: str) -> list[str]:
    """Return what stands between the commas of one sentence, but for names: counties are no tasks."""
    parts = text.split(", ")
    names = sum(part[:1].isupper() for part in parts[1:])
    return parts if names * 2 < len(parts) and ". " not in text else []


def _are_short(parts: list[str]) -> bool:
    """Say whether nearly all of some parts are only a few words."""
    return sum(len(part.split()) <= _LONGEST_ITEM for part in parts) >= len(parts) - 2


_KINDS_OF_PART = (
    re.compile(
        r"\b(?:(?:does|do|conducts?|makes?|writes?|visits?|assess(?:es)?|plans?|drives?|goes|go|testifies|reports to|refers?) (?:[a-z]+ ){0,2}?[a-z]+|intakes?|home visits|care plans?|court reports|case ?notes|discharge planning|utilization review|phone coverage|hmis entry|visits seniors)\b"
    ),
    re.compile(
        r"\b(?:bachelor'?s?|master's|degree|bsw|msw|lsw|lcsw|lmsw|rn license|license|cpr|bls|ccm|(?:one|two|three|four|five|\d) years? of|needs? an?|a car|spanish|excel|must have|must hold)\b"
    ),
    re.compile(
        r"\b(?:dental|health (?:insurance|plan)|pto|vacation|(?:paid )?holidays|401|403|retirement|free parking|pension|days off)\b"
    ),
    re.compile(r"\$ ?\d|\b(?:an|per) hour\b"),
)
_COMMAS_OF_WALL = 5


def kinds_in_a_sentence(view: View) -> Iterator[Measured]:
    """Count how often a sentence changes between the work, the demands, the benefits and the pay."""
    for number, sentence in enumerate(view.all_sentences):
        kind, words = view.blocks[sentence.block].kind, view.sentence_words[number]
        if kind == "heading" or not _FEWEST_WORDS_OF_WALL <= len(words) <= _MOST_WORDS_OF_WALL:
            continue
        marks = sum(view.text.count(mark, sentence.start, sentence.end) for mark in (", ", " and ", "; "))
        if marks < _COMMAS_OF_WALL:
            continue
        kinds = _kinds(view.text[sentence.start : sentence.end])
        if len(set(kinds)) > 2:
            yield sentence.start, sentence.end, sum(one != other for one, other in pairwise(kinds))


_FEWEST_WORDS_OF_WALL, _MOST_WORDS_OF_WALL = 12, 120


def _kinds(text: str) -> list[int]:
    """Return of what kind the parts of a sentence are, in order; parts of no kind are left out."""
    parts = re.split(r", (?:and )?| and |; ", text.partition(": ")[2] or text)
    return [kind for part in parts if (kind := _kind(part)) is not None]


def _kind(part: str) -> int | None:
    order = (3, 2, 1, 0)
    return next((kind for kind in order if _KINDS_OF_PART[kind].search(part)), None)


_FEWEST_WORDS = 8
_OF_JOB = re.compile(
    r"\b(?:(?:[a-z]+ )?(?:case|care) (?:manage(?:rs?|ment)|coordinat(?:ors?|ion))|social work(?:ers?)?|caseworkers?|discharge planners?|patient navigators?)\b"
)
_SUPERVISED = frozenset({"supervise", "supervises", "train", "trains", "join", "joins", "meets", "reports", "other"})


def phrase_in_a_paragraph(view: View) -> Iterator[Measured]:
    """Give how often the name of the job stands in one paragraph of few words."""
    for number in view.blocks_with_words(_HEADS_OF_JOBS):
        start, end = view.span_of_block(number)
        if sum(view.text.count(stem, start, end) for stem in _STEMS_OF_JOBS) < _FEWEST_NAMES:
            continue
        words = WORD.findall(view.text, start, end)
        if view.blocks[number].kind == "heading" or not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
            continue
        names = list(_OF_JOB.finditer(view.text, start, end))
        count = len(names)
        if count * _SHARE_OF_NAMES >= len(words) and _SUPERVISED.isdisjoint(words):
            yield names[0].start(), names[-1].end(), count


_HEADS_OF_JOBS = frozenset({
    "manager", "managers", "management", "coordinator", "coordinators", "coordination", "worker", "workers", "caseworker", "caseworkers", "planner", "planners",
    "navigator", "navigators",
})  # fmt: skip
_STEMS_OF_JOBS = ("manage", "coordinat", "work", "planner", "navigator")
"""One of them stands in each name."""
_FEWEST_NAMES = 2
"""A single name is never too many: the shortest paragraph that is looked at has more words."""
_MOST_WORDS = 80
_SHARE_OF_NAMES = 6.5
"""Words of a paragraph for each name of the job in it, above which the name is no more than used."""

_OPENING_ROLES = frozenset({"summary", "other", "employer"})
_NAMES_JOB = re.compile(
    r"\b(?:case|care) manage|\bcase ?work|\bcoordinator\b|\bnurses?\b|\bsocial work|\bnavigator\b|\bcounselor\b|\badvocate\b|\bclients?\b|\bpatients?\b|\bfamilies\b|\bhospital\b|\bclinic\b|\bshelter\b|\bhospice\b|\bhousing\b|\b(?:rn|lpn|lcsw|lmsw|msw|bsw|medicaid|medicare|waivers?)\b|\$|\d"
)
_MOST_WORDS_OF_QUESTION = 14
"""Words above which a question says something of the work."""
_OF_APPLYING = re.compile(r"\b(?:call|email|write to|contact|accommodation|@|apply|website)\b")


def questions_first(view: View) -> Iterator[Measured]:
    """Count the questions that open a posting, or a passage of an opening, and name neither the job nor the place."""
    for number in _openings(view):
        start, end = view.span_of_block(number)
        asked = _questions(view, number)
        text = view.text[start:end]
        if (
            asked
            and all(len(view.text[one.start : one.end].split()) <= _MOST_WORDS_OF_QUESTION for one in asked)
            and not _NAMES_JOB.search(text)
            and not _OF_APPLYING.search(text)
        ):
            yield start, asked[-1].end, len(asked)


def _openings(view: View) -> list[int]:
    """Return the number of the first block that is no heading and no line of facts."""
    for number, block in enumerate(view.blocks):
        text = block.text
        if block.kind == "heading" or len(text) < _SHORT or ": " in text[:30]:
            continue
        return [number] if view.role(number) in _OPENING_ROLES and len(text) <= _LONGEST_ROW else []
    return []


def _questions(view: View, block: int) -> list[Sentence]:
    """Return the questions that a block begins with."""
    first, last = view.sentence_numbers_of(block)
    found: list[Sentence] = []
    for sentence in view.all_sentences[first : last + 1]:
        if not view.text[sentence.start : sentence.end].rstrip().endswith("?"):
            break
        found.append(sentence)
    return found
