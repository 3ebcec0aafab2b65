"""What changes any kind of case manager in one respect: a level, a model of the work, a way of delivery, languages.

The changes stand in the file like those of a child (`jdgen/load/inheritance.py`); here is what its `modifier:` says beside them.
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from jdgen.model.language import LanguageLevel
from jdgen.model.record import Line, Record, Slug, one_or_many
from jdgen.text.slugs import slug

ModifierKind = Literal["level", "model", "delivery", "languages"]
Fact = Literal["level", "model", "delivery", "workplace", "location", "licenses", "certifications", "experience"]
ModifierName = Annotated[Slug, BeforeValidator(lambda value: slug(value) or value if isinstance(value, str) else value)]
"""The name of a modifier, typed with capitals or spaces: `Strengths based` is strengths-based."""
TITLE_LENGTH = 60
"""Characters of a job title that search results show whole."""


class Exclusion(Record):
    """Specializations a modifier makes no sense with; what extends one of them is excluded too."""

    ids: tuple[Slug, ...] = Field(min_length=1, description="Names of specializations")
    why: Line = Field(description="The reason, as the end of a sentence")


class Condition(Record):
    """A fact of the opening that a modifier cannot stand beside, or cannot do without: any of its values."""

    fact: Fact = Field(description="What is looked at")
    values: tuple[Slug, ...] = Field(min_length=1, description="Any one of these is enough")
    shown: Line | None = Field(None, description="What a message calls it, where the values are no words people type")
    why: Line = Field(description="The reason, as the end of a sentence")
    repair: Line = Field(description="What to do about it")


class Modifier(Record):
    """The block `modifier:` of a file such as `specializations/_level-senior.yaml`."""

    name: Line = Field(description="What lists call it")
    title: Annotated[tuple[Line, ...], one_or_many(Line)] = Field(
        (), description="How the title changes, such as Senior {title}; of several, the first that stays short"
    )
    levels: dict[LanguageLevel, Line] = Field({}, description="How a line asks for each level of a language")
    adds_experience: bool = Field(
        default=False, description="Its experience is asked besides that of the specialization, not instead of it"
    )
    not_for: tuple[Exclusion, ...] = Field((), description="Specializations it makes no sense with, and why")
    conflicts: tuple[Condition, ...] = Field((), description="Facts of an opening it cannot stand beside")
    needs: tuple[Condition, ...] = Field((), description="Facts of an opening it cannot do without")
