"""A sentence that names credentials, and the text of it in which each credential is a row of marks, so that patterns can ask what stands beside."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from jdgen.audit.hit import Hit
from jdgen.audit.lookup import CredentialFact
from jdgen.audit.mentions import CREDENTIAL, ORGANIZATION, Mention, credential_mentions, masked
from jdgen.audit.ruleset import ReadyRule, compiled
from jdgen.audit.view import Sentence, View

_NEAR = 500
"""Characters of a block that are looked at before and after a sentence."""
_MOST = 16
"""Mentions looked at in one sentence; more are no text of people."""


class CredentialSentence:
    """One sentence with its mentions, in reading order."""

    def __init__(
        self, view: View, sentence: Sentence, mentions: tuple[Mention, ...], credentials: tuple[CredentialFact, ...]
    ) -> None:
        """Take what was found in the sentence."""
        self.view = view
        self.sentence = sentence
        self.mentions = mentions
        self.credentials = credentials

    @property
    def start(self) -> int:
        """Where the sentence starts in the view's text."""
        return self.sentence.start

    @cached_property
    def text(self) -> str:
        """The folded words, every credential masked."""
        return self.masked(())

    @property
    def plain(self) -> str:
        """The folded words as they are."""
        return self.view.text[self.sentence.start : self.sentence.end]

    @cached_property
    def surroundings(self) -> tuple[int, int]:
        """From and to where the block around the sentence is looked at; of a very long block only the nearest part."""
        begin = self.view.block_starts[self.sentence.block]
        end = begin + len(self.view.blocks[self.sentence.block].text)
        return max(begin, self.sentence.start - _NEAR), min(end, self.sentence.end + _NEAR)

    @property
    def around(self) -> str:
        """The folded words of the sentence and of those beside it in its block."""
        return self.view.text[slice(*self.surroundings)]

    def masked(self, organizations: Iterable[tuple[int, int]]) -> str:
        """Return the folded words with credentials and these spans masked."""
        spans = [(mention.start, mention.end, CREDENTIAL) for mention in self.mentions]
        spans += [(start, end, ORGANIZATION) for start, end in organizations]
        return masked(self.plain, self.start, spans)

    def mention_near(self, match: re.Match[str]) -> Mention | None:
        """Return the first credential that a match in the masked text holds or touches."""
        start, end = self.start + match.start(), self.start + match.end()
        return next((one for one in self.mentions if one.start < end + 1 and start < one.end), None)

    def finds(self, expressions: Iterable[str]) -> bool:
        """Say whether one of a rule's expressions stands in the sentence."""
        return any(compiled(expression).search(self.plain) for expression in expressions)


def credential_sentences(view: View, credentials: tuple[CredentialFact, ...]) -> list[CredentialSentence]:
    """Return every sentence with a credential; a view is read once."""
    return view.once(_credential_sentences, credentials)


def _credential_sentences(view: View, credentials: tuple[CredentialFact, ...]) -> list[CredentialSentence]:
    by_sentence: dict[int, tuple[Sentence, list[Mention]]] = {}
    for mention in credential_mentions(view, credentials):
        sentence = view.all_sentences[view.sentence_number(mention.start)]
        _, together = by_sentence.setdefault(sentence.start, (sentence, []))
        if len(together) < _MOST:
            together.append(mention)
    return [CredentialSentence(view, sentence, tuple(found), credentials) for sentence, found in by_sentence.values()]


def hit_for(rule: ReadyRule, mention: Mention, span: Sequence[int], **fills: str) -> Hit:
    """Return a hit that can name the credential, its issuer and its holders in the rule's words."""
    fact = mention.facts[0]
    named = {"credential": mention.letters, "name": fact.name, "issuer": fact.issuer, "held": fact.held_by}
    return Hit(rule, span[0], span[1], fills={**named, **fills}, sources=(fact.source,))
