"""Rules about lengths, counts and shares. A rule names a measure and the limit it may not cross: `above` or `below`."""

import re
from collections.abc import Callable, Iterator
from itertools import compress, islice
from math import inf
from operator import eq

from jdgen.audit.hit import Context, Hit
from jdgen.audit.kinds.measure_structure import (
    empty_parts,
    kinds_in_a_sentence,
    phrase_in_a_paragraph,
    questions_first,
    repeated_labels,
    tasks_in_a_row,
)
from jdgen.audit.kinds.missing import title_start
from jdgen.audit.kinds.phrase import stands_in_section
from jdgen.audit.ruleset import ReadyRule, Ruleset
from jdgen.audit.surroundings import around, stands
from jdgen.audit.terms import WORD
from jdgen.audit.view import View
from jdgen.text.readability import grade
from jdgen.text.states import STATES

Measured = tuple[int, int, float]
"""Where, from and to an offset in the view's text, and how much."""

_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being) (?:\w+ly )?(?:\w{2,}ed|made|given|done|seen|held|kept|met|shown|known|taken|written|found|sent|paid|led)\b"
)
_TO_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_SHOUTED = re.compile(
    r"(?:\b\d{1,3} (?=[A-Z]{3}))?[A-Z][A-Z'-]+(?:[ .,;:!&/-]+(?:[A-Z][A-Z'-]+\b|[AI](?= [A-Z]{2})|\d{1,4}(?=[ .,;:!&/-]{1,2}[A-Z]{2})))+"
)
_ABBREVIATION = re.compile(r"[A-Z0-9](?<!\w.)[A-Z0-9]{1,6}\b(?!-[A-Za-z])")
"""Capitals and digits; a capital among all but the last of them makes an abbreviation."""
_DENSE = 0.3
"""Share of abbreviations among the words of a sentence from which on they are counted."""
_EXCLAIMED = re.compile(r"!(?: ?!)*")
_DOUBLED = re.compile(r"\b(?!had\b|that\b|in\b|on\b|no\b|ha\b|bye\b|so\b|very\b)([a-z]{2,}) \1\b(?!&)")
UNFILLED_FIELD = re.compile(
    r"\[(?!x\]| \])[^\[\]\n]{2,60}\](?!\()|<[A-Z][A-Za-z ]{2,40}>|\{\{?[^{}\n]{2,60}\}\}?|_{3,}|\.{5,}|(?<!Title )(?<!title )(?<!size )(?<!Size )(?<!Bowl )\bX{3,}\b|\$ ?(?:X{2,}|_{2,})|%[A-Za-z_]{3,30}%|<<[^<>\n]{2,40}>>"
)
_SAMPLE_ADDRESS = re.compile(r"\b[\w.@-]{0,80}\.(?:example|invalid)\b|\bexample\.(?:com|org|net)\b|\b555-01\d\d\b")
"""Hosts and telephone numbers that are set aside for samples and reach nobody."""
_SUBJECT = re.compile(r"\bsubject\b[^\n\"]{0,40}\"[^\"\n]{0,80}$")
"""What stands before a field that applicants fill in: the subject line "[First Name] [Last Name], case manager"."""
_REACH_OF_SUBJECT = 140
_OF_FIELDS = ("[", "<", "{", "__", ".....", "XX", "%")
"""Letters of which some stand in every field."""

_MARKS = re.compile(r"[^\w\s.,;:!?'\"()/&$%#@*+\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u00b7\u00a0|<>\[\]=~^`{}\\-]")
_PROSE_FROM = 8
"""Words from which on a list item reads as prose."""


