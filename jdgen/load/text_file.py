"""Bytes to text, with one clear error for whatever is not a small UTF-8 text file.

YAML is read in `yaml_document`; this module knows nothing of what the text means.
"""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from jdgen.errors import InputError, Where
from jdgen.text.closest import did_you_mean

MAX_BYTES = 1_000_000
"""The largest file jdgen reads; the longest posting anyone wrote is a hundredth of it."""

_SAVE_AS_UTF8 = "save the file with the encoding UTF-8"


def read_text(path: Path, *, shown_as: str | None = None, largest: int = MAX_BYTES) -> str:
    """Return the text of a UTF-8 file of at most `largest` bytes; anything else raises one `InputError`."""
    content = read_bytes(path, shown_as=shown_as, largest=largest)
    return decode_text(content, str(path) if shown_as is None else shown_as, largest=largest)


def read_bytes(path: Path, *, shown_as: str | None = None, largest: int = MAX_BYTES) -> bytes:
    """Return the bytes of a file, at most one more than `largest`; raise one `InputError` where it cannot be read."""
    shown = str(path) if shown_as is None else shown_as
    try:
        if path.is_dir():
            raise InputError("this is a folder, expected a file", where=Where(shown), hint="name a file in it")
        # One byte more than allowed tells that there is more, also where the size is unknown (a pipe, /dev/zero).
        with path.open("rb") as file:
            return b"".join(_pieces(file, largest + 1))
    except FileNotFoundError:
        raise InputError("there is no such file", where=Where(shown), hint=_similar_file(path)) from None
    except PermissionError:
        hint = "give yourself the right to read it"
        raise InputError("the file may not be read", where=Where(shown), hint=hint) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"the file cannot be read: {reason.lower()}", where=Where(shown)) from None


def _pieces(file: BinaryIO, most: int) -> Iterator[bytes]:
    """Give at most so many bytes; asked for all of them at once, Python makes room for a large file whatever there is to read."""
    while most > 0 and (piece := file.read(min(most, MAX_BYTES))):
        yield piece
        most -= len(piece)


def decode_text(data: bytes, shown: str, *, largest: int = MAX_BYTES) -> str:
    """Return UTF-8 bytes as text without the byte order mark; else raise an `InputError` that says what they are."""
    if len(data) > largest:
        raise _too_large(shown, largest)
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or _looks_like_utf16(data):
        raise InputError("the file is UTF-16 text, expected UTF-8", where=Where(shown, 1), hint=_SAVE_AS_UTF8)
    if b"\0" in data:
        raise InputError("the file is binary, expected text", where=Where(shown), hint="give a plain text file")
    data = data.removeprefix(BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error, shown) from None


def _similar_file(path: Path) -> str | None:
    try:
        names = [file.name for file in path.parent.iterdir()]
    except OSError:
        return f"there is no folder `{path.parent}`"
    return did_you_mean(path.name, names)


def _too_large(shown: str, largest: int) -> InputError:
    message = f"the file is too large, expected at most {largest // 1_000_000} MB"
    return InputError(message, where=Where(shown), hint="check that this is the file you mean")


def _looks_like_utf16(data: bytes) -> bool:
    """Say whether every second byte of the beginning is zero, as in UTF-16 text without a byte order mark."""
    head = data[:64]
    even, odd = head[0::2], head[1::2]
    return len(head) >= 4 and ((not any(odd) and all(even)) or (not any(even) and all(odd)))


def _not_utf8(data: bytes, error: UnicodeDecodeError, shown: str) -> InputError:
    start = error.start
    line_start = data.rfind(b"\n", 0, start) + 1
    column = len(data[line_start:start].decode("utf-8")) + 1
    where = Where(shown, data.count(b"\n", 0, start) + 1, column)
    message = f"byte 0x{data[start]:02X} is not UTF-8 text, expected a file saved as UTF-8"
    character = data[start : start + 1].decode("cp1252", errors="ignore")
    if not character or error.end == len(data):  # the last byte alone: more likely a file cut short
        return InputError(message, where=where, hint=_SAVE_AS_UTF8)
    hint = f"it looks like Windows-1252, where this byte is `{character}`; {_SAVE_AS_UTF8}"
    return InputError(message, where=where, hint=hint)
