"""Work that can be done again, kept between runs: fontconfig's index, compiled templates, tables and models already checked."""

import os
import pickle
import sys
import tempfile
import zlib
from collections.abc import Callable
from functools import lru_cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

Value = TypeVar("Value")

_CHECK_LENGTH = 4
"""Bytes before the pickle: its CRC-32, for a file of which a bit has changed may still be read, as something else."""
_MOST_OF_A_KIND = 256_000_000
"""Bytes that files of one kind may take together, such as the rules as they were before each edit."""


def cache_home() -> Path:
    """Return the user's cache folder (XDG base directories), or one of our own for this run where that one cannot be written."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path(os.environ.get("HOME") or "/nonexistent", ".cache"))
    return home if home.is_absolute() and _is_writable(home) else Path(_private().name)


def remembered(source: bytes, kind: type[Value], make: Callable[[], Value]) -> Value:
    """Return what `make` returns for this source, from the last run where nothing it depends on has changed.

    The key holds the source, the models' code and the versions of Python and pydantic. Only the user's own cache folder is read.
    """
    digest = blake2b(source, digest_size=16, key=_code_stamp())
    file = cache_home() / "jdgen" / f"{kind.__name__}-{digest.hexdigest()}.pickle"
    value = _kept(file, kind)
    if value is not None:
        return value
    made = make()
    _keep(file, made)
    return made


def _kept(file: Path, kind: type[Value]) -> Value | None:
    """Return what a cache file holds, or None where it is missing, damaged or of another kind."""
    try:
        data = memoryview(file.read_bytes())
        if zlib.crc32(data[_CHECK_LENGTH:]) != int.from_bytes(data[:_CHECK_LENGTH]):
            return None
        value = pickle.loads(data[_CHECK_LENGTH:])  # noqa: S301 - written by jdgen into the user's own cache folder
    except Exception:  # noqa: BLE001 - whatever is wrong with a cache, the answer is to do the work again
        return None
    return value if isinstance(value, kind) else None


def _keep(file: Path, value: object) -> None:
    """Write a cache file whole; a folder that cannot be written costs time, nothing else."""
    data = pickle.dumps(value)
    temporary = None
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as temporary:
            temporary.write(zlib.crc32(data).to_bytes(_CHECK_LENGTH))
            temporary.write(data)
        Path(temporary.name).replace(file)
        _prune(file)
    except OSError:
        if temporary is not None:
            Path(temporary.name).unlink(missing_ok=True)


def _prune(newest: Path) -> None:
    """Delete the oldest files of a kind once they are too large together."""
    kind = newest.name.partition("-")[0]
    files = [(file.stat(), file) for file in newest.parent.glob(f"{kind}-*.pickle") if file != newest]
    room = _MOST_OF_A_KIND - newest.stat().st_size
    for found, file in sorted(files, key=lambda one: one[0].st_mtime, reverse=True):
        room -= found.st_size
        if room < 0:
            file.unlink(missing_ok=True)


@lru_cache(maxsize=1)
def _code_stamp() -> bytes:
    """Return what changes when the models, or the code and libraries that read them, change.

    The code itself is hashed: installers give files of different releases the same time.
    """
    package = Path(__file__).resolve().parents[1]
    code = (
        path.read_bytes()
        for floor in ("text", "model", "load", "audit")
        for path in sorted((package / floor).glob("*.py"))
    )
    stamp = blake2b(sys.version.encode() + _version_of_pydantic(), digest_size=16)
    for content in code:
        stamp.update(content)
    return stamp.digest()


def _version_of_pydantic() -> bytes:
    """Return the text of pydantic's version without importing pydantic: who finds everything in the cache needs none of it."""
    spec = find_spec("pydantic")
    return Path(spec.origin).with_name("version.py").read_bytes() if spec and spec.origin else b""


def _is_writable(folder: Path) -> bool:
    """Make the folder where only itself is missing: a home that does not exist is no place to keep anything."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK | os.X_OK)


@lru_cache(maxsize=1)
def _private() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="jdgen-cache-")


def recall(name: str, kind: type[Value]) -> Value | None:
    """Return what `keep` was given under a name in an earlier run, or None; a name holds the digest of all the value depends on."""
    return _kept(_file_of(name), kind)


def keep(name: str, value: object) -> None:
    """Keep a value for the next run."""
    _keep(_file_of(name), value)


def _file_of(name: str) -> Path:
    return cache_home() / "jdgen" / f"{name}.pickle"
