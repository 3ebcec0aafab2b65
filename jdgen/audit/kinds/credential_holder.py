"""Who can hold a credential: professions that cannot, claims that only one can, and lists nobody holds whole."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from jdgen.audit.credential_sentence import CredentialSentence, hit_for
from jdgen.audit.hit import Hit
from jdgen.audit.mentions import Mention
from jdgen.audit.ruleset import ReadyRule, compiled

_UNSCHOOLED = "no degree"
"""The group of people who have neither a degree nor a license."""

_HOLDS = re.compile(
    r"\b(?:must|need|needs|should|hold|holds|holding|earn|earns|earned|obtain|obtains|have|has|having|get|gets|require|required|requires|expected|certified|credentialed|sit|sits|with|and|plus|carry|carries|bring|brings|complete|maintain|maintains|pass|become|becomes|keep|keeps|who|your|their|a|an|the|you|to)\b|^ ?[+&:,-]? ?$"
)
_NOT_HELD = re.compile(
    r"\b(?:or|not|no|cannot|can't|never|except|unless|only|beside|alongside|either|neither|team up|teams up|teamed|work with|works with|working with|works? under|together|partners?|collaborates?|reports?|joins?|next|but|instead|supervised|led by|under)\b|[/.;?!]"
)
_FOR = re.compile(
    r"^\)?,?(?: \w+){0,3}?,? ?(?:(?:for|from|of|by|among|open to|available to|offered to) (?:[\w'-]+ ){0,3}|\()$"
)
_NEVER_FOR = re.compile(r"\b(?:with|not|no|or|equivalent|experience|services|care)\b")

_ONLY_BEFORE = r"(?:only|just|exclusively|limited to|reserved for|restricted to|open only to|open to|nobody but|no one but|none but)(?: licensed| practicing| active| registered| our| the| an?)*"
_ONLY = (
    rf"\b{_ONLY_BEFORE} (?:WHO)\b(?: who)? (?:can|may|could|are|is|qualify|qualifies|earn|hold|sit|get|take|test|become|should)\b[^;.?!\u00a7]{{0,50}}\u00a7",
    r"\u00a7[^;.?!\u00a7]{0,30}?\b(?:only|just|exclusively|exclusive to|limited to|reserved for|restricted to|nobody but|no one but)(?: licensed| active| registered| for| to| by| the| an?)* (?:WHO)\b(?! (?:required|with|positions?|roles?|jobs?))",
    r"\u00a7[^;.?!,\u00a7]{0,12}?[ (/-]+(?:WHO)s?[ -](?:only|exclusive|exclusively)\b",
    r"\u00a7[^;.?!\u00a7]{0,40}\b(?:for|to|by|from) (?:WHO) (?:only|alone|exclusively)\b",
    r"\u00a7[^;.?!\u00a7]{0,12}\b(?:holders?|candidates?|exam|examination|certification|credential|applicants?)?s? ?(?:must (?:all )?be|have to be|need to be|needs to be|are always|is always|means you are|proves you are|shows you are)(?: an?| licensed| active| practicing| all| registered)* (?:WHO)\b",
    r"\b(?:must|have to|need to|has to) be(?: an?| licensed| active)* (?:WHO) (?:to|before you) (?:sit|earn|hold|get|take|test|qualify|apply|become)\b[^;.?!\u00a7]{0,25}\u00a7",
    r"\u00a7[^;.?!\u00a7]{0,20} (?:for|to) (?:WHO),? (?:but |and )?(?:not|never) (?:for |to |open to )?(?:social|counselors?|lcsws?|therapists?|case managers?|lpcs?)\b",
    r"\b(?:WHO)[- ]only (?:credential|certification|exam|designation)?[^;.?!\u00a7]{0,10}\u00a7",
    r"\u00a7[^;.?!\u00a7]{0,20}\b(?:an?|the) (?:WHO)[- ]only\b",
    r"\u00a7[^;.?!\u00a7]{0,20}\b(?:requires?|needs?|demands?|comes only with)(?: you to (?:be|have|hold)| an?| active| current| a valid| your)* (?:WHO)(?:'s)? (?:licen[sc]e|licensure)\b",
    r"\b(?:WHO) licen[sc]e (?:is )?(?:needed|required|necessary) (?:to|for) (?:sit|earn|hold|get|take|test|qualify|the)\b[^;.?!\u00a7]{0,25}\u00a7",
    r"\u00a7[^;.?!\u00a7]{0,12} (?:is|as) (?:an? |the )?(?:WHO)s?'?(?:'s)? (?:credential|certification|certificate|designation|exam|examination|card|title|thing)\b",
    r"\b(?:must|have to|need to|has to) be(?: an?| licensed| active)* (?:WHO)\b[^;.?!\u00a7]{0,30}?,? (?:because|since|as)\b[^;.?!\u00a7]{0,25}\u00a7",
    r"\b(?:need|needs|must have|must hold|requires?)(?: an?| the| active| current| valid| your)* (?:WHO) licen[sc]e (?:to|before you|in order to) (?:sit|earn|hold|get|take|test|qualify|have)\b[^;.?!\u00a7]{0,25}\u00a7",
)  # fmt: skip
_SHUT_OUT = (
    r"\u00a7[^;.?!\u00a7]{0,12} (?:(?:is not|isn't|not|never|cannot be|can't be) (?:available|open|offered|given|earned|held|granted)|(?:is|are|stays|remains) (?:closed|barred|denied|off[ -]limits|out of reach)) (?:to|for|by) (?:social workers?|counselors?|lcsws?|lpcs?|therapists?|non-?nurses)\b",
    r"\b(?!nurse)(?:social workers?|counselors?|lcsws?|lpcs?|therapists?|psychologists?|non-?nurses)\b[^;.?!\u00a7]{0,25}(?:cannot|can't|can not|may not|are not (?:eligible|allowed|able)|are (?:barred|excluded|shut out)|aren't (?:eligible|allowed)|do not qualify|don't qualify|not eligible|ineligible)\b[^;.?!\u00a7]{0,40}\u00a7",
)  # fmt: skip
"""Claims that people who are no nurses cannot hold it."""
_CHOICE = re.compile(
    r"\b(?:or|any|either|one of|such as|like|e\.?g|including|preferred|a plus|welcome|desired|depending|some of|may|various)\b"
)
_DEMANDED = re.compile(r"\b(?:must|all|every|each|required|requires?|need|needs|hold|mandatory)\b")


def held_wrongly(rule: ReadyRule, sentence: CredentialSentence) -> Iterator[Hit]:
    """Find a credential asked of a profession that cannot earn it."""
    hit = _held_wrongly(rule, sentence)
    if hit and not sentence.finds(rule.unless):
        yield hit


def _held_wrongly(rule: ReadyRule, sentence: CredentialSentence) -> Hit | None:
    professions = _professions(tuple(rule.settings["professions"]))
    named = [(match, name) for name, pattern in professions.items() for match in pattern.finditer(sentence.text)]
    for mention in sentence.mentions:
        is_shared = any(_can_hold(mention, name) for _, name in named)
        for match, name in named:
            if is_shared and not _is_given_to(sentence, mention, match.span(), name):
                continue
            if _is_asked_of(sentence, mention, match.span()):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                span = (min(start, mention.start), max(end, mention.end))
                return hit_for(rule, mention, span, profession=name)
    return None


def _can_hold(mention: Mention, profession: str) -> bool:
    if profession == _UNSCHOOLED:
        return not all(fact.needs_schooling for fact in mention.facts)
    return any(not fact.holders or profession in fact.holders for fact in mention.facts)


def _is_asked_of(sentence: CredentialSentence, mention: Mention, profession: tuple[int, int]) -> bool:
    """Say whether the words between bind a credential to those who shall hold it."""
    first, last = mention.start - sentence.start, mention.end - sentence.start
    if profession[1] <= first:
        between = sentence.text[profession[1] : first]
        return len(between) < 60 and bool(_HOLDS.search(between)) and not _NOT_HELD.search(between)
    between = sentence.text[last : profession[0]]
    return bool(_FOR.match(between)) and not _NEVER_FOR.search(between)


def _is_given_to(sentence: CredentialSentence, mention: Mention, profession: tuple[int, int], name: str) -> bool:
    """Say whether a credential is said to be for people none of the sentence's credentials is for, beside those who can earn it."""
    between = sentence.text[mention.end - sentence.start : profession[0]]
    return bool(_FOR.match(between)) and not any(_can_hold(one, name) for one in sentence.mentions)


