"""Who is being described: the person hired, or the people served?

"Adults 18 to 25" is unlawful as a demand on the applicant and right as a description of clients. One place decides, for every rule: each
sign in the sentence speaks with a weight for the one or for the other, the sum decides, and the signs can be read in one line. The word
tables and weights are data, in `rules/_who.yaml`. Nothing here is trained.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import NamedTuple

from jdgen.audit.terms import WORD
from jdgen.audit.view import Sentence, View
from jdgen.model.document import Role

_BREAK = re.compile(r"[.;:!?()]|\s-+\s")
_APPOSITION = re.compile(r", (\w+) [^,.;:!?]{3,40}, \w")
"""What a name is explained by, such as "Maria Christian, our director, …"; the words that may begin it stand in the table."""

_BEFORE = re.compile(r"\b(\w+)\.? $")
"""The word before a name, where it may be a title: "Dr. Young", "our deputy Christian"."""

_FIRST_NAME = re.compile(r"[A-Z][a-z]+ $")
"""The first name behind words that call somebody: "Ask *Robin* Young"."""
_REACHED = re.compile(r",?(?: at| on)? (?:\(?\d{3}\)?[-. ]\d{3,4}|[^\s@]+@\w)")
"""What stands behind the name of somebody to turn to: a telephone number, or an address."""

_QUOTED = re.compile(r"""\"[^"\n]{1,160}\"|(?<!\w)'[^'\n]{1,80}'(?!\w)""")
"""Words in quotation marks; a single mark opens only where no word stands before it, so that an apostrophe is none."""


class Sign(NamedTuple):
    """One thing that speaks for the applicant (above 0) or for the people served (below 0)."""

    name: str
    words: str
    weight: float


class Decision(NamedTuple):
    """Whom the words speak of, and why."""

    score: float
    signs: tuple[Sign, ...]

    @property
    def is_applicant(self) -> bool:
        """Say whether the words demand something of the person hired."""
        return self.score > 0

    @property
    def is_served(self) -> bool:
        """Say whether the words clearly describe the people served, or nobody's duty."""
        return self.score <= -1

    def and_sign(self, sign: Sign) -> "Decision":
        """Return the decision with one more sign."""
        return Decision(round(self.score + sign.weight, 2), (*self.signs, sign))

    def __str__(self) -> str:
        """Return the decision in one line."""
        signs = "; ".join(f"{sign.name} “{sign.words}” {sign.weight:+.1f}" for sign in self.signs)
        who = (
            "about the applicant" if self.is_applicant else "about the people served" if self.is_served else "undecided"
        )
        return f"{who} {self.score:+.1f} ({signs})"


class WhoWords(NamedTuple):
    """The tables: words by what they are a sign of, phrases with them, and the weight of each sign."""

    heads: Mapping[str, float]
    governors: Mapping[str, float]
    after: Mapping[str, float]
    openings: Mapping[str, float]
    denials: Mapping[str, float]
    roles: Mapping[Role, float]
    name_heads: frozenset[str]
    stops: frozenset[str]
    weights: Mapping[str, float]
    reach: Mapping[str, int]
    """How many words, or sentences, are looked at for a sign."""
    words: Mapping[str, frozenset[str]]
    """Lists that are looked up word by word, by what they find."""
    expressions: Mapping[str, str]
    """Expressions made of lists, by what they find; `jdgen.audit.preparation_words` says which."""
    calls: tuple[str, ...] = ()
    """Words before somebody to turn to, with the space behind them."""
    disclaimers: tuple[str, ...] = ()
    """Expressions for words that promise not to ask, mind or prefer."""
    strong_disclaimers: tuple[str, ...] = ()
    """The same, for every rule on what applicants are asked and judged by."""
    conditions: tuple[str, ...] = ()
    """Expressions for words that take such a promise back."""
    answers: tuple[str, ...] = ()
    """Expressions for words that answer the question before them."""
    served: tuple[str, ...] = ()
    """Expressions for words that tell of the people served."""
    demands: tuple[str, ...] = ()
    """Expressions for words that show it is about the applicant all the same."""
    served_headings: tuple[str, ...] = ()
    """Expressions for whole headings of sections about the people served."""
    served_subjects: tuple[str, ...] = ()
    """Expressions for people served as the subject of what they must do."""
    turns_to_applicants: tuple[str, ...] = ()
    """Expressions for words under such a heading that speak of applicants all the same."""
    refusals: tuple[str, ...] = ()
    """Expressions for words of a clause that refuses, whatever reason stands beside it."""
    lawful_reasons: tuple[str, ...] = ()
    """Expressions for reasons that the law gives."""
    replies: tuple[str, ...] = ()
    """Expressions for words that refuse or demand what the question before them names."""
    retorts: tuple[str, ...] = ()
    """Expressions for words that refuse or demand what the sentence before them tells."""


