"""Work that can be done again, kept between runs: fontconfig's index, compiled templates, tables and models already checked."""

import os
import pickle
import sys
import zlib
from array import array
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import lru_cache, reduce
from itertools import accumulate, pairwise
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

try:
    from _blake2 import blake2b  # hashlib's own, without the OpenSSL that it loads beside it
except ImportError:
    from hashlib import blake2b

Value = TypeVar("Value")

_CHECK_LENGTH = 4
"""Bytes before the pickle: its CRC-32, for a file of which a bit has changed may still be read, as something else."""
_LARGE = 100_000
"""Bytes from which on it takes longer to sum them up than to read the mark beside them."""
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
    name = f"{kind.__name__}-{digest.hexdigest()}"
    value = recall(name, kind)
    if value is not None:
        return value
    made = make()
    keep(name, made)
    return made


def _kept(file: Path, kind: type[Value]) -> Value | None:
    """Return what a cache file holds, or None where it is missing, damaged or of another kind."""
    try:
        data = _opened(file)
        if not _is_whole(file, data):
            return None
        whole, *blocks = _parts(data[_CHECK_LENGTH:])
        value = pickle.loads(whole, buffers=blocks)  # noqa: S301 - written by jdgen into the user's own cache folder
    except Exception:  # noqa: BLE001 - whatever is wrong with a cache, the answer is to do the work again
        return None
    return value if isinstance(value, kind) else None


def _opened(file: Path) -> memoryview:
    """Return the bytes of a file, which are read when they are looked at."""
    with file.open("rb") as opened:
        return memoryview(mmap(opened.fileno(), 0, access=ACCESS_READ))


def _is_whole(file: Path, data: memoryview) -> bool:
    """Say whether a file is as it was written. A large one is summed up once, and again where anything was done to it since."""
    if len(data) < _LARGE:
        return _has_its_sum(data)
    told, mark = _record_of(file), file.with_suffix(".whole")
    with suppress(OSError):
        if mark.read_bytes() == told:
            return True
    if not _has_its_sum(data):
        return False
    with suppress(OSError):
        mark.write_bytes(told)
    return True


def _has_its_sum(data: memoryview) -> bool:
    return zlib.crc32(data[_CHECK_LENGTH:]) == int.from_bytes(data[:_CHECK_LENGTH])


def _record_of(path: str | Path) -> bytes:
    """Return what the file system says of a file.

    The time of the last change of its record, which no program can set, tells a file that was written, replaced or moved.
    """
    try:
        told = os.stat(path)  # noqa: PTH116 - paths as objects take five times as long
    except OSError:
        return b"nothing"
    return b"%d %d %d %d %d" % (told.st_dev, told.st_ino, told.st_size, told.st_mtime_ns, told.st_ctime_ns)


def _pieces(value: object) -> list[bytes | memoryview]:
    """Return what a file holds: a pickle and the blocks it leaves outside, behind their number and their lengths."""
    blocks: list[pickle.PickleBuffer] = []
    whole = pickle.dumps(value, protocol=5, buffer_callback=blocks.append)
    parts: list[bytes | memoryview] = [whole, *(block.raw() for block in blocks)]
    return [array("Q", [len(parts), *map(len, parts)]).tobytes(), *parts]


def _parts(data: memoryview) -> list[memoryview]:
    """Return the pickle and the blocks, which stay where they are."""
    number = data[:8].cast("Q")[0]
    ends = list(accumulate(data[8 : 8 * (number + 1)].cast("Q"), initial=8 * (number + 1)))
    return [data[start:end] for start, end in pairwise(ends)]


def _keep(file: Path, value: object) -> None:
    """Write a cache file whole; a folder that cannot be written costs time, nothing else."""
    from tempfile import NamedTemporaryFile  # most runs find everything, and write nothing

    pieces = _pieces(value)
    temporary = None
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=file.parent, delete=False) as temporary:
            temporary.write(reduce(lambda known, piece: zlib.crc32(piece, known), pieces, 0).to_bytes(_CHECK_LENGTH))
            temporary.writelines(pieces)
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
            file.with_suffix(".whole").unlink(missing_ok=True)


@lru_cache(maxsize=1)
def _code_stamp() -> bytes:
    """Return what changes when the models, or the code and libraries that read them, change.

    The code itself is hashed: installers give files of different releases the same time.
    """
    package = Path(__file__).resolve().parents[1]
    code = [
        f"{package}/{floor}/{name}"
        for floor in ("text", "model", "load", "audit")
        for name in sorted(os.listdir(package / floor))  # noqa: PTH208 - names alone take a third of the time
        if name.endswith(".py")
    ]
    return blake2b(sys.version.encode() + _version_of_pydantic() + digest_of_files(code), digest_size=16).digest()


def digest_of_files(paths: Sequence[str]) -> bytes:
    """Return a digest of files. Where all of them are the very files of an earlier run, unchanged since, they are not read again.

    What is no file, such as a link that leads nowhere, counts by its name.
    """
    look = blake2b(digest_size=16)
    for path in paths:
        look.update(b"%s\n%s\n" % (os.fsencode(path), _record_of(path)))
    name = f"files-{look.hexdigest()}"
    digest = recall(name, bytes)
    if digest is None:
        whole = blake2b(digest_size=16)
        for path in paths:
            whole.update(b"%s\n%s" % (os.fsencode(path), _content_of(path)))
        digest = whole.digest()
        keep(name, digest)
    return digest


def _content_of(path: str) -> bytes:
    """Return the bytes of a file; none of what cannot be read, or is no file."""
    with suppress(OSError):
        return Path(path).read_bytes() if Path(path).is_file() else b""
    return b""


def _version_of_pydantic() -> bytes:
    """Return the text of pydantic's version without importing pydantic: who finds everything in the cache needs none of it."""
    from importlib.util import find_spec

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
def _private() -> "TemporaryDirectory[str]":
    from tempfile import TemporaryDirectory

    return TemporaryDirectory(prefix="jdgen-cache-")


def recall(name: str, kind: type[Value]) -> Value | None:
    """Return what `keep` was given under a name in an earlier run, or None; a name holds the digest of all the value depends on."""
    with suppress(OSError):  # there may be no folder anywhere that can be written
        return _kept(_file_of(name), kind)
    return None


def keep(name: str, value: object) -> None:
    """Keep a value for the next run."""
    with suppress(OSError):
        _keep(_file_of(name), value)


def _file_of(name: str) -> Path:
    return cache_home() / "jdgen" / f"{name}.pickle"
