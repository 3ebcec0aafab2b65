"""Rules about licenses: what a state calls them, and what a compact lets count, by the rows of `facts/`."""

import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from jdgen.audit.hit import Context, Hit
from jdgen.audit.kinds.compact_member import says_wrong_member
from jdgen.audit.kinds.license_source import sources_for
from jdgen.audit.kinds.phrase import applies
from jdgen.audit.lookup import CompactFact, Lookup, TitleFact
from jdgen.audit.mentions import sentences_with
from jdgen.audit.named_states import named_states
from jdgen.audit.ruleset import ReadyRule, Ruleset, compiled
from jdgen.audit.terms import WORD
from jdgen.audit.view import Sentence, View
from jdgen.audit.who import is_quoted
from jdgen.text.states import STATES
from jdgen.text.words import join_words

_SMALL_BETWEEN = re.compile(
    r"^[ ,(-]*(?:(?:license|licensed|licensure|in|for|from|of|by|the|state|as|an?|active|current|clinical|board)[ ,(-]*){0,5}$"
)


class _Demand(NamedTuple):
    """A title in the text: its letters as the facts write them, and whether only its words stand there, in small letters."""

    start: int
    end: int
    title: str
    loose: bool


class _Title(NamedTuple):
    """How a title is written: an expression, whether capitals count, and words that a sentence with it holds, all but the last one."""

    title: str
    regex: str
    is_cased: bool
    others: frozenset[str] = frozenset()


