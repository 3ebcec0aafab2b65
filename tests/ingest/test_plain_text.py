"""Plain text: paragraphs, wrapped lines, bullets and the title."""

from jdgen.ingest.plain_text import read_plain_text


def pieces(text: str) -> list[tuple[str, int, str]]:
    """Return kind, level and words of each piece."""
    return [(piece.kind, piece.level, piece.text) for piece in read_plain_text(text)]


def test_a_short_first_line_is_the_title() -> None:
    assert pieces("RN Case Manager\n\nWe hire.\n") == [("heading", 1, "RN Case Manager"), ("paragraph", 0, "We hire.")]


def test_a_sentence_a_label_or_a_section_word_is_no_title() -> None:
    for first in ("We hire.", "Location: Denver, CO", "Benefits", "61377BR", "*Travel is rare"):
        assert pieces(f"{first}\n\nMore.\n")[0][0] == "paragraph"


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Cedar Ridge hires a case manager for its two surgical\n"
        "units. You plan discharges with patients and families\n"
        "and stay in touch afterward.\n"
    )

    assert [text for _, _, text in pieces(text)] == [" ".join(text.split())]


def test_short_lines_stay_apart() -> None:
    assert [text for _, _, text in pieces("We hire.\n\nDenver\nMaine\nDays\n")][1:] == ["Denver", "Maine", "Days"]


def test_lines_as_long_as_paragraphs_stay_apart() -> None:
    line = "We hire a case manager. " * 8

    assert len(pieces(f"{line}\n{line}\n")) == 2


def test_bullets_are_items_by_their_indent() -> None:
    text = "Duties here.\n\n* One\n   - Two\n* Three goes on\n  below it\n\u2022Four\n1) Five\n"

    assert pieces(text)[1:] == [
        ("item", 1, "One"),
        ("item", 2, "Two"),
        ("item", 1, "Three goes on below it"),
        ("item", 1, "Four"),
        ("item", 1, "Five"),
    ]


def test_a_label_below_a_long_line_starts_anew() -> None:
    line = "We hire a case manager for our two surgical units in"

    assert [text for _, _, text in pieces(f"{line}\nLocation: Denver, CO\n")] == [line, "Location: Denver, CO"]


def test_places_are_exact() -> None:
    text = "Duties here.\n\n   * One of\n     them\n"
    piece = read_plain_text(text)[1]

    assert piece.runs == ((0, text.index("One")), (7, text.index("them")))


def test_reading_can_start_later() -> None:
    assert read_plain_text("skipped\nWe hire.", 8)[0].runs == ((0, 8),)


def test_old_line_ends_are_line_ends() -> None:
    assert [text for _, _, text in pieces("We hire.\r\rMore.\r")] == ["We hire.", "More."]


def test_a_line_drawn_below_words_makes_them_a_heading() -> None:
    text = "RN Case Manager\n===============\n\nWe hire.\n\nDuties\n------\nPlan discharges.\nCall families.\n"

    assert pieces(text) == [
        ("heading", 1, "RN Case Manager"),
        ("paragraph", 0, "We hire."),
        ("heading", 2, "Duties"),
        ("paragraph", 0, "Plan discharges."),
        ("paragraph", 0, "Call families."),
    ]


def test_a_line_much_longer_than_the_words_is_no_mark_of_a_heading() -> None:
    assert pieces("We hire today.\n\nDenver\n------------------------\n")[1] == ("paragraph", 0, "Denver")


def test_a_last_word_that_could_be_a_heading_stays_in_its_item() -> None:
    text = "Duties here.\n\n- A card from the Commission for Case Manager\n  Certification\n- Two\n"

    assert pieces(text)[1:] == [
        ("item", 1, "A card from the Commission for Case Manager Certification"),
        ("item", 1, "Two"),
    ]


def test_what_a_file_says_to_jdgen_is_no_word_of_the_posting() -> None:
    text = "Nurse\n\n<!-- jdgen: allow-file pay because\nwe pay no bonus -->\n\nYou visit <!-- jdgen: allow age because so --> people.\n"

    assert pieces(text) == [("heading", 1, "Nurse"), ("paragraph", 0, "You visit people.")]
    assert pieces("Nurse\n\n<!-- jdgen: we never end\n")[1][2] == "<!-- jdgen: we never end"
