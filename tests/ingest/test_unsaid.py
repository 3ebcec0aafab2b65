"""What a JobPosting says that its page does not: read once, at its place, and never twice."""

import json
from collections.abc import Callable

import pytest

PAGE = (
    "<h1>Nurse Case Manager</h1><p>You visit patients at home and plan their care. You call them every week, write "
    "down what they need, and tell the team. Preferred, not required: Spanish.</p><h2>Requirements</h2><ul><li>Three years "
    "as a registered nurse in a hospital or a clinic<li>A car</ul>"
)
SAID = "<p>You visit patients at home and plan their care.</p><h2>Requirements</h2><ul><li>A car</li></ul>"


def page_of(body: str, **posting: object) -> str:
    """Return a page with a JobPosting."""
    script = json.dumps({"@type": "JobPosting", "title": "Nurse Case Manager"} | posting)
    return f'<script type="application/ld+json">{script}</script>{body}'


@pytest.fixture
def new(read: Callable) -> Callable[..., list[tuple[str, str, str]]]:
    """Return a function that gives kind, role and words of the blocks a posting adds to the page."""

    def find(body: str = PAGE, **posting: object) -> list[tuple[str, str, str]]:
        page = read(body, "a.html")
        document = read(page_of(body, **posting), "a.html")
        assert [block.text for block in document.blocks[: len(page.blocks)]] == [block.text for block in page.blocks]
        return [(block.kind, block.role, block.text) for block in document.blocks[len(page.blocks) :]]

    return find


def test_a_short_page_is_read_and_not_only_its_json_ld(new: Callable) -> None:
    body = "<h1>Nurse Case Manager</h1><p>You visit patients at home.</p><ul><li>U.S. citizens only<li>Women only</ul>"

    assert new(body, description="<p>You visit patients.</p>") == []


def test_a_short_page_without_a_title_keeps_its_words_too(read: Callable) -> None:
    document = read(page_of("<p>Loading jobs</p><p>We hire.</p>", description="<p>We hire. RNs only.</p>"), "a.html")

    assert [block.text for block in document.blocks] == ["Nurse Case Manager", "We hire. RNs only.", "Loading jobs"]
    assert document.title == "Nurse Case Manager"
    assert document.notes == ()


def test_a_description_that_says_the_same_adds_nothing(new: Callable) -> None:
    assert new(description=SAID) == []


@pytest.mark.parametrize("words", ["preferred, not required:", "A car.", "Nurse Case Manager", "tell the team"])
def test_few_words_that_begin_or_end_a_line_a_sentence_or_a_clause_are_said(new: Callable, words: str) -> None:
    assert new(description=words) == []


@pytest.mark.parametrize("words", ["Women only", "patients at", "U.S. citizens only"])
def test_few_words_that_no_line_begins_or_ends_with_are_new(new: Callable, words: str) -> None:
    assert new(description=words) == [("paragraph", "summary", words)]


def test_only_the_sentences_that_are_new_are_read(new: Callable, read: Callable) -> None:
    text = "You visit patients at home and plan their care. Must be a U.S. citizen. Women only. You call them every week, write down."

    assert new(description=text) == [("paragraph", "summary", "Must be a U.S. citizen. Women only.")]

    document = read(page_of(PAGE, description=text), "a.html")
    block = document.blocks[-1]
    assert document.source[block.source_offset(0) :].startswith("Must be a U.S. citizen")


def test_new_words_have_the_role_their_section_has_in_the_description(new: Callable) -> None:
    assert new(description=SAID.replace("A car", "A car</li><li>Recent graduates only")) == [
        ("item", "required", "Recent graduates only")
    ]


def test_a_description_that_says_much_more_is_noted(read: Callable) -> None:
    long = read(page_of(PAGE, description="Recent graduates only. Must be a U.S. citizen. Women only."), "a.html")
    short = read(page_of(PAGE, description=SAID + "<p>Women only.</p>"), "a.html")

    assert "11 of its 11 words stand only in the description" in long.notes[0]
    assert short.notes == ()


def test_there_is_one_title(new: Callable) -> None:
    assert new(title="Young Nurse Case Manager") == [("paragraph", "title", "Young Nurse Case Manager")]
    assert new(title="Case Manager (Nurse)") == []
    assert new(description="<h1>Nurse Case Manager</h1><h1>About working here</h1>") == [
        ("heading", "employer", "About working here")
    ]


def test_a_second_heading_of_the_first_level_is_one_of_a_section(read: Callable) -> None:
    document = read(page_of(PAGE, description="<h1>About working here</h1><p>Dogs.</p>"), "a.html")

    assert [block.level for block in document.blocks if block.text == "About working here"] == [2]


def test_a_long_page_without_a_title_is_read_first(read: Callable) -> None:
    body = PAGE.replace("<h1>Nurse Case Manager</h1>", "")

    assert read(page_of(body, description="Women only."), "a.html").blocks[0].text.startswith("You visit")


def test_a_letter_with_a_period_ends_no_sentence(new: Callable) -> None:
    body = PAGE + "<p>Help every citizen.</p>"

    assert new(body, description="Must be a U.S. citizen.") == [("paragraph", "summary", "Must be a U.S. citizen.")]


def test_what_two_postings_say_is_read_once(new: Callable, read: Callable) -> None:
    posting = {"@type": "JobPosting", "title": "Nurse Case Manager", "description": "Women only."}
    script = f'<script type="application/ld+json">{json.dumps([posting, posting])}</script>'

    document = read(script + PAGE, "a.html")

    assert [block.text for block in document.blocks].count("Women only.") == 1


def test_fields_are_read_with_their_roles_where_the_page_does_not_say_them(new: Callable) -> None:
    fields = {
        "qualifications": ["A car", "Citizens only"],
        "jobBenefits": "<ul><li>Dental</li></ul>",
        "skills": "Excel",
    }

    assert new(description=SAID, **fields) == [
        ("item", "required", "Citizens only"),
        ("item", "benefits", "Dental"),
        ("paragraph", "required", "Excel"),
    ]


def test_a_field_is_a_section_of_its_own(read: Callable) -> None:
    document = read(page_of(PAGE, responsibilities=["Call plans"], jobBenefits=["Dental"]), "a.html")

    assert [document.sections[block.section].role for block in document.blocks[-2:]] == ["duties", "benefits"]
    assert len(document.sections) == 1 + max(block.section for block in document.blocks)


def test_a_script_in_markdown_is_read_the_same_way(read: Callable) -> None:
    document = read(f"# Nurse Case Manager\n\nWe hire.\n\n{page_of('', description='We hire. Women only.')}\n")

    assert [block.text for block in document.blocks] == ["Nurse Case Manager", "We hire.", "Women only."]
