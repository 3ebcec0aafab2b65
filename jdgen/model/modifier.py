"""What changes any kind of case manager in one respect: a level, a model of the work, a way of delivery, languages.

The changes stand in the file like those of a child (`jdgen/load/inheritance.py`); here is what its `modifier:` says beside them.
"""

from typing import Annotated, Literal

from jdgen.model.language import LanguageLevel
from jdgen.model.markers import Before, one_or_many
from jdgen.model.record import Line, Record, Slug, field
from jdgen.text.slugs import slug

ModifierKind = Literal["level", "model", "delivery", "languages"]
Fact = Literal["level", "model", "delivery", "workplace", "location", "licenses", "certifications", "experience"]


def _as_slug(value: object) -> object:
    return slug(value) or value if isinstance(value, str) else value


ModifierName = Annotated[Slug, Before(_as_slug)]
"""The name of a modifier, typed with capitals or spaces: `Strengths based` is strengths-based."""
TITLE_LENGTH = 60
"""Characters of a job title that search results show whole."""


class Exclusion(Record):
    """Specializations a modifier makes no sense with; what extends one of them is excluded too."""

    ids: tuple[Slug, ...] = field(min_length=1, description="Names of specializations")
    why: Line = field(description="The reason, as the end of a sentence")


class Condition(Record):
    """A fact of the opening that a modifier cannot stand beside, or cannot do without: any of its values."""

    fact: Fact = field(description="What is looked at")
    values: tuple[Slug, ...] = field(min_length=1, description="Any one of these is enough")
    shown: Line | None = field(
        default=None, description="What a message calls it, where the values are no words people type"
    )
    why: Line = field(description="The reason, as the end of a sentence")
    repair: Line = field(description="What to do about it")


class Modifier(Record):
    """The block `modifier:` of a file such as `specializations/_level-senior.yaml`."""

    name: Line = field(description="What lists call it")
    title: Annotated[tuple[Line, ...], one_or_many(Line)] = field(
        default=(), description="How the title changes, such as Senior {title}; of several, the first that stays short"
    )
    levels: dict[LanguageLevel, Line] = field(
        default_factory=dict, description="How a line asks for each level of a language"
    )
    adds_experience: bool = field(
        default=False, description="Its experience is asked besides that of the specialization, not instead of it"
    )
    not_for: tuple[Exclusion, ...] = field(default=(), description="Specializations it makes no sense with, and why")
    conflicts: tuple[Condition, ...] = field(default=(), description="Facts of an opening it cannot stand beside")
    needs: tuple[Condition, ...] = field(default=(), description="Facts of an opening it cannot do without")
