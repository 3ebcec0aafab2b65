from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

import pytest
from pydantic_core import PydanticCustomError, PydanticKnownError

from jdgen.errors import InputError, InputErrors, Where
from jdgen.load.validation import validate
from jdgen.load.yaml_document import parse_yaml
from jdgen.model.markers import Before, Limits, ShownAs
from jdgen.model.record import Record, field
from jdgen.model.requisition import Requisition


class Duty(Record):
    id: Annotated[str, Limits(pattern="^[a-z]+$")]
    text: str = field(description="Starts with a verb, ends with a period.")
    rhythm: Literal["daily", "weekly", "monthly"] = "daily"


class Needs(Record):
    education: str | None = None
    certifications: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pay:
    minimum: Decimal
    unit: str


def read_pay(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value == "DOE":
        context = {"message": "`DOE` {hint} names no figure", "hint": "write 38.50/hour"}
        raise PydanticCustomError("pay_unstated", "{message}", context)
    return Pay(Decimal(value), "hour")


PayText = Annotated[Pay, Before(read_pay), ShownAs("Pay such as 38.50/hour")]
Color = Annotated[str, Limits(pattern="^#"), ShownAs("A color such as #0b5c6b")]


class Job(Record):
    title: str
    openings: int = field(default=1, ge=1, le=99)
    fte: Decimal | None = None
    remote: bool = False
    pay: PayText | None = None
    color: Color | None = field(default=None, description="For headings")
    closes: PayText | Literal["until filled"] | None = None
    place: Needs | Duty | str | None = None
    count: int | Literal["several", "many"] = 1
    duties: tuple[Duty, ...] = field(default=(), min_length=1)
    needs: Needs = Needs()
    labels: dict[str, int] = field(default_factory=dict)
    summary: Annotated[str, Limits(min_length=3, max_length=10)] = "abc"

    def __post_init__(self) -> None:
        if self.title == self.summary:
            raise ValueError("the summary repeats the title")


FIELDS = "the fields here are `title`, `openings`, `fte`, `remote`, `pay`, `color`, `closes`, `place`, `count`, `duties`, `needs`, `labels`, and `summary`"
DUTIES = "duties: [{id: plan, text: Plan care.}]\n"
INDENTED = "write them as `key: value` on lines of their own, indented"


def said_of(text: str) -> list[str]:
    with pytest.raises(InputErrors) as raised:
        validate(parse_yaml(text, "job.yaml"), Job, what="job")
    return [f"{problem} | {problem.hint}" for problem in raised.value.problems]


def test_good_data_becomes_the_model() -> None:
    job = validate(parse_yaml(f"title: RN\nopenings: 2\npay: 38.50\n{DUTIES}", "job.yaml"), Job, what="job")

    duty = Duty(id="plan", text="Plan care.")
    assert job == Job(title="RN", openings=2, pay=Pay(Decimal("38.50"), "hour"), duties=(duty,))


def test_a_field_left_empty_counts_as_left_out() -> None:
    text = "title: RN\nopenings:\nneeds:\nfte: ~\nduties: [{id: a, text: b, rhythm: }]\nlabels:\n"
    job = validate(parse_yaml(text, "job.yaml"), Job, what="job")

    assert job == Job(title="RN", duties=(Duty(id="a", text="b"),))


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("title:", "job.yaml:1:1: `title` is empty, expected text", None),
        ("titel: RN", "job.yaml:1:1: unknown field `titel`", "did you mean `title`?"),
        ("title: RN\nzzz:", "job.yaml:2:1: unknown field `zzz`", FIELDS),
        (
            "needs: {certification: [ccm]}",
            "job.yaml:1:9: unknown field `certification` in `needs`",
            "did you mean `certifications`?",
        ),
        (
            "needs: {zzz: x}",
            "job.yaml:1:9: unknown field `zzz` in `needs`",
            "the fields here are `education` and `certifications`",
        ),
        ("openings: three", "job.yaml:1:1: `openings` is `three`, expected a whole number", None),
        ("openings: 0", "job.yaml:1:1: `openings` is `0`, expected at least 1", None),
        ("openings: 100", "job.yaml:1:1: `openings` is `100`, expected at most 99", None),
        ("fte: most", "job.yaml:1:1: `fte` is `most`, expected a number", None),
        ("remote: maybe", "job.yaml:1:1: `remote` is `maybe`, expected `true` or `false`", None),
        ("pay: DOE", "job.yaml:1:1: `DOE` {hint} names no figure", "write 38.50/hour"),
        ("pay: [38]", "job.yaml:1:1: `pay` is a list, expected pay such as 38.50/hour", None),
        ("color: blue", "job.yaml:1:1: `color` is `blue`, expected a color such as #0b5c6b", None),
        ("closes: DOE", "job.yaml:1:1: `DOE` {hint} names no figure", "write 38.50/hour"),
        (
            "closes: [x]",
            "job.yaml:1:1: `closes` is a list, expected fields such as `minimum` and `unit` or `until filled`",
            INDENTED,
        ),
        (
            "place: {education: x, id: y}",
            "job.yaml:1:23: unknown field `id` in `place`",
            "the fields here are `education`, `certifications`, `text`, and `rhythm`",
        ),
        (
            "place: {id: plan}",
            "job.yaml:1:1: missing `text` in `place`, expected text",
            "add a line that starts with `text:`",
        ),
        (
            "place: [x]",
            "job.yaml:1:1: `place` is a list, expected fields such as `education`, `certifications`, `id`, and `text` or text",
            INDENTED,
        ),
        (
            "count: severl",
            "job.yaml:1:1: `count` is `severl`, expected a whole number or `several` or `many`",
            "did you mean `several`?",
        ),
        ("duties: []", "job.yaml:1:1: `duties` has 0 items, expected at least 1 item", None),
        (
            "duties: Plan",
            "job.yaml:1:1: `duties` is `Plan`, expected a list",
            "write each item on a line of its own, after `- `",
        ),
        (
            "duties:\n  - Plan",
            "job.yaml:2:5: item 1 of `duties` is `Plan`, expected fields such as `id`, `text`, and `rhythm`",
            INDENTED,
        ),
        (
            "duties:\n  -\n",
            "job.yaml:2:4: item 1 of `duties` is empty, expected fields such as `id`, `text`, and `rhythm`",
            None,
        ),
        (
            "duties: [{id: a, text: b}, {id: b, text: c, rhythm: dayly}]",
            "job.yaml:1:45: `rhythm` in item 2 of `duties` is `dayly`, expected one of `daily`, `weekly`, or `monthly`",
            "did you mean `daily`?",
        ),
        (
            "duties: [{id: A1, text: b}]",
            "job.yaml:1:11: `id` in item 1 of `duties` is `A1`, expected the form `^[a-z]+$`",
            None,
        ),
        (
            "needs: RN",
            "job.yaml:1:1: `needs` is `RN`, expected fields such as `education` and `certifications`",
            INDENTED,
        ),
        (
            "needs: {certifications: [a, b: c d]}",
            "job.yaml:1:29: item 2 of `needs.certifications` is a group of fields, expected text",
            'put the text in quotes: `"b: c d"`',
        ),
        ("labels: {a: x}", "job.yaml:1:10: `a` in `labels` is `x`, expected a whole number", None),
        ("labels: {b: }", "job.yaml:1:10: `b` in `labels` is empty, expected a whole number", None),
        ("labels: x", "job.yaml:1:1: `labels` is `x`, expected fields, one `key: value` a line", None),
        ("summary: ab", "job.yaml:1:1: `summary` is `ab`, expected at least 3 characters", None),
        ("summary: abcdefghijkl", "job.yaml:1:1: `summary` has 12 characters, expected at most 10 characters", None),
        ("title: abc", "job.yaml:1:1: the summary repeats the title", None),
        (
            "title: [RN]",
            "job.yaml:1:1: `title` is a list, expected text",
            "put text that holds `: ` or starts with a bracket in quotes",
        ),
    ],
)
def test_a_fault_is_one_sentence_with_its_place(text: str, message: str, hint: str | None) -> None:
    if "title: " not in text and text != "title:":
        text += "\ntitle: RN"
    if "duties" not in text:
        text += f"\n{DUTIES}"

    assert said_of(text) == [f"{message} | {hint}"]


