"""The day a posting was first published, on everything that people read: in its file it stands among the facts, where only programs look.

The words of the posting stay as they are. A line joins the box of facts on top, unless the box says the day already or speaks another language.
"""

from dataclasses import replace

from markupsafe import Markup

from jdgen.model.posting import Posting, PostingFacts
from jdgen.render.blocks import Words, plain, read_words, runs_of
from jdgen.render.body import Body, Labeled, Phrase
from jdgen.text.dates import describe_date
from jdgen.text.language import is_english

_LABEL = "Date posted"
_TOLD = frozenset({"date posted", "opening date", "posted", "posted on", "posting date", "prepared", "published"})


def with_day_posted(body: Body, facts: PostingFacts) -> Body:
    """Return the words of the page with the day among their facts."""
    day = _day(facts, [(plain(runs_of(one.label)), plain(runs_of(one.value))) for one in body.card])
    return replace(body, card=(*body.card, _labeled(day))) if day else body


def words_with_day_posted(posting: Posting) -> Words:
    """Return the words of a posting in blocks, with the day among their facts; raise InputError as `read_words` does."""
    words = read_words(posting)
    day = _day(posting.facts, [(plain(label), plain(value)) for label, value in words.card])
    if not day:
        return words
    line = _labeled(day)
    return words._replace(card=(*words.card, (runs_of(line.label), runs_of(line.value))))


def _day(facts: PostingFacts, card: list[tuple[str, str]]) -> str:
    """Return the day as it is written, or nothing where the box needs no line of it."""
    if not (facts.posted and is_english(facts.language)):
        return ""
    is_told = any(label.strip(" :").casefold() in _TOLD for label, _ in card)
    return "" if is_told else describe_date(facts.posted)


def _labeled(day: str) -> Labeled:
    return Labeled(Phrase(Markup(_LABEL), "ltr"), Phrase(Markup(day), "ltr"))  # noqa: S704 - a label of ours and a date
