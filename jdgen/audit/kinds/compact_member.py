"""What a posting says of a state and a licensure compact: that it is a member, or that it is none."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jdgen.audit.hit import Context, Hit
from jdgen.audit.lookup import CompactFact
from jdgen.audit.mentions import sentences_with
from jdgen.audit.named_states import named_states
from jdgen.audit.ruleset import ReadyRule, Ruleset
from jdgen.audit.view import Sentence, View
from jdgen.text.states import STATES

_PROFESSION = r"nurse|nursing|nurses'|rn|counseling|counselors'|social work|social workers'"
_NAME = rf"(?:(?P<kind>{_PROFESSION}) )?(?:licensure )?(?:compact|nlc|enlc)\b"
_NO = r"(?P<no>n't| not| never| no longer)?"
_IS = (
    rf"(?: still| now| also)?(?: is| was| remains){_NO}(?: yet| still| now| currently| also)*"
    rf"(?: an?| one of the| part of| in| inside| within| (?:a )?(?:member|party)(?: state)?(?: of| to)| among)*(?: the| an?)? {_NAME}"
    r"(?: (?:licen[sc]e |member |party )?(?:states?|members?)| (?:licen[sc]e))?(?! (?:city|size|program|office|team|area|region|unit|campus))"
)
_BELONGS = (
    r"(?P<no2> does not| doesn't| did not| didn't| has not| hasn't| has never| never)?(?: has)?(?: yet)?"
    rf" (?:belongs?|joins?|joined|participates?|takes? part|enacted|recognizes?|honors?|accepts?)(?: to| in)? (?:the )?{_NAME.replace('P<kind>', 'P<kind2>')}"
)
_SAYS = re.compile(rf"(?:{_IS}|{_BELONGS})")
"""What stands right behind the name of a state."""
_SUCH_AS = re.compile(rf"{_NAME} (?:member )?states?,? (?:such as|like|including|for example|e\.g\.,?) $")
"""What stands right before it."""
_WE = re.compile(
    rf"\b(?:we are|our state is|this state is){_NO}(?: in| part of| a member of)?(?: an?| the)? {_NAME}(?: (?:member )?state)?"
)
_LONGEST = 90
_WORDS = frozenset({"compact", "nlc", "enlc"})
_LICENSES = {"counseling": "clinical-counseling", "social": "clinical-social-work"}
"""By the first word of what a compact is called, a license that it is for; all others are the nurses'."""


class _Said(NamedTuple):
    """What is said of a state: where, of which compact, and whether it is denied."""

    span: tuple[int, int]
    state: str
    kind: str
    is_denied: bool


def says_wrong_member(rule: ReadyRule, view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Find a state that is said to be in a compact it is not in, or not to be in one whose licenses count there."""
    for number, _ in sentences_with(view, _WORDS):
        sentence = view.all_sentences[number]
        for said in (*_of_names(view, sentence), *_of_here(view, sentence, context)):
            compact = _compact(said.kind, ruleset.lookup.compacts)
            if compact and _is_wrong(said, compact):
                fact = "is in" if said.is_denied else "is not in"
                fills = {"state": STATES[said.state], "compact": compact.name, "fact": fact}
                yield Hit(rule, *said.span, fills=fills, sources=(compact.source,))


def _is_wrong(said: _Said, compact: CompactFact) -> bool:
    """Say whether the facts are against it; a compact that issues nothing yet has members by law alone."""
    usable = compact.operational if compact.issuing else compact.members
    return said.state in usable if said.is_denied else said.state not in usable


def _compact(kind: str, compacts: tuple[CompactFact, ...]) -> CompactFact | None:
    license_id = next((one for word, one in _LICENSES.items() if kind.startswith(word)), "rn")
    return next((compact for compact in compacts if license_id in compact.licenses), None)


def _of_names(view: View, sentence: Sentence) -> Iterator[_Said]:
    """Give what is said right beside the name of a state."""
    for start, end, state in named_states(view, sentence):
        if match := _SAYS.match(view.text, end, min(end + _LONGEST, sentence.end)):
            yield _Said((start, match.end()), state, match["kind"] or match["kind2"] or "", _denies(match))
        elif match := _SUCH_AS.search(view.text, max(sentence.start, start - _LONGEST), start):
            yield _Said((match.start(), end), state, match["kind"] or "", is_denied=False)


def _of_here(view: View, sentence: Sentence, context: Context) -> Iterator[_Said]:
    """Give what is said of "our state" where the posting has only one."""
    match = _WE.search(view.text, sentence.start, sentence.end) if len(context.states) == 1 else None
    if match:
        yield _Said(match.span(), context.states[0], match["kind"] or "", bool(match["no"]))


def _denies(match: re.Match[str]) -> bool:
    return bool(match["no"] or match["no2"])
