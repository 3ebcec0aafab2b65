from dataclasses import dataclass
from typing import Annotated, Literal

import pytest

from jdgen.load.annotations import Shape
from jdgen.model.markers import ShownAs
from jdgen.model.record import Record, field


@dataclass
class Pay:
    minimum: int


class Duty(Record):
    id: str
    rhythm: Literal["daily", "weekly"] | Annotated[Literal["never"], "rare"] = "daily"


class Job(Record):
    duties: tuple[Duty, ...] | None = None
    labels: dict[str, Duty] = field(default_factory=dict)
    pay: Annotated[Pay, ShownAs("Pay such as 38/hour")] | None = field(default=None, description="What it pays")
    slug: Annotated[str, ShownAs()] = ""
    either: Pay | Duty | str = ""
    color: str | None = field(default=None, description="A color")
    named: str = field(default="", alias="called", examples=["Jo", "Sam"])


@pytest.mark.parametrize(
    ("loc", "members"),
    [
        ((), (Job,)),
        (("duties", 3), (Duty,)),
        (("duties", 3, "id"), (str,)),
        (("labels", "any", "id"), (str,)),
        (("pay", "minimum"), (int,)),
        (("either",), (Pay, Duty, str)),
        (("called",), (str,)),
        (("nowhere",), ()),
        (("nowhere", 1, "further"), ()),
        (("pay", 0), ()),
    ],
)
def test_a_path_leads_to_its_types(loc: tuple[str | int, ...], members: tuple[object, ...]) -> None:
    assert Shape.of(Job).walk(loc).members == members


def test_the_members_of_a_union_share_their_fields() -> None:
    assert list(Shape.of(Job).step("either").fields()) == ["minimum", "id", "rhythm"]


def test_choices_come_from_all_members() -> None:
    assert Shape.of(Duty).step("rhythm").choices() == ["daily", "weekly", "never"]


def test_form_and_description_are_told_apart() -> None:
    pay, color, slug = (Shape.of(Job).step(field) for field in ("pay", "color", "slug"))

    assert (pay.form, pay.description) == ("Pay such as 38/hour", "What it pays")
    assert (color.form, color.description) == (None, "A color")
    assert (slug.form, slug.description) == (None, None)


def test_the_first_example_of_a_field_is_taken() -> None:
    assert Shape.of(Job).step("called").example == "Jo"
    assert Shape.of(Job).step("color").example is None
