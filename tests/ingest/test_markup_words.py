"""What the fields of a JobPosting say in words: as text, as a list, as objects with a name or a description."""

import json
from collections.abc import Callable

import pytest

POSTING = {"@type": "JobPosting", "title": "RN", "description": "<p>We hire.</p>"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Citizens only", [("paragraph", "Citizens only")]),
        (["Citizens only", "A car"], [("item", "Citizens only"), ("item", "A car")]),
        ("<ul><li>Citizens only<li>A car</ul>", [("item", "Citizens only"), ("item", "A car")]),
        ({"@type": "DefinedTerm", "name": "Nursing", "description": "Citizens only"},
         [("paragraph", "Nursing"), ("paragraph", "Citizens only")]),
        ([{"description": "Citizens only"}, "A car"], [("item", "Citizens only"), ("item", "A car")]),
        ({"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 24}, []),
        (24, []),
        (["We hire"], []),
    ],
)  # fmt: skip
def test_a_field_is_read_however_it_is_given(read: Callable, value: object, expected: list) -> None:
    document = read(json.dumps(POSTING | {"qualifications": value}), "a.json")

    assert [(block.kind, block.text) for block in document.blocks[2:]] == expected
    assert {block.role for block in document.blocks[2:]} <= {"required"}


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("responsibilities", "duties"),
        ("educationRequirements", "required"),
        ("experienceRequirements", "required"),
        ("skills", "required"),
        ("eligibilityToWorkRequirement", "required"),
        ("physicalRequirement", "required"),
        ("securityClearanceRequirement", "required"),
        ("jobBenefits", "benefits"),
        ("incentiveCompensation", "pay"),
        ("specialCommitments", "other"),
        ("workHours", "other"),
        ("applicationContact", "apply"),
    ],
)
def test_each_field_has_the_role_of_its_section(read: Callable, name: str, role: str) -> None:
    document = read(json.dumps(POSTING | {name: "Citizens only"}), "a.json")

    assert (document.blocks[-1].role, document.blocks[-1].text) == (role, "Citizens only")


def test_the_words_of_a_field_stand_where_they_are_in_the_file(read: Callable) -> None:
    source = '{"@type": "JobPosting",\n "skills": ["Caf\\u00e9 <b>R&amp;D<\\/b>"]}'
    document = read(source, "a.json")
    block = document.blocks[-1]

    assert block.text == "Caf\u00e9 R&D"
    assert source[block.source_offset(block.text.index("R")) :].startswith("R&amp;D")
    assert document.position(block.source_offset(0)).line == 2


def test_the_first_line_of_a_field_is_no_title(read: Callable) -> None:
    document = read(json.dumps(POSTING | {"qualifications": "Registered Nurse\n\nA car\n\nSpanish"}), "a.json")

    assert [block.kind for block in document.blocks[2:]] == ["paragraph"] * 3
    assert document.title == "RN"


def test_other_fields_are_facts_or_codes_and_no_words(read: Callable) -> None:
    document = read(json.dumps(POSTING | {"industry": "Health", "url": "https://a.example"}), "a.json")

    assert len(document.blocks) == 2
