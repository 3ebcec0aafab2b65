"""Rules about experience with a program, a law or an instrument that is younger than the years asked for."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import islice

from jdgen.audit.hit import Context, Hit
from jdgen.audit.kinds.phrase import applies
from jdgen.audit.quantities import NUMBER, number_of
from jdgen.audit.ruleset import Ruleset
from jdgen.audit.terms import WORD
from jdgen.audit.view import Sentence, View
from jdgen.text.dates import describe_date

_YEARS = re.compile(
    rf"(?<![\w.,-])(?:(?P<years>{NUMBER})(?: ?\+| plus| or more)?[ -](?:years?|yrs?)'?\b|since (?P<since>(?:19|20)\d\d)\b)"
)
_APART = re.compile(
    r"[.;,]|\b(?:and|including|preferably|plus|some|now|knowledge|familiar|familiarity|interest|willing|or|ideally|then|currently|today|old|ago|before|prior to|such as|like|we have)\b"
)
"""Words after which years are those of another thing."""
_OF_IT = re.compile(
    r"^[ ,:)-]*(?:\b(?:experience|veteran|expert|background|for|at|least|a|minimum|of|over|the|past|last|required|work|practice|no|less|than|more|use|used|cases?|proceedings|benefit|model|team)\b[ ,:(-]*){0,7}$"
)
_FURTHEST = 70
_MOST = 4


def check(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit for every demand of more years than a program has existed."""
    for rule in ruleset.of_kind("statement"):
        if rule.settings["check"] != CHECK:
            continue
        words, programs, names = _programs(tuple(rule.settings["programs"]))
        blocks = {block for name in names for block in view.blocks_with_words(*name, owned=True)}
        matches = (match for block in sorted(blocks) for match in words.finditer(view.text, *view.span_of_block(block)))
        for match in islice(matches, 50):
            sentence = view.all_sentences[view.sentence_number(match.start())]
            began = programs[match.group().replace("-", " ")]
            years = _years(view, sentence, match.span(), began, context.day)
            if years and applies(rule, view, ruleset, sentence):
                start, end = min(match.start(), years.start()), max(match.end(), years.end())
                yield Hit(
                    rule, start, end, fills={"began": describe_date(began), "program": view.words_at(*match.span())}
                )


def _years(view: View, sentence: Sentence, program: tuple[int, int], began: date, day: date) -> re.Match[str] | None:
    """Return the years of a sentence that are asked of a program and are more than it has."""
    for years in islice(_YEARS.finditer(view.text, sentence.start, sentence.end), _MOST):
        if _is_bound(view.text, years.span(), program) and _is_too_long(years, began, day):
            return years
    return None


def _is_bound(text: str, years: tuple[int, int], program: tuple[int, int]) -> bool:
    if years[1] <= program[0]:
        between = text[years[1] : program[0]]
        return len(between) <= _FURTHEST and not _APART.search(between)
    return bool(_OF_IT.match(text[program[1] : years[0]][:_FURTHEST]))


def _is_too_long(years: re.Match[str], began: date, day: date) -> bool:
    if years["since"]:
        return int(years["since"]) < began.year
    return number_of(years["years"]) > (day - began).days / 365.25


@lru_cache(maxsize=4)
def _programs(rows: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, date], tuple[list[frozenset[str]], ...]]:
    """Read rows `name = name: 2023-10-01` of programs and the day they began; return them with the words of each name."""
    began = {
        name.strip().replace("-", " "): date.fromisoformat(day.strip())
        for names, _, day in (row.rpartition(":") for row in rows)
        for name in names.split("=")
    }
    words = "|".join(re.escape(name).replace(r"\ ", "[ -]") for name in sorted(began, key=len, reverse=True))
    names = tuple([frozenset([word]) for word in WORD.findall(name.replace("'", " "))] for name in began)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])"), began, names


CHECK = "older-than-program"
"""What a rule of this kind asks, by the name in its settings."""
