"""Lines that were broken at a width are joined; lists, addresses and labelled facts are not."""

import textwrap

import pytest

from jdgen.ingest.plain_text import read_plain_text
from jdgen.ingest.reader import read_document

PARAGRAPHS = (
    "Cedar Ridge hires a case manager for its two surgical units and the clinic across the street.",
    "You plan discharges with patients and their families, find out what stands in the way of going home, and stay in touch for a month afterward.",
    "Every case manager has a team of two nurses and a social worker from the Maple County Office of Aging, and a supervisor who knows the work.",
    "You write each plan on the day of the visit. You call each family twice in the first week, and once in each week that follows.",
)


def read_back(text: str) -> list[str]:
    """Return the words of each piece."""
    return [piece.text for piece in read_plain_text(text)]


@pytest.mark.parametrize("columns", [36, 40, 45, 50, 58, 66, 78, 100])
def test_wrapped_paragraphs_come_back(columns: int) -> None:
    text = "\n\n".join(textwrap.fill(paragraph, columns) for paragraph in PARAGRAPHS)

    assert read_back(text) == list(PARAGRAPHS)


@pytest.mark.parametrize("columns", [40, 50, 66])
def test_wrapped_items_come_back_without_an_indent_too(columns: int) -> None:
    items = "\n".join(textwrap.fill(f"- {paragraph}", columns) for paragraph in PARAGRAPHS)

    assert read_back(f"Duties here.\n\n{items}\n")[1:] == list(PARAGRAPHS)


def test_lines_broken_by_hand_come_back() -> None:
    text = (
        "You plan discharges with patients and\ntheir families, find out what\nstands in the way of going home, and stay in\n"
        "touch with everybody for a month\nafterward.\n"
    )

    assert read_back(text) == [" ".join(text.split())]


def test_a_single_paragraph_is_enough_where_the_next_word_had_no_room() -> None:
    text = "Cedar Ridge hires a case manager for its\ntwo surgical units. You plan discharges.\n"

    assert read_back(text) == [" ".join(text.split())]


@pytest.mark.parametrize(
    "lines",
    [
        "Health, dental, vision and life insurance\nEleven paid holidays\nTuition help up to $3,000 a year",
        "Cedar Ridge Medical Center, Suite 400\n1200 North Broadway Street, West Wing,\nDenver, CO 80204",
        "conducts intake assessments with new clients\nwrites service plans and reviews them monthly\nkeeps records of every call with a family",
        "You work for the Director of Social Services\nSupervisor: Dana Reyes in the West Building",
        "You plan with families, and Dana leads us in\nMentor: a nurse who knows the hospital",
        "You work with the people of our street and\nPay: $30 an hour",
        "We offer what people need, among it this:\nhealth insurance from the first day",
    ],
)
def test_lines_of_their_own_stay_apart_in_a_wrapped_text(lines: str) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 46) for paragraph in PARAGRAPHS)

    for text in (lines, f"{wrapped}\n\n{lines}\n\n{wrapped}"):
        assert [line for line in read_back(text) if line in lines] == lines.splitlines()


def test_places_in_joined_lines_are_exact() -> None:
    text = textwrap.fill(PARAGRAPHS[2], 40, initial_indent="  ", subsequent_indent="   ")
    (piece,) = read_plain_text(text)

    for word in ("team", "worker", "Maple", "Aging"):
        offset = piece.text.index(word)
        start, origin = max(run for run in piece.runs if run[0] <= offset)
        assert text[origin + offset - start :].startswith(word)


@pytest.mark.parametrize(
    "lines",
    [
        "We are growing, and case managers are needed at once!!!\nLakeview Family Services has hired since 1994",
        "Would you like to work with families who stay in touch?\nCedar Ridge hires for both of its houses now",
        "CASE MANAGERS OF EVERY KIND ARE NEEDED IN OUR HOUSES\nLakeview Family Services of the Maple Street Quarter",
        "Lakeview Family Services of the Maple Street Quarter\nCASE MANAGERS OF EVERY KIND ARE NEEDED",
    ],
)
def test_a_line_that_calls_out_stands_alone_however_full_it_is(lines: str) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 46) for paragraph in PARAGRAPHS)

    assert [line for line in read_back(f"{wrapped}\n\n{lines}\n\n{wrapped}") if line in lines] == lines.splitlines()


def test_a_paragraph_in_capitals_is_joined_as_any_other() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 46) for paragraph in (*PARAGRAPHS, PARAGRAPHS[0].upper()))

    assert read_back(wrapped)[-1] == PARAGRAPHS[0].upper()


def broken(paragraph: str, columns: int) -> str:
    """Return a paragraph in lines of some width; long words are broken."""
    lines = [""]
    for word in paragraph.split():
        room = columns - len(lines[-1]) - 2
        if len(lines[-1]) + 1 + len(word) <= columns:
            lines[-1] = f"{lines[-1]} {word}".strip()
        elif word.isalpha() and len(word) > 6 and 3 <= room <= len(word) - 3:
            lines[-1] += f" {word[:room]}-"
            lines.append(word[room:])
        else:
            lines.append(word)
    return "\n".join(lines)


@pytest.mark.parametrize("columns", [20, 24, 26, 30, 60])
def test_narrow_columns_come_back_where_words_are_broken(columns: int) -> None:
    text = "\n\n".join(broken(paragraph, columns) for paragraph in PARAGRAPHS)
    document = read_document(text.encode(), "a.txt")

    assert "-\n" in text
    assert [block.text for block in document.blocks] == list(PARAGRAPHS)


def test_short_lines_without_a_broken_word_stay_apart() -> None:
    lines = "Case manager\nplans care\ncalls families\nkeeps records\nwrites plans\n"

    assert len(read_back(lines)) == 5
