"""Lines of a page joined to what their writer wrote."""

from jdgen.ingest.page_lines import PageLine, pieces_of


def line(
    text: str, bottom: float, *, right: float = 540, size: float = 11, page: int = 0, bold: bool = False
) -> PageLine:
    """Return a line from the left margin to somewhere."""
    return PageLine(text, page, 72, right, bottom, size, bold)


def pieces(*lines: PageLine) -> list[tuple[str, int, str]]:
    """Return kind, level and words of each piece."""
    return [(piece.kind, piece.level, piece.text) for piece in pieces_of(lines)]


BODY = [line("We hire a case manager who plans the way home with patients", 600), line("and families.", 587, right=130)]


def test_a_line_goes_on_when_the_one_above_was_full() -> None:
    assert pieces(*BODY) == [
        ("paragraph", 0, "We hire a case manager who plans the way home with patients and families.")
    ]


def test_a_line_that_ended_early_ends_its_paragraph() -> None:
    assert (
        len(
            pieces(
                line("We hire.", 600, right=110), line("We train, and we pay for the training of those who stay", 587)
            )
        )
        == 2
    )


def test_a_wider_gap_parts_paragraphs() -> None:
    assert (
        len(
            pieces(
                *BODY,
                line("We pay for exams and for study time, and you stay with us a", 565),
                line("year.", 552, right=90),
            )
        )
        == 2
    )


def test_a_gap_ends_a_paragraph_whose_last_line_is_full() -> None:
    full = "We hire a case manager who plans the way home with patients"

    assert len(pieces(line(full, 600), line(full, 587), line(full, 540))) == 2


def test_bullets_start_items() -> None:
    assert pieces(
        *BODY,
        line("\u2022   Plan care with patients and their families, every single d", 570),
        line("ay", 557, right=80),
    )[1:] == [("item", 1, "Plan care with patients and their families, every single d ay")]


def test_larger_lines_are_headings_the_largest_first() -> None:
    found = pieces(line("RN", 700, size=24, right=100), line("Benefits", 650, size=14, right=130), *BODY)

    assert found[:2] == [("heading", 1, "RN"), ("heading", 2, "Benefits")]


def test_bold_lines_are_marked() -> None:
    assert [piece.is_bold for piece in pieces_of([line("Benefits", 650, right=130, bold=True), *BODY])] == [True, False]


def test_a_word_parted_at_the_end_of_a_line_is_joined() -> None:
    found = pieces(
        line("Cedar Ridge is a hospital that plans the way home and coordi-", 600), line("nates care.", 587, right=130)
    )

    assert found[0][2].endswith("and coordinates care.")


def test_a_hyphen_that_belongs_to_a_word_stays() -> None:
    other = line("Methods are evidence-based.", 640, right=250)
    found = pieces(
        other,
        line("Cedar Ridge is a hospital that plans the way home with evidence-", 600),
        line("based methods.", 587, right=150),
    )

    assert found[1][2].endswith("with evidence-based methods.")


def test_a_paragraph_goes_on_over_the_page() -> None:
    assert (
        len(
            pieces(
                line("We hire a case manager who plans the way home with patients", 50),
                line("and families.", 700, page=1),
            )
        )
        == 1
    )


def test_headers_footers_and_page_numbers_are_left_out() -> None:
    pages = [
        (line(f"Cedar Ridge Page {page + 1} of 2", 20, page=page), line(str(page + 1), 10, page=page))
        for page in range(2)
    ]
    found = pieces(line("One.", 700, right=90), *pages[0], line("Two.", 700, right=90, page=1), *pages[1])

    assert [text for _, _, text in found] == ["One.", "Two."]


def test_places_count_the_lines_left_out() -> None:
    lines = [line("1", 20), line("Two.", 700, right=90)]

    assert pieces_of(lines)[0].runs == ((0, 2),)


def test_lines_whose_place_is_unknown_stand_alone() -> None:
    assert len(pieces(PageLine("We hire", 0), PageLine("in Maine", 0))) == 2


