"""Bytes of unknown origin to text: UTF-8, UTF-16 with its mark, else Windows-1252, which every old editor wrote.

Stricter files, which jdgen wrote or asks for, are read in `jdgen/load/text_file.py`.
"""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from jdgen.errors import InputError, Where

_UTF16 = (BOM_UTF16_LE, BOM_UTF16_BE)
_LEAST_WESTERN = 0.01


def decode(content: bytes, path: str) -> str:
    """Return the text without its byte order mark; raise an InputError for what is no text."""
    try:
        text = _decoded(content)
    except UnicodeDecodeError:
        raise InputError(
            "the file starts as UTF-16 text and then breaks off", where=Where(path), hint="save it again as UTF-8"
        ) from None
    if content.startswith(_UTF16) and not _is_western(text):
        raise InputError(
            "the file starts as UTF-16 text and holds something else", where=Where(path), hint="save it again as UTF-8"
        )
    if "\0" in text:
        raise InputError(
            "the file is binary, expected a posting as text, Markdown, HTML, DOCX, PDF or JSON-LD",
            where=Where(path),
            hint="open it in the program that made it, and save it as one of these",
        )
    return text


def glimpsed(content: bytes) -> str:
    """Return the text of what may be any file, with plain line ends, to tell by its words what it is."""
    name = "utf-16" if content.startswith(_UTF16) else "utf-8-sig"
    return content.decode(name, errors="replace").replace("\r\n", "\n").replace("\r", "\n")


def is_wide(content: bytes) -> bool:
    """Say whether bytes start as UTF-16 text, so that patterns of bytes find nothing in them."""
    return content.startswith(_UTF16)


def _is_western(text: str) -> bool:
    """Say whether there are spaces, line ends or letters from Western languages in a text: bytes that were no UTF-16 look like Chinese without any."""
    return sum(letter <= "\xff" for letter in text) >= _LEAST_WESTERN * len(text)


def _decoded(content: bytes) -> str:
    if content.startswith(_UTF16):
        return content.decode("utf-16")
    content = content.removeprefix(BOM_UTF8)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
