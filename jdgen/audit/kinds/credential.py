"""Rules about certifications, judged by the rows of `facts/credentials.yaml`: who issues them, who can hold them, how long they last.

A rule's `settings.check` says what is compared; its terms, `needs` and `unless` are words that must or may not stand beside.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from jdgen.audit.credential_sentence import CredentialSentence, credential_sentences, hit_for
from jdgen.audit.hit import Context, Hit
from jdgen.audit.kinds.credential_giver import given_wrongly
from jdgen.audit.kinds.credential_holder import held_only, held_wrongly, piled
from jdgen.audit.kinds.credential_time import renewed_wrongly, too_early, too_early_overall
from jdgen.audit.kinds.phrase import applies, closed
from jdgen.audit.lookup import CredentialFact
from jdgen.audit.mentions import (
    Mention,
    Organization,
    OrganizationTable,
    initials,
    organization_mentions,
    organization_table,
    strangers,
)
from jdgen.audit.ruleset import ReadyRule, Ruleset
from jdgen.audit.terms import WORD
from jdgen.audit.view import View
from jdgen.audit.who import is_quoted

# A row of marks is looked at from its first mark on: what does not match there matches from no other mark of it.
_FROM = re.compile(
    r"(?<!\u00a7)\u00a7+(?P<between>[^\u00a7\u00a4;?!]{0,60}?)\b(?:from|through|via|by|with|of|at) (?:the |an? |your |our |any )?(?P<organization>\u00a4+)(?P<after>[ -]*[\w-]*)"
)
_BESIDE = re.compile(
    r"(?<!\u00a7)\u00a7+(?: certification| credential| certificate| certified)? ?[(\[,-]+ ?(?:an? |the )?(?P<organization>\u00a4+) ?(?:[)\]]|$|\.$|(?:certification|credential|certificate)\b)"
)
_BEFORE = re.compile(
    r"(?<!\u00a4)(?P<organization>\u00a4+)(?:[ -](?:issued|awarded|certified|credentialed|granted|administered|board))*(?: certification| credential)?(?: as)?(?: an?| the)? ?[(:]? ?\u00a7"
)
_ISSUES = re.compile(
    r"(?<!\u00a4)(?P<organization>\u00a4+)[ ,](?:which |who |that )?(?:issues|awards|grants|confers|gives|offers|certifies|administers|runs|oversees)(?: you| the| a| your| our| as| holders| it)* \u00a7"
)
_CERTIFIED_BY = re.compile(
    r"\b(?:certified|credentialed|accredited|certification|credential)(?: by| through| with| via| from)+ (?:the )?(?P<organization>\u00a4+)(?: as| in|,| \(|:)+(?: an?)? ?\u00a7"
)
_BOUND = (_FROM, _BESIDE, _BEFORE, _ISSUES, _CERTIFIED_BY)
_UNBOUND = re.compile(
    r"\b(?:or|and|not|never|nor|another|other|different|membership|member|training|education|hours|credits|course|courses|equivalent|like|similar)\b"
)
_ISSUED = re.compile(
    r"^[ ,():-]*(?:(?:certification|certificate|credential|designation|issued|awarded|granted|conferred|obtained|given|offered|earned|certified|card|exam|passed|current|active|given out|which|comes|handed out|is|conferred)[ ,():-]*){0,5}$"
)
_NO_ISSUER = frozenset([
    "standard",
    "standards",
    "member",
    "members",
    "membership",
    "conference",
    "chapter",
    "guidelines",
    "approved",
    "accredited",
    "ceu",
    "ceus",
    "ce",
    "course",
    "courses",
    "exam",
    "prep",
    "review",
    "study",
    "code",
    "principles",
    "training",
    "magnet",
])
_AS_LICENSE = re.compile(
    r"(?<!\u00a7)\u00a7+'?s?[ -](?:case manager |state )?(?P<word>licen[sc](?:e|es|ure|ed)\b)|\b(?P<before>licensed(?: as)?(?: an?)?|licen[sc]e (?:as|for|of|to practice as)(?: an?| the)?|licensure as(?: an?)?) \u00a7|\blicen[sc]e: ?(?:active |current )?\u00a7+(?=\.?$)"
)
_BESIDE_LICENSE = re.compile(
    r"\b(?:rn|lpn|lvn|l[a-z]{2,5}|nursing|nurse|social work|work)(?: ?[,/&+] ?| and | or )(?:and |or )?$"
)
_AS_DEGREE = re.compile(
    r"\b(?:degree|bachelor'?s?|master'?s?|associate'?s?|diploma|doctorate|b\.?a\.?|b\.?s\.?|m\.?s\.?|m\.?a\.?|major|majors|minor|ph\.?d\.?)(?: degree| diploma)? in (?:an? |the )?\u00a7|\bdegrees?: ?(?:[^;.\u00a7]{0,25}\bor (?=\u00a7+\.?$))?\u00a7"
)
_LONGEST_NAME = 120
_FIRST_WORDS = frozenset({"certified", "accredited", "american", "associate", "qualified"})
_EXPANSION_AFTER = re.compile(
    r" ?(?P<cue>card|certification|certificate|certified|credential|designation|course|training)?,? ?(?P<sign>\((?:the |an? )?|[-:=] |which stands for |(?:stands|short|standing) for )(?P<words>[^()\u00a7;]{5,70})"
)


def check(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit for every credential of which something is said that cannot be."""
    rules = ruleset.of_kind("credential")
    sentences = credential_sentences(view, ruleset.lookup.credentials) if rules else []
    for rule in rules if sentences else ():
        judge = JUDGES[str(rule.settings["check"])]
        for sentence in sentences:
            if applies(rule, view, ruleset, sentence.sentence):
                yield from (hit for hit in judge(rule, sentence) if not _is_quoted(hit, sentence))


