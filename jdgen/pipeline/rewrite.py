"""Files that already exist and get new content: a posting mended in place, a report written again. Whole or not at all.

A mended posting keeps what nobody sees: its encoding, its byte order mark, its line ends, its permissions.
"""

import os
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from contextlib import suppress
from errno import EACCES
from pathlib import Path
from secrets import token_hex

from jdgen.errors import EnvironmentProblem, InputError, Where

_MARKS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))
_WITHOUT_MARK = ("utf-8", "cp1252", "latin-1", "utf-16-le", "utf-16-be")


def rewrite_text(path: Path, before: str, after: str) -> None:
    """Put `after` in the place of `before`, the text of the file as it was read; every byte of what stays is kept.

    Raises InputError where the file holds another text by now, or its encoding lacks a letter of the new one; EnvironmentProblem where
    it cannot be written.
    """
    mark, encoding = as_saved(path, before)
    _replace(path, mark + encoded(path, after, encoding))


def as_saved(path: Path, text: str) -> tuple[bytes, str]:
    """Return the byte order mark and the encoding a file is saved with; raise InputError where it does not hold just this text."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError("the file can no longer be read", where=Where(str(path)), hint="check it again") from error
    for mark, encoding, read in _readings(content):
        if read == text:
            return mark, encoding
    raise InputError(
        "the file is not what was checked, or mixes encodings, so it was left alone",
        where=Where(str(path)),
        hint="check it again, or save it with the encoding UTF-8",
    )


def write_report(path: Path, content: bytes) -> None:
    """Write a report to a file, over an older one; raise EnvironmentProblem where that fails."""
    _replace(path, content)


def _readings(content: bytes) -> Iterator[tuple[bytes, str, str]]:
    """Give every way to read some bytes as text: byte order mark, encoding, and the text. All of them can be written back."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            with suppress(UnicodeDecodeError):
                yield mark, encoding, content.removeprefix(mark).decode(encoding)
    for encoding in _WITHOUT_MARK:
        with suppress(UnicodeDecodeError):
            yield b"", encoding, content.decode(encoding)


def encoded(path: Path, text: str, encoding: str) -> bytes:
    """Return a text as the bytes of a file; raise InputError where its encoding lacks a letter."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        raise InputError(
            f"the file is saved as {encoding}, which has no `{text[error.start]}`, so it was left alone",
            where=Where(str(path)),
            hint="save the file with the encoding UTF-8, then fix it",
        ) from error


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file, then rename; of a symbolic link, the file it leads to is replaced."""
    target = path.resolve()
    temporary = target.parent / f".jdgen-{token_hex(8)}"
    try:
        if target.exists() and not os.access(target, os.W_OK):  # a rename would not ask
            raise PermissionError(EACCES, os.strerror(EACCES))
        with temporary.open("xb") as file:
            file.write(content)
        if target.exists():
            temporary.chmod(target.stat().st_mode)
        temporary.replace(target)
    except OSError as error:
        raise EnvironmentProblem(
            f"cannot write `{path}`: {(error.strerror or 'unknown reason').lower()}",
            hint="give yourself the right to write there, or choose another place",
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
