"""Lengths, counts and shares: each measure at its limit, and where the finding stands."""

import pytest

from jdgen.audit.kinds import measure
from jdgen.audit.kinds.measure import check, check_whole

TITLE = "# Nurse\n\n"


def items(heading: str, count: int) -> str:
    return f"## {heading}\n\n" + "".join(f"- Task number {number}\n" for number in range(count)) + "\n"


@pytest.fixture
def crossings(find, rule):
    """Return a function that gives the words of each place where a measure crosses a limit, and the value."""

    def run(name: str, text: str, *, whole: bool = False, path: str = "ad.md", **settings):
        fields = {"roles": settings.pop("roles", ())}
        asked = rule("measure", settings={"measure": name, **settings}, **fields)
        found = find(check_whole if whole else check, text, asked, path=path)
        return [(words, hit.fills["value"]) for words, hit in zip(found.words, found.hits, strict=True)]

    return run


def test_a_long_sentence_is_shown_without_the_space_behind_it(crossings) -> None:
    text = "One two three four. One two three four five. One."

    assert crossings("sentence-words", text, above=4) == [("One two three four five.", "5")]
    assert crossings("sentence-words", text, above=5) == []


def test_headings_have_no_sentences(crossings) -> None:
    assert crossings("sentence-words", "# One two three four five\n", above=2) == []


def test_a_paragraph_is_measured_whole(crossings) -> None:
    text = "One two. Three four.\n\n- Five six seven. Eight nine.\n"

    assert crossings("paragraph-words", text, above=4) == [("Five six seven. Eight nine.", "5")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We NEVER STOP HELPING here", "NEVER STOP HELPING"),
        ("APPLY TODAY, NURSES!", "APPLY TODAY, NURSES"),
        ("RN, LPN OR BSN", None),
        ("an URGENT need", None),
        ("RN CASE MANAGER", "RN CASE MANAGER"),
    ],
)
def test_words_in_capitals_count_where_one_is_no_abbreviation(crossings, text: str, words: str | None) -> None:
    assert [found for found, _ in crossings("shouting", text, above=1)] == [words] * bool(words)


def test_sentences_in_capitals_count_as_one_run(crossings) -> None:
    assert crossings("shouting", "NURSES ONLY. NO CALLS.", above=3) == [("NURSES ONLY. NO CALLS", "4")]


@pytest.mark.parametrize(("path", "count"), [("ad.txt", 0), ("ad.md", 1)])
def test_a_heading_of_plain_text_may_stand_in_capitals(crossings, path: str, count: int) -> None:
    text = "RN Case Manager\n\nWe hire.\n\nDUTIES AND RESPONSIBILITIES\n\n- Plan care\n"

    assert len(crossings("shouting", text, path=path, above=2)) == count


def test_a_number_joins_words_in_capitals_and_counts_for_none(crossings) -> None:
    assert crossings("shouting", "NURSES 40 AND OLDER WANTED", above=3) == [("NURSES 40 AND OLDER WANTED", "4")]
    assert crossings("shouting", "For all 40 AND OLDER, BLACK", above=1) == [("40 AND OLDER, BLACK", "3")]
    assert crossings("shouting", "NURSES 4 US", above=2) == []


def test_abbreviations_count_where_a_sentence_holds_little_else(crossings) -> None:
    assert crossings("abbreviations", "own LOS, SNF and UR in EMR", above=3) == [("own LOS, SNF and UR in EMR", "4")]
    assert (
        crossings("abbreviations", "You own the length of stay (LOS), and talk with the SNF of each person", above=0)
        == []
    )
    assert crossings("abbreviations", "Live in OH, PA or MI", above=0) == []


@pytest.mark.parametrize("words", ["https://willow.example", "jobs@example.org", "303-555-0142"])
def test_an_address_for_samples_is_found(crossings, words: str) -> None:
    assert len(crossings("sample-addresses", f"Write or call {words} today.", above=0)) == 1


@pytest.mark.parametrize("words", ["For example, call.", "303-555-2142", "jobs@examplecounty.gov"])
def test_words_like_an_address_for_samples_are_left_alone(crossings, words: str) -> None:
    assert crossings("sample-addresses", words, above=0) == []


def test_shouting_has_a_limit_in_words(crossings) -> None:
    assert crossings("shouting", "NURSES WANTED NOW", above=2) == [("NURSES WANTED NOW", "3")]
    assert crossings("shouting", "NURSES WANTED NOW", above=3) == []


def test_exclamation_marks_in_a_row_are_counted(crossings) -> None:
    assert crossings("exclamations", "Join us! Now!!! Or then! !", above=1) == [("!!!", "3"), ("! !", "2")]


def test_decoration_is_counted_by_block(crossings) -> None:
    assert crossings(
        "symbols", "\u2728 Join \U0001f680 us\n\nNo \u2014 \u201csymbols\u201d, 50% & \u00e9t\u00e9 \u2022\n", above=0
    ) == [("\u2728 Join \U0001f680", "2")]
    assert crossings("symbols", "\u2728 Join \U0001f680 us", above=2) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You visit the the homes", "the the"),
        ("Had had", None),
        ("the theater", None),
        ("care, care", None),
        ("Plan plan", "Plan plan"),
        ("At AT&T", None),
    ],
)
def test_a_word_that_stands_twice_is_found_unless_it_may(crossings, text: str, words: str | None) -> None:
    assert [found for found, _ in crossings("doubled-words", text, above=1)] == [words] * bool(words)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Ask [Recruiter Name] for it", "[Recruiter Name]"),
        ("In {{city}} now", "{{city}}"),
        ("Pay: $XX an hour", "$XX"),
        ("Call ____ today", "____"),
        ("- [x] done", None),
        ("See [our page](https://a.example)", None),
        ('Write with the subject "[First Name] [Last Name], nurse"', None),
        ('The subject is "care". Ask [Recruiter Name] for it', "[Recruiter Name]"),
    ],
)
def test_a_field_nobody_filled_in_is_found(crossings, text: str, field: str | None) -> None:
    assert [found for found, _ in crossings("unfilled-fields", text, above=0)] == [field] * bool(field)


