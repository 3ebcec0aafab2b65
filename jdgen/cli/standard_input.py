"""`-` on the command line: a file whose content comes from standard input. It has no folder of its own, so paths in it start here."""

import os
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import click

from jdgen.errors import JdgenError
from jdgen.load.postings import read_posting
from jdgen.load.text_file import MAX_BYTES

if sys.platform == "win32":
    from pathlib import WindowsPath as _SystemPath
else:
    from pathlib import PosixPath as _SystemPath

_DASH = "-"


class StandardInput(_SystemPath):
    """Standard input as a path, so that no floor below has to know of it: read once, then kept for whoever opens it again."""

    _content: bytes | None = None
    _file_stem = _DASH

    def open(self, *_mode: object, **_more: object) -> BytesIO:  # type: ignore[override]  # jdgen opens files it reads in one way
        """Open for reading bytes; of too much, only enough is read to see so."""
        if self._content is None:
            self._content = (
                sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin else b""
            )  # there is none where it was closed
        return BytesIO(self._content)

    def is_dir(self) -> bool:
        """Say no: a folder of this name is `./-`."""
        return False

    @property
    def parent(self) -> Path:  # type: ignore[override]  # not another of this class, see below
        """The folder that commands run in; a plain path, or files found from there would read standard input too."""
        return Path()

    @property
    def stem(self) -> str:
        """The name of files made from it."""
        return self._file_stem

    def name_after_posting(self) -> None:
        """Take the name of the posting it holds; where it holds none, whoever reads it next says so."""
        try:
            self._file_stem = read_posting(self).facts.file_stem
        except JdgenError:
            self._file_stem = _DASH


class SourceFile(click.Path):
    """A file to read, or `-`."""

    def __init__(self) -> None:
        """Take any path; whoever reads it says what is wrong with it."""
        super().__init__(path_type=Path, allow_dash=True)

    def convert(self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - as in click.Path
        """Return the path; only one of a command line can be standard input."""
        if str(value) != _DASH:
            return super().convert(value, param, ctx)
        if ctx and ctx.meta.get(__name__):
            self.fail("`-` can be given once: standard input can be read only once", param, ctx)
        if ctx:
            ctx.meta[__name__] = True
        return StandardInput(_DASH)