@lru_cache(maxsize=4)
def _professions(rows: tuple[str, ...]) -> Mapping[str, re.Pattern[str]]:
    """Read rows `profession: word, word`."""
    pairs = (row.split(":", 1) for row in rows)
    return {
        name.strip(): re.compile(
            r"(?<![\w-])(?:" + "|".join(re.escape(word.strip()) for word in words.split(",")) + r")(?!\w)"
        )
        for name, words in pairs
    }


def held_only(rule: ReadyRule, sentence: CredentialSentence) -> Iterator[Hit]:
    """Find a claim that only one profession can hold what others can hold too."""
    hit = _held_only(rule, sentence)
    if hit and not sentence.finds(rule.unless):
        yield hit


def _held_only(rule: ReadyRule, sentence: CredentialSentence) -> Hit | None:
    for name, patterns in _claims(tuple(rule.settings["professions"]), sentence.text):
        for pattern in patterns:
            match = compiled(pattern).search(sentence.text)
            mention = sentence.mention_near(match) if match else None
            if match and mention and not _is_only(mention, name):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                return hit_for(rule, mention, (min(start, mention.start), max(end, mention.end)), profession=name)
    return None


def _claims(rows: tuple[str, ...], text: str) -> Iterator[tuple[str, Iterable[str]]]:
    """Give the expressions to try for each profession that a text names."""
    for name, words in _professions(rows).items():
        if words.search(text):
            yield name, _claims_of(words.pattern)
    yield "nurse", _SHUT_OUT


@lru_cache(maxsize=32)
def _claims_of(words: str) -> tuple[str, ...]:
    return tuple(pattern.replace("WHO", words) for pattern in _ONLY)


def _is_only(mention: Mention, profession: str) -> bool:
    """Say whether nobody else can hold any version of it."""
    return {holder for fact in mention.facts for holder in fact.holders or ("anybody",)} == {profession}


def piled(rule: ReadyRule, sentence: CredentialSentence) -> Iterator[Hit]:
    """Find a list of certifications and licenses, all of them demanded, that hardly anybody holds whole."""
    licenses = set(re.findall(r"(?<![\w-])(?:" + "|".join(rule.settings["licenses"]) + r")(?![\w-])", sentence.text))
    count = len({mention.letters for mention in sentence.mentions}) + len(licenses)
    if count < int(rule.settings["above"]) + 1 or _CHOICE.search(sentence.text):
        return
    role = sentence.view.role(sentence.sentence.block)
    if _DEMANDED.search(sentence.text) or role == "required":
        span = (sentence.mentions[0].start, sentence.mentions[-1].end)
        yield hit_for(rule, sentence.mentions[0], span, count=str(count))