class _Clause(NamedTuple):
    """The words around a hit: those before it in its clause, nearest last, the hit's own, and those after it."""

    before: tuple[str, ...]
    own: tuple[str, ...]
    after: tuple[str, ...]
    opening: tuple[str, ...]


def decide(
    view: View, sentence: Sentence, span: tuple[int, int], *, words: WhoWords, lean: float = 0, denials: bool = True
) -> Decision:
    """Decide whom the words of a span of the view's text speak of.

    `lean` is what the words say by themselves; without `denials` a sentence that denies them counts like one that says them.
    """
    start, end = span
    clause = _clause(view.text, sentence, span, words)
    signs = [
        *_section_sign(view, sentence, words),
        *_head_signs(clause, words),
        *_governor_sign(clause, words),
        *_after_sign(clause, words),
        *_opening_sign(clause, words),
        *(_denial_sign(clause, words) if denials else []),
    ]
    if is_name(view, sentence, start, end, words=words):
        signs.append(Sign("inside a name", view.cased[start:end], words.weights["name"]))
    if is_quoted(view.text, sentence, start, end):
        signs.append(Sign("quoted", view.cased[start:end], words.weights["quoted"]))
    if lean:
        signs.append(Sign("the words themselves", view.cased[start:end], lean))
    return Decision(round(sum(sign.weight for sign in signs), 2), tuple(signs))


