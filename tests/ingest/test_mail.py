"""Postings that came by mail: what the programs put around them is gone, and every character keeps its place."""

from collections.abc import Callable

import pytest

from jdgen.ingest.mail import without_mail

QUOTED = (
    "> Lakeshore Home Health wants an RN Case Manager to work in\n> Sacramento.\n>\n> What you will do:\n>\n"
    "> - Visit six patients a day, in the\n>   car if need be\n"
)
HEAD = "From: Dana <dana@example.org>\nTo: A list\nDate: Mon, Nov 16, 2026\n"


def test_quote_marks_are_no_words(read: Callable) -> None:
    blocks = read(f"FYI\n\nOn Mon, Nov 16, 2026 Robin <r@example.org>\nwrote:\n\n{QUOTED}", "ad.txt").blocks

    assert [block.text for block in blocks][1:] == [
        "Lakeshore Home Health wants an RN Case Manager to work in Sacramento.",
        "What you will do:",
        "Visit six patients a day, in the car if need be",
    ]


def test_a_place_in_a_quote_is_exact(read: Callable) -> None:
    document = read(QUOTED, "ad.txt")
    block = document.blocks[0]

    assert document.position(block.source_offset(block.text.index("Sacramento"))) == (2, 3)


@pytest.mark.parametrize(
    ("subject", "title", "line"),
    [
        ("Fwd: URGENT - RN Case Manager, Sacramento CA", "RN Case Manager", "Sacramento CA"),
        ("[EXT] Re: Case Manager - Reno, NV", "Case Manager", "Reno, NV"),
        ("RN Case Manager", "RN Case Manager", "We hire."),
    ],
)
def test_the_subject_is_the_title_where_it_names_a_job(read: Callable, subject: str, title: str, line: str) -> None:
    document = read(f"{HEAD}Subject: {subject}\n\nWe hire.\n\nPay is $30 an hour.\n", "ad.txt")

    assert document.title == title
    assert line in [block.text for block in document.blocks]
    assert not [block.text for block in document.blocks if "Dana" in block.text or "Fwd" in block.text]


def test_the_last_letter_names_the_job(read: Callable) -> None:
    source = f"{HEAD}Subject: Fwd: have a look\n\n---------- Forwarded message ---------\n{HEAD}Subject: Case Manager\n\nWe hire.\n"

    assert read(source, "ad.txt").title == "Case Manager"


def test_a_signature_is_left_out_and_what_follows_a_long_line_of_dashes_is_not() -> None:
    signed = f"{HEAD}\nWe hire.\n-- \nDana\nRN\n"
    long = f"{HEAD}\nWe hire.\n-- \n" + "More of it.\n" * 20

    assert without_mail(signed).split() == ["We", "hire."]
    assert without_mail(long).count("More") == 20


def test_as_many_characters_come_out_as_went_in() -> None:
    source = f"{HEAD}Subject: Fwd: Case Manager in Reno, NV\n\n{QUOTED}-- \nDana\n"

    assert len(without_mail(source)) == len(source)


@pytest.mark.parametrize(
    "text",
    [
        "Duties\n> Assess clients\n> Write plans\n> Call doctors\n",
        "Date: Monday\nPay is > $20 an hour.\n",
        "To: apply, call 555-0100.\n\n-- \nBo Li\n",
        "Case Manager\n\nSubject: social work\n",
    ],
)
def test_what_is_no_mail_stays_as_it_is(text: str) -> None:
    assert without_mail(text) == text
