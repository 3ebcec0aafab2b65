"""Places as other words surround them: "Denver, CO 80204 (onsite)", "a case manager in Boston, MA", "NYC".

A town is told by its state, which stands right behind it; only a few cities are known without one. What a place is there for is not decided here.
"""

import re
from collections.abc import Iterator
from itertools import chain

from jdgen.text.place import KNOWN_ALONE
from jdgen.text.states import STATES

_NAMES = "|".join(sorted(map(re.escape, STATES.values()), key=len, reverse=True))
_POSTAL = "|".join(STATES)
_ZIP = r"(?: \d{5}(?:-\d{4})?)?"
_MARKS = r"\s*(?:$|[,.;:)|/\u00b7\u2022\u2013\u2014-]|\((?!\d|she\b|he\b|they\b))"
"""What stands behind a place that is no part of a sentence; before a number or a pronoun, two letters are the degree of a person."""

_CITY = r"(?:(?!(?:Case|Care|Job|Requisition|Req|Ref|Reference|Posting|Position|Vacancy|Employee|Photo|Valid|Government|Tax|Manager|Nurse|Worker|Social|Coordinator|Assistant|Physician|Medical|Full|Part|Time|Remote|Hybrid|Onsite|On-site|Health|Home)\b|[\w-]+['\u2019]s )[A-Z][a-z][\w.'\u2019-]*)"
_BEFORE = r"(?:^|(?<=[,:;|(/\u00b7\u2022\u2013\u2014-] )|(?<=\()|(?<=\b[Ii]n ))"
_ANY_CITY = r"(?:[A-Z][\w.'\u2019-]+ ){0,2}[A-Z][\w.'\u2019-]+"
_OLD = (
    r"(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Kans|Ky|La|Mass|Md|Me|Mich|Minn|Miss|Mo|Mont|Neb|Nebr|Nev|Okla"
    r"|Ore|Oreg|Pa|Penn|Tenn|Tex|Va|Vt|Wash|Wis|Wisc|Wyo|(?:N|S)\. ?(?:C|D|Dak)|N\. ?(?:H|J|M|Mex|Y)|R\. ?I|W\. ?Va)\."
)
"""The abbreviations newspapers used before those of the post office, with their period."""
_STATE = rf"(?:(?:{_POSTAL}|{_NAMES}|{_NAMES.upper()})\b|D\.C\.?|{_OLD})"
_KNOWN = rf"(?:{'|'.join(sorted(KNOWN_ALONE, key=len, reverse=True))})(?!,? (?:NY|New York|N\.Y)\b)"

_NO_LIST = (
    r"(?=[A-Z])(?<![\w'])(?<!North )(?<!South )(?<!New )(?<!Rhode )(?<!American )(?<!District of )"
    r"(?<!NORTH )(?<!SOUTH )(?<!NEW )(?<!RHODE )(?<!AMERICAN )(?<!DISTRICT OF )"
    rf"(?!(?i:(?!New York, New York|Washington, District)(?:{_NAMES}), (?:{_NAMES})\b))"
)
"""Two names of states in a list are no town with its state."""

_WITH_COMMA = re.compile(rf"{_NO_LIST}{_ANY_CITY}, {_STATE}{_ZIP}(?={_MARKS})")
_WITHOUT_COMMA = re.compile(rf"{_BEFORE}(?:{_CITY} ){{0,2}}{_CITY} (?:{_POSTAL}){_ZIP}(?={_MARKS})")
"""`Portland ME`: only where it stands apart, because two capital letters after a name may be a credential."""
_ALONE = re.compile(rf"{_BEFORE}{_KNOWN}{_ZIP}(?={_MARKS})")
_CAPITAL = re.compile(rf"{_BEFORE}Wash\.,? D\. ?C\.{_ZIP}(?={_MARKS})")
_DEGREES = "MA|MD|ME|PA"
"""In brackets behind a name, these may be what somebody is."""
_BOARDS = re.compile(
    rf"{_BEFORE}(?:{_CITY} ){{0,2}}{_CITY} (?:\| (?:{_POSTAL})|\((?!{_DEGREES})(?:{_POSTAL})\))(?={_MARKS})"
    rf"|{_BEFORE}USA?(?:-| - |, )(?:{_POSTAL})(?:-| - |, )(?:{_CITY} ){{0,2}}{_CITY}(?:-\d{{5}})?(?={_MARKS})"
)
"""How job boards and applicant systems write it: `Newark | NJ`, `Seattle (WA)`, `US-WA-Seattle`."""

_IN_A_VALUE = re.compile(
    rf"(?:{_NO_LIST}{_ANY_CITY}, {_STATE}|(?:{_CITY} ){{0,2}}{_CITY} (?:{_POSTAL})|(?<!\w){_KNOWN}){_ZIP}(?![\w'-])"
)
_IN_WORDS = (
    rf"(?:(?:{_CITY} ){{0,2}}{_CITY}(?:, (?:{_POSTAL}|{_NAMES})(?![\w'-])|, D\.C\.| (?:{_POSTAL})(?={_MARKS}))"
    rf"|{_KNOWN}(?![\w'-]))"
)
_LEADS = re.compile(r"(?:[Ii]n|[Oo]ur|['\u2019]s) (?=[A-Z]|the Bronx)")
_AT_A_WORD = re.compile(r"\b(?:[Ii]n|[Oo]ur)|['\u2019]s")
_NAMED = re.compile(rf"(?P<place>{_IN_WORDS})")
_ANOTHER = re.compile(rf"(?:,? (?:and|or) (?:in )?|, )(?P<place>{_IN_WORDS})")


def places_apart(line: str) -> Iterator[re.Match[str]]:
    """Yield the places of a line that marks part from what else it says: "Case Manager - Denver, CO (onsite)"."""
    patterns = [_WITHOUT_COMMA, _ALONE]
    if ", " in line:
        patterns.insert(0, _WITH_COMMA)
    if "Wash" in line:
        patterns.append(_CAPITAL)
    if "US" in line or "|" in line or "(" in line:
        patterns.append(_BOARDS)
    return chain.from_iterable(pattern.finditer(line) for pattern in patterns)


def places_of_a_value(value: str) -> Iterator[re.Match[str]]:
    """Yield the places of what a label calls a place, whatever stands beside them."""
    return _IN_A_VALUE.finditer(value)


def places_in_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the places of a text start and end that a sentence leads to: "in Denver, CO and Boise, ID", "our Denver, Colorado clinic"."""
    end = 0
    for lead in _LEADS.finditer(text):
        is_word = lead.end() > end and _AT_A_WORD.match(text, lead.start())
        match = _NAMED.match(text, lead.end()) if is_word else None
        while match:
            start, end = match.span("place")
            yield start, end
            match = _ANOTHER.match(text, end)
