"""The folder where work that can be done again is kept between runs: fontconfig's index, compiled templates."""

import os
import tempfile
from functools import lru_cache
from pathlib import Path


def cache_home() -> Path:
    """Return the user's cache folder (XDG base directories), or one of our own for this run where that one cannot be written."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path(os.environ.get("HOME") or "/nonexistent", ".cache"))
    return home if home.is_absolute() and _is_writable(home) else Path(_private().name)


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