def test_all_faults_are_reported_at_once_in_the_order_of_the_file() -> None:
    assert said_of("openings: x\nneeds: {zzz: 1}\nduties: [{id: a}]\npay: DOE\n") == [
        "job.yaml:1:1: `openings` is `x`, expected a whole number | None",
        "job.yaml:1:1: missing `title`, expected text | add a line that starts with `title:`",
        "job.yaml:2:9: unknown field `zzz` in `needs` | the fields here are `education` and `certifications`",
        "job.yaml:3:10: missing `text` in item 1 of `duties`, expected text | add a line that starts with `text:`",
        "job.yaml:4:1: `DOE` {hint} names no figure | write 38.50/hour",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "job.yaml:1:1: there is nothing here, expected a job with `title` | None"),
        ("- a\n", "job.yaml:1:1: found a list, expected a job with `title` | write one `key: value` a line"),
        ("RN\n", "job.yaml:1:1: found no fields, expected a job with `title` | write one `key: value` a line"),
        ("~\n", "job.yaml:1:1: found no fields, expected a job with `title` | write one `key: value` a line"),
    ],
)
def test_a_file_that_holds_no_fields_is_one_fault(text: str, said: str) -> None:
    assert said_of(text) == [said]


def test_one_value_for_a_list_of_one_is_reported_at_its_key() -> None:
    def one_or_many(value: object) -> object:
        return (value,) if isinstance(value, str) else value

    class Openings(Record):
        count: Annotated[tuple[int, ...], Before(one_or_many)]

    with pytest.raises(InputErrors, match=r"f:1:1: `count` is `many`, expected a whole number"):
        validate(parse_yaml("count: many", "f"), Openings, what="openings")


