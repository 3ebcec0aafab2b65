"""Headings with and without markup, and the role of everything below them."""

from collections.abc import Callable

import pytest

from jdgen.model.document import Document


def roles(document: Document) -> dict[str, str]:
    """Return the role of each block by its words."""
    return {block.text: block.role for block in document.blocks}


def test_words_before_any_heading_are_the_summary(read: Callable) -> None:
    assert roles(read("We hire.\n\n## Benefits\n\n- Dental\n"))["We hire."] == "summary"


@pytest.mark.parametrize(
    "text",
    [
        "## Must have\n\n- A degree\n",
        "**Must have**\n\n- A degree\n",
        "Must have:\n\n- A degree\n",
        "MUST HAVE\n\n- A degree\n",
        "<h3>Must have</h3><ul><li>A degree</ul>",
        "<p><b>Must have:</b></p><ul><li>A degree</ul>",
    ],
)
def test_a_list_under_must_have_is_required(read: Callable, text: str) -> None:
    assert roles(read(text, "-"))["A degree"] == "required"


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Nice to have", "preferred"),
        ("Preferred qualifications", "preferred"),
        ("Required qualifications", "required"),
        ("Minimum Requirements", "required"),
        ("Qualifications", "qualifications"),
        ("What you\u2019ll do at Cedar Ridge", "duties"),
        ("Essential duties & responsibilities", "duties"),
        ("\U0001f4cc About the team", "employer"),
        ("Pay range", "pay"),
        ("Compensation and benefits", "pay"),
        ("What we offer", "benefits"),
        ("How to apply", "apply"),
        ("Equal opportunity and accommodation", "legal"),
        ("Working conditions", "other"),
        ("At the bedside", "other"),
    ],
)
def test_a_heading_says_what_its_section_is_for(read: Callable, heading: str, role: str) -> None:
    assert roles(read(f"# RN\n\n## {heading}\n\nWords of it.\n"))["Words of it."] == role


def test_a_heading_that_says_nothing_belongs_to_the_one_above_it(read: Callable) -> None:
    document = read(
        "# RN\n\n## What you will do\n\n### At the bedside\n\n- Plan care\n\n## Anything else\n\n- Parking\n"
    )

    assert roles(document)["Plan care"] == "duties"
    assert roles(document)["Parking"] == "other"


def test_required_and_preferred_below_qualifications_are_told_apart(read: Callable) -> None:
    document = read("## Qualifications\n\nRequired:\n\n- A degree\n\nPreferred:\n\n- Spanish\n\nWe train you.\n")

    assert roles(document)["A degree"] == "required"
    assert roles(document)["Spanish"] == "preferred"
    assert roles(document)["We train you."] == "qualifications"


def test_words_below_the_list_of_a_section_stay_in_it_where_nothing_stands_above(read: Callable) -> None:
    document = read("We hire.\n\nRequirements:\n\n- A degree\n\nYou must drive.\n\n- A car\n")

    assert roles(document)["You must drive."] == "required"


def test_an_item_can_introduce_the_items_below_it(read: Callable) -> None:
    document = read("## Who you are\n\n- Required:\n    - A degree\n- Kind\n")

    assert roles(document) == {
        "Who you are": "qualifications",
        "Required:": "required",
        "A degree": "required",
        "Kind": "qualifications",
    }


def test_a_labelled_line_has_its_own_role_and_opens_no_section(read: Callable) -> None:
    document = read("# RN\n\n- Location: Denver, CO\n- Pay: $30 an hour\n- Schedule: days\n")

    assert roles(document)["Pay: $30 an hour"] == "pay"
    assert roles(document)["Schedule: days"] == "summary"


def test_a_label_above_its_value_opens_no_section(read: Callable) -> None:
    document = read(
        "RN Case Manager\n\nLocation\n\nDenver, CO\n\nPay\n\n$30 an hour\n\nWe hire for the night.\n", "a.txt"
    )

    assert roles(document)["$30 an hour"] == "pay"
    assert roles(document)["We hire for the night."] == "summary"


def test_an_equal_opportunity_statement_is_legal_wherever_it_stands(read: Callable) -> None:
    document = read("## Benefits\n\n- Dental\n\nCedar Ridge is an equal opportunity employer.\n")

    assert roles(document)["Cedar Ridge is an equal opportunity employer."] == "legal"


def test_the_first_heading_is_the_title_although_it_holds_section_words(read: Callable) -> None:
    document = read("# Case Manager Job Description\n\nWe hire.\n")

    assert roles(document) == {"Case Manager Job Description": "title", "We hire.": "summary"}
    assert document.title == "Case Manager Job Description"


def test_a_document_that_starts_with_a_section_has_no_title(read: Callable) -> None:
    assert read("**Responsibilities**\n\n- Plan care\n").title is None


def test_a_sentence_in_bold_is_no_heading(read: Callable) -> None:
    assert read("**You must have a degree.**\n").blocks[0].kind == "paragraph"


def test_a_line_in_title_case_above_a_list_names_its_section(read: Callable) -> None:
    document = read("We hire.\n\nCase Manager Job Duties\n\n- Plan care\n", "a.txt")

    assert roles(document)["Plan care"] == "duties"


def test_sections_keep_their_headings_and_levels(read: Callable) -> None:
    document = read("# RN\n\n## Benefits\n\n- Dental\n")

    assert [(section.heading, section.level) for section in document.sections] == [
        (None, 0),
        ("RN", 1),
        ("Benefits", 2),
    ]
    assert document.sections[document.blocks[-1].section].heading == "Benefits"


@pytest.mark.parametrize("mark", ["**{}**", "<p><b>{}</b></p>"])
def test_an_unknown_heading_without_marks_groups_the_duties_above_it(read: Callable, mark: str) -> None:
    parts = ["Duties", "\n- Plan care\n", "At the bedside", "\n- Hear people out\n", "Anything else", "\nParking.\n"]
    text = "\n".join(mark.format(one) if one[0] != "\n" else one for one in parts)
    document = read(text.replace("\n- ", "<ul><li>") if "<" in mark else text)

    assert roles(document)["Hear people out"] == "duties"
    assert roles(document)["Parking."] == "other"


def test_an_unknown_heading_after_other_sections_stays_unknown(read: Callable) -> None:
    document = read("**Requirements**\n\n- A degree\n\n**At the bedside**\n\n- Hear people out\n")

    assert roles(document)["Hear people out"] == "other"


def test_the_label_of_many_states_is_no_heading(read: Callable) -> None:
    states = "Remote, for people living in Colorado, Maine, Massachusetts, Minnesota, North Carolina, or South Carolina"
    prose = "You travel between our homes in the county, and we lend you a car for it whenever you ask the office early"
    kinds = {
        value: read(f"RN\n\nLocation\n\n{value}\n\nYou visit.\n", "a.txt").blocks[1].kind for value in (states, prose)
    }

    assert kinds == {states: "paragraph", prose: "heading"}
