"""Languages an opening asks for, typed with the reason: `Spanish: most of our families speak it at home`."""

import re

from jdgen.text.problem import Problem, quoted

_HINT = "write the language and why the work needs it, such as `Spanish: most of our families speak it at home`"
_NAME = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+){0,4}(?: \([^\W\d_]+(?: [^\W\d_]+)*\))?")
_ORIGIN = re.compile(
    r"\b(?:native|mother[ -]tongue|first[ -]language|accent(?:-free)?|born|nationals?)\b", re.IGNORECASE
)
_BECAUSE = re.compile(r"^(?:because|since|as)\s+", re.IGNORECASE)


def parse_language(text: str) -> tuple[str, str] | Problem:
    """Split `Spanish: why` into the language and the reason. Problems: those of the two, and reason-missing."""
    language, colon, why = text.partition(":")
    if not colon or not why.strip():
        return Problem("reason-missing", f"{quoted(text)} does not say why the work needs the language", _HINT)
    return language.strip(), why.strip()


def check_language(text: str) -> str | Problem:
    """Return the name of a language; problems: unreadable, and origin for one that asks where somebody is from."""
    if _ORIGIN.search(text):
        return _asks_for_origin(text)
    if not _NAME.fullmatch(text.strip()):
        return Problem("unreadable", f"{quoted(text)} is not the name of a language", _HINT)
    return text.strip()


def tidy_reason(text: str) -> str:
    """Return the reason as it stands after a colon: without "because" and the last period."""
    return _BECAUSE.sub("", text.strip(), count=1).strip(" .")


def _asks_for_origin(text: str) -> Problem:
    """Refuse words for origin or accent: a job may ask what somebody can do in a language (29 CFR 1606.6 and 1606.7)."""
    return Problem(
        "origin",
        f"{quoted(text)} speaks of origin or accent, expected what the person does in the language",
        "ask for a level instead: `conversational`, `fluent` or `written`",
    )
