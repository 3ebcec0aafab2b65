"""One writer at a time in a folder: the next one waits. The lock ends with its process, however that ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]  # a module cannot be None for mypy, and this says that there is none


@contextmanager
def locked(folder: Path) -> Iterator[bool]:
    """Keep other jdgens out of a folder; say whether that is possible: not every system and network drive has locks."""
    if fcntl is None:
        yield False
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield _holds(descriptor)
    finally:
        os.close(descriptor)


def _holds(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except OSError:
        return False
    return True
