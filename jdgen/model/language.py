"""A language an opening asks for, with the level and the reason the work needs it."""

from typing import Annotated, Literal

from jdgen.model.markers import Before, refusal, shown_as, typed
from jdgen.model.record import Line, Record, field
from jdgen.text.language import check_language, check_language_tag, parse_language, tidy_reason
from jdgen.text.problem import Problem

LanguageLevel = Literal["conversational", "fluent", "written"]
LanguageName = Annotated[Line, typed(check_language), shown_as("The name of a language, such as Spanish")]
LanguageTag = Annotated[str, typed(check_language_tag), shown_as("A language tag such as en-US or es")]
Reason = Annotated[Line, typed(tidy_reason), shown_as("Such as: most of our families speak it at home")]


class Language(Record):
    """One language besides English, asked for because the work needs it."""

    language: LanguageName = field(description="Its name, such as Spanish or American Sign Language")
    level: LanguageLevel = field(
        default="fluent", description="conversational, fluent, or written for speech and writing"
    )
    why: Reason = field(description="Why the work needs it; the posting says so")


def _read(value: object) -> object:
    """Let `Spanish: why` stand for a language of the usual level."""
    if not isinstance(value, str):
        return value
    outcome = parse_language(value)
    if isinstance(outcome, Problem):
        raise refusal(outcome)
    return {"language": outcome[0], "why": outcome[1]}


LanguageText = Annotated[Language, Before(_read, or_as=str | Language)]
