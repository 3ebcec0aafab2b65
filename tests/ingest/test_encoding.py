"""Bytes of any editor become text, and what is no text is refused."""

import pytest

from jdgen.errors import InputError
from jdgen.ingest.encoding import decode, glimpsed, is_wide


@pytest.mark.parametrize(
    "content",
    [
        "Caf\u00e9 \u2013 RN".encode(),
        "Caf\u00e9 \u2013 RN".encode("utf-8-sig"),
        "Caf\u00e9 \u2013 RN".encode("utf-16"),
        "Caf\u00e9 \u2013 RN".encode("cp1252"),
    ],
)
def test_the_encodings_of_editors_are_read(content: bytes) -> None:
    assert decode(content, "a.txt") == "Caf\u00e9 \u2013 RN"


def test_big_endian_utf_16_is_read() -> None:
    assert decode(b"\xfe\xff" + "RN".encode("utf-16-be"), "a.txt") == "RN"


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"RN\x00\x01", "binary"), (b"\xff\xfeR", "breaks off"), (b"\xff\xfeWe hired", "holds something else")],
)
def test_what_is_no_text_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as raised:
        decode(content, "a.txt")

    assert raised.value.where.path == "a.txt"


def test_text_of_other_letters_is_utf_16_too() -> None:
    assert decode("\u62db\u8058 3\n".encode("utf-16"), "a.txt") == "\u62db\u8058 3\n"


def test_a_mark_alone_is_an_empty_text() -> None:
    assert decode(b"\xff\xfe", "a.txt") == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_glimpse_shows_the_words_with_plain_line_ends(encoding: str) -> None:
    assert glimpsed("<p>\r\nRN\rPay".encode(encoding)) == "<p>\nRN\nPay"


def test_a_glimpse_of_what_breaks_off_is_no_fault() -> None:
    assert glimpsed("RN".encode("utf-16")[:-1]).startswith("R")


def test_wide_text_is_known_by_its_mark() -> None:
    assert is_wide("RN".encode("utf-16"))
    assert not is_wide(b"RN")
