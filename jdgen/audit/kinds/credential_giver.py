"""Who gives a credential: its issuer, and never an employer, a payer, a school or a short course."""

import re
from collections.abc import Iterator
from functools import lru_cache

from jdgen.audit.credential_sentence import CredentialSentence, hit_for
from jdgen.audit.hit import Hit
from jdgen.audit.ruleset import ReadyRule

_OWNER = r"(?:(?:our|the|your|this|a|an|any|each|every|their|his|her|local|in-house) (?:[\w'-]+ ){0,3}?)"
_FILL = r"(?:(?:you|your|yours|each|every|all|our|the|a|an|as|out|new|of|hires?|staff|nurses?|social workers?|graduates?|employees?|them|their|who|everyone|everybody|anybody|one|own|full|free|with|to be|to become|be|become) ){0,6}"
_GIVES = r"(?:awards?|awarded|issues?|issued|grants?|granted|confers?|conferred|gives?|hands?(?: out)?|gives? out|pass(?:es)? out|bestows?|certif(?:y|ies)|presents? you with|signs? off on|credentials|prints|mails|presents|signs|declares?|makes?|names?|appoints?|turns? you into|earns? you|brings? you|gets? you|qualif(?:y|ies) you as)"
_GIVEN = r"(?:awarded|issued|granted|conferred|given|handed(?: out)?|bestowed|presented|signed|printed|mailed|approved|conveyed|certified|provided|supplied|assigned|obtained|earned|received|gotten|got|comes?|coming|available)"
_HEADS = re.compile(
    r"\b(?:commission|association|academy of|society|council|corporation|certification (?:board|center|commission)|credentialing|ccmc|ancc|acma|nasw|crcc|cdms|aapc|urac|ahima|hpna|cmsa)\b"
)
"""Words of an issuer's own name, or of one that another rule judges."""
_ABOUT_IT = re.compile(
    r" ?(?:holders?|renewals?|recertification|exams?|fees?|dues|prep|candidates?|pay|bonus|differential|or later)\b"
    r"|(?:'s)?(?: [\w-]+){0,2} (?:programs?|support|tuition|reimbursement|help|assistance|benefits?|sponsorship|or later)\b"
)
"""Words behind it that tell of help on the way, of its holders or of what it costs, and not of who gives it."""
_BY = r"(?:by|from|through|at|with|via|upon|after|in|on)"


def given_wrongly(rule: ReadyRule, sentence: CredentialSentence) -> Iterator[Hit]:
    """Find a credential that somebody who does not issue it is said to give."""
    skip = frozenset(rule.settings.get("skip", ()))
    for match in _said_to_give(tuple(rule.settings["givers"]), tuple(rule.settings["courses"]), sentence.text):
        mention = sentence.mention_near(match)
        if _HEADS.search(match.group()) or _ABOUT_IT.match(sentence.text, match.end()):
            continue
        if mention and mention.facts[0].id not in skip:
            start, end = sentence.start + match.start(), sentence.start + match.end()
            if not sentence.finds(rule.unless):
                yield hit_for(rule, mention, (min(start, mention.start), max(end, mention.end)))
            return


def _said_to_give(givers: tuple[str, ...], courses: tuple[str, ...], text: str) -> Iterator[re.Match[str]]:
    """Give the words by which somebody gives a credential, or a course ends with it; a text is searched only where it holds words they need."""
    course, patterns = _patterns(givers, courses)
    names_course = course.search(text)
    for needed, pattern in patterns:
        if names_course if needed is course else needed.search(text):
            yield from pattern.finditer(text)


@lru_cache(maxsize=4)
def _patterns(
    givers: tuple[str, ...], courses: tuple[str, ...]
) -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]]:
    """Return what finds a course, and what finds who gives or what is finished, before a credential and behind it, each after what it needs."""
    giver = rf"(?:we|i|{_OWNER}?(?:{_any(givers)})s?(?: like \w+)?)"
    course = rf"(?:{_any(courses)})s?"
    finds_gives, finds_given, finds_course = re.compile(_GIVES), re.compile(_GIVEN), re.compile(_any(courses))
    rows = (
        (finds_gives, rf"\b{giver}(?: that| which| who)? (?:will |can |does |also |then |now |may |itself )?{_GIVES} {_FILL}\u00a7+"),
        (finds_course, rf"\b{course},?(?: [\w'-]+){{0,6}}?,? (?:and |to |then )?(?:leaves?|walks?|comes?|goes|go|drives?|ends? up|finish|finishes|exits?)(?: away| out| home| back| up)? with {_FILL}\u00a7+"),
        (finds_given, rf"(?<!\u00a7)\u00a7+,?(?: [\w-]+){{0,3}}? {_GIVEN},? (?:[\w-]+ ){{0,2}}?{_BY} (?:us\b|me\b|(?:[\w'-]+ ){{0,4}}?(?:{_any(givers)})\b)"),
        (finds_course, rf"(?<!\u00a7)\u00a7+,?(?: [\w-]+){{0,3}}? {_GIVEN},? (?:[\w-]+ ){{0,2}}?{_BY} (?:[\w'-]+ ){{0,6}}?{course}\b"),
        (finds_course, rf"\b{course}(?: [\w'-]+){{0,3}}? (?:comes with|ends with|ends in|includes|gives you|confers|earns you|brings you|gets you|makes you|awards|makes everyone|turns you into) {_FILL}\u00a7+"),
        (finds_course, rf"\b{course}[^.?!\u00a7]{{0,30}} (?:certificate|credential|letters|certification|designation)(?: that)? (?:you|they|graduates) (?:get|earn|receive|leave with|hold|carry)(?: at the end)? (?:is|are) {_FILL}\u00a7+"),
        (finds_course, rf"\b(?:finish|complete|pass|attend|sit through|take|survive|get through|after)(?: [\w'-]+){{0,5}}? {course},?(?: and| then)? (?:you (?:are|have|get|earn|hold|become|leave with|walk out with|receive|will be|will have|will hold)|(?:collect|receive|get|earn|become)) {_FILL}\u00a7+"),
    )  # fmt: skip
    return finds_course, tuple((needed, re.compile(pattern)) for needed, pattern in rows)


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