def check_whole(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit for a credential that another part of the posting makes impossible."""
    rules = [rule for rule in ruleset.of_kind("credential") if rule.settings["check"] == "experience"]
    sentences = credential_sentences(view, ruleset.lookup.credentials) if rules else []
    for rule in rules:
        yield from too_early_overall(rule, [one for one in sentences if applies(rule, view, ruleset, one.sentence)])


def _is_quoted(hit: Hit, sentence: CredentialSentence) -> bool:
    return is_quoted(sentence.view.text, sentence.sentence, hit.start, hit.end)


def _issued_wrongly(rule: ReadyRule, sentence: CredentialSentence) -> Iterator[Hit]:
    """Find a credential beside an organization that does not issue it, in a sentence that gives it no other issuer who does."""
    here = _organizations_of(rule, sentence)
    bound = list(_bound(sentence, here)) if here else []
    if not bound or sentence.finds(rule.unless):
        return
    also = _also_issued(tuple(rule.settings.get("also", ())))
    said = set[Mention]()
    for mention, _, match in bound:
        # What stands beside another credential says nothing about this one.
        others = {other for near, other, _ in bound if near is not mention}
        mine = {other for near, other, _ in bound if near is mention}
        names = {other.name for other in here if other in mine or other not in others}
        if mention not in said and not _is_issuer(mention, names, also):
            said.add(mention)
            yield _wrong_issuer(rule, sentence, mention, match)


def _bound(
    sentence: CredentialSentence, here: list[Organization]
) -> Iterator[tuple[Mention, Organization, re.Match[str]]]:
    """Give each credential with each organization that the words beside it name as its issuer."""
    names = {one.start: one for one in here}
    text = sentence.masked([(one.start, one.end) for one in here])
    for pattern in _BOUND:
        for match in pattern.finditer(text):
            mention = sentence.mention_near(match)
            one = names.get(sentence.start + match.start("organization"))
            if mention is not None and one is not None and not _is_unbound(match, one):
                yield mention, one, match


def _organizations_of(rule: ReadyRule, sentence: CredentialSentence) -> list[Organization]:
    """Return the organizations of a sentence: those of the tables, and others by their form."""
    span = (sentence.sentence.start, sentence.sentence.end)
    table = _organizations(sentence.credentials, tuple(rule.settings["organizations"]))
    known = organization_mentions(sentence.view, sentence.view.sentence_number(sentence.start), table)
    taken = [(one.start, one.end) for one in known] + [(one.start, one.end) for one in sentence.mentions]
    heads = frozenset(rule.settings["heads"])
    others = strangers(sentence.view, span, heads)
    return known + [one for one in others if not any(one.start < end and start < one.end for start, end in taken)]


def _is_unbound(match: re.Match[str], one: Organization) -> bool:
    """Say whether the words between speak of something else, or the organization is only part of a longer name."""
    groups = match.groupdict()
    between, after = groups.get("between") or "", (groups.get("after") or "").strip(" -")
    if not one.is_known and (match.re not in {_FROM, _CERTIFIED_BY} or not _ISSUED.match(between)):
        return True
    return bool(_UNBOUND.search(between)) or after in _NO_ISSUER


def _is_issuer(mention: Mention, names: set[str], also: dict[str, frozenset[str]]) -> bool:
    """Say whether one of the organizations issues it; what a state or an employer issues is not judged."""
    for fact in mention.facts:
        if not fact.issuer[:1].isupper() or fact.issuer.lower() in names or also.get(fact.id, frozenset()) & names:
            return True
    return False


def _wrong_issuer(rule: ReadyRule, sentence: CredentialSentence, mention: Mention, match: re.Match[str]) -> Hit:
    start = min(mention.start, sentence.start + match.start("organization"))
    end = max(mention.end, sentence.start + match.end("organization"))
    return hit_for(rule, mention, closed(sentence.view.text, start, end))


@lru_cache(maxsize=4)
def _organizations(credentials: tuple[CredentialFact, ...], further: tuple[str, ...]) -> OrganizationTable:
    issuers = dict.fromkeys(fact.issuer for fact in credentials if fact.issuer[:1].isupper())
    return organization_table(issuers, further)


@lru_cache(maxsize=4)
def _also_issued(rows: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Read rows `credential: name = name` of further organizations that issue it."""
    pairs = (row.split(":", 1) for row in rows)
    return {name.strip(): frozenset(part.strip().lower() for part in names.split("=")) for name, names in pairs}


def _called_license(rule: ReadyRule, sentence: CredentialSentence) -> Iterator[Hit]:
    """Find a certification that is called a license; in a list of both, the word belongs to the license."""
    for match in _AS_LICENSE.finditer(sentence.text) if "licen" in sentence.text else ():
        mention = sentence.mention_near(match)
        if mention is None or _BESIDE_LICENSE.search(sentence.text[: match.start()]) or sentence.finds(rule.unless):
            continue
        if mention.facts[0].id not in rule.settings.get("skip", ()):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            yield hit_for(rule, mention, (min(start, mention.start), max(end, mention.end)))


def _called_degree(rule: ReadyRule, sentence: CredentialSentence) -> Iterator[Hit]:
    for match in _AS_DEGREE.finditer(sentence.text):
        mention = sentence.mention_near(match)
        if mention and sentence.view.cased[mention.start : mention.end].isupper():
            yield hit_for(rule, mention, (sentence.start + match.start(), mention.end))


def _misnamed(rule: ReadyRule, sentence: CredentialSentence) -> Iterator[Hit]:
    """Find letters spelled out in another way than the issuer does."""
    cased = sentence.view.cased
    for mention in sentence.mentions:
        letters = re.sub(r"\W.*|s$", "", cased[mention.start : mention.end])
        if len(letters) < 3 or not letters.isupper() or not mention.facts[0].issuer[:1].isupper():
            continue
        after = _EXPANSION_AFTER.match(cased, mention.end, sentence.sentence.end)
        before = cased[max(sentence.start, mention.start - _LONGEST_NAME) : mention.start]
        if after and _is_wrong_after(after, letters, mention, rule):
            yield hit_for(rule, mention, closed(cased, mention.start, after.end()))
        elif before.endswith("(") and (wrong := _wrong_before(before, letters, mention, rule)):
            yield hit_for(rule, mention, closed(cased, mention.start - 1 - len(wrong), mention.end))


def _is_wrong_after(after: re.Match[str], letters: str, mention: Mention, rule: ReadyRule) -> bool:
    """Judge `CCM (Certified Care Manager)`; after a dash or a colon only words with the same initials are meant as the name."""
    words = after["words"]
    if _is_right(words, mention, rule):
        return False
    if initials(words).startswith(letters):
        same_head = after["sign"].startswith("(") and _plain(words).endswith(" manager")
        return bool(after["cue"]) or _is_alike(words, mention, least=1 if same_head else 2)
    least = 1 if after["sign"].startswith("(") and words.istitle() else 2
    return after["sign"].strip() not in {"-", ":"} and _is_alike(words, mention, least=least, start=True)


def _wrong_before(before: str, letters: str, mention: Mention, rule: ReadyRule) -> str:
    """Return the words before the bracket that spell the letters wrongly, up to the bracket; nothing where they are right."""
    words = [match for match in list(WORD.finditer(before))[-9:] if match.group()[0].isupper()]
    if _is_right(before[words[0].start() :] if words else "", mention, rule):
        return ""
    tails = [before[match.start() : -1] for match in reversed(words)]
    for tail in tails:
        if (initials(tail) == letters and _is_alike(tail, mention, least=2)) or _is_alike(
            tail, mention, least=1, start=True
        ):
            return tail
    return ""


def _is_right(words: str, mention: Mention, rule: ReadyRule) -> bool:
    """Say whether words hold the name, or mean another thing with the same letters."""
    said = _plain(words)
    names = [_plain(name) for fact in mention.facts for name in (fact.name, fact.issuer, *fact.former_names)]
    meanings = () if "certified" in said.split() else rule.settings.get("other-meanings", ())
    return any(name in said or said in name for name in names) or any(meaning in said for meaning in meanings)


def _is_alike(words: str, mention: Mention, *, least: int, start: bool = False) -> bool:
    """Say whether words share enough with the name to be meant as it, or share less but start as names of certifications do."""
    said = _plain(words).split()
    shared = len(set(said) & set(_plain(mention.facts[0].name).split()))
    starts = bool(said) and said[0] in _FIRST_WORDS
    return starts and shared >= least if start else shared >= least or (starts and shared >= 1)


def _plain(words: str) -> str:
    return " ".join(word.removesuffix("'s") for word in WORD.findall(words.lower()))


JUDGES: dict[str, Callable[[ReadyRule, CredentialSentence], Iterator[Hit]]] = {
    "issuer": _issued_wrongly,
    "giver": given_wrongly,
    "license": _called_license,
    "degree": _called_degree,
    "name": _misnamed,
    "holder": held_wrongly,
    "only": held_only,
    "pile": piled,
    "experience": too_early,
    "renewal": renewed_wrongly,
}
