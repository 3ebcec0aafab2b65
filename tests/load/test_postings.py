from collections.abc import Callable
from pathlib import Path

import pytest

from jdgen.errors import InputError, InputErrors
from jdgen.load.postings import dump_posting, parse_posting, read_posting
from jdgen.load.records import as_record
from jdgen.model.posting import Posting, PostingFacts
from jdgen.model.record import field_names

LEAST = {"id": "A-1", "title": "Nurse", "employer": {"name": "Acme"}}
FRONT = "---\nid: A-1\ntitle: Nurse\nemployer:\n  name: Acme\n---\n"
FULL = LEAST | {
    "employer": {"name": "Acme", "website": "https://a.example", "logo": "l.svg", "brand_color": "#0b5c6b", "size": 12},
    "specialization": "rn", "template": "classic", "description": "A job.", "occupation": {"code": "29-1141.00", "title": "Nurses"},
    "location": ["Denver, CO 80204", "Remote (CO)", "Remote"], "workplace": "hybrid", "employment": "full-time, 36-40 hours, 0.9 FTE",
    "schedule": "7:00", "pay": "38.50-52.00/hour", "other_compensation": ["$1"], "benefits": ["yes", "no: really", "# 3"],
    "flsa": "exempt", "posted": "2026-11-22", "closes": "until filled", "filled": "2026-12-20", "openings": 3,
    "education": {"level": "bachelor"}, "experience": {"months": 0, "text": "None needed"},
    "licenses": {"required": ["rn"]}, "certifications": {"preferred": ["ccm"]},
    "level": "senior", "model": "intensive", "delivery": "field", "languages": ["Thai: families speak it"],
    "apply": {"email": "a@b.example", "instructions": "One.\n\nTwo."},
}  # fmt: skip


def posting(body: str = "# Nurse\n", **facts: object) -> Posting:
    return Posting(as_record(LEAST | facts, PostingFacts), body)


def fault_of(action: Callable[[], object]) -> str:
    with pytest.raises((InputError, InputErrors)) as raised:
        action()
    return str(raised.value)


@pytest.mark.parametrize("facts", [LEAST, FULL, FULL | {"closes": "2026-12-31", "pay": "46/hour"}])
def test_a_posting_reads_back(facts: dict[str, object]) -> None:
    written = posting(**facts)

    assert written == parse_posting(dump_posting(written), "p.md")


def test_only_what_is_known_is_written() -> None:
    text = dump_posting(posting())

    assert text == (
        "---\njdgen: 1\nid: A-1\ntitle: Nurse\nlanguage: en-US\nemployer:\n  name: Acme\nopenings: 1\n---\n\n# Nurse\n"
    )


def test_facts_are_written_in_the_shorthand_people_type() -> None:
    text = dump_posting(posting(**FULL))

    for line in (
        "pay: 38.50-52.00/hour",
        "  - Denver, CO 80204",
        "posted: 2026-11-22",
        "closes: until filled",
        "flsa: exempt",
    ):
        assert f"\n{line}\n" in text


def test_the_order_is_that_of_the_model() -> None:
    keys = [
        line.partition(":")[0]
        for line in dump_posting(posting(**FULL)).split("---\n")[1].splitlines()
        if line[:1].isalpha()
    ]

    assert keys == [name for name in field_names(PostingFacts) if name in keys]
    assert set(keys) == set(field_names(PostingFacts))


@pytest.mark.parametrize(
    "body",
    [
        "# Nurse\n\nWords.\n",
        "# Nurse\n\n---\n\nAfter a rule.\n",
        "---\nid: B\n---\n",
        "\n\n# Nurse",
        "Words",
        "é\u2028x\n",
    ],
)
def test_a_body_reads_back_but_for_blank_lines_around_it(body: str) -> None:
    read = parse_posting(dump_posting(posting(body)), "p.md")

    assert read.body == f"{body.strip()}\n"
    assert read == parse_posting(dump_posting(read), "p.md")


@pytest.mark.parametrize(
    "text", [FRONT + "# N\n", FRONT.replace("\n", "\r\n") + "# N\r\n", FRONT.replace("---\n", "---  \n") + "# N"]
)
def test_hand_typed_fences_and_line_ends_are_read(text: str) -> None:
    read = parse_posting(text, "p.md")

    assert (read.facts.id, read.body) == ("A-1", "# N\n")


def test_a_fence_inside_a_text_is_no_fence() -> None:
    written = posting(apply={"instructions": "Before.\n\n---\n\nAfter."})

    assert written == parse_posting(dump_posting(written), "p.md")


@pytest.mark.parametrize("text", ["", "# Nurse\n", "\n" + FRONT, " ---\n", "----\n", "id: A-1\n"])
def test_a_file_without_front_matter_is_refused(text: str) -> None:
    assert fault_of(lambda: parse_posting(text, "p.md")) == "p.md:1:1: no front matter, expected a first line of `---`"


@pytest.mark.parametrize("text", ["---", "---\n", "---\nid: A-1\n"])
def test_front_matter_without_end_is_refused(text: str) -> None:
    line = max(len(text.splitlines()), 1)

    assert fault_of(lambda: parse_posting(text, "p.md")) == (
        f"p.md:{line}:1: the front matter has no end, expected a second line of `---`"
    )


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("title: Nurse", "titel: Nurse", "p.md:3:1"),
        ("title: Nurse", "title: Nurse\nlocation: [Reno]", "p.md:4:12"),
        ("  name: Acme", "  nam: Acme", "p.md:5:3"),
        ("  name: Acme", "  name: [Acme", "p.md:5:9"),
        ("title: Nurse", "title: Nurse\ntitle: Boss", "p.md:4:1"),
        ("title: Nurse", "\ttitle: Nurse", "p.md:3:1"),
    ],
)
def test_a_broken_fact_is_reported_with_its_line_in_the_file(old: str, new: str, place: str) -> None:
    said = fault_of(lambda: parse_posting(FRONT.replace(old, new), "p.md"))

    assert any(line.startswith(f"{place}: ") for line in said.splitlines()), said


def test_front_matter_that_says_nothing_is_refused() -> None:
    assert "expected a posting with `id`, `title`, and `employer`" in fault_of(
        lambda: parse_posting("---\n---\n", "p.md")
    )


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "p.md").write_text(FRONT + "# é\n", encoding="utf-8")

    assert read_posting(tmp_path / "p.md").body == "# é\n"


def test_errors_name_the_file(tmp_path: Path) -> None:
    (tmp_path / "p.md").write_text("x", encoding="utf-8")

    assert fault_of(lambda: read_posting(tmp_path / "p.md")).startswith(f"{tmp_path / 'p.md'}:1:1: no front matter")