def test_demands_in_one_sentence_are_counted_where_applicants_read_what_is_asked(crossings) -> None:
    text = (
        TITLE
        + "## Requirements\n\n- A degree, a license; a car\n- Two, three;\n\n## Benefits\n\n- Rides, meals, a laptop\n"
    )

    assert crossings("demands-in-a-row", text, above=2) == [("A degree, a license; a car", "3")]
    assert crossings("demands-in-a-row", text, above=3) == []


@pytest.mark.parametrize(("limit", "found"), [(5, [("Nurses", "6")]), (6, [])])
def test_a_title_has_a_length_in_characters(crossings, limit: int, found) -> None:
    text = "# Nurses\n\n## Responsibilities of the nurses\n"

    assert crossings("title-length", text, above=limit) == found


@pytest.mark.parametrize(
    ("limits", "found"), [({"above": 5}, 0), ({"above": 4}, 1), ({"below": 5}, 0), ({"below": 6}, 1)]
)
def test_a_posting_has_a_length_in_words_from_above_and_below(crossings, limits, found: int) -> None:
    assert len(crossings("posting-words", f"{TITLE}One two three four.\n", whole=True, **limits)) == found


def test_the_limit_is_told_with_the_value(find, rule) -> None:
    asked = rule("measure", settings={"measure": "posting-words", "below": 150})

    assert find(check_whole, f"{TITLE}You plan care.\n", asked).hits[0].fills == {"value": "4", "limit": "150"}


HARD = "Interdisciplinary collaboration necessitates comprehensive documentation of multidimensional biopsychosocial determinants. "
EASY = "We go and see them at home and ask how they are. "


def test_prose_and_lists_are_graded_apart(crossings) -> None:
    prose, listed = TITLE + HARD * 14, TITLE + f"- {HARD}\n" * 14

    assert len(crossings("prose-grade", prose, whole=True, above=20)) == 1
    assert crossings("list-grade", prose, whole=True, above=20) == []
    assert len(crossings("list-grade", listed, whole=True, above=20)) == 1
    assert crossings("prose-grade", TITLE + EASY * 14, whole=True, above=5) == []


def test_legal_words_are_not_graded(crossings) -> None:
    text = f"{TITLE}## Equal opportunity\n\n" + HARD * 14

    assert crossings("prose-grade", text, whole=True, above=20) == []


def test_little_text_has_no_grade(crossings) -> None:
    assert crossings("prose-grade", TITLE + HARD * 5, whole=True, above=1) == []


@pytest.mark.parametrize(("passive", "found"), [(4, 0), (5, 1)])
def test_the_share_of_passive_sentences_is_of_a_hundred(crossings, passive: int, found: int) -> None:
    text = TITLE + "Plans are written by you. " * passive + "You write plans. " * (10 - passive)

    assert len(crossings("passive-share", text, whole=True, above=40)) == found


def test_few_sentences_have_no_share(crossings) -> None:
    assert crossings("passive-share", TITLE + "Plans are written by you. " * 9, whole=True, above=1) == []


def test_items_are_counted_by_section_and_role(crossings) -> None:
    text = TITLE + items("Responsibilities", 4) + items("Benefits", 5)

    assert crossings("items", text, whole=True, above=3) == [("Task number 0", "4"), ("Task number 0", "5")]
    assert crossings("items", text, whole=True, above=3, roles=("duties",)) == [("Task number 0", "4")]
    assert crossings("items", text, whole=True, above=4, roles=("duties",)) == []


def test_the_last_of_several_first_headings_is_shown(crossings) -> None:
    text = "# Nurse\n\nWork\n\n# Pay\n\nMoney\n"

    assert crossings("first-headings", text, whole=True, above=1) == [("Pay", "2")]
    assert crossings("first-headings", TITLE, whole=True, above=1) == []


@pytest.mark.parametrize(("below", "found"), [(2, 0), (3, 1)])
def test_headings_of_sections_are_counted_without_the_title(crossings, below: int, found: int) -> None:
    text = TITLE + items("Responsibilities", 1) + items("Benefits", 1)

    assert len(crossings("section-headings", text, whole=True, below=below)) == found


def test_what_is_about_a_whole_posting_is_not_asked_of_any_text_and_the_other_way_round(crossings) -> None:
    assert crossings("posting-words", TITLE, above=0) == []
    assert crossings("sentence-words", "One two three.", whole=True, above=0) == []


def test_every_measure_is_tried_here() -> None:
    known = {*measure.OF_WORDS, *measure.OF_POSTINGS}

    assert known == {
        "sentence-words", "paragraph-words", "shouting", "exclamations", "symbols", "title-length", "posting-words", "prose-grade",
        "list-grade", "passive-share", "items", "first-headings", "section-headings", "doubled-words", "unfilled-fields", "demands-in-a-row",
        "abbreviations", "sample-addresses",
        # test_measure_structure.py tries these:
        "empty-parts", "repeated-labels", "tasks-in-a-row", "kinds-in-a-sentence", "phrase-in-a-paragraph", "questions-first",
    }  # fmt: skip


def test_letters_that_are_spoken_one_by_one_make_prose_harder(crossings) -> None:
    (small,), (letters,) = (
        crossings("prose-grade", TITLE + f"We ask our {team} how they are. " * 16, whole=True, above=-20)
        for team in ("team", "MDT")
    )
    assert float(letters[1]) > float(small[1])