def check(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit wherever a measure that any text has crosses its limit."""
    yield from _crossing(view, ruleset, OF_WORDS)


def check_whole(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit wherever a measure of a whole posting crosses its limit."""
    yield from _crossing(view, ruleset, OF_POSTINGS)


def _crossing(
    view: View, ruleset: Ruleset, measures: "dict[str, Callable[[View], Iterator[Measured]]]"
) -> Iterator[Hit]:
    for rule in ruleset.of_kind("measure"):
        measure = measures.get(str(rule.settings["measure"]))
        if measure is None:
            continue
        lowest, highest = _limits(rule)
        for start, end, value in view.once(_measured, measure):
            if lowest <= value <= highest or not stands_in_section(rule, view.role(view.block_at(start))):
                continue
            # A sentence ends behind the space that follows it.
            end = start + len(view.text[start:end].rstrip())
            if rule.unless and _is_right(view, ruleset, rule, start, end):
                continue
            yield Hit(rule, start, end, fills={"value": f"{value:g}", "limit": f"{_limit(rule):g}"})


def _is_right(view: View, ruleset: Ruleset, rule: ReadyRule, start: int, end: int) -> bool:
    """Say whether each sentence from one offset to another holds words that make it right."""
    first, last = view.sentence_number(start), view.sentence_number(max(end - 1, start))
    return all(stands(view, ruleset, rule.unless, around(view, at, "sentence")) for at in range(first, last + 1))


def _measured(view: View, measure: Callable[[View], Iterator[Measured]]) -> tuple[Measured, ...]:
    return tuple(measure(view))


def _limits(rule: ReadyRule) -> tuple[float, float]:
    """Return the least and the most that a measure may be."""
    return float(rule.settings.get("below", -inf)), float(rule.settings.get("above", inf))


def _limit(rule: ReadyRule) -> float:
    return float(rule.settings.get("above", rule.settings.get("below", 0)))


def _sentence_words(view: View) -> Iterator[Measured]:
    for sentence, words in zip(view.all_sentences, view.sentence_words, strict=True):
        if view.blocks[sentence.block].kind in {"paragraph", "item"}:
            yield sentence.start, sentence.end, len(words)


def _paragraph_words(view: View) -> Iterator[Measured]:
    counts = [0] * len(view.blocks)
    for sentence, words in zip(view.all_sentences, view.sentence_words, strict=True):
        counts[sentence.block] += len(words)
    for number, block in enumerate(view.blocks):
        if block.kind in {"paragraph", "item"}:
            start = view.block_starts[number]
            yield start, start + len(block.text), counts[number]


def _shouting(view: View) -> Iterator[Measured]:
    """Words in capitals in a row, abbreviations apart: only runs of which one word is longer than five letters count."""
    for match in _SHOUTED.finditer(view.cased):
        words = match.group().split()
        if max(map(len, words)) > 5 and not _is_plain_heading(view, match.start()):
            yield match.start(), match.end(), sum(not word[0].isdigit() for word in words)


def _is_plain_heading(view: View, offset: int) -> bool:
    """Say whether a heading of plain text stands there: capitals are the only mark it can have."""
    block = view.blocks[view.block_at(offset)]
    return view.document.format == "text" and block.kind == "heading" and block.role != "title"


def _abbreviations(view: View) -> Iterator[Measured]:
    """Different abbreviations of a sentence that holds little else; those the text explains in brackets, and states, are left out."""
    for sentence, words in zip(view.all_sentences, view.sentence_words, strict=True):
        text = view.cased[sentence.start : sentence.end]
        letters = _ABBREVIATION.findall(text)
        if not letters:
            continue
        found = {one for one in letters if not one[:-1].isdigit() and f"({one})" not in text and one not in STATES}
        if words and len(found) >= _DENSE * len(words) and not text.isupper():
            yield sentence.start, sentence.end, len(found)


def _exclamations(view: View) -> Iterator[Measured]:
    for match in _EXCLAIMED.finditer(view.text):
        yield match.start(), match.end(), match.group().count("!")


def _symbols(view: View) -> Iterator[Measured]:
    """Emoji and other decorative characters of a block."""
    for number, block in enumerate(view.blocks):
        if block.text.isascii() and block.text.isprintable():
            continue
        found = [match.start() for match in _MARKS.finditer(block.text) if not block.text[match.start()].isalnum()]
        if found:
            start = view.block_starts[number]
            yield start + found[0], start + found[-1] + 1, len(found)


def _doubled_words(view: View) -> Iterator[Measured]:
    """A word that stands twice in a row, with nothing but a space between."""
    twice = set(compress(view.words, map(eq, view.words, islice(view.words, 1, None))))
    if not any(f"{word} {word}" in view.text for word in twice):
        return
    for match in _DOUBLED.finditer(view.text):
        yield match.start(), match.end(), 2


def _unfilled_fields(view: View) -> Iterator[Measured]:
    """Fields of a form that nobody filled in: [city], {{salary}}, <Company>, ______, $XX."""
    for _, start, end in view.blocks_with(_OF_FIELDS, view.cased):
        for match in UNFILLED_FIELD.finditer(view.cased, start, end):
            if not _SUBJECT.search(view.text, max(start, match.start() - _REACH_OF_SUBJECT), match.start()):
                yield match.start(), match.end(), 1


def _sample_addresses(view: View) -> Iterator[Measured]:
    """Addresses and numbers that reach nobody, in the samples of a template: jobs.example, 555-0100."""
    for _, start, end in view.blocks_with((".example", ".invalid", "example.", "555-01")):
        for match in _SAMPLE_ADDRESS.finditer(view.text, start, end):
            yield match.start(), match.end(), 1


def _demands_in_a_row(view: View) -> Iterator[Measured]:
    """Things asked for in one sentence of a list of demands, counted by their commas and semicolons."""
    start = None
    for sentence in view.all_sentences:
        if view.role(sentence.block) not in {"required", "qualifications"}:
            continue
        start = sentence.start if start is None else start
        text = view.text[start : sentence.end]
        if text.endswith("; "):  # for a view a sentence ends here, for a reader the row goes on
            continue
        if " or " not in text:  # what stands with "or" between is a choice, and one of them is enough
            yield start, sentence.end, 1 + text.rstrip(" ;").count(",") + text.rstrip(" ;").count(";")
        start = None


def _title_length(view: View) -> Iterator[Measured]:
    for number, block in enumerate(view.blocks):
        if view.role(number) == "title" and block.kind == "heading":
            start = view.block_starts[number]
            yield start, start + len(block.text), len(block.text)


def _posting_words(view: View) -> Iterator[Measured]:
    start, end = _title_span(view)
    yield start, end, view.word_count


def _prose_grade(view: View) -> Iterator[Measured]:
    yield from _graded(view, "paragraph")


def _list_grade(view: View) -> Iterator[Measured]:
    yield from _graded(view, "item")


def _graded(view: View, kind: str) -> Iterator[Measured]:
    """Grade prose and lists apart: an item has no verb of its own and would pass for a short sentence."""
    sentences = [
        words
        for number, sentence in enumerate(view.all_sentences)
        if view.blocks[sentence.block].kind == kind and view.role(sentence.block) not in {"legal", "apply"}
        if len(words := _cased_words(view, number)) >= (_PROSE_FROM if kind == "item" else 3)
    ]
    value = grade(sentences)
    if value is not None:
        start, end = _title_span(view)
        yield start, end, value


def _cased_words(view: View, number: int) -> list[str]:
    """Return the words of a sentence with their capitals; that the first letter is one tells nothing of how a word is spoken."""
    start, end, _ = view.all_sentences[number]
    if view.text[start + 1 : end] == view.cased[start + 1 : end]:
        return view.sentence_words[number]
    return WORD.findall(view.cased, start, end)


def _passive_share(view: View) -> Iterator[Measured]:
    """Sentences with a passive verb, of a hundred."""
    sentences = [one for one in view.all_sentences if view.blocks[one.block].kind != "heading"]
    if len(sentences) >= 10:
        passive = sum(
            not words.isdisjoint(_TO_BE) and bool(_PASSIVE.search(view.text, one.start, one.end))
            for one, words in zip(view.all_sentences, view.sentence_vocabularies, strict=True)
            if view.blocks[one.block].kind != "heading"
        )
        start, end = _title_span(view)
        yield start, end, round(100 * passive / len(sentences))


def _items(view: View) -> Iterator[Measured]:
    """Items of each section's lists; a rule's `roles` say which sections."""
    counts: dict[int, list[int]] = {}
    for number, block in enumerate(view.blocks):
        if block.kind == "item":
            counts.setdefault(block.section, []).append(number)
    for numbers in counts.values():
        first = view.block_starts[numbers[0]]
        yield first, first + len(view.blocks[numbers[0]].text), len(numbers)


def _first_headings(view: View) -> Iterator[Measured]:
    headings = [number for number, block in enumerate(view.blocks) if block.kind == "heading" and block.level == 1]
    if headings:
        start = view.block_starts[headings[-1]]
        yield start, start + len(view.blocks[headings[-1]].text), len(headings)


def _section_headings(view: View) -> Iterator[Measured]:
    start, end = _title_span(view)
    yield start, end, sum(block.kind == "heading" and block.level != 1 for block in view.blocks)


def _title_span(view: View) -> tuple[int, int]:
    start = title_start(view)
    return start, start


OF_WORDS: dict[str, Callable[[View], Iterator[Measured]]] = {
    "sentence-words": _sentence_words,
    "paragraph-words": _paragraph_words,
    "shouting": _shouting,
    "abbreviations": _abbreviations,
    "exclamations": _exclamations,
    "symbols": _symbols,
    "doubled-words": _doubled_words,
    "unfilled-fields": _unfilled_fields,
    "sample-addresses": _sample_addresses,
    "demands-in-a-row": _demands_in_a_row,
    "title-length": _title_length,
    "empty-parts": empty_parts,
    "repeated-labels": repeated_labels,
    "tasks-in-a-row": tasks_in_a_row,
    "kinds-in-a-sentence": kinds_in_a_sentence,
    "phrase-in-a-paragraph": phrase_in_a_paragraph,
    "questions-first": questions_first,
}
OF_POSTINGS: dict[str, Callable[[View], Iterator[Measured]]] = {
    "posting-words": _posting_words,
    "prose-grade": _prose_grade,
    "list-grade": _list_grade,
    "passive-share": _passive_share,
    "items": _items,
    "first-headings": _first_headings,
    "section-headings": _section_headings,
}