def test_no_lines_are_no_pieces() -> None:
    assert pieces() == []


def test_a_line_that_calls_out_does_not_run_into_the_next() -> None:
    lines = (line("CASE MANAGERS ARE NEEDED NOW!!!", 600), line("Lakeview Family Services", 587, right=200))

    assert [words for _, _, words in pieces(*lines)] == [one.text for one in lines]


def column(text: str, left: float, bottom: float, right: float, *, bold: bool = False) -> PageLine:
    """Return a line of a box."""
    return PageLine(text, 0, left, right, bottom, 13, bold)


BOX = [
    column("Location", 62, 653, 95, bold=True),
    column("Remote, for people living in New", 62, 640, 194),
    column("York", 62, 627, 80),
    column("Job type", 224, 653, 256, bold=True),
    column("Full-time", 224, 640, 260),
]


def test_a_value_that_wraps_in_a_column_of_a_box_goes_on() -> None:
    assert [text for _, _, text in pieces(*BOX)][:2] == ["Location", "Remote, for people living in New York"]


def test_a_value_that_had_room_in_its_column_is_whole() -> None:
    short = [BOX[0], column("Reno", 62, 640, 80), BOX[2], *BOX[3:]]

    assert [text for _, _, text in pieces(*short)][1:3] == ["Reno", "York"]


def test_a_label_below_a_value_is_no_part_of_it() -> None:
    box = [*BOX[:2], column("Pay", 62, 627, 80, bold=True), *BOX[3:]]

    assert "Pay" in [text for _, _, text in pieces(*box)]


def test_a_line_of_the_text_that_also_stands_in_a_wrapped_footer_stays() -> None:
    pages = [
        one
        for page in (0, 1)
        for one in (
            PageLine("Larch" if page else "Case Manager for Older Adults and", page, 51, 540, 680, 30, is_bold=True),
            PageLine("Reno" if page else "Their Families", page, 51, 200, 650, 30, is_bold=True),
            PageLine(f"We hire for floor {page}.", page, 51, 140, 600, 11),
            PageLine("You visit people.", page, 51, 141, 560, 11),
            PageLine("Larch Home Care, Case Manager for Older Adults and", page, 51, 380, 26, 9),
            PageLine("Their Families", page, 249, 362, 16, 9),
            PageLine(f"Page {page + 1} of 2", page, 524, 561, 26, 9),
        )
    ]

    texts = [text for _, _, text in pieces(*pages)]

    assert "Case Manager for Older Adults and Their Families" in texts
    assert not any("Page" in text or text.startswith("Larch Home Care,") for text in texts)


def test_a_narrow_column_is_known_by_the_words_that_break_at_its_end() -> None:
    head = line("A line across the whole page that says a good deal about the job", 700)
    column = [
        line("We want gradu\u2010", 600, right=150),
        line("ates who plan and", 587, right=155),
        line("call.", 574, right=90),
    ]

    assert [text for _, _, text in pieces(head, *column)][1:] == ["We want graduates who plan and call."]


def test_short_lines_are_no_column_where_no_word_breaks() -> None:
    head = line("A line across the whole page that says a good deal about the job", 700)
    column = [line("We want graduates", 600, right=150), line("who plan and call", 587, right=155)]

    assert len(pieces(head, *column)) == 3


def test_a_line_that_states_a_fact_is_no_rest_of_the_one_above() -> None:
    lines = (line("Location: Reno, NV 89501", 600), line("Pay: $34 an hour", 587), line("Job type", 574))

    assert [words for _, _, words in pieces(*lines)] == [one.text for one in lines]


def test_a_line_that_only_begins_in_bold_goes_on_below() -> None:
    bold = line("Pay: $34.50 to $41.00 an", 600, bold=True)
    rest = line("hour", 587, right=90)

    assert [words for _, _, words in pieces(bold, rest)] == [bold.text, rest.text]
    assert [words for _, _, words in pieces(bold._replace(ends_plain=True), rest)] == [f"{bold.text} {rest.text}"]