def check(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit for every license that the state in question does not give, or does not honor."""
    for rule in ruleset.of_kind("license"):
        judge = JUDGES[str(rule.settings["check"])]
        for hit in judge(rule, view, ruleset, context):
            sentence = view.all_sentences[view.sentence_number(hit.start)]
            said = view.text[sentence.start : sentence.end]
            silent = any(compiled(expression).search(said) for expression in rule.unless)
            told = is_quoted(view.text, sentence, hit.start, hit.end)
            if not silent and not told and applies(rule, view, ruleset, sentence):
                yield hit


def _titled_wrongly(rule: ReadyRule, view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Find titles that a state does not use, in sentences without one of the same kind that it uses."""
    titles = ruleset.lookup.titles
    for sentence, demands in _demands(view, titles, frozenset(rule.settings.get("skip", ()))):
        named = list(named_states(view, sentence))
        for title, demand in demands.items():
            states = _states_for(demand, view, named, context)
            kinds = {row.license for row in titles if row.title == title}
            judged = [_row(state, demand, kinds, demands.keys() - {title}, titles) for state in states]
            if judged and all(judged):
                yield _title_hit(rule, demand, states, [row for row in judged if row])


def _row(
    state: str, demand: _Demand, kinds: set[str], beside: AbstractSet[str], titles: tuple[TitleFact, ...]
) -> TitleFact | None:
    """Return what a state calls the kind of license; None where the letters are right, or stand for another license there."""
    rows = [row for row in titles if state in row.states]
    if any(row.title == demand.title or (row.title in beside and row.license in kinds) for row in rows):
        return None
    if any(letters == demand.title and state in places for row in rows for letters, places in row.asides):
        return None
    own = [row for row in rows if row.license in kinds]
    own.sort(key=lambda row: (row.confidence == "U", row.license != "clinical-social-work"))
    return own[0] if own else None


def _known_elsewhere(rule: ReadyRule, view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Find letters that some states grant, asked for in a state whose own title for this work is not known to the facts."""
    titles, wanted = ruleset.lookup.titles, frozenset(rule.settings["titles"])
    for sentence, demands in _demands(view, titles, frozenset()):
        for demand in [demand for title, demand in demands.items() if title in wanted and not demand.loose]:
            rows = [row for row in titles if row.title == demand.title]
            kinds, homes = {row.license for row in rows}, {state for row in rows for state in row.states}
            served = {state for row in titles if row.license in kinds for state in row.states}
            states = _states_for(demand, view, list(named_states(view, sentence)), context)
            if states and served.isdisjoint(states):
                fills = {
                    "state": join_words([STATES[state] for state in states], "and"),
                    "home": join_words([STATES[state] for state in sorted(homes)], "and"),
                }
                yield Hit(rule, demand.start, demand.end, fills=fills, sources=(rows[0].source,))


def _named_below(rule: ReadyRule, view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Find a title that elsewhere is a license for independent practice, and in this state another one below it."""
    titles = ruleset.lookup.titles
    wanted = frozenset(rule.settings["titles"])
    for sentence, demands in _demands(view, titles, frozenset()):
        for demand in [demand for title, demand in demands.items() if title in wanted]:
            states = _states_for(demand, view, list(named_states(view, sentence)), context)
            above = [_above(state, demand.title, demands.keys(), titles) for state in states]
            if above and all(above):
                yield _title_hit(rule, demand, states, [row for row in above if row])


def _above(state: str, title: str, beside: AbstractSet[str], titles: tuple[TitleFact, ...]) -> TitleFact | None:
    """Return the license of a state whose note says that a title is a lower one there, but where the sentence names it too."""
    here = [row for row in titles if state in row.states]
    if any(row.title == title for row in here):
        return None
    above = [row for row in here if any(letters == title and state in places for letters, places in row.asides)]
    return above[0] if above and above[0].title not in beside else None


def _title_hit(rule: ReadyRule, demand: _Demand, states: list[str], own: list[TitleFact]) -> Hit:
    is_unconfirmed = any(row.confidence == "U" for row in own)
    return Hit(
        rule,
        demand.start,
        demand.end,
        fills={
            "state": join_words([STATES[state] for state in states], "and"),
            "own": join_words(dict.fromkeys(f"{row.title} ({row.name})" for row in own), "or"),
        },
        severity="info" if demand.loose or is_unconfirmed else None,
        is_unconfirmed=is_unconfirmed,
        sources=sources_for(own, states),
    )


def _demands(
    view: View, titles: tuple[TitleFact, ...], skip: frozenset[str]
) -> Iterator[tuple[Sentence, dict[str, _Demand]]]:
    """Give each sentence with titles, each where it stands first: its letters, or else its words."""
    names, anchors = _names_of(titles, skip)
    for number, words in sentences_with(view, anchors):
        sentence, demands = view.all_sentences[number], dict[str, _Demand]()
        for title, regex, is_cased, others in {row: None for word in words for row in names[word]}:
            if not others <= view.sentence_vocabularies[number]:
                continue
            match = compiled(regex).search(view.cased if is_cased else view.text, sentence.start, sentence.end)
            if match and (is_cased or title not in demands):
                loose = not (is_cased or view.cased.startswith("Licensed ", match.start()))
                demands[title] = _Demand(*match.span(), title, loose)
        if demands:
            yield sentence, demands


@lru_cache(maxsize=4)
def _names_of(
    titles: tuple[TitleFact, ...], skip: frozenset[str]
) -> tuple[Mapping[str, tuple[_Title, ...]], frozenset[str]]:
    """Return titles by the word to look for them at, and these words."""
    found: dict[str, list[_Title]] = {}
    for title, name in dict.fromkeys((row.title, row.name) for row in titles if row.title not in skip):
        letters = title.partition("-")[0].lower()
        in_letters = _Title(title, rf"(?<![\w-]){re.escape(title)}(?:'?s|-S)?(?!\w|-[A-Z])", is_cased=True)
        for form in (letters, f"{letters}s", f"{letters}'s"):
            found.setdefault(form, []).append(in_letters)
        if name.startswith("Licensed"):
            others = frozenset(WORD.findall(name.lower())[:-1])
            in_words = _Title(title, rf"(?<![\w-]){re.escape(name.lower())}(?![\w-]| -)", is_cased=False, others=others)
            found.setdefault("licensed", []).append(in_words)
    return {anchor: tuple(rows) for anchor, rows in found.items()}, frozenset(found)


def _states_for(demand: _Demand, view: View, named: list[tuple[int, int, str]], context: Context) -> list[str]:
    """Return the state that stands right beside a title, else those the sentence names, and the posting's where it names none."""
    for start, end, state in named:
        before, after = view.text[end : demand.start], view.text[demand.end : start]
        if (end <= demand.start and _SMALL_BETWEEN.match(before)) or (
            demand.end <= start and _SMALL_BETWEEN.match(after)
        ):
            return [state]
    return list(dict.fromkeys(state for _, _, state in named)) or list(context.states)


_COMPACT = re.compile(
    r"\b(?:(?:multi-?state|compact|nlc|enlc|interstate)(?:[ /-](?:multi-?state|compact|state))?(?:[ -](?:nursing|nurse|rn|lpn|lvn|sw|social work|social worker|counseling|counselor|lcsw|licsw|lmsw|lpc|lpcc|lmhc))*[ -](?:licen[sc]es?|licensure|lics?|privileges?|practice|lcsw|licsw|lmsw|rn|lpn|lvn|lpc|lmhc)\b"
    r"|(?:licensure|nurse licensure|social work licensure|social work(?:ers?(?:'s?)?)?|sw|msw|lcsw|counseling|nurse|nursing) compact(?: (?:licen[sc]es?|privileges?|states?))?\b"
    r"|\b(?:the|an|their|your) interstate compact\b|\b(?:your|any|an?|the) (?:nlc|compact) (?:works?|counts?|covers?|is (?:fine|good|enough|all|welcome|valid|ok)|will do|lets|gets)\b|\bnlc\b|\b(?:multi-?state|rn|under the|to the|the) compact\b(?! (?:on|for|of|with))|\b(?:rn|lpn|lvn|lcsw|licsw|lpc|lmhc)s? (?:with )?(?:an? )?(?:compact|multi-?state)\b|compact (?:states? )?(?:rn|lpn|lcsw|license|nurse)s?\b|\b(?:rns?|lpns?|lvns?|nurses?|lcsws?|licen[sc]es?|licensed) (?:[\w-]+ ){0,3}(?:from|in|by|of) (?:an?|any|another|the|other|one) (?:of the )?(?:other )?compact states?\b)"
)
_COMPACT_NEAR = re.compile(
    r"\b(?:multi[ -]?state|compact|e?nlc)\b(?! (?:cars?|suvs?|vehicles?|size|office|space|kitchen|employers?|plans?|health|network|regions?|territory|team|organizations?|agency|system|providers?|company|group|caseload|client|role|remote|between|on|of|city|area|unit|schedule|campus|programs?|projects?|insurer|carrier|with (?:the )?(?:clients|patients|families|schools?))\b)"
    r"[^;.?!]{0,40}?\b(?:licen[sc](?:e|es|ure|ed)|lics?|privileges?|rns?|lpns?|lvns?|nurses?|nursing|lcsws?|licsws?|lmsws?|lpcs?|lmhcs?)\b"
    r"|\b(?:licen[sc](?:e|es|ure|ed)|lics?|privileges?|rns?|lpns?|lvns?|nurses?|nursing|lcsws?|licsws?|lmsws?|lpcs?|lmhcs?)\b[^;.?!]{0,25}?\b(?:multi[ -]?state|compact|e?nlc)\b(?! [a-z])"
)
"""The words for a compact and for a license near each other, in either order."""
_GIVER_BEFORE = re.compile(r" (?:(?:rn|lpn|lvn|nurse|nursing|state|social work|lcsw) )?$")
_GIVER_AFTER = re.compile(r" ?(?:\([a-z]+\) )?(?:issued|granted|given) (?:by|in|from) (?:the )?(?:state of )?$")
"""What stands between a compact license and the state that gives it: a California compact license; one issued by California."""
_COMPACT_WORDS = frozenset({"compact", "multistate", "multi", "nlc", "enlc", "interstate"})
_LISTED = re.compile(r"(?:[,/]|\band|\bor|&) ?$")
_LICENSE_WORDS = frozenset({"license", "licensure"})
_CERTIFIED_WORDS = frozenset({"certified", "certification", "certificate", "certifications"})
_OF_LICENSES = re.compile(
    r"\b(?:licen[sc]\w*|lics?|privileges?|practi[cs]es?|cross(?:es|ing)? state|state lines|telehealth|treats?|works? (?:in|across|from)|lets|entitles?|accepted|welcome|see clients|covers?|\d+ (?:member )?states|nlc|enlc|(?:your|any) compact|(?:rn|lpn|lvn|lcsw|licsw|lmsw|msw|lpc|lmhc|nurse)s?)\b"
)
_BARE_NAME = re.compile(r"(?:(?:nurse|nursing|social work|counseling) )?licensure compact(?: \((?:e?nlc)\))?")
"""The name of a compact, which stands in lists of laws too."""

_WORDS_OF = {
    "clinical-social-work": re.compile(
        r"\b(?:social[ -]work(?:ers?)?|sws?|[a-z-]*lc?i?m?csws?|lcsws?|licsws?|lmsws?|lbsws?|lsws?|msws?|swlc)\b"
    ),
    "clinical-counseling": re.compile(r"\b(?:counseling|counselors?|lpcs?|lpccs?|lmhcs?|lcpcs?|lcmhcs?)\b"),
    "rn": re.compile(r"\b(?:rns?|lpns?|lvns?|nurses?|nursing|nlc|enlc)\b"),
}


def _compact_wrongly(rule: ReadyRule, view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Find a compact license where the compact does not reach, or is not in use anywhere."""
    unused = rule.settings["check"] == "compact-unused"
    for number, match in _compacts(view):
        sentence = view.all_sentences[number]
        compact = _compact(match, view, sentence, ruleset.lookup)
        if (
            compact is None
            or compact.issuing is unused
            or not _OF_LICENSES.search(_BARE_NAME.sub(" ", view.text[sentence.start : sentence.end]))
        ):
            continue
        states = _states_of(rule, view, sentence, match, context)
        if unused or (states and compact.operational.isdisjoint(states)):
            fills = {"compact": compact.name, "state": join_words([STATES[state] for state in states], "and")}
            yield Hit(rule, match.start(), match.end(), fills=fills, sources=(compact.source,))


def _states_of(rule: ReadyRule, view: View, sentence: Sentence, match: re.Match[str], context: Context) -> list[str]:
    """Return the state said to give a compact license, else those where it is to count: none where the rule's exceptions speak of others."""
    named = list(named_states(view, sentence))
    for start, end, state in named:
        if _GIVER_BEFORE.match(view.text[end : match.start()]) or _GIVER_AFTER.match(view.text[match.end() : start]):
            return [state]
    if any(compiled(expression).search(view.text, sentence.start, sentence.end) for expression in rule.exceptions):
        return []
    counted = [*(state for _, _, state in named), *_of_cities(rule, view, sentence)]
    return list(dict.fromkeys(counted)) or list(context.states)


def _of_cities(rule: ReadyRule, view: View, sentence: Sentence) -> Iterator[str]:
    """Give the states of the large cities a sentence names; the rule lists them as rows `CA: Fresno, Oakland`."""
    for state, words in _cities(tuple(rule.settings.get("cities", ()))):
        if words.search(view.text, sentence.start, sentence.end):
            yield state


@lru_cache(maxsize=4)
def _cities(rows: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    pairs = (row.split(":", 1) for row in rows)
    return tuple(
        (
            state.strip(),
            re.compile(r"\b(?:" + "|".join(re.escape(name.strip().lower()) for name in names.split(",")) + r")\b"),
        )
        for state, names in pairs
    )


def _compacts(view: View) -> Iterator[tuple[int, re.Match[str]]]:
    """Give each sentence on a compact, and the words for it: a firm phrase, or else words that stand near each other."""
    for number, _ in sentences_with(view, _COMPACT_WORDS):
        span = (view.all_sentences[number].start, view.all_sentences[number].end)
        match = _COMPACT.search(view.text, *span) or _COMPACT_NEAR.search(view.text, *span)
        if match:
            yield number, match


def _first_of_sentences(
    pattern: re.Pattern[str], view: View, anchors: frozenset[str]
) -> Iterator[tuple[int, re.Match[str]]]:
    """Give the first match of each sentence that holds one of the words, with the number of the sentence."""
    for number, _ in sentences_with(view, anchors):
        sentence = view.all_sentences[number]
        match = pattern.search(view.text, sentence.start, sentence.end)
        if match:
            yield number, match


def _compact(match: re.Match[str], view: View, sentence: Sentence, lookup: Lookup) -> CompactFact | None:
    """Return the compact that the words, else those around speak of; the nurses' is the one that goes without saying."""
    around = slice(max(sentence.start, match.start() - 40), min(sentence.end, match.end() + 40))
    block = slice(max(sentence.start - 500, view.block_starts[sentence.block]), sentence.end)
    for text in (match.group(), view.text[around], view.text[sentence.start : sentence.end], view.text[block]):
        kinds = [kind for kind, words in _WORDS_OF.items() if words.search(text)]
        if kinds:
            break
    kind = kinds[0] if kinds and "rn" not in kinds else "rn"
    return next((compact for compact in lookup.compacts if kind in compact.licenses), None)


def _called_certified(rule: ReadyRule, view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Find a license that is called a certification."""
    named, called = _as_certified(ruleset.lookup.titles)
    for number, _ in sentences_with(view, _CERTIFIED_WORDS):
        span = (view.all_sentences[number].start, view.all_sentences[number].end)
        match = named.search(view.cased, *span)
        if match is None or _LISTED.search(view.cased[max(span[0], match.start() - 6) : match.start()]):
            match = called.search(view.cased, *span)
        if match:
            yield Hit(rule, *match.span())


@lru_cache(maxsize=4)
def _as_certified(titles: tuple[TitleFact, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds the letters of a license before a word for certificates, and behind one."""
    letters = _license_letters(titles)
    named = (
        rf"(?<![\w-])(?:{letters})s? certificat(?:ion|e)(?!\w)(?! (?:in|as|by|from|exam|of|or|and|through)\b)(?! ?[:/])"
    )
    called = rf"(?<![\w-])(?<!board )(?<!Board )(?:[Ss]tate-)?(?:[Cc]ertified|CERTIFIED) (?:as an? )?(?:{letters})s?(?![\w-])(?! (?:[Ff]irst|[Cc]ase|[Pp]ractitioner|[Aa]nesth|or |and ))"
    return re.compile(named), re.compile(called)


def _license_letters(titles: tuple[TitleFact, ...]) -> str:
    """Return the letters of every title that is a license in its own name."""
    letters = dict.fromkeys([*(row.title for row in titles if row.name.startswith("Licensed")), "RN"])
    return "|".join(sorted(map(re.escape, letters), key=len, reverse=True))


def _without_place(rule: ReadyRule, view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Find a license demanded without a word on where it has to be valid."""
    for pattern in rule.present if not context.states else ():
        for number, match in _first_of_sentences(compiled(pattern.regex), view, _LICENSE_WORDS):
            if next(named_states(view, view.all_sentences[number]), None) is None:
                yield Hit(rule, *match.span())


JUDGES: dict[str, Callable[[ReadyRule, View, Ruleset, Context], Iterator[Hit]]] = {
    "title": _titled_wrongly,
    "elsewhere": _known_elsewhere,
    "below": _named_below,
    "compact-unused": _compact_wrongly,
    "compact-state": _compact_wrongly,
    "compact-member": says_wrong_member,
    "certified": _called_certified,
    "place": _without_place,
}
