"""Languages: those an opening asks for, typed with the reason (`Spanish: most of our families speak it at home`), and the tag of a text's own."""

import re

from jdgen.text.problem import Problem, quoted

_HINT = "write the language and why the work needs it, such as `Spanish: most of our families speak it at home`"
_NAME = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+){0,4}(?: \([^\W\d_]+(?: [^\W\d_]+)*\))?")
_ORIGIN = re.compile(
    r"\b(?:native|mother[ -]tongue|first[ -]language|accent(?:-free)?|born|nationals?)\b", re.IGNORECASE
)
_BECAUSE = re.compile(r"^(?:because|since|as)\s+", re.IGNORECASE)


# A well-formed tag of RFC 5646: language, script, region, variants, extensions. Names of four letters and more are reserved.
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3}(?:-[a-z]{3}){0,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<more>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?)",
    re.IGNORECASE | re.ASCII,
)


def check_language_tag(text: str) -> str | Problem:
    """Return a language tag as BCP 47 writes it, `en-US`; browsers, screen readers and PDF readers go by it. Problem: language-tag."""
    typed = text.strip()
    match = _TAG.fullmatch(typed)
    if match is None:
        better = typed.replace("_", "-")
        hint = f"write `{better}`" if "_" in typed and _TAG.fullmatch(better) else "write a tag such as `en-US` or `es`"
        return Problem("language-tag", f"{quoted(text)} is not a language tag", hint)
    parts = (match["language"].lower(), (match["script"] or "").title(), (match["region"] or "").upper())
    return "-".join(part for part in parts if part) + match["more"].lower()


def is_english(tag: str) -> bool:
    """Say whether a language tag means English, of whatever country."""
    return tag.partition("-")[0].lower() == "en"


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