def clause_around(text: str, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return where the clause of a span begins and ends: a comma ends none, but other marks, brackets and dashes do."""
    head, tail = text[sentence.start : start], text[end : sentence.end]
    breaks = [match.end() for match in _BREAK.finditer(head)]
    stop = _BREAK.search(tail)
    return sentence.start + (breaks[-1] if breaks else 0), end + (stop.start() if stop else len(tail))


def _clause(text: str, sentence: Sentence, span: tuple[int, int], words: WhoWords) -> _Clause:
    start, end = span
    begin, stop = clause_around(text, sentence, start, end)
    before = WORD.findall(text[begin:start]) or WORD.findall(text[sentence.start : start])[-words.reach["governor"] :]
    after = WORD.findall(text[end:stop])
    opening = WORD.findall(text[sentence.start : sentence.end])[:7]
    return _Clause(tuple(before[-40:]), tuple(WORD.findall(text[start:end])), tuple(after[:40]), tuple(opening))


def _section_sign(view: View, sentence: Sentence, words: WhoWords) -> Iterable[Sign]:
    role = view.role(sentence.block)
    weight = words.roles.get(role, 0.0)
    return [Sign("section", role, weight)] if weight else []


def _head_signs(clause: _Clause, words: WhoWords) -> Iterable[Sign]:
    """Look for the noun the words belong to: "young *candidates*", "*clients* under 25", or the last of the words themselves."""
    for word in reversed(clause.own):
        if word in words.heads:
            yield Sign("names", word, words.heads[word] * words.weights["own-head"])
            break
    following = _nearest(clause.after, words)
    if following:
        yield Sign("describes", following, words.heads[following])
    preceding = _nearest(tuple(reversed(clause.before)), words)
    if preceding:
        yield Sign("follows", preceding, words.heads[preceding] * words.weights["preceding-head"])


def _nearest(near: tuple[str, ...], words: WhoWords) -> str | None:
    """Return the first head among near words, none behind a word that ends the phrase."""
    for index, word in enumerate(near[: words.reach["head"]]):
        pair = f"{near[index - 1]} {word}" if index else ""
        if pair in words.heads:
            return pair
        if word in words.heads:
            return word
        if word in words.stops:
            return None
    return None


def _governor_sign(clause: _Clause, words: WhoWords) -> Iterable[Sign]:
    """Look for the nearest word before that demands ("must", "seeking") or serves ("supporting", "for")."""
    near = clause.before[-words.reach["governor"] :]
    found = _strongest(near, words.governors, words.weights, from_end=True)
    return [Sign("governed by", *found)] if found else []


def _after_sign(clause: _Clause, words: WhoWords) -> Iterable[Sign]:
    found = _strongest(clause.after[: words.reach["after"]], words.after, words.weights, from_end=False)
    return [Sign("followed by", *found)] if found else []


def _opening_sign(clause: _Clause, words: WhoWords) -> Iterable[Sign]:
    for size in range(min(5, len(clause.opening)), 0, -1):
        phrase = " ".join(clause.opening[:size])
        if phrase in words.openings:
            return [Sign("opens with", phrase, words.openings[phrase])]
    return _subject_sign(clause, words)


def _subject_sign(clause: _Clause, words: WhoWords) -> list[Sign]:
    """Take the first noun before the words for what the sentence speaks of: "our next *case manager* is …"."""
    reach = words.reach["head"]
    far = clause.before[:-reach] if len(clause.before) > reach else ()
    subject = next((word for word in (*far, *clause.before[: words.reach["subject"]]) if word in words.heads), None)
    near = _nearest(tuple(reversed(clause.before)), words)
    if subject is None or subject == near:
        return []
    return [Sign("speaks of", subject, words.heads[subject] * words.weights["subject"])]


def _denial_sign(clause: _Clause, words: WhoWords) -> Iterable[Sign]:
    """Look for words that deny or forbid: "we do not ask …", "regardless of …", "… is not required"."""
    before = _strongest(clause.before[-words.reach["governor"] :], words.denials, _UNFADED, from_end=True)
    after = _strongest(clause.after[: words.reach["after"]], words.denials, _UNFADED, from_end=False)
    found = before or after
    return [Sign("denied by", *found)] if found else []


_UNFADED: Mapping[str, float] = {"fade": 0, "least": 1}  # a denial says as much from afar


def _strongest(
    near: tuple[str, ...], table: Mapping[str, float], weights: Mapping[str, float], *, from_end: bool
) -> tuple[str, float] | None:
    """Return the phrase of a table nearest to the hit and its weight, less for each word between; longer phrases first."""
    count = len(near)
    for distance in range(count):
        for size in (4, 3, 2, 1):
            begin = count - distance - size if from_end else distance
            if begin < 0 or begin + size > count:
                continue
            phrase = " ".join(near[begin : begin + size])
            if phrase in table:
                return phrase, round(table[phrase] * max(1 - weights["fade"] * distance, weights["least"]), 2)
    return None


def is_quoted(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a span stands inside quotation marks: it is mentioned, not meant."""
    quotes = _QUOTED.finditer(text, sentence.start, sentence.end)
    return any(match.start() < start and end < match.end() for match in quotes)


def is_name(view: View, sentence: Sentence, start: int, end: int, *, words: WhoWords) -> bool:
    """Say whether a span is part of a name: capital words side by side, and not a heading or an opening set in capitals."""
    cased = view.cased
    own, listed, small = WORD.findall(cased[start:end]), words.words, words.words["small"]
    if not own or not all(word[0].isupper() or word[0].isdigit() for word in own if word not in small):
        return False
    if (title := _BEFORE.search(view.text, max(sentence.start, start - 24), start)) and title[1] in listed["titles"]:
        return True
    before = _capitals(reversed(WORD.findall(cased[max(sentence.start, start - 80) : start])), small)
    if _is_called(cased[max(sentence.start, start - 40) : start], words) or (before and _REACHED.match(view.text, end)):
        return True
    after = _capitals(iter(WORD.findall(cased[end : min(sentence.end, end + 80)])), small)
    if _is_mostly_capitals(cased[sentence.start : sentence.end]):
        return _runs_to_name_head(cased[end : min(sentence.end, end + 80)], words)
    if {word.lower() for word in after + own} & words.name_heads and (before or after or len(own) > 1):
        return True
    opens = not cased[sentence.start : start].strip(" \"'(")
    reason = _APPOSITION.match(view.text, end)
    is_explained = reason is not None and reason[1] in listed["owners"]
    return (
        bool(before or after)
        and not (opens and not after)
        and not (len(before) == 1 and _starts(cased, sentence, before) and not is_explained)
    )


def _is_called(before: str, words: WhoWords) -> bool:
    name = _FIRST_NAME.search(before)
    return name is not None and before.endswith(words.calls, 0, name.start())


_MARK = re.compile(r"[^\w\s'-]|\s-")
"""What ends a run of words, between two of them."""


def _capitals(near: Iterable[str], small: frozenset[str]) -> list[str]:
    """Return the capital words at the beginning of a row, small words between them left out."""
    found: list[str] = []
    for word in near:
        if word[0].isupper():
            found.append(word)
        elif word not in small:
            break
    return found


def _runs_to_name_head(text: str, words: WhoWords) -> bool:
    """Say whether text goes on with capital words up to one that names end in, and with nothing that joins, demands or begins a noun before it.

    Where most words are set with a capital, that alone shows no name.
    """
    last = 0
    for match in islice(WORD.finditer(text), words.reach["name"]):
        word = match[0].lower()
        if word in words.words["joints"]:
            continue
        if not match[0][0].isupper() or _MARK.search(text, last, match.start()) or _parts_names(word, words):
            return False
        if word in words.name_heads:
            return True
        last = match.end()
    return False


def _parts_names(word: str, words: WhoWords) -> bool:
    return (
        word in words.stops
        or word in words.words["determiners"]
        or any(table.get(word, 0) > 0 for table in (words.governors, words.after, words.openings))
    )


def _starts(cased: str, sentence: Sentence, before: list[str]) -> bool:
    """Say whether the only capital word before is the one that opens the sentence, capital in any case."""
    opening: str = cased[sentence.start : sentence.end].lstrip(" \"'(")
    return opening.startswith(before[0])


def _is_mostly_capitals(text: str) -> bool:
    """Say whether a sentence is set like a heading, most of its longer words with a capital."""
    longer = [word for word in WORD.findall(text) if len(word) > 3]
    capitals: int = sum(word[0].isupper() for word in longer)
    return capitals * 3 >= len(longer) * 2
