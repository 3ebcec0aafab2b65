"""A caseload that is promised never to be larger, and a larger one beside it."""

import re
from collections.abc import Iterator
from itertools import islice

from jdgen.audit.kinds.arithmetic_week import Clash, Span
from jdgen.audit.quantities import number_of

_COUNT = (
    r"(?:\d{1,3}|eight|ten|twelve|fifteen|eighteen|twenty(?:-(?:four|five))?|thirty(?:-(?:two|six))?|forty|fifty|sixty)"
)
_SERVED = r"(?:families|clients|patients|members|cases|households|participants|people|residents|kids|children|youth|tenants|survivors|veterans|individuals|students)"
_WORD = r"(?:(?!and\b|or\b|than\b|times?\b|in\b|after\b|by\b)[a-z'-]+ )"
_CASELOAD = r"(?:caseloads?(?: size)?|panels?|list)"
_CAP = re.compile(
    rf"\b(?:cap|caps|capped|limit|limits|limited|maximum|max|ceiling|tops? out|never (?:go(?:es)?|runs?|rises?|exceeds?|grows?|above|over|more)|(?:not|never|won't|don't) (?:to )?exceed|(?:never|not|nobody|no one|don't) (?:carry|carries|carried|has|have|holds?|sees?|gets?) (?:more than|over|above)|no more|at most|not above|not over)(?: {_CASELOAD})?:? (?:(?:is|are|of|at|to|than|over|above|about|past|set|us|each|caseload|caseloads|panel|panels|exceed|exceeds|size)\b:? ){{0,3}}(?P<cap>{_COUNT})\b(?: ?(?:to|or|-) ?(?P<upper>{_COUNT})\b)?(?![.,]\d| ?(?:%|percent|hours|minutes|days|weeks|miles|years))"
    rf"|\b(?P<most>{_COUNT}) (?:open |active |complex )?{_SERVED} (?:at most|at the most|and no more|is the (?:limit|most|maximum|cap))\b"
)
_LOAD = re.compile(
    rf"\b(?:carry|carries|carrying|care for|cares for|caring for|handle|handles|support|supports|serve|serves|see|manage|manages|have|has|cover|covers|hold|holds|follow|follows|expect|given|get|gets|receive|ready for|taking over|take over|take on|start with|visit|with|yours (?:will be|is|are)|caseload now|(?:current|average|actual|typical) caseload(?: [a-z]+){{0,5}}?)(?: (?:is|of|was))?:? {_WORD}{{0,3}}?(?:between )?(?P<load>{_COUNT})(?: ?(?:to|and|-|or) (?:{_COUNT}|more))?(?: (?:open|active|complex))?(?P<served> {_SERVED})?\b(?![.,]\d| ?(?:%|percent|hours|minutes|days|weeks|miles|years))"
)
_BARE = re.compile(r"\b(?:caseload|carry|carries|carrying|worker|(?:has|have) [\w-]+$)")
_MOST = 6


def cap_and_load(text: str, span: Span) -> Iterator[Clash]:
    """Find a number of families or clients to carry that is above the limit named beside it."""
    for cap in islice(_CAP.finditer(text, *span), 1):
        limit = number_of(cap["upper"] or cap["cap"] or cap["most"])
        for load in islice(_LOAD.finditer(text, *span), _MOST):
            is_load = load["served"] or _BARE.search(load[0])
            if is_load and number_of(load["load"]) > limit:
                yield load.start(), load.end(), ""
                return
