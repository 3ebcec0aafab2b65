"""Rules about being found: the phrases people search for, where they stand, and how often."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from jdgen.audit.hit import Context, Hit
from jdgen.audit.key_phrases import FEWEST_WORDS_TO_JUDGE, MOST_PER_HUNDRED, key_phrase_table
from jdgen.audit.kinds.missing import at_title
from jdgen.audit.ruleset import ReadyRule, Ruleset
from jdgen.audit.terms import WORD
from jdgen.audit.view import View
from jdgen.model.finding import KeyPhrase
from jdgen.text.words import join_words

_NAMED_AT_MOST = 4


def check(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit for every rule on key phrases that the table of the posting breaks."""
    rules = ruleset.of_kind("key-phrase")
    table = key_phrase_table(view, ruleset.lookup) if rules else ()
    for rule in rules:
        yield from CHECKS[str(rule.settings["check"])](view, rule, table)


def _title_elsewhere(view: View, rule: ReadyRule, table: tuple[KeyPhrase, ...]) -> Iterator[Hit]:
    for row in table:
        if row.kind == "title" and "title" in row.found_in and "first paragraph" not in row.found_in:
            yield at_title(view, rule, phrase=_with_initials(view, row.phrase))


def _with_initials(view: View, phrase: str) -> str:
    """Write initials in capitals as the title does: `RN case manager`."""
    title = view.document.title or ""
    initials = {word.lower(): word for word in WORD.findall(title) if word.isupper()}
    return phrase if title.isupper() else " ".join(initials.get(word, word) for word in phrase.split())


def _few_found(view: View, rule: ReadyRule, table: tuple[KeyPhrase, ...]) -> Iterator[Hit]:
    skills = [row for row in table if row.kind == "skill"]
    lacking = [row.phrase for row in skills if not row.times]
    if skills and view.word_count >= FEWEST_WORDS_TO_JUDGE and 2 * len(lacking) > len(skills):
        yield at_title(
            view, rule, phrases=join_words(lacking[:_NAMED_AT_MOST]), count=str(len(lacking)), total=str(len(skills))
        )


def _stuffed(view: View, rule: ReadyRule, table: tuple[KeyPhrase, ...]) -> Iterator[Hit]:
    """Look at the key phrases and at any other two or three words that come back too often."""
    if view.word_count < FEWEST_WORDS_TO_JUDGE:
        return
    crowded = [(row.phrase, row.times) for row in table if row.density > MOST_PER_HUNDRED] or _crowded(view)
    for phrase, count in crowded[:1]:
        yield at_title(view, rule, phrase=phrase, count=str(count))


def _crowded(view: View) -> list[tuple[str, int]]:
    """Return pairs of words that stand more than three times in a hundred words."""
    words = view.words
    limit = MOST_PER_HUNDRED * len(words) / 100
    # A pair cannot come back more often than its first word does.
    often = {word for word, count in Counter(words).items() if count > limit and len(word) > 3}
    if not often:
        return []
    pairs = Counter((one, other) for one, other in pairwise(words) if one in often and len(other) > 3)
    return [(f"{one} {other}", count) for (one, other), count in pairs.most_common() if count > limit]


CHECKS: dict[str, Callable[[View, ReadyRule, tuple[KeyPhrase, ...]], Iterator[Hit]]] = {
    "title-not-in-opening": _title_elsewhere,
    "few-found": _few_found,
    "stuffed": _stuffed,
}