def test_what_is_missing_is_described_by_its_type() -> None:
    class Form(Record):
        pay: PayText
        rhythm: Literal["daily", "weekly", "monthly"]
        needs: Needs
        duties: tuple[Duty, ...]
        extra: dict[str, str]
        either: int | str
        day: bytes

    with pytest.raises(InputErrors) as raised:
        validate(parse_yaml("either: 1\npay: 2\nzzz: 3", "f"), Form, what="form")

    assert [problem.message for problem in raised.value.problems] == [
        "missing `day`, expected a value",
        "missing `duties`, expected a list",
        "missing `extra`, expected fields",
        "missing `needs`, expected fields such as `education` and `certifications`",
        "missing `rhythm`, expected one of `daily`, `weekly`, or `monthly`",
        "unknown field `zzz`",
    ]


def test_a_typed_value_that_is_missing_is_described_by_its_form() -> None:
    class Form(Record):
        pay: PayText
        either: int | str

    with pytest.raises(InputErrors) as raised:
        validate(parse_yaml("zzz: 1", "f"), Form, what="form")

    assert [problem.message for problem in raised.value.problems] == [
        "missing `either`, expected text or a whole number",
        "missing `pay`, expected pay such as 38.50/hour",
        "unknown field `zzz`",
    ]


def test_a_long_row_of_choices_is_cut() -> None:
    states = Literal["AK", "AL", "AR", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA", "GU", "HI"]

    class Form(Record):
        state: states

    with pytest.raises(InputErrors, match="expected one of 13 words such as `AK`, `AL`, and `AR`"):
        validate(parse_yaml("state: XX", "f"), Form, what="form")


def test_a_fault_of_the_whole_file_is_reported_at_its_first_line() -> None:
    class Form(Record):
        title: str = ""

        def __post_init__(self) -> None:
            raise PydanticKnownError("multiple_of", {"multiple_of": 2})

    with pytest.raises(InputErrors, match="f:1:1: the file is a group of fields, expected a multiple of 2"):
        validate(parse_yaml("title: x", "f"), Form, what="form")


def test_a_place_deep_in_lists_is_named_in_words() -> None:
    class Form(Record):
        groups: list[list[Duty]]

    with pytest.raises(InputErrors, match="`rhythm` in item 2 of item 1 of `groups` is `never`"):
        validate(parse_yaml("groups: [[{id: a, text: b}, {id: a, text: b, rhythm: never}]]", "f"), Form, what="form")


def test_nothing_is_enough_for_a_model_that_needs_nothing() -> None:
    assert validate(parse_yaml("", "needs.yaml"), Needs, what="needs") == Needs()


def test_what_was_wrong_before_is_said_with_the_rest() -> None:
    before = InputError("a word", where=Where("job.yaml", 2, 1))

    for text, count in ((f"title: RN\n{DUTIES}", 1), ("openings: 1\n", 2), ("", 2)):
        with pytest.raises(InputErrors) as raised:
            validate(parse_yaml(text, "job.yaml"), Job, what="job", problems=[before])
        assert len(raised.value.problems) == count
        assert before in raised.value.problems


def test_the_fields_that_exist_are_listed_once() -> None:
    with pytest.raises(InputErrors) as raised:
        validate(parse_yaml(f"title: RN\nzzz: 1\nqqq: 2\n{DUTIES}", "job.yaml"), Job, what="job")

    assert [problem.hint for problem in raised.value.problems] == [FIELDS, None]


def test_a_list_in_the_place_of_typed_text_is_told_the_form() -> None:
    with pytest.raises(InputErrors) as raised:
        validate(parse_yaml("specialization: rn\npay: [38, 52]\n", "r.yaml"), Requisition, what="requisition")

    (problem,) = raised.value.problems
    assert str(problem) == "r.yaml:2:1: `pay` is a list, expected pay such as 38.50-52/hour or 80000-95000/year"
    assert problem.hint is None
